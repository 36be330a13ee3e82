"""The bill that is still coming: what it shows, for which months, and where a closed month leads."""

import datetime

import pytest
from django.urls import reverse

from apps.common import text
from apps.common.periods import Month
from apps.invoices import documents
from apps.invoices.choices import Outcome
from apps.invoices.models import BillingOutcome, Invoice
from apps.regulations.services import freeze_month
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
NOW = factories.at(datetime.date(2026, 10, 6))


def address(establishment, month: Month) -> str:
    return reverse("invoices:bill_preview", args=[establishment.unified_number, month])


def test_the_preview_shows_lines_sums_and_days_and_is_marked(client, noura, establishment, contract):
    factories.make_month(contract, SEPTEMBER, 80)
    factories.make_month(contract, OCTOBER, 20)
    client.force_login(noura)
    page = client.get(address(establishment, OCTOBER)).content.decode()
    bill, _ = documents.coming_bill(establishment, OCTOBER)
    assert bill.days == 2
    assert text.money(bill.total) in page
    assert contract.subscriber.full_name_ar in page
    assert '<span class="tag tag--warn">معاينة</span>' in page
    assert "6 نوفمبر 2026" in page
    assert "15 نوفمبر 2026" in page
    assert page.count('<details class="why">') == 1
    assert Invoice.objects.count() == 0


def test_a_month_with_nothing_to_bill_says_so(client, noura, establishment, contract):
    factories.make_month(contract, OCTOBER, 7)
    client.force_login(noura)
    page = client.get(address(establishment, OCTOBER)).content.decode()
    assert "لم يكتمل أي يوم اشتراك بعد" in page
    assert "<table" not in page


def test_a_closed_month_leads_to_its_invoice(client, noura, establishment):
    invoice = factories.make_invoice(establishment=establishment)
    client.force_login(noura)
    answer = client.get(address(establishment, SEPTEMBER))
    assert answer.status_code == 302
    assert str(invoice.public_id) in answer["Location"]


def test_a_closed_month_without_an_invoice_says_why(client, noura, establishment, contract):
    factories.make_month(contract, SEPTEMBER, 5)
    factories.close_month(SEPTEMBER)
    client.force_login(noura)
    assert "ولم يكن فيه ما يُفوتر" in client.get(address(establishment, SEPTEMBER)).content.decode()


def test_a_closed_month_set_aside_says_so(client, noura, establishment, contract):
    freeze_month(month=SEPTEMBER, now=NOW)
    BillingOutcome.objects.create(
        establishment=establishment, month=SEPTEMBER, outcome=Outcome.PARKED, reason="x", decided_at=NOW
    )
    client.force_login(noura)
    assert "أُرجئت الفاتورة" in client.get(address(establishment, SEPTEMBER)).content.decode()


@pytest.mark.parametrize("month", [Month(2026, 11), Month(2024, 6), Month(2100, 1)])
def test_months_that_are_not_to_be_seen_are_not_found(client, noura, establishment, month):
    client.force_login(noura)
    assert client.get(address(establishment, month)).status_code == 404


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "2026-00", "9999-99", "x"])
def test_what_is_no_month_is_no_page(client, noura, establishment, month):
    client.force_login(noura)
    assert client.get(f"/e/{establishment.unified_number}/bill/{month}/").status_code == 404


def test_strangers_and_clerks_stay_outside(client, salem, badr, establishment):
    client.force_login(salem)
    assert client.get(address(establishment, OCTOBER)).status_code == 404
    client.force_login(badr)
    assert client.get(address(establishment, OCTOBER)).status_code == 403


def test_a_preview_costs_the_same_for_few_and_for_many(client, noura, establishment, django_assert_num_queries):
    factories.make_month(factories.make_contract(establishment=establishment), OCTOBER, 16)
    client.force_login(noura)
    with django_assert_num_queries(17):
        client.get(address(establishment, OCTOBER))
    for _ in range(12):
        factories.make_month(factories.make_contract(establishment=establishment), OCTOBER, 16)
    with django_assert_num_queries(17):
        client.get(address(establishment, OCTOBER))
