"""Numbers and counted things as people read them, in both languages."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.utils import translation

from apps.common import text
from apps.common.periods import Month

MINUS = "\u2212"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا أيام"),
        (1, "يوم واحد"),
        (2, "يومان"),
        (3, "3 أيام"),
        (10, "10 أيام"),
        (11, "11 يومًا"),
        (99, "99 يومًا"),
        (100, "100 يوم"),
        (101, "101 يوم"),
        (102, "102 يوم"),
        (103, "103 أيام"),
        (1317, "1,317 يومًا"),
    ],
)
def test_days_are_counted_in_six_forms(count, said):
    assert text.day_count(count) == said


def test_english_knows_one_and_many():
    with translation.override("en"):
        assert [text.day_count(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize("noun", text.COUNTS)
def test_every_counted_noun_has_its_own_words_for_none_one_and_two(noun):
    said = [text.COUNTS[noun](count) for count in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6
    assert not [words for words in said[:3] if any(character.isdigit() for character in words)]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "لا ساعات"), (60, "ساعة واحدة"), (120, "ساعتان"), (180, "3 ساعات"), (3960, "66 ساعة"), (450, "7.5 ساعة")],
)
def test_hours_are_counted_and_fractions_take_the_last_form(minutes, said):
    assert text.hour_count(minutes) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0"), (15, "0.25"), (450, "7.5"), (435, "7.25"), (3960, "66"), (79020, "1,317")]
)
def test_hours_are_written_in_their_shortest_form(minutes, said):
    assert text.hours(minutes) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [("0", "0.00"), ("1939.2", "1,939.20"), ("45000.00", "45,000.00"), ("-2000", f"{MINUS}2,000.00")],
)
def test_money_has_two_places_and_a_true_minus(amount, said):
    assert text.money(Decimal(amount)) == said


@pytest.mark.parametrize("amount", [None, 19, 19.5, "19.50", True])
def test_what_is_no_amount_is_never_printed_as_one(amount):
    with pytest.raises(TypeError):
        text.money(amount)


@pytest.mark.parametrize("minutes", [None, 7.5, Decimal("450"), "450", True])
def test_what_are_no_minutes_are_never_printed_as_hours(minutes):
    with pytest.raises(TypeError):
        text.hours(minutes)


def test_riyals_have_their_name_where_the_language_wants_it():
    assert text.riyals(Decimal("1939.20")) == "1,939.20 ريال"
    with translation.override("en"):
        assert text.riyals(Decimal("1939.20")) == "SAR 1,939.20"


def test_rates_are_percentages_in_their_shortest_form():
    assert [text.rate(parts) for parts in (9_000, 9_500, 11_000, 750)] == ["9%", "9.5%", "11%", "0.75%"]


def test_a_masked_id_keeps_its_first_digit_and_the_last_three():
    assert text.masked_id("1012345072") == "1••••••072"


@dataclass
class Step:
    template: str
    values: dict


def test_a_step_of_an_explanation_becomes_a_sentence():
    step = Step(
        "%(hours)s, %(month)s: %(days)s × %(wage)s, %(rate)s, %(months)s, %(number)s",
        {
            "hours": ("minutes", 3960),
            "month": ("month", Month(2026, 10)),
            "days": ("days", 8),
            "wage": ("money", 32000),
            "rate": ("rate", 9500),
            "months": ("months", 7),
            "number": ("number", 30),
        },
    )
    assert text.sentence(step) == ("66 ساعة, أكتوبر 2026: 8 أيام × 320.00 ريال, \u20669.5%\u2069, 7 أشهر, 30")
