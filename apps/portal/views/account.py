"""A person's own account: his ways to sign in, where he is signed in, and what waited while he was not."""

import re

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts import kept, services, sessions
from apps.accounts.log import address_of
from apps.accounts.selectors import live_sessions
from apps.common import clock, text
from apps.portal.pages.account import Account, Visit
from apps.registry.selectors import subscriber_of
from apps.timesheets.services import set_digest

# As many digits as a key of the database has at most.
KEY = re.compile("[0-9]{1,18}")


@require_safe
def account_home(request: HttpRequest) -> HttpResponse:
    return render(request, "account/account_home.html", {"account": Account(request.user, now=clock.now())})


@require_POST
def digest(request: HttpRequest) -> HttpResponse:
    """A subscriber says whether he wants to be told of his hours."""
    subscriber = subscriber_of(request.user)
    if subscriber is None:
        raise Http404
    is_wanted = request.POST.get("wanted") == "yes"
    set_digest(subscriber=subscriber, is_wanted=is_wanted)
    messages.success(request, _("Messages about hours are on") if is_wanted else _("Messages about hours are off"))
    return redirect("account_home")


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    return render(request, "mfa/index.html", {"account": Account(request.user, now=clock.now())})


@require_http_methods(["GET", "HEAD", "POST"])
def session_list(request: HttpRequest) -> HttpResponse:
    """Where the person is signed in; POST ends one of these sessions (`end`) or all but the present one."""
    live = live_sessions(request.user, now=clock.now())
    if request.method != "POST":
        visits = [Visit(each, is_here=each.session_key == request.session.session_key) for each in live]
        return render(request, "usersessions/usersession_list.html", {"visits": visits})
    chosen = live.exclude(session_key=request.session.session_key)
    if end := request.POST.get("end"):
        if not KEY.fullmatch(end):
            raise Http404
        chosen = chosen.filter(pk=get_object_or_404(chosen, pk=end).pk)
    services.end_sessions(
        user=request.user, sessions=chosen, now=clock.now(), address=address_of(request), reason="by hand"
    )
    messages.success(request, _("Signed out there"))
    return redirect("usersessions_list")


@login_not_required
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """How long the session lasts if nothing happens. Asking does not prolong it, and does not end it; POST prolongs.

    At the end of the day's work nothing does (`stays`): the words say so, and the button only puts them away.
    """
    now = clock.now()
    left = sessions.seconds_left(request, now=now) if request.user.is_authenticated else 0
    if left <= 0:
        return JsonResponse({"left": 0, "words": ""})
    minutes = {"minutes": text.minute_count(-(-left // 60))}
    if sessions.can_stay(request, now=now):
        words, act = _("The session will end in %(minutes)s"), _("Stay signed in")
        return JsonResponse({"left": left, "words": words % minutes, "act": act, "stays": True})
    words = _("The session has reached its longest time and ends in %(minutes)s. Save what is open, then sign in again")
    return JsonResponse({"left": left, "words": words % minutes, "act": _("Close"), "stays": False})


@require_http_methods(["GET", "HEAD", "POST"])
def kept_values(request: HttpRequest) -> HttpResponse:
    """What was being sent when the session ended, to be sent now; POST gives it up."""
    waiting = kept.find(request)
    if request.method == "POST" or waiting is None:
        kept.drop(request)
        return redirect(waiting["address"] if waiting else "portal:home")
    return render(request, "account/kept.html", {"waiting": waiting})
