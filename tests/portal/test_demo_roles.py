"""The demonstration's people of one establishment: a second owner, a delegated office, an invitation, a request."""

import datetime

import pytest

from apps.outbox.models import Message
from apps.portal.services import demo_people as people
from apps.portal.services.demo_roles import add_roles
from apps.registry import selectors
from apps.registry.choices import InvitationState
from apps.registry.models import EstablishmentRequest, Invitation
from tests import factories
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def test_the_first_establishment_shows_every_kind_of_user(establishment, noura):
    add_roles(
        establishment=establishment,
        owner=noura,
        second_owner=factories.make_user(),
        delegate=factories.make_user(),
        since=datetime.date(2025, 8, 1),
        now=NOW,
        today=NOW.date(),
        address="http://127.0.0.1:8100",
    )
    members = selectors.members_of(establishment, on=NOW.date()).order_by("pk")
    assert [(held.role, held.office_name, held.ends_on) for held in members] == [
        ("owner", "", None),
        ("owner", "", None),
        ("accountant", people.OFFICE, datetime.date(2027, 3, 31)),
    ]
    assert Invitation.objects.get().state(NOW) == InvitationState.OPEN
    assert EstablishmentRequest.objects.get().state == "pending"
    assert "http://127.0.0.1:8100/invitations/" in Message.objects.get().body
