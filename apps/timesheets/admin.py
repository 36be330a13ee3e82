"""Hours as they were entered. Staff read them; employers enter them in the portal."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.common.admin import MonthFilter, PaperRoom, ReadingRoom
from apps.common.periods import Month
from apps.timesheets.models import (
    Declaration,
    DeclarationPaper,
    HoursDigest,
    HoursEntry,
    MonthTotal,
    Reminder,
    Reopening,
    ReplacedHours,
    Timesheet,
)


@admin.register(Timesheet)
class TimesheetAdmin(ReadingRoom):
    list_display = ("establishment", "month", "status", "is_nil", "attested_at", "attested_by", "reference")
    list_filter = (MonthFilter, "status", "is_nil")
    list_select_related = ("establishment", "attested_by")
    search_fields = (
        "reference__istartswith",
        "establishment__unified_number__startswith",
        "establishment__search_key__contains",
    )
    search_help_text = _("Reference, unified number or establishment")
    ordering = ("-month", "-pk")
    sortable_by = ()


@admin.register(Declaration)
class DeclarationAdmin(ReadingRoom):
    list_display = ("reference", "establishment_name_ar", "is_nil", "attested_at", "signer_name", "signer_role")
    list_filter = ("is_nil",)
    search_fields = ("reference__istartswith", "timesheet__establishment__unified_number__startswith")
    search_help_text = _("Reference or unified number")
    ordering = ("-pk",)
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Declaration]:
        return super().get_queryset(request).defer("figures")


@admin.register(Reopening)
class ReopeningAdmin(ReadingRoom):
    list_display = ("declaration", "at", "cause", "by", "reason")
    list_filter = ("cause",)
    list_select_related = ("declaration", "by")
    search_fields = ("declaration__reference__istartswith",)
    search_help_text = _("Reference")
    ordering = ("-pk",)
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reopening]:
        return super().get_queryset(request).defer("declaration__figures")


@admin.register(DeclarationPaper)
class DeclarationPaperAdmin(PaperRoom):
    list_display = ("declaration", "language", "requested_at", "rendered_at", "failures", "file")
    list_select_related = ("declaration",)
    search_fields = ("declaration__reference__istartswith", "sha256__startswith")
    search_help_text = _("Reference or SHA-256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[DeclarationPaper]:
        return super().get_queryset(request).defer("declaration__figures")


@admin.register(Reminder)
class ReminderAdmin(ReadingRoom):
    list_display = ("establishment", "month", "planned_on", "sent_at")
    list_filter = (MonthFilter,)
    list_select_related = ("establishment",)
    search_fields = ("establishment__unified_number__startswith",)
    search_help_text = _("Unified number")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(HoursDigest)
class HoursDigestAdmin(ReadingRoom):
    list_display = ("subscriber", "is_wanted", "told_on")
    list_filter = ("is_wanted",)
    list_select_related = ("subscriber",)
    search_fields = ("subscriber__national_id__exact",)
    search_help_text = _("National ID")
    ordering = ("-pk",)
    sortable_by = ()


class WorkMonthFilter(MonthFilter):
    def of_month(self, queryset: QuerySet, month: Month) -> QuerySet:
        return queryset.filter(work_date__range=(month.first_day, month.last_day))


@admin.register(HoursEntry)
class HoursEntryAdmin(ReadingRoom):
    list_display = ("contract", "work_date", "minutes", "entered_by", "entered_at", "source", "note")
    list_filter = (WorkMonthFilter, "source")
    list_select_related = ("contract", "entered_by")
    search_fields = ("contract__contract_no__istartswith", "contract__subscriber__national_id__exact")
    search_help_text = _("Contract number or national ID")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(ReplacedHours)
class ReplacedHoursAdmin(HoursEntryAdmin):
    list_display = (*HoursEntryAdmin.list_display, "replaced_at")


@admin.register(MonthTotal)
class MonthTotalAdmin(ReadingRoom):
    list_display = ("subscriber", "establishment", "month", "minutes", "limit_minutes")
    list_filter = (MonthFilter,)
    list_select_related = ("subscriber", "establishment")
    search_fields = ("subscriber__national_id__exact", "establishment__unified_number__startswith")
    search_help_text = _("National ID or unified number")
    ordering = ("-pk",)
    sortable_by = ()
