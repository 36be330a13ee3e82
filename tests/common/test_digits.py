"""Numbers are taken as people write them; what is a trick or a slip stays recognisable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.common.digits import mixes_scripts, to_ascii


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("١٠٠٠٠٠٠٠٠٨", "1000000008"),
        ("۱۰۱۲۳۴۵۶۷۲", "1012345672"),
        ("  8 \n", "8"),
        ("8\u200f", "8"),
        ("\u061c8\u00a0", "8"),
        ("\u200b1\u2060\ufeff2", "12"),
        ("٧٫٥", "7٫5"),
        ("８", "８"),
        ("²", "²"),
        ("1\u202f000", "1 000"),
        ("", ""),
    ],
)
def test_digits_become_western_and_invisible_marks_go(typed, read):
    assert to_ascii(typed) == read


@given(st.integers(0, 10**12))
def test_a_number_is_the_same_in_all_three_scripts(number):
    text = str(number)
    for zero in "٠۰":
        typed = "".join(chr(ord(zero) + int(digit)) for digit in text)
        assert to_ascii(typed) == text
        assert not mixes_scripts(typed)


@given(st.text())
def test_reading_twice_changes_nothing_more(text):
    assert to_ascii(to_ascii(text)) == to_ascii(text)


@pytest.mark.parametrize("typed", ["1٢", "۱2", "٣۳", "1٢۳"])
def test_digits_of_several_scripts_in_one_text_are_noticed(typed):
    assert mixes_scripts(typed)
