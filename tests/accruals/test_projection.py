"""The estimate of the next contribution month, against a clerk who counts day by day."""

import datetime
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.accruals.projection import Course, exceeds_limit, next_month_on
from apps.common.periods import Month
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet

MONTH = Month(2026, 11)
TODAY = datetime.date(2026, 11, 12)


def rules(**overrides):
    rows = import_module("apps.regulations.migrations.0002_load_rules").RULES
    in_force = [row for row in rows if row[1] in ("", "new") and row[2] <= MONTH.last_day.isoformat()]
    values = {row[0]: row[3] for row in sorted(in_force, key=lambda row: row[2])}
    return RuleSet.read(MONTH, Law.NEW, {**values, **overrides})


def estimate(*courses, credited_days, weekly_hours, today=TODAY, **overrides):
    return next_month_on(
        courses,
        credited_days=credited_days,
        weekly_minutes=round(weekly_hours * 60),
        today=today,
        rules=rules(**overrides),
    )


def test_the_missing_day_is_full_on_the_day_of_its_eighth_hour():
    # 29 days and 6 hours carried: two hours are missing, at one hour a day they are there the day after tomorrow.
    assert estimate(Course(360, 0), credited_days=29, weekly_hours=7) == datetime.date(2026, 11, 14)


def test_hours_already_entered_may_complete_the_month_today():
    assert estimate(Course(0, 480), credited_days=29, weekly_hours=0) == TODAY


def test_without_hours_no_month_completes():
    assert estimate(Course(0, 0), credited_days=29, weekly_hours=0) is None


def test_who_has_no_contract_yet_begins_with_nothing():
    assert estimate(credited_days=0, weekly_hours=21) == estimate(Course(0, 0), credited_days=0, weekly_hours=21)


def test_a_month_takes_no_more_than_its_limit():
    # 95 of 95 hours are entered: eleven days, and the twelfth waits for December.
    known = Course(0, 95 * 60)
    assert estimate(known, credited_days=18, weekly_hours=40) == datetime.date(2026, 12, 1)


def test_a_calendar_month_credits_at_most_thirty_days():
    # Three contracts at the limit make 33 days; only 30 count, and the thirty-first follows in December.
    full = [Course(0, 95 * 60)] * 3
    assert estimate(*full, credited_days=29, weekly_hours=168, max_credit_days="1") == TODAY
    assert estimate(*full, credited_days=28, weekly_hours=168, max_credit_days="1") == datetime.date(2026, 12, 1)


def test_contracts_are_divided_into_days_each_by_itself():
    # Seven hours in each of two contracts are no day, though together they are fourteen.
    assert estimate(Course(420, 0), Course(420, 0), credited_days=29, weekly_hours=14) == datetime.date(2026, 11, 13)
    assert estimate(Course(420, 0), Course(420, 0), credited_days=29, weekly_hours=0) is None


def test_a_remainder_that_lapses_is_not_counted_in_the_next_month():
    eve = datetime.date(2026, 11, 30)
    assert estimate(Course(0, 420), credited_days=29, weekly_hours=7, today=eve) == datetime.date(2026, 12, 1)
    late = estimate(Course(0, 420), credited_days=29, weekly_hours=7, today=eve, carry_remainder="none")
    assert late == datetime.date(2026, 12, 8)


@pytest.mark.parametrize(("weekly_hours", "contracts", "exceeds"), [(21, 1, False), (22, 1, True), (42, 2, False)])
def test_a_pace_past_the_monthly_limit_is_told(weekly_hours, contracts, exceeds):
    assert exceeds_limit(weekly_minutes=weekly_hours * 60, contracts=contracts, rules=rules()) is exceeds


@given(
    carried=st.lists(st.integers(0, 479), min_size=1, max_size=3),
    entered=st.integers(0, 5700),
    credited_days=st.integers(0, 200),
    weekly_minutes=st.integers(300, 3600),
    start=st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31)),
)
def test_a_clerk_who_counts_day_by_day_finds_the_same_day(carried, entered, credited_days, weekly_minutes, start):
    found = estimate(
        *(Course(minutes, entered) for minutes in carried),
        credited_days=credited_days,
        weekly_hours=weekly_minutes / 60,
        today=start,
    )
    goal = (credited_days // 30 + 1) * 30
    before, rests, inside, day, since = credited_days, list(carried), [entered] * len(carried), start, 0
    while True:
        books = [rest + minutes for rest, minutes in zip(rests, inside, strict=True)]
        credited = before + min(30, sum(book // 480 for book in books))
        if credited >= goal:
            break
        day += datetime.timedelta(days=1)
        since += 1
        if day.day == 1:
            before, rests, known, since = credited, [book % 480 for book in books], 0, 1
        else:
            known = entered if (day.year, day.month) == (start.year, start.month) else 0
        inside = [max(known, min(5700, known + weekly_minutes * since // (7 * len(carried))))] * len(carried)
    assert found == day
