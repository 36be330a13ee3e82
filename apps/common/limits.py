"""How often one person, or one address, may ask for what costs much or could be guessed: papers, searches, sign-ins.

The rates are `ACCOUNT_RATE_LIMITS`, counted in the shared cache, so that they hold over all web processes.
"""

import datetime
from collections.abc import Callable
from functools import wraps

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import consume, get_cache_key, get_rates
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

APP = "allauth.account"


def refusal(request: HttpRequest, action: str) -> HttpResponse | None:
    """The page that says "too many" (429) when the person or his address has had enough; None while he has not."""
    return ratelimit.consume_or_429(request, action=action, user=request.user, limit_get=True)


def take(request: HttpRequest, action: str) -> bool:
    """Whether the address has not had enough yet; it has had one more now."""
    return bool(consume(request, app=APP, action=action, limit_get=True))


def free_at(request: HttpRequest, action: str, *, key: str) -> datetime.datetime | None:
    """When the action may be tried again; None when nothing stands against it any more."""
    waits = []
    for rate in get_rates(app=APP, action=action):
        latest_first = cache.get(get_cache_key(request, app=APP, action=action, rate=rate, key=key), [])
        if len(latest_first) >= rate.amount:
            waits.append(latest_first[rate.amount - 1] + rate.duration)
    return datetime.datetime.fromtimestamp(max(waits), tz=datetime.UTC) if waits else None


def limited(action: str) -> Callable:
    """A view that may be asked for only as often as the action's rate allows."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def ask(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            return refusal(request, action) or view(request, *args, **kwargs)

        return ask

    return decorate
