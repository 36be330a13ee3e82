"""Roles given, changed, taken away; delegations to an outside office; the last owner stays."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from apps.registry import permissions, rules, selectors, services
from apps.registry.choices import Role
from apps.registry.models import Membership
from tests import factories
from tests.conftest import NOW

TODAY = datetime.date(2026, 10, 20)
YEAR_ON = datetime.date(2027, 10, 19)


# Rules


@pytest.mark.parametrize("role", Role)
def test_an_owner_gives_every_role_and_nobody_else_any(role):
    assert permissions.can_grant(role, by=Role.OWNER)
    assert not any(permissions.can_grant(role, by=other) for other in set(Role) - {Role.OWNER})


@pytest.mark.parametrize(
    ("role", "ends_on", "refusal"),
    [
        ("hours_clerk", YEAR_ON, None),
        ("accountant", TODAY, None),
        ("viewer", YEAR_ON + datetime.timedelta(days=1), rules.DelegationTooLong),
        ("viewer", None, rules.DelegationNotEnding),
        ("viewer", TODAY - datetime.timedelta(days=1), rules.LastDayPast),
        ("owner", YEAR_ON, rules.DelegationNotLimited),
        ("supervisor", YEAR_ON, rules.DelegationNotLimited),
    ],
)
def test_an_outside_office_holds_little_and_not_for_long(role, ends_on, refusal):
    def check(office):
        rules.check_delegation(role=role, ends_on=ends_on, office_name=office, today=TODAY)

    if refusal is None:
        check("مكتب الميزان")
    else:
        with pytest.raises(refusal):
            check("مكتب الميزان")
    if refusal is not rules.LastDayPast:
        check("")


def test_an_invitation_is_open_for_a_week_and_not_beyond_the_role_it_offers():
    assert rules.expiry(now=NOW, ends_on=None) == NOW + datetime.timedelta(days=7)
    assert rules.expiry(now=NOW, ends_on=TODAY) == datetime.datetime(2026, 10, 21, tzinfo=NOW.tzinfo)


# Constraints


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"office_name": "مكتب", "role": "viewer"},
        {"office_name": "مكتب", "role": "owner", "starts_on": TODAY, "ends_on": YEAR_ON},
        {"office_name": "مكتب", "role": "viewer", "starts_on": TODAY, "ends_on": datetime.date(2027, 12, 1)},
        {"revoked_at": NOW},
        {"revoked_at": NOW, "ends_on": TODAY},
    ],
)
def test_the_database_refuses_an_endless_delegation_and_a_half_taken_role(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_membership(**fields)


# Services


def change(member, role, by, **when):
    return services.change_role(membership=member, role=role, by=by, **{"now": NOW, "today": TODAY} | when)


def revoke(member, by):
    return services.revoke_membership(membership=member, by=by, now=NOW, today=TODAY)


def role_of(user, establishment):
    held = selectors.membership(user, establishment.unified_number, on=TODAY)
    return held and held.role


@pytest.mark.django_db
def test_a_changed_role_holds_at_once_and_both_stand_in_the_history_and_the_log(establishment, noura, badr):
    change(badr.memberships.get(), "supervisor", noura)
    assert role_of(badr, establishment) == "supervisor"
    change(badr.memberships.get(revoked_at=None), "viewer", noura)
    assert role_of(badr, establishment) == "viewer"
    assert [held.role for held in badr.memberships.order_by("pk")] == ["hours_clerk", "supervisor", "viewer"]
    kinds = list(SecurityEvent.objects.filter(user=badr).order_by("pk").values_list("kind", "by"))
    assert kinds == [(Event.ROLE_ENDED, noura.pk), (Event.ROLE_GRANTED, noura.pk)] * 2
    details = str(list(SecurityEvent.objects.values_list("details", flat=True)))
    assert badr.national_id not in details


@pytest.mark.django_db
def test_a_role_taken_away_is_gone_at_that_moment_and_can_be_given_again_the_same_day(establishment, noura, badr):
    revoke(badr.memberships.get(), noura)
    assert role_of(badr, establishment) is None
    with pytest.raises(rules.RoleEnded):
        revoke(badr.memberships.get(), noura)
    services.grant_membership(establishment=establishment, user=badr, role="viewer", starts_on=TODAY, now=NOW, by=noura)
    assert role_of(badr, establishment) == "viewer"


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["supervisor", "hours_clerk", "accountant", "viewer"])
def test_nobody_but_an_owner_changes_anything(establishment, noura, badr, salem, role):
    member = factories.make_member("عضو", establishment=establishment, role=role)
    for by in (member, salem):
        for act in (
            lambda by=by: change(badr.memberships.get(), "viewer", by),
            lambda by=by: revoke(noura.memberships.get(), by),
        ):
            with pytest.raises(rules.NotGranted):
                act()
    assert Membership.objects.filter(revoked_at=None).count() == 4


@pytest.mark.django_db
def test_the_last_owner_neither_leaves_nor_lowers_himself(establishment, noura):
    factories.make_membership(establishment=establishment, ends_on=YEAR_ON)
    factories.make_membership(establishment=establishment, user=factories.make_user(is_active=False))
    for act in (
        lambda: change(noura.memberships.get(), "viewer", noura),
        lambda: revoke(noura.memberships.get(), noura),
    ):
        with pytest.raises(rules.LastOwner):
            act()
    factories.make_membership(establishment=establishment)
    change(noura.memberships.get(), "viewer", noura)
    assert role_of(noura, establishment) == "viewer"


@pytest.mark.django_db
def test_a_delegation_stays_one_when_its_role_changes(establishment, noura):
    office = factories.make_membership(
        establishment=establishment, role="viewer", office_name="مكتب الميزان", starts_on=TODAY, ends_on=YEAR_ON
    )
    with pytest.raises(rules.DelegationNotLimited):
        change(office, "supervisor", noura)
    changed = change(office, "accountant", noura)
    assert (changed.office_name, changed.ends_on) == ("مكتب الميزان", YEAR_ON)


@pytest.mark.django_db
def test_the_same_role_is_no_change_and_nobody_gives_himself_one(establishment, noura, badr):
    with pytest.raises(rules.RoleUnchanged):
        change(badr.memberships.get(), "hours_clerk", noura)
    with pytest.raises(rules.OwnGrant):
        services.grant_membership(
            establishment=establishment, user=badr, role="owner", starts_on=TODAY, now=NOW, by=badr
        )


@pytest.mark.django_db
def test_whoever_loses_his_role_leaves_no_open_invitations_behind(establishment, noura):
    second = factories.make_member("هند", establishment=establishment, role="owner")
    invitation = factories.make_invitation(establishment=establishment, invited_by=second)
    revoke(second.memberships.get(), noura)
    invitation.refresh_from_db()
    assert (invitation.withdrawn_at, invitation.withdrawn_by) == (NOW, noura)


# By staff


def end(member, ends_on, by):
    return services.end_membership(membership=member, ends_on=ends_on, by=by, now=NOW, today=TODAY, address="127.0.0.9")


@pytest.fixture
def superuser():
    return factories.make_user(is_staff=True, is_superuser=True)


@pytest.mark.django_db
def test_a_role_with_a_last_day_ends_earlier_and_never_later(establishment, noura, superuser):
    office = factories.make_membership(
        establishment=establishment, role="viewer", office_name="مكتب الميزان", starts_on=TODAY, ends_on=YEAR_ON
    )
    for day, refusal in (
        (YEAR_ON, rules.RoleEndsEarlier),
        (YEAR_ON + datetime.timedelta(days=1), rules.RoleEndsEarlier),
        (TODAY - datetime.timedelta(days=1), rules.LastDayPast),
    ):
        with pytest.raises(refusal):
            end(office, day, superuser)
    assert end(office, TODAY, superuser).ends_on == TODAY
    assert role_of(office.user, establishment) == "viewer"
    assert end(office, None, superuser).revoked_by == superuser
    assert role_of(office.user, establishment) is None
    with pytest.raises(rules.RoleEnded):
        end(office, None, superuser)
    assert set(SecurityEvent.objects.values_list("kind", "address")) == {(Event.ROLE_ENDED, "127.0.0.9")}


@pytest.mark.django_db
@pytest.mark.parametrize("day", [None, TODAY, YEAR_ON])
def test_staff_leave_an_establishment_its_last_owner_and_his_invitations_go_with_him(
    establishment, noura, superuser, day
):
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura)
    with pytest.raises(rules.LastOwner):
        end(noura.memberships.get(), day, superuser)
    factories.make_membership(establishment=establishment)
    end(noura.memberships.get(), day, superuser)
    invitation.refresh_from_db()
    assert (invitation.withdrawn_at, invitation.withdrawn_by) == (NOW, superuser)


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "ends_on"), [("viewer", None), ("owner", YEAR_ON)])
def test_no_lesser_role_takes_the_place_of_the_last_owners(establishment, noura, superuser, role, ends_on):
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura)
    lesser = {"role": role, "ends_on": ends_on, "starts_on": TODAY, "now": NOW, "by": superuser}
    with pytest.raises(rules.LastOwner):
        services.grant_membership(establishment=establishment, user=noura, **lesser)
    assert role_of(noura, establishment) == "owner"
    factories.make_membership(establishment=establishment)
    services.grant_membership(establishment=establishment, user=noura, **lesser)
    assert role_of(noura, establishment) == role
    invitation.refresh_from_db()
    assert invitation.withdrawn_by == superuser
    kinds = SecurityEvent.objects.filter(user=noura).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == [Event.ROLE_ENDED, Event.ROLE_GRANTED]
