"""The books as exchange files. They are written row by row, and appear under their names only once all are whole."""

import csv
import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet

from apps.accruals.rules import months_of
from apps.common.periods import Month
from apps.exchange import selectors
from apps.exchange.rules import inert
from apps.invoices.rules import status_of
from apps.regulations import selectors as regulations

_CHUNK = 5000
Watch = Callable[[str, Iterable], Iterable]


class Written(NamedTuple):
    file: str
    rows: int


class _Export(NamedTuple):
    name: str
    columns: tuple[str, ...]
    rows: Iterator[Iterable]


def write_folder(
    folder: Path, *, month: Month | None, today: datetime.date, watch: Watch = lambda name, rows: rows
) -> list[Written]:
    """The four files stand in the folder, which is made when it is missing; files of the same names are replaced.

    Accruals and invoices are those of one month, or all; subscribers always stand as of the last closed month. All
    files show one moment of the books, even while a month closes. The caller has no transaction open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".export-") as unfinished, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        written = [_write(Path(unfinished), export, watch) for export in _exports(month, today)]
        for each in written:
            (Path(unfinished) / each.file).replace(folder / each.file)
    return written


def _exports(month: Month | None, today: datetime.date) -> list[_Export]:
    return [
        _Export(
            "accruals.csv",
            (
                *("period", "contract_no", "worked_minutes", "carried_in_minutes", "days"),
                *("carried_out_minutes", "lapsed_minutes"),
            ),
            _accruals(month),
        ),
        _Export(
            "subscribers.csv",
            ("national_id", "billed_days", "credited_days", "months", "remaining_days", "paid_days"),
            _subscribers(),
        ),
        _Export(
            "invoices.csv",
            (
                *("invoice_no", "unified_number", "period", "issued_on", "due_on"),
                *("employer_share", "subscriber_share", "total", "open_amount", "status"),
            ),
            _invoices(month, today),
        ),
        _Export(
            "invoice_lines.csv",
            (
                *("invoice_no", "contract_no", "period", "days", "daily_wage", "contributory_wage"),
                *("annuities_employer", "annuities_subscriber", "hazards_employer"),
                *("saned_employer", "saned_subscriber", "total"),
            ),
            _lines(month),
        ),
    ]


def _write(folder: Path, export: _Export, watch: Watch) -> Written:
    count = 0
    with (folder / export.name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(export.columns)
        for row in watch(export.name, export.rows):
            writer.writerow(row)
            count += 1
    return Written(export.name, count)


def _streamed(rows: QuerySet) -> Iterator[tuple]:
    return rows.iterator(chunk_size=_CHUNK)


def _accruals(month: Month | None) -> Iterator[Iterable]:
    return ((period, inert(contract_no), *rest) for period, contract_no, *rest in _streamed(selectors.accruals(month)))


def _subscribers() -> Iterator[Iterable]:
    """Months and days by the rules of the last closed month. No day is paid before payments are booked."""
    rules = regulations.rules_of(regulations.last_closed_month() or regulations.first_month())
    for national_id, days, credited_days in _streamed(selectors.subscriber_totals()):
        yield (national_id, days, credited_days, *months_of(credited_days, rules), 0)


def _invoices(month: Month | None, today: datetime.date) -> Iterator[Iterable]:
    """An invoice is open whole until payments are booked."""
    for *head, due_on, employer_share, subscriber_share, total in _streamed(selectors.invoices(month)):
        status = status_of(due_on=due_on, today=today)
        yield (*head, due_on, employer_share, subscriber_share, total, total, status)


def _lines(month: Month | None) -> Iterator[Iterable]:
    rows = _streamed(selectors.invoice_lines(month))
    return ((invoice_no, inert(contract_no), *rest) for invoice_no, contract_no, *rest in rows)
