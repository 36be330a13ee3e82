"""Fields of identifiers and names, read by the rules of the registry."""

from django.utils.translation import gettext_lazy as _

from apps.common.forms import ReadField
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
