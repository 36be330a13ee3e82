"""Runs, invoices and outcomes, to be read. Runs are started on their own pages; an issued invoice never changes."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.common.admin import MonthFilter, PaperRoom, ReadingRoom
from apps.invoices.models import (
    BillingChunk,
    BillingOutcome,
    BillingRun,
    BillSnapshot,
    Invoice,
    InvoiceCounter,
    InvoiceDocument,
    InvoiceLine,
)

ESTABLISHMENT = ("establishment__unified_number__startswith", "establishment__search_key__contains")


@admin.register(BillingRun)
class BillingRunAdmin(ReadingRoom):
    list_display = ("month", "is_dry", "stage", "started_at", "started_by", "finished_at", "report")
    list_filter = (MonthFilter, "is_dry", "stage")
    list_select_related = ("started_by",)
    ordering = ("-started_at", "-pk")
    fields = (
        "month",
        "is_dry",
        "issued_on",
        "stage",
        "refusal_text",
        "started_at",
        "started_by",
        "progressed_at",
        "finished_at",
        "report",
    )

    @admin.display(description=_("report"))
    def report(self, run: BillingRun) -> str:
        address = reverse("invoices:run_detail", args=[run.public_id])
        return format_html('<a href="{}">{}</a>', address, _("Open the run"))

    @admin.display(description=_("refusal"))
    def refusal_text(self, run: BillingRun) -> str:
        return run.refusal_text


@admin.register(BillingChunk)
class BillingChunkAdmin(ReadingRoom):
    list_display = ("run", "stage", "first_key", "last_key", "size", "done_at")
    list_filter = ("stage", ("done_at", admin.EmptyFieldListFilter))
    list_select_related = ("run",)
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(Invoice)
class InvoiceAdmin(ReadingRoom):
    list_display = ("number", "establishment", "month", "issued_on", "due_on", "days", "total")
    list_filter = (MonthFilter,)
    list_select_related = ("establishment",)
    search_fields = ("number__istartswith", *ESTABLISHMENT)
    search_help_text = _("Invoice number, unified number or establishment")
    ordering = ("-year", "-sequence")
    sortable_by = ()

    def get_fields(self, request: HttpRequest, obj: Invoice | None = None) -> list:
        return [*super().get_fields(request, obj), "related"]

    @admin.display(description=_("belongs to it"))
    def related(self, invoice: Invoice) -> str:
        address = "{}?invoice__id__exact={}"
        return format_html(
            '<a href="{}">{}</a> · <a href="{}">{}</a>',
            address.format(reverse("admin:invoices_invoiceline_changelist"), invoice.pk),
            _("invoice lines"),
            address.format(reverse("admin:invoices_invoicedocument_changelist"), invoice.pk),
            _("invoice documents"),
        )


@admin.register(InvoiceLine)
class InvoiceLineAdmin(ReadingRoom):
    list_display = ("invoice", "contract", "days", "contributory_wage", "employer_share", "subscriber_share", "total")
    list_select_related = ("invoice", "accrual__contract")
    search_fields = ("invoice__number__istartswith", "accrual__contract__contract_no__istartswith")
    search_help_text = _("Invoice number or contract number")
    ordering = ("-pk",)
    sortable_by = ()

    @admin.display(description=_("contract"))
    def contract(self, line: InvoiceLine) -> str:
        return line.accrual.contract.contract_no


@admin.register(BillingOutcome)
class BillingOutcomeAdmin(ReadingRoom):
    list_display = ("establishment", "month", "outcome", "reason_text", "decided_at")
    list_filter = (MonthFilter, "outcome")
    list_select_related = ("establishment",)
    search_fields = ESTABLISHMENT
    search_help_text = _("Unified number or establishment")
    fields = ("establishment", "month", "outcome", "reason_text", "decided_at")
    ordering = ("-pk",)
    sortable_by = ()

    @admin.display(description=_("reason"))
    def reason_text(self, outcome: BillingOutcome) -> str:
        return outcome.reason_text


@admin.register(InvoiceDocument)
class InvoiceDocumentAdmin(PaperRoom):
    list_display = ("invoice", "language", "requested_at", "rendered_at", "failures", "file")
    list_select_related = ("invoice",)
    search_fields = ("invoice__number__istartswith", "sha256__startswith")
    search_help_text = _("Invoice number or SHA-256")


@admin.register(BillSnapshot)
class BillSnapshotAdmin(ReadingRoom):
    list_display = ("establishment", "month", "taken_at", "confirmed_at", "total")
    list_filter = (MonthFilter,)
    list_select_related = ("establishment",)
    search_fields = ESTABLISHMENT
    search_help_text = _("Unified number or establishment")
    ordering = ("-pk",)
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[BillSnapshot]:
        return super().get_queryset(request).defer("lines")


@admin.register(InvoiceCounter)
class InvoiceCounterAdmin(ReadingRoom):
    list_display = ("year", "last_number")
    ordering = ("-year",)
