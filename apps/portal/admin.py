"""The log of what staff changed, to be read."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.common.admin import ReadingRoom


@admin.register(LogEntry)
class LogEntryAdmin(ReadingRoom):
    list_display = ("action_time", "user", "content_type", "object_repr", "action_flag", "message")
    list_filter = ("action_flag", "content_type")
    list_select_related = ("user", "content_type")
    search_fields = ("user__national_id__startswith", "object_repr__icontains", "change_message__icontains")
    search_help_text = _("National ID, record or reason")
    fields = ("action_time", "user", "content_type", "object_repr", "action_flag", "message")
    ordering = ("-pk",)
    sortable_by = ()

    @admin.display(description=_("change"))
    def message(self, entry: LogEntry) -> str:
        return entry.get_change_message()

    def has_view_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return request.user.has_perm("admin.view_logentry")
