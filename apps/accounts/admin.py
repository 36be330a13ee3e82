"""Accounts and rights: a superuser keeps them, nobody his own, and nobody deletes one."""

from functools import partial

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from apps.accounts import selectors, services
from apps.accounts.choices import Event, StaffRole
from apps.accounts.fields import PersonIdField
from apps.accounts.log import address_of
from apps.accounts.models import OneTimeCode, SecurityEvent, TermsAcceptance, User
from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.common.admin import ReadingRoom, Room, folded
from apps.common.forms import PlainTextField

FACTORS = {
    Authenticator.Type.TOTP: _("Authenticator app"),
    Authenticator.Type.WEBAUTHN: _("Passkeys"),
    Authenticator.Type.RECOVERY_CODES: _("Recovery codes"),
}
RIGHTS = ("is_active", "is_staff", "is_superuser", "groups")


class NameField(PlainTextField):
    def __init__(self):
        super().__init__(label=_("Full name"), limit=User._meta.get_field("full_name").max_length)


class NewAccountForm(UserCreationForm):
    national_id = PersonIdField()
    full_name = NameField()

    class Meta:
        model = User
        fields = ("national_id", "full_name")


class AccountForm(forms.ModelForm):
    """What a superuser changes of an account. A superuser does no work of staff, and an auditor none but reading."""

    full_name = NameField()

    class Meta:
        model = User
        fields = ("full_name", "language", *RIGHTS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            self.fields["groups"].label_from_instance = role_name

    def clean(self) -> dict:
        cleaned = super().clean()
        roles = {group.name for group in cleaned.get("groups") or ()}
        if cleaned.get("is_superuser") and roles:
            raise forms.ValidationError(
                _("A superuser keeps accounts and rights, and no money or cases: no staff role goes with it.")
            )
        if StaffRole.AUDITOR in roles and len(roles) > 1:
            raise forms.ValidationError(
                _("An auditor judges the work of others and writes nothing: no other role goes with it.")
            )
        return cleaned


class PasswordForm(AdminPasswordChangeForm):
    """A new password; an account that must not sign in is made inactive instead of losing its own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)

    def set_password_and_save(self, user: User, **kwargs) -> User:
        get_adapter().set_password(user, self.cleaned_data["password1"])
        return user


class FactorsForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("Kept in the log."))


def role_name(group: Group) -> str:
    """A staff role in the reader's language."""
    return str(dict(StaffRole.choices).get(group.name, group.name))


class StaffRoleFilter(admin.SimpleListFilter):
    title = _("Staff role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        return StaffRole.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


@admin.register(User)
class AccountAdmin(Room, UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    change_password_form = PasswordForm
    change_user_password_template = "admin/accounts/user/password.html"  # noqa: S105
    list_display = ("full_name", "national_id", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser", StaffRoleFilter)
    search_fields = ("folded_name", "national_id__startswith", "mobile__endswith", "email__istartswith")
    search_help_text = _("Name, national ID, mobile number or e-mail")
    ordering = ("full_name", "pk")
    filter_horizontal = ()
    readonly_fields = ("password_link", "mobile_link", "factors", "factors_link", "last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("national_id", "full_name", "password_link")}),
        (_("Second factor"), {"fields": ("factors", "factors_link")}),
        (_("Contact"), {"fields": ("email", "mobile", "mobile_link", "language")}),
        (_("Rights"), {"fields": RIGHTS}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("national_id", "full_name", "password1", "password2")}),)

    @admin.display(description=_("password"))
    def password_link(self, user: User) -> str:
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:auth_user_password_change", args=[user.pk]), _("Set a new password")
        )

    @admin.display(description=_("Change"))
    def mobile_link(self, user: User) -> str:
        address = reverse("admin:account_mobile", args=[user.pk])
        return format_html('<a href="{}">{}</a>', address, _("Update the mobile number"))

    @admin.display(description=_("Ways set up"))
    def factors(self, user: User) -> str:
        words = pgettext("list", ", ").join(str(FACTORS[kind]) for kind in selectors.factor_kinds(user))
        return words or self.get_empty_value_display()

    @admin.display(description=_("Change"))
    def factors_link(self, user: User) -> str:
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:accounts_user_factors", args=[user.pk]),
            _("Remove the second factors"),
        )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).annotate(folded_name=folded("full_name"))

    def get_urls(self) -> list:
        page = path("<int:pk>/factors/", self.admin_site.admin_view(self.remove_factors), name="accounts_user_factors")
        return [page, *super().get_urls()]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """An ID stays what it is, and an e-mail address is its owner's to change. Nobody changes his own rights."""
        if obj is None:
            return self.readonly_fields
        own = RIGHTS if obj.pk == request.user.pk else ()
        return (*self.readonly_fields, "national_id", "email", "mobile", *own)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None):
        sets = super().get_fieldsets(request, obj)
        if obj is None:
            return sets
        hidden = {
            "password_link": not self.has_change_permission(request, obj),
            "mobile_link": not self.has_change_permission(request, obj),
            "factors_link": not (self._may_remove_factors(request, obj) and selectors.factor_kinds(obj)),
        }
        return tuple(
            (title, {"fields": tuple(name for name in fields["fields"] if not hidden.get(name))})
            for title, fields in sets
        )

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    # Rights and passwords are changed by whoever has just said who he is, and end the sessions that rest on them.

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None) -> HttpResponse:
        """A new account comes with a password, which never waits."""
        page = reauthenticated(super().changeform_view, asks_first=object_id is None and request.user.is_superuser)
        return page(request, object_id, form_url or request.get_full_path(), extra_context)

    @method_decorator(partial(reauthenticated, asks_first=True))
    def user_change_password(self, request, id, form_url="") -> HttpResponse:
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            # A session whose own password was changed has a new key.
            UserSession.objects.create_from_request(request)
        return response

    @method_decorator(reauthenticated)
    def remove_factors(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The way back for who has lost the factor and the recovery codes: by a superuser who knows it is he."""
        user = get_object_or_404(User, pk=pk)
        if not self._may_remove_factors(request, user):
            raise PermissionDenied
        if not selectors.factor_kinds(user):
            raise Http404
        form = FactorsForm(request.POST or None)
        if form.is_valid():
            with transaction.atomic():
                services.remove_factors(**self._told(request, user))
                get_adapter().tell(user, "mfa/email/factors_removed", by=request.user)
                words = gettext("Second factors removed: %(reason)s") % form.cleaned_data
                self.log_change(request, user, words)
            messages.success(request, _("The second factors are removed."))
            return redirect("admin:accounts_user_change", pk)
        context = {"title": _("Remove the second factors"), "original": user, "opts": self.opts, "form": form}
        return TemplateResponse(
            request,
            "admin/accounts/user/factors.html",
            {**self.admin_site.each_context(request), **context, "kinds": self.factors(user)},
        )

    @staticmethod
    def _may_remove_factors(request: HttpRequest, user: User) -> bool:
        """Nobody his own here: on his own page he proves that he has it."""
        return request.user.is_superuser and user.pk != request.user.pk

    def save_model(self, request: HttpRequest, obj: User, form, change: bool) -> None:
        if change:
            form.rights_before = services.rights_of(obj.pk)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change:
            services.follow_rights(before=form.rights_before, **self._told(request, form.instance))
        else:
            services.record(Event.ACCOUNT_OPENED, **self._told(request, form.instance))

    @staticmethod
    def _told(request: HttpRequest, user: User) -> dict:
        return {"user": user, "by": request.user, "now": clock.now(), "address": address_of(request)}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return request.user.is_superuser


@admin.register(SecurityEvent)
class SecurityLog(ReadingRoom):
    """What happened at the door and to rights, the latest first."""

    list_display = ("at", "kind", "user", "by", "address", "page")
    list_filter = ("kind", ("at", admin.DateFieldListFilter))
    list_select_related = ("user", "by")
    search_fields = ("user__national_id__startswith", "by__national_id__startswith")
    search_help_text = _("National ID")
    ordering = ("-at", "-pk")
    sortable_by = ()

    @admin.display(description=_("Page"))
    def page(self, event: SecurityEvent) -> str | None:
        return event.details.get("page")


@admin.register(OneTimeCode)
class OneTimeCodeAdmin(ReadingRoom):
    """That a code was asked for, sent, tried and used; the code itself is known to nobody."""

    list_display = ("sent_at", "purpose", "subject", "recipient", "network", "tries", "used_at", "void_at")
    list_filter = ("purpose", ("used_at", admin.EmptyFieldListFilter), "is_decoy")
    search_fields = ("subject__startswith", "recipient__startswith")
    search_help_text = _("National ID, mobile number or e-mail")
    ordering = ("-sent_at", "-pk")
    sortable_by = ()
    hidden = ("digest",)


@admin.register(TermsAcceptance)
class TermsAcceptanceAdmin(ReadingRoom):
    list_display = ("user", "version", "accepted_at")
    list_filter = ("version",)
    list_select_related = ("user",)
    search_fields = ("user__national_id__startswith",)
    search_help_text = _("National ID")
    ordering = ("-accepted_at", "-pk")
    sortable_by = ()


admin.site.unregister(Group)


@admin.register(Group)
class StaffRoleAdmin(ReadingRoom):
    """What a staff role may do is part of the portal: read here, given in the account."""

    list_display = ("role",)
    fields = ("role", "allowed")
    ordering = ("pk",)

    @admin.display(description=_("Staff role"))
    def role(self, group: Group) -> str:
        return role_name(group)

    @admin.display(description=_("Rights"))
    def allowed(self, group: Group) -> str:
        held = group.permissions.select_related("content_type").order_by("content_type__app_label", "codename")
        return format_html_join("", "<div>{}</div>", ((_right(each),) for each in held))


def _right(permission) -> str:
    """`view: invoices`, in the reader's language."""
    act = {"view": _("view"), "add": _("add"), "change": _("change")}[permission.codename.partition("_")[0]]
    model = permission.content_type.model_class()
    return f"{act}: {model._meta.verbose_name_plural if model else permission.content_type.model}"
