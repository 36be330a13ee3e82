"""What a person types to prove who he is and where he is reached: a page asks for it once, in whatever digits."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from apps.accounts import rules
from apps.accounts.forms import NewPasswordForm, TermsField
from apps.common import scripts
from apps.common.errors import DomainError
from apps.common.forms import DayField, ReadField
from apps.registry.forms import MobileField, NationalIdField


class PersonIdField(ReadField):
    """A national ID or Iqama number in its stored form."""

    def read(self, text: str) -> str:
        return rules.check_person_id(text)


class EmailField(forms.EmailField):
    """An address in letters that people here can read: a direction mark in its domain is no address."""

    def __init__(self, **options):
        defaults = {
            "label": _("E-mail address"),
            "error_messages": {
                "required": _("The e-mail address is required"),
                "invalid": _("Enter an e-mail address such as name@example.com"),
            },
        }
        super().__init__(**defaults | options)
        self.widget.attrs |= {"autocomplete": "email"}

    def clean(self, value):
        address = super().clean(value)
        try:
            return scripts.plain_text(address, limit=self.max_length)
        except DomainError as refusal:
            raise ValidationError(str(refusal)) from refusal


class CodeField(ReadField):
    def read(self, text: str) -> str:
        return rules.check_code(text)


class CodeForm(forms.Form):
    code = CodeField(
        label=_("Verification code"),
        max_length=50,
        error_messages={"required": _("The verification code is required")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def __init__(self, *args, by_text: bool, **kwargs):
        super().__init__(*args, **kwargs)
        texted, written = (
            _("A 6-digit code sent by text, valid for 15 minutes"),
            _("A 6-digit code, valid for 15 minutes"),
        )
        self.fields["code"].help_text = texted if by_text else written


class SignUpForm(forms.Form):
    """Who the person is, and where he is reached when that is not known yet."""

    national_id = NationalIdField()
    birth_date = DayField(
        label=_("Birth date"),
        help_text=_("In the Gregorian calendar, such as 14/03/1995. A Hijri date is converted"),
        error_messages={"required": _("The birth date is required")},
    )
    mobile = MobileField(
        help_text=_("The code goes to the number on file. This one is used only where none is on file")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].widget.attrs["autocomplete"] = "bday"


class ReachForm(forms.Form):
    """Where the person is reached, when it is known already who he is."""

    mobile = MobileField(help_text=_("The code goes to this number. It takes the place of another one on file"))


class ForgottenForm(forms.Form):
    national_id = PersonIdField(
        label=_("National ID or Iqama number"),
        help_text=_("10 digits, starting with 1 or 2"),
        max_length=50,
        error_messages={"required": _("The ID number is required")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "username"}),
    )


class AccountForm(NewPasswordForm):
    """What makes the account: where letters go, the password, and the terms."""

    email = EmailField(help_text=_("A code to confirm it follows"))
    terms = TermsField()
    field_order = ["email", "password", "terms"]


class MobileForm(forms.Form):
    contact = MobileField(label=_("New mobile number"))


class EmailForm(forms.Form):
    contact = EmailField(
        label=_("New e-mail address"), error_messages={"required": _("The e-mail address is required")}
    )
