"""Memberships in force, and establishments and subscribers as one person may see them."""

import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from apps.accounts.models import User
from apps.registry import rules
from apps.registry.choices import Role
from apps.registry.models import Establishment, EstablishmentRequest, Invitation, Membership, Subscriber


def in_force(memberships: QuerySet[Membership], *, on: datetime.date) -> QuerySet[Membership]:
    """Those held on a day; what was taken away is gone with its moment."""
    return memberships.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on, revoked_at=None)


def memberships_in_force(user, *, on: datetime.date) -> QuerySet[Membership]:
    """The memberships that a user holds on a day, with their establishments; none for a stranger."""
    if not user.is_authenticated:
        return Membership.objects.none()
    return (
        in_force(Membership.objects.filter(user=user), on=on)
        .select_related("establishment")
        .order_by("establishment__search_key", "pk")
    )


def membership(user, unified_number: str, *, on: datetime.date) -> Membership | None:
    return memberships_in_force(user, on=on).filter(establishment__unified_number=unified_number).first()


def holders(establishment: Establishment, roles, *, on: datetime.date) -> QuerySet[Membership]:
    """Who holds one of the roles in an establishment on a day: whom to ask for a right."""
    return (
        in_force(establishment.memberships.filter(role__in=roles), on=on)
        .select_related("user")
        .order_by("user__full_name", "pk")
    )


def subscriber_with(national_id: str) -> Subscriber | None:
    """The subscriber with exactly this ID, in its stored form."""
    return Subscriber.objects.filter(national_id=national_id).first()


def subscriber_of(user) -> Subscriber | None:
    """The subscriber that a user is, if any; asked once for the page and the frame around it."""
    return getattr(user, "subscriber", None)


def members_of(establishment: Establishment, *, on: datetime.date) -> QuerySet[Membership]:
    """Roles held on a day or still to begin, with their people."""
    return establishment.memberships.filter(Q(ends_on=None) | Q(ends_on__gte=on), revoked_at=None).select_related(
        "user", "granted_by"
    )


def other_lasting_owners(membership: Membership, *, on: datetime.date) -> bool:
    """Whether somebody else owns the establishment on a day, with an account in use and no last day."""
    owners = membership.establishment.memberships.filter(role=Role.OWNER, ends_on=None, user__is_active=True)
    return in_force(owners, on=on).exclude(pk=membership.pk).exists()


def invitations_of(establishment: Establishment) -> QuerySet[Invitation]:
    """Every invitation that did not lead to a role, the latest first."""
    return establishment.invitations.filter(accepted_at=None).select_related("invited_by").order_by("-sent_at", "-pk")


def invitation_with(token: str) -> Invitation | None:
    """The invitation of a link, however it stands."""
    found = Invitation.objects.select_related("establishment", "invited_by")
    return found.filter(token_digest=rules.digest(token)).first()


def mobile_on_file(national_id: str) -> str:
    """The number kept with the person's account or, before there is one, with the subscriber; else nothing."""
    mobile = User.objects.filter(national_id=national_id).values_list("mobile", flat=True).first()
    if mobile:
        return mobile
    return Subscriber.objects.filter(national_id=national_id).values_list("mobile", flat=True).first() or ""


def requests_for_admission() -> QuerySet[EstablishmentRequest]:
    return EstablishmentRequest.objects.select_related("decided_by", "establishment")


class Known(NamedTuple):
    """What the registry holds already about a request: the establishment and who owns it, the owner, other requests."""

    establishment: Establishment | None
    owners: list[Membership]
    has_account: bool
    is_subscriber: bool
    birth_date_differs: bool
    others: list[EstablishmentRequest]


def known_of(request: EstablishmentRequest, *, on: datetime.date) -> Known:
    establishment = Establishment.objects.filter(unified_number=request.unified_number).first()
    subscriber = subscriber_with(request.owner_national_id)
    others = EstablishmentRequest.objects.filter(unified_number=request.unified_number).exclude(pk=request.pk)
    return Known(
        establishment=establishment,
        owners=list(holders(establishment, [Role.OWNER], on=on)[:10]) if establishment else [],
        has_account=User.objects.filter(national_id=request.owner_national_id).exists(),
        is_subscriber=subscriber is not None,
        birth_date_differs=bool(
            subscriber and request.owner_birth_date and subscriber.birth_date != request.owner_birth_date
        ),
        others=list(others.order_by("-received_at", "-pk")[:10]),
    )
