"""Several savers at one moment, with real threads and transactions; a twin of each race shows it with the guard off."""

import datetime
import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.db.models import QuerySet, Sum

from apps.common.periods import Month
from apps.contracts.rules import ContractRow
from apps.contracts.services import documenting
from apps.regulations.models import Regulation
from apps.timesheets import rules, services
from apps.timesheets.models import Declaration, HoursEntry, MonthTotal, Timesheet
from apps.timesheets.services import books, declarations
from tests import factories
from tests.races import PATIENCE, at_once

pytestmark = pytest.mark.django_db(transaction=True)
OCTOBER = Month(2026, 10)
TODAY = datetime.date(2026, 10, 31)
NOW = factories.at(TODAY)


def enter(contract, hours, *, original=None):
    row = rules.EnteredRow(contract.pk, {day: int(value * 60) for day, value in hours.items()}, original)
    return services.record_hours(
        establishment=contract.establishment, month=OCTOBER, rows=[row], by=None, now=NOW, today=TODAY
    )


def saved(results) -> int:
    return sum(isinstance(result, services.Recorded) and not result.refused for result in results)


def hours_of(**filters) -> float:
    return HoursEntry.objects.filter(**filters).aggregate(total=Sum("minutes"))["total"] / 60


@pytest.fixture
def no_locks(monkeypatch):
    """Rows are read without being held, and every saver has read before the first one writes."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **options: self)


def all_read_before_any_writes(monkeypatch, savers: int) -> None:
    write, everyone = books.write_entries, threading.Barrier(savers)

    def write_late(*args, **options):
        everyone.wait(PATIENCE)
        write(*args, **options)

    monkeypatch.setattr(books, "write_entries", write_late)


# The month of one person in one establishment


@pytest.fixture
def nearly_full(contract):
    """87 hours stand; 8 are left."""
    enter(contract, {**dict.fromkeys(range(1, 9), 10), 9: 7})
    return contract


def last_hours(contract, savers: int) -> list[Callable]:
    return [lambda day=day: enter(contract, {day: 8}) for day in range(10, 10 + savers)]


def test_the_last_eight_hours_of_the_month_go_to_one_of_many(nearly_full):
    results = at_once(*last_hours(nearly_full, 20))
    assert saved(results) == 1
    refused = [result for result in results if result.refused]
    assert {type(result.refused[nearly_full.pk].problems[0].refusal) for result in refused} == {rules.MonthOverLimit}
    assert hours_of() == MonthTotal.objects.get().minutes / 60 == 95


def test_twin_without_locks_the_database_still_refuses_the_second(nearly_full, no_locks, monkeypatch):
    all_read_before_any_writes(monkeypatch, 2)
    results = at_once(*last_hours(nearly_full, 2))
    assert saved(results) == 1
    assert any(isinstance(result, IntegrityError) for result in results)
    assert hours_of() == MonthTotal.objects.get().minutes / 60 == 95


def test_twin_without_locks_and_without_the_running_total_the_limit_is_passed(nearly_full, no_locks, monkeypatch):
    all_read_before_any_writes(monkeypatch, 2)
    monkeypatch.setattr(books, "add_to_totals", lambda *args, **options: None)
    assert saved(at_once(*last_hours(nearly_full, 2))) == 2
    assert hours_of() > 95


# One day of one person in several establishments


@pytest.fixture
def three_employers(contract):
    return [contract, *(factories.make_contract(subscriber=contract.subscriber) for _ in range(2))]


def twelve_hours(contracts) -> list[Callable]:
    return [lambda contract=contract: enter(contract, {5: 12}) for contract in contracts]


def test_the_day_of_24_hours_has_room_for_two_of_three(three_employers):
    assert saved(at_once(*twelve_hours(three_employers))) == 2
    assert hours_of(work_date="2026-10-05") == 24


def test_twin_without_locks_the_day_has_36_hours(three_employers, no_locks, monkeypatch):
    all_read_before_any_writes(monkeypatch, 3)
    assert saved(at_once(*twelve_hours(three_employers))) == 3
    assert hours_of(work_date="2026-10-05") == 36


# The month of one person over all establishments


@pytest.fixture
def shared_limit(three_employers):
    """The 95 hours are shared by all employers, and 90 of them stand at the first."""
    Regulation.objects.create(
        key="cap_scope",
        effective_from=OCTOBER.first_day,
        value="worker_total",
        unit="choice",
        legal_reference="Decision of the test",
    )
    enter(three_employers[0], dict.fromkeys(range(1, 10), 10))
    return three_employers[1:]


def five_hours(contracts) -> list[Callable]:
    return [lambda day=day, contract=contract: enter(contract, {day: 5}) for day, contract in enumerate(contracts, 10)]


def test_hours_shared_by_employers_go_to_one_of_them(shared_limit):
    assert saved(at_once(*five_hours(shared_limit))) == 1
    assert hours_of() == 95


def test_twin_without_locks_both_employers_take_them(shared_limit, no_locks, monkeypatch):
    all_read_before_any_writes(monkeypatch, 2)
    assert saved(at_once(*five_hours(shared_limit))) == 2
    assert hours_of() == 100


# One cell


def two_values(contract) -> list[Callable]:
    enter(contract, {1: 8})
    return [lambda hours=hours: enter(contract, {5: hours}, original={5: 0}) for hours in (6, 8)]


def test_two_values_for_one_cell_one_wins_and_the_other_is_asked(contract):
    results = at_once(*two_values(contract))
    assert saved(results) == 1
    assert sum(result.has_conflicts for result in results) == 1


def test_twin_without_locks_one_silently_overwrites_the_other(contract, no_locks, monkeypatch):
    calls = two_values(contract)
    all_read_before_any_writes(monkeypatch, 2)
    assert saved(at_once(*calls)) == 2


def test_the_same_save_sent_many_times_counts_once(contract):
    results = at_once(*[lambda: enter(contract, {5: 8}, original={5: 0})] * 10)
    assert saved(results) == 10
    assert sum(result.changed for result in results) == 1
    assert MonthTotal.objects.get().minutes == 480


# The declaration


def attest(contract, user):
    return services.attest_timesheet(establishment=contract.establishment, month=OCTOBER, by=user, now=NOW, today=TODAY)


def test_two_clicks_make_one_declaration(contract, noura):
    enter(contract, {1: 8})
    results = at_once(*[lambda: attest(contract, noura)] * 2)
    assert sorted(type(result).__name__ for result in results) == ["Timesheet", "TransitionNotAllowed"]


def test_two_people_attest_at_once_and_one_of_them_has_declared(contract, noura):
    enter(contract, {1: 8})
    badr = factories.make_member("بدر", establishment=contract.establishment, role="supervisor")
    results = at_once(lambda: attest(contract, noura), lambda: attest(contract, badr))
    [sheet] = [result for result in results if isinstance(result, Timesheet)]
    declaration = Declaration.objects.get()
    assert (declaration.attested_by, declaration.reference) == (sheet.attested_by, sheet.reference)
    assert any(isinstance(result, rules.TransitionNotAllowed) for result in results)


def test_twin_without_locks_the_database_still_keeps_one_declaration(contract, noura, no_locks, monkeypatch):
    enter(contract, {1: 8})
    sign, everyone = declarations.rules.reference_number, threading.Barrier(2)

    def sign_late(*args):
        everyone.wait(PATIENCE)
        return sign(*args)

    monkeypatch.setattr(declarations.rules, "reference_number", sign_late)
    results = at_once(*[lambda: attest(contract, noura)] * 2)
    assert any(isinstance(result, IntegrityError) for result in results)
    assert Declaration.objects.count() == 1


def save_and_attest(contract, user, monkeypatch, *, patience: float) -> list:
    """A saver has checked and is about to write; then the month is attested, for which he waits no longer than this."""
    write, reached, attested = books.write_entries, threading.Event(), threading.Event()

    def write_late(*args, **options):
        reached.set()
        attested.wait(patience)
        write(*args, **options)

    def attest_then():
        reached.wait(PATIENCE)
        sheet = attest(contract, user)
        attested.set()
        return sheet, hours_of()

    monkeypatch.setattr(books, "write_entries", write_late)
    return at_once(lambda: enter(contract, {2: 8}), attest_then)


def test_a_declaration_waits_for_whoever_is_saving(contract, noura, monkeypatch):
    enter(contract, {1: 8})
    _, (sheet, declared) = save_and_attest(contract, noura, monkeypatch, patience=2)
    assert declared == hours_of() == 16
    assert Timesheet.objects.get() == sheet


def test_twin_without_locks_hours_change_after_the_declaration(contract, noura, no_locks, monkeypatch):
    enter(contract, {1: 8})
    _, (_, declared) = save_and_attest(contract, noura, monkeypatch, patience=PATIENCE)
    assert declared == 8
    assert hours_of() == 16


def document_and_declare(contract, user, monkeypatch, *, patience: float) -> None:
    """A contract is about to be written; then the month is declared, for which that waits no longer than this."""
    write, reached, declared = documenting._write, threading.Event(), threading.Event()
    establishment, person = contract.establishment, factories.make_subscriber()
    days = datetime.date(2026, 10, 5), datetime.date(2026, 12, 31)
    row = ContractRow("", establishment.unified_number, person.national_id, *days, Decimal("30.00"))

    def write_late(*args, **options):
        reached.set()
        declared.wait(patience)
        return write(*args, **options)

    def declare_then():
        reached.wait(PATIENCE)
        services.declare_nil(establishment=establishment, month=OCTOBER, by=user, now=NOW, today=TODAY)
        declared.set()

    def document():
        documenting.document_contracts([row], by=user, now=NOW, reopen_months=services.reopen_months)

    monkeypatch.setattr(documenting, "_write", write_late)
    at_once(document, declare_then)


def test_a_declaration_waits_for_whoever_is_documenting_a_contract(contract, noura, monkeypatch):
    document_and_declare(contract, noura, monkeypatch, patience=2)
    assert len(Declaration.objects.get().figures) == 2


def test_twin_without_holding_the_establishment_a_contract_is_missing_in_what_was_declared(
    contract, noura, monkeypatch
):
    monkeypatch.setattr(books, "hold_establishments", lambda establishment_ids: None)
    document_and_declare(contract, noura, monkeypatch, patience=PATIENCE)
    assert len(Declaration.objects.get().figures) == 1
    assert Timesheet.objects.get().status == "attested"
