"""A billing run: close the month, accrue every subscriber, bill every establishment, and prove that none is missing.

The run's chunks are its queue. Any number of workers ask for the next piece; each piece is one transaction, so a
worker may die at any point and the next one goes on where the last piece ended. A dry run walks the same calculation
and writes nothing but its own report.
"""

import datetime
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum

from django.db import DatabaseError, transaction
from django.db.models import Count, F, Q, QuerySet, Sum

from apps.accounts.models import User
from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual, SubscriberMonth
from apps.accruals.services import accrue_subscribers, close_off_month, park_subscriber
from apps.common import errors
from apps.common.db import analyze, narrow_down, read_by_index, tuples
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.invoices import rules, selectors
from apps.invoices.choices import Stage
from apps.invoices.models import BillingChunk, BillingRun
from apps.invoices.services.billing import bill_establishments, park_establishment
from apps.regulations import selectors as regulations
from apps.regulations.rules import check_begun, check_closing
from apps.timesheets import selectors as timesheets

CONTRACTS_A_CHUNK = 8000
KEYS_A_CHUNK = 8000
# From so many new rows on the planner of the database has to be told that there are more of them.
MANY_PEOPLE = 1000
# So often may a piece of work be broken off before it is tried one key at a time, and then without that key.
ATTEMPTS = 3
A_MOMENT = datetime.timedelta(seconds=15)


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
    `MonthNotOver`, `MonthOutOfOrder`, `RunUnderWay`, `IssueDateElsewhere` or `IssueDateFixed`. A dry run may also look
    at a month that is not over, but at none that has not begun (`MonthNotBegun`).
    """
    rules.check_issue_date(month, issued_on or today, today=today)
    values = {"issued_on": issued_on or today, "started_at": now, "progressed_at": now, "started_by": by}
    if is_dry:
        check_begun(month, first=regulations.first_month(), today=today)
        return BillingRun.objects.create(month=month, is_dry=True, **values)
    if not regulations.is_closed(month):
        check_closing(
            month,
            first=regulations.first_month(),
            last_closed=regulations.last_closed_month(),
            earliest_open=timesheets.earliest_month_with_hours(),
            today=today,
        )
    _refuse_before_earlier_run(month)
    run, _ = BillingRun.objects.get_or_create(month=month, is_dry=False, finished_at=None, defaults=values)
    if issued_on not in (None, run.issued_on):
        raise rules.IssueDateFixed(issued_on=run.issued_on)
    return run


def _refuse_before_earlier_run(month: Month) -> None:
    """A month takes over minutes and totals of the one before: it must not begin while that one is half computed."""
    if earlier := selectors.unfinished_runs().filter(is_dry=False, month__lt=month).first():
        raise rules.RunUnderWay(month=earlier.month)


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
            _refuse_before_earlier_run(run.month)
    except errors.DomainError as refusal:
        return _refuse(run, refusal, now)
    _move(run, Stage.ACCRUING, now)
    return Work.ADVANCED


def _refuse(run: BillingRun, refusal: errors.DomainError, now: datetime.datetime) -> Work:
    run.refusal, run.refusal_values = errors.stored(refusal)
    _move(run, Stage.REFUSED, now)
    return Work.ADVANCED


def _work_on_a_chunk(run: BillingRun, now: datetime.datetime) -> bool:
    open_ones = BillingChunk.objects.filter(run=run, stage=run.stage, done_at=None)
    chunk_id = _take(open_ones, now)
    if chunk_id is None:
        return False
    try:
        with transaction.atomic():
            # Not skipped when locked: that is another hand which looks for work, and lets go at once.
            chunk = open_ones.select_for_update(of=("self",)).filter(pk=chunk_id).order_by("pk").first()
            if chunk is not None:
                with _no_rubbish():
                    _do(run, chunk, now)
    except BaseException:
        with suppress(DatabaseError):
            open_ones.filter(pk=chunk_id).update(taken_at=None)
        raise
    BillingRun.objects.filter(pk=run.pk).update(progressed_at=now)
    return True


@contextmanager
def _no_rubbish() -> Iterator[None]:
    """Rows by the ten thousand hold no cycles: looking for some among them costs a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@transaction.atomic
def _take(open_ones: QuerySet[BillingChunk], now: datetime.datetime) -> int | None:
    """The next piece that nobody is at. Its attempt is counted before the work, and stays when the worker is lost.

    Between this and the work nothing is locked: whoever took the piece a moment ago has it.
    """
    free = open_ones.filter(Q(taken_at=None) | Q(taken_at__lt=now - A_MOMENT))
    chunk = free.order_by("first_key").select_for_update(skip_locked=True).first()
    if chunk is None:
        return None
    open_ones.filter(pk=chunk.pk).update(attempts=F("attempts") + 1, taken_at=now)
    return chunk.pk


def _do(run: BillingRun, chunk: BillingChunk, now: datetime.datetime) -> None:
    read_by_index()
    keys = (chunk.first_key, chunk.last_key)
    if chunk.attempts > ATTEMPTS:
        if _is_given_up(run, chunk, now):
            return
    elif run.stage == Stage.ACCRUING:
        accrue_subscribers(month=run.month, keys=keys, now=now)
    elif run.is_dry:
        chunk.result = _preview(run.month, _to_bill(run, keys))
    else:
        ids = _to_bill(run, keys)
        bill_establishments(month=run.month, establishment_ids=ids, issued_on=run.issued_on, now=now)
    chunk.done_at = now
    chunk.save(update_fields=["result", "done_at"])


def _to_bill(run: BillingRun, keys: tuple[int, int]) -> list[int]:
    return list(selectors.establishments_to_bill(run.month).filter(pk__range=keys).values_list("pk", flat=True))


def _is_given_up(run: BillingRun, chunk: BillingChunk, now: datetime.datetime) -> bool:
    """Cuts the piece into one for every key, and is then over with it; a piece of one key is parked instead."""
    keys, error = (chunk.first_key, chunk.last_key), rules.WorkGivenUp(attempts=ATTEMPTS)
    left = _to_bill(run, keys)
    if run.stage == Stage.ACCRUING:
        left = accruals.subscribers_to_accrue(run.month, keys)
    if chunk.size > 1:
        chunk.delete()
        _queue(run, [[key] for key in left])
        return True
    for key in left:
        if run.stage == Stage.ACCRUING:
            park_subscriber(month=run.month, subscriber_id=key, error=error, now=now)
        elif run.is_dry:
            chunk.result = _report([], nil=0, parked=[[key, *errors.stored(error)]])
        else:
            park_establishment(month=run.month, establishment_id=key, error=error, now=now)
    return False


@transaction.atomic
def _advance(run_id: int, stage: str, now: datetime.datetime) -> Work:
    """The last piece of a stage is done: the next stage begins, or the run ends with its proof."""
    run = BillingRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    if run.stage != stage or selectors.has_work(run):
        return Work.NOTHING
    # Where nobody was left to accrue, there is nothing left to bill.
    if run.stage == Stage.ACCRUING and (people := run.chunks.aggregate(all=Sum("size"))["all"]):
        if people >= MANY_PEOPLE:
            # Without it the second pass, and the first of the next month, would read that many new rows one by one.
            analyze(Accrual, only=["contract_id", "month", "days"])
            analyze(SubscriberMonth, only=["subscriber_id", "month"])
        _move(run, Stage.BILLING, now)
        return Work.ADVANCED
    run.summary = _summary_of_dry_run(run) if run.is_dry else selectors.summary_of_month(run.month)
    try:
        rules.check_complete(run.month, run.summary)
    except errors.DomainError as refusal:
        return _refuse(run, refusal, now)
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
    rows = selectors.contracts_to_bill(run.month).order_by(key).values_list(key).annotate(held=Count("*"))
    parts: list[list[int]] = []
    size = 0
    for pk, contracts in tuples(rows):
        if not parts or size + contracts > CONTRACTS_A_CHUNK or (widest and pk - parts[-1][0] >= widest):
            parts.append([])
            size = 0
        parts[-1].append(pk)
        size += contracts
    _queue(run, parts)


def _queue(run: BillingRun, parts: list[list[int]]) -> None:
    BillingChunk.objects.bulk_create(
        BillingChunk(run=run, stage=run.stage, first_key=part[0], last_key=part[-1], size=len(part)) for part in parts
    )


def _preview(month: Month, establishment_ids: list[int]) -> dict:
    """What billing these establishments now would come to, in days and halalas."""
    reports = []

    def preview(ids: Sequence[int]) -> None:
        bills = [rules.sums(map(rules.line, lines)) for lines in selectors.lines_of_open_month(month, ids).values()]
        reports.append(_report(bills, nil=len(ids) - len(bills), parked=[]))

    def set_aside(pk: int, error: Exception) -> None:
        reports.append(_report([], nil=0, parked=[[pk, *errors.stored(error)]]))

    narrow_down(establishment_ids, preview, set_aside)
    return _merged(reports)


def _report(bills: list[rules.Line], *, nil: int, parked: list) -> dict:
    return {"invoices": len(bills), "nil": nil, "parked": parked, **rules.sums(bills)._asdict()}


def _merged(reports: Iterable[dict]) -> dict:
    merged = _report([], nil=0, parked=[])
    for report in reports:
        merged = {name: merged[name] + report[name] for name in merged}
    return merged


def _summary_of_dry_run(run: BillingRun) -> dict:
    """The report of a dry run in the form of a real run's; a month already closed reports what became of it.

    Its establishments are those that it found when it began: contracts may come and go while it works.
    """
    if regulations.is_closed(run.month):
        return selectors.summary_of_month(run.month)
    merged = _merged(run.chunks.values_list("result", flat=True))
    total = merged["employer_share"] + merged["subscriber_share"]
    return {
        **selectors.size_of_month(run.month),
        "establishments": merged["invoices"] + merged["nil"] + len(merged["parked"]),
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
