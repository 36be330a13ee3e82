"""The security log, and what the portal remembers of a person's taste."""

import datetime
import json
import logging

from django.db import transaction

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
    # What is rolled back did not happen.
    transaction.on_commit(lambda: security.info(json.dumps(line, ensure_ascii=True)))
    return event
