"""Several people at one contract at one moment; a twin of each race shows it with the guard off."""

import datetime
import threading
import time
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
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
    assert any(isinstance(result, DatabaseError) for result in results)
    assert Contract.objects.count() == 1


def test_two_files_with_the_same_people_make_each_once(establishment):
    rows = [registry.SubscriberRow(factories.national_id(n), "اسم", "", datetime.date(1990, 1, 1)) for n in range(50)]
    first, second = at_once(*[lambda: registry.register_subscribers(rows)] * 2)
    assert sorted([first.created, second.created]) == [0, 50]
    assert first.ids == second.ids


@pytest.fixture
def offer(establishment):
    """An offer to a person with an account, which waits."""
    person = factories.make_subscriber(user=factories.make_user())
    return factories.make_offer(establishment=establishment, subscriber=person, expires_on=datetime.date(2026, 11, 30))


def accept(offer):
    return services.accept_offer(
        offer_id=offer.pk, by=offer.subscriber.user, now=NOW, reopen_months=timesheets.reopen_months
    )


def withdraw(offer):
    return services.withdraw(offer.pk, by=offer.offered_by, now=NOW)


def stands(offer) -> tuple[str, int]:
    offer.refresh_from_db()
    return offer.status, Contract.objects.count()


@pytest.mark.parametrize("turn", range(3))
def test_of_an_acceptance_and_a_withdrawal_one_counts(offer, turn):
    results = at_once(lambda: accept(offer), lambda: withdraw(offer))
    assert sum(isinstance(result, rules.OfferClosed) for result in results) == 1
    assert stands(offer) in {("accepted", 1), ("withdrawn", 0)}


def test_of_many_acceptances_one_makes_the_contract(offer):
    results = at_once(*[lambda: accept(offer)] * 6)
    assert sum(isinstance(result, rules.OfferClosed) for result in results) == 5
    assert stands(offer) == ("accepted", 1)


def test_twin_without_locks_an_acceptance_meets_a_withdrawal(offer, no_locks, monkeypatch):
    """The database itself refuses the second answer, with a fault instead of words."""
    everyone, hold = threading.Barrier(2), rules.next_offer_status

    def decide_together(*state):
        found = hold(*state)
        everyone.wait(PATIENCE)
        return found

    monkeypatch.setattr(rules, "next_offer_status", decide_together)
    results = at_once(lambda: accept(offer), lambda: withdraw(offer))
    assert not any(isinstance(result, rules.OfferClosed) for result in results)
    assert any(isinstance(result, DatabaseError) for result in results)


def test_an_extension_accepted_and_an_early_end_wait_for_each_other(establishment):
    person = factories.make_subscriber(user=factories.make_user())
    contract = factories.make_contract(
        establishment=establishment, subscriber=person, ends_on=datetime.date(2026, 11, 30)
    )
    longer = factories.make_offer(
        kind="extension",
        contract=contract,
        establishment=establishment,
        subscriber=person,
        starts_on=contract.starts_on,
        ends_on=datetime.date(2026, 12, 31),
    )
    results = at_once(lambda: accept(longer), lambda: end_before_it(contract))
    assert {type(result) for result in results} <= {Contract, rules.OfferClosed}
    contract.refresh_from_db()
    assert (contract.status, contract.ends_on) == ("terminated", datetime.date(2026, 10, 30))


def test_of_many_offers_to_one_person_one_waits_and_the_others_are_told(establishment, noura):
    person = factories.make_subscriber()
    row = ContractRow(
        "",
        establishment.unified_number,
        person.national_id,
        datetime.date(2026, 11, 1),
        datetime.date(2027, 10, 31),
        Decimal("30.00"),
    )
    results = at_once(*[lambda: services.offer_contracts([row], by=noura, now=NOW)] * 6)
    refused = [result for result in results if isinstance(result, RowsRefused)]
    assert {type(fault.refusal) for each in refused for fault in each.rows} == {rules.OfferWaiting}
    assert len(refused) == 5
