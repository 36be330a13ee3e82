"""The worked examples as they happen: hours are entered, months close, invoices are issued."""

import datetime
import re
from decimal import Decimal

import pytest

from apps.accruals.models import Accrual, SubscriberMonth
from apps.common.errors import RowsRefused
from apps.common.periods import Month, months_between
from apps.invoices.choices import Outcome
from apps.invoices.models import BillingOutcome, Invoice
from apps.registry import services as registry
from apps.registry.rules import SubscriberRow
from apps.regulations.models import Regulation
from apps.timesheets import rules, services
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2025, 9)
AUTUMN = months_between(Month(2025, 9), Month(2025, 11))


def contract(hourly_wage: str, **overrides):
    return factories.make_contract(starts_on=datetime.date(2025, 9, 1), hourly_wage=hourly_wage, **overrides)


def enter(contract, hours_by_day: dict[int, str], *, month=SEPTEMBER, today: datetime.date | None = None):
    """The days of a month as the employer saves them; what was refused comes back in words."""
    today = today or month.last_day
    minutes = {day: int(Decimal(hours) * 60) for day, hours in hours_by_day.items()}
    recorded = services.record_hours(
        establishment=contract.establishment,
        month=month,
        rows=[rules.EnteredRow(contract_id=contract.pk, entered=minutes)],
        by=None,
        now=factories.at(today),
        today=today,
    )
    return [str(problem) for refused in recorded.refused.values() for problem in refused.problems]


def days(hours: str) -> dict[int, str]:
    """So many hours on days of at most eight."""
    whole, rest = divmod(Decimal(hours), 8)
    return dict.fromkeys(range(1, int(whole) + 1), "8") | ({int(whole) + 1: str(rest)} if rest else {})


def rule(key: str, value: str, unit: str = "choice"):
    """The rule is another from September 2025 on, as a new dated row."""
    Regulation.objects.create(
        key=key, effective_from=SEPTEMBER.first_day, value=value, unit=unit, legal_reference="A switch of the examples"
    )


def is_arabic(text: str) -> bool:
    return bool(re.search("[ء-ي]", text)) and not re.search("[a-z]", text)


def test_e1_an_invoice_of_480():
    assert enter(contract("30.00"), days("80")) == []
    factories.close_month(SEPTEMBER)
    invoice = Invoice.objects.get()
    assert (invoice.days, str(invoice.contributory_wage), str(invoice.total)) == (10, "2400.00", "480.00")
    assert (str(invoice.employer_share), str(invoice.subscriber_share)) == ("264.00", "216.00")
    assert (invoice.issued_on, invoice.due_on) == (datetime.date(2025, 10, 6), datetime.date(2025, 10, 15))


def test_e2_to_e4_three_months_at_the_cap():
    worker = contract("25.00")
    for month in AUTUMN:
        assert enter(worker, days("95"), month=month) == []
        factories.close_month(month)
    totals = [str(invoice.total) for invoice in Invoice.objects.order_by("month")]
    assert totals == ["440.00", "480.00", "480.00"]
    found = Accrual.objects.order_by("month").values_list("days", "carried_in_minutes", "carried_out_minutes")
    assert list(found) == [(11, 0, 420), (12, 420, 360), (12, 360, 300)]
    assert SubscriberMonth.objects.order_by("-month").first().total_credited_days == 30 + 5


def test_e5_nothing_to_bill_in_the_first_month_and_a_day_in_the_second():
    worker = contract("20.00")
    enter(worker, {1: "5"})
    factories.close_month(SEPTEMBER)
    assert BillingOutcome.objects.get().outcome == Outcome.NIL
    assert not Invoice.objects.exists()
    enter(worker, {1: "4"}, month=SEPTEMBER.next)
    factories.close_month(SEPTEMBER.next)
    assert str(Invoice.objects.get().total) == "32.00"
    assert Accrual.objects.get(month=SEPTEMBER.next).carried_out_minutes == 60


def test_e6_the_hours_left_are_told_and_no_more_are_taken():
    worker = contract("25.00")
    assert enter(worker, days("90")) == []
    (refusal,) = enter(worker, {20: "6"})
    assert is_arabic(refusal)
    assert re.search(r"\b5\b", refusal)
    assert enter(worker, {20: "5"}) == []
    assert enter(worker, {21: "0.25"})


def test_e7_to_e9_the_new_law_pays_the_rate_of_the_month():
    newcomer = factories.make_subscriber(first_insured_on=None)
    worker = contract("30.00", subscriber=newcomer)
    expected = {Month(2026, 6): "504.00", Month(2026, 7): "528.00"}
    for month in months_between(SEPTEMBER, Month(2026, 7)):
        if month in expected:
            assert enter(worker, days("80"), month=month) == []
        factories.close_month(month)
    assert {invoice.month: str(invoice.total) for invoice in Invoice.objects.all()} == expected


def test_e12_two_employers_each_pay_their_own_days():
    worker = factories.make_subscriber()
    first, second = contract("20.00", subscriber=worker), contract("40.00", subscriber=worker)
    for each in (first, second):
        assert enter(each, days("60")) == []
    factories.close_month(SEPTEMBER)
    totals = {invoice.establishment: str(invoice.total) for invoice in Invoice.objects.all()}
    assert totals == {first.establishment: "224.00", second.establishment: "448.00"}
    assert SubscriberMonth.objects.get().days == 14


def test_e12_where_the_limit_is_the_workers_the_second_employer_has_35_hours():
    rule("cap_scope", "worker_total")
    worker = factories.make_subscriber()
    first, second = contract("20.00", subscriber=worker), contract("40.00", subscriber=worker)
    assert enter(first, days("60")) == []
    (refusal,) = enter(second, days("35.25"))
    assert "35" in refusal
    assert first.establishment.name_ar not in refusal
    assert enter(second, days("35")) == []


def test_e13_three_employers_are_cut_to_the_ceiling_together():
    worker = factories.make_subscriber()
    for _ in range(3):
        assert enter(contract("187.50", subscriber=worker), days("95")) == []
    factories.close_month(SEPTEMBER)
    bills = Invoice.objects.values_list("contributory_wage", "employer_share", "subscriber_share", "total")
    assert set(bills) == {tuple(map(Decimal, ("15000.00", "1650.00", "1350.00", "3000.00")))}
    month = SubscriberMonth.objects.get()
    assert (month.days, month.credited_days) == (33, 30)


def test_e20_the_rest_of_an_ended_contract_lapses():
    worker = contract("25.00", ends_on=datetime.date(2025, 10, 20))
    enter(worker, days("95"))
    factories.close_month(SEPTEMBER)
    factories.close_month(SEPTEMBER.next)
    last = Accrual.objects.get(month=SEPTEMBER.next)
    assert (last.days, last.carried_in_minutes, last.lapsed_minutes, last.carried_out_minutes) == (0, 420, 420, 0)
    assert Invoice.objects.count() == 1


def test_e23_with_saned():
    rule("saned_flexible", "yes")
    enter(contract("30.00"), days("80"))
    factories.close_month(SEPTEMBER)
    assert str(Invoice.objects.get().total) == "516.00"


def test_e24_too_long_a_day_is_refused_in_arabic():
    (refusal,) = enter(contract("30.00"), {1: "12.25"})
    assert is_arabic(refusal)


def test_e24_hours_of_september_on_7_october_are_refused_in_arabic():
    worker = contract("30.00")
    assert enter(worker, {1: "8"}, today=datetime.date(2025, 10, 5)) == []
    with pytest.raises(rules.EntryTimeOver) as refused:
        enter(worker, {2: "8"}, today=datetime.date(2025, 10, 7))
    assert is_arabic(str(refused.value))


def test_e24_an_id_that_is_not_saudi_is_refused_in_arabic():
    person = SubscriberRow("2123456788", "راجو كومار", "Raju Kumar", datetime.date(1990, 1, 1))
    with pytest.raises(RowsRefused) as refused:
        registry.register_subscribers([person])
    (row,) = refused.value.rows
    assert row.field == "national_id"
    assert is_arabic(str(row))
