"""Fields that read what people here write; what they refuse, they refuse in words, and the typed text stays."""

import datetime
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.common import reading, scripts
from apps.common.errors import DomainError


class ReadField(forms.CharField):
    """Text that `read` turns into a value; its refusal is the field's error."""

    def read(self, text: str):
        raise NotImplementedError

    def clean(self, value):
        text = super().clean(value)
        if text in self.empty_values:
            return None
        try:
            return self.read(text)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class AmountField(ReadField):
    """Riyals above zero with at most two decimals, as `Decimal`."""

    def __init__(self, *, largest: Decimal = reading.LARGEST, **options):
        super().__init__(**{"max_length": 40, **options})
        self.largest = largest
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def read(self, text: str) -> Decimal:
        return reading.read_amount(text, largest=self.largest)


class DayField(ReadField):
    """A Gregorian day in either order; a Hijri one is refused with the same day in the Gregorian calendar."""

    def __init__(self, **options):
        super().__init__(**{"max_length": 40, "help_text": _("Such as 31/01/2026"), **options})
        self.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}

    def read(self, text: str) -> datetime.date:
        return reading.read_day(text)

    def prepare_value(self, value):
        return f"{value:%d/%m/%Y}" if isinstance(value, datetime.date) else value


class PlainTextField(ReadField):
    """One line of readable letters, at most `limit` of them."""

    def __init__(self, *, limit: int, **options):
        # The field's own limit only keeps floods out; what is too long for keeping is refused with its length.
        super().__init__(**{"max_length": 100 * limit, **options})
        self.limit = limit

    def clean(self, value):
        return super().clean(value) or ""

    def read(self, text: str) -> str:
        return scripts.plain_text(text, limit=self.limit)
