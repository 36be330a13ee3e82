"""The portal's speed, measured: `python3 manage.py test tests/bench/bench.py -s` prints the table of figures.

Every figure of month end stands beside a limit measured in the same run, because machines differ and drift: the time
PostgreSQL needs to take the very same rows by COPY into the very same tables. `CONTRACTS` (100,000 unless given) and
`HISTORY_MONTHS` (0) set the size. Nothing here asserts a time.
"""

import datetime
import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, connections
from django.utils import timezone

from apps.accruals.models import Accrual, SubscriberMonth
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.invoices import services
from apps.invoices.models import BillingOutcome, BillingRun, Invoice, InvoiceDocument, InvoiceLine
from tests.bench import generate

CONTRACTS = int(os.environ.get("CONTRACTS", "100000"))
HISTORY_MONTHS = int(os.environ.get("HISTORY_MONTHS", "0"))
MONTH = Month(2026, 9)
ISSUE_DAY = datetime.date(2026, 10, 6)
WRITTEN = (Accrual, SubscriberMonth, Invoice, InvoiceLine, InvoiceDocument, BillingOutcome)

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    start, stop = time.perf_counter(), []
    yield lambda: (stop[0] if stop else time.perf_counter()) - start
    stop.append(time.perf_counter())


def show(label: str, value: str) -> None:
    print(f"  {label:<64} {value:>24}")


def close(month: Month) -> None:
    run = services.request_run(month=month, is_dry=False, now=timezone.now(), today=ISSUE_DAY, issued_on=ISSUE_DAY)
    work_on(run.pk)


def work_on(run_id: int) -> None:
    """What a worker does, until the run has ended."""
    while BillingRun.objects.filter(pk=run_id, finished_at=None).exists():
        if services.work(run_id=run_id, now=timezone.now(), today=ISSUE_DAY) is services.Work.NOTHING:
            time.sleep(0.02)


def copy_limit() -> float:
    """Seconds that COPY alone takes for the rows that the run has written, into the same tables with all their keys."""
    saved = []
    with connection.cursor() as cursor:
        for model in WRITTEN:
            columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
            target = f'"{model._meta.db_table}" ({columns})'
            with cursor.copy(f"COPY {target} TO STDOUT") as copy:
                saved.append((target, b"".join(copy)))
        tables = ", ".join(f'"{model._meta.db_table}"' for model in WRITTEN)
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        with stopwatch() as seconds:
            for target, rows in saved:
                with cursor.copy(f"COPY {target} FROM STDIN") as copy:
                    copy.write(rows)
        return seconds()


def reset() -> None:
    """The month is open again, as before its run."""
    with connection.cursor() as cursor:
        tables = ", ".join(f'"{model._meta.db_table}"' for model in (*WRITTEN, BillingRun))
        cursor.execute(
            f"TRUNCATE {tables}, invoices_billingchunk, regulations_closedmonth, regulations_rulesetrecord,"
            " invoices_invoicecounter, accruals_parkedsubscriber CASCADE"
        )
        cursor.execute(
            "UPDATE timesheets_timesheet SET status = 'open', attested_at = NULL, attested_by_id = NULL,"
            " reference = '', is_nil = FALSE"
        )
    vacuum()


def vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def in_two_processes(run_id: int) -> float:
    connections.close_all()
    hands = [multiprocessing.get_context("fork").Process(target=work_on, args=(run_id,)) for _ in range(2)]
    with stopwatch() as seconds:
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
    return seconds()


def test_month_end():
    print(f"\nMonth end, {CONTRACTS:,} contracts, {HISTORY_MONTHS} months behind")
    generate.load(CONTRACTS, MONTH, HISTORY_MONTHS)
    vacuum()
    for month in range(HISTORY_MONTHS, 0, -1):
        close(MONTH + -month)
    with stopwatch() as first:
        close(MONTH)
    assert BillingRun.objects.latest("pk").summary["contracts"] == Contract.objects.count()
    with stopwatch() as again:
        close(MONTH)
    show("one process", f"{first():.2f} s, {CONTRACTS / first():,.0f} /s")
    show("run again, nothing changed", f"{again():.3f} s, {again() / first():.1%}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("memory of the process at its peak", f"{peak:.0f} MB")
    if not HISTORY_MONTHS:
        limit = copy_limit()
        show("COPY of the same rows into the same tables (the limit)", f"{limit:.2f} s, {CONTRACTS / limit:,.0f} /s")
        show("month end against the limit", f"{limit / first():.2f}")
        reset()
        run = services.request_run(month=MONTH, is_dry=False, now=timezone.now(), today=ISSUE_DAY, issued_on=ISSUE_DAY)
        both = in_two_processes(run.pk)
        show("two processes", f"{both:.2f} s, {first() / both:.2f} times one")
