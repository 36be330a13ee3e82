"""Whoever acts for an establishment as owner or supervisor, or is staff, has a second factor before anything else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from apps.accounts.selectors import has_second_factor
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
