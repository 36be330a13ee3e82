"""Hours as people write them, and as the portal writes them back."""

import re

from django.utils.translation import gettext_lazy as _

from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError


class HoursNotUnderstood(DomainError):
    message = _("“%(value)s” is not understood. Write 7.5 or 7:30")


class HoursNotInSteps(DomainError):
    message = _("Use quarter hours, such as 7.25")


def as_hours(minutes: int) -> str:
    """Minutes as hours in their shortest form, as a cell echoes them: 450 → `7.5`."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}.{rest * 100 // 60:02d}".rstrip("0") if rest else str(whole)


_NONE = {"", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)", re.ASCII)
_DECIMAL = re.compile(r"(-?)(\d{0,6})(?:[.,\u066b\u060c](\d{0,6}))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\u066c\d{3})+(?=$|[.\u066b])", re.ASCII)
_THOUSANDS = re.compile(r".*,\d{3,}", re.ASCII)


# More than anybody types into a cell; the rest of a longer text is not repeated to him.
_SHOWN = 20


def _not_understood(text: str) -> HoursNotUnderstood:
    text = text.strip()
    return HoursNotUnderstood(value=text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def parse_minutes(text: str) -> int | None:
    """The minutes meant by `7.5`, `7,5`, `٧٫٥`, `7:30`; None for an empty cell or a dash.

    Refuses with `HoursNotUnderstood`, or with `HoursNotInSteps` when the number is no whole count of minutes. Ranges
    and the step of entry belong to `check_hours`.
    """
    plain = to_ascii(text)
    if plain in _NONE:
        return None
    if mixes_scripts(text) or _THOUSANDS.fullmatch(plain):
        raise _not_understood(text)
    if clock := _CLOCK.fullmatch(plain):
        return int(clock[1]) * 60 + int(clock[2])
    if _GROUPED.match(plain):
        plain = plain.replace("\u066c", "")
    decimal = _DECIMAL.fullmatch(plain)
    if decimal is None or not (decimal[2] or decimal[3]):
        raise _not_understood(text)
    sign, whole, places = decimal[1], decimal[2] or "0", decimal[3] or ""
    minutes, rest = divmod(int(whole + places) * 60, 10 ** len(places))
    if sign and (minutes or rest):
        raise _not_understood(text)
    if rest:
        raise HoursNotInSteps
    return minutes


def minutes_or_none(text: str) -> int | None:
    """As `parse_minutes`, with 0 for an empty cell and None for what is no number of hours."""
    try:
        return (parse_minutes(text) or 0) if text else 0
    except DomainError:
        return None
