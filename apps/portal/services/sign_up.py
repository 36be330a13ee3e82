"""How a subscriber comes to his account: by ID, birth date, and a code to the mobile number on file."""

import datetime
import uuid

from django.db import transaction
from django.utils.translation import gettext, override

from apps.accounts import rules, selectors
from apps.accounts import services as accounts
from apps.accounts.choices import Purpose
from apps.accounts.models import User
from apps.accounts.rules import Visit
from apps.accounts.services import Letter
from apps.registry import services as registry
from apps.registry.models import Subscriber


def send_code(
    *,
    attempt: uuid.UUID,
    national_id: str,
    birth_date: datetime.date,
    mobile: str,
    visit: Visit,
    now: datetime.datetime,
) -> None:
    """Whoever is on file with this ID and birth date has a code at his number on file, or at `mobile` where none is.

    Who has an account already is told so instead; to anybody else nothing goes. To the visitor all are alike.
    Refuses as `accounts.services.send_code` does.
    """
    subscriber = Subscriber.objects.filter(national_id=national_id).first()
    user = User.objects.filter(national_id=national_id).first()
    is_this_person = subscriber is not None and subscriber.birth_date == birth_date
    accounts.send_code(
        purpose=Purpose.SIGN_UP,
        attempt=attempt,
        subject=national_id,
        to=(subscriber.mobile or mobile) if is_this_person else "",
        user=user if is_this_person else None,
        instead=_already_open(user, subscriber, visit) if is_this_person and user else None,
        visit=visit,
        now=now,
    )


def send_national_code(
    *, attempt: uuid.UUID, national_id: str, mobile: str, visit: Visit, now: datetime.datetime
) -> None:
    """A code to whatever number the person gives: national sign-in has said who he is.

    Refuses as `accounts.services.send_code` does.
    """
    accounts.send_code(
        purpose=Purpose.SIGN_UP, attempt=attempt, subject=national_id, to=mobile, visit=visit, now=now, is_quiet=False
    )


def _already_open(user: User, subscriber: Subscriber, visit: Visit) -> Letter:
    with override(user.language or visit.language):
        words = gettext(
            "Somebody, probably you, wants to open an account in the Flexible Work Portal. "
            "You already have an account: sign in with the ID number and the password. "
            "A forgotten password can be replaced there."
        )
    return Letter(user.mobile or subscriber.mobile, words)


@transaction.atomic
def open_account(
    *,
    attempt: uuid.UUID,
    national_id: str,
    password: str,
    visit: Visit,
    now: datetime.datetime,
    is_national: bool = False,
) -> User:
    """The subscriber has an account, reached at the number he has proven, and sees his own pages in it.

    A number that differs from the one on file takes its place only when national sign-in has said who he is.
    Refuses with `CodeExpired` when nothing is proven any more, and with `AccountExists`.
    """
    proof = selectors.proof_of(attempt, Purpose.SIGN_UP, now=now)
    if proof is None:
        raise rules.CodeExpired
    subscriber = Subscriber.objects.select_for_update(no_key=True).get(national_id=national_id)
    user = accounts.open_account(
        national_id=national_id,
        full_name=subscriber.full_name_ar,
        mobile=proof.recipient,
        password=password,
        visit=visit,
        now=now,
    )
    if not subscriber.mobile:
        registry.change_mobile(subscriber=subscriber, mobile=proof.recipient)
    elif is_national and subscriber.mobile != proof.recipient:
        registry.correct_mobile(subscriber=subscriber, mobile=proof.recipient, by=user, address=visit.address, now=now)
    registry.link_user(subscriber=subscriber, user=user)
    return user
