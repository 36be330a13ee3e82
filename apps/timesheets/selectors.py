"""Hours as they stand: by contract, by day, by person, and the state of an establishment's month."""

import datetime
from collections.abc import Collection

from django.db.models import Max, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.contracts.selectors import contracts_in_month
from apps.registry.models import Establishment
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet


def worked_minutes(month: Month) -> Coalesce:
    """The minutes of each contract of a query in the month, as a column of that query."""
    entries = HoursEntry.objects.filter(contract=OuterRef("pk"), work_date__range=(month.first_day, month.last_day))
    total = entries.order_by().values("contract").annotate(total=Sum("minutes"))
    return Coalesce(Subquery(total.values("total")), 0)


def months_worked_after(contract: Contract, day: datetime.date) -> list[Month]:
    """The months in which hours of the contract are entered after the day, the earliest first."""
    entries = HoursEntry.objects.filter(contract=contract, work_date__gt=day, minutes__gt=0)
    return [Month.of(first) for first in entries.dates("work_date", "month")]


def totals_of(establishment: Establishment, month: Month) -> QuerySet[MonthTotal]:
    """The minutes of everybody in the establishment's month, one row for each person; in no order yet."""
    return MonthTotal.objects.filter(establishment=establishment, month=month)


def month_totals(
    establishment: Establishment, month: Month, *, subscriber_ids: Collection[int] | None = None
) -> dict[int, int]:
    """Subscriber → minutes of the month in this establishment, over all his contracts; all people, or some."""
    rows = totals_of(establishment, month)
    if subscriber_ids is not None:
        rows = rows.filter(subscriber_id__among=subscriber_ids)
    return dict(rows.order_by("subscriber_id").values_list("subscriber_id", "minutes"))


def month_minutes(establishment: Establishment, month: Month) -> int:
    """The minutes of everybody in the establishment's month."""
    return totals_of(establishment, month).aggregate(all=Sum("minutes"))["all"] or 0


def earliest_month_with_hours() -> Month | None:
    """The first month in which any hours are entered."""
    return MonthTotal.objects.aggregate(month=Min("month"))["month"]


def timesheet(establishment: Establishment, month: Month) -> Timesheet | None:
    """The establishment's sheet of the month; None while nothing was ever saved in it."""
    return Timesheet.objects.filter(establishment=establishment, month=month).select_related("attested_by").first()


def timesheets_of(establishment: Establishment) -> QuerySet[Timesheet]:
    """Every month that the establishment has a sheet of, the latest first."""
    return Timesheet.objects.filter(establishment=establishment).select_related("attested_by").order_by("-month")


def months_reopened_by(contract: Contract) -> list[Month]:
    """The months still open that were attested before this contract of theirs was documented."""
    sheets = Timesheet.objects.filter(
        establishment=contract.establishment, status=TimesheetStatus.OPEN, reopened_at=contract.created_at
    )
    return list(sheets.order_by("month").values_list("month", flat=True))


def last_contract_day(establishment: Establishment, month: Month) -> datetime.date | None:
    """The last day of the month's contracts; None when there are none."""
    return contracts_in_month(establishment, month).order_by().aggregate(last=Max("ends_on"))["last"]
