"""Two owners at one moment; a twin of the race shows it with the guard off."""

import datetime
import threading

import pytest
from django.db.models import QuerySet

from apps.accounts.models import User
from apps.registry import rules, selectors, services
from apps.registry.choices import Role
from apps.registry.models import Membership
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
