"""Sign-in with the national ID, in whatever digits it is typed, and new passwords."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordKeyForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from apps.accounts import rules
from apps.accounts.choices import Event
from apps.accounts.log import note
from apps.accounts.models import User
from apps.common import dates, limits
from apps.common.errors import DomainError


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("National ID or Iqama number"),
            help_text=_("10 digits, starting with 1 or 2"),
            max_length=50,
            error_messages={"required": _("The ID number is required")},
            widget=forms.TextInput(attrs={"autocomplete": "username", "inputmode": "numeric"}),
        )
        self.fields["password"].error_messages["required"] = _("The password is required")
        # The way to a new password stands below the form: the key after the ID leads to the password.
        self.fields["password"].help_text = ""
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """The ID in its stored form, or what is wrong with it; whether anybody has it is not looked at."""
        try:
            return rules.check_person_id(self.cleaned_data["login"])
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean(self) -> dict:
        """Whoever has tried too often is told until when, known or not, and the log keeps it."""
        try:
            return super().clean()
        except forms.ValidationError as refusal:
            if refusal.code != "too_many_login_attempts":
                raise
            raise self._locked(refusal) from refusal

    def _locked(self, refusal: forms.ValidationError) -> forms.ValidationError:
        number = self.cleaned_data["login"]
        known = User.objects.filter(national_id=number).first()
        note(self.request, Event.SIGN_IN_FAILED, user=known, reason="locked")
        key = get_adapter()._get_login_attempts_cache_key(self.request, username=number)
        until = limits.free_at(self.request, "login_failed", key=key)
        return forms.ValidationError(str(rules.SignInsTooMany(time=dates.moment(until)))) if until else refusal


PASSWORD_WORDS = _("At least 12 characters; not a common password, and not like the name or the ID number")


class NewPassword:
    """Says in one line what a password must be, and asks for it twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = _("New password"), _("New password, once more")
        first.help_text = PASSWORD_WORDS
        first.validators.append(MaxLengthValidator(rules.PASSWORD_LENGTH))


class PasswordChangeForm(NewPassword, ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Current password")
        self.fields["oldpassword"].help_text = ""


class PasswordResetForm(NewPassword, ResetPasswordKeyForm):
    """The way back after a forgotten password."""


class NewPasswordForm(forms.Form):
    """A password that its owner has not used for himself: `owner` is whom it must not be like."""

    password = forms.CharField(
        label=_("New password"),
        help_text=PASSWORD_WORDS,
        strip=False,
        max_length=rules.PASSWORD_LENGTH,
        error_messages={"required": _("The password is required")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, owner: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.owner)
        return self.cleaned_data["password"]


class TermsField(forms.BooleanField):
    def __init__(self, **kwargs):
        words = {"required": _("The terms of use must be accepted")}
        super().__init__(label=_("I accept the terms of use"), error_messages=words, **kwargs)
