"""An establishment's month: its state, whether it takes hours, and until when."""

import datetime
from functools import cached_property

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.common import dates
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.contracts.selectors import contracts_in_month
from apps.registry.access import Desk
from apps.regulations.choices import Law
from apps.regulations.rules import MonthClosed, RuleSet
from apps.regulations.selectors import Rulebook
from apps.timesheets import rules, selectors
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import Reopening, Timesheet

KINDS = {TimesheetStatus.ATTESTED: "ok", TimesheetStatus.CLOSED: "info"}


class SheetPage:
    """An establishment's month; 404 for a month that the portal does not know or that has not begun."""

    refusal: DomainError | None = None

    def __init__(self, desk: Desk, month: Month, today: datetime.date):
        self.desk, self.month, self.today = desk, month, today
        self.rulebook, self.running_month = Rulebook(), Month.of(today)
        if not self.rulebook.first_month <= month <= self.running_month:
            raise Http404

    @cached_property
    def sheet(self) -> Timesheet | None:
        return selectors.timesheet(self.desk.establishment, self.month)

    @cached_property
    def limits(self) -> RuleSet:
        return self.rulebook.rulesets(self.month)[Law.NEW]

    @cached_property
    def totals(self) -> dict[int, int]:
        return selectors.month_totals(self.desk.establishment, self.month)

    @cached_property
    def lock(self) -> DomainError | None:
        """Why the month takes no hours, or nothing."""
        if self.is_closed:
            return MonthClosed(month=self.month)
        if self.status == TimesheetStatus.ATTESTED:
            return rules.MonthAttested()
        try:
            rules.check_entry_time(self.month, rules=self.limits, today=self.today)
        except DomainError as refusal:
            return refusal
        return None

    @cached_property
    def status(self) -> TimesheetStatus:
        if self.sheet is not None and self.sheet.status != TimesheetStatus.OPEN:
            return TimesheetStatus(self.sheet.status)
        return TimesheetStatus.CLOSED if self.rulebook.is_closed(self.month) else TimesheetStatus.OPEN

    @property
    def status_kind(self) -> str:
        return KINDS.get(self.status, "")

    @cached_property
    def is_editable(self) -> bool:
        return self.lock is None and self.desk.can["enter_hours"]

    @property
    def is_declared(self) -> bool:
        return self.sheet is not None and self.sheet.attested_at is not None

    @property
    def is_reopened(self) -> bool:
        """Whether what was declared holds no longer."""
        return self.lock is None and self.sheet is not None and self.sheet.reopened_at is not None

    @cached_property
    def reopening(self) -> Reopening | None:
        """Who opened the month again and why, while it is to be attested once more."""
        return selectors.last_reopening(self.sheet) if self.is_reopened else None

    @property
    def can_be_reopened(self) -> bool:
        """Whether its people may still open it: attested, and the time for entry is not over."""
        return self.status == TimesheetStatus.ATTESTED and self.today <= self.deadline

    @cached_property
    def contracts(self) -> QuerySet[Contract]:
        return contracts_in_month(self.desk.establishment, self.month)

    @property
    def is_waiting(self) -> bool:
        """Whether somebody still has to enter or attest hours here."""
        return self.lock is None and self.contracts.exists()

    @property
    def minutes(self) -> int:
        return sum(self.totals.values())

    @property
    def deadline(self) -> datetime.date:
        return self.limits.last_entry_day

    @property
    def days_left(self) -> int:
        return (self.deadline - self.today).days

    @property
    def hijri(self) -> str:
        return dates.hijri_span(self.month.first_day, self.month.last_day)

    @cached_property
    def sums(self) -> selectors.MonthSums:
        return selectors.month_sums(self.desk.establishment, self.month)

    @property
    def contract_count(self) -> int:
        return self.sums.contracts

    @property
    def people_count(self) -> int:
        return self.sums.people

    @property
    def is_closed(self) -> bool:
        return self.status == TimesheetStatus.CLOSED

    @property
    def is_settled(self) -> bool:
        """Whether only staff can still correct the hours."""
        return self.status != TimesheetStatus.OPEN

    @property
    def stage(self) -> int:
        return 3 if self.is_settled else 1

    stages_label = _("Stages of the month")
    stages = (_("Enter hours"), _("Review and attest"), _("Invoice"))

    @property
    def previous_month(self) -> Month | None:
        return self.month.previous if self.month > self.rulebook.first_month else None

    @property
    def previous_month_word(self) -> str:
        return str(dates.MONTHS[self.month.previous.number - 1])

    @property
    def next_month(self) -> Month | None:
        return self.month.next if self.month < self.running_month else None

    @property
    def history_address(self) -> str:
        return self.address("month_history")

    @property
    def estimate_address(self) -> str:
        return self.address("month_estimate")

    @property
    def reopen_address(self) -> str:
        return self.address("month_reopen")

    def address(self, name: str = "month_grid") -> str:
        return reverse(f"timesheets:{name}", args=[self.desk.establishment.unified_number, self.month])
