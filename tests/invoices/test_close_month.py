"""Month end from hours to invoice: once, whole, in order, and never stopped by one bad record."""

import datetime
import threading
import time
from decimal import Decimal
from functools import partial

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from apps.accruals import rules as accrual_rules
from apps.accruals import services as accrual_services
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.common import clock
from apps.common.periods import Month
from apps.invoices import selectors, services, tasks
from apps.invoices.choices import Outcome, Stage
from apps.invoices.models import (
    BillingChunk,
    BillingOutcome,
    BillingRun,
    Invoice,
    InvoiceCounter,
    InvoiceDocument,
    InvoiceLine,
)
from apps.invoices.rules import IssueDateElsewhere, IssueDateFixed, RunUnderWay
from apps.invoices.services import runs
from apps.registry.models import Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord
from apps.regulations.rules import MonthNotBegun, MonthNotOver, MonthOutOfOrder, MonthUnknown
from apps.timesheets.models import HoursEntry, Timesheet
from tests import factories
from tests.races import PATIENCE, at_once

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)
AUGUST = Month(2026, 8)
WRITTEN = (
    *(ClosedMonth, RuleSetRecord, Accrual, SubscriberMonth, ParkedSubscriber),
    *(Invoice, InvoiceLine, InvoiceDocument, BillingOutcome, InvoiceCounter, Timesheet),
)


def close(month: Month = SEPTEMBER, *, is_dry: bool = False) -> BillingRun:
    run = services.request_run(month=month, is_dry=is_dry, now=timezone.now(), today=clock.today())
    while services.work(run_id=run.pk, now=timezone.now(), today=clock.today()) is not services.Work.NOTHING:
        pass
    run.refresh_from_db()
    return run


def rows() -> dict:
    """Every row of month end as it stands, without the moments at which it was written."""
    return {
        model: sorted(
            tuple((name, value) for name, value in row.items() if not name.endswith(("_at", "public_id")))
            for row in model.objects.values()
        )
        for model in WRITTEN
        if model is not RuleSetRecord
    }


@pytest.fixture
def contract(establishment):
    contract = factories.make_contract(establishment=establishment)
    factories.make_month(contract, SEPTEMBER, 80)
    return contract


def test_hours_become_an_invoice(contract, establishment):
    run = close()
    invoice = Invoice.objects.get()
    assert (invoice.number, invoice.sequence) == ("FW-2026-000001", 1)
    assert (invoice.establishment, invoice.month) == (establishment, SEPTEMBER)
    assert (invoice.days, invoice.total) == (10, Decimal("480.00"))
    assert (invoice.employer_share, invoice.subscriber_share) == (Decimal("264.00"), Decimal("216.00"))
    assert (invoice.issued_on, invoice.due_on) == (datetime.date(2026, 10, 20), datetime.date(2026, 10, 15))
    assert invoice.establishment_name_ar == establishment.name_ar
    assert run.stage == Stage.FINISHED
    assert run.summary == {
        "establishments": 1,
        "contracts": 1,
        "days": 10,
        "employer_share": "264.00",
        "subscriber_share": "216.00",
        "total": "480.00",
        "invoices": 1,
        "nil": 0,
        "parked": [],
    }
    assert InvoiceDocument.objects.get().language == "ar"
    assert SubscriberMonth.objects.get().total_credited_days == 10


def test_a_second_run_writes_nothing(contract):
    close()
    before = rows()
    assert close().summary["invoices"] == 1
    assert rows() == before


def test_a_dry_run_reports_what_the_run_then_does_and_writes_nothing_else(contract):
    other = factories.make_contract(hourly_wage="187.50")
    factories.make_month(other, SEPTEMBER, 90)
    factories.make_contract()
    before = rows()
    dry = close(is_dry=True)
    assert rows() == before
    assert dry.summary == close().summary
    assert (dry.summary["invoices"], dry.summary["nil"]) == (2, 1)


def test_the_preview_of_an_establishment_is_its_bill(contract, establishment):
    sums, lines = selectors.preview_invoice(establishment, SEPTEMBER)
    close()
    invoice = Invoice.objects.get()
    assert sums.total == invoice.total * 100
    assert [line.total for line in lines] == [line.total * 100 for line in invoice.lines.all()]


def test_the_preview_carries_what_an_open_month_before_leaves_over(establishment):
    contract = factories.make_contract(establishment=establishment)
    factories.make_month(contract, AUGUST, 95)
    factories.make_month(contract, SEPTEMBER, 95)
    sums, _ = selectors.preview_invoice(establishment, SEPTEMBER)
    assert sums.days == 12
    close(AUGUST)
    assert selectors.preview_invoice(establishment, SEPTEMBER)[0] == sums
    close()
    assert Invoice.objects.get(month=SEPTEMBER).days == 12


def test_a_month_that_is_not_over_cannot_close(contract):
    with pytest.raises(MonthNotOver):
        close(Month(2026, 10))


def test_months_close_in_order(contract):
    factories.make_month(contract, AUGUST, 8)
    with pytest.raises(MonthOutOfOrder) as refusal:
        close()
    assert refusal.value.values["expected"] == AUGUST
    close(AUGUST)
    close()
    assert list(ClosedMonth.objects.values_list("month", flat=True)) == [SEPTEMBER, AUGUST]


def test_a_month_before_both_laws_is_not_known():
    with pytest.raises(MonthUnknown):
        close(Month(2024, 6))


def test_an_open_sheet_is_attested_by_the_system(contract, establishment):
    close()
    sheet = Timesheet.objects.get(establishment=establishment)
    assert sheet.status == "closed"
    assert sheet.is_attested_by_system


def test_hours_of_a_closed_month_stand_still(contract):
    close()
    with pytest.raises(DatabaseError):
        HoursEntry.objects.filter(contract=contract).update(minutes=15)


@pytest.mark.parametrize("model", [Accrual, SubscriberMonth, Invoice, InvoiceLine, ClosedMonth, RuleSetRecord])
@pytest.mark.parametrize("act", ["update", "delete"])
def test_what_a_closed_month_left_behind_never_changes(contract, model, act):
    close()
    with pytest.raises(DatabaseError):
        model.objects.update(id=99) if act == "update" else model.objects.all()._raw_delete("default")


def test_a_rule_that_a_closed_month_used_is_never_rewritten_and_a_later_row_changes_nothing_before_it(contract):
    close()
    with pytest.raises(DatabaseError), transaction.atomic():
        Regulation.objects.filter(key="hazards_rate").update(value="3.00")
    with pytest.raises(DatabaseError), transaction.atomic():
        _hazards(datetime.date(2026, 9, 30)).save()
    _hazards(datetime.date(2026, 10, 1)).save()


def _hazards(day: datetime.date) -> Regulation:
    return Regulation(key="hazards_rate", effective_from=day, value="3.00", unit="percent", legal_reference="test")


def test_a_failing_subscriber_parks_his_establishments_and_the_rest_is_billed(contract, monkeypatch):
    good = factories.make_contract()
    factories.make_month(good, SEPTEMBER, 80)
    compute = accrual_rules.accrue_subscriber

    def fail(contracts, rules):
        if contracts[0].contract_id == contract.pk:
            raise ZeroDivisionError
        return compute(contracts, rules)

    with monkeypatch.context() as patch:
        patch.setattr(accrual_services.rules, "accrue_subscriber", fail)
        summary = close().summary
    assert (summary["invoices"], summary["nil"], len(summary["parked"])) == (1, 0, 1)
    parked = BillingOutcome.objects.get(outcome=Outcome.PARKED)
    assert parked.establishment_id == contract.establishment_id
    assert "ZeroDivisionError" in parked.reason_text

    summary = close().summary
    assert (summary["invoices"], summary["parked"]) == (2, [])
    assert not ParkedSubscriber.objects.exists()
    assert sorted(Invoice.objects.values_list("sequence", flat=True)) == [1, 2]


@pytest.mark.parametrize(("many", "told"), [(1, [Accrual, SubscriberMonth]), (3, [])])
def test_the_planner_is_told_of_many_new_rows_only(contract, monkeypatch, many, told):
    factories.make_contract()
    seen = []
    monkeypatch.setattr(runs, "MANY_PEOPLE", many)
    monkeypatch.setattr(runs, "analyze", lambda model, only: seen.append(model))
    assert close().summary["establishments"] == 2
    assert seen == told


def test_a_failing_establishment_is_parked_alone(contract, monkeypatch):
    others = [factories.make_contract() for _ in range(4)]
    for other in others:
        factories.make_month(other, SEPTEMBER, 80)
    issue = services.billing._issue

    def fail(month, names, *rest):
        if contract.establishment_id in names:
            raise ValueError
        issue(month, names, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(services.billing, "_issue", fail)
        summary = close().summary
    assert (summary["invoices"], len(summary["parked"])) == (4, 1)
    assert close().summary["invoices"] == 5
    assert sorted(Invoice.objects.values_list("sequence", flat=True)) == [1, 2, 3, 4, 5]


def test_a_month_after_a_parked_one_waits_for_it(contract, monkeypatch):
    factories.make_month(contract, AUGUST, 80)
    with monkeypatch.context() as patch:
        patch.setattr(accrual_services.rules, "accrue_subscriber", lambda *_: 1 / 0)
        close(AUGUST)
    assert len(close().summary["parked"]) == 1
    assert Invoice.objects.count() == 0
    close(AUGUST)
    close()
    assert Invoice.objects.count() == 2


def begin(month: Month) -> BillingRun:
    """A run that was broken off after the month was closed to changes and before anything was computed."""
    run = services.request_run(month=month, is_dry=False, now=timezone.now(), today=clock.today())
    services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
    return run


def test_a_month_waits_until_the_run_of_the_one_before_has_ended(contract):
    """It takes over minutes and totals; while they are half computed it would take over too few, for good."""
    factories.make_month(contract, AUGUST, 95)
    begin(AUGUST)
    with pytest.raises(RunUnderWay):
        close()
    assert selectors.month_due(today=clock.today()) is None
    close(AUGUST)
    close()
    before, after = (Accrual.objects.get(month=month) for month in (AUGUST, SEPTEMBER))
    assert after.carried_in_minutes == before.carried_out_minutes > 0


def test_a_run_that_was_asked_for_too_early_is_refused_when_it_begins(contract):
    """Asked for before the other was begun, it still finds it under way when its own turn comes."""
    factories.make_month(contract, AUGUST, 95)
    run = begin(AUGUST)
    early = BillingRun.objects.create(
        month=SEPTEMBER, issued_on=clock.today(), started_at=timezone.now(), progressed_at=timezone.now()
    )
    services.work(run_id=early.pk, now=timezone.now(), today=clock.today())
    early.refresh_from_db()
    assert (early.stage, regulations.is_closed(SEPTEMBER)) == (Stage.REFUSED, False)
    assert early.refusal_text
    run.refresh_from_db()
    assert run.finished_at is None


def test_a_dry_run_ends_though_contracts_come_and_go_meanwhile(contract):
    run = services.request_run(month=SEPTEMBER, is_dry=True, now=timezone.now(), today=clock.today())
    services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
    factories.make_contract()
    while services.work(run_id=run.pk, now=timezone.now(), today=clock.today()) is not services.Work.NOTHING:
        pass
    run.refresh_from_db()
    assert (run.stage, run.summary["establishments"], run.summary["invoices"]) == (Stage.FINISHED, 1, 1)


def test_a_run_that_cannot_be_proven_complete_ends_as_refused(contract, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(selectors, "size_of_month", lambda month: {"establishments": 7, "contracts": 7})
        run = close()
    assert run.stage == Stage.REFUSED
    assert "7" in run.refusal_text
    assert close().stage == Stage.FINISHED


@pytest.mark.parametrize("place", [(accrual_services.rules, "accrue_subscriber"), (services.billing, "_issue")])
def test_a_worker_whose_time_is_up_parks_nobody(contract, monkeypatch, place):
    def run_out(*arguments):
        raise SoftTimeLimitExceeded

    with monkeypatch.context() as patch:
        patch.setattr(*place, run_out)
        with pytest.raises(SoftTimeLimitExceeded):
            close()
    assert not BillingOutcome.objects.exists()
    assert close().summary["invoices"] == 1


@pytest.mark.parametrize("place", [(accrual_services.rules, "accrue_subscriber"), (services.billing, "_issue")])
def test_what_costs_three_workers_their_lives_is_parked_and_the_rest_is_billed(contract, monkeypatch, place):
    """F2: a piece that ends its worker is tried three times, then key by key, and the deadly one is set aside."""
    others = [factories.make_contract() for _ in range(3)]
    for other in others:
        factories.make_month(other, SEPTEMBER, 80)
    module, name = place
    original = getattr(module, name)

    def die(first, second, *rest):
        deadly = contract.establishment_id in second if name == "_issue" else first[0].contract_id == contract.pk
        if deadly:
            raise SystemExit("out of memory")
        return original(first, second, *rest)

    run = services.request_run(month=SEPTEMBER, is_dry=False, now=timezone.now(), today=clock.today())
    lives = 0
    with monkeypatch.context() as patch:
        patch.setattr(module, name, die)
        while BillingRun.objects.filter(pk=run.pk, finished_at=None).exists():
            try:
                services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
            except SystemExit:
                lives += 1
    run.refresh_from_db()
    assert lives == 2 * services.runs.ATTEMPTS
    assert (run.summary["invoices"], len(run.summary["parked"])) == (3, 1)
    assert "3" in BillingOutcome.objects.get(outcome=Outcome.PARKED).reason_text
    assert close().summary["invoices"] == 4


def test_what_is_billed_is_never_parked_afterwards(contract):
    close()
    services.billing.park_establishment(
        month=SEPTEMBER, establishment_id=contract.establishment_id, error=ValueError(), now=timezone.now()
    )
    assert BillingOutcome.objects.get().outcome == Outcome.BILLED


@pytest.mark.parametrize("day", [datetime.date(2020, 1, 1), SEPTEMBER.last_day, datetime.date(2026, 10, 21)])
def test_an_issue_date_inside_the_month_or_to_come_is_refused(contract, day):
    with pytest.raises(IssueDateElsewhere):
        services.request_run(month=SEPTEMBER, is_dry=False, now=timezone.now(), today=clock.today(), issued_on=day)


def test_a_run_under_way_keeps_its_issue_date_and_says_so(contract):
    begin(SEPTEMBER)
    with pytest.raises(IssueDateFixed):
        services.request_run(
            month=SEPTEMBER, is_dry=False, now=timezone.now(), today=clock.today(), issued_on=SEPTEMBER.next.day(6)
        )


def test_a_month_that_has_not_begun_is_not_even_tried(contract):
    with pytest.raises(MonthNotBegun):
        close(Month(2026, 11), is_dry=True)
    assert close(Month(2026, 10), is_dry=True).stage == Stage.FINISHED


def test_numbers_begin_anew_each_year_and_have_no_gap(contract, clock):
    factories.make_month(contract, Month(2026, 10), 8)
    close()
    clock.move_to(factories.at(datetime.date(2027, 1, 8)))
    for month in (10, 11):
        close(Month(2026, month))
    assert sorted(Invoice.objects.values_list("number", flat=True)) == ["FW-2026-000001", "FW-2027-000001"]


def test_the_due_month_is_found_and_a_missed_day_is_caught_up(contract, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 5)))
    assert selectors.month_due(today=datetime.date(2026, 10, 5)) is None
    assert selectors.month_due(today=datetime.date(2026, 10, 6)) == SEPTEMBER
    assert selectors.month_due(today=datetime.date(2026, 12, 31)) == SEPTEMBER


def test_nothing_is_due_before_any_hours_are_entered():
    assert services.request_due_run(period=None, now=timezone.now(), today=clock.today()) is None


def test_the_scheduled_tasks_close_the_past_month(contract, settings):
    settings.CELERY_TASK_ALWAYS_EAGER = True
    tasks.close_past_month()
    tasks.sweep_runs.apply()
    run = BillingRun.objects.get()
    tasks.work_on_run.apply(args=[run.pk])
    run.refresh_from_db()
    assert (run.stage, Invoice.objects.count()) == (Stage.FINISHED, 1)


def test_the_command_closes_and_prints_the_sums(contract, capsys):
    call_command("close_month", "2026-09", "--inline", "--issue-date", "2026-10-06")
    printed = capsys.readouterr().out
    assert "480.00" in printed
    assert Invoice.objects.get().issued_on == datetime.date(2026, 10, 6)
    call_command("close_month", "2026-09", "--inline")
    assert Invoice.objects.count() == 1


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "٢٠٢٦-٠٩", "2026-10", "2024-06"])
def test_the_command_refuses_what_is_no_month_to_close(month):
    with pytest.raises(CommandError):
        call_command("close_month", month, "--inline")


def test_a_run_asked_for_twice_is_one_run(contract):
    ask = {"month": SEPTEMBER, "is_dry": False, "now": timezone.now(), "today": clock.today()}
    assert services.request_run(**ask) == services.request_run(**ask)


@pytest.mark.django_db(transaction=True)
def test_many_hands_on_one_run_double_nothing_and_leave_no_gap(monkeypatch):
    monkeypatch.setattr(runs, "CONTRACTS_A_CHUNK", 2)
    for _ in range(12):
        factories.make_month(factories.make_contract(), SEPTEMBER, 80)
    run = services.request_run(month=SEPTEMBER, is_dry=False, now=timezone.now(), today=clock.today())
    failures = []

    def hand():
        try:
            while BillingRun.objects.filter(pk=run.pk, finished_at=None).exists():
                services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    hands = [threading.Thread(target=hand) for _ in range(4)]
    for each in hands:
        each.start()
    for each in hands:
        each.join()
    assert failures == []
    assert sorted(Invoice.objects.values_list("sequence", flat=True)) == list(range(1, 13))
    assert Accrual.objects.count() == InvoiceLine.objects.count() == 12
    assert InvoiceCounter.objects.get().last_number == 12


@pytest.mark.django_db(transaction=True)
def test_a_piece_that_another_hand_looks_at_for_a_moment_is_done_all_the_same(monkeypatch):
    """Two hands want the same piece: who comes second locks its row before he sees that it is taken."""
    factories.make_month(factories.make_contract(), SEPTEMBER, 80)
    run = services.request_run(month=SEPTEMBER, is_dry=False, now=timezone.now(), today=clock.today())
    services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
    take, looked, looking = runs._take, threading.Event(), []

    def look():
        with transaction.atomic():
            list(BillingChunk.objects.select_for_update())
            looked.set()
            time.sleep(0.3)
        connections.close_all()

    def take_and_be_looked_at(*arguments):
        found = take(*arguments)
        looking.append(threading.Thread(target=look))
        looking[0].start()
        looked.wait(PATIENCE)
        return found

    monkeypatch.setattr(runs, "_take", take_and_be_looked_at)
    services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
    looking[0].join()
    assert run.chunks.get().done_at is not None


def test_a_closed_month_has_no_piece_of_work_left(contract):
    close()
    assert not close().chunks.exists()


def test_pieces_are_even_and_a_piece_of_subscribers_is_no_wider_than_it_may_be(monkeypatch):
    monkeypatch.setattr(runs, "CONTRACTS_A_CHUNK", 3)
    monkeypatch.setattr(runs, "KEYS_A_CHUNK", 10)
    sizes = [1, 1, 4, 2, 1]
    for size in sizes:
        employer = factories.make_establishment()
        for _ in range(size):
            factories.make_month(factories.make_contract(establishment=employer), SEPTEMBER, 80)
    far = factories.make_subscriber(pk=Subscriber.objects.order_by("pk").last().pk + 10)
    factories.make_month(factories.make_contract(subscriber=far), SEPTEMBER, 80)
    chunks = close().chunks.order_by("first_key")
    assert [chunk.size for chunk in chunks.filter(stage=Stage.BILLING)] == [2, 1, 2, 1]
    assert [chunk.size for chunk in chunks.filter(stage=Stage.ACCRUING)] == [3, 3, 3, 1]
    assert Invoice.objects.count() == len(sizes) + 1


@pytest.mark.django_db(transaction=True)
def test_two_hands_are_at_their_pieces_at_the_same_time(contract, monkeypatch):
    """Each holds its own piece and nothing else: neither waits for the other in the middle of its work."""
    monkeypatch.setattr(runs, "CONTRACTS_A_CHUNK", 1)
    factories.make_month(factories.make_contract(establishment=contract.establishment), SEPTEMBER, 80)
    run, both, do = begin(SEPTEMBER), threading.Barrier(2), runs._do

    def together(*piece):
        both.wait(PATIENCE)
        do(*piece)

    monkeypatch.setattr(runs, "_do", together)
    hand = partial(services.work, run_id=run.pk, now=timezone.now(), today=clock.today())
    assert at_once(hand, hand) == [services.Work.DONE] * 2
    assert not selectors.has_work(run)
