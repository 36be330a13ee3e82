"""The papers of an invoice: asked for by POST, a page to wait on, and the file."""

import io
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from apps.common import clock, papers
from apps.common.limits import limited
from apps.common.queue import hurry
from apps.invoices import documents, services
from apps.invoices.models import Invoice, InvoiceDocument
from apps.invoices.tasks import render_document
from apps.registry.access import Desk, desk_for

LANGUAGES = {"ar": _("PDF in Arabic"), "en": _("PDF in English")}


class Offer(NamedTuple):
    """A language in which the invoice can be had, and its document once it is drawn."""

    language: str
    label: Promise
    document: InvoiceDocument | None


def papers_of(invoice: Invoice) -> list[Offer]:
    drawn = invoice.documents.exclude(rendered_at=None).defer("content").order_by("pk")
    by_language = {document.language: document for document in drawn}
    return [Offer(language, label, by_language.get(language)) for language, label in LANGUAGES.items()]


@require_POST
@limited("paper")
def document_request(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """The document is asked for in the language chosen; its own page shows when it is there."""
    desk = desk_for(request, unified_number, act="see_invoices")
    invoice = get_object_or_404(Invoice, establishment=desk.establishment, public_id=public_id)
    language = request.POST.get("language")
    if language not in LANGUAGES:
        raise Http404
    document = services.request_document(invoice=invoice, language=language, now=clock.now())
    if not document.is_ready:
        hurry(render_document, document.pk)
    return redirect("invoices:document_detail", unified_number, invoice.public_id, document.public_id)


@require_safe
def document_detail(request: HttpRequest, unified_number: str, invoice_id: str, public_id: str) -> HttpResponse:
    """The document being prepared, ready, or set aside after too many failures; asked again while it is prepared."""
    desk = desk_for(request, unified_number, act="see_invoices")
    document = get_object_or_404(_documents(desk, invoice_id).defer("content"), public_id=public_id)
    context = {"desk": desk, "document": document, "is_set_aside": papers.is_set_aside(document)}
    context["label"] = LANGUAGES[document.language]
    return render(request, "invoices/_document.html" if request.htmx else "invoices/document_detail.html", context)


@require_safe
@limited("paper")
def document_download(request: HttpRequest, unified_number: str, invoice_id: str, public_id: str) -> HttpResponse:
    """The very bytes that were stored when the document was drawn."""
    desk = desk_for(request, unified_number, act="see_invoices")
    document = get_object_or_404(_documents(desk, invoice_id).exclude(rendered_at=None), public_id=public_id)
    file = io.BytesIO(document.content)
    name = documents.file_name(document)
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/pdf")


def _documents(desk: Desk, invoice_id: str) -> QuerySet[InvoiceDocument]:
    """The documents of one of the establishment's own invoices."""
    found = InvoiceDocument.objects.filter(invoice__establishment=desk.establishment, invoice__public_id=invoice_id)
    return found.select_related("invoice")
