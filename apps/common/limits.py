"""How often one person, or one address, may ask for what costs much: papers, workbooks, searches.

The rates are `ACCOUNT_RATE_LIMITS`, counted in the shared cache, so that they hold over all web processes.
"""

from collections.abc import Callable
from functools import wraps

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse


def refusal(request: HttpRequest, action: str) -> HttpResponse | None:
    """The page that says "too many" (429) when the person or his address has had enough; None while he has not."""
    return ratelimit.consume_or_429(request, action=action, user=request.user, limit_get=True)


def limited(action: str) -> Callable:
    """A view that may be asked for only as often as the action's rate allows."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def ask(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            return refusal(request, action) or view(request, *args, **kwargs)

        return ask

    return decorate
