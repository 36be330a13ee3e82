"""Codes of the second factor, in whatever digits they are typed, and passkeys with their names."""

import struct

from allauth.account.forms import ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as FactorReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

from apps.common.digits import to_ascii


class Code:
    """Takes a pasted or Arabic-digit code as it is."""

    label = _("Authenticator app code")
    help_text = _("6 digits, shown by the app and new every half minute")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label, field.help_text = self.label, self.help_text
        field.error_messages["required"] = _("The code is required")
        field.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": 20}

    def clean_code(self) -> str:
        self.cleaned_data["code"] = to_ascii(self.cleaned_data["code"])
        return super().clean_code()


class CodeForm(Code, AuthenticateForm):
    help_text = _("6 digits of the app, or one of the recovery codes")


class CodeAgainForm(Code, FactorReauthenticateForm):
    help_text = _("6 digits of the app, or one of the recovery codes")


class AppForm(Code, ActivateTOTPForm):
    """The first code proves that the app has the key."""


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label, self.fields["password"].help_text = _("Password"), ""
        self.fields["password"].error_messages["required"] = _("The password is required")


# What a credential that no browser made runs into on its way through the libraries.
MALFORMED = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError, struct.error)


class CredentialField(forms.JSONField):
    """What the browser says of a passkey; a number or a nesting too long to be read is no such thing."""

    widget = forms.HiddenInput

    def to_python(self, value):
        try:
            return super().to_python(value)
        except (RecursionError, ValueError) as fault:
            raise get_adapter().validation_error("incorrect_code") from fault


class Credential(forms.Form):
    credential = CredentialField()

    def clean_credential(self):
        try:
            return super().clean_credential()
        except MALFORMED as fault:
            raise get_adapter().validation_error("incorrect_code") from fault


class PasskeyCheckForm(Credential, AuthenticateWebAuthnForm):
    """The second step of signing in."""


class PasskeyAgainForm(Credential, ReauthenticateWebAuthnForm):
    """Saying once more who one is."""


class PasskeySignInForm(Credential, LoginWebAuthnForm):
    """Signing in with nothing else."""


class PasskeyName:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Name of the passkey"),
            help_text=_("Such as the telephone or computer it lies on"),
            max_length=60,
            initial=self.fields["name"].initial,
            error_messages={"required": _("The name is required")},
        )


class PasskeyForm(PasskeyName, AddWebAuthnForm):
    """Every passkey asks for a finger, a face or a PIN, so it is enough to sign in with."""

    credential = CredentialField()
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False

    def clean(self) -> dict:
        self.cleaned_data["passwordless"] = True
        try:
            return super().clean()
        except MALFORMED as fault:
            raise get_adapter().validation_error("incorrect_code") from fault


class PasskeyRenameForm(PasskeyName, EditWebAuthnForm):
    """Another name for a passkey."""
