"""What a person sees when a page cannot be shown: no jargon, no blame, and a reference number that the log has too."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.csrf import requires_csrf_token

from apps.accounts.choices import StaffRole
from apps.accounts.permissions import roles_with
from apps.common import logs
from apps.common.middleware import language_of

logger = logging.getLogger(__name__)


@requires_csrf_token
def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    return _answer(request, 400)


@requires_csrf_token
def permission_denied(request: HttpRequest, exception=None) -> HttpResponse:
    """The scope is known, the right is missing: says which roles have it and whom to ask (`registry.access`)."""
    roles = getattr(exception, "roles", None) or _roles_in_administration(request)
    return _answer(request, 403, roles=roles, holders=getattr(exception, "holders", []))


@requires_csrf_token
def page_not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """The same for what is unknown and for what belongs to somebody else."""
    return _answer(request, 404)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """The page is there, and is asked for in a way that it does not answer to."""
    page = _answer(request, 405)
    page.headers["Allow"] = allowed
    return page


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return _answer(request, 429)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is too old, or cookies are off; nothing was saved."""
    return _answer(request, 403, template="403_csrf.html", reason=reason)


def server_error(request: HttpRequest) -> HttpResponse:
    """Stands on nothing that may itself be broken: one static page in both languages."""
    reference = logs.reference()
    logger.error("Answered 500, reference %s", reference, extra={"status_code": 500})
    return HttpResponse(render_to_string("500.html", {"reference": reference}), status=500)


def _roles_in_administration(request: HttpRequest) -> list[StaffRole]:
    """Staff are told which of their roles read, add or change what the administration has refused them."""
    match = request.resolver_match
    if match is None or match.app_name != "admin" or not request.user.is_staff:
        return []
    model, _, act = (match.url_name or "").rpartition("_")
    acts = {"changelist": "view", "history": "view", "change": "view", "add": "add"}
    if request.method == "POST":
        acts |= {"changelist": "change", "change": "change"}
    app_label, _, name = model.partition("_")
    return roles_with(f"{app_label}.{acts[act]}_{name}") if act in acts else []


def _answer(request: HttpRequest, status: int, *, template: str = "", reason: str = "", **context) -> HttpResponse:
    reference = logs.answered(request, status, reason)
    with translation.override(language_of(request)):
        return render(request, template or f"{status}.html", {"reference": reference, **context}, status=status)
