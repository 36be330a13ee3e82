"""Sessions end before their time: their person, a new password or other rights end them."""

import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import QuerySet

from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.services.log import record


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
