"""A subscriber's own pages. No address names a person: whoever is signed in sees himself and nobody else."""

import datetime
from dataclasses import dataclass
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from apps.accounts.selectors import has_second_factor
from apps.accruals import projection
from apps.common import clock, text
from apps.common.lists import ListView
from apps.common.periods import Month
from apps.contracts.selectors import waiting_offers
from apps.portal.forms import HoursFilter, PaceForm
from apps.portal.selectors import periods
from apps.portal.selectors.hours_calendar import calendar_months
from apps.portal.selectors.standing import EmployerMonth, Home
from apps.portal.selectors.subscriber import Record
from apps.portal.tables import HoursTable
from apps.registry import selectors as registry

# In Arabic the first ten contribution months have names of their own.
ORDINALS = (
    pgettext_lazy("contribution month", "1"),
    pgettext_lazy("contribution month", "2"),
    pgettext_lazy("contribution month", "3"),
    pgettext_lazy("contribution month", "4"),
    pgettext_lazy("contribution month", "5"),
    pgettext_lazy("contribution month", "6"),
    pgettext_lazy("contribution month", "7"),
    pgettext_lazy("contribution month", "8"),
    pgettext_lazy("contribution month", "9"),
    pgettext_lazy("contribution month", "10"),
)


def record_of(request: HttpRequest) -> Record:
    """The visitor's own record; whoever is no subscriber gets 404."""
    subscriber = registry.subscriber_of(request.user)
    if subscriber is None:
        raise Http404
    return Record(subscriber, today=clock.today())


@require_safe
def subscriber_home(request: HttpRequest) -> HttpResponse:
    record = record_of(request)
    home = Home(record)
    employers = home.employer_month()
    form = PaceForm(request.GET if "weekly" in request.GET else {"weekly": _usual_pace(employers, record.today)})
    context = {
        "record": record,
        "home": home,
        "standing": home.standing,
        "next_month": _ordinal(home.standing.next_month),
        "employers": employers,
        "months": calendar_months(record, count=3),
        "form": form,
        "outlook": _outlook(home, form),
        "offers": waiting_offers(record.subscriber, today=record.today),
        "offers_factor": not has_second_factor(request.user),
    }
    return render(request, "portal/subscriber_home.html", context)


class SubscriberHours(ListView):
    """Every closed month by contract; the months still open stand above them, as they are now."""

    table_class = HoursTable
    template_name = "portal/subscriber_hours.html"
    export_name = _("My hours and periods")
    empty_text = _("No month is closed yet. The first appears here once it is.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.record = record_of(request)
        self.filterset_class = partial(HoursFilter, record=self.record)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return periods.closed_accruals(self.record)

    def get_context_data(self, **kwargs) -> dict:
        open_parts = periods.open_parts(self.record, self.filterset.form.cleaned_data)
        return super().get_context_data(open_parts=open_parts, record=self.record, **kwargs)


@require_safe
def subscriber_month(request: HttpRequest, month: Month) -> HttpResponse:
    record = record_of(request)
    if not record.rulebook.first_month <= month <= record.running:
        raise Http404
    context = {"record": record, "month": month, "detail": periods.month_detail(record, month)}
    return render(request, "portal/subscriber_month.html", context)


@dataclass(frozen=True, slots=True)
class Outlook:
    """When the next contribution month completes at a weekly pace; `day` is None when not in foreseeable time."""

    day: datetime.date | None
    weekly_minutes: int
    exceeds_limit: bool
    limit_minutes: int


def _outlook(home: Home, form: PaceForm) -> Outlook | None:
    weekly = form.cleaned_data["weekly"] if form.is_valid() else None
    if weekly is None:
        return None
    record, courses = home.record, [projection.Course(*known) for known in home.known_minutes()]
    day = projection.next_month_on(
        courses,
        credited_days=home.credited_before_running,
        weekly_minutes=weekly,
        today=record.today,
        rules=record.rules,
    )
    exceeds = projection.exceeds_limit(weekly_minutes=weekly, contracts=max(1, len(courses)), rules=record.rules)
    return Outlook(day, weekly, exceeds, record.rules.max_minutes_month)


def _usual_pace(employers: EmployerMonth | None, today: datetime.date) -> str:
    """The pace of the month shown, written as a person would write it."""
    return text.hours(employers.weekly_minutes(today=today)) if employers else ""


def _ordinal(number: int) -> str:
    return str(ORDINALS[number - 1]) if number <= len(ORDINALS) else text.number(number)
