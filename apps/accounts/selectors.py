"""What is known of a person's ways to sign in."""

import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet

from apps.accounts.models import User

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Whether signing in takes more than the password; recovery codes alone are no factor."""
    return Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists()


def live_sessions(user: User, *, now: datetime.datetime) -> QuerySet[UserSession]:
    """Where the person is signed in at present, the latest first."""
    idle = settings.SESSION_IDLE_STAFF if user.is_staff else settings.SESSION_IDLE
    # A session's last minute is not written down.
    since = now - datetime.timedelta(seconds=idle + 60)
    going_on = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    seen = UserSession.objects.filter(Exists(going_on), user=user, last_seen_at__gte=since)
    return seen.order_by("-last_seen_at", "-pk")
