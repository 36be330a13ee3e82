"""Declaring an establishment's month, by the employer or by the system when the month closes; and opening it again."""

import datetime
from collections.abc import Collection

from django.db import connection, transaction
from django.db.models import Case, CharField, Count, F, Func, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat

from apps.common.periods import Month
from apps.registry import selectors as registry
from apps.registry.models import Establishment
from apps.regulations.selectors import rules_of
from apps.regulations.services import require_open
from apps.timesheets import rules, selectors
from apps.timesheets.choices import ReopeningCause, TimesheetStatus
from apps.timesheets.models import Declaration, Reopening, Timesheet
from apps.timesheets.rules import attested
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
    """The hours of the month are declared true, kept as they are, and may no longer be edited by the establishment.

    `seen` is `selectors.month_fingerprint` of what the signer was shown. Refuses with `TransitionNotAllowed` unless the
    sheet is open, `AttestTooEarly` while hours can still follow, `NothingToAttest`, `HoursChangedMeanwhile`,
    `NoContracts`, and as `record_hours` does when the month takes no entries.
    """
    sheet = _hold_for_declaration(establishment, month, "attest", today, seen)
    rules.check_attesting(month, minutes=selectors.month_minutes(establishment, month))
    return _sign(sheet, establishment, by, now, today)


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
    sheet = _hold_for_declaration(establishment, month, "declare_nil", today, seen)
    rules.check_nil(month, minutes=selectors.month_minutes(establishment, month))
    sheet.is_nil = True
    return _sign(sheet, establishment, by, now, today)


def _hold_for_declaration(
    establishment: Establishment, month: Month, action: str, today: datetime.date, seen: str | None
) -> Timesheet:
    require_open(month)
    rules.check_entry_time(month, rules=rules_of(month), today=today)
    books.hold_establishments([establishment.pk])
    last_contract_day = selectors.last_contract_day(establishment, month)
    rules.check_declaration_time(month, last_contract_day=last_contract_day, today=today)
    sheet = books.hold_sheets([(establishment.pk, month)])[establishment.pk, month]
    sheet.status = rules.next_status(sheet.status, action)
    if seen is not None:
        rules.check_seen(month, seen=seen, stands=selectors.month_fingerprint(establishment, month))
    return sheet


def _sign(
    sheet: Timesheet, establishment: Establishment, by, now: datetime.datetime, today: datetime.date
) -> Timesheet:
    sequence = sheet.declarations.count() + 1
    sheet.attested_at, sheet.attested_by = now, by
    sheet.reference = rules.reference_number(sheet.month, sheet.pk, sequence)
    sheet.save(update_fields=["status", "is_nil", "attested_at", "attested_by", "reference"])
    membership = registry.membership(by, establishment.unified_number, on=today)
    figures = selectors.hours_of_contracts(establishment, sheet.month)
    Declaration.objects.create(
        timesheet=sheet,
        sequence=sequence,
        reference=sheet.reference,
        is_nil=sheet.is_nil,
        attested_at=now,
        attested_by=by,
        signer_name=by.full_name,
        signer_role=membership.role if membership else "",
        establishment_name_ar=establishment.name_ar,
        establishment_name_en=establishment.name_en,
        figures=attested.stored(figures),
        digest=rules.digest_of(establishment.unified_number, sheet.month, figures),
    )
    return sheet


_UNSIGNED = {"is_nil": False, "attested_at": None, "attested_by": None, "reference": ""}


@transaction.atomic
def reopen_timesheet(
    *, establishment: Establishment, month: Month, by, reason: str, now: datetime.datetime, today: datetime.date
) -> Timesheet:
    """The attested month takes hours again until the cut-off; what was declared stays on record, with who and why.

    Refuses with `TransitionNotAllowed` unless the month is attested, with `ReopenTimeOver` after the cut-off, and with
    `MonthClosed`.
    """
    require_open(month)
    rules.check_reopening(month, rules=rules_of(month), today=today)
    sheet = books.hold_sheets([(establishment.pk, month)])[establishment.pk, month]
    status = rules.next_status(sheet.status, "reopen")
    _set_aside([sheet.pk], now, cause=ReopeningCause.MEMBER, by=by, reason=reason)
    Timesheet.objects.filter(pk=sheet.pk).update(status=status, reopened_at=now, **_UNSIGNED)
    sheet.refresh_from_db()
    return sheet


def _set_aside(timesheet_ids: Collection[int], now: datetime.datetime, **why) -> None:
    """The declarations that hold in these months hold no longer."""
    holding = Declaration.objects.filter(timesheet_id__among=timesheet_ids, reopening=None).order_by("pk")
    Reopening.objects.bulk_create(
        Reopening(declaration_id=pk, at=now, **why) for pk in holding.values_list("pk", flat=True)
    )


def reopen_months(terms: Collection[tuple[int, datetime.date, datetime.date]], now: datetime.datetime) -> None:
    """What was declared for a month without these contracts holds no longer: the month is open, to be attested again.

    `terms` are establishment, first and last day of contracts about to be documented. The caller holds the calendar,
    in the transaction that documents them; who declares a month of these establishments meanwhile waits for it.
    """
    if not terms:
        return
    by_establishment: dict[int, list[tuple[datetime.date, datetime.date]]] = {}
    for establishment_id, first, last in terms:
        by_establishment.setdefault(establishment_id, []).append((first, last))
    books.hold_establishments(by_establishment)
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
    _set_aside(declared, now, cause=ReopeningCause.CONTRACT)
    Timesheet.objects.filter(pk__among=declared).update(status=status, reopened_at=now, **_UNSIGNED)


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
    # The numbers of earlier declarations stay theirs; only a month that was opened again has any.
    earlier = Declaration.objects.filter(timesheet=OuterRef("pk")).order_by().values("timesheet")
    times = Coalesce(Subquery(earlier.annotate(times=Count("pk")).values("times")), 0)
    again = Concat(number, Value("-"), Cast(times + 1, CharField()))
    number = Case(When(reopened_at__isnull=False, then=again), default=number, output_field=CharField())
    for status in (TimesheetStatus.OPEN, TimesheetStatus.ATTESTED):
        stamp = {"attested_at": now, "reference": number} if status == TimesheetStatus.OPEN else {}
        sheets.filter(status=status).update(status=rules.next_status(status, "close"), **stamp)
