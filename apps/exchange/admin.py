"""Uploaded files, to be read: who, when, what came of them. Their content is for the establishment alone."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.common.admin import MonthFilter, ReadingRoom
from apps.exchange.models import Upload


@admin.register(Upload)
class UploadAdmin(ReadingRoom):
    list_display = ("name", "kind", "establishment", "month", "stage", "rows", "imported", "received_at", "received_by")
    list_filter = (MonthFilter, "kind", "stage")
    list_select_related = ("establishment", "received_by")
    search_fields = (
        "establishment__unified_number__startswith",
        "establishment__search_key__contains",
        "sha256__istartswith",
    )
    search_help_text = _("Unified number, establishment or SHA-256 of the file")
    ordering = ("-received_at", "-pk")
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Upload]:
        return super().get_queryset(request).defer("content")
