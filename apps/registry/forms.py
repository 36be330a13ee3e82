"""Fields of its own identifiers, read by the rules of the registry, and the forms of its pages and of staff."""

import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts.fields import EmailField, MobileField, PersonIdField
from apps.accounts.forms import NewPasswordForm, TermsField
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.forms import DayField, PlainTextField, ReadField
from apps.registry import rules
from apps.registry.choices import DELEGABLE, EstablishmentKind, Role
from apps.registry.models import Membership
from apps.registry.services import Application, Offer


class NationalIdField(ReadField):
    """A subscriber's national ID in its stored form, from whatever digits and spaces it is typed with."""

    def __init__(self, **options):
        defaults = {
            "label": _("National ID"),
            "help_text": _("10 digits, starting with 1"),
            "max_length": 50,
            "error_messages": {"required": _("The ID number is required")},
        }
        super().__init__(**defaults | options)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def read(self, text: str) -> str:
        return rules.check_national_id(text)


class UnifiedNumberField(ReadField):
    def __init__(self, **options):
        defaults = {
            "label": _("Unified number"),
            "help_text": _("10 digits, starting with 7"),
            "max_length": 50,
            "error_messages": {"required": _("The unified number is required")},
        }
        super().__init__(**defaults | options)
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def read(self, text: str) -> str:
        return rules.check_unified_number(text)


class InvitationForm(forms.Form):
    """Who is invited to what; an outside office makes it a delegation."""

    national_id = PersonIdField()
    full_name = PlainTextField(
        label=_("Full name"), limit=rules.NAME_LENGTH, error_messages={"required": _("The name is required")}
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("Choose a role")), *Role.choices],
        error_messages={"required": _("The role is required")},
    )
    mobile = MobileField(required=False, help_text=_("The invitation goes there by text, such as 0512345678"))
    email = EmailField(
        required=False,
        help_text=_("Used when there is no mobile number"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    ends_on = DayField(
        label=_("Last day of the role"),
        required=False,
        help_text=_("Such as 31/01/2027; without one the role has no end"),
    )
    office_name = PlainTextField(
        label=_("Outside office"),
        limit=rules.NAME_LENGTH,
        required=False,
        help_text=_("When the person works for an accounting or services office: a limited role for a year at most"),
    )

    def offer(self) -> Offer:
        return Offer(**{name: self.cleaned_data[name] for name in Offer._fields})


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("New role"), error_messages={"required": _("The role is required")})

    def __init__(self, *args, membership: Membership, **kwargs):
        super().__init__(*args, **kwargs)
        possible = DELEGABLE if membership.office_name else Role
        named = [(role.value, role.label) for role in possible if role != membership.role]
        self.fields["role"].choices = [("", _("Choose a role")), *named]


class AcceptForm(NewPasswordForm):
    """The invited person's ID, the birth date where it is asked for, the password of the new account, and the terms."""

    national_id = PersonIdField()
    birth_date = DayField(
        label=_("Birth date"),
        help_text=_("In the Gregorian calendar, such as 14/03/1995. A Hijri date is converted"),
        error_messages={"required": _("The birth date is required")},
    )
    terms = TermsField()
    field_order = ["national_id", "birth_date", "password", "terms"]

    def __init__(self, *args, asks_birth_date: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.asks_birth_date = asks_birth_date
        if not asks_birth_date:
            del self.fields["birth_date"]


class RegistrationForm(forms.Form):
    """What an establishment says of itself and of its owner."""

    unified_number = UnifiedNumberField()
    name_ar = PlainTextField(
        label=_("Name of the establishment in Arabic"),
        limit=rules.NAME_LENGTH,
        error_messages={"required": _("The name is required")},
    )
    name_en = PlainTextField(label=_("Name of the establishment in English"), limit=rules.NAME_LENGTH, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of establishment"),
        choices=[("", _("Choose the kind")), *EstablishmentKind.choices],
        error_messages={"required": _("The kind is required")},
    )
    mobile = MobileField(label=_("Mobile number for contact"))
    email = EmailField(label=_("E-mail for contact"))
    owner_national_id = PersonIdField(label=_("Owner’s national ID or Iqama number"))
    owner_name = PlainTextField(
        label=_("Owner’s full name"), limit=rules.NAME_LENGTH, error_messages={"required": _("The name is required")}
    )
    owner_birth_date = DayField(label=_("Owner’s birth date"), required=False, help_text=_("Such as 31/01/1985"))

    def clean_owner_birth_date(self) -> datetime.date | None:
        day = self.cleaned_data["owner_birth_date"]
        if day is None:
            return None
        try:
            return rules.check_birth_date(day, today=clock.today())
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def application(self) -> Application:
        return Application(**{name: self.cleaned_data[name] for name in Application._fields})


class RefusalForm(forms.Form):
    reason = PlainTextField(
        label=_("Reason"),
        help_text=_("Sent to the establishment, up to 300 characters"),
        limit=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("The reason is required")},
    )


class CorrectMobileForm(forms.Form):
    """A new number for somebody who has come in person, and why; the reason is kept in the log."""

    mobile = MobileField(label=_("New mobile number"))
    reason = PlainTextField(label=_("Reason"), limit=200, help_text=_("Kept in the log."))
