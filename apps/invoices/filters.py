"""How an establishment narrows the list of its invoices: by number, month and status."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from apps.common import dates
from apps.common.periods import Month
from apps.invoices.choices import InvoiceStatus
from apps.invoices.models import Invoice


class InvoiceFilter(django_filters.FilterSet):
    number = django_filters.CharFilter(
        label=_("Invoice number"),
        lookup_expr="icontains",
        max_length=20,
        widget=forms.TextInput(attrs={"type": "search", "dir": "ltr"}),
    )
    since = django_filters.TypedChoiceFilter(
        label=_("From month"), field_name="month", lookup_expr="gte", coerce=Month.parse
    )
    until = django_filters.TypedChoiceFilter(
        label=_("To month"), field_name="month", lookup_expr="lte", coerce=Month.parse
    )

    status = django_filters.ChoiceFilter(choices=InvoiceStatus.choices, widget=forms.HiddenInput)

    class Meta:
        model = Invoice
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        months = self.queryset.order_by("-month").values_list("month", flat=True).distinct()
        choices = [(str(month), dates.month_name(month)) for month in months]
        for name, no_choice in (("since", _("The first")), ("until", _("The latest"))):
            self.filters[name].extra["choices"] = [("", no_choice), *choices]
