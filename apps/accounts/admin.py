"""Accounts and rights: a superuser keeps them, nobody his own, and nobody deletes one."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.accounts.choices import StaffRole
from apps.accounts.models import User
from apps.accounts.rules import check_person_id
from apps.common import names
from apps.common.admin import PlainCount
from apps.common.errors import DomainError

RIGHTS = ("is_active", "is_staff", "is_superuser", "groups")


class NationalIdMixin:
    """Takes the ID in whatever digits it is typed, and keeps it in its one form."""

    def clean_national_id(self) -> str:
        try:
            return check_person_id(self.cleaned_data["national_id"])
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class NewAccountForm(NationalIdMixin, AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("national_id", "full_name")


class AccountForm(NationalIdMixin, UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            self.fields["groups"].label_from_instance = role_name


def role_name(group: Group) -> str:
    """A staff role in the reader's language."""
    return dict(StaffRole.choices).get(group.name, group.name)


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    paginator = PlainCount
    show_full_result_count = False
    list_per_page = 50
    list_display = ("full_name", "national_id", "is_active", "is_staff", "is_superuser", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser", "groups")
    search_fields = ("full_name", "national_id__startswith", "mobile__endswith", "email__istartswith")
    ordering = ("full_name", "pk")
    filter_horizontal = ()
    actions = None
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("national_id", "full_name", "password")}),
        (_("Contact"), {"fields": ("email", "mobile", "language")}),
        (_("Rights"), {"fields": RIGHTS}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("national_id", "full_name", "usable_password", "password1", "password2")}),)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Nobody changes his own rights."""
        own = RIGHTS if obj is not None and obj.pk == request.user.pk else ()
        return (*self.readonly_fields, *own)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_search_results(self, request: HttpRequest, queryset, search_term: str):
        return super().get_search_results(request, queryset, names.to_ascii(search_term))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False


admin.site.unregister(Group)


@admin.register(Group)
class StaffRoleAdmin(GroupAdmin):
    """What a staff role may do is part of the portal; it is read here, and given in the account."""

    list_display = ("role",)
    fields = readonly_fields = ("role", "allowed")
    actions = None
    search_fields = ()

    @admin.display(description=_("Staff role"))
    def role(self, group: Group) -> str:
        return role_name(group)

    @admin.display(description=_("May"))
    def allowed(self, group: Group) -> str:
        return ", ".join(str(permission) for permission in group.permissions.select_related("content_type"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False
