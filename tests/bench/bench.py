"""The portal's speed, measured: `python3 manage.py test tests/bench/bench.py -s` prints the table of figures.

Bulk figures stand beside a limit measured in the same run, because machines differ and drift: the time PostgreSQL needs
to take the very same rows by COPY into the very same tables. `CONTRACTS` (100,000 unless given) sets the size. Nothing
here asserts a time.
"""

import datetime
import gc
import io
import multiprocessing
import os
import re
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from decimal import Decimal

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from apps.accruals.models import Accrual, SubscriberMonth
from apps.certificates import documents as statement_documents
from apps.certificates import services as certificates
from apps.common import pdf
from apps.common.periods import Month
from apps.contracts.models import Contract, ContractWage
from apps.invoices import documents as invoice_documents
from apps.invoices import services
from apps.invoices.models import BillingOutcome, BillingRun, Invoice, InvoiceDocument, InvoiceLine
from apps.registry.models import Establishment
from apps.regulations.models import ClosedMonth
from apps.timesheets.models import HoursEntry
from tests import factories
from tests.bench import generate
from tests.bench.paper import drawn
from tests.bench.served import Turns, served

CONTRACTS = int(os.environ.get("CONTRACTS", "100000"))
MONTH = Month(2026, 9)
AFTER_FIVE_YEARS = Month(2029, 9)
WRITTEN = (Accrual, SubscriberMonth, Invoice, InvoiceLine, InvoiceDocument, BillingOutcome)

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    start, stop = time.perf_counter(), []
    yield lambda: (stop[0] if stop else time.perf_counter()) - start
    stop.append(time.perf_counter())


def cores_busy() -> float:
    """Seconds that the machine's cores have worked so far, whoever they worked for: the database runs beside us."""
    with open("/proc/stat") as stat:
        user, nice, system, _idle, _wait, irq, softirq, *_ = map(int, stat.readline().split()[1:])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def memory_from_now() -> float:
    """What the process holds, in MB; its peak is counted from here on."""
    gc.collect()
    with open("/proc/self/clear_refs", "w") as marks:
        marks.write("5")
    return memory_at_peak()


def memory_at_peak() -> float:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def show(label: str, value: str) -> None:
    print(f"  {label:<64} {value:>46}")


def close(month: Month) -> None:
    work_on(ask_for(month).pk, month)


def ask_for(month: Month) -> BillingRun:
    return services.request_run(month=month, is_dry=False, now=timezone.now(), today=month.next.day(6))


def work_on(run_id: int, month: Month) -> None:
    """What a worker does, until the run has ended."""
    while BillingRun.objects.filter(pk=run_id, finished_at=None).exists():
        if services.work(run_id=run_id, now=timezone.now(), today=month.next.day(6)) is services.Work.NOTHING:
            time.sleep(0.02)


def copy_limit(*models) -> float:
    """Seconds that COPY alone takes for the rows of these tables, back into them with all their keys."""
    saved = []
    with connection.cursor() as cursor:
        for model in models:
            columns = ", ".join(f'"{field.column}"' for field in model._meta.local_concrete_fields)
            target = f'"{model._meta.db_table}" ({columns})'
            with cursor.copy(f"COPY {target} TO STDOUT") as copy:
                saved.append((target, b"".join(copy)))
        tables = ", ".join(f'"{model._meta.db_table}"' for model in models)
        with pgtrigger.ignore():
            cursor.execute(f"TRUNCATE {tables} CASCADE")
        with stopwatch() as seconds:
            for target, rows in saved:
                with cursor.copy(f"COPY {target} FROM STDIN") as copy:
                    copy.write(rows)
        return seconds()


def reset() -> None:
    """The month is open again, as before its run."""
    with pgtrigger.ignore(), connection.cursor() as cursor:
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


@contextmanager
def without_a_wage() -> Iterator[None]:
    """One contract cannot be computed, so that its establishment, an ordinary one, waits; afterwards it can."""
    sized = Establishment.objects.alias(size=Count("contracts")).filter(size__gt=0).order_by("size", "pk")
    taken = ContractWage.objects.filter(contract__establishment=sized[sized.count() // 2]).first()
    with pgtrigger.ignore():
        ContractWage.objects.filter(pk=taken.pk).delete()
    yield
    ContractWage.objects.bulk_create([taken])


def in_two_processes(run_id: int) -> float:
    connections.close_all()
    hands = [multiprocessing.get_context("fork").Process(target=work_on, args=(run_id, MONTH)) for _ in range(2)]
    with stopwatch() as seconds:
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
    return seconds()


def test_month_end():
    print(f"\nMonth end, {CONTRACTS:,} contracts")
    generate.load(CONTRACTS, MONTH)
    vacuum()
    before, held = cores_busy(), memory_from_now()
    with stopwatch() as first:
        close(MONTH)
    busy = (cores_busy() - before) / first()
    assert BillingRun.objects.latest("pk").summary["contracts"] == Contract.objects.count()
    with stopwatch() as again:
        close(MONTH)
    peak = memory_at_peak()
    limit = copy_limit(*WRITTEN)
    show("one process", f"{first():.2f} s, {CONTRACTS / first():,.0f} /s")
    show("cores that it and its database keep busy", f"{busy:.2f} of {os.cpu_count()}")
    show("COPY of the same rows into the same tables (the limit)", f"{limit:.2f} s, {CONTRACTS / limit:,.0f} /s")
    show("month end against the limit", f"{limit / first():.2f}")
    show("run again, nothing changed", f"{again():.3f} s, {again() / first():.1%}")
    show("memory of the process at its peak, and before it began", f"{peak:.0f} MB, {held:.0f} MB")
    reset()
    with without_a_wage():
        both = in_two_processes(ask_for(MONTH).pk)
    with stopwatch() as mended:
        close(MONTH)
    assert BillingRun.objects.latest("pk").summary["contracts"] == Contract.objects.count()
    show("two processes", f"{both:.2f} s, {first() / both:.2f} times one")
    show("run again, one establishment mended", f"{mended():.3f} s, {mended() / first():.2%}")


def test_month_end_with_history(clock):
    contracts, months = CONTRACTS // 20, 60
    print(f"\nMonth end with years behind it, {contracts:,} contracts")
    generate.load(contracts, AFTER_FIVE_YEARS, months)
    vacuum()
    clock.move_to(factories.at(AFTER_FIVE_YEARS.next.day(20)))
    seconds = {}
    for back in range(months, -1, -1):
        with stopwatch() as taken:
            close(AFTER_FIVE_YEARS + -back)
        seconds[back] = taken()
        if back in {1, months - 1}:
            vacuum()
    early = statistics.median(seconds[months - index] for index in range(1, 6))
    late = statistics.median(seconds[index] for index in range(5))
    show("a month with 60 behind it against one with a few", f"{late:.2f} s / {early:.2f} s = {late / early:.2f}")
    subscriber = SubscriberMonth.objects.order_by("pk").last().subscriber
    user = factories.make_user(national_id=subscriber.national_id)
    subscriber.user = user
    subscriber.save(update_fields=["user"])
    with served() as browser:
        home = browser(user).turns(reverse("portal:subscriber_home"))
    show_page("subscriber's home with 5 years of history", home)


def test_import(tmp_path):
    rows = generate.write_folder(tmp_path, CONTRACTS, MONTH)
    print(f"\nImport, {rows:,} rows of hours")
    hours = tmp_path / "hours.csv"
    waiting = hours.rename(tmp_path / "hours.waiting")
    with stopwatch() as registered:
        call_command("import_data", str(tmp_path), stdout=io.StringIO())
    waiting.rename(hours)
    with stopwatch() as loaded:
        call_command("import_data", str(tmp_path), stdout=io.StringIO())
    with stopwatch() as again:
        call_command("import_data", str(tmp_path), stdout=io.StringIO())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    limit = copy_limit(HoursEntry)
    show(f"{CONTRACTS:,} contracts with people and wages", f"{registered():.1f} s")
    show("all hours, every row checked", f"{loaded():.1f} s, {rows / loaded():,.0f} /s")
    show("COPY of the same hours into the same table (the limit)", f"{limit:.1f} s, {rows / limit:,.0f} /s")
    show("import against the limit", f"{limit / loaded():.2f}")
    show("the same folder again", f"{again():.1f} s")
    show("memory of the process at its peak", f"{peak:.0f} MB")


def test_pages(clock):
    print(f"\nPages, {CONTRACTS:,} contracts in the database")
    generate.load(CONTRACTS, MONTH)
    # As in every month but the portal's first.
    ClosedMonth.objects.create(month=MONTH.previous, closed_at=timezone.now())
    vacuum()
    clock.move_to(factories.at(datetime.date(2026, 10, 3)))
    sized = Establishment.objects.annotate(size=Count("contracts"))
    largest = sized.order_by("-size", "pk").first()
    ordinary = min(sized.filter(size__gte=40), key=lambda one: one.size)
    owner = factories.make_member("نورة العتيبي", establishment=largest, role="owner")
    clerk = factories.make_member("بدر الشهري", establishment=ordinary, role="hours_clerk")
    auditor = factories.make_user(is_staff=True, is_superuser=True)
    number = largest.unified_number
    contracts = reverse("contracts:contract_list", args=[number])
    grid = reverse("timesheets:month_grid", args=[number, MONTH])
    month = reverse("timesheets:month_grid", args=[ordinary.unified_number, MONTH])
    with served() as browser:
        of_owner, of_clerk, of_auditor = browser(owner), browser(clerk), browser(auditor)
        show_page(f"list of an establishment's {largest.size:,} contracts, 25 rows", of_owner.turns(contracts))
        show_page("the same, page 200", of_owner.turns(f"{contracts}?page=200"))
        everyones = reverse("admin:contracts_contract_changelist")
        show_page(f"staff's list of {CONTRACTS:,} contracts", of_auditor.turns(everyones))
        show_page("hours of 20 people of it, page", of_owner.turns(grid))
        show_page("hours of 20 people of it, save", of_owner.turns(grid, post=posted_hours))
        show_page(f"hours of 20 of an establishment's {ordinary.size} people, page", of_clerk.turns(month))
        show_page("the same, save", of_clerk.turns(month, post=posted_hours))
        show_page("employer's home", of_owner.turns(reverse("portal:employer_home", args=[number])))
    close(MONTH)
    with served() as browser:
        show_page("list of invoices", browser(owner).turns(reverse("invoices:invoice_list", args=[number])))


def posted_hours(html: str, turn: int) -> dict[str, str]:
    """The grid as the browser would post it back, a quarter of an hour less on every day or, the next time, more."""
    fields = dict.fromkeys(re.findall(r'name="(h-[^"]+)"', html), "")
    fields |= re.findall(r'<input[^>]*?name="((?:h|rev)-[^"]+|rows)"[^>]*?value="([^"]*)"', html)
    change = Decimal("0.25" if turn % 2 else "-0.25")
    days = {name: str(Decimal(value) + change) for name, value in fields.items() if name.startswith("h-") and value}
    return {**fields, **days, "do": "save"}


def show_page(label: str, turns: Turns) -> None:
    """The worst of twenty turns beside the limit's median, as the bars are told: 60 ms where the limit is 4."""
    p95, median, limit = turns.page[int(len(turns.page) * 0.95)], *map(statistics.median, turns)
    show(label, f"p95 {p95:.0f} ms, median {median:.0f} ms; {p95 / limit:.1f} times {limit:.1f} ms")


def test_papers(monkeypatch):
    print("\nPapers")
    establishment = factories.make_establishment()
    for _ in range(500):
        factories.make_month(factories.make_contract(establishment=establishment), MONTH, 80)
    single = factories.make_contract()
    factories.make_month(single, MONTH, 80)
    close(MONTH)
    short = InvoiceDocument.objects.get(invoice__establishment=single.establishment)
    long = InvoiceDocument.objects.get(invoice__establishment=establishment)
    statement = certificates.request_statement(subscriber=single.subscriber, language="ar", now=timezone.now())
    written = []
    monkeypatch.setattr(pdf, "draw", lambda html, **limits: written.append(html) or b"%PDF-")
    show_paper("invoice of one line", lambda: invoice_documents.invoice_pdf(short), written, times=20)
    show_paper("statement of one page", lambda: statement_documents.statement_pdf(statement), written, times=20)
    show_paper("invoice of 500 lines", lambda: invoice_documents.invoice_pdf(long), written, times=2)
    statement_documents.statement_pdf(statement)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as hands:
        list(hands.map(drawn, [written[-1]] * 2, [1] * 2))
        with stopwatch() as seconds:
            list(hands.map(drawn, [written[-1]] * 2, [20] * 2))
    show("two processes, statements", f"{40 / seconds():.1f} /s")


def show_paper(label: str, write: Callable[[], bytes], written: list[str], *, times: int) -> None:
    """The paper is drawn in a fresh process: a child of this one would count this one's memory as its own."""
    write()
    start = time.process_time()
    for _ in range(times):
        write()
    own = (time.process_time() - start) / times
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as hand:
        cpu, wall, memory = hand.submit(drawn, written[-1], times).result()
    show(label, f"{(cpu + own) * 1000:.0f} ms CPU, {(wall + own) * 1000:.0f} ms, {memory:.0f} MB")
