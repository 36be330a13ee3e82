"""Amounts and days as people write them."""

import datetime
from decimal import Decimal

import pytest

from apps.common import reading
from apps.common.reading import read_amount, read_day


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1000.5", "1000.50"),
        ("1,000.50", "1000.50"),
        ("١٬٠٠٠٫٥٠", "1000.50"),
        ("۱٬۰۰۰٫۵۰", "1000.50"),
        ("٣١٫٢٥", "31.25"),
        ("31.250", "31.25"),
        ("0.01", "0.01"),
        ("00012", "12.00"),
        (" 8\u200f ", "8.00"),
        ("8\u00a0", "8.00"),
        ("1,234,567.89", "1234567.89"),
    ],
)
def test_an_amount_is_read_in_every_way_it_is_written_here(text, amount):
    assert str(read_amount(text)) == amount


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("0", reading.AmountNotPositive),
        ("0.00", reading.AmountNotPositive),
        ("-5", reading.AmountNotPositive),
        ("−5", reading.AmountNotPositive),
        ("0.001", reading.AmountNotInHalalas),
        ("1000000000000000", reading.AmountTooLarge),
        ("1e15", reading.AmountNotUnderstood),
        ("1_0", reading.AmountNotUnderstood),
        ("NaN", reading.AmountNotUnderstood),
        ("Infinity", reading.AmountNotUnderstood),
        ("0x8", reading.AmountNotUnderstood),
        ("²", reading.AmountNotUnderstood),
        ("８", reading.AmountNotUnderstood),
        ("1٢", reading.AmountNotUnderstood),
        ("8,5", reading.AmountNotUnderstood),
        ("1,00", reading.AmountNotUnderstood),
        (".5", reading.AmountNotUnderstood),
        ("5.", reading.AmountNotUnderstood),
        ("5 ريال", reading.AmountNotUnderstood),
    ],
)
def test_another_amount_is_refused_by_its_reason(text, refusal):
    with pytest.raises(refusal):
        read_amount(text)


def test_a_field_may_set_a_lower_limit():
    assert read_amount("99.99", largest=Decimal("99.99"))
    with pytest.raises(reading.AmountTooLarge, match=r"99\.99"):
        read_amount("100", largest=Decimal("99.99"))


@pytest.mark.parametrize(
    "text",
    [
        "31/01/2026",
        "٣١/٠١/٢٠٢٦",
        "۳۱/۰۱/۲۰۲۶",
        "2026-01-31",
        "٢٠٢٦-٠١-٣١",
        "2026/1/31",
        "31-1-2026",
        "31.01.2026",
        " 31/01/2026\u200f\n",
    ],
)
def test_a_day_is_read_in_either_order(text):
    assert read_day(text) == datetime.date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("2026-02-30", reading.DayDoesNotExist),
        ("29/02/2026", reading.DayDoesNotExist),
        ("31/04/2026", reading.DayDoesNotExist),
        ("2026-13-01", reading.DayDoesNotExist),
        ("00/01/2026", reading.DayDoesNotExist),
        ("31/04", reading.DayNotUnderstood),
        ("", reading.DayNotUnderstood),
        ("tomorrow", reading.DayNotUnderstood),
        ("2026-01/31", reading.DayNotUnderstood),
        ("31/01/26", reading.DayNotUnderstood),
        ("3١/01/2026", reading.DayNotUnderstood),
        ("2026-01-31T00:00", reading.DayNotUnderstood),
        ("0001-01-01", reading.DayOutOfRange),
        ("9999-12-31", reading.DayOutOfRange),
    ],
)
def test_another_day_is_refused_by_its_reason(text, refusal):
    with pytest.raises(refusal):
        read_day(text)


@pytest.mark.parametrize("text", ["1447-07-12", "12/07/1447", "١٢/٠٧/١٤٤٧"])
def test_a_hijri_day_is_refused_with_the_same_day_in_the_other_calendar(text):
    with pytest.raises(reading.DayIsHijri, match=r"تاريخ هجري؟.*01/01/2026") as caught:
        read_day(text)
    assert caught.value.values["day"] == datetime.date(2026, 1, 1)


def test_a_hijri_day_that_does_not_exist_is_refused_as_such():
    with pytest.raises(reading.DayDoesNotExist):
        read_day("1447-13-01")


def test_what_was_typed_is_repeated_only_so_far():
    with pytest.raises(reading.DayNotUnderstood) as caught:
        read_day("x" * 5000)
    assert len(str(caught.value)) < 150
