"""What a person types to prove who he is and where he is reached: a page asks for it once, in whatever digits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts import rules
from apps.accounts.fields import EmailField, MobileField, PersonIdField
from apps.accounts.forms import NewPasswordForm, TermsField
from apps.common.forms import DayField, ReadField
from apps.registry.forms import NationalIdField


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
    national_id = PersonIdField(widget=forms.TextInput(attrs={"autocomplete": "username"}))


class AccountForm(NewPasswordForm):
    """What makes the account: where letters go, the password, and the terms."""

    email = EmailField(help_text=_("A code to confirm it follows"))
    terms = TermsField()
    field_order = ["email", "password", "terms"]


class MobileForm(forms.Form):
    contact = MobileField(label=_("New mobile number"))


class EmailForm(forms.Form):
    contact = EmailField(label=_("New e-mail address"))
