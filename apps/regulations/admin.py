"""The dated rules. A change is a new row that begins later; what a closed month has used can only be read."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from apps.common.admin import ReadingRoom
from apps.regulations import selectors, services
from apps.regulations.choices import Rule, RuleChoice, Unit
from apps.regulations.forms import FIXED, RegulationForm
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord


class RuleFilter(admin.SimpleListFilter):
    """All values of one rule."""

    title = _("rule")
    parameter_name = "key"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        return Rule.choices

    def queryset(self, request: HttpRequest, queryset):
        return queryset.filter(key=self.value()) if self.value() else queryset


def rule_name(key: str) -> str:
    return str(dict(Rule.choices).get(key, key))


def value_text(value: str, unit: str) -> str:
    """The value as it stands, or what a choice means."""
    return str(dict(RuleChoice.choices).get(value, value)) if unit == Unit.CHOICE else value


@admin.register(Regulation)
class RegulationAdmin(ReadingRoom):
    form = RegulationForm
    list_display = ("rule", "law", "effective_from", "shown_value", "unit", "reference")
    list_filter = (RuleFilter, "law")
    list_per_page = 200
    sortable_by = ()
    search_fields = ("key__contains", "legal_reference__icontains", "note__icontains")
    search_help_text = _("Key of the rule, legal reference or note")
    ordering = ("key", "law", "-effective_from", "pk")
    written = ("key", "law", "effective_from", "value", "legal_reference", "note")
    fields = ("rule", "law", "effective_from", "shown_value", "unit", "reference", "note")

    def has_add_permission(self, request: HttpRequest, *args) -> bool:
        """A superuser keeps accounts and rights, and no rule by which money is counted."""
        return not request.user.is_superuser and request.user.has_perm("regulations.add_regulation")

    def has_change_permission(self, request: HttpRequest, obj: Regulation | None = None) -> bool:
        """What no closed month has used may be corrected."""
        may = not request.user.is_superuser and request.user.has_perm("regulations.change_regulation")
        return may and obj is not None and not _is_in_use(obj)

    def get_fields(self, request: HttpRequest, obj: Regulation | None = None) -> tuple[str, ...]:
        if obj is None:
            return self.written if self.has_add_permission(request) else self.fields
        # A correction leaves the rule and its law as they are.
        return ("rule", *self.written[1:]) if self.has_change_permission(request, obj) else self.fields

    def get_readonly_fields(self, request: HttpRequest, obj: Regulation | None = None) -> tuple[str, ...]:
        shown = self.get_fields(request, obj)
        return shown if shown == self.fields else ("rule", "law") if obj else ()

    def save_model(self, request: HttpRequest, obj: Regulation, form: RegulationForm, change: bool) -> None:
        services.write_rule(obj)

    @admin.display(description=_("rule"), ordering="key")
    def rule(self, row: Regulation) -> str:
        return rule_name(row.key)

    @admin.display(description=_("value"))
    def shown_value(self, row: Regulation) -> str:
        return format_html("<bdi>{}</bdi>", value_text(row.value, row.unit))

    @admin.display(description=_("legal reference"))
    def reference(self, row: Regulation) -> str:
        return row.legal_reference_text


def _is_in_use(row: Regulation) -> bool:
    last = selectors.last_closed_month()
    return row.key in FIXED or (last is not None and row.effective_from <= last.last_day)


@admin.register(ClosedMonth)
class ClosedMonthAdmin(ReadingRoom):
    list_display = ("month", "closed_at", "closed_by")
    list_select_related = ("closed_by",)
    ordering = ("-month",)


@admin.register(RuleSetRecord)
class RuleSetRecordAdmin(ReadingRoom):
    list_display = ("month", "law")
    list_filter = ("law",)
    ordering = ("-month", "law")
    fields = ("month", "law", "rules")

    @admin.display(description=_("values"))
    def rules(self, record: RuleSetRecord) -> str:
        choices = dict(RuleChoice.choices)
        rows = ((rule_name(key), choices.get(value, value)) for key, value in sorted(record.values.items()))
        return format_html_join("", "<div>{}: <bdi>{}</bdi></div>", rows)
