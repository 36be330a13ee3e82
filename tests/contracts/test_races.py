"""Several people at one contract at one moment; a twin of each race shows it with the guard off."""

import datetime
import threading
import time
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from apps.common.errors import RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, services
from apps.contracts.models import Contract
from apps.contracts.rules import ContractRow, WageRow
from apps.registry import services as registry
from apps.timesheets import rules as hours
from apps.timesheets import services as timesheets
from apps.timesheets.models import HoursEntry
from apps.timesheets.selectors import months_worked_after
from apps.timesheets.services import books
from tests import factories
from tests.races import PATIENCE, at_once

pytestmark = pytest.mark.django_db(transaction=True)

OCTOBER = Month(2026, 10)
TODAY = datetime.date(2026, 10, 31)
NOW = factories.at(TODAY)


@pytest.fixture
def no_locks(monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **options: self)


def enter_the_last_day(contract):
    row = hours.EnteredRow(contract.pk, {31: 480})
    return timesheets.record_hours(
        establishment=contract.establishment, month=OCTOBER, rows=[row], by=None, now=NOW, today=TODAY
    )


def end_before_it(contract, asks=months_worked_after):
    return services.terminate_contract(
        contract_id=contract.pk,
        last_day=datetime.date(2026, 10, 30),
        reason="انتهاء المشروع",
        by=None,
        now=NOW,
        months_worked_after=asks,
    )


def has_hours_after_its_end(contract) -> bool:
    contract.refresh_from_db()
    return HoursEntry.objects.filter(contract=contract, work_date__gt=contract.ends_on, minutes__gt=0).exists()


@pytest.mark.parametrize("turn", range(5))
def test_hours_and_an_end_before_them_never_both_stand(contract, turn):
    at_once(lambda: enter_the_last_day(contract), lambda: end_before_it(contract))
    assert not has_hours_after_its_end(contract)
    contract.refresh_from_db()
    assert (contract.status == "terminated") != HoursEntry.objects.filter(minutes__gt=0).exists()


def test_twin_without_locks_both_stand(contract, no_locks, monkeypatch):
    write, everyone = books.write_entries, threading.Barrier(2)

    def write_late(*args, **options):
        everyone.wait(PATIENCE)
        write(*args, **options)

    def ask_early(asked, day):
        months = months_worked_after(asked, day)
        everyone.wait(PATIENCE)
        return months

    monkeypatch.setattr(books, "write_entries", write_late)
    at_once(lambda: enter_the_last_day(contract), lambda: end_before_it(contract, ask_early))
    assert has_hours_after_its_end(contract)


def raise_and_enter(contract):
    """As a file does it: a wage of the contract, then its hours."""
    with transaction.atomic():
        wage = WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal("31.00"))
        services.change_wages([wage], by=None, now=NOW)
        time.sleep(0.5)
        entry = (2, contract.contract_no, contract.subscriber.national_id, datetime.date(2026, 10, 5), 480, "")
        timesheets.load_hours([entry], now=NOW)


def test_a_file_and_an_end_of_the_same_contract_wait_for_each_other(contract):
    def end_a_little_later():
        time.sleep(0.2)
        return end_before_it(contract)

    results = at_once(lambda: raise_and_enter(contract), end_a_little_later)
    assert not [result for result in results if isinstance(result, Exception)]


def document(establishment, subscriber):
    row = ContractRow(
        "",
        establishment.unified_number,
        subscriber.national_id,
        datetime.date(2026, 11, 1),
        datetime.date(2027, 10, 31),
        Decimal("30.00"),
    )
    return services.document_contracts([row], by=None, now=NOW, reopen_months=timesheets.reopen_months)


def test_of_many_who_document_one_contract_one_does_and_the_others_are_told(establishment):
    person = factories.make_subscriber()
    results = at_once(*[lambda: document(establishment, person)] * 8)
    assert Contract.objects.count() == 1
    refused = [result for result in results if isinstance(result, RowsRefused)]
    assert len(refused) == 7
    assert {type(row.refusal) for result in refused for row in result.rows} == {rules.ContractsOverlap}


def test_twin_without_locks_the_database_still_refuses_the_second(establishment, no_locks, monkeypatch):
    person, everyone, hold = factories.make_subscriber(), threading.Barrier(2), rules.overlaps

    def look_together(*terms):
        found = list(hold(*terms))
        everyone.wait(PATIENCE)
        return found

    monkeypatch.setattr(rules, "overlaps", look_together)
    results = at_once(*[lambda: document(establishment, person)] * 2)
    assert any(isinstance(result, IntegrityError) for result in results)
    assert Contract.objects.count() == 1


def test_two_files_with_the_same_people_make_each_once(establishment):
    rows = [registry.SubscriberRow(factories.national_id(n), "اسم", "", datetime.date(1990, 1, 1)) for n in range(50)]
    first, second = at_once(*[lambda: registry.register_subscribers(rows)] * 2)
    assert sorted([first.created, second.created]) == [0, 50]
    assert first.ids == second.ids
