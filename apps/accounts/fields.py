"""Fields of what a person is known by and reached at, read by the rules of accounts, in whatever digits it is typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts import rules
from apps.common import scripts
from apps.common.errors import DomainError
from apps.common.forms import ReadField


class PersonIdField(ReadField):
    """Anybody's ID, a national one or an Iqama, in its stored form."""

    def __init__(self, **options):
        defaults = {
            "label": _("National ID or Iqama number"),
            "help_text": _("10 digits, starting with 1 or 2"),
            "max_length": 50,
            "error_messages": {"required": _("The ID number is required")},
        }
        super().__init__(**defaults | options)
        self.widget.attrs = {"inputmode": "numeric", "autocomplete": "off"} | self.widget.attrs

    def read(self, text: str) -> str:
        return rules.check_person_id(text)


class MobileField(ReadField):
    """A Saudi mobile number as `+9665…`; nothing when nothing is typed and nothing is required."""

    def __init__(self, **options):
        defaults = {
            "label": _("Mobile number"),
            "help_text": _("Such as 0512345678"),
            "max_length": 40,
            "error_messages": {"required": _("The mobile number is required")},
        }
        super().__init__(**defaults | options)
        self.widget.attrs |= {"inputmode": "tel", "autocomplete": "tel"}

    def clean(self, value) -> str:
        return super().clean(value) or ""

    def read(self, text: str) -> str:
        return rules.check_mobile(text)


class EmailField(forms.EmailField):
    """An address in small letters that people here can read: a direction mark in its domain is no address.

    Whoever asks for a letter types his address in any letters; it is looked for in small ones.
    """

    def __init__(self, **options):
        defaults = {
            "label": _("E-mail address"),
            "max_length": 254,
            "error_messages": {
                "required": _("The e-mail address is required"),
                "invalid": _("Enter an e-mail address such as name@example.com"),
            },
        }
        super().__init__(**defaults | options)
        self.widget.attrs = {"autocomplete": "email"} | self.widget.attrs

    def clean(self, value) -> str:
        address = super().clean(value)
        try:
            return scripts.plain_text(address.lower(), limit=self.max_length)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
