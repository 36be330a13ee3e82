"""What every writer of hours does alike: hold the month's sheets and the people, then write hours and running totals.

Locks are always taken in this order, each kind in the order of its keys: the calendar, the contracts, the
establishments, the sheets, the subscribers. A subscriber is held because the hours of one day count over all his
establishments; an establishment, so that no contract is documented unseen while one of its months is declared.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.registry.models import Establishment
from apps.timesheets.models import Timesheet


class Pair(NamedTuple):
    """Whose hours share one monthly limit: a subscriber in one establishment."""

    establishment_id: int
    subscriber_id: int
    month: Month


class Term(NamedTuple):
    """Whose contract it is, and its first and last day."""

    contract_id: int
    contract_no: str
    establishment_id: int
    subscriber_id: int
    starts_on: datetime.date
    ends_on: datetime.date


def hold_establishments(establishment_ids: Collection[int]) -> None:
    """Whoever declares a month of these, or documents a contract of theirs, waits until the transaction ends."""
    held = Establishment.objects.filter(pk__among=list(establishment_ids)).order_by("pk")
    list(held.select_for_update(no_key=True).values_list("pk"))


def hold_sheets(keys: Collection[tuple[int, Month]]) -> dict[tuple[int, Month], Timesheet]:
    """The sheets of these establishments and months, made where there were none, held until the transaction ends."""
    establishment_ids = {establishment_id for establishment_id, _ in keys}
    months = {month for _, month in keys}
    wanted = Timesheet.objects.filter(establishment_id__among=establishment_ids, month__in=months)
    known = set(wanted.order_by().values_list("establishment_id", "month"))
    missing = sorted(set(keys) - known)
    Timesheet.objects.bulk_create(
        (Timesheet(establishment_id=establishment_id, month=month) for establishment_id, month in missing),
        ignore_conflicts=True,
        batch_size=5000,
    )
    held = wanted.order_by("establishment_id", "month").select_for_update()
    return {(sheet.establishment_id, sheet.month): sheet for sheet in held}


def terms_of(contracts: QuerySet[Contract]) -> list[Term]:
    """The contracts as they are now, by subscriber. Whoever ends one holds him, so hold him before asking."""
    found = contracts.order_by("subscriber_id", "starts_on", "pk")
    return list(map(Term._make, found.values_list("pk", *Term._fields[1:])))


def write_entries(
    entries: Iterable[tuple[int, datetime.date, int]],
    *,
    by,
    now: datetime.datetime,
    source: str = "",
    notes: Iterable[str] | None = None,
) -> None:
    """(contract, day, minutes) stand as said, whatever stood there before; without notes the stored ones stay."""
    contract_ids, days, minutes = zip(*entries, strict=True)
    keep_notes = notes is None
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO timesheets_hoursentry (contract_id, work_date, minutes, note, entered_by_id, entered_at, source)
            SELECT contract_id, work_date, minutes, note, %s, %s, %s
            FROM unnest(%s::bigint[], %s::date[], %s::int[], %s::text[]) AS new (contract_id, work_date, minutes, note)
            ON CONFLICT (contract_id, work_date) DO UPDATE SET
                minutes = EXCLUDED.minutes, {"" if keep_notes else "note = EXCLUDED.note,"}
                entered_by_id = EXCLUDED.entered_by_id, entered_at = EXCLUDED.entered_at, source = EXCLUDED.source
            """,  # noqa: S608  # nosec # of words in this file
            [
                by.pk if by else None,
                now,
                source,
                list(contract_ids),
                list(days),
                list(minutes),
                [""] * len(days) if keep_notes else list(notes),
            ],
        )


def add_to_totals(differences: Mapping[Pair, int], *, limits: Mapping[Month, int]) -> None:
    """Each pair's running total grows by its difference; the database refuses a total above the limit."""
    rows = [
        (pair.establishment_id, pair.subscriber_id, pair.month.first_day, minutes, limits[pair.month])
        for pair, minutes in differences.items()
        if minutes
    ]
    for start in range(0, len(rows), 5000):
        _add_to_totals(rows[start : start + 5000])


_TOTALS = """
    unnest(%s::bigint[], %s::bigint[], %s::date[], %s::int[], %s::int[])
        AS more (establishment_id, subscriber_id, month, minutes, limit_minutes)
"""


def _add_to_totals(rows: list[tuple]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE timesheets_monthtotal AS total SET
                minutes = total.minutes + more.minutes,
                -- A limit lowered since binds who adds hours, not who takes some back.
                limit_minutes = CASE WHEN more.minutes > 0 THEN more.limit_minutes ELSE total.limit_minutes END
            FROM {_TOTALS}
            WHERE (total.establishment_id, total.subscriber_id, total.month)
                = (more.establishment_id, more.subscriber_id, more.month)
            RETURNING total.establishment_id, total.subscriber_id, total.month
            """,  # noqa: S608  # nosec # of words in this file
            [list(column) for column in zip(*rows, strict=True)],
        )
        known = set(cursor.fetchall())
        new = [row for row in rows if row[:3] not in known]
        if new:
            cursor.execute(
                f"""
                INSERT INTO timesheets_monthtotal (establishment_id, subscriber_id, month, minutes, limit_minutes)
                SELECT establishment_id, subscriber_id, month, minutes, limit_minutes FROM {_TOTALS}
                ON CONFLICT (establishment_id, month, subscriber_id) DO UPDATE SET
                    minutes = timesheets_monthtotal.minutes + EXCLUDED.minutes
                """,  # noqa: S608  # nosec # of words in this file
                [list(column) for column in zip(*new, strict=True)],
            )
