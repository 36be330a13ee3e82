"""What the database refuses, whoever asks: hours of closed months, totals above the limit, sheets without stamps."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from apps.common.db import copy_rows
from apps.common.periods import Month
from apps.contracts.models import Contract, ContractWage
from apps.regulations.services import freeze_month
from apps.timesheets.models import HoursEntry, MonthTotal, ReplacedHours, Timesheet
from tests import factories

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
IN_SEPTEMBER, IN_OCTOBER = datetime.date(2026, 9, 5), datetime.date(2026, 10, 5)
NOW = factories.at(datetime.date(2026, 10, 6))
COLUMNS = ("contract_id", "work_date", "minutes", "note", "entered_at")


@pytest.fixture
def closed(contract):
    """September is closed with one day of work."""
    factories.make_hours(contract, {IN_SEPTEMBER: 480, IN_OCTOBER: 480})
    freeze_month(month=SEPTEMBER, now=NOW)
    return contract


WRITES = {
    "create": lambda contract: HoursEntry.objects.create(
        contract=contract, work_date=datetime.date(2026, 9, 6), minutes=60, entered_at=NOW
    ),
    "bulk create": lambda contract: HoursEntry.objects.bulk_create(
        [HoursEntry(contract=contract, work_date=datetime.date(2026, 8, 31), minutes=60, entered_at=NOW)]
    ),
    "copy": lambda contract: copy_rows(
        "timesheets_hoursentry", COLUMNS, [(contract.pk, "2026-09-07", 60, "", NOW.isoformat())]
    ),
    "update": lambda contract: HoursEntry.objects.filter(work_date=IN_SEPTEMBER).update(minutes=60),
    "move in": lambda contract: HoursEntry.objects.filter(work_date=IN_OCTOBER).update(work_date="2026-09-08"),
    "move out": lambda contract: HoursEntry.objects.filter(work_date=IN_SEPTEMBER).update(work_date="2026-10-08"),
    "delete": lambda contract: HoursEntry.objects.filter(work_date=IN_SEPTEMBER).delete(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_no_minute_of_a_closed_month_changes(closed, write):
    with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        write(closed)
    assert HoursEntry.objects.get(work_date=IN_SEPTEMBER).minutes == 480


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_twin_in_open_months_all_of_it_is_possible(contract, write):
    factories.make_hours(contract, {IN_SEPTEMBER: 480, IN_OCTOBER: 480})
    write(contract)


def test_whatever_changes_hours_what_stood_before_is_kept(contract):
    by, later = factories.make_user(), NOW + datetime.timedelta(hours=1)
    factories.make_hours(contract, {IN_SEPTEMBER: 480, IN_OCTOBER: 300})
    HoursEntry.objects.update(entered_by=by, entered_at=NOW, note="مناوبة", source="file")
    october = HoursEntry.objects.filter(work_date=IN_OCTOBER)
    october.update(minutes=60, entered_at=later)
    october.update(entered_at=NOW)
    october.update(work_date="2026-10-08")
    HoursEntry.objects.filter(work_date=IN_SEPTEMBER).delete()
    *noted, replaced, moved, deleted = ReplacedHours.objects.order_by("pk")
    assert [each.note for each in noted] == ["", ""]
    assert (replaced.contract, replaced.work_date, replaced.minutes, replaced.note) == (
        *(contract, IN_OCTOBER, 300, "مناوبة"),
    )
    assert (replaced.entered_by, replaced.entered_at, replaced.source, replaced.replaced_at) == (by, NOW, "file", later)
    assert (moved.work_date, moved.minutes) == (IN_OCTOBER, 60)
    assert (deleted.work_date, deleted.minutes) == (IN_SEPTEMBER, 480)


@pytest.mark.parametrize("write", [lambda rows: rows.update(minutes=0), lambda rows: rows.delete()])
def test_what_stood_before_stays_known(contract, write):
    factories.make_hours(contract, {IN_OCTOBER: 480})
    HoursEntry.objects.update(minutes=60)
    with pytest.raises(DatabaseError, match="replacedhours"), transaction.atomic():
        write(ReplacedHours.objects.all())


def test_the_running_month_stays_open(closed):
    HoursEntry.objects.filter(work_date=IN_OCTOBER).update(minutes=60)
    assert HoursEntry.objects.get(work_date=IN_OCTOBER).minutes == 60


@pytest.mark.parametrize("minutes", [-15, 5715])
def test_a_running_total_stays_between_nothing_and_the_limit(contract, minutes):
    with pytest.raises(IntegrityError, match="month_total_within_limit"), transaction.atomic():
        MonthTotal.objects.create(
            establishment=contract.establishment,
            subscriber=contract.subscriber,
            month=SEPTEMBER,
            minutes=minutes,
            limit_minutes=5700,
        )


def test_a_day_has_one_entry_and_at_most_24_hours(contract):
    factories.make_hours(contract, {IN_SEPTEMBER: 480})
    entry = {"contract": contract, "entered_at": NOW}
    with pytest.raises(IntegrityError, match="hours_once_a_day"), transaction.atomic():
        HoursEntry.objects.create(**entry, work_date=IN_SEPTEMBER, minutes=60)
    with pytest.raises(IntegrityError, match="hours_fit_in_a_day"), transaction.atomic():
        HoursEntry.objects.create(**entry, work_date=IN_OCTOBER, minutes=1441)


@pytest.mark.parametrize(
    "fields", [{"status": "attested"}, {"status": "closed"}, {"attested_at": NOW}, {"is_nil": True}], ids=str
)
def test_a_sheet_is_declared_with_its_stamp_or_not_at_all(establishment, fields):
    with pytest.raises(IntegrityError, match="timesheet_attested_with_stamp"), transaction.atomic():
        Timesheet.objects.create(establishment=establishment, month=SEPTEMBER, **fields)


# What a closed month was computed from


@pytest.fixture
def ledger(contract):
    """September is closed with a sheet, a total and a wage of its own; October runs."""
    factories.make_month(contract, SEPTEMBER, 8)
    factories.make_month(contract, SEPTEMBER.next, 8)
    Timesheet.objects.create(establishment=contract.establishment, month=SEPTEMBER, status="closed", attested_at=NOW)
    ContractWage.objects.create(contract=contract, effective_from=SEPTEMBER.next, hourly_wage="31.00")
    freeze_month(month=SEPTEMBER, now=NOW)
    return contract


SEPTEMBERS = {"month": SEPTEMBER}
ENDED = datetime.date(2026, 9, 30)
REWRITES = {
    "a sheet opened": lambda: Timesheet.objects.update(status="open", attested_at=None),
    "a sheet moved": lambda: Timesheet.objects.update(month=SEPTEMBER.next),
    "a sheet deleted": lambda: Timesheet.objects.all().delete(),
    "a total changed": lambda: MonthTotal.objects.filter(**SEPTEMBERS).update(minutes=1),
    "a total moved in": lambda: MonthTotal.objects.exclude(**SEPTEMBERS).update(month=SEPTEMBER.previous),
    "a total deleted": lambda: MonthTotal.objects.filter(**SEPTEMBERS).delete(),
    "a wage changed": lambda: ContractWage.objects.update(hourly_wage="1.00"),
    "a wage moved in": lambda: ContractWage.objects.filter(hourly_wage=31).update(effective_from=SEPTEMBER),
    "a wage deleted": lambda: ContractWage.objects.filter(hourly_wage=30).delete(),
    "a contract ended": lambda: Contract.objects.update(ends_on=ENDED),
    "a contract begun later": lambda: Contract.objects.update(starts_on="2026-10-01"),
    "a contract begun earlier": lambda: Contract.objects.update(starts_on="2025-12-01"),
    "a contract given away": lambda: Contract.objects.update(subscriber=factories.make_subscriber()),
}


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_what_a_closed_month_was_computed_from_stays(ledger, rewrite):
    with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        rewrite()


def test_an_ended_contract_is_not_made_longer_afterwards(contract):
    Contract.objects.update(ends_on=ENDED)
    freeze_month(month=SEPTEMBER, now=NOW)
    with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        Contract.objects.update(ends_on="2026-12-31")


def test_what_runs_on_takes_changes_as_before(ledger):
    Contract.objects.update(ends_on="2026-10-01", termination_reason="انتهاء المشروع")
    ContractWage.objects.filter(hourly_wage=31).update(hourly_wage="32.00")
    MonthTotal.objects.exclude(**SEPTEMBERS).update(minutes=60)
    MonthTotal.objects.exclude(**SEPTEMBERS).delete()
    Timesheet.objects.create(establishment=ledger.establishment, month=SEPTEMBER.next)
    Timesheet.objects.filter(month=SEPTEMBER.next).update(status="attested", attested_at=NOW)


def test_twin_in_open_months_each_of_them_is_possible(contract):
    for rewrite in REWRITES.values():
        with transaction.atomic():
            factories.make_month(contract, SEPTEMBER, 8)
            factories.make_month(contract, SEPTEMBER.next, 8)
            Timesheet.objects.create(
                establishment=contract.establishment, month=SEPTEMBER, status="closed", attested_at=NOW
            )
            ContractWage.objects.create(contract=contract, effective_from=SEPTEMBER.next, hourly_wage="31.00")
            rewrite()
            transaction.set_rollback(True)
