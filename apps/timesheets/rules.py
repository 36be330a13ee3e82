"""Hours as people write them, the limits they keep, whose change of a day holds, and the moves of a month's sheet."""

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.regulations.rules import RuleSet
from apps.timesheets.choices import TimesheetStatus


def as_hours(minutes: int) -> str:
    """Minutes as hours in their shortest form, as a cell echoes them: 450 → `7.5`."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}.{rest * 100 // 60:02d}".rstrip("0") if rest else str(whole)


def _in_hours(minutes: int) -> str:
    # Fractions take the last Arabic plural form, as 100 does.
    count = 100 if minutes % 60 else minutes // 60
    return ngettext("%(n)s hour", "%(n)s hours", count) % {"n": as_hours(minutes)}


in_hours = lazy(_in_hours, str)


class HoursNotUnderstood(DomainError):
    message = _("“%(value)s” is not understood. Write 7.5 or 7:30")


class HoursNotInSteps(DomainError):
    message = _("Use quarter hours, such as 7.25")


class DayOverLimit(DomainError):
    message = _("A day cannot exceed %(limit)s (%(entered)s entered)")


class DayOverLimitInAll(DomainError):
    """One person's day over all establishments; says what is left here, never where the rest was worked."""

    message = _("A person's day cannot exceed %(limit)s in all. Available to this establishment: %(left)s")


class MonthOverLimit(DomainError):
    message = _("The month totals %(total)s hours; the limit is %(limit)s. Hours left: %(left)s")


class MonthOverLimitInAll(DomainError):
    """The monthly limit over all establishments; says what is left here, never where the rest was worked."""

    message = _("This exceeds the monthly limit of %(limit)s. Available to this establishment: %(left)s")


class DayOutsideContract(DomainError):
    message = _("This day is outside the contract (%(first)s – %(last)s)")


class DayInFuture(DomainError):
    message = _("Hours cannot be entered for a future day")


class MonthNotBegun(DomainError):
    message = _("%(month)s has not begun yet.")


class EntryTimeOver(DomainError):
    message = _("Hours of %(month)s could be entered until %(last_day)s.")


class MonthAttested(DomainError):
    message = _("This month is attested. A correction can be requested")


class TransitionNotAllowed(DomainError):
    message = _("The month is “%(status)s”; this cannot be done any more.")


class AttestTooEarly(DomainError):
    message = _("%(month)s can be attested from %(first_day)s on, when no more hours can follow.")


class NothingToAttest(DomainError):
    message = _("No hours are entered for %(month)s. If nobody worked, declare that instead.")


class HoursAreEntered(DomainError):
    message = _("Hours are entered for %(month)s, so it cannot be declared a month without work.")


class NoContracts(DomainError):
    message = _("No active contracts in %(month)s")


class HoursChangedMeanwhile(DomainError):
    message = _("The hours of %(month)s have changed since this page was shown. Check them again.")


class ContractUnknown(DomainError):
    message = _("There is no contract %(contract_no)s")


class SubscriberDiffers(DomainError):
    message = _("Contract %(contract_no)s is not of the subscriber with this national ID")


class DayTwice(DomainError):
    message = _("This contract and day stand in the file twice, first in line %(line)s")


class HoursOutOfRange(DomainError):
    message = _("A day cannot have more than 24 hours, or fewer than none")


class ContractNotInMonth(DomainError):
    message = _("A contract of this page does not belong to %(month)s. Nothing was saved.")


# How hours are written.

_NONE = {"", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)", re.ASCII)
_DECIMAL = re.compile(r"(-?)(\d{0,6})(?:[.,\u066b\u060c](\d{0,6}))?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\u066c\d{3})+(?=$|[.\u066b])", re.ASCII)
_THOUSANDS = re.compile(r".*,\d{3,}", re.ASCII)


def parse_minutes(text: str) -> int | None:
    """The minutes meant by `7.5`, `7,5`, `٧٫٥`, `7:30`; None for an empty cell or a dash.

    Refuses with `HoursNotUnderstood`, or with `HoursNotInSteps` when the number is no whole count of minutes. Ranges
    and the step of entry belong to `check_hours`.
    """
    plain = to_ascii(text)
    if plain in _NONE:
        return None
    if mixes_scripts(text) or _THOUSANDS.fullmatch(plain):
        raise HoursNotUnderstood(value=text.strip())
    if clock := _CLOCK.fullmatch(plain):
        return int(clock[1]) * 60 + int(clock[2])
    if _GROUPED.match(plain):
        plain = plain.replace("\u066c", "")
    decimal = _DECIMAL.fullmatch(plain)
    if decimal is None or not (decimal[2] or decimal[3]):
        raise HoursNotUnderstood(value=text.strip())
    sign, whole, places = decimal[1], decimal[2] or "0", decimal[3] or ""
    minutes, rest = divmod(int(whole + places) * 60, 10 ** len(places))
    if sign and (minutes or rest):
        raise HoursNotUnderstood(value=text.strip())
    if rest:
        raise HoursNotInSteps
    return minutes


# Whose change of a cell holds.


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a day of a contract (or the whole month, when `day` is None) cannot be as it was entered."""

    day: int | None
    refusal: DomainError
    entered: int | None = None

    def __str__(self) -> str:
        return str(self.refusal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A day that someone else has changed meanwhile to another value. Minutes."""

    day: int
    saved: int
    entered: int
    saved_by: str = ""
    saved_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredRow:
    """One contract's month as somebody entered it: day → minutes, only for the days he saw.

    `original` is what he saw when he began; None says that he overrides whatever is stored. A row that comes with
    problems of its own (a text that is no number) is never saved.
    """

    contract_id: int
    entered: Mapping[int, int]
    original: Mapping[int, int] | None = None
    problems: Sequence[Problem] = ()


def merge(row: EnteredRow, saved: Mapping[int, int]) -> tuple[dict[int, int], list[tuple[int, int, int]], int]:
    """What to write, what to ask about, and how many days someone else changed without harm.

    Days are compared one by one: original, saved, entered. What the person left alone keeps the saved value; what only
    he changed is taken; what both changed, to different values, comes back as (day, saved, entered).
    """
    changes, disputed, merged = {}, [], 0
    for day, minutes in row.entered.items():
        now = saved.get(day, 0)
        before = now if row.original is None else row.original.get(day, 0)
        if now != before:
            merged += 1
        if minutes in (before, now):
            continue
        if now == before:
            changes[day] = minutes
        else:
            disputed.append((day, now, minutes))
    return changes, disputed, merged - len(disputed)


# Limits.


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One contract in one month: its term, what is stored (day → minutes), and which days shall change to what."""

    contract_id: int
    first: datetime.date
    last: datetime.date
    saved: Mapping[int, int]
    changes: Mapping[int, int] = field(default_factory=dict)

    def term_in(self, month: Month) -> tuple[int, int]:
        """The first and the last day of the contract in the month, by number; the first after the last when none."""
        return (
            1 if self.first < month.first_day else self.first.day if self.first in month else 32,
            month.length if self.last > month.last_day else self.last.day if self.last in month else 0,
        )


def last_day_so_far(month: Month, *, today: datetime.date) -> int:
    """The number of the last day of the month that has come; 0 when none has."""
    if today > month.last_day:
        return month.length
    return today.day if today in month else 0


def check_hours(
    claims: Sequence[Claim], *, month: Month, elsewhere: Mapping[int, int], rules: RuleSet, until: int
) -> list[tuple[int, Problem]]:
    """What stands against the changes of one subscriber in one establishment and month, as (contract, problem).

    `claims` are all his contracts of the establishment in the month; `elsewhere` his minutes by day in all others;
    `until` the last day that has come. Only what is changed is judged, and what lowers hours passes every limit.
    Limits: steps, days of the contract, no future day, 12 h a day, 24 h a day over all, 95 h a month (27/2/10).
    """
    problems = []
    rises = set()
    stored = rise = 0
    for claim in claims:
        stored += sum(claim.saved.values())
        from_day, to_day = claim.term_in(month) if claim.changes else (0, 0)
        for day, minutes in claim.changes.items():
            more = minutes - claim.saved.get(day, 0)
            rise += more
            if more > 0:
                rises.add(claim.contract_id)
                refusal = _check_day(claim, day, minutes, from_day, to_day, elsewhere.get(day, 0), rules, until)
                if refusal is not None:
                    problems.append((claim.contract_id, Problem(day, refusal, minutes)))
            elif minutes % rules.entry_step_minutes:
                problems.append((claim.contract_id, Problem(day, HoursNotInSteps(), minutes)))
    if rise > 0:
        refusal = _check_month(stored, rise, sum(elsewhere.values()), rules)
        if refusal is not None:
            problems.extend((contract_id, Problem(None, refusal)) for contract_id in sorted(rises))
    return problems


def _check_day(
    claim: Claim, day: int, minutes: int, from_day: int, to_day: int, elsewhere: int, rules: RuleSet, until: int
) -> DomainError | None:
    if not from_day <= day <= to_day:
        return DayOutsideContract(first=claim.first, last=claim.last)
    if day > until:
        return DayInFuture()
    if minutes > rules.max_minutes_day:
        return DayOverLimit(limit=in_hours(rules.max_minutes_day), entered=as_hours(minutes))
    if minutes % rules.entry_step_minutes:
        return HoursNotInSteps()
    if minutes + elsewhere > rules.max_minutes_day_total:
        left = max(0, rules.max_minutes_day_total - elsewhere)
        return DayOverLimitInAll(limit=in_hours(rules.max_minutes_day_total), left=in_hours(left))
    return None


def _check_month(stored: int, rise: int, elsewhere: int, rules: RuleSet) -> DomainError | None:
    limit = rules.max_minutes_month
    if stored + rise > limit:
        left = as_hours(max(0, limit - stored))
        return MonthOverLimit(total=as_hours(stored + rise), limit=as_hours(limit), left=left)
    if rules.cap_scope == "worker_total" and stored + rise + elsewhere > limit:
        left = max(0, limit - stored - elsewhere)
        return MonthOverLimitInAll(limit=in_hours(limit), left=in_hours(left))
    return None


def likely_slip(minutes: int, *, rules: RuleSet) -> int | None:
    """What was probably meant by too many hours: 75 → 7.5. Said to the person, never applied."""
    tenth, rest = divmod(minutes, 10)
    fits = not rest and not tenth % rules.entry_step_minutes and 0 < tenth <= rules.max_minutes_day
    return tenth if minutes > rules.max_minutes_day and fits else None


def is_near_limit(minutes: int, *, rules: RuleSet) -> bool:
    """Whether nine tenths of the month's limit are used (85.5 of 95 hours)."""
    return minutes * 10 > rules.max_minutes_month * 9


# An establishment's month.

NEXT = {
    (TimesheetStatus.OPEN, "attest"): TimesheetStatus.ATTESTED,
    (TimesheetStatus.OPEN, "declare_nil"): TimesheetStatus.ATTESTED,
    (TimesheetStatus.OPEN, "close"): TimesheetStatus.CLOSED,
    (TimesheetStatus.ATTESTED, "close"): TimesheetStatus.CLOSED,
}


def next_status(status: str, action: str) -> TimesheetStatus:
    """Where the action leads; refuses with `TransitionNotAllowed`."""
    try:
        return NEXT[TimesheetStatus(status), action]
    except KeyError:
        raise TransitionNotAllowed(status=TimesheetStatus(status).label) from None


def allowed_actions(status: str) -> Iterator[str]:
    return (action for before, action in NEXT if before == status)


def check_entry_time(month: Month, *, rules: RuleSet, today: datetime.date) -> None:
    """Refuses with `MonthNotBegun`, or with `EntryTimeOver` after the days of grace."""
    if today < month.first_day:
        raise MonthNotBegun(month=month)
    if today > rules.last_entry_day:
        raise EntryTimeOver(month=month, last_day=rules.last_entry_day)


def attestable_from(month: Month, *, last_contract_day: datetime.date) -> datetime.date:
    """The first day on which the month can be declared true: its last, or an earlier last day of its contracts.

    A declaration cannot speak of days to come, and an attested month takes no more hours.
    """
    return min(month.last_day, last_contract_day)


def reference_prefix(month: Month) -> str:
    return f"H-{month.year}{month.number:02d}-"


def reference_number(month: Month, timesheet_id: int) -> str:
    """The number under which a declaration is found again: `H-202610-000123`."""
    return f"{reference_prefix(month)}{timesheet_id:06d}"


def fingerprint(totals: Mapping[int, int]) -> str:
    """A short text that differs as soon as anyone's total does: what a signer was shown."""
    shown = ",".join(f"{subscriber_id}:{minutes}" for subscriber_id, minutes in sorted(totals.items()) if minutes)
    return hashlib.sha256(shown.encode()).hexdigest()[:16]
