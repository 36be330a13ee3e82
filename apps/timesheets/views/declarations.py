"""An employer's declaration of a month: the check before it, its confirmation, and opening the month again."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.common import clock
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.registry.access import desk_for
from apps.timesheets import selectors, services
from apps.timesheets.forms import ReopenForm
from apps.timesheets.pages import AttestPage, DeclarationPage, HistoryPage
from apps.timesheets.rules import HoursChangedMeanwhile, TransitionNotAllowed
from apps.timesheets.rules.outlook import LookAhead


class NotDeclared(DomainError):
    message = _("Tick the declaration to attest the hours")


@require_http_methods(["GET", "HEAD", "POST"])
def month_attest(request: HttpRequest, unified_number: str, month: Month, *, look_ahead: LookAhead) -> HttpResponse:
    """The check before the declaration; whoever may only enter hours sees it, with the names of those who declare."""
    writes = request.method == "POST"
    desk = desk_for(request, unified_number, act="attest_hours" if writes else "see_hours")
    page = AttestPage(desk, month, clock.today(), look_ahead=look_ahead)
    refusal = None
    if page.is_declared or (writes and not (refusal := _declare(request, page))):
        return redirect("timesheets:month_attested", unified_number, month)
    if refusal:
        # Anew, for what others saved meanwhile.
        page = AttestPage(desk, month, page.today, look_ahead=look_ahead)
        page.refusal, page.is_unticked = refusal, isinstance(refusal, NotDeclared)
    status = 409 if isinstance(refusal, HoursChangedMeanwhile) else 422 if refusal else 200
    context = {"desk": desk, "page": page, "has_errors": status >= 400}
    return render(request, "timesheets/month_attest.html", context, status=status)


def _declare(request: HttpRequest, page: AttestPage) -> DomainError | None:
    """Why the month is not declared; nothing also where somebody was quicker: both are shown the same declaration."""
    if request.POST.get("declared") != "yes":
        return NotDeclared()
    declared = {"establishment": page.desk.establishment, "month": page.month, "by": request.user}
    declared |= {"now": clock.now(), "today": page.today, "seen": request.POST.get("seen", "")}
    declare = services.attest_timesheet if page.minutes else services.declare_nil
    try:
        declare(**declared)
    except TransitionNotAllowed:
        return None
    except DomainError as refusal:
        return refusal
    return None


@require_safe
def month_attested(request: HttpRequest, unified_number: str, month: Month) -> HttpResponse:
    """What holds for the month, by whom it was declared, and what follows."""
    desk = desk_for(request, unified_number, act="see_hours")
    page = HistoryPage(desk, month, clock.today())
    if not page.is_declared:
        raise Http404
    return render(request, "timesheets/month_attested.html", {"desk": desk, "page": page})


@require_safe
def month_history(request: HttpRequest, unified_number: str, month: Month) -> HttpResponse:
    """Everything that was declared of the month, and who opened it again and why."""
    desk = desk_for(request, unified_number, act="see_hours")
    page = HistoryPage(desk, month, clock.today())
    return render(request, "timesheets/month_history.html", {"desk": desk, "page": page})


@require_safe
def declaration_detail(request: HttpRequest, unified_number: str, month: Month, public_id: uuid.UUID) -> HttpResponse:
    """One declaration as it was made, whether or not it still holds; its digest is computed anew."""
    desk = desk_for(request, unified_number, act="see_hours")
    declarations = selectors.declarations_of(desk.establishment).defer(None)
    declaration = get_object_or_404(declarations, timesheet__month=month, public_id=public_id)
    page = DeclarationPage(desk, declaration, clock.today())
    return render(request, "timesheets/declaration_detail.html", {"desk": desk, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def month_reopen(request: HttpRequest, unified_number: str, month: Month) -> HttpResponse:
    """The reason, and what opening the month again means; after the cut-off the page says whom to ask."""
    desk = desk_for(request, unified_number, act="attest_hours")
    page = HistoryPage(desk, month, clock.today())
    form, status = ReopenForm(request.POST or None), 200
    if not page.is_declared:
        return redirect("timesheets:month_grid", unified_number, month)
    if request.method == "POST":
        try:
            if form.is_valid():
                _reopen(request, page, form.cleaned_data["reason"])
                return redirect("timesheets:month_grid", unified_number, month)
            status = 422
        except TransitionNotAllowed:
            return redirect("timesheets:month_grid", unified_number, month)
        except DomainError as refusal:
            page.refusal, status = refusal, 409
    context = {"desk": desk, "page": page, "form": form, "has_errors": status >= 400}
    return render(request, "timesheets/month_reopen.html", context, status=status)


def _reopen(request: HttpRequest, page: HistoryPage, reason: str) -> None:
    moment = {"now": clock.now(), "today": page.today}
    services.reopen_timesheet(
        establishment=page.desk.establishment, month=page.month, by=request.user, reason=reason, **moment
    )
    messages.success(request, _("The month is open again. Attest it once more when its hours are right"))
