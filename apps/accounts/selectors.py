"""What is known of the codes that were sent, and of a person's ways to sign in."""

import datetime
import uuid

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet

from apps.accounts import rules
from apps.accounts.choices import Purpose
from apps.accounts.models import OneTimeCode, User

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def proof_of(attempt: uuid.UUID, purpose: Purpose, *, now: datetime.datetime) -> OneTimeCode | None:
    """The code by which the person of this attempt has proven himself, not too long ago."""
    used = OneTimeCode.objects.filter(attempt=attempt, purpose=purpose, used_at__gt=now - rules.PROOF_LIFE)
    return used.order_by("-used_at", "-pk").first()


def seconds_to_wait(attempt: uuid.UUID, *, now: datetime.datetime) -> int:
    """Seconds until the attempt may have another code; 0 when it may have one now."""
    sent = OneTimeCode.objects.filter(attempt=attempt, sent_at__gt=now - rules.RESEND_AFTER).order_by("-sent_at")
    latest = sent.values_list("sent_at", flat=True).first()
    return -((now - latest - rules.RESEND_AFTER) // datetime.timedelta(seconds=1)) if latest else 0


def changes_today(user: User, purpose: Purpose, *, now: datetime.datetime) -> int:
    """How often a contact of the person was changed by code within a day."""
    return OneTimeCode.objects.filter(user=user, purpose=purpose, used_at__gt=now - rules.DAY).count()


def factor_kinds(user: User) -> list[str]:
    """What the person has set up beside the password, recovery codes among it."""
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True).distinct())


def has_second_factor(user: User) -> bool:
    """Whether signing in takes more than the password; recovery codes alone are no factor."""
    return Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists()


def idle_limit(user: User) -> int:
    """Seconds of nothing after which a session of the person ends."""
    return settings.SESSION_IDLE_STAFF if user.is_staff else settings.SESSION_IDLE


def live_sessions(user: User, *, now: datetime.datetime) -> QuerySet[UserSession]:
    """Where the person is signed in at present, the latest first."""
    since = now - datetime.timedelta(seconds=idle_limit(user))
    going_on = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    seen = UserSession.objects.filter(Exists(going_on), user=user, last_seen_at__gte=since)
    return seen.order_by("-last_seen_at", "-pk")
