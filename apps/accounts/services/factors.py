"""Second factors that are not their person's own doing: taken away by staff, and closed with a new key."""

import datetime
from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from apps.accounts import selectors
from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.services.log import record
from apps.accounts.services.sessions import end_sessions

# How many rows are held at a time while they are closed anew.
CHUNK = 500


@transaction.atomic
def remove_factors(*, user: User, by: User, now: datetime.datetime, address: str | None = None) -> None:
    """The person signs in with the password alone, and anew everywhere; where a factor is asked for, he sets one up."""
    kinds = selectors.factor_kinds(user)
    Authenticator.objects.filter(user=user).delete()
    record(Event.FACTOR_REMOVED, now=now, user=user, by=by, address=address, factor="+".join(kinds))
    sessions = UserSession.objects.filter(user=user)
    end_sessions(user=user, sessions=sessions, now=now, by=by, address=address, reason="factor")


def reencrypt_factors(*, close_anew: Callable[[str], str]) -> int:
    """The secrets of every factor are closed by `close_anew`; returns how many factors that changed.

    May be run again, and beside people who sign in: a row is held while it is written.
    """
    keys = list(Authenticator.objects.order_by("pk").values_list("pk", flat=True))
    return sum(_reencrypt(keys[start : start + CHUNK], close_anew) for start in range(0, len(keys), CHUNK))


@transaction.atomic
def _reencrypt(keys: list[int], close_anew: Callable[[str], str]) -> int:
    held = Authenticator.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    changed = [row for row in held if _closes_anew(row, close_anew)]
    Authenticator.objects.bulk_update(changed, ["data"])
    return len(changed)


def _closes_anew(row: Authenticator, close_anew: Callable[[str], str]) -> bool:
    """Whether a secret of the row was closed anew. A passkey has none: its secret never leaves its device."""
    secrets = {name: row.data[name] for name in ("secret", "seed") if name in row.data}
    fresh = {name: close_anew(text) for name, text in secrets.items()}
    row.data |= fresh
    return fresh != secrets
