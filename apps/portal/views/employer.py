"""An employer's home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.common import clock
from apps.portal.pages.employer_home import EmployerHome
from apps.registry.access import desk_for


@require_safe
def employer_home(request: HttpRequest, unified_number: str) -> HttpResponse:
    """What the month still asks of the establishment, or the first steps of a new one."""
    desk = desk_for(request, unified_number)
    home = EmployerHome(desk, today=clock.today())
    template = "portal/employer_start.html" if home.is_new else "portal/employer_home.html"
    return render(request, template, {"desk": desk, "home": home})
