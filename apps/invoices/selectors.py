"""Invoices as they may be seen, what a closed month still has to bill, and the state of its runs."""

import datetime
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)

from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual, ParkedSubscriber
from apps.accruals.rules import Accrued
from apps.common.db import in_halalas, tuples
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.invoices import rules
from apps.invoices.choices import InvoiceStatus, Outcome, Stage
from apps.invoices.models import BillingChunk, BillingOutcome, BillingRun, BillSnapshot, Invoice
from apps.invoices.rules import Line
from apps.registry.models import Establishment
from apps.regulations import selectors as regulations
from apps.timesheets import selectors as timesheets
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import HoursEntry, Timesheet


def establishments_of_month(month: Month) -> QuerySet[Establishment]:
    """The establishments with a contract in force in the month: those that must end with an outcome."""
    return Establishment.objects.filter(Exists(accruals.contracts_of_month(month).filter(establishment=OuterRef("pk"))))


def establishments_to_bill(month: Month) -> QuerySet[Establishment]:
    """The establishments of a month that are neither billed nor have nothing to bill, in key order."""
    return establishments_of_month(month).filter(_is_unsettled(month)).order_by("pk")


def _is_unsettled(month: Month) -> Exists:
    settled = BillingOutcome.objects.filter(month=month, outcome__in=[Outcome.BILLED, Outcome.NIL])
    return ~Exists(settled.filter(establishment=OuterRef("pk")))


def parked_by_subscriber(month: Month, establishment_ids: list[int]) -> list[tuple[int, str, dict]]:
    """The establishments that a parked subscriber works for, with his reason: a bill without him would be wrong."""
    parked = {row.subscriber_id: row for row in ParkedSubscriber.objects.filter(month=month)}
    if not parked:
        return []
    contracts = accruals.contracts_of_month(month).filter(
        establishment_id__among=establishment_ids, subscriber_id__among=list(parked)
    )
    found = dict(contracts.order_by("-subscriber").values_list("establishment", "subscriber"))
    return [(pk, parked[subscriber].reason, parked[subscriber].reason_values) for pk, subscriber in found.items()]


def lines_to_bill(month: Month, establishment_ids: Collection[int]) -> dict[int, list[tuple[int, Line]]]:
    """The accruals with full days of establishments not yet billed, by contract number, as (accrual, line)."""
    rows = (
        Accrual.objects.filter(month=month, days__gt=0, contract__establishment_id__among=establishment_ids)
        .order_by("contract__establishment", "contract__contract_no")
        .values_list(
            "contract__establishment",
            "pk",
            # The fields of `Line`, in its order.
            "days",
            in_halalas("contributory_wage"),
            in_halalas("annuities_employer", "hazards_employer", "saned_employer"),
            in_halalas("annuities_subscriber", "saned_subscriber"),
        )
    )
    return {
        pk: [(accrual_id, Line._make(fields)) for _, accrual_id, *fields in group]
        for pk, group in groupby(tuples(rows), key=itemgetter(0))
    }


def results_of_open_month(month: Month, establishment_ids: list[int]) -> dict[int, list[Accrued]]:
    """Every accrual of each establishment if the month closed now, by contract number; absent where there are none.

    Every contract of every subscriber concerned takes part, because the ceiling looks at all his employers.
    """
    chosen = accruals.contracts_of_month(month).filter(establishment_id__among=establishment_ids)
    subscribers = set(chosen.order_by().values_list("subscriber_id", flat=True))
    results = accruals.open_months(until=month, subscribers=subscribers).get(month, {})
    wanted = set(establishment_ids)
    lines: dict[int, list[Accrued]] = {}
    for results_of_one in results.values():
        for accrued in results_of_one:
            if accrued.establishment_id in wanted:
                lines.setdefault(accrued.establishment_id, []).append(accrued)
    # Asked for last: a contract documented meanwhile may be among the results.
    contract_ids = [line.contract_id for each in lines.values() for line in each]
    numbers = dict(Contract.objects.filter(pk__among=contract_ids).order_by().values_list("pk", "contract_no"))
    return {pk: sorted(each, key=lambda line: numbers[line.contract_id]) for pk, each in lines.items()}


def lines_of_open_month(month: Month, establishment_ids: list[int]) -> dict[int, list[Accrued]]:
    """What each establishment would be billed if the month closed now; absent with nothing to bill."""
    results = results_of_open_month(month, establishment_ids)
    lines = {pk: rules.billable(each) for pk, each in results.items()}
    return {pk: each for pk, each in lines.items() if each}


def preview_invoice(establishment: Establishment, month: Month) -> tuple[Line, list[Accrued]]:
    """The sums and lines of the bill that an open month would bring if it closed now; no lines when it is closed."""
    lines = lines_of_open_month(month, [establishment.pk]).get(establishment.pk, [])
    return rules.sums(map(rules.line, lines)), lines


def next_month_to_close() -> Month | None:
    """The month that comes next; None while nothing is closed and no hours are entered."""
    last_closed = regulations.last_closed_month()
    return last_closed.next if last_closed else timesheets.earliest_month_with_hours()


def month_due(*, today: datetime.date) -> Month | None:
    """The next month to close when its invoice day has come, however late; none while a run is at work."""
    if unfinished_runs().filter(is_dry=False).exists():
        return None
    month = next_month_to_close()
    return month if month and regulations.rules_of(month).invoice_date <= today else None


def unfinished_runs() -> QuerySet[BillingRun]:
    return BillingRun.objects.filter(finished_at=None).order_by("pk")


def progress(run: BillingRun) -> tuple[int, int]:
    """How much of the run's present stage is done, and how much there is: subscribers or establishments."""
    sums = run.chunks.filter(stage=run.stage).aggregate(
        done=Sum("size", filter=Q(done_at__isnull=False), default=0), size=Sum("size", default=0)
    )
    return sums["done"], sums["size"]


def has_work(run: BillingRun) -> bool:
    return BillingChunk.objects.filter(run=run, stage=run.stage, done_at=None).exists()


def contracts_to_bill(month: Month) -> QuerySet[Contract]:
    """The contracts of a month whose establishments are still to be billed; their subscribers are to be accrued.

    Whoever is settled is left out before contracts are looked at: of a month that is done, none has to be.
    """
    unsettled = Establishment.objects.filter(_is_unsettled(month)).order_by()
    return accruals.contracts_of_month(month).filter(establishment__in=unsettled)


def summary_of_month(month: Month) -> dict:
    """What became of a closed month, as a run keeps it: counts, amounts in riyals as text, and the parked ones."""
    outcomes = dict(
        BillingOutcome.objects.filter(month=month).order_by("outcome").values_list("outcome").annotate(Count("pk"))
    )
    billed = Invoice.objects.filter(month=month).aggregate(
        **{name: Sum(name, default=0) for name in ("days", "employer_share", "subscriber_share", "total")}
    )
    parked = BillingOutcome.objects.filter(month=month, outcome=Outcome.PARKED)
    return {
        **size_of_month(month),
        "days": billed["days"],
        **{name: f"{billed[name]:.2f}" for name in ("employer_share", "subscriber_share", "total")},
        "invoices": outcomes.get(Outcome.BILLED, 0),
        "nil": outcomes.get(Outcome.NIL, 0),
        "parked": parked_report(parked.values_list("establishment", "reason", "reason_values")),
    }


def size_of_month(month: Month) -> dict[str, int]:
    """How many establishments and contracts the month has."""
    each = accruals.contracts_of_month(month).order_by().values("establishment").annotate(size=Count("*"))
    return each.aggregate(establishments=Count("establishment"), contracts=Sum("size", default=0))


def parked_report(parked: Iterable[tuple[int, str, dict]]) -> list[dict]:
    """Parked establishments by name, in the order of their numbers, from (establishment, reason, values)."""
    reasons = {pk: (reason, values) for pk, reason, values in parked}
    rows = Establishment.objects.filter(pk__in=reasons).order_by("unified_number")
    return [
        {
            "unified_number": row.unified_number,
            "name_ar": row.name_ar,
            "name_en": row.name_en,
            "reason": reasons[row.pk][0],
            "reason_values": reasons[row.pk][1],
        }
        for row in rows
    ]


# What staff read of runs.


def runs() -> QuerySet[BillingRun]:
    return BillingRun.objects.select_related("started_by").order_by("-started_at")


def billed_months() -> QuerySet[BillingRun]:
    """The latest finished run of every closed month."""
    finished = BillingRun.objects.filter(is_dry=False, stage=Stage.FINISHED, month=OuterRef("month"))
    return runs().filter(pk=Subquery(finished.order_by("-finished_at").values("pk")[:1])).order_by("-month")


def summary_before(month: Month) -> dict | None:
    """What became of the month before, for comparison; None when the portal has not billed it."""
    run = billed_months().filter(month=month.previous).first()
    return run.summary if run else None


def sheets_to_attest(month: Month) -> int:
    """How many establishments of a month have not attested it: the cut-off attests for them."""
    attested = Timesheet.objects.filter(month=month).exclude(status=TimesheetStatus.OPEN)
    return establishments_of_month(month).exclude(pk__in=attested.values("establishment")).count()


def invoices_of(establishment: Establishment, *, today: datetime.date) -> QuerySet[Invoice]:
    """The invoices of an establishment, each with its `status` of today; the latest first."""
    overdue = When(due_on__lt=today, then=Value(InvoiceStatus.OVERDUE))
    status = Case(overdue, default=Value(InvoiceStatus.ISSUED), output_field=CharField())
    return Invoice.objects.filter(establishment=establishment).annotate(status=status).order_by("-month", "-pk")


def outcome_of(establishment: Establishment, month: Month) -> BillingOutcome | None:
    """How the establishment's month ended; None while it is open, or when it had no contract in it."""
    return BillingOutcome.objects.filter(establishment=establishment, month=month).first()


# The coming bill as it stood before.


def open_months_to_watch(*, today: datetime.date) -> list[Month]:
    """The running month, and the one before while it is not closed."""
    running, last_closed = Month.of(today), regulations.last_closed_month()
    months = [running.previous, running] if running > regulations.first_month() else [running]
    return [month for month in months if last_closed is None or month > last_closed]


def establishments_to_watch(month: Month, *, since: datetime.datetime) -> QuerySet[Establishment]:
    """The establishments of the month whose coming bill nobody has looked at since that moment, in key order."""
    seen = BillSnapshot.objects.filter(month=month, confirmed_at__gte=since, establishment=OuterRef("pk"))
    return establishments_of_month(month).filter(~Exists(seen)).order_by("pk")


def last_snapshot(establishment: Establishment, month: Month) -> BillSnapshot | None:
    found = BillSnapshot.objects.filter(establishment=establishment, month=month)
    return found.order_by("-taken_at").first()


def last_total(establishment: Establishment, month: Month) -> BillSnapshot | None:
    """As `last_snapshot`, without the lines."""
    found = BillSnapshot.objects.filter(establishment=establishment, month=month).defer("lines")
    return found.order_by("-taken_at").first()


def authors_since(contract_ids: Collection[int], month: Month, since: datetime.datetime) -> dict[int, list[str]]:
    """Contract → the names of who entered or changed hours of the month after that moment; a file has no name."""
    entries = HoursEntry.objects.filter(
        contract_id__among=list(contract_ids),
        work_date__range=(month.first_day, month.last_day),
        entered_at__gt=since,
        entered_by__isnull=False,
    )
    names: dict[int, list[str]] = {}
    pairs = entries.order_by("contract", "entered_by__full_name").values_list("contract", "entered_by__full_name")
    for contract_id, name in pairs.distinct():
        names.setdefault(contract_id, []).append(name)
    return names


def results_of_closed_month(establishment: Establishment, month: Month) -> list[Accrued]:
    """Every accrual of the establishment as the month was closed."""
    found = Accrual.objects.filter(month=month, contract__establishment=establishment).select_related("contract")
    return [accruals.result(each) for each in found.order_by("contract__contract_no")]
