"""What an employer types to offer, change or end a contract, and a subscriber to answer."""

import datetime
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.common import dates
from apps.common.forms import AmountField, DayField, PlainTextField
from apps.common.periods import Month, months_between
from apps.contracts.models import Contract
from apps.registry.forms import NationalIdField

# Keeps slips such as 3125 for 31.25 a thousandfold out; the rules know no largest wage.
LARGEST_WAGE = Decimal("99999.99")


class PersonForm(forms.Form):
    national_id = NationalIdField(label=_("National ID of the person"))


class TermsForm(forms.Form):
    starts_on = DayField(label=_("First day"), error_messages={"required": _("The first day is required")})
    ends_on = DayField(label=_("Last day"), error_messages={"required": _("The last day is required")})
    hourly_wage = AmountField(
        label=_("Hourly wage in riyals"),
        help_text=_("Such as 31.25"),
        largest=LARGEST_WAGE,
        error_messages={"required": _("The hourly wage is required")},
    )


class RenewalForm(forms.Form):
    """A renewal begins the day after; how long it lasts and its wage are free."""

    ends_on = DayField(label=_("Last day"), error_messages={"required": _("The last day is required")})
    hourly_wage = AmountField(
        label=_("Hourly wage in riyals"),
        help_text=_("Such as 31.25"),
        largest=LARGEST_WAGE,
        error_messages={"required": _("The hourly wage is required")},
    )


class ExtensionForm(forms.Form):
    ends_on = DayField(label=_("New last day"), error_messages={"required": _("The last day is required")})


class RefusalForm(forms.Form):
    note = PlainTextField(
        label=_("Reason"),
        help_text=_("The employer sees it, up to 500 characters"),
        limit=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AskForm(forms.Form):
    note = PlainTextField(
        label=_("What should be otherwise?"),
        help_text=_("The employer sees it, up to 500 characters"),
        limit=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("The wanted change is required")},
    )


class WageForm(forms.Form):
    """A wage from one of the months still to come in the contract."""

    month = forms.TypedChoiceField(label=_("From the first of"), coerce=Month.parse)
    hourly_wage = AmountField(
        label=_("Hourly wage in riyals"),
        help_text=_("Such as 31.25"),
        largest=LARGEST_WAGE,
        error_messages={"required": _("The hourly wage is required")},
    )

    def __init__(self, *args, contract: Contract, today: datetime.date, **kwargs):
        super().__init__(*args, **kwargs)
        months = months_of_change(contract, today=today)
        self.fields["month"].choices = [(str(month), dates.month_name(month)) for month in months]


class TerminationForm(forms.Form):
    last_day = DayField(label=_("Last day of work"), error_messages={"required": _("The last day is required")})
    reason = PlainTextField(
        label=_("Reason"),
        help_text=_("Kept with the contract, up to 300 characters"),
        limit=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("The reason is required")},
    )


def months_of_change(contract: Contract, *, today: datetime.date) -> list[Month]:
    """The months from which an employer may still change the wage: those to come, after the first of the term."""
    first = max(Month.of(today), Month.of(contract.starts_on)).next
    return months_between(first, Month.of(contract.ends_on))
