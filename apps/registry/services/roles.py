"""Who may act for an establishment: roles given, changed and taken away, one at a time in each establishment."""

import datetime

from django.db import transaction
from django.db.models import Q

from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.services import record
from apps.registry import permissions, rules, selectors
from apps.registry.choices import Role
from apps.registry.models import Establishment, Membership


@transaction.atomic
def grant_membership(
    *,
    establishment: Establishment,
    user: User,
    role: Role | str,
    starts_on: datetime.date,
    now: datetime.datetime,
    ends_on: datetime.date | None = None,
    office_name: str = "",
    by: User | None = None,
) -> Membership:
    """The user holds the role from `starts_on` on; an open role that began earlier ends the day before.

    Refuses with `OwnGrant`, or with `RoleHeld` when any other role of his in the establishment would overlap.
    """
    rules.check_role_dates(starts_on, ends_on)
    if by is not None and by.pk == user.pk:
        raise rules.OwnGrant
    hold_roles(establishment)
    held = Membership.objects.filter(establishment=establishment, user=user, revoked_at=None)
    held.filter(ends_on=None, starts_on__lt=starts_on).update(ends_on=starts_on - datetime.timedelta(days=1))
    overlapping = held.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if ends_on is not None:
        overlapping = overlapping.filter(starts_on__lte=ends_on)
    if overlapping.exists():
        raise rules.RoleHeld(user=user.full_name)
    return _give(
        Membership(
            establishment=establishment,
            user=user,
            role=Role(role),
            starts_on=starts_on,
            ends_on=ends_on,
            office_name=office_name,
            granted_by=by,
        ),
        now,
    )


@transaction.atomic
def end_membership(
    *, membership_id: int, ends_on: datetime.date, now: datetime.datetime, by: User | None = None
) -> Membership:
    """An open role is held until this day and no longer. Refuses with `RoleDatesDisordered`, or `RoleEnded`."""
    held = Membership.objects.select_for_update(of=("self",)).get(pk=membership_id)
    if held.ends_on is not None:
        raise rules.RoleEnded(ends_on=held.ends_on)
    rules.check_role_dates(held.starts_on, ends_on)
    held.ends_on = ends_on
    held.save(update_fields=["ends_on"])
    _record(Event.ROLE_ENDED, held, by=by, now=now)
    return held


@transaction.atomic
def change_role(
    *, membership: Membership, role: Role | str, by: User, now: datetime.datetime, today: datetime.date
) -> Membership:
    """From this moment on the person holds the other role instead, until the same last day.

    Refuses with `NotGranted`, `RoleEnded`, `RoleUnchanged`, `LastOwner`, or a limit of delegations.
    """
    held = _held_for_change(membership, by=by, today=today)
    if held.role == role:
        raise rules.RoleUnchanged
    if not permissions.can_grant(role, by=selectors.membership(by, _number(held), on=today).role):
        raise rules.NotGranted
    rules.check_delegation(role=role, ends_on=held.ends_on, office_name=held.office_name, today=today)
    next_one = Membership(
        establishment=held.establishment,
        user=held.user,
        role=Role(role),
        starts_on=max(today, held.starts_on),
        ends_on=held.ends_on,
        office_name=held.office_name,
        granted_by=by,
    )
    _take(held, by=by, now=now, today=today)
    return _give(next_one, now)


@transaction.atomic
def revoke_membership(*, membership: Membership, by: User, now: datetime.datetime, today: datetime.date) -> Membership:
    """From this moment on the person does nothing more in the establishment.

    Refuses with `NotGranted`, `RoleEnded` or `LastOwner`.
    """
    held = _held_for_change(membership, by=by, today=today)
    _take(held, by=by, now=now, today=today)
    return held


def hold_roles(establishment: Establishment) -> None:
    """Whoever gives or takes roles of the establishment waits until the transaction ends."""
    Establishment.objects.select_for_update(no_key=True).get(pk=establishment.pk)


def require_manager(establishment: Establishment, *, by: User, role: Role | str, today: datetime.date) -> None:
    """Refuses with `NotGranted` unless the person may give the role in the establishment at this moment."""
    manager = selectors.membership(by, establishment.unified_number, on=today)
    if manager is None or not permissions.can_grant(role, by=manager.role):
        raise rules.NotGranted


def _held_for_change(membership: Membership, *, by: User, today: datetime.date) -> Membership:
    """The role as it stands once nobody else changes the establishment's roles."""
    hold_roles(membership.establishment)
    held = Membership.objects.select_related("establishment", "user").get(pk=membership.pk)
    require_manager(held.establishment, by=by, role=held.role, today=today)
    if held.revoked_at or (held.ends_on is not None and held.ends_on < today):
        raise rules.RoleEnded(ends_on=held.ends_on)
    if held.role == Role.OWNER and not selectors.other_lasting_owners(held, on=today):
        raise rules.LastOwner
    return held


def _give(membership: Membership, now: datetime.datetime) -> Membership:
    membership.save(force_insert=True)
    _record(Event.ROLE_GRANTED, membership, by=membership.granted_by, now=now)
    return membership


def _take(held: Membership, *, by: User, now: datetime.datetime, today: datetime.date) -> None:
    held.ends_on, held.revoked_at, held.revoked_by = max(today, held.starts_on), now, by
    held.save(update_fields=["ends_on", "revoked_at", "revoked_by"])
    # Nobody gives through an old invitation what he holds no longer.
    waiting = held.establishment.invitations.filter(invited_by=held.user, accepted_at=None, withdrawn_at=None)
    waiting.update(withdrawn_at=now, withdrawn_by=by)
    _record(Event.ROLE_ENDED, held, by=by, now=now)


def _record(kind: Event, held: Membership, *, by: User | None, now: datetime.datetime) -> None:
    until = held.ends_on and held.ends_on.isoformat()
    record(kind, now=now, user=held.user, by=by, establishment=_number(held), role=str(held.role), until=until)


def _number(held: Membership) -> str:
    return held.establishment.unified_number
