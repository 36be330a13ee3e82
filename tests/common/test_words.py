"""Amounts in words: cases checked by hand, and every amount read back by a reader that knows only the words."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from apps.common.money import to_riyals
from apps.common.words import LARGEST, amount_in_words

ARABIC = {
    "0.00": "صفر ريال",
    "0.01": "هللة واحدة",
    "0.02": "هللتان",
    "0.03": "ثلاث هللات",
    "0.08": "ثماني هللات",
    "0.10": "عشر هللات",
    "0.11": "إحدى عشرة هللة",
    "0.12": "اثنتا عشرة هللة",
    "0.18": "ثماني عشرة هللة",
    "0.22": "اثنتان وعشرون هللة",
    "0.28": "ثمانٍ وعشرون هللة",
    "1.00": "ريال واحد",
    "2.00": "ريالان",
    "3.00": "ثلاثة ريالات",
    "10.00": "عشرة ريالات",
    "11.00": "أحد عشر ريالًا",
    "12.00": "اثنا عشر ريالًا",
    "21.00": "واحد وعشرون ريالًا",
    "100.00": "مئة ريال",
    "101.00": "مئة ريال وريال واحد",
    "102.00": "مئة ريال وريالان",
    "103.00": "مئة وثلاثة ريالات",
    "111.00": "مئة وأحد عشر ريالًا",
    "200.00": "مئتا ريال",
    "250.00": "مئتان وخمسون ريالًا",
    "480.00": "أربعمئة وثمانون ريالًا",
    "1000.00": "ألف ريال",
    "1002.00": "ألف ريال وريالان",
    "1100.00": "ألف ومئة ريال",
    "2000.00": "ألفا ريال",
    "2003.20": "ألفان وثلاثة ريالات وعشرون هللة",
    "3000.00": "ثلاثة آلاف ريال",
    "11000.00": "أحد عشر ألف ريال",
    "11005.00": "أحد عشر ألفًا وخمسة ريالات",
    "102000.00": "مئة ألف وألفا ريال",
    "200000.00": "مئتا ألف ريال",
    "1000001.00": "مليون ريال وريال واحد",
    "2000500.50": "مليونان وخمسمئة ريال وخمسون هللة",
    "3000000.00": "ثلاثة ملايين ريال",
}
ENGLISH = {
    "0.00": "zero riyals",
    "0.01": "one halala",
    "1.00": "one riyal",
    "1.20": "one riyal and twenty halalas",
    "21.00": "twenty-one riyals",
    "100.00": "one hundred riyals",
    "1000.00": "one thousand riyals",
    "2003.20": "two thousand and three riyals and twenty halalas",
    "480100.00": "four hundred and eighty thousand one hundred riyals",
}
AMOUNTS = st.integers(0, int(LARGEST * 100)) | st.integers(0, 300_000_00)


@pytest.mark.parametrize(("amount", "words"), ARABIC.items())
def test_arabic_follows_the_grammar_of_number_and_noun(amount, words):
    with translation.override("ar"):
        assert amount_in_words(Decimal(amount)) == words


@pytest.mark.parametrize(("amount", "words"), ENGLISH.items())
def test_english_says_the_same(amount, words):
    with translation.override("en"):
        assert amount_in_words(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["-0.01", "1000000000000.00", "1.005", "NaN"])
def test_what_no_invoice_carries_is_refused(amount):
    with pytest.raises((ValueError, ArithmeticError)):
        amount_in_words(Decimal(amount))


@settings(max_examples=1500, deadline=None)
@given(AMOUNTS)
@example(101_000_02)
@example(202_002_01)
@example(10**14 - 1)
def test_the_arabic_words_read_back_as_the_amount(halalas):
    with translation.override("ar"):
        words = amount_in_words(to_riyals(halalas))
    assert read_arabic(words) == halalas
    assert "  " not in words
    assert words == words.strip()


@settings(max_examples=500, deadline=None)
@given(AMOUNTS)
def test_the_english_words_read_back_as_the_amount(halalas):
    with translation.override("en"):
        assert read_english(amount_in_words(to_riyals(halalas))) == halalas


# The readers add up what each word is worth; of genders, cases and duals before a noun they know nothing.
SMALL = {
    "صفر": 0,
    "واحد": 1,
    "واحدة": 1,
    "إحدى": 1,
    "أحد": 1,
    "اثنان": 2,
    "اثنتان": 2,
    "اثنا": 2,
    "اثنتا": 2,
    "ثلاثة": 3,
    "ثلاث": 3,
    "أربعة": 4,
    "أربع": 4,
    "خمسة": 5,
    "خمس": 5,
    "ستة": 6,
    "ست": 6,
    "سبعة": 7,
    "سبع": 7,
    "ثمانية": 8,
    "ثماني": 8,
    "ثمانٍ": 8,
    "تسعة": 9,
    "تسع": 9,
    "عشرة": 10,
    "عشر": 10,
    "عشرون": 20,
    "ثلاثون": 30,
    "أربعون": 40,
    "خمسون": 50,
    "ستون": 60,
    "سبعون": 70,
    "ثمانون": 80,
    "تسعون": 90,
    "مئة": 100,
    "مئتان": 200,
    "مئتا": 200,
    "ثلاثمئة": 300,
    "أربعمئة": 400,
    "خمسمئة": 500,
    "ستمئة": 600,
    "سبعمئة": 700,
    "ثمانمئة": 800,
    "تسعمئة": 900,
}
SCALE = {
    **dict.fromkeys(["ألف", "آلاف", "ألفًا"], 10**3),
    **dict.fromkeys(["مليون", "ملايين", "مليونًا"], 10**6),
    **dict.fromkeys(["مليار", "مليارات", "مليارًا"], 10**9),
}
DUAL = {
    **dict.fromkeys(["ألفان", "ألفا"], 2 * 10**3),
    **dict.fromkeys(["مليونان", "مليونا"], 2 * 10**6),
    **dict.fromkeys(["ملياران", "مليارا"], 2 * 10**9),
    **dict.fromkeys(["ريالان", "هللتان"], 2),
}
RIYAL, HALALA = {"ريال", "ريالان", "ريالات", "ريالًا"}, {"هللة", "هللتان", "هللات"}


def read_arabic(text: str) -> int:
    """Halalas."""
    tokens = [token if token in SMALL else token.removeprefix("و") for token in text.split()]
    nouns = [index for index, token in enumerate(tokens) if token in RIYAL]
    end = nouns[-1] + 1 if nouns else 0
    if tokens[end : end + 1] == ["واحد"]:
        end += 1
    return _value(tokens[:end], RIYAL) * 100 + _value(tokens[end:], HALALA)


def _value(tokens: list[str], nouns: set[str]) -> int:
    total = group = 0
    for token in tokens:
        if token in SMALL:
            group += SMALL[token]
        elif token in SCALE:
            total, group = total + max(group, 1) * SCALE[token], 0
        elif token in DUAL:
            # A hundred before a dual has counted its own noun already: مئة ألف وألفا ريال.
            total += group + DUAL[token]
            group = 0
        else:
            assert token in nouns, token
            total, group = total + group, 0
    return total + group


UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
UNITS += ["seventeen", "eighteen", "nineteen"]
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)


def read_english(text: str) -> int:
    """Halalas."""
    total = group = 0
    amount = 0
    for token in text.replace("-", " ").split():
        if token in UNITS:
            group += UNITS.index(token)
        elif token in TENS:
            group += TENS[token]
        elif token == "hundred":
            group *= 100
        elif token in ("thousand", "million", "billion"):
            total, group = total + group * {"thousand": 10**3, "million": 10**6, "billion": 10**9}[token], 0
        elif token.startswith("riyal"):
            amount, total, group = amount + (total + group) * 100, 0, 0
        elif token.startswith("halala"):
            amount, total, group = amount + total + group, 0, 0
        else:
            assert token == "and", token
    return amount
