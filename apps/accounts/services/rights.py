"""What an account may do as staff, and what follows when that changes."""

import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.services.log import record
from apps.accounts.services.sessions import end_sessions


def rights_of(user_id: int) -> str:
    """What decides over an account's rights as staff, in one line: `active staff superuser: auditor, clerk`."""
    user = User.objects.get(pk=user_id)
    marks = [name for name in ("active", "staff", "superuser") if getattr(user, f"is_{name}")]
    groups = user.groups.order_by("name").values_list("name", flat=True)
    return f"{' '.join(marks)}: {', '.join(groups)}".strip(": ")


@transaction.atomic
def follow_rights(*, user: User, before: str, by: User, now: datetime.datetime, address: str | None = None) -> None:
    """If the rights differ from before, the security log knows both, and the sessions that rested on them are over."""
    after = rights_of(user.pk)
    if before != after:
        record(Event.STAFF_RIGHTS_CHANGED, now=now, user=user, by=by, address=address, before=before, after=after)
        sessions = UserSession.objects.filter(user=user)
        end_sessions(user=user, sessions=sessions, now=now, by=by, address=address, reason="rights")
