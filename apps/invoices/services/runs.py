"""A billing run: close the month, accrue every subscriber, bill every establishment, and prove that none is missing.

The run's chunks are its queue. Any number of workers ask for the next piece; each piece is one transaction, so a
worker may die at any point and the next one goes on where the last piece ended. A dry run walks the same calculation
and writes nothing but its own report.
"""

import datetime
from collections.abc import Iterable
from enum import Enum

from django.db import transaction
from django.db.models import Count, QuerySet

from apps.accounts.models import User
from apps.accruals.models import Accrual, SubscriberMonth
from apps.accruals.services import accrue_subscribers, close_off_month
from apps.common import errors
from apps.common.db import analyze, read_by_index, tuples
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.invoices import rules, selectors
from apps.invoices.choices import Stage
from apps.invoices.models import BillingChunk, BillingRun
from apps.invoices.services.billing import bill_establishments
from apps.regulations import selectors as regulations
from apps.regulations.rules import check_closing
from apps.timesheets import selectors as timesheets

CONTRACTS_A_CHUNK = 8000
KEYS_A_CHUNK = 8000


class Work(Enum):
    """What one call of `work` came to."""

    DONE = "one piece done"
    ADVANCED = "the next stage began: there is work for more hands"
    NOTHING = "nothing to do here, or others are at it"


@transaction.atomic
def request_run(
    *,
    month: Month,
    is_dry: bool,
    now: datetime.datetime,
    today: datetime.date,
    issued_on: datetime.date | None = None,
    by: User | None = None,
) -> BillingRun:
    """A run of the month waits for workers; an unfinished one is returned instead of a second.

    A closed month may be run again: what is settled stays, what was parked is tried again. Refuses with `MonthUnknown`,
    `MonthNotOver` or `MonthOutOfOrder`. A dry run may also look at a month that is not over.
    """
    if not is_dry and not regulations.rule_set_ids(month):
        check_closing(
            month,
            first=regulations.first_month(),
            last_closed=regulations.last_closed_month(),
            earliest_open=timesheets.earliest_month_with_hours(),
            today=today,
        )
    values = {"issued_on": issued_on or today, "started_at": now, "progressed_at": now, "started_by": by}
    if is_dry:
        return BillingRun.objects.create(month=month, is_dry=True, **values)
    run, _ = BillingRun.objects.get_or_create(month=month, is_dry=False, finished_at=None, defaults=values)
    return run


def work(*, run_id: int, now: datetime.datetime, today: datetime.date) -> Work:
    """Does the next piece of a run, or moves it to its next stage. Safe to call from many places at once."""
    run = BillingRun.objects.get(pk=run_id)
    if run.finished_at is not None:
        return Work.NOTHING
    if run.stage == Stage.QUEUED:
        return _begin(run_id, now, today)
    if _work_on_a_chunk(run, now):
        return Work.DONE
    return Work.NOTHING if selectors.has_work(run) else _advance(run_id, run.stage, now)


@transaction.atomic
def _begin(run_id: int, now: datetime.datetime, today: datetime.date) -> Work:
    run = BillingRun.objects.select_for_update(of=("self",)).select_related("started_by").get(pk=run_id)
    if run.stage != Stage.QUEUED:
        return Work.NOTHING
    if run.is_dry:
        _move(run, Stage.BILLING, now)
        return Work.ADVANCED
    try:
        with transaction.atomic():
            close_off_month(month=run.month, now=now, today=today, by=run.started_by)
    except errors.DomainError as refusal:
        run.refusal, run.refusal_values = errors.stored(refusal)
        _move(run, Stage.REFUSED, now)
        return Work.ADVANCED
    _move(run, Stage.ACCRUING, now)
    return Work.ADVANCED


def _work_on_a_chunk(run: BillingRun, now: datetime.datetime) -> bool:
    with transaction.atomic():
        open_ones = BillingChunk.objects.filter(run=run, stage=run.stage, done_at=None)
        chunk = open_ones.order_by("first_key").select_for_update(skip_locked=True).first()
        if chunk is None:
            return False
        read_by_index()
        keys = (chunk.first_key, chunk.last_key)
        if run.is_dry:
            chunk.result = _preview(run.month, _keys(selectors.establishments_to_bill(run.month), keys))
        elif run.stage == Stage.ACCRUING:
            accrue_subscribers(month=run.month, keys=keys, now=now)
        else:
            ids = _keys(selectors.establishments_to_bill(run.month), keys)
            bill_establishments(month=run.month, establishment_ids=ids, issued_on=run.issued_on, now=now)
        chunk.done_at = now
        chunk.save(update_fields=["result", "done_at"])
    BillingRun.objects.filter(pk=run.pk).update(progressed_at=now)
    return True


def _keys(rows: QuerySet, keys: tuple[int, int]) -> list[int]:
    return list(rows.filter(pk__range=keys).values_list("pk", flat=True))


@transaction.atomic
def _advance(run_id: int, stage: str, now: datetime.datetime) -> Work:
    """The last piece of a stage is done: the next stage begins, or the run ends with its proof."""
    run = BillingRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.stage != stage or selectors.has_work(run):
        return Work.NOTHING
    # Where nobody was left to accrue, there is nothing left to bill.
    if run.stage == Stage.ACCRUING and run.chunks.exists():
        # Without it the second pass, and the first of the next month, would read the new rows one by one.
        analyze(Accrual, only=["contract_id", "month", "days"])
        analyze(SubscriberMonth, only=["subscriber_id", "month"])
        _move(run, Stage.BILLING, now)
        return Work.ADVANCED
    run.summary = _summary_of_dry_run(run) if run.is_dry else selectors.summary_of_month(run.month)
    _check_complete(run)
    _move(run, Stage.FINISHED, now)
    return Work.ADVANCED


def _move(run: BillingRun, stage: Stage, now: datetime.datetime) -> None:
    run.stage, run.progressed_at = stage, now
    if stage in {Stage.FINISHED, Stage.REFUSED}:
        run.finished_at = now
    run.save(update_fields=["stage", "progressed_at", "finished_at", "refusal", "refusal_values", "summary"])
    if stage == Stage.ACCRUING:
        _cut(run, "subscriber_id", widest=KEYS_A_CHUNK)
    elif stage == Stage.BILLING:
        _cut(run, "establishment_id")


def _cut(run: BillingRun, key: str, *, widest: int | None = None) -> None:
    """Chunks of about as many contracts, whoever they belong to: some establishments are thousands of times others.

    Where all keys of a chunk are read, done or not, `widest` bounds how many there may be between those to be done.
    """
    rows = selectors.contracts_to_bill(run.month).order_by(key).values_list(key).annotate(Count("pk"))
    parts: list[list[int]] = []
    size = 0
    for pk, contracts in tuples(rows):
        if not parts or size + contracts > CONTRACTS_A_CHUNK or (widest and pk - parts[-1][0] >= widest):
            parts.append([])
            size = 0
        parts[-1].append(pk)
        size += contracts
    BillingChunk.objects.bulk_create(
        BillingChunk(run=run, stage=run.stage, first_key=part[0], last_key=part[-1], size=len(part)) for part in parts
    )


def _check_complete(run: BillingRun) -> None:
    summary = run.summary
    decided = summary["invoices"] + summary["nil"] + len(summary["parked"])
    if decided != summary["establishments"]:
        raise rules.RunIncomplete(month=run.month, decided=decided, expected=summary["establishments"])


def _preview(month: Month, establishment_ids: list[int]) -> dict:
    """What billing these establishments now would come to, in days and halalas."""
    try:
        lines_of = selectors.lines_of_open_month(month, establishment_ids)
    except Exception as error:
        if len(establishment_ids) == 1:
            reason, values = errors.stored(error)
            return _report([], nil=0, parked=[[establishment_ids[0], reason, values]])
        middle = len(establishment_ids) // 2
        return _merged([_preview(month, half) for half in (establishment_ids[:middle], establishment_ids[middle:])])
    bills = [rules.sums(map(rules.line, lines)) for lines in lines_of.values()]
    return _report(bills, nil=len(establishment_ids) - len(bills), parked=[])


def _report(bills: list[rules.Line], *, nil: int, parked: list) -> dict:
    return {"invoices": len(bills), "nil": nil, "parked": parked, **rules.sums(bills)._asdict()}


def _merged(reports: Iterable[dict]) -> dict:
    merged = _report([], nil=0, parked=[])
    for report in reports:
        merged = {name: merged[name] + report[name] for name in merged}
    return merged


def _summary_of_dry_run(run: BillingRun) -> dict:
    """The report of a dry run in the form of a real run's; a month already closed reports what became of it."""
    month = run.month
    if regulations.is_closed(month):
        return selectors.summary_of_month(month)
    merged = _merged(run.chunks.values_list("result", flat=True))
    total = merged["employer_share"] + merged["subscriber_share"]
    return {
        **selectors.size_of_month(month),
        "days": merged["days"],
        "employer_share": str(to_riyals(merged["employer_share"])),
        "subscriber_share": str(to_riyals(merged["subscriber_share"])),
        "total": str(to_riyals(total)),
        "invoices": merged["invoices"],
        "nil": merged["nil"],
        "parked": selectors.parked_report(merged["parked"]),
    }


def request_due_run(*, period: str | None, now: datetime.datetime, today: datetime.date) -> BillingRun | None:
    """The run of the given month, or of the next one whose invoice day has come; None when none is due."""
    month = Month.parse(period) if period else selectors.month_due(today=today)
    return request_run(month=month, is_dry=False, now=now, today=today) if month else None
