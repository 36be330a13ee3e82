"""The people of an establishment, and the establishments that ask to be admitted."""

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from apps.common import dates, lists, tables
from apps.common.digits import to_ascii
from apps.registry.choices import RequestState, Role
from apps.registry.models import EstablishmentRequest, Membership

STATE_KINDS = {RequestState.PENDING: "warn", RequestState.ADMITTED: "ok", RequestState.REFUSED: "bad"}


class HeadingColumn(tables.Column):
    """The name of a row that has no page of its own."""

    is_heading = True


class MomentColumn(tables.Column):
    css = ""

    def render(self, value) -> str:
        return dates.moment(value)

    def cell(self, value):
        return value and dates.moment(value)


class RoleColumn(tables.Column):
    css = ""

    def render(self, value) -> str:
        return str(Role(value).label)

    def cell(self, value) -> str:
        return str(Role(value).label)


class ActsColumn(tables.Column):
    """What the reader may do with a member; empty for whoever only reads."""

    css = ""

    def render(self, record, table) -> SafeString:
        return table.acts(record)


class MemberTable(tables.Table):
    """Rows come with their `user`; `acts` writes the links of a row."""

    person = HeadingColumn(accessor="user__full_name", verbose_name=_("Name"))
    role = RoleColumn(verbose_name=_("Role"))
    office_name = tables.Column(verbose_name=_("Outside office"))
    starts_on = tables.DayColumn(verbose_name=_("Since"))
    ends_on = tables.DayColumn(verbose_name=_("Until"))
    last_login = MomentColumn(accessor="user__last_login", verbose_name=_("Last sign-in"))
    acts_of = ActsColumn(accessor="public_id", orderable=False, verbose_name=_("Actions"))

    class Meta(tables.Table.Meta):
        model = Membership
        fields = ()
        order_by = "person"

    def acts(self, record: Membership) -> SafeString:
        here = {**self.route_kwargs, "public_id": record.public_id}
        return format_html(
            '<a href="{}">{}<span class="vh"> {}</span></a>{}<a href="{}">{}<span class="vh"> {}</span></a>',
            reverse("registry:member_role", kwargs=here),
            _("Change the role"),
            record.user.full_name,
            " · ",
            reverse("registry:member_end", kwargs=here),
            _("End the role"),
            record.user.full_name,
        )


class MemberFilter(django_filters.FilterSet):
    q = lists.SearchFilter("folded_name", label=_("Name"))
    role = django_filters.ChoiceFilter(choices=Role.choices, label=_("Role"))

    class Meta:
        model = Membership
        fields = ()


class RequestTable(tables.Table):
    name = tables.LinkColumn(
        "registry:request_detail", {"public_id": "public_id"}, order_by="search_key", verbose_name=_("Establishment")
    )
    unified_number = tables.IdColumn(verbose_name=_("Unified number"))
    owner_name = tables.Column(verbose_name=_("Owner"))
    received_at = MomentColumn(verbose_name=_("Received"))
    state = tables.StateColumn(RequestState, STATE_KINDS, verbose_name=_("State"))

    class Meta(tables.Table.Meta):
        model = EstablishmentRequest
        fields = ()
        order_by = "-received_at"


class RequestSearch(lists.SearchFilter):
    """By names as people write them; digits find unified numbers."""

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        plain = to_ascii(value or "")
        if plain.isdecimal():
            return queryset.filter(Q(unified_number__startswith=plain))
        return super().filter(queryset, value)


class RequestFilter(django_filters.FilterSet):
    q = RequestSearch("search_key", label=_("Name or unified number"))
    state = django_filters.ChoiceFilter(choices=RequestState.choices, label=_("State"))

    class Meta:
        model = EstablishmentRequest
        fields = ()
