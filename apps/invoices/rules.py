"""An invoice is the sum of its lines; a run is complete when every establishment has an outcome."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.accruals.rules import Accrued
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.invoices.choices import InvoiceStatus


class RunIncomplete(DomainError):
    message = _("%(month)s is incomplete: %(decided)s of %(expected)s establishments have an outcome.")


class RunUnderWay(DomainError):
    message = _("%(month)s is still being billed. It has to finish first.")


class IssueDateElsewhere(DomainError):
    message = _("%(month)s can be issued from %(first)s until today.")


class IssueDateFixed(DomainError):
    message = _("This run is under way with the issue date %(issued_on)s.")


class WorkGivenUp(DomainError):
    message = _("The work on it was broken off %(attempts)s times.")


class Line(NamedTuple):
    """What one contract's month adds to an invoice, in days and halalas. Every share was rounded in the accrual."""

    days: int
    contributory_wage: int
    employer_share: int
    subscriber_share: int

    @property
    def total(self) -> int:
        return self.employer_share + self.subscriber_share


def line(accrued: Accrued) -> Line:
    return Line(accrued.days, accrued.contributory_wage, accrued.employer_share, accrued.subscriber_share)


def billable(accrued: Iterable[Accrued]) -> list[Accrued]:
    """The accruals that become lines: those with at least one full day."""
    return [each for each in accrued if each.days]


def sums(lines: Iterable[Line]) -> Line:
    """What an invoice with these lines amounts to."""
    days = wage = employer = subscriber = 0
    for line in lines:
        days += line.days
        wage += line.contributory_wage
        employer += line.employer_share
        subscriber += line.subscriber_share
    return Line(days, wage, employer, subscriber)


def invoice_number(year: int, sequence: int) -> str:
    return f"FW-{year}-{sequence:06d}"


def check_issue_date(month: Month, issued_on: datetime.date, *, today: datetime.date) -> None:
    """An invoice carries a day after its month and none to come. Refuses with `IssueDateElsewhere`.

    The day of a month still running is not looked at: such a month is refused, or run dry, for reasons of its own.
    """
    if today > month.last_day and not month.last_day < issued_on <= today:
        raise IssueDateElsewhere(month=month, first=month.next.first_day)


def check_complete(month: Month, summary: Mapping) -> None:
    """Every establishment with a contract in the month has an outcome. Refuses with `RunIncomplete`."""
    decided = summary["invoices"] + summary["nil"] + len(summary["parked"])
    if decided != summary["establishments"]:
        raise RunIncomplete(month=month, decided=decided, expected=summary["establishments"])


def status_of(*, due_on: datetime.date, today: datetime.date) -> InvoiceStatus:
    return InvoiceStatus.OVERDUE if due_on < today else InvoiceStatus.ISSUED
