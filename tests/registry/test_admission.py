"""Establishments that ask to be admitted, and what the staff's decision sets going."""

import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from apps.outbox.models import Message
from apps.registry import rules, services
from apps.registry.models import Establishment, EstablishmentRequest, Invitation
from apps.registry.services import Application
from tests import factories
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 10, 20)
BAKERY = Application(
    *("7001234567", "مخبز السنابل", "Sanabel Bakery", "company", "+966512345678", "bakery@example.com"),
    *("1012345672", "صالح الحربي"),
)


@pytest.fixture
def clerk():
    return factories.make_staff("clerk")


def ask(key=None, **values) -> EstablishmentRequest:
    application = BAKERY._replace(**values)
    return services.request_admission(key=key or uuid.uuid4(), application=application, language="ar", now=NOW)


def admit(request, clerk):
    return services.admit_establishment(
        request=request, by=clerk, now=NOW, today=TODAY, link_for=lambda token: f"/i/{token}"
    )


def test_one_key_asks_once():
    key = uuid.uuid4()
    assert ask(key) == ask(key)
    assert EstablishmentRequest.objects.get().reference.startswith("R-2026-")


def test_an_admitted_establishment_is_on_record_its_owner_invited_its_contact_told(clerk):
    asked = admit(ask(), clerk)
    bakery = Establishment.objects.get()
    assert (asked.establishment, bakery.name_ar, bakery.unified_number) == (bakery, "مخبز السنابل", "7001234567")
    invitation = Invitation.objects.get()
    assert (invitation.national_id, invitation.role, invitation.invited_by) == ("1012345672", "owner", clerk)
    sent = Message.objects.order_by("pk").values_list("recipient", "is_secret")
    assert list(sent) == [("+966512345678", True), ("+966512345678", False), ("bakery@example.com", False)]
    event = SecurityEvent.objects.get(kind=Event.ESTABLISHMENT_ADMITTED)
    assert (event.by, event.details["establishment"]) == (clerk, "7001234567")


def test_a_known_establishment_stays_as_it_is_recorded(clerk):
    known = factories.make_establishment(unified_number="7001234567", name_ar="الاسم المسجل")
    admit(ask(), clerk)
    known.refresh_from_db()
    assert known.name_ar == "الاسم المسجل"
    assert known.invitations.count() == 1


def test_a_second_request_renews_the_invitation_and_an_owner_is_asked_for_nothing(clerk):
    admit(ask(), clerk)
    admit(ask(), clerk)
    assert Invitation.objects.filter(withdrawn_at=None).count() == 1
    owner = factories.make_user(national_id="1012345672")
    Invitation.objects.update(withdrawn_at=NOW, withdrawn_by=clerk)
    factories.make_membership(establishment=Establishment.objects.get(), user=owner)
    admit(ask(), clerk)
    assert not Invitation.objects.filter(withdrawn_at=None).exists()


def test_a_refused_one_is_told_why_and_nothing_else_happens(clerk):
    asked = services.refuse_establishment(request=ask(), reason="الرقم غير مطابق", by=clerk, now=NOW)
    assert (asked.state, asked.decided_by) == ("refused", clerk)
    assert all("الرقم غير مطابق" in message.body for message in Message.objects.all())
    assert Message.objects.count() == 2
    assert not Establishment.objects.exists()
    assert SecurityEvent.objects.get().kind == Event.ESTABLISHMENT_REFUSED


def test_a_request_is_decided_once_and_never_without_a_reason(clerk):
    asked = ask()
    with pytest.raises(rules.ReasonMissing):
        services.refuse_establishment(request=asked, reason="", by=clerk, now=NOW)
    admit(asked, clerk)
    for act in (
        lambda: admit(asked, clerk),
        lambda: services.refuse_establishment(request=asked, reason="x", by=clerk, now=NOW),
    ):
        with pytest.raises(rules.RequestDecided):
            act()


def test_a_clerk_admits_no_establishment_of_his_own(clerk):
    asked = ask(owner_national_id=clerk.national_id)
    with pytest.raises(rules.OwnGrant), transaction.atomic():
        admit(asked, clerk)
    asked.refresh_from_db()
    assert asked.state == "pending"


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "admitted"},
        {"state": "refused"},
        {"decided_at": NOW},
        {"reason": "x"},
        {"unified_number": "1001234567"},
        {"owner_national_id": "7012345672"},
    ],
)
def test_the_database_refuses_a_request_whose_state_and_stamps_disagree(fields):
    asked = ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        EstablishmentRequest.objects.filter(pk=asked.pk).update(**fields)
