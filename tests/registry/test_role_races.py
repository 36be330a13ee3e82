"""Two owners at one moment; a twin of the race shows it with the guard off."""

import datetime
import threading

import pytest
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.accounts.rules import AccountExists
from apps.registry import rules, selectors, services
from apps.registry.choices import Role
from apps.registry.models import EstablishmentRequest, Invitation, Membership
from tests import factories
from tests.conftest import NOW
from tests.races import PATIENCE, at_once

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = datetime.date(2026, 10, 20)


def leave(user):
    return services.revoke_membership(membership=user.memberships.get(), by=user, now=NOW, today=TODAY)


def lasting_owners(establishment) -> int:
    return selectors.in_force(Membership.objects.filter(establishment=establishment, role=Role.OWNER), on=TODAY).count()


@pytest.fixture
def owners(establishment):
    return [factories.make_member(name, establishment=establishment, role="owner") for name in ("نورة", "هند")]


@pytest.mark.parametrize("turn", range(3))
def test_of_two_owners_who_leave_together_one_stays(establishment, owners, turn):
    results = at_once(*[lambda user=user: leave(user) for user in owners])
    assert sum(isinstance(result, rules.LastOwner) for result in results) == 1
    assert lasting_owners(establishment) == 1


@pytest.mark.parametrize("turn", range(3))
def test_of_two_owners_whom_staff_and_himself_end_together_one_stays(establishment, owners, turn):
    first, second = owners
    superuser = factories.make_user(is_staff=True, is_superuser=True)
    by_staff = {"membership": first.memberships.get(), "ends_on": None, "by": superuser, "now": NOW, "today": TODAY}
    results = at_once(lambda: services.end_membership(**by_staff), lambda: leave(second))
    assert sum(isinstance(result, rules.LastOwner) for result in results) == 1
    assert lasting_owners(establishment) == 1


def test_twin_without_locks_both_leave(establishment, owners, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **options: self)
    ask, everyone = selectors.other_lasting_owners, threading.Barrier(2)

    def ask_together(*args, **options):
        found = ask(*args, **options)
        everyone.wait(PATIENCE)
        return found

    monkeypatch.setattr(selectors, "other_lasting_owners", ask_together)
    at_once(*[lambda user=user: leave(user) for user in owners])
    assert lasting_owners(establishment) == 0


def test_a_link_pressed_twice_gives_one_role(establishment, noura):
    guest = factories.make_user()
    factories.make_invitation(establishment=establishment, invited_by=noura, national_id=guest.national_id)
    accept = lambda: services.accept_invitation(token="a-link", user=guest, now=NOW, today=TODAY)  # noqa: E731
    results = at_once(*[accept] * 4)
    assert sum(isinstance(result, Membership) for result in results) == 1
    assert {type(result) for result in results} == {Membership, rules.InvitationGone}
    assert Membership.objects.filter(user=guest).count() == 1


def test_a_link_pressed_twice_opens_one_account(establishment, noura):
    factories.make_invitation(establishment=establishment, invited_by=noura, national_id="1012345672")
    results = at_once(
        *[
            lambda: services.open_account_with_invitation(
                token="a-link",
                national_id="1012345672",
                password=factories.PASSWORD,
                visit=factories.VISIT,
                now=NOW,
                today=TODAY,
            )
        ]
        * 3
    )
    assert sum(isinstance(result, Membership) for result in results) == 1
    assert User.objects.filter(national_id="1012345672").count() == 1


def test_links_of_two_establishments_opened_together_open_one_account(establishment, noura):
    for token, place in (("one", establishment), ("two", factories.make_establishment())):
        factories.make_invitation(establishment=place, token=token, national_id="1012345672")

    def open_account(token):
        return services.open_account_with_invitation(
            token=token,
            national_id="1012345672",
            password=factories.PASSWORD,
            visit=factories.VISIT,
            now=NOW,
            today=TODAY,
        )

    results = at_once(lambda: open_account("one"), lambda: open_account("two"))
    assert {type(result) for result in results} == {Membership, AccountExists}
    assert User.objects.filter(national_id="1012345672").count() == 1


def test_a_clerk_and_an_owner_who_invite_one_person_together_never_wait_for_each_other(establishment, noura):
    """The request holds the establishment's roles before it touches its invitations, as everybody does."""
    clerk = factories.make_staff("clerk")
    number, guest = establishment.unified_number, "1012345672"
    asked = factories.make_request(unified_number=number, owner_national_id=guest)
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura, national_id=guest)
    moment = {"now": NOW, "today": TODAY, "link_for": lambda token: f"/i/{token}"}
    results = at_once(
        lambda: services.admit_establishment(request=asked, by=clerk, **moment),
        lambda: services.resend_invitation(invitation=invitation, by=noura, **moment),
    )
    assert isinstance(results[0], EstablishmentRequest)
    assert isinstance(results[1], Invitation | rules.InvitationGone)
