"""A person's account as its page shows it."""

import datetime
from functools import cached_property

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.accounts.models import User
from apps.accounts.selectors import SECOND_FACTORS, live_sessions
from apps.registry.selectors import subscriber_of
from apps.timesheets.selectors import wants_digest

# What a browser calls itself holds the names of others; the first that is found here is the one.
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android")),
    *(("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")),
)


class Account:
    """The ways to sign in, the sessions, and what he is told."""

    def __init__(self, user: User, *, now: datetime.datetime):
        self.user, self.now = user, now

    @cached_property
    def factors(self) -> dict[str, list[Authenticator]]:
        found: dict[str, list[Authenticator]] = {kind: [] for kind in Authenticator.Type.values}
        for each in Authenticator.objects.filter(user=self.user).order_by("created_at", "pk"):
            found[each.type].append(each)
        return found

    @property
    def has_second_factor(self) -> bool:
        return any(self.factors[kind] for kind in SECOND_FACTORS)

    @property
    def recovery_codes_left(self) -> int:
        return sum(len(each.wrap().get_unused_codes()) for each in self.factors["recovery_codes"])

    @property
    def has_unseen_codes(self) -> bool:
        """Recovery codes were made and nobody has looked at them yet."""
        return any(not each.wrap().did_view for each in self.factors["recovery_codes"])

    @cached_property
    def wants_digest(self) -> bool | None:
        """Whether he is told of his hours in the evening; None for who is no subscriber."""
        subscriber = subscriber_of(self.user)
        return None if subscriber is None else wants_digest(subscriber)

    @cached_property
    def session_count(self) -> int:
        return live_sessions(self.user, now=self.now).count()


class Visit:
    """One place where the person is signed in."""

    def __init__(self, session: UserSession, *, is_here: bool):
        self.session, self.is_here = session, is_here

    @property
    def device(self) -> str:
        """`Chrome, Windows`."""
        agent = self.session.user_agent
        names = [next((name for mark, name in known if mark in agent), "") for known in (BROWSERS, SYSTEMS)]
        return pgettext("list", ", ").join(filter(None, names)) or _("Another device")
