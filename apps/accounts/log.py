"""What the pages tell the security log: now, from this address, about whoever is signed in unless said otherwise."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from apps.accounts import services
from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.common import clock

SIGNED_IN = object()


def note(request: HttpRequest, kind: Event, *, user: User | object | None = SIGNED_IN, **details) -> None:
    concerned = request.user if user is SIGNED_IN else user
    services.record(kind, now=clock.now(), user=concerned, address=address_of(request), **details)


def address_of(request: HttpRequest) -> str:
    """The visitor's address, of which the proxies in front are believed only as far as they are our own."""
    return get_adapter().get_client_ip(request)
