"""Fields of identifiers and names, read by the rules of the registry, and the staff's form of a person's number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.accounts.rules import check_mobile
from apps.common.forms import PlainTextField, ReadField
from apps.registry import rules


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


class MobileField(ReadField):
    """A Saudi mobile number in its stored form, from whatever digits it is typed with."""

    def __init__(self, **options):
        defaults = {
            "label": _("Mobile number"),
            "help_text": _("Such as 0512345678"),
            "max_length": 50,
            "error_messages": {"required": _("The mobile number is required")},
        }
        super().__init__(**defaults | options)
        self.widget.attrs |= {"inputmode": "tel", "autocomplete": "tel"}

    def read(self, text: str) -> str:
        return check_mobile(text)


class CorrectMobileForm(forms.Form):
    """A new number for somebody who has come in person, and why; the reason is kept in the log."""

    mobile = MobileField(label=_("New mobile number"))
    reason = PlainTextField(label=_("Reason"), limit=200, help_text=_("Kept in the log."))
