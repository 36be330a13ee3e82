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
from apps.accounts.permissions import staff_can
from apps.accounts.rules import Visit
from apps.accounts.services import open_account, record
from apps.outbox import services as outbox
from apps.registry import rules, selectors
from apps.registry.choices import InvitationState, Role
from apps.registry.models import Establishment, Invitation, Membership, Subscriber
from apps.registry.services.records import link_user
from apps.registry.services.roles import grant_membership, hold_roles, may_give, require_manager

# Makes the whole link from its secret.
LinkFor = Callable[[str], str]


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
    link_for: LinkFor,
    address: str | None = None,
) -> Invitation:
    """A member who may give the role has invited the person to it; see `invite`. Also refuses with `NotGranted`."""
    hold_roles(establishment)
    require_manager(establishment, by=by, role=offer.role, today=today)
    return invite(
        establishment=establishment, offer=offer, by=by, now=now, today=today, link_for=link_for, address=address
    )


@transaction.atomic
def invite(
    *,
    establishment: Establishment,
    offer: Offer,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    link_for: LinkFor,
    address: str | None = None,
) -> Invitation:
    """The link is on its way to the person. Of its secret the portal keeps a digest.

    Refuses with `ContactMissing`, `OwnGrant`, `RoleHeld`, `InvitationWaiting`, or a limit of delegations.
    """
    hold_roles(establishment)
    check_offer(establishment=establishment, offer=offer, by=by, today=today)
    if _waiting(establishment, offer.national_id):
        raise rules.InvitationWaiting
    invitation = Invitation(establishment=establishment, **offer._asdict(), invited_by=by)
    _send(invitation, secrets.token_urlsafe(16), now=now, link_for=link_for)
    invitation.save(force_insert=True)
    _record(Event.ROLE_INVITED, invitation, by=by, now=now, address=address)
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
    *,
    invitation: Invitation,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    link_for: LinkFor,
    address: str | None = None,
) -> Invitation:
    """A new link is on its way and open for a week, and `by` stands for it now; the old one works no longer.

    Refuses with `InvitationGone`, `NotGranted`, or `LastDayPast` when the role would be over.
    """
    waiting = _held(invitation)
    require_manager(waiting.establishment, by=by, role=waiting.role, today=today)
    rules.check_delegation(role=waiting.role, ends_on=waiting.ends_on, office_name=waiting.office_name, today=today)
    waiting.invited_by = by
    _send(waiting, secrets.token_urlsafe(16), now=now, link_for=link_for)
    waiting.save(update_fields=["invited_by", "token_digest", "sent_at", "expires_at", "sent_to"])
    _record(Event.ROLE_INVITED, waiting, by=by, now=now, address=address)
    return waiting


@transaction.atomic
def withdraw_invitation(
    *, invitation: Invitation, by: User, now: datetime.datetime, today: datetime.date, address: str | None = None
) -> Invitation:
    """The link works no longer. Refuses with `InvitationGone` or `NotGranted`."""
    waiting = _held(invitation)
    require_manager(waiting.establishment, by=by, role=waiting.role, today=today)
    waiting.withdrawn_at, waiting.withdrawn_by = now, by
    waiting.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _record(Event.ROLE_ENDED, waiting, by=by, now=now, address=address)
    return waiting


@transaction.atomic
def accept_invitation(
    *, token: str, user: User, now: datetime.datetime, today: datetime.date, address: str | None = None
) -> Membership:
    """The person holds the role from today, and the link is used up.

    Refuses with `InvitationGone`, `InvitationOfAnother` or `RoleHeld`.
    """
    return _accept(_open(token, now=now, today=today), user, now=now, today=today, address=address)


@transaction.atomic
def open_account_with_invitation(
    *,
    token: str,
    national_id: str,
    password: str,
    visit: Visit,
    now: datetime.datetime,
    today: datetime.date,
    birth_date: datetime.date | None = None,
) -> Membership:
    """The person has an account, under the name on file, and the role; a subscriber sees his own pages in it.

    Proof is the link with the ID that it was made for and, where the portal asks for it, the birth date (see
    `asks_birth_date`). The account keeps one way to the person: the number on file, or where the link went. Refuses
    with `InvitationGone`, `InvitationOfAnother`, or `AccountExists`.
    """
    invitation = _open(token, now=now, today=today)
    subscriber = Subscriber.objects.select_for_update(no_key=True).filter(national_id=invitation.national_id).first()
    is_proven = not _is_doubtful(invitation, subscriber) or birth_date == subscriber.birth_date
    if invitation.national_id != national_id or not is_proven:
        raise rules.InvitationOfAnother
    mobile, email = _destination(invitation)
    user = open_account(
        national_id=national_id,
        full_name=subscriber.full_name_ar if subscriber else invitation.full_name,
        mobile=mobile,
        email=email,
        password=password,
        visit=visit,
        now=now,
    )
    if subscriber is not None:
        link_user(subscriber=subscriber, user=user)
    return _accept(invitation, user, now=now, today=today, address=visit.address)


def asks_birth_date(invitation: Invitation) -> bool:
    """Whether link and ID are too little: of a subscriber, when the link did not go to his number on file.

    Whoever invites types the ID and the number beside it; together they prove nothing about the person.
    """
    return _is_doubtful(invitation, selectors.subscriber_with(invitation.national_id))


def is_open(invitation: Invitation, *, now: datetime.datetime, today: datetime.date) -> bool:
    """Whether the role can still be taken: nobody has answered, and who offers it may still give it."""
    if invitation.state(now) != InvitationState.OPEN:
        return False
    by, role = invitation.invited_by, invitation.role
    is_of_staff = role == Role.OWNER and staff_can(by, "admit_establishments")
    return is_of_staff or may_give(invitation.establishment, role, by=by, today=today)


def _is_doubtful(invitation: Invitation, subscriber: Subscriber | None) -> bool:
    return subscriber is not None and subscriber.mobile != invitation.sent_to


def _accept(
    invitation: Invitation, user: User, *, now: datetime.datetime, today: datetime.date, address: str | None
) -> Membership:
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
        address=address,
    )
    invitation.accepted_at = now
    invitation.save(update_fields=["membership", "accepted_at"])
    return invitation.membership


def _open(token: str, *, now: datetime.datetime, today: datetime.date) -> Invitation:
    """The invitation of the link, kept from everybody else until the transaction ends."""
    found = selectors.invitation_with(token)
    if found is None:
        raise rules.InvitationGone
    held = _held(found)
    # A link that was replaced while this one waited is gone too.
    if held.token_digest != found.token_digest or not is_open(held, now=now, today=today):
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


def _send(invitation: Invitation, token: str, *, now: datetime.datetime, link_for: LinkFor) -> None:
    """The link is on its way, and the invitation, still to be saved, knows where to and until when it holds."""
    mobile, email = _destination(invitation)
    invitation.token_digest, invitation.sent_at, invitation.sent_to = rules.digest(token), now, mobile or email
    invitation.expires_at = rules.expiry(now=now, ends_on=invitation.ends_on)
    kept = {"now": now, "is_secret": True, "life": invitation.expires_at - now}
    known = User.objects.filter(national_id=invitation.national_id).values_list("language", flat=True).first()
    with translation.override(known or settings.LANGUAGE_CODE):
        words = {"establishment": invitation.establishment.name, "role": invitation.get_role_display()}
        body = _(
            "You are invited to act for %(establishment)s as %(role)s in the Flexible Work Portal. "
            "The link works once, for seven days: %(link)s"
        ) % {**words, "link": link_for(token)}
        if mobile:
            outbox.post_sms(to=mobile, body=body, **kept)
        else:
            outbox.post_email(to=email, subject=_("An invitation to act for an establishment"), body=body, **kept)


def _record(kind: Event, invitation: Invitation, *, by: User, now: datetime.datetime, address: str | None) -> None:
    record(
        kind,
        now=now,
        user=User.objects.filter(national_id=invitation.national_id).first(),
        by=by,
        address=address,
        establishment=invitation.establishment.unified_number,
        role=str(invitation.role),
        invitation=str(invitation.public_id),
    )
