"""A subscriber's hours day by day, as a calendar of weeks that begin on Sunday, over all his employers."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from apps.common import dates
from apps.common.periods import Month, months_between
from apps.portal.selectors.subscriber import Record
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import HoursEntry

# From so many minutes on, a day is drawn in the next darker shade.
SHADES = ((360, "l3"), (241, "l2"), (1, "l1"))


@dataclass(frozen=True, slots=True)
class Day:
    """`minutes` over all employers; the state is that of the employer who is furthest behind, nothing without hours."""

    day: datetime.date
    minutes: int
    state: TimesheetStatus | None
    lies_ahead: bool

    @property
    def shade(self) -> str:
        if not self.minutes:
            return "far" if self.lies_ahead else "l0"
        if self.state == TimesheetStatus.OPEN:
            return "wait"
        shade = next(name for least, name in SHADES if self.minutes >= least)
        return f"{shade} attested" if self.state == TimesheetStatus.ATTESTED else shade


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    month: Month
    days: list[Day]
    state: TimesheetStatus | None

    @property
    def weeks(self) -> list[list[Day | None]]:
        before = [None] * (self.month.first_day.isoweekday() % 7)
        cells = [*before, *self.days]
        cells += [None] * (-len(cells) % 7)
        return [cells[start : start + 7] for start in range(0, len(cells), 7)]

    @property
    def week_days(self) -> list[datetime.date]:
        """Seven days that name the columns, Sunday first."""
        sunday = self.month.first_day - datetime.timedelta(days=self.month.first_day.isoweekday() % 7)
        return [sunday + datetime.timedelta(days=offset) for offset in range(7)]

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)

    @property
    def hijri(self) -> str:
        return dates.hijri_span(self.month.first_day, self.month.last_day, days=False)


def calendar_months(record: Record, *, count: int) -> list[CalendarMonth]:
    """The running month and those before it, latest first; a month without hours has no state."""
    months = months_between(record.running + (1 - count), record.running)
    entries = HoursEntry.objects.filter(
        contract__in=list(record.contracts),
        work_date__range=(months[0].first_day, months[-1].last_day),
        minutes__gt=0,
    )
    minutes, states = defaultdict(int), defaultdict(set)
    for day, contract_id, of_day in entries.order_by("work_date").values_list("work_date", "contract", "minutes"):
        minutes[day] += of_day
        states[day].add(record.state(record.contracts[contract_id].establishment_id, Month.of(day)))
    return [_calendar_month(month, minutes, states, record.today) for month in reversed(months)]


def _calendar_month(
    month: Month,
    minutes: dict[datetime.date, int],
    states: dict[datetime.date, set[TimesheetStatus]],
    today: datetime.date,
) -> CalendarMonth:
    days = [Day(day, minutes.get(day, 0), _furthest_behind(states.get(day, ())), day > today) for day in month.days]
    of_month = set().union(*(states.get(day, ()) for day in month.days))
    return CalendarMonth(month, days, _furthest_behind(of_month))


def _furthest_behind(states: Collection[TimesheetStatus]) -> TimesheetStatus | None:
    order = (TimesheetStatus.OPEN, TimesheetStatus.ATTESTED, TimesheetStatus.CLOSED)
    return next((state for state in order if state in states), None)
