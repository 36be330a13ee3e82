"""Hours as they stand: by contract, by day, by person, and the state of an establishment's month."""

import datetime
from collections.abc import Collection
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, F, Max, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.contracts.selectors import contracts_in_month
from apps.registry.models import Establishment, Subscriber
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import (
    Declaration,
    HoursDigest,
    HoursEntry,
    MonthTotal,
    Reopening,
    ReplacedHours,
    Timesheet,
)
from apps.timesheets.rules.attested import AttestedContract


class Entered(NamedTuple):
    """A contract's days of a month with their minutes, when they were saved last, and whether any by this person."""

    contract_id: int
    days: list[datetime.date]
    minutes: list[int]
    saved_at: datetime.datetime
    has_own: bool | None


def entered(contract_ids: Collection[int], month: Month, *, user_id: int) -> list[Entered]:
    """Of each of these contracts that has hours in the month."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT contract_id, array_agg(work_date ORDER BY work_date), array_agg(minutes ORDER BY work_date),
                max(entered_at), bool_or(entered_by_id = %s)
            FROM timesheets_hoursentry
            WHERE contract_id = ANY(%s) AND work_date BETWEEN %s AND %s
            GROUP BY contract_id
            """,
            [user_id, list(contract_ids), month.first_day, month.last_day],
        )
        return [Entered._make(row) for row in cursor.fetchall()]


def months_worked_after(contract: Contract, day: datetime.date) -> list[Month]:
    """The months in which hours of the contract are entered after the day, the earliest first."""
    entries = HoursEntry.objects.filter(contract=contract, work_date__gt=day, minutes__gt=0)
    return [Month.of(first) for first in entries.dates("work_date", "month")]


class LastSave(NamedTuple):
    """When somebody saved hours last, if ever; and contract → day → minutes before it, 0 where nothing was kept."""

    at: datetime.datetime | None
    before: dict[int, dict[int, int]]


def last_save(establishment: Establishment, month: Month, *, user_id: int, contract_ids: Collection[int]) -> LastSave:
    """The last save of this person in the establishment's month, with what it changed and still stands of these."""
    own = {
        "contract__establishment": establishment,
        "work_date__range": (month.first_day, month.last_day),
        "entered_by": user_id,
    }
    saves = [model.objects.filter(**own).aggregate(at=Max("entered_at"))["at"] for model in (HoursEntry, ReplacedHours)]
    last = max(filter(None, saves), default=None)
    replaced = ReplacedHours.objects.filter(
        contract=OuterRef("contract"), work_date=OuterRef("work_date"), replaced_at=last
    )
    before = Coalesce(Subquery(replaced.order_by("-pk").values("minutes")[:1]), 0)
    standing = HoursEntry.objects.filter(**own, entered_at=last, contract_id__among=list(contract_ids))
    changed = standing.annotate(before=before).exclude(minutes=F("before")).order_by()
    found: dict[int, dict[int, int]] = {}
    for contract_id, work_date, minutes in changed.values_list("contract_id", "work_date", "before"):
        found.setdefault(contract_id, {})[work_date.day] = minutes
    return LastSave(last, found)


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


class MonthSums(NamedTuple):
    """How many contracts and people an establishment's month has, and the minutes of all of them."""

    contracts: int
    people: int
    minutes: int


def month_sums(establishment: Establishment, month: Month) -> MonthSums:
    """Of one question; counted by person first, because of thousands a distinct count would be sorted."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT COALESCE(sum(held), 0), count(*), COALESCE((SELECT sum(minutes) FROM timesheets_monthtotal
                WHERE establishment_id = %(pk)s AND month = %(first)s), 0)
            FROM (SELECT count(*) AS held FROM contracts_contract
                WHERE establishment_id = %(pk)s AND starts_on <= %(last)s AND ends_on >= %(first)s
                GROUP BY subscriber_id) AS person
            """,
            {"pk": establishment.pk, "first": month.first_day, "last": month.last_day},
        )
        return MonthSums(*map(int, cursor.fetchone()))


def month_fingerprint(establishment: Establishment, month: Month) -> str:
    """A short text that differs as soon as a contract of the month does, or the hours of one of its days."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT md5(string_agg(concat_ws(' ', contract.id, entry.work_date, entry.minutes), ','
                ORDER BY contract.id, entry.work_date))
            FROM contracts_contract AS contract LEFT JOIN timesheets_hoursentry AS entry
                ON entry.contract_id = contract.id AND entry.work_date BETWEEN %(first)s AND %(last)s
                AND entry.minutes > 0
            WHERE contract.establishment_id = %(pk)s
                AND contract.starts_on <= %(last)s AND contract.ends_on >= %(first)s
            """,
            {"pk": establishment.pk, "first": month.first_day, "last": month.last_day},
        )
        return cursor.fetchone()[0] or ""


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


def hours_of_contracts(establishment: Establishment, month: Month) -> list[AttestedContract]:
    """Every contract of the establishment's month with its hours by day, as a declaration speaks of them."""
    contracts = contracts_in_month(establishment, month).order_by("contract_no")
    entries = HoursEntry.objects.filter(
        contract__in=contracts.order_by().values("pk"),
        work_date__range=(month.first_day, month.last_day),
        minutes__gt=0,
    )
    days: dict[int, dict[int, int]] = {}
    for contract_id, day, minutes in entries.order_by("contract", "work_date").values_list(
        "contract", "work_date", "minutes"
    ):
        days.setdefault(contract_id, {})[day.day] = minutes
    fields = ("pk", "contract_no", "subscriber__national_id", "subscriber__full_name_ar", "subscriber__full_name_en")
    return [AttestedContract(*each, days.get(pk, {})) for pk, *each in contracts.values_list(*fields)]


def declarations_of(establishment: Establishment) -> QuerySet[Declaration]:
    """What was declared of its months, without the figures, each with its reopening if there was one; latest first."""
    found = Declaration.objects.filter(timesheet__establishment=establishment).defer("figures")
    return found.select_related("timesheet", "reopening__by").order_by("-attested_at", "-pk")


def last_reopening(sheet: Timesheet) -> Reopening | None:
    """The last time that the month was opened again, and by whom."""
    found = Reopening.objects.filter(declaration__timesheet=sheet).select_related("by")
    return found.order_by("-at", "-pk").first()


def reopenings_of(establishment: Establishment) -> dict[Month, Reopening]:
    """Month → the last time it was opened again, and by whom."""
    found = Reopening.objects.filter(declaration__timesheet__establishment=establishment)
    found = found.select_related("by", "declaration__timesheet").defer("declaration__figures")
    return {each.declaration.timesheet.month: each for each in found.order_by("at", "pk")}


def establishments_lacking(month: Month) -> dict[int, bool]:
    """The establishments with a contract in the month that have not declared it → whether hours are entered in it."""
    contracts = Contract.objects.filter(
        establishment=OuterRef("pk"), starts_on__lte=month.last_day, ends_on__gte=month.first_day
    )
    sheets = Timesheet.objects.filter(establishment=OuterRef("pk"), month=month)
    hours = MonthTotal.objects.filter(establishment=OuterRef("pk"), month=month, minutes__gt=0)
    lacking = Establishment.objects.filter(Exists(contracts), ~Exists(sheets.exclude(status=TimesheetStatus.OPEN)))
    return dict(lacking.order_by("pk").values_list("pk", Exists(hours)))


def hours_entered(subscriber_ids: Collection[int], first: Month, last: Month) -> list[tuple]:
    """(subscriber, establishment, first day of the month, minutes, digest of the days) of these months."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT contract.subscriber_id, contract.establishment_id, date_trunc('month', entry.work_date)::date,
                sum(entry.minutes),
                md5(string_agg(concat_ws(' ', contract.id, entry.work_date, entry.minutes), ','
                    ORDER BY contract.id, entry.work_date))
            FROM timesheets_hoursentry AS entry JOIN contracts_contract AS contract ON contract.id = entry.contract_id
            WHERE contract.subscriber_id = ANY(%s) AND entry.work_date BETWEEN %s AND %s AND entry.minutes > 0
            GROUP BY 1, 2, 3
            """,
            [list(subscriber_ids), first.first_day, last.last_day],
        )
        return cursor.fetchall()


def wants_digest(subscriber: Subscriber) -> bool:
    """Whether the subscriber is told of his hours: yes, unless he said no."""
    return not HoursDigest.objects.filter(subscriber=subscriber, is_wanted=False).exists()
