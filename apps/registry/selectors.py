"""Memberships in force, and establishments and subscribers as one person may see them."""

import datetime

from django.db.models import Q, QuerySet

from apps.registry.choices import MANAGING
from apps.registry.models import Establishment, Membership, Subscriber


def memberships_in_force(user, *, on: datetime.date) -> QuerySet[Membership]:
    """The memberships that a user holds on a day, with their establishments; none for a stranger."""
    if not user.is_authenticated:
        return Membership.objects.none()
    return (
        Membership.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), user=user, starts_on__lte=on)
        .select_related("establishment")
        .order_by("establishment__search_key", "pk")
    )


def membership(user, unified_number: str, *, on: datetime.date) -> Membership | None:
    return memberships_in_force(user, on=on).filter(establishment__unified_number=unified_number).first()


def manages(user, *, on: datetime.date) -> bool:
    """Whether the user is owner or supervisor of any establishment on a day."""
    return memberships_in_force(user, on=on).filter(role__in=MANAGING).exists()


def holders(establishment: Establishment, roles, *, on: datetime.date) -> QuerySet[Membership]:
    """Who holds one of the roles in an establishment on a day: whom to ask for a right."""
    return (
        establishment.memberships.filter(Q(ends_on=None) | Q(ends_on__gte=on), role__in=roles, starts_on__lte=on)
        .select_related("user")
        .order_by("user__full_name", "pk")
    )


def subscriber_with(national_id: str) -> Subscriber | None:
    """The subscriber with exactly this ID, in its stored form."""
    return Subscriber.objects.filter(national_id=national_id).first()


def subscriber_of(user) -> Subscriber | None:
    """The subscriber that a user is, if any."""
    return Subscriber.objects.filter(user=user).first() if user.is_authenticated else None
