"""A file of 5,000 rows, measured: `python3 manage.py test tests/bench/upload.py -s` prints the figures."""

import resource
import time

import pytest

from apps.common import clock as time_of_day
from apps.common.periods import Month
from apps.exchange import services
from apps.exchange.choices import Kind
from tests import factories
from tests.exchange import sheets_of as files

pytestmark = pytest.mark.django_db
OCTOBER = Month(2026, 10)
PEOPLE, DAYS = 500, 10


def test_five_thousand_rows(establishment, noura):
    """Five hundred people of ten days each: taken in, checked, and imported, each by one process."""
    contracts = [factories.make_contract(establishment=establishment) for _ in range(PEOPLE)]
    rows = [
        (contract.subscriber.national_id, f"2026-10-{day:02d}", 7.5)
        for contract in contracts
        for day in range(1, DAYS + 1)
    ]
    content = files.workbook([("رقم الهوية", "اليوم", "الساعات"), *rows])
    start = time.perf_counter()
    upload = services.take_upload(
        establishment=establishment,
        kind=Kind.HOURS,
        month=OCTOBER,
        name="a.xlsx",
        content=content,
        by=noura,
        now=time_of_day.now(),
    )
    taken = time.perf_counter() - start
    checked = _timed(upload.pk)
    services.request_import(upload_id=upload.pk, by=noura, now=time_of_day.now())
    imported = _timed(upload.pk)
    upload.refresh_from_db()
    assert (upload.added, upload.imported) == (PEOPLE * DAYS, PEOPLE * DAYS)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"\n  5,000 rows: taken in {taken:.1f} s, checked {checked:.1f} s, imported {imported:.1f} s, child {child} MB"
    )


def _timed(upload_id: int) -> float:
    start = time.perf_counter()
    while services.work(upload_id=upload_id, clock=time_of_day.now):
        pass
    return time.perf_counter() - start
