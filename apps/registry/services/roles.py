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
    address: str | None = None,
) -> Membership:
    """The user holds the role from `starts_on` on; an open role that began earlier ends the day before.

    Refuses with `OwnGrant`, with `LastOwner` when the role that would end is the last owner's, or with `RoleHeld` when
    any other role of his in the establishment would overlap.
    """
    rules.check_role_dates(starts_on, ends_on)
    if by is not None and by.pk == user.pk:
        raise rules.OwnGrant
    hold_roles(establishment)
    held = Membership.objects.filter(establishment=establishment, user=user, revoked_at=None)
    earlier = held.filter(ends_on=None, starts_on__lt=starts_on).select_related("establishment", "user").first()
    if earlier is not None:
        if ends_on is not None or role != Role.OWNER:
            _require_other_owner(earlier, on=starts_on)
        _end(earlier, starts_on - datetime.timedelta(days=1), now=now, by=by, address=address)
    overlapping = held.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if ends_on is not None:
        overlapping = overlapping.filter(starts_on__lte=ends_on)
    if overlapping.exists():
        raise rules.RoleHeld(user=user.full_name)
    granted = Membership(
        establishment=establishment,
        user=user,
        role=Role(role),
        starts_on=starts_on,
        ends_on=ends_on,
        office_name=office_name,
        granted_by=by,
    )
    return _give(granted, now, address)


@transaction.atomic
def end_membership(
    *,
    membership: Membership,
    ends_on: datetime.date | None,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    address: str | None = None,
) -> Membership:
    """The role is held until this day and no longer, or ends at this moment when there is no day.

    Refuses with `RoleEnded`, `RoleEndsEarlier`, `LastDayPast`, `RoleDatesDisordered` or `LastOwner`.
    """
    held = _held(membership, today=today)
    _require_other_owner(held, on=ends_on or today)
    if ends_on is None:
        _take(held, by=by, now=now, today=today, address=address)
        return held
    if ends_on < today:
        raise rules.LastDayPast
    if held.ends_on is not None and held.ends_on <= ends_on:
        raise rules.RoleEndsEarlier(ends_on=held.ends_on)
    rules.check_role_dates(held.starts_on, ends_on)
    _end(held, ends_on, now=now, by=by, address=address)
    return held


@transaction.atomic
def change_role(
    *,
    membership: Membership,
    role: Role | str,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    address: str | None = None,
) -> Membership:
    """From this moment on the person holds the other role instead, until the same last day.

    Refuses with `NotGranted`, `RoleEnded`, `RoleUnchanged`, `LastOwner`, or a limit of delegations.
    """
    held = _held(membership, today=today, by=by)
    if held.role == role:
        raise rules.RoleUnchanged
    _require_other_owner(held, on=today)
    require_manager(held.establishment, by=by, role=role, today=today)
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
    _take(held, by=by, now=now, today=today, address=address)
    return _give(next_one, now, address)


@transaction.atomic
def revoke_membership(
    *,
    membership: Membership,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    address: str | None = None,
) -> Membership:
    """From this moment on the person does nothing more in the establishment.

    Refuses with `NotGranted`, `RoleEnded` or `LastOwner`.
    """
    held = _held(membership, today=today, by=by)
    _require_other_owner(held, on=today)
    _take(held, by=by, now=now, today=today, address=address)
    return held


def hold_roles(establishment: Establishment) -> None:
    """Whoever gives or takes roles of the establishment waits until the transaction ends."""
    Establishment.objects.select_for_update(no_key=True).get(pk=establishment.pk)


def may_give(establishment: Establishment, role: Role | str, *, by: User, today: datetime.date) -> bool:
    """Whether the person, as a member with an account in use, may give the role on a day."""
    manager = selectors.membership(by, establishment.unified_number, on=today)
    return by.is_active and manager is not None and permissions.can_grant(role, by=manager.role)


def require_manager(establishment: Establishment, *, by: User, role: Role | str, today: datetime.date) -> None:
    """Refuses with `NotGranted` unless the person may give the role."""
    if not may_give(establishment, role, by=by, today=today):
        raise rules.NotGranted


def _held(membership: Membership, *, today: datetime.date, by: User | None = None) -> Membership:
    """The role as it stands once nobody else changes the establishment's roles; `by` must be a manager."""
    hold_roles(membership.establishment)
    held = Membership.objects.select_related("establishment", "user").get(pk=membership.pk)
    if by is not None:
        require_manager(held.establishment, by=by, role=held.role, today=today)
    if held.revoked_at or (held.ends_on is not None and held.ends_on < today):
        raise rules.RoleEnded(ends_on=held.ends_on)
    return held


def _require_other_owner(held: Membership, *, on: datetime.date) -> None:
    if held.role == Role.OWNER and not selectors.other_lasting_owners(held, on=on):
        raise rules.LastOwner


def _give(membership: Membership, now: datetime.datetime, address: str | None) -> Membership:
    membership.save(force_insert=True)
    _record(Event.ROLE_GRANTED, membership, by=membership.granted_by, now=now, address=address)
    return membership


def _take(held: Membership, *, by: User, now: datetime.datetime, today: datetime.date, address: str | None) -> None:
    held.revoked_at, held.revoked_by = now, by
    _end(held, max(today, held.starts_on), now=now, by=by, address=address)


def _end(
    held: Membership, ends_on: datetime.date, *, now: datetime.datetime, by: User | None, address: str | None
) -> None:
    held.ends_on = ends_on
    held.save(update_fields=["ends_on", "revoked_at", "revoked_by"])
    # Nobody gives through an old invitation what he holds no longer.
    waiting = held.establishment.invitations.filter(invited_by=held.user, accepted_at=None, withdrawn_at=None)
    waiting.update(withdrawn_at=now, withdrawn_by=by or held.user)
    _record(Event.ROLE_ENDED, held, by=by, now=now, address=address)


def _record(kind: Event, held: Membership, *, by: User | None, now: datetime.datetime, address: str | None) -> None:
    record(
        kind,
        now=now,
        user=held.user,
        by=by,
        address=address,
        establishment=held.establishment.unified_number,
        role=str(held.role),
        until=held.ends_on and held.ends_on.isoformat(),
    )
