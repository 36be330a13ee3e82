"""Where a subscriber stands on the way to the next contribution month, why, and at which pace he has come there."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, Sum

from apps.accruals import rules
from apps.accruals.models import Accrual
from apps.accruals.rules import Step
from apps.common.periods import Month
from apps.portal.selectors.subscriber import ContractMonth, Record
from apps.timesheets.choices import TimesheetStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """Days here are credited days; `pending` are those of the months still open, as they stand now."""

    months: int
    days: int
    days_per_month: int
    registered_days: int
    carried_minutes: int
    carrying_contracts: int
    pending: int
    waits_for_employer: bool
    registered_on: datetime.date | None

    @property
    def left(self) -> int:
        return self.days_per_month - self.days

    @property
    def carried_hours(self) -> int:
        """The number that the word after the carried hours agrees with; a fraction agrees like a hundred."""
        return 100 if self.carried_minutes % 60 else self.carried_minutes // 60

    @property
    def next_month(self) -> int:
        return self.months + 1

    @property
    def pending_arc(self) -> int:
        """As much of the pending days as fits into the ring."""
        return min(self.pending, self.left)

    @property
    def is_full_with_pending(self) -> bool:
        return self.pending >= self.left


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """A contract's part of the month shown, and its registered days since it began."""

    part: ContractMonth
    days_since_start: int


@dataclass(frozen=True, slots=True)
class EmployerMonth:
    month: Month
    rows: list[EmployerRow]

    @property
    def worked_minutes(self) -> int:
        return sum(row.part.accrued.worked_minutes for row in self.rows)

    @property
    def days(self) -> int:
        return sum(row.part.accrued.days for row in self.rows)

    @property
    def days_since_start(self) -> int:
        return sum(row.days_since_start for row in self.rows)

    def weekly_minutes(self, *, today: datetime.date) -> int:
        """The month's pace in a week, as far as the month has come, to the quarter of an hour."""
        days = today.day if today in self.month else self.month.length
        return (self.worked_minutes * 7 // days + 7) // 15 * 15


class Home:
    """What the home page shows of a subscriber's record; every part is read once."""

    def __init__(self, record: Record):
        self.record = record
        months = {month for month in (record.rulebook.last_closed, record.last and record.last.month) if month}
        closed = record.closed(Q(month__in=months)) if months else []
        self.recent = {month: [part for part in closed if part.month == month] for month in months}

    @cached_property
    def standing(self) -> Standing:
        record = self.record
        open_parts = [part for parts in record.open.values() for part in parts if part.accrued.days]
        months, days = rules.months_of(record.totals.credited_days, record.rules)
        last_parts = self.recent.get(record.rulebook.last_closed, [])
        carrying = [part for part in last_parts if part.accrued.carried_out_minutes]
        return Standing(
            months=months,
            days=days,
            days_per_month=record.rules.days_per_month,
            registered_days=record.totals.days,
            carried_minutes=sum(part.accrued.carried_out_minutes for part in carrying),
            carrying_contracts=len(carrying),
            pending=sum(self._pending.values()),
            waits_for_employer=any(part.state == TimesheetStatus.OPEN for part in open_parts),
            registered_on=open_parts[0].rules.invoice_date if open_parts else None,
        )

    @cached_property
    def _pending(self) -> dict[Month, int]:
        """The credited days of every month still open, if it closed now."""
        rules_now = self.record.rules
        return {
            month: rules.credited(sum(part.accrued.days for part in parts), rules_now)
            for month, parts in self.record.open.items()
        }

    @property
    def credited_before_running(self) -> int:
        """The credited days of all months before the running one, those still open as they stand."""
        pending = sum(days for month, days in self._pending.items() if month < self.record.running)
        return self.record.totals.credited_days + pending

    def known_minutes(self) -> list[tuple[int, int]]:
        """For each contract in force today: minutes carried into the running month, and entered in it so far."""
        known = {part.contract.pk: part.accrued for part in self.record.open.get(self.record.running, [])}
        parts = [known.get(pk) for pk, each in self.record.contracts.items() if each.is_in_force(self.record.today)]
        return [(part.carried_in_minutes, part.worked_minutes) if part else (0, 0) for part in parts]

    @property
    def last_parts(self) -> list[ContractMonth]:
        """The contracts of the last month in which a day was registered."""
        return self.recent[self.record.last.month] if self.record.last else []

    @property
    def total_steps(self) -> list[Step]:
        """How the last registered month joined the total, and what the total makes in months."""
        last, used = self.record.last, self.record.rules
        if last is None:
            return []
        before = last.total_credited_days - last.credited_days
        steps = [rules.explain_credit(last.days, last.credited_days, last.month)]
        if before:
            steps.append(rules.explain_total(before, last.credited_days, last.month))
        steps.append(rules.explain_months(last.total_credited_days, used))
        return [step for step in steps if step]

    @property
    def credit_step(self) -> Step | None:
        """How the registered days and the credited ones, of which months are made, fit together."""
        totals = self.record.totals
        return rules.explain_registered(totals.days, totals.credited_days, self.record.rules)

    def employer_month(self) -> EmployerMonth | None:
        """The past month by employer; the running one where the past has none, or else the last that was closed."""
        record = self.record
        parts_of = {**self.recent, **record.open}
        last_closed, last = record.rulebook.last_closed, record.last and record.last.month
        for month in (record.running.previous, record.running, last_closed, last):
            if month and parts_of.get(month):
                return EmployerMonth(month, self._rows(parts_of[month]))
        return None

    def _rows(self, parts: list[ContractMonth]) -> list[EmployerRow]:
        contracts = [part.contract.pk for part in parts]
        sums = Accrual.objects.filter(contract__in=contracts).order_by("contract").values_list("contract")
        since = dict(sums.annotate(Sum("days")))
        return [EmployerRow(part, since.get(part.contract.pk, 0)) for part in parts]
