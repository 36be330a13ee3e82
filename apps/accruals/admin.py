"""What closed months came to, contract by contract and person by person. It never changes."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.common.admin import MonthFilter, ReadingRoom


@admin.register(Accrual)
class AccrualAdmin(ReadingRoom):
    list_display = (
        "contract",
        "month",
        "worked_minutes",
        "carried_in_minutes",
        "days",
        "carried_out_minutes",
        "lapsed_minutes",
        "contributory_wage",
    )
    list_filter = (MonthFilter,)
    list_select_related = ("contract",)
    search_fields = ("contract__contract_no__istartswith", "contract__subscriber__national_id__exact")
    search_help_text = _("Contract number or national ID")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(SubscriberMonth)
class SubscriberMonthAdmin(ReadingRoom):
    list_display = ("subscriber", "month", "days", "credited_days", "total_days", "total_credited_days")
    list_filter = (MonthFilter,)
    list_select_related = ("subscriber",)
    search_fields = ("subscriber__national_id__exact", "subscriber__search_key__contains")
    search_help_text = _("National ID or name")
    ordering = ("-pk",)
    sortable_by = ()


@admin.register(ParkedSubscriber)
class ParkedSubscriberAdmin(ReadingRoom):
    list_display = ("subscriber", "month", "reason_text", "parked_at")
    list_filter = (MonthFilter,)
    list_select_related = ("subscriber",)
    search_fields = ("subscriber__national_id__exact", "subscriber__search_key__contains")
    search_help_text = _("National ID or name")
    fields = ("subscriber", "month", "reason_text", "parked_at")
    ordering = ("-month", "-pk")

    @admin.display(description=_("reason"))
    def reason_text(self, parked: ParkedSubscriber) -> str:
        return parked.reason_text
