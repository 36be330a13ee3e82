"""Before an act that matters the person says once more who he is, unless he did so within the last five minutes.

The act waits in the session. It is done when the person has confirmed for its sake (`next` names its address), and not
by any later confirmation for another's, nor when he took longer than a sign-in may take.
"""

from functools import wraps

from allauth.account.internal.flows.reauthentication import is_reauthentication_required, stash_and_reauthenticate
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.httpkit import deserialize_request, serialize_request
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from apps.accounts.kept import holds_secret
from apps.common import clock


def reauthenticated(view, *, asks_first: bool = False):
    """What is sent (POST) waits until the person has said who he is, and is then done as it was sent.

    Pages are shown without asking, unless `asks_first`: for forms that take a secret, which is never kept. The forms of
    such a page name their own address, because an answer with errors is given at another one.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        is_act = request.method == "POST"
        if not (is_act or asks_first) or not is_reauthentication_required(request, app=""):
            return view(request, *args, **kwargs)
        address = request.get_full_path()
        if is_act and not holds_secret(request):
            waiting = {"request": serialize_request(request), "address": address, "at": clock.now().timestamp()}
            stash_and_reauthenticate(request, waiting, f"{__name__}.resume")
        return redirect_to_login(address, reverse("account_reauthenticate"))

    return asked


def resume(request: HttpRequest, state: dict) -> HttpResponse:
    """The act that waited; its view decides anew whether this person may. Without it, the page that was asked for."""
    address = get_next_redirect_url(request)
    if address != state["address"]:
        return redirect(address or settings.LOGIN_REDIRECT_URL)
    if clock.now().timestamp() - state["at"] > settings.ACCOUNT_LOGIN_TIMEOUT:
        messages.warning(request, _("Confirming took too long, so nothing was done. Send it once more"))
        return redirect(address)
    waited = deserialize_request(state["request"], request)
    match = waited.resolver_match = resolve(waited.path_info)
    return match.func(waited, *match.args, **match.kwargs)
