"""The coming bill of every establishment, looked at each night, so that its people see in the morning what changed."""

import datetime
import logging
from collections.abc import Collection, Sequence

from django.db import connection, transaction

from apps.accruals.rules import Accrued
from apps.common import db
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.invoices import rules, selectors
from apps.invoices.models import BillSnapshot
from apps.regulations import selectors as regulations
from apps.regulations.services import hold_calendar

logger = logging.getLogger(__name__)

ESTABLISHMENTS_AT_ONCE = 200


@transaction.atomic
def take_snapshots(
    *, month: Month, since: datetime.datetime, now: datetime.datetime, leaving: Collection[int] = ()
) -> tuple[int, list[int]]:
    """The coming bills of the next establishments are on record as of now: (how many, which could not be computed).

    Those looked at since `since` and those in `leaving` are passed over; (0, []) when none is left, or when the month
    is closed meanwhile and its last look stands. Whoever comes at the same moment waits, and goes on with the ones
    after.
    """
    hold_calendar(shared=True)
    if regulations.is_closed(month):
        return 0, []
    db.lock("bill snapshots")
    waiting = selectors.establishments_to_watch(month, since=since).exclude(pk__in=leaving)
    establishment_ids = list(waiting.values_list("pk", flat=True)[:ESTABLISHMENTS_AT_ONCE])
    failed: list[int] = []

    def set_aside(pk: int, error: Exception) -> None:
        logger.warning("the coming bill of establishment %s in %s is not known", pk, month, exc_info=error)
        failed.append(pk)

    if establishment_ids:
        db.narrow_down(establishment_ids, lambda ids: _take(month, ids, now), set_aside)
    return len(establishment_ids), failed


def _take(month: Month, establishment_ids: Sequence[int], now: datetime.datetime) -> None:
    results = selectors.results_of_open_month(month, list(establishment_ids))
    latest = BillSnapshot.objects.filter(month=month, establishment_id__among=list(establishment_ids))
    latest = latest.order_by("establishment", "-taken_at").distinct("establishment")
    known = {row.establishment_id: row for row in latest}
    new, same = [], []
    for pk in establishment_ids:
        lines = [_kept(each) for each in results.get(pk, [])]
        if pk in known and known[pk].lines == lines:
            same.append(known[pk].pk)
            continue
        total = to_riyals(sum(each.total for each in rules.billable(results.get(pk, []))))
        new.append(
            BillSnapshot(establishment_id=pk, month=month, taken_at=now, confirmed_at=now, total=total, lines=lines)
        )
    BillSnapshot.objects.bulk_create(new)
    BillSnapshot.objects.filter(pk__among=same).update(confirmed_at=now)


def _kept(accrued: Accrued) -> list[int]:
    return [accrued.contract_id, *accrued[2:]]


def forget_snapshots() -> None:
    """Of a closed month only the last look at each bill is kept, to be compared with the invoice."""
    last_closed = regulations.last_closed_month()
    if last_closed is None:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM invoices_billsnapshot AS old USING invoices_billsnapshot AS later
            WHERE old.month <= %s AND later.month = old.month
                AND later.establishment_id = old.establishment_id AND later.taken_at > old.taken_at
            """,
            [last_closed.first_day],
        )
