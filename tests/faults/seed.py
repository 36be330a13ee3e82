"""`python -m tests.faults.seed`: a month of hours in an empty database, with every outcome that billing knows."""

import datetime

import django

MONTH = "2026-09"
ESTABLISHMENTS = 48
PEOPLE_EACH = 3


def main() -> None:
    django.setup()
    from apps.common.periods import Month
    from tests import factories

    month = Month.parse(MONTH)
    for place in range(ESTABLISHMENTS):
        establishment = factories.make_establishment()
        for person in range(PEOPLE_EACH):
            contract = factories.make_contract(establishment=establishment, hourly_wage=f"{20 + place}.{person}5")
            # Every eighth establishment has too few hours for a day: nothing to bill.
            factories.make_month(contract, month, "7.25" if place % 8 == 0 else 40 + place)
    # One worker of three employers passes the ceiling, and one contract without a wage parks its establishment alone.
    worker = factories.make_subscriber()
    for _ in range(3):
        contract = factories.make_contract(subscriber=worker, hourly_wage="187.50")
        factories.make_month(contract, month, 95)
    contract = factories.make_contract(starts_on=datetime.date(2026, 9, 1))
    factories.make_month(contract, month, 80)
    contract.wages.all().delete()


if __name__ == "__main__":
    main()
