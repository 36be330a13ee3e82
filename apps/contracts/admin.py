"""Contracts and their wages, to be found by number, person or establishment."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from apps.common import dates
from apps.common.admin import ReadingInline, ReadingRoom
from apps.contracts.models import Contract, ContractWage

PARTIES = (
    "contract_no__istartswith",
    "subscriber__national_id__startswith",
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


@admin.register(Contract)
class ContractAdmin(ReadingRoom):
    list_display = ("contract_no", "subscriber", "establishment", "starts_on", "ends_on", "status")
    list_filter = ("status",)
    list_select_related = ("subscriber", "establishment")
    search_fields = PARTIES
    search_help_text = _("Contract number, national ID, unified number or name")
    ordering = ("-pk",)
    sortable_by = ("contract_no",)
    inlines = (WageInline,)


@admin.register(ContractWage)
class ContractWageAdmin(ReadingRoom):
    list_display = ("contract", "effective_from", "hourly_wage")
    list_select_related = ("contract",)
    search_fields = ("contract__contract_no__istartswith",)
    search_help_text = _("Contract number")
    ordering = ("-pk",)
    sortable_by = ()
