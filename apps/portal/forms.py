"""What a subscriber may ask the portal."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from apps.accruals.models import Accrual
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.portal.selectors.subscriber import Record
from apps.timesheets.rules import parse_minutes

MINUTES_OF_A_WEEK = 7 * 24 * 60


class PaceForm(forms.Form):
    """A weekly number of hours, in any way people write hours; cleaned to minutes, or None when nothing is written."""

    weekly = forms.CharField(
        label=_("Hours of work a week"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def clean_weekly(self) -> int | None:
        try:
            minutes = parse_minutes(self.cleaned_data["weekly"])
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        if minutes is not None and minutes > MINUTES_OF_A_WEEK:
            raise forms.ValidationError(_("A week has 168 hours."))
        return minutes


class HoursFilter(django_filters.FilterSet):
    """A subscriber's months by employer and year; the choices are his own contracts."""

    employer = django_filters.ChoiceFilter(
        label=_("Employer"), empty_label=_("All employers"), field_name="contract__establishment__unified_number"
    )
    year = django_filters.ChoiceFilter(label=_("Year"), empty_label=_("All years"), method="in_year")

    class Meta:
        model = Accrual
        fields = ()

    def __init__(self, *args, record: Record, **kwargs):
        super().__init__(*args, **kwargs)
        contracts = record.contracts.values()
        first = min((each.starts_on.year for each in contracts), default=record.today.year)
        # A dictionary keeps the order of the names and each employer once.
        employers = {each.establishment.unified_number: each.establishment.name for each in contracts}
        self.filters["employer"].extra["choices"] = list(employers.items())
        self.filters["year"].extra["choices"] = [
            (str(year), str(year)) for year in range(record.today.year, first - 1, -1)
        ]

    def in_year(self, queryset: QuerySet[Accrual], name: str, value: str) -> QuerySet[Accrual]:
        return queryset.filter(month__range=(Month(int(value), 1), Month(int(value), 12)))
