"""The running bill: looked at each night, compared by day with a reason for every change, and equal to the invoice."""

import datetime
import random
from decimal import Decimal

import pytest
from django.urls import reverse

from apps.common.periods import Month
from apps.contracts.models import ContractWage
from apps.invoices import documents, rules, selectors, services
from apps.invoices.choices import Cause
from apps.invoices.models import BillSnapshot
from apps.invoices.tasks import watch_bills
from apps.regulations.models import Regulation
from apps.timesheets import services as timesheets
from apps.timesheets.rules import EnteredRow
from tests import factories
from tests.races import at_once

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
TODAY = datetime.date(2026, 10, 20)
MIDNIGHT, NIGHT = factories.at(TODAY, hour=0), factories.at(TODAY, hour=0, minute=5)


def look(month=OCTOBER, *, now=NIGHT, since=MIDNIGHT) -> int:
    """A night's look at every coming bill; how many were looked at."""
    count, failed = services.take_snapshots(month=month, since=since, now=now)
    assert failed == []
    return count


def enter(contract, hours, *, by=None, day=12):
    row = EnteredRow(contract.pk, {day: int(hours * 60)})
    now = factories.at(TODAY, hour=8)
    return timesheets.record_hours(
        establishment=contract.establishment, month=OCTOBER, rows=[row], by=by, now=now, today=TODAY
    )


def changes(establishment):
    return documents.running_bill(establishment, OCTOBER)[2]


@pytest.fixture
def worked(contract):
    factories.make_month(contract, OCTOBER, 40)
    return contract


def test_nothing_changed_is_said_as_such(worked, establishment):
    assert changes(establishment).since is None
    look()
    found = changes(establishment)
    assert (found.since, found.difference, found.lines) == (NIGHT, 0, [])


def test_a_contract_documented_meanwhile_is_part_of_the_bill(worked, establishment, monkeypatch):
    """Between the question whose months these are and the one what they come to."""
    compute = selectors.accruals.open_months

    def compute_later(**asked):
        old_term = {"starts_on": datetime.date(2026, 1, 1), "ends_on": datetime.date(2026, 10, 15)}
        type(worked).objects.filter(pk=worked.pk).update(**old_term)
        new = factories.make_contract(
            establishment=establishment, subscriber=worked.subscriber, starts_on=datetime.date(2026, 10, 16)
        )
        factories.make_month(new, OCTOBER, 20)
        return compute(**asked)

    monkeypatch.setattr(selectors.accruals, "open_months", compute_later)
    found = selectors.results_of_open_month(OCTOBER, [establishment.pk])[establishment.pk]
    assert len(found) == 2


def test_hours_are_named_with_how_many_and_by_whom(worked, establishment, noura):
    look()
    enter(worked, 8, by=noura)
    [line] = changes(establishment).lines
    assert line.contract == worked
    assert line.difference == changes(establishment).difference > 0
    [reason] = line.reasons
    assert "ساعات أُدخلت أو عُدّلت" in reason
    assert "+8" in reason
    assert noura.full_name in reason


def test_a_new_contract_a_wage_and_carried_hours_are_named(worked, establishment):
    look()
    new = factories.make_contract(establishment=establishment, created_at=factories.at(TODAY, hour=8))
    factories.make_month(new, OCTOBER, 8)
    ContractWage.objects.filter(contract=worked).update(hourly_wage=Decimal("31.00"))
    factories.make_month(worked, SEPTEMBER, 10)
    reasons = {line.contract: line.reasons for line in changes(establishment).lines}
    assert reasons[new][0] == "عقد جديد"
    assert any("30.00" in reason and "31.00" in reason for reason in reasons[worked])
    assert any("المرحّلة" in reason for reason in reasons[worked])


def test_the_ceiling_is_named_without_the_other_place(worked, establishment):
    ContractWage.objects.filter(contract=worked).update(hourly_wage=Decimal("187.50"))
    factories.make_hours(worked, {datetime.date(2026, 10, day): 660 for day in range(6, 11)})
    look()
    elsewhere = [factories.make_contract(subscriber=worked.subscriber, hourly_wage="187.50") for _ in range(3)]
    for other in elsewhere:
        factories.make_month(other, OCTOBER, 95)
    [line] = changes(establishment).lines
    assert line.difference < 0
    [reason] = line.reasons
    assert reason == str(Cause.CEILING.label)
    assert all(other.establishment.name not in reason for other in elsewhere)


def test_a_rule_is_named_when_nothing_else_changed(worked, establishment):
    look()
    Regulation.objects.create(
        key="hazards_rate", effective_from=OCTOBER.first_day, value="3.00", unit="percent", legal_reference="Test"
    )
    [line] = changes(establishment).lines
    assert line.reasons == [str(Cause.RULE.label)]


def test_hours_taken_back_and_a_contract_cut_short_are_named():
    before = factories_accrued(worked_minutes=960, days=2)
    gone, ended = rules.changes([before], [], factories.ruleset(OCTOBER)), before._replace(lapsed_minutes=60)
    assert [(each.causes, each.minutes, each.total) for each in gone] == [([Cause.HOURS], -960, -before.total)]
    [change] = rules.changes([before], [ended], factories.ruleset(OCTOBER))
    assert change.causes == [Cause.ENDED]


def factories_accrued(**fields):
    empty = dict.fromkeys(rules.Accrued._fields, 0)
    return rules.Accrued(**empty | {"contract_id": 1, "hourly_wage": 3000, "contributory_wage": 48000} | fields)


def test_a_bill_is_kept_when_it_changed_and_confirmed_when_not(worked):
    look()
    tomorrow = factories.at(TODAY + datetime.timedelta(days=1), hour=0)
    assert look(now=tomorrow, since=tomorrow) == 1
    snapshot = BillSnapshot.objects.get()
    assert (snapshot.taken_at, snapshot.confirmed_at) == (NIGHT, tomorrow)
    enter(worked, 8)
    later = tomorrow + datetime.timedelta(days=1)
    look(now=later, since=later)
    assert BillSnapshot.objects.count() == 2


def test_a_night_looks_at_each_bill_once(worked):
    factories.make_contract()
    assert [look(), look()] == [2, 0]


def test_what_cannot_be_computed_is_left_out_and_the_others_go_on(worked):
    factories.make_month(broken := factories.make_contract(), OCTOBER, 8)
    broken.wages.all().delete()
    count, failed = services.take_snapshots(month=OCTOBER, since=MIDNIGHT, now=NIGHT)
    assert (count, failed) == (2, [broken.establishment_id])
    assert services.take_snapshots(month=OCTOBER, since=MIDNIGHT, now=NIGHT, leaving=failed) == (0, [])


def test_the_task_looks_at_both_open_months_and_forgets_what_is_billed(worked, clock):
    factories.make_month(worked, SEPTEMBER, 8)
    for hour in (1, 2):
        BillSnapshot.objects.create(
            establishment=worked.establishment, month=SEPTEMBER, total=1, lines=[],
            taken_at=factories.at(TODAY, hour=hour), confirmed_at=factories.at(TODAY, hour=hour),
        )  # fmt: skip
    factories.close_month(SEPTEMBER)
    watch_bills()
    assert BillSnapshot.objects.get(month=SEPTEMBER).taken_at == factories.at(TODAY, hour=2)
    assert BillSnapshot.objects.filter(month=OCTOBER).count() == 1
    assert selectors.open_months_to_watch(today=TODAY) == [OCTOBER]


def test_a_month_that_is_closed_meanwhile_keeps_its_last_look(worked, establishment):
    factories.make_month(worked, SEPTEMBER, 40)
    look(SEPTEMBER)
    factories.close_month(SEPTEMBER)
    later = factories.at(TODAY, hour=2)
    assert look(SEPTEMBER, now=later, since=later) == 0
    assert BillSnapshot.objects.get().taken_at == NIGHT
    assert documents.changes_until_invoice(establishment.invoices.get()).lines == []


def test_a_night_costs_the_same_for_few_and_for_many(django_assert_num_queries):
    for places in (1, 6):
        for _ in range(places):
            factories.make_month(factories.make_contract(), OCTOBER, 16)
        BillSnapshot.objects.all().delete()
        with django_assert_num_queries(17):
            look()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_look_at_each_bill_once(worked):
    assert sorted(at_once(*[look] * 2)) == [0, 1]
    assert BillSnapshot.objects.count() == 1


# The invoice


def invoiced(establishment, month):
    invoice = establishment.invoices.get(month=month)
    return documents.issued_bill(invoice), documents.bill_lines(documents.lines_of(invoice)), invoice


@pytest.mark.parametrize("seed", range(8))
def test_the_last_preview_is_the_invoice_to_the_halala_and_step_by_step(seed):
    """Some people in some places, with carried hours, raises, ends, low wages and wages beyond the ceiling."""
    dice = random.Random(seed)
    places = [factories.make_establishment() for _ in range(3)]
    people = [
        factories.make_subscriber(first_insured_on=dice.choice([None, datetime.date(2010, 1, 1)])) for _ in range(4)
    ]
    for person in people:
        for place in dice.sample(places, dice.randint(1, 3)):
            wage = dice.choice(("5.00", "23.35", "30.00", "41.17", "187.50", "468.75"))
            ends_on = dice.choice((None, datetime.date(2026, 9, dice.randint(10, 30))))
            raised = {SEPTEMBER: "44.44"} if dice.random() < 0.3 else {}
            contract = factories.make_contract(
                establishment=place, subscriber=person, hourly_wage=wage, ends_on=ends_on, wages=raised
            )
            for month in (SEPTEMBER.previous, SEPTEMBER):
                room = min(95, 8 * sum(contract.is_in_force(day) for day in month.days))
                factories.make_month(contract, month, Decimal(dice.randint(0, 4 * room)) / 4)
    factories.close_month(SEPTEMBER.previous)
    previews = {place: documents.coming_bill(place, SEPTEMBER) for place in places}
    look(SEPTEMBER)
    factories.close_month(SEPTEMBER)
    for place, (preview, lines) in previews.items():
        if not preview.total:
            assert not place.invoices.filter(month=SEPTEMBER).exists()
            continue
        bill, billed, invoice = invoiced(place, SEPTEMBER)
        for sums in ("days", "worked_minutes", "contributory_wage", "employer_share", "subscriber_share", "total"):
            assert getattr(bill, sums) == getattr(preview, sums)
        assert bill.branches == preview.branches
        assert [(line.contract, line.result, line.steps) for line in billed] == [
            (line.contract, line.result, line.steps) for line in lines
        ]
        assert documents.changes_until_invoice(invoice).lines == []


def test_what_came_after_the_last_preview_is_listed_on_the_invoice(client, noura, establishment, contract):
    factories.make_month(contract, SEPTEMBER, 40)
    look(SEPTEMBER)
    factories.make_hours(contract, {datetime.date(2026, 9, 20): 480}, by=noura)
    factories.close_month(SEPTEMBER)
    invoice = establishment.invoices.get()
    client.force_login(noura)
    page = client.get(reverse("invoices:invoice_detail", args=[establishment.unified_number, invoice.public_id]))
    assert "+8" in page.content.decode()
    assert [line.contract for line in page.context["changes"].lines] == [contract]


# Pages


def test_the_preview_the_home_and_the_list_lead_to_it(client, noura, establishment, worked):
    client.force_login(noura)
    preview = reverse("invoices:bill_preview", args=[establishment.unified_number, OCTOBER])
    assert "من الغد" in client.get(preview).content.decode()
    look()
    enter(worked, 8, by=noura)
    read = client.get(preview).content.decode()
    assert "+8" in read
    difference = f"+{changes(establishment).difference:,.2f}"
    assert difference in read
    assert difference in client.get(f"/e/{establishment.unified_number}/").content.decode()
    assert preview in client.get(f"/e/{establishment.unified_number}/invoices/").content.decode()
