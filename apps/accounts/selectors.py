"""What is known of the codes that were sent."""

import datetime
import uuid

from apps.accounts import rules
from apps.accounts.choices import Purpose
from apps.accounts.models import OneTimeCode, User


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
