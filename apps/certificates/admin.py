"""Statements that were asked for, and the stored files."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from apps.certificates.models import Statement
from apps.common.admin import PaperRoom


@admin.register(Statement)
class StatementAdmin(PaperRoom):
    list_display = ("subscriber", "as_of", "language", "requested_at", "rendered_at", "failures", "file")
    list_select_related = ("subscriber",)
    search_fields = (
        "subscriber__national_id__exact",
        "subscriber__search_key__contains",
        "sha256__startswith",
    )
    search_help_text = _("National ID, name or SHA-256")
