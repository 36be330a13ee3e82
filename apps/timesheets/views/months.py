"""An employer's hours: the months, and the grid of one month."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.common import clock, limits
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.common.templatetags import components
from apps.registry.access import desk_for
from apps.timesheets import forms, services
from apps.timesheets.pages import MonthPage, PastePage, SheetPage, months_of, told
from apps.timesheets.rules.outlook import LookAhead, Outlook
from apps.timesheets.services import Recorded


@require_safe
def month_list(request: HttpRequest, unified_number: str) -> HttpResponse:
    desk = desk_for(request, unified_number, act="see_hours")
    months = Paginator(months_of(desk.establishment, today=clock.today()), 24)
    return render(
        request, "timesheets/month_list.html", {"desk": desk, "page": months.get_page(request.GET.get("page"))}
    )


@require_safe
def current_month(request: HttpRequest, unified_number: str) -> HttpResponse:
    """The month that waits for its people: the past one while it can still be completed, else the running one."""
    desk = desk_for(request, unified_number, act="see_hours")
    page = SheetPage(desk, Month.of(clock.today()).previous, clock.today())
    month = page.month if page.is_waiting else page.month.next
    return redirect("timesheets:month_grid", unified_number, month)


@require_http_methods(["GET", "HEAD", "POST"])
def month_grid(request: HttpRequest, unified_number: str, month: Month, *, look_ahead: LookAhead) -> HttpResponse:
    """Twenty people and their days; what they come to is asked of `look_ahead`."""
    writes = request.method == "POST"
    desk = desk_for(request, unified_number, act="enter_hours" if writes else "see_hours")
    page = MonthPage(desk, month, clock.today(), query=request.GET, look_ahead=look_ahead)
    if not writes:
        return (page.search and limits.refusal(request, "search")) or _show(request, page)
    try:
        page.take(forms.read_grid(request.POST, month))
    except forms.FormDoesNotFit as refusal:
        page.posted = forms.salvaged(request.POST, page.shown_ids, month)
        return _show(request, page, refusal=refusal, status=422)
    do = request.POST.get("do")
    if do == "restore":
        return _show(request, page)
    return _fill(request, page, do) if do in ("copy", "undo", "paste", "put") else _save(request, page)


def _fill(request: HttpRequest, page: MonthPage, do: str) -> HttpResponse:
    """Days get other values, and nothing is saved."""
    if not page.is_editable:
        return _show(request, page, refusal=page.lock, status=409)
    if do in ("paste", "put"):
        return _paste(request, page, do)
    {"copy": page.copy, "undo": page.undo}[do]()
    return _show(request, page)


def _paste(request: HttpRequest, page: MonthPage, do: str) -> HttpResponse:
    """A block is tried on a page of its own, then put into the grid unsaved; the grid's script asks for its cells."""
    paste = PastePage(page, request.POST)
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse(paste.answer)
    if do == "put":
        page.put(paste.pasted)
        return _show(request, page, paste=paste)
    context = {"desk": page.desk, "page": page, "paste": paste}
    return render(request, "timesheets/month_paste.html", context)


@require_POST
def month_estimate(request: HttpRequest, unified_number: str, month: Month, *, look_ahead: LookAhead) -> HttpResponse:
    """The contributions that the month would come to with what is typed; words where nobody can say yet."""
    desk_for(request, unified_number, act="see_invoices")
    page = MonthPage(
        desk_for(request, unified_number, act="enter_hours"),
        month,
        clock.today(),
        query=request.GET,
        look_ahead=look_ahead,
    )
    try:
        page.take(forms.read_grid(request.POST, month))
        outlook = services.as_if_recorded(lambda: page.outlook, **_hours_of(request, page))
    except (forms.FormDoesNotFit, DomainError):
        outlook = Outlook(is_known=False)
    return HttpResponse(components.riyals(outlook.contributions) if outlook.is_known else _("Computed after saving"))


def _hours_of(request: HttpRequest, page: MonthPage) -> dict:
    return {
        "establishment": page.desk.establishment,
        "month": page.month,
        "rows": [row.entered() for row in page.posted.values()],
        "by": request.user,
        "now": clock.now(),
        "today": page.today,
    }


def _save(request: HttpRequest, page: MonthPage) -> HttpResponse:
    try:
        page.recorded = services.record_hours(**_hours_of(request, page))
    except DomainError as refusal:
        return _show(request, page, refusal=refusal, status=409)
    if page.recorded.refused:
        return _show(request, page, status=409 if page.recorded.has_conflicts else 422)
    _tell(request, page.recorded, is_asked=request.POST.get("do") == "save")
    return HttpResponseRedirect(page.address_after(request.POST), status=303)


def _tell(request: HttpRequest, recorded: Recorded, *, is_asked: bool) -> None:
    """Who asked to save is answered in any case; who went on is told only what happened."""
    if recorded.changed:
        messages.success(request, _("The hours are saved"))
    elif is_asked:
        messages.info(request, _("There was nothing new to save"))
    if recorded.merged:
        messages.info(request, _("Another user changed other days meanwhile. Those changes are kept"))


def _show(
    request: HttpRequest,
    page: MonthPage,
    *,
    refusal: DomainError | None = None,
    paste: PastePage | None = None,
    status: int = 200,
) -> HttpResponse:
    page.refusal = refusal
    context = {"desk": page.desk, "page": page, "grid": page.grid, "has_errors": status >= 400, "paste": paste}
    context["told"] = told(page) if page.is_editable else None
    return render(request, "timesheets/month_grid.html", context, status=status)
