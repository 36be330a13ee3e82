"""An amount of riyals and halalas in words, as receipts and invoices carry it, in Arabic and in English.

Arabic counts by the noun: one and two are said by the noun itself, three to ten take the opposite gender and the
plural, eleven to ninety-nine the accusative, hundreds and thousands the genitive singular; one or two above a hundred
repeat it (مئة ريال وريالان). A dual loses its last letter before the noun it counts (ألفا ريال, مئتا ريال).
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language

from apps.common.money import to_halalas

LARGEST = Decimal("999999999999.99")


def amount_in_words(amount: Decimal) -> str:
    """`ألفان وثلاثة ريالات وعشرون هللة` or `two thousand and three riyals and twenty halalas`, by the language in use.

    Refuses with `ValueError` what no invoice carries: a negative amount, a fraction of a halala, a trillion or more.
    """
    if not 0 <= amount <= LARGEST:
        raise ValueError(f"{amount} riyals cannot be put in words")
    riyals, halalas = divmod(to_halalas(amount), 100)
    return _arabic(riyals, halalas) if get_language() == "ar" else _english(riyals, halalas)


@dataclass(frozen=True, slots=True)
class _Noun:
    singular: str
    one: str
    two: str
    two_before_noun: str
    few: str
    many: str
    is_feminine: bool = False


_RIYAL = _Noun("ريال", "ريال واحد", "ريالان", "ريالا", "ريالات", "ريالًا")
_HALALA = _Noun("هللة", "هللة واحدة", "هللتان", "هللتا", "هللات", "هللة", is_feminine=True)
_SCALES = (
    (10**9, _Noun("مليار", "مليار", "ملياران", "مليارا", "مليارات", "مليارًا")),
    (10**6, _Noun("مليون", "مليون", "مليونان", "مليونا", "ملايين", "مليونًا")),
    (10**3, _Noun("ألف", "ألف", "ألفان", "ألفا", "آلاف", "ألفًا")),
)

# How many of a masculine and of a feminine noun.
_UNITS = (
    ("", ""),
    ("واحد", "واحدة"),
    ("اثنان", "اثنتان"),
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
)
_TEENS = (
    ("أحد عشر", "إحدى عشرة"),
    ("اثنا عشر", "اثنتا عشرة"),
    *((f"{masculine} عشر", f"{feminine} عشرة") for masculine, feminine in _UNITS[3:10]),
)
_BEFORE_TENS = {1: ("واحد", "إحدى"), 8: ("ثمانية", "ثمانٍ")}
_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS = ("", "مئة", "مئتان", *(f"{digit}مئة" for digit in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")))


def _arabic(riyals: int, halalas: int) -> str:
    parts = []
    if riyals or not halalas:
        parts.append(_count(riyals, _RIYAL))
    if halalas:
        parts.append(_count(halalas, _HALALA))
    return " و".join(parts)


def _count(number: int, noun: _Noun) -> str:
    """So many of the noun, in the nominative."""
    if number == 0:
        return f"صفر {noun.singular}"
    parts = []
    rest = number
    for size, scale in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            # One or two left over repeat the noun, so it has to stand here already: ألف ريال وريالان.
            parts.append(_group(count, scale, before=noun if rest < 3 else None))
    if rest:
        parts.append(_group(rest, noun))
    return " و".join(parts)


def _group(count: int, noun: _Noun, *, before: _Noun | None = None) -> str:
    """One to 999 of a noun, which may itself count another that comes right after it, as in ثلاثة آلاف ريال."""
    hundreds, rest = divmod(count, 100)
    after = f" {before.singular}" if before else ""
    if rest == 0:
        return f"{_hundreds(hundreds)} {noun.singular}{after}"
    if rest == 1:
        last = (noun.singular if before else noun.one) + after
    elif rest == 2:
        last = (noun.two_before_noun if before else noun.two) + after
    elif rest <= 10:
        last = f"{_UNITS[rest][noun.is_feminine]} {noun.few}{after}"
    else:
        last = f"{_below_hundred(rest, noun)} {noun.singular if before else noun.many}{after}"
    if not hundreds:
        return last
    first = f"{_hundreds(hundreds)} {noun.singular}" if rest < 3 else _HUNDREDS[hundreds]
    return f"{first} و{last}"


def _hundreds(hundreds: int) -> str:
    """Hundreds right before their noun."""
    return "مئتا" if hundreds == 2 else _HUNDREDS[hundreds]


def _below_hundred(number: int, noun: _Noun) -> str:
    """Eleven to 99."""
    if number < 20:
        return _TEENS[number - 11][noun.is_feminine]
    tens, unit = divmod(number, 10)
    words = _BEFORE_TENS.get(unit, _UNITS[unit])[noun.is_feminine]
    return f"{words} و{_TENS[tens]}" if unit else _TENS[tens]


_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))


def _english(riyals: int, halalas: int) -> str:
    parts = []
    if riyals or not halalas:
        parts.append(f"{_english_number(riyals)} {'riyal' if riyals == 1 else 'riyals'}")
    if halalas:
        parts.append(f"{_english_number(halalas)} {'halala' if halalas == 1 else 'halalas'}")
    return " and ".join(parts)


def _english_number(number: int) -> str:
    """`one thousand two hundred and five`"""
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _ENGLISH_TENS[tens] + (f"-{_ENGLISH[unit]}" if unit else "")
    for size, name in _ENGLISH_SCALES:
        count, rest = divmod(number, size)
        if count:
            words = f"{_english_number(count)} {name}"
            if not rest:
                return words
            return f"{words} and {_english_number(rest)}" if rest < 100 else f"{words} {_english_number(rest)}"
    raise AssertionError(number)
