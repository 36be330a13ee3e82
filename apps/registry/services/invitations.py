"""Invitations to a role: a link that works once, for the person invited, for a week."""

import datetime
import secrets
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.rules import Visit
from apps.accounts.services import open_account, record
from apps.outbox import services as outbox
from apps.registry import rules, selectors
from apps.registry.choices import Role
from apps.registry.models import Establishment, Invitation, Membership, Subscriber
from apps.registry.services.records import link_user
from apps.registry.services.roles import grant_membership, hold_roles, require_manager

# Makes the whole address of a link from its secret.
Address = Callable[[str], str]


class Offer(NamedTuple):
    """Which role is offered to whom, every value in its stored form."""

    national_id: str
    full_name: str
    role: Role | str
    mobile: str = ""
    email: str = ""
    ends_on: datetime.date | None = None
    office_name: str = ""


@transaction.atomic
def invite_member(
    *,
    establishment: Establishment,
    offer: Offer,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    address: Address,
) -> Invitation:
    """A member who may give the role has invited the person to it; see `invite`. Also refuses with `NotGranted`."""
    hold_roles(establishment)
    require_manager(establishment, by=by, role=offer.role, today=today)
    return invite(establishment=establishment, offer=offer, by=by, now=now, today=today, address=address)


@transaction.atomic
def invite(
    *,
    establishment: Establishment,
    offer: Offer,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    address: Address,
) -> Invitation:
    """The link is on its way to the person. Of its secret the portal keeps a digest.

    Refuses with `ContactMissing`, `OwnGrant`, `RoleHeld`, `InvitationWaiting`, or a limit of delegations.
    """
    check_offer(establishment=establishment, offer=offer, by=by, today=today)
    hold_roles(establishment)
    if _waiting(establishment, offer.national_id):
        raise rules.InvitationWaiting
    token = secrets.token_urlsafe(16)
    invitation = Invitation.objects.create(
        establishment=establishment,
        **offer._asdict(),
        token_digest=rules.digest(token),
        invited_by=by,
        sent_at=now,
        expires_at=rules.expiry(now=now, ends_on=offer.ends_on),
    )
    _send(invitation, token, now=now, address=address)
    _record(Event.ROLE_INVITED, invitation, by=by, now=now)
    return invitation


def check_offer(*, establishment: Establishment, offer: Offer, by: User, today: datetime.date) -> None:
    """Refuses what could never be offered; that an invitation waits already is only told when it is sent."""
    if not (offer.mobile or offer.email):
        raise rules.ContactMissing
    if by.national_id == offer.national_id:
        raise rules.OwnGrant
    rules.check_delegation(role=offer.role, ends_on=offer.ends_on, office_name=offer.office_name, today=today)
    held = selectors.in_force(establishment.memberships.filter(user__national_id=offer.national_id), on=today)
    if held.exists():
        raise rules.RoleHeld(user=offer.full_name)


@transaction.atomic
def resend_invitation(
    *, invitation: Invitation, by: User, now: datetime.datetime, today: datetime.date, address: Address
) -> Invitation:
    """A new link is on its way and open for a week; the old one works no longer.

    Refuses with `InvitationGone`, `NotGranted`, or `LastDayPast` when the role would be over.
    """
    waiting = _held(invitation)
    require_manager(waiting.establishment, by=by, role=waiting.role, today=today)
    rules.check_delegation(role=waiting.role, ends_on=waiting.ends_on, office_name=waiting.office_name, today=today)
    token = secrets.token_urlsafe(16)
    waiting.token_digest, waiting.sent_at = rules.digest(token), now
    waiting.expires_at = rules.expiry(now=now, ends_on=waiting.ends_on)
    waiting.save(update_fields=["token_digest", "sent_at", "expires_at"])
    _send(waiting, token, now=now, address=address)
    _record(Event.ROLE_INVITED, waiting, by=by, now=now)
    return waiting


@transaction.atomic
def withdraw_invitation(
    *, invitation: Invitation, by: User, now: datetime.datetime, today: datetime.date
) -> Invitation:
    """The link works no longer. Refuses with `InvitationGone` or `NotGranted`."""
    waiting = _held(invitation)
    require_manager(waiting.establishment, by=by, role=waiting.role, today=today)
    waiting.withdrawn_at, waiting.withdrawn_by = now, by
    waiting.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record(Event.ROLE_ENDED, waiting, by=by, now=now)
    return waiting


@transaction.atomic
def accept_invitation(*, token: str, user: User, now: datetime.datetime, today: datetime.date) -> Membership:
    """The person holds the role from today, and the link is used up.

    Refuses with `InvitationGone`, `InvitationOfAnother` or `RoleHeld`.
    """
    return _accept(_open(token, now=now), user, now=now, today=today)


@transaction.atomic
def open_account_with_invitation(
    *, token: str, national_id: str, password: str, visit: Visit, now: datetime.datetime, today: datetime.date
) -> Membership:
    """The person has an account and the role. Proof is the link together with the ID that it was made for.

    The account keeps the one number or address that the link went to, and shows a subscriber his own pages only when
    that was the number on file: any other was named by whoever invited him. Refuses with `InvitationGone`,
    `InvitationOfAnother`, or `AccountExists`.
    """
    invitation = _open(token, now=now)
    if invitation.national_id != national_id:
        raise rules.InvitationOfAnother
    mobile, email = _destination(invitation)
    user = open_account(
        national_id=national_id,
        full_name=invitation.full_name,
        mobile=mobile,
        email=email,
        password=password,
        visit=visit,
        now=now,
    )
    subscriber = Subscriber.objects.filter(national_id=national_id, user=None).exclude(mobile="").first()
    if subscriber is not None:
        link_user(subscriber=subscriber, user=user)
    return _accept(invitation, user, now=now, today=today)


def _accept(invitation: Invitation, user: User, *, now: datetime.datetime, today: datetime.date) -> Membership:
    if invitation.national_id != user.national_id:
        raise rules.InvitationOfAnother
    held = invitation.establishment.memberships.filter(user=user)
    if selectors.in_force(held, on=today).exists():
        raise rules.RoleHeld(user=user.full_name)
    invitation.membership = grant_membership(
        establishment=invitation.establishment,
        user=user,
        role=invitation.role,
        starts_on=today,
        ends_on=invitation.ends_on,
        office_name=invitation.office_name,
        now=now,
        by=invitation.invited_by,
    )
    invitation.accepted_at = now
    invitation.save(update_fields=["membership", "accepted_at"])
    return invitation.membership


def _open(token: str, *, now: datetime.datetime) -> Invitation:
    """The invitation of the link, kept from everybody else until the transaction ends."""
    found = selectors.invitation_with(token)
    if found is None:
        raise rules.InvitationGone
    held = _held(found)
    # A link that was replaced while this one waited is gone too.
    if held.token_digest != found.token_digest or held.expires_at <= now:
        raise rules.InvitationGone
    return held


def _held(invitation: Invitation) -> Invitation:
    """The invitation while it waits for an answer, run out or not; the establishment's roles are held first."""
    hold_roles(invitation.establishment)
    locked = Invitation.objects.select_for_update(of=("self",)).select_related("establishment", "invited_by")
    found = locked.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).first()
    if found is None:
        raise rules.InvitationGone
    return found


def _waiting(establishment: Establishment, national_id: str) -> Invitation | None:
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return waiting.filter(establishment=establishment, national_id=national_id).first()


def _destination(invitation: Invitation) -> tuple[str, str]:
    """Where the link goes, as mobile number or e-mail address: one way only, so that the link proves that one.

    A number on file stands before whatever the inviting person typed: a link in the hands of another would open an
    account in the invited person's name.
    """
    mobile = selectors.mobile_on_file(invitation.national_id) or invitation.mobile
    return (mobile, "") if mobile else ("", invitation.email)


def _send(invitation: Invitation, token: str, *, now: datetime.datetime, address: Address) -> None:
    mobile, email = _destination(invitation)
    known = User.objects.filter(national_id=invitation.national_id).values_list("language", flat=True).first()
    with translation.override(known or settings.LANGUAGE_CODE):
        words = {"establishment": invitation.establishment.name, "role": invitation.get_role_display()}
        body = _(
            "You are invited to act for %(establishment)s as %(role)s in the Flexible Work Portal. "
            "The link works once, for seven days: %(link)s"
        ) % {**words, "link": address(token)}
        if mobile:
            outbox.post_sms(to=mobile, body=body, now=now, is_secret=True)
        else:
            subject = _("An invitation to act for an establishment")
            outbox.post_email(to=email, subject=subject, body=body, now=now, is_secret=True)


def _record(kind: Event, invitation: Invitation, *, by: User, now: datetime.datetime) -> None:
    record(
        kind,
        now=now,
        user=User.objects.filter(national_id=invitation.national_id).first(),
        by=by,
        establishment=invitation.establishment.unified_number,
        role=str(invitation.role),
        invitation=str(invitation.public_id),
    )
