"""An invoice's document from the button to the file: asked for, waited for, downloaded, by those who may."""

import hashlib
from urllib.parse import unquote

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.common import pdf
from apps.invoices import services, tasks
from apps.invoices.models import InvoiceDocument
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def invoice(establishment):
    return factories.make_invoice(establishment=establishment)


def address(document: InvoiceDocument, name: str = "document_detail") -> str:
    invoice = document.invoice
    return reverse(
        f"invoices:{name}", args=[invoice.establishment.unified_number, invoice.public_id, document.public_id]
    )


def ask(client, invoice, language: str = "ar"):
    url = reverse("invoices:document_request", args=[invoice.establishment.unified_number, invoice.public_id])
    return client.post(url, {"language": language})


def drawn(invoice, language: str = "ar") -> InvoiceDocument:
    document = services.request_document(invoice=invoice, language=language, now=timezone.now())
    return services.render_document(document_id=document.pk, now=timezone.now())


def test_a_document_is_asked_for_waited_for_and_downloaded(
    client, noura, invoice, monkeypatch, django_capture_on_commit_callbacks
):
    sent = []
    monkeypatch.setattr(tasks.render_document, "apply_async", lambda args, **options: sent.append(args))
    client.force_login(noura)
    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(client, invoice, "en")
    document = InvoiceDocument.objects.get(invoice=invoice, language="en")
    assert answer["Location"] == address(document)
    assert sent == [(document.pk,)]

    waiting = client.get(address(document)).content.decode()
    assert "المستند قيد الإعداد" in waiting
    assert 'hx-trigger="every 2s"' in waiting
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in waiting
    assert client.get(address(document, "document_download")).status_code == 404

    tasks.render_document(document.pk)
    document.refresh_from_db()
    ready = client.get(address(document)).content.decode()
    assert document.sha256 in ready
    assert "hx-trigger" not in ready
    assert "refresh" not in ready
    answer = client.get(address(document, "document_download"))
    content = answer.getvalue()
    assert hashlib.sha256(content).hexdigest() == document.sha256
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="Invoice {invoice.number}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_the_waiting_page_asks_only_for_its_own_part(client, noura, invoice):
    document = invoice.documents.get()
    client.force_login(noura)
    part = client.get(address(document), headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<section")
    assert "<html" not in part


def test_an_arabic_file_name_reaches_the_browser(client, noura, invoice):
    document = drawn(invoice)
    client.force_login(noura)
    disposition = client.get(address(document, "document_download"))["Content-Disposition"]
    assert disposition.isascii()
    assert unquote(disposition).endswith(f"filename*=utf-8''فاتورة {invoice.number}.pdf")


def test_asking_again_gives_the_same_bytes(client, noura, invoice, django_capture_on_commit_callbacks):
    document = drawn(invoice)
    client.force_login(noura)
    first = client.get(address(document, "document_download")).getvalue()
    with django_capture_on_commit_callbacks() as hurried:
        answer = ask(client, invoice)
    assert not hurried
    assert answer["Location"] == address(document)
    assert client.get(address(document, "document_download")).getvalue() == first
    page = client.get(
        reverse("invoices:invoice_detail", args=[invoice.establishment.unified_number, invoice.public_id])
    )
    assert address(document, "document_download") in page.content.decode()


def test_a_document_that_cannot_be_drawn_is_told_and_can_be_asked_for_again(client, noura, invoice, monkeypatch):
    def fail(html, **options):
        raise pdf.NotDrawn("secret detail")

    monkeypatch.setattr(pdf, "draw", fail)
    document = invoice.documents.get()
    for _ in range(3):
        tasks.render_document(document.pk)
    client.force_login(noura)
    page = client.get(address(document)).content.decode()
    assert "تعذّر إعداد المستند بعد ثلاث محاولات" in page
    assert "secret detail" not in page
    assert "hx-trigger" not in page
    assert ask(client, invoice).status_code == 302
    document.refresh_from_db()
    assert document.failures == 0
    assert "المستند قيد الإعداد" in client.get(address(document)).content.decode()


@pytest.mark.parametrize(
    ("role", "status"), [("supervisor", 200), ("accountant", 200), ("viewer", 200), ("hours_clerk", 403)]
)
def test_who_may_read_the_invoice_may_have_its_paper(client, establishment, invoice, role, status):
    document = drawn(invoice)
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    assert client.get(address(document)).status_code == status
    assert client.get(address(document, "document_download")).status_code == status
    assert ask(client, invoice).status_code == (302 if status == 200 else 403)


def test_a_stranger_finds_nothing(client, salem, invoice):
    document = drawn(invoice)
    client.force_login(salem)
    own = salem.memberships.get().establishment.unified_number
    for name in ("document_detail", "document_download"):
        assert client.get(address(document, name)).status_code == 404
        under_own = reverse(f"invoices:{name}", args=[own, invoice.public_id, document.public_id])
        assert client.get(under_own).status_code == 404
    assert ask(client, invoice).status_code == 404
    assert client.post(reverse("invoices:document_request", args=[own, invoice.public_id])).status_code == 404


def test_a_document_is_not_found_under_another_invoice(client, noura, establishment, invoice):
    document = drawn(invoice)
    factories.make_month(factories.make_contract(), invoice.month.next, 80)
    contract = invoice.lines.get().accrual.contract
    factories.make_month(contract, invoice.month.next, 80)
    factories.close_month(invoice.month.next)
    other = establishment.invoices.exclude(pk=invoice.pk).get()
    client.force_login(noura)
    mixed = reverse(
        "invoices:document_download", args=[establishment.unified_number, other.public_id, document.public_id]
    )
    assert client.get(mixed).status_code == 404


@pytest.mark.parametrize("language", ["", "fr", "AR", "../ar"])
def test_only_two_languages_are_spoken(client, noura, invoice, language):
    client.force_login(noura)
    assert ask(client, invoice, language).status_code == 404
    assert invoice.documents.count() == 1


def test_asking_is_a_post(client, noura, invoice):
    client.force_login(noura)
    url = reverse("invoices:document_request", args=[invoice.establishment.unified_number, invoice.public_id])
    assert client.get(url).status_code == 405
    assert client.post(address(invoice.documents.get())).status_code == 405


def test_the_sweep_draws_what_messages_lost(invoice):
    services.request_document(invoice=invoice, language="en", now=timezone.now())
    tasks.render_missing_documents()
    assert [document.is_ready for document in invoice.documents.all()] == [True, True]


def test_many_waiting_documents_call_a_second_worker(invoice, monkeypatch):
    calls = []
    monkeypatch.setattr(tasks, "MANY", 1)
    monkeypatch.setattr(tasks.render_missing_documents, "delay", lambda **options: calls.append(options))
    tasks.render_missing_documents()
    assert calls == [{"hands": 1}]
    tasks.render_missing_documents(hands=1)
    assert len(calls) == 1


def test_anonymous_visitors_are_sent_to_sign_in(client, invoice):
    document = invoice.documents.get()
    for name in ("document_detail", "document_download"):
        answer = client.get(address(document, name))
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]
