"""What the security log learns from the answers: who was refused what, and who took data away."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse

from apps.accounts import services
from apps.accounts.choices import Event
from apps.common import clock

REFUSED = {403, 404, 429}


class SecurityTrail:
    """One record for every refusal of a page that exists, and for every file that leaves the portal.

    A stranger's number answers as an unknown one does (404); the log keeps both, by the name of the page and never by
    what was written in the address. Whoever is not signed in is led to the sign-in page, which is no refusal.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        kind = self._kind(response)
        if kind and request.resolver_match and request.user.is_authenticated:
            services.record(
                kind,
                now=clock.now(),
                user=request.user,
                address=get_adapter().get_client_ip(request),
                page=request.resolver_match.view_name,
                method=request.method,
                **({"status": response.status_code} if kind is Event.ACCESS_DENIED else {}),
            )
        return response

    @staticmethod
    def _kind(response: HttpResponse) -> Event | None:
        if response.status_code in REFUSED:
            return Event.ACCESS_DENIED
        is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
        is_paper = response.headers.get("Content-Type", "") == "application/pdf"
        return Event.EXPORTED if is_file or is_paper else None
