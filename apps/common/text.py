"""Numbers and counted things in words: one number format for both languages, six Arabic plural forms."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.common import dates
from apps.common.money import to_riyals

MINUS = "\u2212"
# So many of an ID's last digits are shown where the ID is masked.
SHOWN_DIGITS = 3
# Any number of the last Arabic plural form, which fractions take too.
_FRACTION = 100


def number(value: int | Decimal) -> str:
    """`1,317` or `7.5`: groups of three, the shortest fraction, a true minus."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{value!r} is neither a whole number nor a decimal")
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def money(amount: Decimal) -> str:
    """`1,939.20`: riyals, always two places."""
    if not isinstance(amount, Decimal):
        raise TypeError(f"{amount!r} is not an amount: a Decimal of riyals is expected")
    return f"{amount:,.2f}".replace("-", MINUS)


def riyals(amount: Decimal) -> str:
    """`SAR 1,939.20`"""
    return _("SAR %(amount)s") % {"amount": money(amount)}


def percent(value: Decimal) -> str:
    """`9.5%`"""
    return f"{number(value)}%"


def rate(parts: int) -> str:
    """A contribution rate, given in parts of 100,000: 9,500 is `9.5%`."""
    return percent(Decimal(parts) / 1000)


def hours(minutes: int) -> str:
    """Minutes as hours in their shortest form: `66`, `7.5`, `7.25`."""
    if isinstance(minutes, bool) or not isinstance(minutes, int):
        raise TypeError(f"{minutes!r} is not a whole number of minutes")
    return number((Decimal(minutes) / 60).quantize(Decimal("0.01")))


def masked_id(national_id: str) -> str:
    """`1••••••072`: enough to recognise, too little to use."""
    hidden = len(national_id) - 1 - SHOWN_DIGITS
    return f"{national_id[:1]}{'•' * hidden}{national_id[-SHOWN_DIGITS:]}"


def isolated(value: str) -> str:
    """A number with signs, kept in its own order by invisible marks: for papers, where an element costs more."""
    return f"\u2066{value}\u2069"


def hour_count(minutes: int) -> str:
    """`66 hours`, from minutes."""
    whole, rest = divmod(minutes, 60)
    return ngettext("%(n)s hour", "%(n)s hours", _FRACTION if rest else whole) % {"n": hours(minutes)}


def minute_count(count: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", count) % {"n": number(count)}


def session_count(count: int) -> str:
    return ngettext("%(n)s session", "%(n)s sessions", count) % {"n": number(count)}


def day_count(count: int) -> str:
    return ngettext("%(n)s day", "%(n)s days", count) % {"n": number(count)}


# A number for each plural form by its name in browsers; languages with fewer forms use those that they have.
PLURAL_FORMS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": _FRACTION}


def day_forms() -> dict[str, str]:
    """`day_count` for a script: the words of each plural form, with `{n}` for the number."""
    return {form: ngettext("%(n)s day", "%(n)s days", n) % {"n": "{n}"} for form, n in PLURAL_FORMS.items()}


def month_count(count: int) -> str:
    return ngettext("%(n)s month", "%(n)s months", count) % {"n": number(count)}


def subscriber_count(count: int) -> str:
    return ngettext("%(n)s subscriber", "%(n)s subscribers", count) % {"n": number(count)}


def contract_count(count: int) -> str:
    return ngettext("%(n)s contract", "%(n)s contracts", count) % {"n": number(count)}


def offer_count(count: int) -> str:
    return ngettext("%(n)s offer", "%(n)s offers", count) % {"n": number(count)}


def result_count(count: int) -> str:
    return ngettext("%(n)s result", "%(n)s results", count) % {"n": number(count)}


COUNTS: dict[str, Callable[[int], str]] = {
    "minute": minute_count,
    "session": session_count,
    "day": day_count,
    "month": month_count,
    "subscriber": subscriber_count,
    "contract": contract_count,
    "offer": offer_count,
    "result": result_count,
}

_WORDS = {
    "minutes": hour_count,
    "days": day_count,
    "months": month_count,
    "number": number,
    "money": lambda halalas: riyals(to_riyals(halalas)),
    "rate": rate,
    "month": dates.month_name,
}


def words(kind: str, value) -> str:
    """A value of an explanation as it is said; kinds and units are those of `accruals.rules.Step`."""
    return _WORDS[kind](value)


def sentence(step) -> str:
    """One step of an explanation as plain text; invisible marks keep a rate and its sign in their order."""
    values = {name: words(kind, value) for name, (kind, value) in step.values.items()}
    rates = {name: isolated(values[name]) for name, value in step.values.items() if value[0] == "rate"}
    return str(step.template) % (values | rates)
