"""The sums of an establishment's month, counted at once, against the contracts and hours that they speak of."""

import datetime

import pytest

from apps.common.periods import Month
from apps.contracts.selectors import contracts_in_month
from apps.timesheets import selectors
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)


def test_a_month_is_summed_up_as_its_contracts_and_hours_say(establishment):
    def employ(first: datetime.date, last: datetime.date, **options):
        return factories.make_contract(establishment=establishment, starts_on=first, ends_on=last, **options)

    inside = employ(datetime.date(2026, 9, 1), datetime.date(2026, 9, 10))
    again = employ(datetime.date(2026, 9, 11), datetime.date(2026, 12, 31), subscriber=inside.subscriber)
    last_day = employ(datetime.date(2026, 9, 30), datetime.date(2026, 12, 31))
    employ(datetime.date(2026, 1, 1), datetime.date(2026, 8, 31))
    employ(datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
    elsewhere = factories.make_contract(subscriber=last_day.subscriber)
    for contract, hours in ((inside, 8), (again, 16), (elsewhere, 40)):
        factories.make_month(contract, SEPTEMBER, hours)

    assert selectors.month_sums(establishment, SEPTEMBER) == (3, 2, 24 * 60)
    contracts = contracts_in_month(establishment, SEPTEMBER)
    assert contracts.count() == 3
    assert contracts.order_by().values("subscriber").distinct().count() == 2
    assert selectors.month_minutes(establishment, SEPTEMBER) == 24 * 60


def test_a_month_without_contracts_sums_up_to_nothing():
    assert selectors.month_sums(factories.make_establishment(), SEPTEMBER) == (0, 0, 0)
