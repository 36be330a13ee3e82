"""How a person changes where the portal reaches him, and comes back after a forgotten password."""

import datetime
import uuid
from collections.abc import Callable

from django.db import transaction
from django.utils.translation import gettext, override

from apps.accounts import rules, selectors
from apps.accounts import services as accounts
from apps.accounts.choices import Purpose
from apps.accounts.models import User
from apps.accounts.rules import Visit
from apps.accounts.services import Letter
from apps.registry import selectors as registry_selectors
from apps.registry import services as registry


def send_password_code(
    *, attempt: uuid.UUID, national_id: str, link_for: Callable[[User], str], visit: Visit, now: datetime.datetime
) -> None:
    """Whoever has an account with this ID has a code at its mobile number, or without one a link at its e-mail address.

    To anybody else nothing goes; to the visitor all are alike. Refuses as `accounts.services.send_code` does.
    """
    user = User.objects.filter(national_id=national_id, is_active=True).first()
    accounts.send_code(
        purpose=Purpose.PASSWORD,
        attempt=attempt,
        subject=national_id,
        to=user.mobile if user else "",
        user=user,
        instead=_link(user, link_for(user), visit) if user and not user.mobile and user.email else None,
        visit=visit,
        now=now,
    )


def _link(user: User, link: str, visit: Visit) -> Letter:
    with override(user.language or visit.language):
        asked = gettext(
            "Somebody, probably you, asked for a new password for the Flexible Work Portal. "
            "This link leads to it, once:"
        )
        body = "\n\n".join([asked, link, gettext("Whoever did not ask for it need do nothing.")])
        return Letter(user.email, body, gettext("New password"))


def send_contact_code(
    *, purpose: Purpose, attempt: uuid.UUID, user: User, to: str, visit: Visit, now: datetime.datetime
) -> None:
    """A code is on its way to the number or address that the person wants to be reached at from now on.

    Refuses with `AlreadyOnFile` and `ChangesTooMany`, and as `accounts.services.send_code` does.
    """
    if to == (user.mobile if purpose == Purpose.MOBILE else user.email):
        raise rules.AlreadyOnFile
    if selectors.changes_today(user, purpose, now=now) >= rules.CHANGES_A_DAY:
        raise rules.ChangesTooMany
    accounts.send_code(
        purpose=purpose,
        attempt=attempt,
        subject=f"user {user.pk}",
        to=to,
        user=user,
        visit=visit,
        now=now,
        is_quiet=False,
    )


@transaction.atomic
def change_mobile(*, user: User, attempt: uuid.UUID, visit: Visit, now: datetime.datetime) -> User:
    """The account has the number that was proven, and so has the person's own record as a subscriber.

    Refuses as `accounts.services.change_mobile` does.
    """
    subscriber = registry_selectors.subscriber_of(user)
    if subscriber is not None:
        # Before the account, as whoever corrects the record.
        registry.hold_subscribers([subscriber.pk])
    changed = accounts.change_mobile(user=user, attempt=attempt, visit=visit, now=now)
    if subscriber is not None:
        registry.change_mobile(subscriber=subscriber, mobile=changed.mobile)
    return changed


@transaction.atomic
def correct_mobile(*, user: User, mobile: str, by: User, address: str, now: datetime.datetime) -> None:
    """On the word of staff the account has another number, and so has the person's own record as a subscriber.

    The number left behind is told. Refuses with `AlreadyOnFile`.
    """
    if user.mobile == mobile:
        raise rules.AlreadyOnFile
    subscriber = registry_selectors.subscriber_of(user)
    if subscriber is None:
        accounts.follow_mobile(user=user, mobile=mobile, by=by, address=address, now=now)
    else:
        registry.correct_mobile(subscriber=subscriber, mobile=mobile, by=by, address=address, now=now)
