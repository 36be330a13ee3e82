"""Month end, second pass: every establishment of a closed month is billed, has nothing to bill, or is parked alone."""

import datetime
import json
import logging

from django.db import connection, transaction

from apps.common import errors
from apps.common.db import check_now, copy_rows, narrow_down
from apps.common.periods import Month
from apps.invoices import rules, selectors
from apps.invoices.choices import Outcome
from apps.invoices.models import BillingOutcome, Invoice, InvoiceCounter, InvoiceDocument, InvoiceLine
from apps.regulations import selectors as regulations

logger = logging.getLogger(__name__)

_MONEY = ("contributory_wage", "employer_share", "subscriber_share", "total")
_INVOICE_COLUMNS = (
    *("id", "number", "year", "sequence", "establishment_id", "month", "establishment_name_ar"),
    *("establishment_name_en", "issued_on", "due_on", "days", *_MONEY),
)


@transaction.atomic
def bill_establishments(
    *, month: Month, establishment_ids: list[int], issued_on: datetime.date, now: datetime.datetime
) -> None:
    """Each of these establishments has its one outcome for the closed month, and its invoice when one is to be issued.

    Those already billed, or with nothing to bill, stay as they are. Who cannot be billed is parked alone, with the
    reason. An interruption is no fault of an establishment and is raised.
    """
    narrow_down(
        establishment_ids,
        lambda ids: _bill(month, ids, issued_on, now),
        lambda pk, error: park_establishment(month=month, establishment_id=pk, error=error, now=now),
    )


def park_establishment(*, month: Month, establishment_id: int, error: Exception, now: datetime.datetime) -> None:
    """The establishment's month waits, with the reason, until a later run bills it."""
    logger.error("month %s of establishment %s is parked", month, establishment_id, exc_info=error)
    _decide(month, {establishment_id: (Outcome.PARKED, *errors.stored(error))}, now)


def _bill(month: Month, establishment_ids: list[int], issued_on: datetime.date, now: datetime.datetime) -> None:
    rows = selectors.establishments_to_bill(month).filter(pk__among=establishment_ids)
    pending = {pk: names for pk, *names in rows.values_list("pk", "name_ar", "name_en")}
    outcomes = {
        pk: (Outcome.PARKED, reason, values)
        for pk, reason, values in selectors.parked_by_subscriber(month, list(pending))
    }
    lines_of = selectors.lines_to_bill(month, pending.keys() - outcomes.keys())
    outcomes.update((pk, (Outcome.BILLED, "", {})) for pk in lines_of)
    outcomes.update((pk, (Outcome.NIL, "", {})) for pk in pending if pk not in outcomes)
    _decide(month, outcomes, now)
    _issue(month, {pk: pending[pk] for pk in lines_of}, lines_of, issued_on, now)


def _issue(
    month: Month,
    names: dict[int, list[str]],
    lines_of: dict[int, list[tuple[int, rules.Line]]],
    issued_on: datetime.date,
    now: datetime.datetime,
) -> None:
    """Writes the lines first and takes the numbers last, so that nobody waits for the counter meanwhile."""
    if not lines_of:
        return
    due_on = regulations.rules_of(month).due_on
    ids = dict(zip(lines_of, _new_ids(len(lines_of)), strict=True))
    copy_rows(
        InvoiceLine._meta.db_table,
        ("invoice_id", "accrual_id", "days", *_MONEY),
        ((ids[pk], accrual_id, *line, line.total) for pk, lines in lines_of.items() for accrual_id, line in lines),
        halalas=_MONEY,
    )
    check_now(InvoiceLine, "accrual")
    sequences = _take_numbers(issued_on.year, len(lines_of))
    invoices = []
    for (pk, lines), sequence in zip(lines_of.items(), sequences, strict=True):
        sums = rules.sums(line for _, line in lines)
        number = rules.invoice_number(issued_on.year, sequence)
        head = (ids[pk], number, issued_on.year, sequence, pk, month.first_day, *names[pk], issued_on, due_on)
        invoices.append((*head, *sums, sums.total))
    copy_rows(Invoice._meta.db_table, _INVOICE_COLUMNS, invoices, halalas=_MONEY)
    copy_rows(
        InvoiceDocument._meta.db_table,
        ("invoice_id", "language", "requested_at"),
        ((pk, "ar", now.isoformat()) for pk in ids.values()),
    )


def _new_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [Invoice._meta.db_table, count],
        )
        return [pk for (pk,) in cursor]


def _take_numbers(year: int, count: int) -> range:
    """The next numbers of the year; the counter stays locked until they are written, so that none is lost."""
    InvoiceCounter.objects.get_or_create(year=year)
    counter = InvoiceCounter.objects.select_for_update().get(year=year)
    first = counter.last_number + 1
    counter.last_number += count
    counter.save(update_fields=["last_number"])
    return range(first, first + count)


def _decide(month: Month, outcomes: dict[int, tuple], now: datetime.datetime) -> None:
    """Writes outcomes. What is billed or nil stays so; who is parked again for the same reason keeps his row."""
    rows = BillingOutcome.objects.filter(month=month, establishment_id__among=list(outcomes))
    earlier = {row.establishment_id: row for row in rows}
    for pk, row in earlier.items():
        if row.outcome == Outcome.PARKED and (row.outcome, row.reason, row.reason_values) != outcomes[pk]:
            row.outcome, row.reason, row.reason_values = outcomes[pk]
            row.decided_at = now
            row.save(update_fields=["outcome", "reason", "reason_values", "decided_at"])
    copy_rows(
        BillingOutcome._meta.db_table,
        ("month", "establishment_id", "outcome", "reason", "reason_values", "decided_at"),
        (
            (month.first_day, pk, outcome.value, reason, json.dumps(values), now.isoformat())
            for pk, (outcome, reason, values) in outcomes.items()
            if pk not in earlier
        ),
    )
