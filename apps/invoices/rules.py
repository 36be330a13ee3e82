"""An invoice is the sum of its lines; a run is complete when every establishment has an outcome."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.accruals.rules import Accrued
from apps.common.errors import DomainError
from apps.invoices.choices import InvoiceStatus


class RunIncomplete(DomainError):
    message = _("%(month)s is incomplete: %(decided)s of %(expected)s establishments have an outcome.")


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


def status_of(*, due_on: datetime.date, today: datetime.date) -> InvoiceStatus:
    return InvoiceStatus.OVERDUE if due_on < today else InvoiceStatus.ISSUED
