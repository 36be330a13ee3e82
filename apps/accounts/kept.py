"""What somebody was sending when his session ended: it waits for his next sign-in in this browser, and him alone."""

import datetime
import re

from django.http import HttpRequest

KEY = "kept"
SECRET = re.compile("password|code|credential")


def keep(request: HttpRequest, *, user_id: int, now: datetime.datetime) -> bool:
    """Whether the values wait; what holds a secret is not kept."""
    values = [(name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken"]
    if not values or holds_secret(request):
        return False
    request.session[KEY] = {
        "user": user_id,
        "address": request.get_full_path(),
        "values": values,
        "at": now.isoformat(),
    }
    return True


def holds_secret(request: HttpRequest) -> bool:
    """Whether a password or a code is among what was sent."""
    return any(SECRET.search(name) for name in request.POST)


def find(request: HttpRequest) -> dict | None:
    """What waits for the person who is signed in."""
    waiting = request.session.get(KEY)
    if waiting is None or waiting["user"] != request.user.pk:
        return None
    return waiting | {"at": datetime.datetime.fromisoformat(waiting["at"])}


def drop(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
