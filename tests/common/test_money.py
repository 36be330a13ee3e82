"""Amounts: one place rounds, half up, and parts always add up to the whole."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.common import money


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("24.685", "24.69"),
        ("124.222", "124.22"),
        ("26.152", "26.15"),
        ("0.005", "0.01"),
        ("0.00499", "0.00"),
        ("2", "2.00"),
    ],
)
def test_a_riyal_amount_is_rounded_half_up_to_the_halala(amount, rounded):
    assert str(money.round_money(Decimal(amount))) == rounded


def test_halalas_and_riyals_are_the_same_amount():
    assert money.to_halalas(Decimal("1939.20")) == 193_920
    assert str(money.to_riyals(193_920)) == "1939.20"
    assert str(money.to_riyals(0)) == "0.00"


@given(st.integers(min_value=0, max_value=10**12))
def test_halalas_survive_the_way_to_riyals_and_back(halalas):
    assert money.to_halalas(money.to_riyals(halalas)) == halalas


def test_an_amount_with_a_fraction_of_a_halala_is_no_amount():
    with pytest.raises(ValueError, match="halalas"):
        money.to_halalas(Decimal("0.005"))


@given(st.integers(0, 10**10), st.integers(0, 10**5), st.integers(1, 10**5))
def test_a_share_is_the_exact_quotient_rounded_half_up(amount, numerator, denominator):
    exact = Fraction(amount * numerator, denominator)
    share = money.fraction(amount, numerator, denominator)
    assert isinstance(share, int)
    assert -Fraction(1, 2) < share - exact <= Fraction(1, 2)


def test_half_a_halala_goes_up():
    assert money.fraction(1, 1, 2) == 1
    assert money.fraction(3, 1, 2) == 2


weights = st.lists(st.integers(1, 10**8), min_size=1, max_size=12)


@given(st.integers(0, 10**8), weights)
def test_parts_add_up_to_the_whole_and_none_is_a_unit_away_from_its_share(total, weights):
    parts = money.apportion(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, sum(weights))) < 1


@given(st.integers(0, 10**8), weights)
def test_no_part_that_was_cut_less_gets_a_unit_before_one_that_was_cut_more(total, weights):
    parts = money.apportion(total, weights)
    shares = [Fraction(total * weight, sum(weights)) for weight in weights]
    cut = [share - share.__floor__() for share in shares]
    raised = [index for index, part in enumerate(parts) if part > shares[index].__floor__()]
    left = [index for index in range(len(parts)) if index not in raised]
    assert all((-cut[up], up) < (-cut[down], down) for up in raised for down in left)


def test_of_equal_fractions_the_earlier_gets_the_unit():
    assert money.apportion(100, [1, 1, 1]) == [34, 33, 33]
