"""What a contract may be, without a database: age and term to the day, wages, overlap, and the words of a refusal."""

import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from apps.common.periods import Month
from apps.contracts import rules
from apps.contracts.rules import Term, WageRow
from apps.regulations.rules import MonthClosed
from tests.factories import ruleset

RULES = ruleset(Month(2026, 1))
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)
HERE, THERE = (1, 1), (2, 1)


def check(**overrides) -> list:
    facts = {
        "starts_on": FIRST,
        "ends_on": LAST,
        "birth_date": datetime.date(1990, 1, 1),
        "hourly_wage": Decimal("30.00"),
        "rules": RULES,
        "last_closed": None,
    }
    return [refusal for _field, refusal in rules.check_contract(**facts | overrides)]


def refused(**overrides) -> list[type]:
    return [type(refusal) for refusal in check(**overrides)]


# Term


def test_a_year_is_allowed_and_a_day_more_is_not():
    assert refused() == []
    assert refused(ends_on=datetime.date(2027, 1, 1)) == [rules.TermTooLong]


def test_one_day_is_a_term():
    assert refused(ends_on=FIRST) == []
    assert refused(ends_on=datetime.date(2025, 12, 31)) == [rules.EndBeforeStart]


@pytest.mark.parametrize(
    ("first", "last"), [((2028, 2, 29), (2029, 2, 27)), ((2026, 3, 31), (2027, 3, 30)), ((2027, 3, 1), (2028, 2, 29))]
)
def test_a_year_ends_on_the_day_before_its_return(first, last):
    first, last = datetime.date(*first), datetime.date(*last)
    assert refused(starts_on=first, ends_on=last) == []
    assert refused(starts_on=first, ends_on=last + datetime.timedelta(1)) == [rules.TermTooLong]


def test_the_longest_term_follows_the_rules_of_the_first_month():
    assert refused(rules=ruleset(Month(2026, 1), contract_max_months=6)) == [rules.TermTooLong]


def test_a_term_cannot_begin_in_a_closed_month_or_before_one():
    assert refused(last_closed=Month(2025, 12)) == []
    assert refused(last_closed=Month(2026, 1)) == [MonthClosed]
    assert refused(last_closed=Month(2026, 5)) == [MonthClosed]


# Age on the first day: 15 to 64 completed years


@pytest.mark.parametrize(
    ("birth_date", "refusals"),
    [
        ((2011, 1, 1), []),
        ((2011, 1, 2), [rules.TooYoung]),
        ((1961, 1, 2), []),
        ((1961, 1, 1), [rules.TooOld]),
    ],
)
def test_age_counts_in_completed_years_on_the_first_day(birth_date, refusals):
    assert refused(birth_date=datetime.date(*birth_date)) == refusals


def test_who_was_born_on_a_leap_day_is_fifteen_on_the_first_of_march():
    leap = datetime.date(2012, 2, 29)
    assert refused(birth_date=leap, starts_on=datetime.date(2027, 2, 28), ends_on=datetime.date(2027, 5, 1)) == [
        rules.TooYoung
    ]
    assert refused(birth_date=leap, starts_on=datetime.date(2027, 3, 1), ends_on=datetime.date(2027, 5, 1)) == []


# Wages


@pytest.mark.parametrize(
    ("wage", "refusals"),
    [
        ("0.01", []),
        ("0", [rules.WageNotPositive]),
        ("-1", [rules.WageNotPositive]),
        ("0.001", [rules.WageNotInHalalas]),
    ],
)
def test_a_wage_is_a_whole_number_of_halalas_above_zero(wage, refusals):
    assert refused(hourly_wage=Decimal(wage)) == refusals


def test_a_wage_may_change_from_the_second_month_to_the_last():
    def change(month: int, year: int = 2026, **overrides) -> list[type]:
        row = WageRow("C-1", datetime.date(year, month, 1), Decimal("31.00"))
        facts = {"starts_on": FIRST, "ends_on": LAST, "in_force": Decimal("30.00"), "last_closed": None}
        return [type(refusal) for _field, refusal in rules.check_wage_change(row, **facts | overrides)]

    assert [change(month) for month in (1, 2, 12)] == [[rules.WageBeforeStart], [], []]
    assert change(1, 2027) == [rules.WageAfterEnd]
    assert change(1, in_force=Decimal("31.00")) == []
    assert change(2, last_closed=Month(2026, 2)) == [MonthClosed]


# Overlap


def overlapping(new: list[Term], existing: list[Term] = ()) -> list[int]:
    return sorted(position for position, _refusal in rules.overlaps(new, existing))


def term(first: int, last: int, position: int | None = None, pair=HERE) -> Term:
    return Term(pair, datetime.date(2026, 1, first), datetime.date(2026, 1, last), "C-1", position)


def test_terms_that_only_touch_do_not_meet():
    assert overlapping([term(1, 5, 0), term(6, 9, 1)]) == []
    assert overlapping([term(1, 5, 0), term(5, 9, 1)]) == [1]


def test_terms_with_another_establishment_do_not_meet():
    assert overlapping([term(1, 5, 0), term(1, 5, 1, pair=THERE)]) == []


def test_the_new_one_is_refused_whichever_begins_first():
    assert overlapping([term(5, 9, 0)], [term(1, 6)]) == [0]
    assert overlapping([term(1, 6, 0)], [term(5, 9)]) == [0]
    assert overlapping([term(1, 31, 0)], [term(2, 3), term(5, 6)]) == [0, 0]


def test_a_short_one_between_hides_nothing_of_a_long_one():
    assert overlapping([term(1, 20, 0), term(2, 3, 1), term(10, 11, 2)]) == [1, 2]


def test_another_new_one_is_told_from_a_recorded_one():
    rows = [term(1, 5, 0), term(5, 9, 1)]
    assert [type(refusal) for _, refusal in rules.overlaps(rows, [])] == [rules.RowsOverlap]
    assert [type(refusal) for _, refusal in rules.overlaps(rows[1:], [term(1, 5)])] == [rules.ContractsOverlap]


# Ending, and words


def test_the_last_day_lies_in_the_term_and_in_an_open_month():
    for day in (FIRST, LAST):
        rules.check_last_day(day, starts_on=FIRST, ends_on=LAST, last_closed=None)
    with pytest.raises(rules.LastDayOutsideTerm):
        rules.check_last_day(datetime.date(2027, 1, 1), starts_on=FIRST, ends_on=LAST, last_closed=None)
    with pytest.raises(MonthClosed):
        rules.check_last_day(FIRST, starts_on=FIRST, ends_on=LAST, last_closed=Month(2026, 1))


def test_only_a_contract_in_force_can_be_ended():
    assert list(rules.allowed_actions("active")) == ["terminate"]
    assert list(rules.allowed_actions("terminated")) == []


def test_a_refusal_names_the_rule_its_source_and_what_would_do():
    (refusal,) = check(ends_on=datetime.date(2027, 3, 1))
    with translation.override("en"):
        assert str(refusal) == (
            "A flexible-work contract lasts 12 months at most (Labour Regulation 27/2/12): "
            "beginning on 1 January 2026, it can end on 31 December 2026 at the latest"
        )
    with translation.override("ar"):
        assert "31 ديسمبر 2026" in str(refusal)
