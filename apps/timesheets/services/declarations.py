"""Declaring an establishment's month: by the employer, or by the system when the month closes; and reopening it."""

import datetime
from collections.abc import Collection

from django.db import connection, transaction
from django.db.models import CharField, F, Func, Value
from django.db.models.functions import Concat

from apps.common.periods import Month
from apps.registry.models import Establishment
from apps.regulations.selectors import rules_of
from apps.regulations.services import require_open
from apps.timesheets import rules, selectors
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import Timesheet
from apps.timesheets.services import books


@transaction.atomic
def attest_timesheet(
    *,
    establishment: Establishment,
    month: Month,
    by,
    now: datetime.datetime,
    today: datetime.date,
    seen: str | None = None,
) -> Timesheet:
    """The hours of the month are declared true and may no longer be edited by the establishment.

    `seen` is the fingerprint of what the signer was shown. Refuses with `TransitionNotAllowed` unless the sheet is
    open, `AttestTooEarly` while hours can still follow, `NothingToAttest`, `HoursChangedMeanwhile`, `NoContracts`, and
    as `record_hours` does when the month takes no entries.
    """
    sheet = _hold_for_declaration(establishment, month, "attest", today)
    rules.check_attesting(month, totals=selectors.month_totals(establishment, month), seen=seen)
    return _sign(sheet, by, now)


@transaction.atomic
def declare_nil(
    *,
    establishment: Establishment,
    month: Month,
    by,
    now: datetime.datetime,
    today: datetime.date,
    seen: str | None = None,
) -> Timesheet:
    """Nobody worked in the month: it is declared so and may no longer be edited by the establishment.

    Refuses as `attest_timesheet` does, and with `HoursAreEntered` when there are any.
    """
    sheet = _hold_for_declaration(establishment, month, "declare_nil", today)
    rules.check_nil(month, totals=selectors.month_totals(establishment, month), seen=seen)
    sheet.is_nil = True
    return _sign(sheet, by, now)


def _hold_for_declaration(establishment: Establishment, month: Month, action: str, today: datetime.date) -> Timesheet:
    require_open(month)
    rules.check_entry_time(month, rules=rules_of(month), today=today)
    last_contract_day = selectors.last_contract_day(establishment, month)
    rules.check_declaration_time(month, last_contract_day=last_contract_day, today=today)
    sheet = books.hold_sheets([(establishment.pk, month)])[establishment.pk, month]
    sheet.status = rules.next_status(sheet.status, action)
    return sheet


def _sign(sheet: Timesheet, by, now: datetime.datetime) -> Timesheet:
    sheet.attested_at, sheet.attested_by = now, by
    sheet.reference = rules.reference_number(sheet.month, sheet.pk)
    sheet.save(update_fields=["status", "is_nil", "attested_at", "attested_by", "reference"])
    return sheet


def reopen_months(terms: Collection[tuple[int, datetime.date, datetime.date]], now: datetime.datetime) -> None:
    """What was declared for a month without these contracts holds no longer: the month is open, to be attested again.

    `terms` are establishment, first and last day of contracts about to be documented. The caller holds the calendar,
    in the transaction that documents them; who attests meanwhile waits for it.
    """
    if not terms:
        return
    by_establishment: dict[int, list[tuple[datetime.date, datetime.date]]] = {}
    for establishment_id, first, last in terms:
        by_establishment.setdefault(establishment_id, []).append((first, last))
    sheets = Timesheet.objects.filter(
        establishment_id__among=list(by_establishment), month__gte=Month.of(min(first for _, first, _ in terms))
    )
    held = sheets.exclude(status=TimesheetStatus.CLOSED).order_by("establishment_id", "month").select_for_update()
    declared = [
        sheet.pk
        for sheet in held
        if sheet.status == TimesheetStatus.ATTESTED
        and any(
            first <= sheet.month.last_day and last >= sheet.month.first_day
            for first, last in by_establishment[sheet.establishment_id]
        )
    ]
    status = rules.next_status(TimesheetStatus.ATTESTED, "reopen")
    unsigned = {"is_nil": False, "attested_at": None, "attested_by": None, "reference": ""}
    Timesheet.objects.filter(pk__among=declared).update(status=status, reopened_at=now, **unsigned)


def close_sheets(month: Month, *, now: datetime.datetime) -> None:
    """Every establishment with a contract in the month has a closed sheet; who had not attested, the system did.

    The caller holds the calendar, in the transaction that closes the month.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO timesheets_timesheet (establishment_id, month, status, is_nil, reference)
            SELECT DISTINCT establishment_id, %s::date, %s, false, '' FROM contracts_contract
            WHERE starts_on <= %s AND ends_on >= %s
            ON CONFLICT (establishment_id, month) DO NOTHING
            """,
            [month.first_day, TimesheetStatus.OPEN, month.last_day, month.first_day],
        )
    sheets = Timesheet.objects.filter(month=month)
    serial = Func(F("pk"), Value("FM999999999000000"), function="to_char", output_field=CharField())
    number = Concat(Value(rules.reference_prefix(month)), serial)
    for status in (TimesheetStatus.OPEN, TimesheetStatus.ATTESTED):
        stamp = {"attested_at": now, "reference": number} if status == TimesheetStatus.OPEN else {}
        sheets.filter(status=status).update(status=rules.next_status(status, "close"), **stamp)
