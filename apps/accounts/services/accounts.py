"""Opening an account, and changing how the person is reached; whoever was reached before is told of it."""

import datetime
import uuid

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext, override

from apps.accounts import rules, selectors
from apps.accounts.choices import Event, Purpose
from apps.accounts.models import OneTimeCode, TermsAcceptance, User
from apps.accounts.rules import Visit
from apps.accounts.services.log import record
from apps.outbox import services as outbox


@transaction.atomic
def open_account(
    *,
    national_id: str,
    full_name: str,
    mobile: str,
    password: str,
    visit: Visit,
    now: datetime.datetime,
    email: str = "",
) -> User:
    """The person can sign in, and has accepted the terms as they stand. Refuses with `AccountExists`."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                national_id, password, full_name=full_name, mobile=mobile, email=email, language=visit.language
            )
    except IntegrityError as error:
        raise rules.AccountExists from error
    TermsAcceptance.objects.create(user=user, version=rules.TERMS_VERSION, accepted_at=now)
    record(Event.ACCOUNT_OPENED, now=now, user=user, address=visit.address, terms=rules.TERMS_VERSION)
    return user


@transaction.atomic
def change_mobile(*, user: User, attempt: uuid.UUID, visit: Visit, now: datetime.datetime) -> User:
    """The person is reached at the number that the attempt has proven, and is told so at the old one.

    Refuses with `CodeExpired` when nothing is proven, and with `ChangesTooMany`.
    """
    changed, proof = _begin_change(user, attempt, Purpose.MOBILE, now)
    _set_mobile(changed, proof.recipient, by=None, address=visit.address, now=now)
    return changed


@transaction.atomic
def follow_mobile(*, user: User, mobile: str, by: User, address: str, now: datetime.datetime) -> None:
    """The account has the number that staff have taken down; the old number is told."""
    _set_mobile(User.objects.select_for_update(no_key=True).get(pk=user.pk), mobile, by=by, address=address, now=now)


@transaction.atomic
def change_email(*, user: User, attempt: uuid.UUID, visit: Visit, now: datetime.datetime) -> User:
    """The person is written to at the address that the attempt has proven, and is told so at the old one.

    Refuses with `CodeExpired` when nothing is proven, and with `ChangesTooMany`.
    """
    changed, proof = _begin_change(user, attempt, Purpose.EMAIL, now)
    with override(changed.language or settings.LANGUAGE_CODE):
        words = gettext(
            "The e-mail address of your account in the Flexible Work Portal was changed. "
            "If it was not you who changed it, ask the portal for help at once."
        )
    _tell(changed, words, now, by_email=bool(changed.email))
    changed.email = proof.recipient
    changed.save(update_fields=["email"])
    record(Event.CONTACT_CHANGED, now=now, user=changed, address=visit.address, field="email")
    return changed


def _begin_change(user: User, attempt: uuid.UUID, purpose: Purpose, now: datetime.datetime) -> tuple[User, OneTimeCode]:
    """The account, held until the end of the transaction, and what proves the new contact."""
    held = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    proof = selectors.proof_of(attempt, purpose, now=now)
    if proof is None or proof.user_id != user.pk:
        raise rules.CodeExpired
    # The proof itself is one of the day's.
    if selectors.changes_today(user, purpose, now=now) > rules.CHANGES_A_DAY:
        raise rules.ChangesTooMany
    return held, proof


def _set_mobile(user: User, mobile: str, *, by: User | None, address: str, now: datetime.datetime) -> None:
    with override(user.language or settings.LANGUAGE_CODE):
        words = gettext(
            "The mobile number of your account in the Flexible Work Portal was changed. "
            "If it was not you who changed it, ask the portal for help at once."
        )
    _tell(user, words, now, by_email=not user.mobile)
    user.mobile = mobile
    user.save(update_fields=["mobile"])
    record(Event.CONTACT_CHANGED, now=now, user=user, by=by, address=address, field="mobile")


def _tell(user: User, words: str, now: datetime.datetime, *, by_email: bool) -> None:
    """The words go to where the person is reached so far; to nowhere when that is not known."""
    if by_email and user.email:
        with override(user.language or settings.LANGUAGE_CODE):
            subject = gettext("Your account was changed")
        outbox.post_email(to=user.email, subject=subject, body=words, now=now)
    elif user.mobile:
        outbox.post_sms(to=user.mobile, body=words, now=now)
