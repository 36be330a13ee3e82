"""Amounts and days as people and files write them, in any of the digits in use here, as values or with a refusal."""

import datetime
import re
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from hijridate import Hijri

from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError

LARGEST = Decimal("999999999999.99")
_FIRST_YEAR, _LAST_YEAR = 1900, 2150

_AMOUNT = re.compile(r"([-\u2212]?)(\d+|\d{1,3}(?:[,\u066c]\d{3})+)(?:[.\u066b](\d+))?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_HIJRI_YEARS = range(1343, 1501)


class AmountNotUnderstood(DomainError):
    message = _("“%(value)s” is not an amount. Write it like 1,000.50")


class AmountNotPositive(DomainError):
    message = _("The amount must be more than zero")


class AmountNotInHalalas(DomainError):
    message = _("An amount has at most two decimals, such as 31.25")


class AmountTooLarge(DomainError):
    message = _("The amount can be %(limit)s at most")


class DayNotUnderstood(DomainError):
    message = _("“%(value)s” is not a date. Write it like 31/01/2026")


class DayDoesNotExist(DomainError):
    message = _("There is no such day in the calendar: %(value)s")


class DayOutOfRange(DomainError):
    message = _("The year must lie between %(first)s and %(last)s")


class DayIsHijri(DomainError):
    """A date of the Hijri calendar where a Gregorian one belongs; `day` is the same day in the Gregorian calendar."""

    message = _("Is this a Hijri date? In the Gregorian calendar it is %(written)s (%(day)s)")


def read_amount(text: str, *, largest: Decimal = LARGEST) -> Decimal:
    """Riyals above zero with at most two decimals: `1000.5`, `1,000.50`, `١٬٠٠٠٫٥٠`."""
    found = None if mixes_scripts(text) else _AMOUNT.fullmatch(to_ascii(text))
    if found is None:
        raise AmountNotUnderstood(value=_quoted(text))
    sign, whole, places = found[1], found[2].replace(",", "").replace("\u066c", ""), (found[3] or "").rstrip("0")
    amount = Decimal(f"{whole}.{places or 0}")
    if sign or not amount:
        raise AmountNotPositive
    if len(places) > 2:
        raise AmountNotInHalalas
    if amount > largest:
        raise AmountTooLarge(limit=f"{largest:,}")
    return amount.quantize(Decimal("0.01"))


def read_day(text: str) -> datetime.date:
    """The Gregorian day meant by `2026-01-31`, `31/01/2026` or `٣١/٠١/٢٠٢٦`.

    A Hijri date is refused with `DayIsHijri`, which carries the same day in the Gregorian calendar.
    """
    plain = to_ascii(text)
    if mixes_scripts(text):
        raise DayNotUnderstood(value=_quoted(text))
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, number = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.fullmatch(plain):
        year, month, number = int(found[4]), int(found[3]), int(found[1])
    else:
        raise DayNotUnderstood(value=_quoted(text))
    if year in _HIJRI_YEARS:
        _refuse_hijri(year, month, number, plain)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise DayOutOfRange(first=_FIRST_YEAR, last=_LAST_YEAR)
    try:
        return datetime.date(year, month, number)
    except ValueError:
        raise DayDoesNotExist(value=plain) from None


def _refuse_hijri(year: int, month: int, number: int, plain: str) -> None:
    try:
        day = datetime.date(*Hijri(year, month, number).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        raise DayDoesNotExist(value=plain) from None
    raise DayIsHijri(day=day, written=f"{day:%d/%m/%Y}")


def _quoted(text: str) -> str:
    """What was typed, short enough to be repeated."""
    plain = text.strip()
    return plain if len(plain) <= 40 else f"{plain[:40]}…"
