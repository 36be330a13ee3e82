"""What changes in an account, and what the security log keeps of it."""

import datetime
import json
import logging

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent, User

security = logging.getLogger("security")


def remember_language(*, user_id: int, language: str) -> None:
    """The person meets the portal in this language from now on, on every machine that has not chosen another."""
    User.objects.filter(pk=user_id).update(language=language)


def record(
    kind: Event,
    *,
    now: datetime.datetime,
    user: User | None = None,
    by: User | None = None,
    address: str | None = None,
    **details: str | int | None,
) -> SecurityEvent:
    """The event is in the security log, and on its way to whatever collects the portal's lines.

    `user` is whom it concerns, `by` who did it when that is somebody else. Of a person the details hold nothing but
    ids, and the line holds what the row holds.
    """
    event = SecurityEvent.objects.create(at=now, kind=kind, user=user, by=by, address=address, details=details)
    line = {
        "at": now.astimezone(datetime.UTC).isoformat(timespec="milliseconds"),
        "event": str(kind),
        "user": user and user.pk,
        "by": by and by.pk,
        "address": address,
        **details,
    }
    security.info(json.dumps(line, ensure_ascii=True))
    return event


@transaction.atomic
def end_sessions(
    *,
    user: User,
    sessions: QuerySet[UserSession],
    now: datetime.datetime,
    reason: str,
    by: User | None = None,
    address: str | None = None,
) -> int:
    """These sessions of the user are over with their next click; the log says how many and why. Returns the number."""
    ended = list(sessions)
    for session in ended:
        session.end()
    if ended:
        record(Event.SESSION_ENDED, now=now, user=user, by=by, address=address, reason=reason, sessions=len(ended))
    return len(ended)
