"""The lists of an establishment's contracts and of its offers."""

import django_filters
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.common import lists, tables, text, workbook
from apps.common.digits import to_ascii
from apps.common.templatetags import components
from apps.contracts.choices import OfferKind, OfferStatus, Standing
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.selectors import with_id

STANDING_KINDS = {Standing.IN_FORCE: "ok", Standing.UPCOMING: "info", Standing.TERMINATED: "warn"}
OFFER_KINDS = {
    OfferStatus.WAITING: "info",
    OfferStatus.CHANGE_ASKED: "warn",
    OfferStatus.ACCEPTED: "ok",
    OfferStatus.REFUSED: "bad",
}


class MaskedIdColumn(tables.IdColumn):
    """Enough of an ID to recognise, on the page and in a workbook."""

    number_format = workbook.TEXT

    def render(self, value) -> SafeString:
        return components.masked_id(value)

    def cell(self, value) -> str:
        return text.masked_id(value)


class UsedHoursColumn(tables.HoursColumn):
    """Minutes of the month as hours, over a bar of the table's `limit` in minutes; amber from nine tenths on."""

    def render(self, value, table) -> SafeString:
        near = " is-near" if value * 10 > table.limit * 9 else ""
        bar = components.meter(value, table.limit)
        return format_html('<span class="used{}">{}{}</span>', near, components.hours(value), bar)


class ContractTable(tables.Table):
    """Rows come with `standing` and its rank, `hourly_wage` and `minutes`; `limit` is the month's limit in minutes."""

    subscriber = tables.LinkColumn(
        "contracts:contract_detail",
        {"public_id": "public_id"},
        accessor="subscriber__name",
        order_by="subscriber__search_key",
        verbose_name=_("Subscriber"),
    )
    national_id = MaskedIdColumn(accessor="subscriber__national_id", orderable=False, verbose_name=_("National ID"))
    starts_on = tables.DayColumn(verbose_name=_("First day"))
    ends_on = tables.DayColumn(verbose_name=_("Last day"))
    hourly_wage = tables.MoneyColumn(orderable=False, verbose_name=_("Hourly wage"))
    minutes = UsedHoursColumn(orderable=False, verbose_name=_("Hours"))
    contract_no = tables.IdColumn(verbose_name=_("Contract number"))
    standing = tables.StateColumn(Standing, STANDING_KINDS, order_by="standing_rank", verbose_name=_("State"))

    class Meta(tables.Table.Meta):
        model = Contract
        fields = ()
        order_by = ("standing", "subscriber")

    def __init__(self, *args, limit: int = 0, **kwargs):
        super().__init__(*args, **kwargs)
        self.limit = limit


class OfferTable(tables.Table):
    subscriber = tables.LinkColumn(
        "contracts:offer_detail",
        {"public_id": "public_id"},
        accessor="subscriber__name",
        order_by="subscriber__search_key",
        verbose_name=_("Subscriber"),
    )
    national_id = MaskedIdColumn(accessor="subscriber__national_id", orderable=False, verbose_name=_("National ID"))
    kind = tables.Column(accessor="get_kind_display", order_by="kind", verbose_name=_("What"))
    begins = tables.DayColumn(verbose_name=pgettext_lazy("day", "From"))
    ends_on = tables.DayColumn(verbose_name=_("Last day"))
    hourly_wage = tables.MoneyColumn(verbose_name=_("Hourly wage"))
    expires_on = tables.DayColumn(verbose_name=_("Answer until"))
    status = tables.StateColumn(OfferStatus, OFFER_KINDS, order_by="rank", verbose_name=_("State"))

    class Meta(tables.Table.Meta):
        model = ContractOffer
        fields = ()
        order_by = ("status", "-expires_on")


class PersonSearch(lists.SearchFilter):
    """By name as people write it; digits find IDs as `with_id` does, and contract numbers where rows have one."""

    def __init__(self, *args, number: str = "", **options):
        super().__init__(*args, **options)
        self.number = number

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        plain = to_ascii(value or "")
        if any(character.isdecimal() for character in plain):
            numbered = Q(**{f"{self.number}__icontains": plain}) if self.number else Q(pk=None)
            return queryset.filter(numbered | with_id(plain))
        return super().filter(queryset, value)


class ContractFilter(django_filters.FilterSet):
    q = PersonSearch(
        "subscriber__search_key",
        number="contract_no",
        label=_("Name, contract number or last three digits of the ID"),
    )
    standing = django_filters.ChoiceFilter(choices=Standing.choices, label=_("State"))

    class Meta:
        model = Contract
        fields = ()


class OfferFilter(django_filters.FilterSet):
    q = PersonSearch("subscriber__search_key", label=_("Name or last three digits of the ID"))
    status = django_filters.ChoiceFilter(choices=OfferStatus.choices, label=_("State"))
    kind = django_filters.ChoiceFilter(choices=OfferKind.choices, label=_("What"))

    class Meta:
        model = ContractOffer
        fields = ()
