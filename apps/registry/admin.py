"""Establishments and subscribers to be read; what a clerk corrects, and roles that a superuser grants and ends."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.accounts.log import address_of
from apps.accounts.models import User
from apps.accounts.permissions import staff_can
from apps.accounts.reauthentication import reauthenticated
from apps.accounts.rules import check_person_id
from apps.common import clock
from apps.common.admin import ReadingRoom, folded
from apps.common.errors import DomainError
from apps.common.forms import DayField, PlainTextField, ReadField
from apps.registry import services
from apps.registry.access import moment_of, staff_page
from apps.registry.corrections import correction_page
from apps.registry.models import Establishment, EstablishmentRequest, Invitation, Membership, Subscriber
from apps.registry.rules import check_unified_number


@admin.register(Establishment)
class EstablishmentAdmin(ReadingRoom):
    list_display = ("name_ar", "unified_number", "name_en")
    search_fields = ("unified_number__startswith", "search_key__contains")
    search_help_text = _("Unified number or name")
    ordering = ("search_key", "pk")


class ReasonedForm(forms.ModelForm):
    """A change that a service makes, with the reason for it, which is kept in the log."""

    reason = PlainTextField(label=_("Reason"), limit=200, help_text=_("Kept in the log."))
    request: HttpRequest

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            with transaction.atomic():
                self.apply()
                # Only tried: what the service refuses becomes an error of the form, and saving applies it for good.
                transaction.set_rollback(True)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return cleaned

    def apply(self) -> Model:
        raise NotImplementedError


class InsuredForm(ReasonedForm):
    first_insured_on = DayField(
        label=_("first insured on"),
        required=False,
        help_text=_("Such as 31/01/2026; empty: never insured. Closed months keep the law they were computed under."),
    )

    class Meta:
        model = Subscriber
        fields = ()

    def apply(self) -> Subscriber:
        return services.correct_first_insured(
            subscriber_id=self.instance.pk, first_insured_on=self.cleaned_data["first_insured_on"]
        )


@admin.register(Subscriber)
class SubscriberAdmin(ReadingRoom):
    list_display = ("full_name_ar", "national_id", "birth_date", "first_insured_on")
    search_fields = ("national_id__startswith", "search_key__contains")
    search_help_text = _("National ID or name")
    ordering = ("search_key", "pk")
    actions = ("link_accounts",)
    identity = ("national_id", "birth_date", "first_insured_on")

    def get_list_display(self, request: HttpRequest) -> list:
        return self._shown(request, super().get_list_display(request))

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return self.search_fields if staff_can(request.user, "see_identity") else ("search_key__contains",)

    def _shown(self, request: HttpRequest, names: list) -> list:
        """A billing officer knows people by their names, and reads how they are reached."""
        may = staff_can(request.user, "see_identity")
        return [name for name in names if may or name not in self.identity]

    def has_change_permission(self, request: HttpRequest, obj: Subscriber | None = None) -> bool:
        """The first insured date decides over the law and so over money: no superuser's to change."""
        user = request.user
        return obj is not None and not user.is_superuser and user.has_perm("registry.change_subscriber")

    def get_form(self, request: HttpRequest, obj: Subscriber | None = None, change: bool = False, **kwargs):
        if self.has_change_permission(request, obj):
            kwargs["form"] = InsuredForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Subscriber | None = None) -> list[str]:
        link = ["mobile_link"] if staff_can(request.user, "correct_mobile") else []
        reason = ["reason"] if self.has_change_permission(request, obj) else []
        return [*self._shown(request, super().get_fields(request, obj)), *link, *reason]

    def get_readonly_fields(self, request: HttpRequest, obj: Subscriber | None = None) -> list[str]:
        written = ("first_insured_on", "reason") if self.has_change_permission(request, obj) else ()
        return [name for name in self.get_fields(request, obj) if name not in written]

    def save_model(self, request: HttpRequest, obj: Subscriber, form: InsuredForm, change: bool) -> None:
        form.apply()

    def construct_change_message(self, request: HttpRequest, form: InsuredForm, formsets, add: bool = False) -> str:
        """The log says what stood there before: nothing else remembers it."""
        days = (form.initial["first_insured_on"], form.cleaned_data["first_insured_on"])
        return " → ".join(str(day or "–") for day in days) + f": {form.cleaned_data['reason']}"

    def get_urls(self) -> list:
        page = path("<int:pk>/mobile/", self.admin_site.admin_view(self.correct_mobile), name="subscriber_mobile")
        return [page, *super().get_urls()]

    @admin.display(description=_("Change"))
    def mobile_link(self, subscriber: Subscriber) -> str:
        address = reverse("admin:subscriber_mobile", args=[subscriber.pk])
        return format_html('<a href="{}">{}</a>', address, _("Update the mobile number"))

    @method_decorator(staff_page("correct_mobile"))
    def correct_mobile(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A clerk gives a person another number, with the reason; the number left behind is told."""
        subscriber = get_object_or_404(Subscriber, pk=pk)
        return correction_page(self, request, subscriber, partial(services.correct_mobile, subscriber=subscriber))

    @method_decorator(reauthenticated)
    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """What is sent to the list is an action."""
        return super().changelist_view(request, extra_context)

    def has_link_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    @admin.action(description=_("Link with the account of the same national ID"), permissions=["link"])
    def link_accounts(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> None:
        """The chosen subscribers see their own pages; those without an account are counted."""
        chosen = list(queryset.filter(user=None))
        accounts = User.objects.filter(national_id__in=[subscriber.national_id for subscriber in chosen])
        users = {user.national_id: user for user in accounts}
        linked = [subscriber for subscriber in chosen if subscriber.national_id in users]
        for subscriber in linked:
            services.link_user(subscriber=subscriber, user=users[subscriber.national_id])
            self.log_change(request, subscriber, str(_("Linked with the account.")))
        words = ngettext("%(n)s subscriber was linked.", "%(n)s subscribers were linked.", len(linked))
        self.message_user(request, words % {"n": len(linked)}, messages.SUCCESS)


class PersonField(ReadField):
    """An account, by the national ID in whatever digits it is typed."""

    def read(self, text: str) -> User:
        user = User.objects.filter(national_id=check_person_id(text)).first()
        if user is None:
            raise forms.ValidationError(_("No account has this ID."))
        return user


class EstablishmentField(ReadField):
    """An establishment, by its unified number."""

    def read(self, text: str) -> Establishment:
        found = Establishment.objects.filter(unified_number=check_unified_number(text)).first()
        if found is None:
            raise forms.ValidationError(_("No establishment has this number."))
        return found


class RoleForm(ReasonedForm):
    ends_on = DayField(label=_("until"), required=False)

    def validate_constraints(self) -> None:
        """The service keeps them: an open role that began earlier gives way to the new one."""


class GrantForm(RoleForm):
    person = PersonField(label=_("National ID of the person"), max_length=50)
    establishment_number = EstablishmentField(label=_("Unified number"), max_length=50)
    starts_on = DayField(label=_("from"))

    class Meta:
        model = Membership
        fields = ("role",)

    def apply(self) -> Membership:
        self.instance.user, self.instance.establishment = (
            self.cleaned_data["person"],
            self.cleaned_data["establishment_number"],
        )
        return services.grant_membership(
            establishment=self.instance.establishment,
            user=self.instance.user,
            role=self.cleaned_data["role"],
            starts_on=self.cleaned_data["starts_on"],
            ends_on=self.cleaned_data["ends_on"],
            now=clock.now(),
            by=self.request.user,
            address=address_of(self.request),
        )


class EndForm(RoleForm):
    class Meta:
        model = Membership
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].help_text = _("Such as 31/01/2026; empty: the role ends at this moment.")
        # The day that stands there already is shown beside the form, and is no new end.
        self.initial["ends_on"] = None

    def apply(self) -> Membership:
        return services.end_membership(
            membership=self.instance, ends_on=self.cleaned_data["ends_on"], **moment_of(self.request)
        )


@admin.register(Membership)
class MembershipAdmin(ReadingRoom):
    list_display = ("user", "establishment", "role", "starts_on", "ends_on")
    list_filter = ("role",)
    list_select_related = ("user", "establishment")
    search_fields = (
        "user__national_id__startswith",
        "folded_name",
        "establishment__unified_number__startswith",
        "establishment__search_key__contains",
    )
    search_help_text = _("National ID, person, unified number or establishment")
    ordering = ("-pk",)
    fields = (
        *("user", "establishment", "role", "starts_on", "ends_on", "office_name"),
        *("granted_by", "granted_at", "revoked_at", "revoked_by"),
    )
    granted = ("person", "establishment_number", "role", "starts_on", "ends_on", "reason")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).annotate(folded_name=folded("user__full_name"))

    @method_decorator(reauthenticated)
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None) -> HttpResponse:
        return super().changeform_view(request, object_id, form_url or request.get_full_path(), extra_context)

    def has_add_permission(self, request: HttpRequest, *args) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:
        """What can be changed of a role is its end, while it lies ahead."""
        is_held = obj is None or (not obj.revoked_at and (obj.ends_on is None or obj.ends_on >= clock.today()))
        return request.user.is_superuser and is_held

    def get_form(self, request: HttpRequest, obj: Membership | None = None, change: bool = False, **kwargs):
        if self._may_write(request, obj):
            kwargs["form"] = EndForm if obj else GrantForm
        form = super().get_form(request, obj, change, **kwargs)
        form.request = request
        return form

    def get_fields(self, request: HttpRequest, obj: Membership | None = None) -> list[str]:
        if not self._may_write(request, obj):
            return list(self.fields)
        return [*self.fields, "reason"] if obj else list(self.granted)

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> list[str]:
        if obj is None:
            return []
        return [name for name in self.fields if name != "ends_on" or not self._may_write(request, obj)]

    def save_model(self, request: HttpRequest, obj: Membership, form: RoleForm, change: bool) -> None:
        saved = form.apply()
        obj.pk, obj.starts_on, obj.ends_on = saved.pk, saved.starts_on, saved.ends_on

    def construct_change_message(self, request: HttpRequest, form: RoleForm, formsets, add: bool = False) -> str:
        return form.cleaned_data["reason"]

    def _may_write(self, request: HttpRequest, obj: Membership | None) -> bool:
        return self.has_change_permission(request, obj) if obj else self.has_add_permission(request)


@admin.register(Invitation)
class InvitationAdmin(ReadingRoom):
    list_display = ("full_name", "national_id", "establishment", "role", "sent_at", "state")
    list_filter = ("role", ("accepted_at", admin.EmptyFieldListFilter))
    list_select_related = ("establishment",)
    search_fields = ("national_id__startswith", "establishment__unified_number__startswith")
    search_help_text = _("National ID or unified number")
    ordering = ("-sent_at", "-pk")
    sortable_by = ()

    @admin.display(description=_("state"))
    def state(self, invitation: Invitation) -> str:
        return invitation.state(clock.now()).label


@admin.register(EstablishmentRequest)
class EstablishmentRequestAdmin(ReadingRoom):
    """To be read; what is decided is decided on the portal's own page."""

    list_display = ("name_ar", "unified_number", "owner_name", "received_at", "state", "decided_by")
    list_filter = ("state",)
    list_select_related = ("decided_by",)
    search_fields = ("unified_number__startswith", "search_key__contains", "owner_national_id__startswith")
    search_help_text = _("Unified number, name or the owner's national ID")
    ordering = ("-received_at", "-pk")
    sortable_by = ()
