"""The moves of an establishment's month, until when it takes hours, and what must be true before it is declared."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.regulations.rules import RuleSet
from apps.timesheets.choices import TimesheetStatus


class MonthNotBegun(DomainError):
    message = _("%(month)s has not begun yet.")


class EntryTimeOver(DomainError):
    message = _("Hours of %(month)s could be entered until %(last_day)s.")


class MonthAttested(DomainError):
    message = _("This month is attested and takes no more changes.")


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


class ReopenTimeOver(DomainError):
    message = _("%(month)s could be opened again until %(last_day)s. Its hours change only by a correction now.")


NEXT = {
    (TimesheetStatus.OPEN, "attest"): TimesheetStatus.ATTESTED,
    (TimesheetStatus.OPEN, "declare_nil"): TimesheetStatus.ATTESTED,
    (TimesheetStatus.ATTESTED, "reopen"): TimesheetStatus.OPEN,
    (TimesheetStatus.OPEN, "close"): TimesheetStatus.CLOSED,
    (TimesheetStatus.ATTESTED, "close"): TimesheetStatus.CLOSED,
}


def next_status(status: str, action: str) -> TimesheetStatus:
    """Where the action leads; refuses with `TransitionNotAllowed`."""
    try:
        return NEXT[TimesheetStatus(status), action]
    except KeyError:
        raise TransitionNotAllowed(status=TimesheetStatus(status).label) from None


def check_entry_time(month: Month, *, rules: RuleSet, today: datetime.date) -> None:
    """Refuses with `MonthNotBegun`, or with `EntryTimeOver` after the days of grace."""
    if today < month.first_day:
        raise MonthNotBegun(month=month)
    if today > rules.last_entry_day:
        raise EntryTimeOver(month=month, last_day=rules.last_entry_day)


def check_reopening(month: Month, *, rules: RuleSet, today: datetime.date) -> None:
    """Refuses with `ReopenTimeOver` after the days of grace: what was declared then is billed."""
    if today > rules.last_entry_day:
        raise ReopenTimeOver(month=month, last_day=rules.last_entry_day)


def reminder_day(
    last_entry_day: datetime.date, days_before: Iterable[int], *, today: datetime.date
) -> datetime.date | None:
    """The latest planned day that has come, or None; a day that was missed gives way to the one after it."""
    if today > last_entry_day:
        return None
    planned = (last_entry_day - datetime.timedelta(days=days) for days in days_before)
    return max((day for day in planned if day <= today), default=None)


def attestable_from(month: Month, *, last_contract_day: datetime.date) -> datetime.date:
    """The first day on which the month can be declared true: its last, or an earlier last day of its contracts.

    A declaration cannot speak of days to come, and an attested month takes no more hours.
    """
    return min(month.last_day, last_contract_day)


def check_declaration_time(month: Month, *, last_contract_day: datetime.date | None, today: datetime.date) -> None:
    """Refuses with `NoContracts`, or with `AttestTooEarly` while hours can still follow."""
    if last_contract_day is None:
        raise NoContracts(month=month)
    first_day = attestable_from(month, last_contract_day=last_contract_day)
    if today < first_day:
        raise AttestTooEarly(month=month, first_day=first_day)


def check_seen(month: Month, *, seen: str, stands: str) -> None:
    """Refuses with `HoursChangedMeanwhile` when what the signer was shown is not what stands, by their fingerprints."""
    if seen != stands:
        raise HoursChangedMeanwhile(month=month)


def check_attesting(month: Month, *, minutes: int) -> None:
    """Refuses with `NothingToAttest` when there are no hours."""
    if not minutes:
        raise NothingToAttest(month=month)


def check_nil(month: Month, *, minutes: int) -> None:
    """Refuses with `HoursAreEntered` when there are any."""
    if minutes:
        raise HoursAreEntered(month=month)


def reference_prefix(month: Month) -> str:
    return f"H-{month.year}{month.number:02d}-"


def reference_number(month: Month, timesheet_id: int, sequence: int = 1) -> str:
    """The number under which a declaration is found again: `H-202610-000123`; of a later one, `H-202610-000123-2`."""
    return f"{reference_prefix(month)}{timesheet_id:06d}{f'-{sequence}' if sequence > 1 else ''}"
