"""A session ends by itself, what was being sent then is kept for the same person, and the security log learns from the
answers who was refused what and who took data away."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from apps.accounts import kept, sessions
from apps.accounts.choices import Event
from apps.accounts.log import note
from apps.common import clock, limits

REFUSED = {403, 404, 429}


class SessionLimits:
    """Ends a session that is over and renews one that is used; a page that asks for itself again does not use it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = clock.now()
        is_over = request.user.is_authenticated and sessions.seconds_left(request, now=now) <= 0
        request.ends_session = is_over and not _asks_only_how_long(request)
        if request.ends_session:
            sessions.end(request, now=now)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if request.user.is_authenticated:
            if request.method == "POST" or not (_is_poll(request) or _asks_only_how_long(request)):
                sessions.renew(request, now=clock.now())
            if request.method == "POST":
                kept.settle(request)
            return None
        return self._answer_guest(request) if getattr(view, "login_required", True) else None

    def _answer_guest(self, request: HttpRequest) -> HttpResponse | None:
        """What a guest asks for and may not see, where the sign-in page with the address as `next` is no answer."""
        if _is_poll(request):
            return HttpResponse(headers={"HX-Refresh": "true"})
        if "HX-Request" in request.headers:
            return HttpResponse(status=204)  # a part of a page that asks on the way: what is typed there stays
        if request.ends_session:
            messages.info(request, _("The session has ended. After signing in, work goes on where it was"))
        if request.method != "POST":
            return None
        if not kept.holds_values(request):
            return redirect_to_login(_page_before(request))
        whose = request.session.get(sessions.ENDED)
        if whose is not None and kept.keep(request, user_id=whose, now=clock.now()):
            return redirect_to_login(reverse("account_kept"))
        return None


def _page_before(request: HttpRequest) -> str:
    """Where a button without values stood: its own address need not be a page."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure()):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    return urlsplit(before)._replace(scheme="", netloc="").geturl()


def _is_poll(request: HttpRequest) -> bool:
    return request.method == "GET" and "HX-Request" in request.headers


def _asks_only_how_long(request: HttpRequest) -> bool:
    return request.method == "GET" and request.path == reverse("account_session")


class SecurityTrail:
    """One record for every refusal of a page that exists, and for every file that leaves the portal.

    A stranger's number answers as an unknown one does (404); the log keeps both, by the name of the page and never by
    what was written in the address. Whoever is not signed in is led to the sign-in page, which is no refusal; what he
    is refused himself, such as a dead link or a flood, is kept as far as `refusals_kept` goes for his address. An act
    that waited for its person to say who he is counts under its own page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        kind = self._kind(response)
        if kind and request.resolver_match and self._is_kept(request, kind):
            status = {"status": response.status_code} if kind is Event.ACCESS_DENIED else {}
            user = request.user if request.user.is_authenticated else None
            page = resolve(request.path_info).view_name
            note(request, kind, user=user, page=page, method=request.method, **status)
        return response

    @staticmethod
    def _is_kept(request: HttpRequest, kind: Event) -> bool:
        if request.user.is_authenticated:
            return True
        return kind is Event.ACCESS_DENIED and limits.take(request, "refusals_kept")

    @staticmethod
    def _kind(response: HttpResponse) -> Event | None:
        if response.status_code in REFUSED:
            return Event.ACCESS_DENIED
        is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
        is_paper = response.headers.get("Content-Type", "") == "application/pdf"
        return Event.EXPORTED if is_file or is_paper else None
