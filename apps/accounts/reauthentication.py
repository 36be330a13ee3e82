"""Before an act that matters the person says once more who he is, unless he did so within the last five minutes."""

from functools import wraps

from allauth.account.internal.flows.reauthentication import is_reauthentication_required, stash_and_reauthenticate
from allauth.core.internal.httpkit import deserialize_request, serialize_request
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse

from apps.accounts.kept import holds_secret


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
        if is_act and not holds_secret(request):
            return stash_and_reauthenticate(request, {"request": serialize_request(request)}, f"{__name__}.resume")
        return redirect_to_login(request.get_full_path(), reverse("account_reauthenticate"))

    return asked


def resume(request: HttpRequest, state: dict) -> HttpResponse:
    """The act that waited; its view decides anew whether this person may."""
    waited = deserialize_request(state["request"], request)
    match = waited.resolver_match = resolve(waited.path_info)
    return match.func(waited, *match.args, **match.kwargs)
