"""The rules of a month as one value, the law of a subscriber, and the order in which months close."""

import datetime

import pytest

from apps.common.periods import Month
from apps.regulations import rules
from apps.regulations.choices import Law
from tests.factories import ruleset

date = datetime.date
NEW_LAW = date(2024, 7, 3)


@pytest.mark.parametrize(
    ("first_insured_on", "law"),
    [
        (date(2010, 1, 1), Law.OLD),
        (date(2024, 7, 2), Law.OLD),
        (NEW_LAW, Law.NEW),
        (date(2025, 1, 1), Law.NEW),
        (None, Law.NEW),
    ],
)
def test_who_was_insured_before_the_new_law_stays_under_the_old_one(first_insured_on, law):
    assert rules.law_of(first_insured_on, new_law_from=NEW_LAW) == law


@pytest.mark.parametrize(
    ("text", "parts"), [("9.00", 9000), ("9.5", 9500), ("0.75", 750), ("100.00", 100_000), ("0", 0)]
)
def test_a_rate_is_whole_parts_of_a_hundred_thousand(text, parts):
    assert rules.rate(text) == parts
    assert rules.percent(parts) * 1000 == parts


def test_a_rate_finer_than_that_is_refused():
    with pytest.raises(ValueError, match="decimals"):
        rules.rate("9.0001")


@pytest.mark.parametrize(
    ("month", "law", "rate"),
    [
        (Month(2024, 7), Law.NEW, 9000),
        (Month(2025, 6), Law.NEW, 9000),
        (Month(2025, 7), Law.NEW, 9500),
        (Month(2026, 6), Law.NEW, 9500),
        (Month(2026, 7), Law.NEW, 10_000),
        (Month(2027, 7), Law.NEW, 10_500),
        (Month(2028, 7), Law.NEW, 11_000),
        (Month(2031, 1), Law.NEW, 11_000),
        (Month(2024, 7), Law.OLD, 9000),
        (Month(2031, 1), Law.OLD, 9000),
    ],
)
def test_the_rate_steps_up_each_july_under_the_new_law_alone(month, law, rate):
    assert ruleset(month, law).annuities_rate == rate


def test_the_days_of_a_month_follow_from_its_rules():
    september = ruleset(Month(2026, 9))
    assert september.last_entry_day == date(2026, 10, 5)
    assert september.invoice_date == date(2026, 10, 6)
    assert september.due_on == date(2026, 10, 15)
    assert ruleset(Month(2026, 12)).due_on == date(2027, 1, 15)


def test_a_rule_that_is_missing_is_named():
    with pytest.raises(rules.RuleMissing, match="minutes_per_day"):
        rules.RuleSet.read(Month(2026, 9), Law.OLD, {})


def check(month: Month, **state):
    known = {"first": Month(2024, 7), "last_closed": None, "earliest_open": None, "today": date(2026, 10, 1)}
    rules.check_closing(month, **{**known, **state})


def test_a_month_closes_when_it_is_over_and_not_before():
    check(Month(2026, 9))
    with pytest.raises(rules.MonthNotOver):
        check(Month(2026, 9), today=date(2026, 9, 30))


def test_months_close_in_order():
    check(Month(2026, 9), last_closed=Month(2026, 8))
    for month in (Month(2026, 7), Month(2026, 8), Month(2026, 6)):
        with pytest.raises(rules.MonthOutOfOrder):
            check(month, last_closed=Month(2026, 8))
    with pytest.raises(rules.MonthOutOfOrder):
        check(Month(2026, 9), earliest_open=Month(2026, 8))
    check(Month(2026, 9), earliest_open=Month(2026, 9))


def test_a_month_before_the_portal_knew_any_is_refused():
    with pytest.raises(rules.MonthUnknown):
        check(Month(2024, 6))


@pytest.mark.parametrize(
    ("floor", "hourly_wage", "is_below"),
    [(150_000, 624, True), (150_000, 625, False), (160_000, 666, True), (160_000, 667, False)],
)
def test_a_wage_is_below_the_floor_when_its_full_month_is(floor, hourly_wage, is_below):
    limits = ruleset(Month(2026, 9), wage_floor=floor)
    assert limits.is_below_floor(hourly_wage) is is_below
    assert (hourly_wage < limits.lowest_full_wage) is is_below


def test_without_a_floor_no_wage_lies_below_it():
    assert not ruleset(Month(2026, 9), floor_basis="none").is_below_floor(1)
