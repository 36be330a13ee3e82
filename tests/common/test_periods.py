"""Months are Gregorian and whole; terms and ages are counted in completed months and years."""

import datetime

import pytest

from apps.common.periods import Month, age_on, end_of_term, months_between

date = datetime.date


def test_a_month_prints_and_parses_as_year_and_number():
    assert str(Month.parse("2026-10")) == "2026-10"
    assert Month.of(date(2026, 10, 31)) == Month(2026, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2026-13",
        "2026-00",
        "2026-1",
        "26-10",
        "2026-10-01",
        " 2026-10",
        "2026-10\n",
        "٢٠٢٦-١٠",
        "1447-07",
        "9999-12",
        "",
    ],
)
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="not a month"):
        Month.parse(text)


def test_months_follow_each_other_over_the_new_year():
    december = Month(2026, 12)
    assert (december.next, december.previous, december + 14) == (Month(2027, 1), Month(2026, 11), Month(2028, 2))
    assert (december.next - december, Month(2026, 1) - december) == (1, -11)
    assert december.previous < december < december.next


def test_a_month_has_its_days_and_no_other():
    february = Month(2028, 2)
    assert (february.first_day, february.last_day, february.length) == (date(2028, 2, 1), date(2028, 2, 29), 29)
    assert february.days == [date(2028, 2, 1) + datetime.timedelta(days=offset) for offset in range(29)]
    assert date(2028, 2, 29) in february
    assert date(2028, 3, 1) not in february
    assert date(2027, 2, 1) not in february


def test_the_months_between_two_include_both():
    assert months_between(Month(2026, 11), Month(2027, 1)) == [Month(2026, 11), Month(2026, 12), Month(2027, 1)]
    assert months_between(Month(2026, 11), Month(2026, 11)) == [Month(2026, 11)]
    assert months_between(Month(2026, 11), Month(2026, 10)) == []


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 5, 2), 12, date(2027, 5, 1)),
        (date(2026, 1, 1), 12, date(2026, 12, 31)),
        (date(2027, 3, 31), 1, date(2027, 4, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
    ],
)
def test_a_term_ends_on_the_day_before_it_would_begin_again(start, months, end):
    assert end_of_term(start, months=months) == end


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2011, 10, 20), date(2026, 10, 19), 14),
        (date(2011, 10, 20), date(2026, 10, 20), 15),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
    ],
)
def test_a_year_of_age_is_completed_on_the_birthday(birth, day, age):
    assert age_on(birth, day) == age
