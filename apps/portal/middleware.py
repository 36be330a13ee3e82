"""What stands before every page: the host of the administration, the second factor, and the ways to ask for a page.

Whoever acts for an establishment as owner or supervisor, or is staff, has a second factor before anything else.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect

from apps.accounts.selectors import has_second_factor
from apps.portal import views
from apps.registry.access import memberships_of
from apps.registry.choices import MANAGING

OPEN = {
    "account_logout",
    "account_reauthenticate",
    "account_session",
    "portal:accessibility",
    "portal:help",
    "portal:privacy",
    "portal:set_language",
}


class SecondFactorRequired:
    """Asked of a new owner, and of whoever has lost his factor, with the next click: nothing of it is remembered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        request.lacks_second_factor = settings.MFA_REQUIRED and lacks_second_factor(request)
        name = request.resolver_match.view_name
        if request.lacks_second_factor and not (name.startswith("mfa_") or name in OPEN):
            return redirect("mfa_index")
        return None


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the person must have a second factor and has none."""
    user = request.user
    if not user.is_authenticated:
        return False
    must = user.is_staff or any(membership.role in MANAGING for membership in memberships_of(request))
    return must and not has_second_factor(user)


class HostOfAdministration:
    """Where `ADMIN_HOST` names one, the administration is found there and on no other."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        is_elsewhere = settings.ADMIN_HOST not in ("", split_domain_port(request.get_host())[0])
        if is_elsewhere and request.resolver_match.app_name == "admin":
            raise Http404


class WaysToAsk:
    """A page that does not answer to a method says so in words, and no page tells which methods it knows."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return views.method_not_allowed(request, "GET, HEAD, POST")
        response = self.get_response(request)
        if response.status_code == 405:
            return views.method_not_allowed(request, response.headers["Allow"])
        return response
