"""The months of an establishment."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from apps.common.periods import Month
from apps.registry.models import Establishment
from apps.regulations.selectors import Rulebook
from apps.timesheets import selectors
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import MonthTotal, Reopening, Timesheet
from apps.timesheets.pages.sheet import KINDS


@dataclass(frozen=True, slots=True)
class MonthLine:
    month: Month
    sheet: Timesheet | None
    status: TimesheetStatus
    minutes: int
    people: int
    reopening: Reopening | None = None

    @property
    def kind(self) -> str:
        return KINDS.get(self.status, "")

    @property
    def is_declared(self) -> bool:
        return self.sheet is not None and self.sheet.attested_at is not None

    @property
    def is_attested_by_system(self) -> bool:
        return self.sheet is not None and self.sheet.is_attested_by_system


def months_of(establishment: Establishment, *, today: datetime.date) -> list[MonthLine]:
    """The months in which the establishment has a sheet or hours, and the running one, the latest first."""
    sheets = {sheet.month: sheet for sheet in selectors.timesheets_of(establishment)}
    worked = {
        month: (minutes, people)
        for month, minutes, people in MonthTotal.objects.filter(establishment=establishment)
        .values("month")
        .order_by()
        .annotate(total=Sum("minutes"), people=Count("pk", filter=Q(minutes__gt=0)))
        .values_list("month", "total", "people")
    }
    reopenings = selectors.reopenings_of(establishment)
    rulebook = Rulebook()
    lines = []
    for month in sorted({*sheets, *worked, Month.of(today)}, reverse=True):
        sheet = sheets.get(month)
        own = TimesheetStatus(sheet.status) if sheet else TimesheetStatus.OPEN
        status = TimesheetStatus.CLOSED if rulebook.is_closed(month) else own
        lines.append(MonthLine(month, sheet, status, *worked.get(month, (0, 0)), reopenings.get(month)))
    return lines
