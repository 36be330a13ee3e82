"""The switch between the establishments that a person acts for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.common import clock
from apps.registry import selectors


@require_safe
def establishment_list(request: HttpRequest) -> HttpResponse:
    memberships = selectors.memberships_in_force(request.user, on=clock.today())
    return render(request, "registry/establishment_list.html", {"memberships": memberships})
