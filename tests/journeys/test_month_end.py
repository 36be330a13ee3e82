"""From the staff's dry run to the paper in the employer's hands."""

import datetime
import hashlib
import io
import re
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from apps.invoices.models import BillingRun, Invoice, InvoiceDocument
from apps.regulations.models import ClosedMonth
from tests import factories
from tests.scene import JULY, SEPTEMBER, draw, make_scene, work


@pytest.fixture
def scene(transactional_db, clock):
    """Tuesday, 6 October: the invoice day of September."""
    clock.move_to(factories.at(datetime.date(2026, 10, 6)))
    return make_scene()


def amounts(text: str) -> list[Decimal]:
    return [Decimal(amount.replace(",", "")) for amount in re.findall(r"\d[\d,]*\.\d\d", text)]


def test_staff_close_the_month_and_the_employer_reads_prints_and_keeps_the_invoice(walk, scene):
    officer = walk(scene.officer).go("/staff/billing-runs/")
    officer.press("تشغيل تجريبي")
    waiting = officer.page.url
    work()
    officer.go(waiting.removeprefix(officer.origin))
    assert not ClosedMonth.objects.filter(month=SEPTEMBER).exists()
    dry = amounts(officer.page.locator("#run").inner_text())

    officer.go("/staff/billing-runs/")
    officer.press("إقفال الشهر وفوترته", role="link")
    officer.press("إقفال الشهر وفوترته")
    assert "قيد التنفيذ" in officer.text()
    run = officer.page.url.removeprefix(officer.origin)
    officer.go(run)
    work()
    officer.page.get_by_text(re.compile("اكتملت")).wait_for()
    officer.look()
    assert amounts(officer.page.locator("#run").inner_text()) == dry
    assert re.search(r"2 مفوترة \+ 0 .* \+ 0 .* = 2", officer.text())
    assert BillingRun.objects.get(month=SEPTEMBER, is_dry=False).started_by == scene.officer

    employer = walk(scene.owner).go(f"/e/{scene.number}/invoices/")
    invoice = Invoice.objects.get(establishment=scene.establishment, month=SEPTEMBER)
    employer.press(invoice.number, role="link")
    assert f"{invoice.total:,.2f}" in employer.text()
    table = employer.page.locator("table").first
    lines = [amounts(row)[-1] for row in table.locator("tr.ex-h").all_inner_texts()]
    assert sum(lines) == invoice.total
    assert len(lines) == invoice.lines.count()
    employer.page.locator("details.why summary").first.click()
    employer.look()
    why = employer.page.locator("details.why[open]").first
    assert amounts(why.inner_text())[-1] == lines[0]

    employer.press("PDF بالعربية")
    assert employer.page.locator("#paper a").count() == 0
    draw()
    button = employer.page.get_by_role("link", name="PDF بالعربية")
    button.wait_for()
    employer.look()
    with employer.page.expect_download() as download:
        button.click()
    paper = download.value.path().read_bytes()
    assert hashlib.sha256(paper).hexdigest() == InvoiceDocument.objects.get(invoice=invoice, language="ar").sha256
    printed = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    assert invoice.number in printed
    assert f"{invoice.total:,.2f}" in printed


def test_the_preview_of_the_coming_bill_is_the_bill(walk, scene):
    employer = walk(scene.owner).go(f"/e/{scene.number}/bill/{SEPTEMBER}/")
    preview = [amounts(row) for row in employer.page.locator("table tr.ex-h").all_inner_texts()]
    assert factories.close_month(SEPTEMBER).summary["parked"] == []
    invoice = Invoice.objects.get(establishment=scene.establishment, month=SEPTEMBER)
    employer.go(f"/e/{scene.number}/invoices/{invoice.public_id}/")
    assert [amounts(row) for row in employer.page.locator("table tr.ex-h").all_inner_texts()] == preview
    assert preview


def test_invoices_are_found_by_number_and_taken_away_as_a_workbook(walk, scene):
    employer = walk(scene.owner).go(f"/e/{scene.number}/invoices/")
    rows = employer.page.locator("table tbody tr")
    assert rows.count() == 2
    employer.page.get_by_label("رقم الفاتورة").fill(scene.invoice.number)
    employer.press("عرض")
    assert scene.invoice.number in employer.page.url
    assert rows.count() == 1
    with employer.page.expect_download() as download:
        employer.page.get_by_role("link", name=re.compile("XLSX")).click()
    sheet = load_workbook(io.BytesIO(download.value.path().read_bytes())).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert scene.invoice.number in cells
    assert Invoice.objects.get(establishment=scene.establishment, month=JULY).number not in cells
