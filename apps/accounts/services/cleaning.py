"""What is over is not kept: codes that nobody can use any more, and the rows of sessions that have ended."""

import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef

from apps.accounts import rules
from apps.accounts.models import OneTimeCode


@transaction.atomic
def forget_what_is_over(*, now: datetime.datetime) -> int:
    """Codes older than the longest limit that counts them are gone, and every session that ended. Returns rows gone."""
    over = (
        OneTimeCode.objects.filter(sent_at__lt=now - rules.CODE_KEPT),
        Session.objects.filter(expire_date__lt=now),
        UserSession.objects.exclude(Exists(Session.objects.filter(session_key=OuterRef("session_key")))),
    )
    return sum(rows.delete()[0] for rows in over)
