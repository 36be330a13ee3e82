"""The papers of invoices: asked for in a language, drawn once, the same ever after."""

import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from apps.common import papers
from apps.invoices import documents
from apps.invoices.models import Invoice, InvoiceDocument


def request_document(*, invoice: Invoice, language: str, now: datetime.datetime) -> InvoiceDocument:
    """The invoice's document in that language exists: drawn already, or next in turn to be drawn."""
    return papers.ask_for(InvoiceDocument.objects.all(), invoice=invoice, language=language, now=now)


def render_document(*, document_id: int, now: datetime.datetime) -> InvoiceDocument | None:
    """The document is drawn and stored, or its failure counted; None when it does not wait or others are at it."""
    return papers.draw_next(_with_invoices().filter(pk=document_id), documents.invoice_pdf, now=now)


def render_next_document(*, now: datetime.datetime, leaving: Collection[int] = ()) -> InvoiceDocument | None:
    """As `render_document`, for the first document that waits; those in `leaving` are passed over."""
    return papers.draw_next(_with_invoices(), documents.invoice_pdf, now=now, leaving=leaving)


def _with_invoices() -> QuerySet[InvoiceDocument]:
    return InvoiceDocument.objects.select_related("invoice__establishment")
