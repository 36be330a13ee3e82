"""How long somebody stays signed in: an idle limit that every page renews, and a day's work in all.

The session itself holds when it began and when it was last used, in seconds since the epoch.
"""

import datetime

from allauth.account.internal.flows.login import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from apps.accounts import selectors, services
from apps.accounts.choices import Event
from apps.accounts.log import address_of, note
from apps.common import clock

BEGAN, SEEN = "began_at", "seen_at"
# Whose session it was that ended in this browser, until somebody signs in.
ENDED = "ended_session_of"
# When a session was last used is written to the minute. A page that writes nothing cannot undo what another one wrote.
STEP = 60


def begin(*, request: HttpRequest, **signed_in) -> None:
    """Somebody has just signed in: the session's time begins."""
    request.session[BEGAN] = request.session[SEEN] = int(clock.now().timestamp())
    request.session.pop(ENDED, None)


def seconds_left(request: HttpRequest, *, now: datetime.datetime) -> int:
    """Seconds until the session ends if nothing more happens; 0 or less when it is over."""
    idle_end = request.session.get(SEEN, 0) + selectors.idle_limit(request.user)
    return min(idle_end, _last_end(request)) - int(now.timestamp())


def can_stay(request: HttpRequest, *, now: datetime.datetime) -> bool:
    """Whether using the session makes it last longer: not where the day's work is what ends it."""
    return int(now.timestamp()) + seconds_left(request, now=now) < _last_end(request)


def _last_end(request: HttpRequest) -> int:
    return request.session.get(BEGAN, 0) + settings.SESSION_LONGEST


def is_new(request: HttpRequest, *, now: datetime.datetime) -> bool:
    """Whether the person signed in so lately that asking again who he is would add nothing."""
    return now.timestamp() - request.session.get(BEGAN, 0) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def last_proof(request: HttpRequest) -> float:
    """When the person last said who he is: at sign-in, or when he was asked again."""
    proofs = [record["at"] for record in get_authentication_records(request, request.user)]
    return max([request.session.get(BEGAN, 0), *proofs])


def renew(request: HttpRequest, *, now: datetime.datetime) -> None:
    """The session was used now: its idle time begins again."""
    moment = int(now.timestamp())
    if moment - request.session[SEEN] >= STEP:
        request.session[SEEN] = moment
        # Made anew where the session has changed its key.
        UserSession.objects.create_from_request(request)


def end(request: HttpRequest, *, now: datetime.datetime) -> None:
    """The session is over: the visitor is a guest, and the log says so."""
    user, key = request.user, request.session.session_key
    logout(request)
    request.session[ENDED] = user.pk
    UserSession.objects.filter(session_key=key).delete()
    note(request, Event.SESSION_ENDED, user=user, reason="limit")


def end_others(request: HttpRequest, *, reason: str) -> int:
    """The person stays signed in here and nowhere else; returns how many sessions that ended."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    return services.end_sessions(
        user=request.user, sessions=others, now=clock.now(), address=address_of(request), reason=reason
    )
