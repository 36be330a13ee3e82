"""Days and months in words: Gregorian first, Umm al-Qura beside it. Pages, PDFs and workbooks print the same words."""

import datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from hijridate import Gregorian

from apps.common.periods import Month

MONTHS = (
    gettext_lazy("January"),
    gettext_lazy("February"),
    gettext_lazy("March"),
    gettext_lazy("April"),
    pgettext_lazy("month", "May"),
    gettext_lazy("June"),
    gettext_lazy("July"),
    gettext_lazy("August"),
    gettext_lazy("September"),
    gettext_lazy("October"),
    gettext_lazy("November"),
    gettext_lazy("December"),
)
HIJRI_MONTHS = (
    gettext_lazy("Muharram"),
    gettext_lazy("Safar"),
    gettext_lazy("Rabi al-Awwal"),
    gettext_lazy("Rabi al-Akhir"),
    gettext_lazy("Jumada al-Ula"),
    gettext_lazy("Jumada al-Akhirah"),
    gettext_lazy("Rajab"),
    gettext_lazy("Shaban"),
    gettext_lazy("Ramadan"),
    gettext_lazy("Shawwal"),
    gettext_lazy("Dhu al-Qadah"),
    gettext_lazy("Dhu al-Hijjah"),
)
# Monday first, as `date.weekday` counts.
WEEKDAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
WEEKDAYS_SHORT = (
    pgettext_lazy("Monday", "M"),
    pgettext_lazy("Tuesday", "T"),
    pgettext_lazy("Wednesday", "W"),
    pgettext_lazy("Thursday", "T"),
    pgettext_lazy("Friday", "F"),
    pgettext_lazy("Saturday", "S"),
    pgettext_lazy("Sunday", "S"),
)


@lru_cache(maxsize=4096)
def to_hijri(day: datetime.date) -> tuple[int, int, int] | None:
    """Year, month and day in the Umm al-Qura calendar; None outside the years it is published for (1343 to 1500)."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except OverflowError:
        return None


def weekday_name(day: datetime.date) -> str:
    return str(WEEKDAYS[day.weekday()])


def weekday_letter(day: datetime.date) -> str:
    return str(WEEKDAYS_SHORT[day.weekday()])


def month_name(month: Month) -> str:
    """`October 2026`"""
    return f"{MONTHS[month.number - 1]} {month.year}"


def day_and_month(day: datetime.date) -> str:
    """`15 November`"""
    return f"{day.day} {MONTHS[day.month - 1]}"


def gregorian(day: datetime.date) -> str:
    """`15 November 2026`"""
    return f"{day_and_month(day)} {day.year}"


def hijri(day: datetime.date) -> str:
    """`5 Jumada al-Akhirah 1448 AH`; empty outside the published years."""
    found = to_hijri(day)
    if found is None:
        return ""
    year, month, number = found
    return _("%(date)s %(year)s AH") % {"date": f"{number} {HIJRI_MONTHS[month - 1]}", "year": year}


def both_dates(day: datetime.date) -> str:
    """`15 November 2026 (5 Jumada al-Akhirah 1448 AH)`"""
    return f"{gregorian(day)} ({hijri(day)})" if to_hijri(day) else gregorian(day)


def hijri_span(first: datetime.date, last: datetime.date, *, days: bool = True) -> str:
    """The range in the Umm al-Qura calendar: `20 Rabi al-Akhir – 20 Jumada al-Ula 1448 AH`, or its months alone."""
    start, end = to_hijri(first), to_hijri(last)
    if start is None or end is None:
        return ""

    def named(date: tuple[int, int, int]) -> str:
        name = str(HIJRI_MONTHS[date[1] - 1])
        return f"{date[2]} {name}" if days else name

    if not days and start[:2] == end[:2]:
        return _("%(date)s %(year)s AH") % {"date": named(start), "year": start[0]}
    if start[0] == end[0]:
        return _("%(date)s %(year)s AH") % {"date": f"{named(start)} – {named(end)}", "year": start[0]}
    return " – ".join(_("%(date)s %(year)s AH") % {"date": named(date), "year": date[0]} for date in (start, end))


def both_month(month: Month) -> str:
    """`October 2026 (Rabi al-Akhir – Jumada al-Ula 1448 AH)`"""
    beside = hijri_span(month.first_day, month.last_day, days=False)
    return f"{month_name(month)} ({beside})" if beside else month_name(month)


def time12(moment: datetime.datetime) -> str:
    """`4:18 pm`, in the portal's time zone."""
    local = timezone.localtime(moment)
    half = pgettext("time", "am") if local.hour < 12 else pgettext("time", "pm")
    return f"{(local.hour - 1) % 12 + 1}:{local.minute:02d} {half}"


def moment(at: datetime.datetime) -> str:
    """`12 November 2026, 11:05 am`, in the portal's time zone."""
    return _("%(date)s, %(time)s") % {"date": gregorian(timezone.localtime(at).date()), "time": time12(at)}
