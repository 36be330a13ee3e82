"""What somebody was sending when his session ended: it waits for his next sign-in in this browser, and him alone."""

import datetime
import re

from django.http import HttpRequest

KEY = "kept"
SECRET = re.compile("password|code|credential")


def keep(request: HttpRequest, *, user_id: int, now: datetime.datetime) -> bool:
    """Whether the values wait; what holds a secret is not kept, and neither are files."""
    values = [(name, request.POST.getlist(name)) for name in _names(request)]
    if not values or holds_secret(request):
        return False
    request.session[KEY] = {
        "user": user_id,
        "address": request.get_full_path(),
        "values": values,
        "at": now.isoformat(),
    }
    return True


def holds_values(request: HttpRequest) -> bool:
    """Whether more was sent than the form's token."""
    return bool(_names(request) or request.FILES)


def _names(request: HttpRequest) -> list[str]:
    return [name for name in request.POST if name != "csrfmiddlewaretoken"]


def holds_secret(request: HttpRequest) -> bool:
    """Whether a password or a code is among what was sent."""
    return any(SECRET.search(name) for name in request.POST)


def find(request: HttpRequest) -> dict | None:
    """What waits for the person who is signed in."""
    waiting = request.session.get(KEY)
    if waiting is None or waiting["user"] != request.user.pk:
        return None
    return waiting | {"at": datetime.datetime.fromisoformat(waiting["at"])}


def settle(request: HttpRequest) -> None:
    """What waits is done with, once something is sent to where it was meant for."""
    waiting = find(request)
    if waiting is not None and waiting["address"] == request.get_full_path():
        drop(request)


def drop(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
