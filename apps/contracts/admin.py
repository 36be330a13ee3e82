"""Contracts and their wages, to be found by number, person or establishment."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.common import clock, dates
from apps.common.admin import PaperRoom, ReadingInline, ReadingRoom
from apps.contracts import selectors
from apps.contracts.choices import Standing
from apps.contracts.models import Contract, ContractOffer, ContractPaper, ContractWage

PARTIES = (
    "subscriber__national_id__exact",
    "subscriber__search_key__contains",
    "establishment__unified_number__startswith",
    "establishment__search_key__contains",
)


class WageInline(ReadingInline):
    model = ContractWage
    fields = readonly_fields = ("month", "hourly_wage")
    ordering = ("-effective_from", "pk")

    @admin.display(description=_("from month"))
    def month(self, wage: ContractWage) -> str:
        return dates.month_name(wage.effective_from)


class StandingFilter(admin.SimpleListFilter):
    """The contracts that stand today as they stand for their employers."""

    title = _("State")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        return Standing.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(standing=self.value()) if self.value() else queryset


@admin.register(Contract)
class ContractAdmin(ReadingRoom):
    list_display = ("contract_no", "subscriber", "establishment", "starts_on", "ends_on", "standing")
    list_filter = (StandingFilter,)
    hidden = ("status",)
    list_select_related = ("subscriber", "establishment")
    search_fields = ("contract_no__istartswith", *PARTIES)
    search_help_text = _("Contract number, national ID, unified number or name")
    ordering = ("-pk",)
    sortable_by = ("contract_no",)
    inlines = (WageInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(standing=selectors.standing_on(clock.today()))

    def get_fields(self, request: HttpRequest, obj=None) -> list:
        return [*super().get_fields(request, obj), "standing"]

    @admin.display(description=_("State"))
    def standing(self, contract: Contract) -> str:
        return Standing(contract.standing).label


@admin.register(ContractWage)
class ContractWageAdmin(ReadingRoom):
    list_display = ("contract", "effective_from", "hourly_wage")
    list_select_related = ("contract",)
    search_fields = ("contract__contract_no__istartswith",)
    search_help_text = _("Contract number")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(ContractOffer)
class ContractOfferAdmin(ReadingRoom):
    list_display = ("subscriber", "establishment", "kind", "status", "offered_at", "expires_on")
    list_filter = ("status", "kind")
    list_select_related = ("subscriber", "establishment")
    search_fields = ("made__contract_no__istartswith", "contract__contract_no__istartswith", *PARTIES)
    search_help_text = _("Contract number, national ID, unified number or name")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(ContractPaper)
class ContractPaperAdmin(PaperRoom):
    list_display = ("contract", "language", "shows_id", "requested_at", "rendered_at", "failures", "file")
    list_select_related = ("contract",)
    hidden = ("content", "terms")
    search_fields = ("contract__contract_no__istartswith", "sha256__startswith")
    search_help_text = _("Contract number or SHA-256")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("terms")
