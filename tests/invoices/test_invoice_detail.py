"""The page of an invoice: its lines and why they are what they are, its days, and its lines as a workbook."""

import datetime
import html
import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from apps.common import text
from apps.common.periods import Month
from apps.common.templatetags import components
from apps.invoices import documents
from apps.invoices.models import Invoice
from apps.timesheets import services as timesheets
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def invoice(establishment, noura):
    """Two people; Noura attested their hours, and the month closed on 6 October."""
    for wage, hours in (("30.00", "80"), ("5.00", "61.75")):
        contract = factories.make_contract(establishment=establishment, hourly_wage=wage)
        factories.make_month(contract, SEPTEMBER, hours)
    attested = datetime.date(2026, 10, 2)
    timesheets.attest_timesheet(
        establishment=establishment, month=SEPTEMBER, by=noura, now=factories.at(attested, 16), today=attested
    )
    factories.close_month(SEPTEMBER)
    return Invoice.objects.get()


def address(invoice: Invoice, name: str = "invoice_detail") -> str:
    return reverse(f"invoices:{name}", args=[invoice.establishment.unified_number, invoice.public_id])


def words(answer) -> str:
    """What a reader sees of the page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_the_page_shows_every_line_the_sums_and_their_branches(client, noura, invoice):
    client.force_login(noura)
    seen = words(client.get(address(invoice)))
    for line in documents.bill_lines(documents.lines_of(invoice)):
        assert line.contract.subscriber.full_name_ar in seen
        assert text.masked_id(line.contract.subscriber.national_id) in seen
        assert line.contract.subscriber.national_id not in seen
        for amount in (line.contributory_wage, line.employer_share, line.subscriber_share, line.total):
            assert text.money(amount) in seen
    for branch in documents.issued_bill(invoice).branches:
        assert str(branch.name) in seen
        assert text.money(branch.employer) in seen
    assert text.money(invoice.total) in seen
    assert invoice.number in seen
    assert "6.25" in seen


def test_every_line_opens_into_the_steps_of_its_calculation(client, noura, invoice):
    client.force_login(noura)
    page = client.get(address(invoice)).content.decode()
    lines = documents.bill_lines(documents.lines_of(invoice))
    assert page.count('<details class="why">') == len(lines) == 2
    assert all(f"<li>{components.step(step)}</li>" in page for line in lines for step in line.steps)
    assert "سداد" not in page.replace("آخر موعد للسداد", "")


@pytest.mark.parametrize(
    ("day", "status", "left"),
    [(10, "صادرة", "يتبقى 5 أيام"), (14, "صادرة", "يتبقى يوم واحد"), (15, "صادرة", "وهو اليوم"), (16, "متأخرة", "")],
)
def test_status_and_days_left_follow_the_day(client, noura, invoice, clock, day, status, left):
    clock.move_to(factories.at(datetime.date(2026, 10, day)))
    client.force_login(noura)
    seen = words(client.get(address(invoice)))
    assert f"فاتورة سبتمبر 2026 {status}" in seen
    assert left in seen
    assert ("يتبقى" in seen) == (day < 15)
    assert ("تستحق في" in seen) == (day <= 15)


def test_the_history_names_who_attested(client, noura, invoice):
    client.force_login(noura)
    seen = words(client.get(address(invoice)))
    assert "إقرار الساعات 2 أكتوبر 2026، 4:00 م، نورة العتيبي" in seen
    assert "إصدار الفاتورة آليًّا 6 أكتوبر 2026" in seen
    assert "إقفال الشهر أمام التعديل 6 أكتوبر 2026" in seen


def test_the_history_says_when_the_portal_attested(client, noura, establishment):
    invoice = factories.make_invoice(establishment=establishment)
    client.force_login(noura)
    assert "إقرار الساعات آليًّا لانتهاء مدة الإدخال" in words(client.get(address(invoice)))


def test_a_stranger_and_a_former_member_get_what_an_unknown_invoice_gets(client, salem, invoice, establishment):
    former = factories.make_member("عضو سابق", establishment=establishment, role="owner")
    establishment.memberships.filter(user=former).update(ends_on=datetime.date(2026, 10, 1))
    for user in (salem, former):
        client.force_login(user)
        for name in ("invoice_detail", "invoice_lines"):
            assert client.get(address(invoice, name)).status_code == 404


def test_an_invoice_is_not_found_under_another_establishment(client, salem, invoice):
    client.force_login(salem)
    own = salem.memberships.get().establishment
    assert (
        client.get(reverse("invoices:invoice_detail", args=[own.unified_number, invoice.public_id])).status_code == 404
    )


def test_the_clerk_of_hours_is_told_who_may(client, badr, noura, invoice):
    client.force_login(badr)
    answer = client.get(address(invoice))
    assert answer.status_code == 403
    assert noura.full_name in words(answer)


@pytest.mark.parametrize("path", ["0", "-1", "1;--", "١٢", "x" * 5000, "00000000-0000-0000-0000-000000000000"])
def test_what_names_no_invoice_is_not_found(client, noura, establishment, path):
    client.force_login(noura)
    assert client.get(f"/e/{establishment.unified_number}/invoices/{path}/").status_code == 404


def test_a_long_invoice_comes_in_pages_that_cost_the_same(client, noura, establishment, django_assert_num_queries):
    small = factories.make_invoice(establishment=establishment, month=Month(2026, 8))
    for _ in range(60):
        factories.make_month(factories.make_contract(establishment=establishment), SEPTEMBER, 16)
    factories.close_month(SEPTEMBER)
    large = Invoice.objects.get(month=SEPTEMBER)
    few, many = address(small), address(large)
    client.force_login(noura)
    with django_assert_num_queries(15):
        client.get(few)
    with django_assert_num_queries(15):
        first = client.get(many)
    second = client.get(many, {"page": 2})
    assert first.content.count(b'<details class="why">') == 50
    assert second.content.count(b'<details class="why">') == 10
    for page in ("0", "-1", "abc", "1000000000"):
        assert client.get(many, {"page": page}).status_code == 200
    assert text.money(large.total) in words(second)


def test_the_lines_as_a_workbook_add_up_and_mask_ids(client, noura, invoice):
    client.force_login(noura)
    answer = client.get(address(invoice, "invoice_lines"))
    sheet = load_workbook(BytesIO(answer.getvalue())).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert len(rows) == invoice.lines.count()
    assert len(head) == len(rows[0])
    assert sum(Decimal(str(row[-1])) for row in rows) == invoice.total
    assert sum(Decimal(str(row[-3])) for row in rows) == invoice.employer_share
    assert all(re.fullmatch(r"1••••••\d{3}", row[1]) for row in rows)
    assert sorted(Decimal(str(row[3])) for row in rows) == [Decimal("61.75"), Decimal("80")]


@pytest.mark.parametrize("role", ["supervisor", "viewer"])
def test_the_workbook_needs_its_own_right(client, establishment, invoice, role):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    assert client.get(address(invoice)).status_code == 200
    assert "البنود بصيغة XLSX" not in words(client.get(address(invoice)))
    assert client.get(address(invoice, "invoice_lines")).status_code == 403


def test_a_name_is_text_and_nothing_else(client, noura, establishment):
    subscriber = factories.make_subscriber(full_name_ar="<script>alert(1)</script>", full_name_en="")
    factories.make_month(factories.make_contract(establishment=establishment, subscriber=subscriber), SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    client.force_login(noura)
    page = client.get(address(Invoice.objects.get())).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
