"""Every quarter hour of a year, and the minutes around each edge."""

import pytest

from apps.accruals import rules
from apps.accruals.rules import Worked
from apps.common.periods import Month, months_between
from tests.factories import ruleset

YEAR = months_between(Month(2025, 1), Month(2025, 12))
RULES = {month: ruleset(month) for month in YEAR}
CAP = 95 * 60
DAY = 8 * 60


def worked(minutes: int, carried: int = 0, *, ends: bool = False) -> Worked:
    return Worked(1, "C-2025-000001", 1, 3000, minutes, carried, ends)


def year_of(minutes: int) -> tuple[list[int], int]:
    """The days of each month and the minutes left over, working at the cap for as long as there are minutes."""
    days, carried = [], 0
    for month in YEAR:
        part = min(minutes, CAP)
        minutes -= part
        results = rules.accrue_subscriber([worked(part, carried)], RULES[month])
        days.append(results[0].days if results else 0)
        carried = results[0].carried_out_minutes if results else 0
    return days, carried


def test_every_quarter_hour_of_a_year_at_one_contract_is_counted_once():
    """4,561 totals from 0 to 1,140 hours: days and remainder are those of the total, whatever months it came in."""
    totals = range(0, 12 * CAP + 1, 15)
    assert len(totals) == 4561
    for total in totals:
        days, left = year_of(total)
        assert sum(days) * DAY + left == total
        assert 0 <= left < DAY
        months, rest = rules.months_of(sum(days), RULES[YEAR[0]])
        assert months * 30 + rest == sum(days)
        assert months == 0 or total >= 240 * 60


def test_no_month_completes_before_the_third_and_a_year_has_at_most_142_days():
    days, left = year_of(12 * CAP)
    assert (sum(days), left) == (142, 240)
    assert sum(days[:2]) < 30 <= sum(days[:3])


def test_a_year_without_carrying_has_132_days():
    plain = ruleset(YEAR[0], carry_remainder="none")
    (accrued,) = rules.accrue_subscriber([worked(CAP)], plain)
    assert 12 * accrued.days == 132
    assert (accrued.carried_out_minutes, accrued.lapsed_minutes) == (0, CAP - 11 * DAY)


@pytest.mark.parametrize(
    ("minutes", "days", "left"),
    [
        (0, 0, 0),
        (15, 0, 15),
        (479, 0, 479),
        (480, 1, 0),
        (481, 1, 1),
        (5699, 11, 419),
        (5700, 11, 420),
        (5701, 11, 421),
    ],
)
def test_a_day_is_full_at_480_minutes_and_not_before(minutes, days, left):
    assert rules.days_of(minutes, RULES[YEAR[0]]) == (days, left)


def test_a_contract_with_nothing_worked_and_nothing_carried_has_no_part_in_the_month():
    assert rules.accrue_subscriber([worked(0), worked(0, 15)], RULES[YEAR[0]])[0].carried_in_minutes == 15
    assert rules.accrue_subscriber([worked(0)], RULES[YEAR[0]]) == []


@pytest.mark.parametrize(("days", "credited"), [(0, 0), (29, 29), (30, 30), (31, 30), (93, 30)])
def test_at_most_thirty_days_of_a_month_are_credited(days, credited):
    assert rules.credited(days, RULES[YEAR[0]]) == credited


@pytest.mark.parametrize(
    ("hourly", "monthly", "is_below"),
    [
        (1, 150_000, True),
        (624, 150_000, True),
        (625, 150_000, False),
        (626, 150_240, False),
        (18_750, 4_500_000, False),
        (18_751, 4_500_000, False),
    ],
)
def test_the_wage_stays_inside_floor_and_ceiling(hourly, monthly, is_below):
    assert rules.monthly_wage(hourly, RULES[YEAR[0]]) == monthly
    assert RULES[YEAR[0]].is_below_floor(hourly) is is_below


def test_without_a_floor_the_wage_is_taken_as_it_is():
    assert rules.monthly_wage(500, ruleset(YEAR[0], floor_basis="none")) == 120_000
