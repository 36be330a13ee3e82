"""The worked examples of the domain rules by their numbers, in riyals and hours as they are written there."""

from decimal import Decimal
from typing import NamedTuple

from apps.accruals import rules
from apps.accruals.rules import Accrued, Worked
from apps.common.money import to_halalas, to_riyals
from apps.common.periods import Month
from apps.regulations.choices import Law
from tests.factories import ruleset

SEPTEMBER_2025 = Month(2025, 9)


class Work(NamedTuple):
    """One contract's month as the examples tell it."""

    hourly_wage: str
    hours: str
    carried: str = "0"
    ends: bool = False


def minutes(hours: str) -> int:
    return int(Decimal(hours) * 60)


def accrue(*works: Work, month: Month = SEPTEMBER_2025, law: Law = Law.OLD, **changed) -> list[Accrued]:
    """The month of one subscriber, whose contracts with as many establishments are given."""
    contracts = [
        Worked(
            contract_id=number,
            contract_no=f"C-2025-{number:06d}",
            establishment_id=number,
            hourly_wage=to_halalas(Decimal(work.hourly_wage)),
            worked_minutes=minutes(work.hours),
            carried_in_minutes=minutes(work.carried),
            is_last_month=work.ends,
        )
        for number, work in enumerate(works, start=1)
    ]
    return rules.accrue_subscriber(contracts, ruleset(month, law, **changed))


def amounts(accrued: Accrued) -> tuple[str, ...]:
    """Annuities of both sides, hazards, and the total, in riyals."""
    parts = (accrued.annuities_employer, accrued.annuities_subscriber, accrued.hazards_employer, accrued.total)
    return tuple(str(to_riyals(part)) for part in parts)


def days_and_carry(accrued: Accrued) -> tuple[int, str]:
    return accrued.days, str(Decimal(accrued.carried_out_minutes) / 60)


def riyals(halalas: int) -> str:
    return str(to_riyals(halalas))


def test_e1_eighty_hours_are_ten_days():
    (accrued,) = accrue(Work("30.00", "80"))
    assert days_and_carry(accrued) == (10, "0")
    assert (riyals(accrued.daily_wage), riyals(accrued.contributory_wage)) == ("240.00", "2400.00")
    assert (riyals(accrued.employer_share), riyals(accrued.subscriber_share)) == ("264.00", "216.00")
    assert amounts(accrued) == ("216.00", "216.00", "48.00", "480.00")


def test_e2_ninety_five_hours_are_eleven_days_and_carry_seven_hours():
    (accrued,) = accrue(Work("25.00", "95"))
    assert days_and_carry(accrued) == (11, "7")
    assert riyals(accrued.contributory_wage) == "2200.00"
    assert amounts(accrued) == ("198.00", "198.00", "44.00", "440.00")


def test_e3_the_carried_hours_complete_a_twelfth_day():
    (accrued,) = accrue(Work("25.00", "95", carried="7"), month=Month(2025, 10))
    assert days_and_carry(accrued) == (12, "6")
    assert (riyals(accrued.contributory_wage), riyals(accrued.total)) == ("2400.00", "480.00")


def test_e4_three_months_at_the_cap_are_a_month_and_five_days():
    total, carried = 0, "0"
    for month in (Month(2025, 9), Month(2025, 10), Month(2025, 11)):
        (accrued,) = accrue(Work("25.00", "95", carried=carried), month=month)
        days, carried = days_and_carry(accrued)
        total += rules.credited(days, ruleset(month))
    assert (days, carried) == (12, "5")
    assert rules.months_of(total, ruleset(Month(2025, 11))) == (1, 5)


def test_e5_hours_below_a_day_wait_for_the_next_month():
    (first,) = accrue(Work("20.00", "5"))
    assert (*days_and_carry(first), first.total) == (0, "5", 0)
    (second,) = accrue(Work("20.00", "4", carried="5"), month=Month(2025, 10))
    assert days_and_carry(second) == (1, "1")
    assert riyals(second.contributory_wage) == "160.00"
    assert amounts(second) == ("14.40", "14.40", "3.20", "32.00")


def test_e7_the_new_law_in_its_third_year():
    (accrued,) = accrue(Work("31.25", "37.5"), month=Month(2026, 10), law=Law.NEW)
    assert days_and_carry(accrued) == (4, "5.5")
    assert riyals(accrued.contributory_wage) == "1000.00"
    assert amounts(accrued) == ("100.00", "100.00", "20.00", "220.00")


def test_e8_every_share_is_rounded_once():
    (accrued,) = accrue(Work("23.35", "56"), law=Law.NEW)
    assert accrued.days == 7
    assert (riyals(accrued.daily_wage), riyals(accrued.contributory_wage)) == ("186.80", "1307.60")
    assert amounts(accrued) == ("124.22", "124.22", "26.15", "274.59")


def test_e9_the_rate_of_the_new_law_steps_up_in_july():
    (june,) = accrue(Work("30.00", "80"), month=Month(2026, 6), law=Law.NEW)
    (july,) = accrue(Work("30.00", "80"), month=Month(2026, 7), law=Law.NEW)
    assert amounts(june) == ("228.00", "228.00", "48.00", "504.00")
    assert amounts(july) == ("240.00", "240.00", "48.00", "528.00")


def test_e10_contributions_are_taken_on_the_floor():
    (accrued,) = accrue(Work("5.00", "16"))
    assert (accrued.days, riyals(accrued.daily_wage), riyals(accrued.contributory_wage)) == (2, "50.00", "100.00")
    assert amounts(accrued) == ("9.00", "9.00", "2.00", "20.00")


def test_e11_contributions_are_taken_up_to_the_ceiling():
    (accrued,) = accrue(Work("200.00", "64"))
    assert (accrued.days, riyals(accrued.daily_wage)) == (8, "1500.00")
    assert riyals(accrued.contributory_wage) == "12000.00"
    assert amounts(accrued) == ("1080.00", "1080.00", "240.00", "2400.00")


def test_e12_each_contract_is_divided_into_days_by_itself():
    first, second = accrue(Work("20.00", "60"), Work("40.00", "60"))
    assert (days_and_carry(first), days_and_carry(second)) == ((7, "4"), (7, "4"))
    assert [riyals(each.contributory_wage) for each in (first, second)] == ["1120.00", "2240.00"]
    assert [riyals(each.total) for each in (first, second)] == ["224.00", "448.00"]
    assert first.days + second.days == 14


def test_e13_the_ceiling_holds_over_all_establishments_and_thirty_days_are_credited():
    three = accrue(*[Work("187.50", "95")] * 3)
    assert [each.days for each in three] == [11, 11, 11]
    assert [riyals(each.contributory_wage) for each in three] == ["15000.00"] * 3
    assert [amounts(each) for each in three] == [("1350.00", "1350.00", "300.00", "3000.00")] * 3
    assert rules.credited(sum(each.days for each in three), ruleset(SEPTEMBER_2025)) == 30


def test_e20_what_is_left_at_the_end_of_a_contract_lapses_and_is_shown():
    (accrued,) = accrue(Work("30.00", "0", carried="7", ends=True))
    assert (accrued.days, accrued.carried_out_minutes, accrued.lapsed_minutes) == (0, 0, 7 * 60)


def test_e23_saned_is_taken_where_the_rules_say_so():
    (accrued,) = accrue(Work("30.00", "80"), saned_flexible=True)
    assert (riyals(accrued.saned_employer), riyals(accrued.saned_subscriber)) == ("18.00", "18.00")
    assert riyals(accrued.total) == "516.00"
