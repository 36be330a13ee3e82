"""The invoice as a shape and as a PDF: its figures are the ledger's, in both languages, whatever names people have."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone, translation

from apps.accruals.models import Accrual
from apps.common import pdf, text
from apps.common.periods import Month
from apps.invoices import documents, selectors, services
from apps.invoices.models import Invoice, InvoiceDocument
from apps.regulations.models import Regulation
from tests import factories, papers

pytestmark = pytest.mark.django_db

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)
LANGUAGES = ["ar", "en"]


def make_people(establishment, hours: list[str], *, wages: str = "30.00", **overrides) -> None:
    for each in hours:
        contract = factories.make_contract(
            establishment=establishment,
            hourly_wage=wages,
            subscriber=factories.make_subscriber(**overrides),
        )
        factories.make_month(contract, SEPTEMBER, each)


def bill(establishment) -> Invoice:
    factories.close_month(SEPTEMBER)
    return Invoice.objects.get(establishment=establishment, month=SEPTEMBER)


def draw(invoice: Invoice, language: str) -> InvoiceDocument:
    document = services.request_document(invoice=invoice, language=language, now=timezone.now())
    services.render_document(document_id=document.pk, now=timezone.now())
    document.refresh_from_db()
    assert document.failure == ""
    return document


@pytest.fixture
def invoice(establishment):
    """Three people: two under the old law, one of them under the wage floor, and one under the new law."""
    make_people(establishment, ["80", "61.75"])
    make_people(establishment, ["95"], wages="5.00")
    make_people(establishment, ["37.5"], wages="31.25", first_insured_on=None)
    return bill(establishment)


def test_a_bill_is_the_sum_of_its_lines_and_of_its_branches(invoice):
    bill = documents.issued_bill(invoice)
    lines = documents.bill_lines(documents.lines_of(invoice))
    assert bill.line_count == len(lines) == 4
    for name in ("contributory_wage", "employer_share", "subscriber_share", "total"):
        assert getattr(bill, name) == sum(getattr(line, name) for line in lines) == getattr(invoice, name)
    assert bill.days == sum(line.result.days for line in lines)
    assert bill.worked_minutes == sum(line.result.worked_minutes for line in lines)
    assert sum(branch.total for branch in bill.branches) == bill.total
    assert sum(branch.employer for branch in bill.branches) == bill.employer_share
    assert sum(branch.subscriber for branch in bill.branches) == bill.subscriber_share
    assert bill.has_line_below_floor
    assert [line.is_below_floor for line in lines].count(True) == 1


@pytest.mark.parametrize(("wage", "is_below"), [("6.66", True), ("6.67", False)])
def test_bill_line_and_explanation_agree_on_who_is_below_a_new_floor(establishment, wage, is_below):
    Regulation.objects.create(
        key="wage_floor",
        effective_from=SEPTEMBER.first_day,
        value="1600.00",
        unit="riyals",
        legal_reference="Social Insurance Law",
    )
    make_people(establishment, ["80"], wages=wage)
    bill_of_month = documents.issued_bill(bill(establishment))
    (line,) = documents.bill_lines(documents.lines_of(Invoice.objects.get()))
    assert bill_of_month.lowest_full_wage == Decimal("6.67")
    assert bill_of_month.has_line_below_floor is line.is_below_floor is is_below
    assert any("floor" in step.template._args[0] for step in line.steps) is is_below


def test_lines_come_by_name_in_the_language_of_the_paper(establishment):
    for arabic, english in (("ياسر", "Adam"), ("أحمد", "Zaid"), ("بدر", "Majed")):
        make_people(establishment, ["8"], full_name_ar=arabic, full_name_en=english)
    invoice = bill(establishment)
    with translation.override("ar"):
        arabic = [line.contract.subscriber.name for line in documents.bill_lines(documents.lines_of(invoice))]
    with translation.override("en"):
        english = [line.contract.subscriber.name for line in documents.bill_lines(documents.lines_of(invoice))]
    assert arabic == ["أحمد", "بدر", "ياسر"]
    assert english == ["Adam", "Majed", "Zaid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_amounts_on_paper_are_those_of_the_ledger(invoice, language):
    printed = papers.amounts(draw(invoice, language).content)
    wanted = Counter()
    for accrual in Accrual.objects.filter(line__invoice=invoice):
        employer = accrual.annuities_employer + accrual.hazards_employer
        wanted += Counter([accrual.contributory_wage, employer, accrual.annuities_subscriber])
        wanted += Counter([employer + accrual.annuities_subscriber, accrual.hourly_wage, accrual.daily_wage])
    wanted += Counter([invoice.contributory_wage, invoice.employer_share, invoice.subscriber_share, invoice.total])
    assert not wanted - printed


def test_the_english_paper_prints_the_very_steps_of_the_calculation(invoice):
    printed = papers.text(draw(invoice, "en").content)
    with translation.override("en"):
        for line in documents.bill_lines(documents.lines_of(invoice)):
            assert line.steps
            for step in line.steps:
                assert text.sentence(step).replace("\u2066", "").replace("\u2069", "") in printed


def test_the_arabic_paper_prints_the_very_steps_of_the_calculation(invoice):
    document = services.request_document(invoice=invoice, language="ar", now=timezone.now())
    html = documents.invoice_html(document)
    for line in documents.bill_lines(documents.lines_of(invoice)):
        assert all(text.sentence(step) in html for step in line.steps)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["فقط ألف", "لا غير", "15 أكتوبر 2026", "1448هـ", "الحد الأدنى"]),
        ("en", ["Only one thousand", "15 October 2026 (4 Jumada al-Ula 1448 AH)", "September 2026", "SAR 6.25"]),
    ],
)
def test_a_paper_says_the_amount_in_words_both_calendars_and_the_floor(invoice, language, words):
    document = services.request_document(invoice=invoice, language=language, now=timezone.now())
    html = " ".join(documents.invoice_html(document).split())
    assert all(word in html.replace('<bdi dir="ltr">', "").replace("</bdi>", "") for word in words)
    assert invoice.number in papers.text(draw(invoice, language).content)


def test_a_single_line_fits_on_one_page(establishment):
    make_people(establishment, ["80"])
    [page] = papers.pages(draw(bill(establishment), "en").content)
    assert "Page 1 of 1" in page
    assert "Only four hundred and eighty riyals" in page


def test_a_long_invoice_repeats_its_head_and_counts_its_pages(establishment, monkeypatch):
    monkeypatch.setattr(documents, "ROWS_A_TABLE", 20)
    make_people(establishment, ["80"] * 45)
    invoice = bill(establishment)
    content = draw(invoice, "en").content
    pages = papers.pages(content)
    assert len(pages) > 3
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all("Contributory" in page for page in pages if "hours in September" in page)
    assert papers.amounts(content)[Decimal("480.00")] >= 45


def test_beyond_some_lines_a_paper_has_no_explanations_but_every_figure(establishment, monkeypatch):
    monkeypatch.setattr(documents, "LINES_EXPLAINED", 3)
    make_people(establishment, ["80"] * 4)
    invoice = bill(establishment)
    printed = papers.text(draw(invoice, "en").content)
    assert "Every 8 hours" not in printed
    assert "stands on the invoice's page in the portal" in printed
    for subscriber in (line.contract.subscriber for line in documents.bill_lines(documents.lines_of(invoice))):
        assert f"{subscriber.full_name_en} • {text.masked_id(subscriber.national_id)}" in printed
        assert subscriber.national_id not in printed


HOSTILE = [
    "<script>alert(1)</script>",
    "{{7*7}} {% now 'Y' %}",
    "<img src=file:///etc/passwd>",
    "<link rel=attachment href=file:///etc/passwd>",
    "</td></tr></table><style>@import url(http://127.0.0.1:1)</style>",
    "url(http://127.0.0.1:1/x.png)",
    "%(n)s %s %d",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_printed_as_it_is_and_fetches_nothing(establishment, name):
    make_people(establishment, ["8"], full_name_ar=name, full_name_en=name)
    establishment.name_en = name
    establishment.save()
    printed = papers.text(draw(bill(establishment), "en").content)
    assert "".join(printed.split()).count("".join(name.split())) == 2


@pytest.mark.parametrize(
    "name", ["م" * 150, "اسم\u00a0" * 37, "مُحَمَّدٌ" * 15, "W" * 150, "ن" + "\u064e" * 149], ids=range(5)
)
def test_the_longest_names_do_not_stop_a_paper(establishment, name):
    make_people(establishment, ["8"], full_name_ar=name, full_name_en="")
    pages = papers.pages(draw(bill(establishment), "ar").content)
    assert 1 <= len(pages) <= 2


def test_a_document_is_drawn_once_and_never_again(invoice):
    document = draw(invoice, "ar")
    before = (document.sha256, bytes(document.content), document.rendered_at)
    asked_again = services.request_document(invoice=invoice, language="ar", now=timezone.now())
    assert asked_again.pk == document.pk
    assert services.render_document(document_id=document.pk, now=timezone.now()) is None
    assert services.render_next_document(now=timezone.now()) is None
    document.refresh_from_db()
    assert (document.sha256, bytes(document.content), document.rendered_at) == before
    for change in ({"content": b"%PDF-forged", "sha256": "0" * 64}, {"failures": 1}):
        with pytest.raises(DatabaseError), transaction.atomic():
            InvoiceDocument.objects.filter(pk=document.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        document.delete()


def test_the_same_invoice_would_be_drawn_as_the_same_bytes(invoice):
    document = draw(invoice, "en")
    assert documents.invoice_pdf(document) == bytes(document.content)


def test_every_invoice_has_its_arabic_document_in_the_queue(invoice):
    assert list(invoice.documents.values_list("language", "failures")) == [("ar", 0)]
    assert services.render_next_document(now=timezone.now()).is_ready
    assert services.render_next_document(now=timezone.now()) is None


def test_a_failing_document_is_counted_set_aside_and_tried_again_when_somebody_asks(invoice, monkeypatch):
    def fail(html, **options):
        raise pdf.NotDrawn("no ink")

    with monkeypatch.context() as patch:
        patch.setattr(pdf, "draw", fail)
        for attempt in (1, 2, 3):
            document = services.render_next_document(now=timezone.now())
            assert (document.failures, document.failure) == (attempt, "NotDrawn: no ink")
        assert services.render_next_document(now=timezone.now()) is None
    document = services.request_document(invoice=invoice, language="ar", now=timezone.now())
    assert services.render_document(document_id=document.pk, now=timezone.now()).is_ready


def test_a_failing_document_holds_up_no_other(invoice, monkeypatch):
    draw_all = pdf.draw
    english = services.request_document(invoice=invoice, language="en", now=timezone.now())

    def fail_in_english(html, **options):
        if 'lang="en"' in html:
            raise pdf.NotDrawn("no ink")
        return draw_all(html, **options)

    monkeypatch.setattr(pdf, "draw", fail_in_english)
    tried = []
    while document := services.render_next_document(now=timezone.now(), leaving=[each.pk for each in tried]):
        tried.append(document)
    assert [(each.language, each.is_ready, each.failures) for each in tried] == [("en", False, 1), ("ar", True, 0)]
    assert tried[0].pk == english.pk


def test_who_asks_is_served_before_those_who_wait(establishment):
    make_people(establishment, ["80"])
    other = factories.make_contract()
    factories.make_month(other, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    wanted = Invoice.objects.get(establishment=establishment)
    services.request_document(invoice=wanted, language="ar", now=timezone.now())
    assert services.render_next_document(now=timezone.now()).invoice == wanted


def test_the_file_name_tells_the_invoice_and_no_person(invoice):
    assert documents.file_name(InvoiceDocument(invoice=invoice, language="ar")) == f"فاتورة {invoice.number}.pdf"
    assert documents.file_name(InvoiceDocument(invoice=invoice, language="en")) == f"Invoice {invoice.number}.pdf"


def test_an_invoice_keeps_the_name_it_was_issued_under(invoice, establishment):
    establishment.name_en = "Renamed since"
    establishment.save()
    with translation.override("en"):
        assert documents.issued_bill(invoice).establishment_name == "Sanabel Bakery"


def test_the_preview_of_an_open_month_is_the_invoice_it_becomes(establishment):
    make_people(establishment, ["80", "61.75", "3"])
    make_people(establishment, ["37.5"], wages="31.25", first_insured_on=None)
    preview, lines = documents.coming_bill(establishment, SEPTEMBER)
    invoice = bill(establishment)
    issued = documents.issued_bill(invoice)
    assert preview.is_preview
    assert not issued.is_preview
    for name in ("days", "contributory_wage", "employer_share", "subscriber_share", "total", "worked_minutes"):
        assert getattr(preview, name) == getattr(issued, name), name
    assert [branch.total for branch in preview.branches] == [branch.total for branch in issued.branches]
    assert preview.due_on == issued.due_on
    stored = documents.bill_lines(documents.lines_of(invoice))
    assert [(line.result, line.rules.law) for line in lines] == [(line.result, line.rules.law) for line in stored]


def test_status_in_a_list_is_the_status_by_rule(establishment):
    invoice = factories.make_invoice(establishment=establishment)
    for days in (-1, 0, 1):
        today = invoice.due_on + datetime.timedelta(days=days)
        [row] = selectors.invoices_of(establishment, today=today)
        assert row.status == selectors.rules.status_of(due_on=row.due_on, today=today)
