"""An establishment's invoices: the list, the page, the lines as a workbook, and the bill that is still coming."""

import datetime

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from apps.common import clock, workbook
from apps.common.limits import limited
from apps.common.lists import ListView
from apps.common.periods import Month
from apps.invoices import documents, selectors
from apps.invoices.choices import InvoiceStatus
from apps.invoices.filters import InvoiceFilter
from apps.invoices.models import Invoice
from apps.invoices.tables import STATUS_KINDS, InvoiceTable, line_cells, line_headings
from apps.invoices.views.documents import papers_of
from apps.invoices.views.history import events_of
from apps.registry.access import Desk, desk_for
from apps.regulations import selectors as regulations

LINES_A_PAGE = 50


class InvoiceList(ListView):
    table_class = InvoiceTable
    filterset_class = InvoiceFilter
    template_name = "invoices/invoice_list.html"
    export_name = gettext_lazy("Invoices")
    empty_text = gettext_lazy("No invoices yet. The first follows the first attested month.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act = "export_invoices" if request.GET.get("export") else "see_invoices"
        self.desk = desk_for(request, kwargs["unified_number"], act=act)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return selectors.invoices_of(self.desk.establishment, today=clock.today())

    def may_export(self) -> bool:
        return self.desk.can["export_invoices"]

    def get_context_data(self, **kwargs) -> dict:
        chosen = self.filterset.form.cleaned_data.get("status") or ""
        labels = {"": _("All"), InvoiceStatus.ISSUED: _("Due"), InvoiceStatus.OVERDUE: _("Overdue")}
        tabs = [(value, label, value == chosen) for value, label in labels.items()]
        months = selectors.open_months_to_watch(today=clock.today())
        return super().get_context_data(desk=self.desk, tabs=tabs, months=months, **kwargs)


@require_safe
def invoice_detail(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """One invoice as it was issued; its lines fifty a page, each with its explanation."""
    desk = desk_for(request, unified_number, act="see_invoices")
    today = clock.today()
    invoice = get_object_or_404(_invoices(desk, today), public_id=public_id)
    page = Paginator(documents.lines_of(invoice), LINES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "desk": desk,
        "invoice": invoice,
        "bill": documents.issued_bill(invoice),
        "changes": documents.changes_until_invoice(invoice),
        "page": page,
        "lines": documents.bill_lines(page.object_list),
        "status": InvoiceStatus(invoice.status).label,
        "status_kind": STATUS_KINDS[invoice.status],
        "days_left": (invoice.due_on - today).days,
        "events": events_of(invoice, today=today),
        "papers": papers_of(invoice),
    }
    return render(request, "invoices/invoice_detail.html", context)


@require_safe
@limited("export")
def invoice_lines(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """The lines of an invoice as a workbook, every figure in a column of its own."""
    desk = desk_for(request, unified_number, act="export_invoices")
    invoice = get_object_or_404(_invoices(desk, clock.today()), public_id=public_id)
    lines = documents.bill_lines(documents.lines_of(invoice))
    name = _("Lines of invoice %(number)s") % {"number": invoice.number}
    return workbook.attachment(name=name, headings=line_headings(), rows=map(line_cells, lines))


@require_safe
def bill_preview(request: HttpRequest, unified_number: str, month: Month) -> HttpResponse:
    """The bill that the open month would bring if it closed now; a closed month leads to its invoice."""
    desk = desk_for(request, unified_number, act="see_invoices")
    today = clock.today()
    if not regulations.first_month() <= month <= Month.of(today):
        raise Http404
    invoice = _invoices(desk, today).filter(month=month).first()
    if invoice:
        return redirect("invoices:invoice_detail", unified_number=unified_number, public_id=invoice.public_id)
    if regulations.is_closed(month):
        outcome = selectors.outcome_of(desk.establishment, month)
        return render(request, "invoices/bill_none.html", {"desk": desk, "month": month, "outcome": outcome})
    bill, lines, changes = documents.running_bill(desk.establishment, month)
    page = Paginator(lines, LINES_A_PAGE).get_page(request.GET.get("page"))
    context = {"desk": desk, "bill": bill, "page": page, "lines": page.object_list, "changes": changes}
    return render(request, "invoices/bill_preview.html", context)


def _invoices(desk: Desk, today: datetime.date) -> QuerySet[Invoice]:
    return selectors.invoices_of(desk.establishment, today=today).select_related("establishment")
