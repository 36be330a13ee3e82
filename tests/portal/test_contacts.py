"""A person changes where the portal reaches him, and whoever was reached before is told."""

import datetime
from urllib.parse import unquote

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from apps.outbox.models import Message
from apps.registry.services import link_user
from tests import factories
from tests.conftest import NOW
from tests.portal.identity import code_to, messages_to, other

pytestmark = pytest.mark.django_db

OLD, NEW = "+966512345678", "+966598765432"


@pytest.fixture
def user():
    subscriber = factories.make_subscriber(mobile=OLD)
    user = factories.make_user(national_id=subscriber.national_id, mobile=OLD, email="old@example.com")
    link_user(subscriber=subscriber, user=user)
    return user


@pytest.fixture
def signed_in(client, user):
    """He has just said once more who he is."""
    client.force_login(user)
    client.post("/account/reauthenticate/", {"password": factories.PASSWORD})
    return client


def change(client, page="/account/mobile/", contact="0598765432"):
    return client.post(page, {"contact": contact})


def test_a_new_number_counts_when_its_code_is_typed_and_the_old_one_is_told(signed_in, user):
    address = change(signed_in)["Location"]
    user.refresh_from_db()
    assert user.mobile == OLD
    assert signed_in.post(address, {"code": code_to(NEW)})["Location"] == "/account/mobile/"
    user.refresh_from_db()
    user.subscriber.refresh_from_db()
    assert (user.mobile, user.subscriber.mobile) == (NEW, NEW)
    assert "غُيّر رقم الجوال لحسابك" in messages_to(OLD)[-1]
    event = SecurityEvent.objects.get(kind=Event.CONTACT_CHANGED)
    assert (event.user, event.details) == (user, {"field": "mobile"})


def test_a_new_address_counts_when_its_code_is_typed_and_the_old_one_is_told(signed_in, user):
    address = change(signed_in, "/account/email/", "new@example.com")["Location"]
    letter = Message.objects.get(recipient="new@example.com")
    assert (letter.channel, letter.subject, letter.is_secret) == ("email", "رمز التحقق", True)
    assert signed_in.post(address, {"code": code_to("new@example.com")})["Location"] == "/account/email/"
    user.refresh_from_db()
    assert user.email == "new@example.com"
    assert "غُيّر البريد الإلكتروني لحسابك" in messages_to("old@example.com")[-1]
    assert SecurityEvent.objects.get(kind=Event.CONTACT_CHANGED).details == {"field": "email"}


def test_an_address_is_kept_in_small_letters_so_that_it_is_found_again(signed_in, user):
    address = change(signed_in, "/account/email/", "New.Name@Example.COM")["Location"]
    signed_in.post(address, {"code": code_to("new.name@example.com")})
    user.refresh_from_db()
    assert user.email == "new.name@example.com"


def test_an_address_longer_than_the_column_is_refused_in_words(signed_in):
    labels = ".".join(["a" * 60] * 4)
    answer = change(signed_in, "/account/email/", f"somebody@{labels}.example")
    assert answer.status_code == 422
    assert not Message.objects.exists()


@pytest.mark.parametrize("page", ["/account/mobile/", "/account/email/"])
def test_a_change_begins_with_saying_once_more_who_one_is(client, user, page, clock):
    client.force_login(user)
    assert client.get(page).status_code == 200
    clock.move_to(NOW + datetime.timedelta(minutes=6))
    contact = {"/account/mobile/": "0598765432", "/account/email/": "new@example.com"}[page]
    assert change(client, page, contact)["Location"].startswith("/account/reauthenticate/")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("page", "contact"), [("/account/mobile/", "٠٥١٢٣٤٥٦٧٨"), ("/account/email/", "old@example.com")]
)
def test_what_is_on_file_needs_no_change(signed_in, page, contact):
    assert "هذا هو المسجَّل حاليًّا" in change(signed_in, page, contact).content.decode()


def test_a_wrong_code_changes_nothing(signed_in, user):
    address = change(signed_in)["Location"]
    html = signed_in.post(address, {"code": other(code_to(NEW))}).content.decode()
    assert "المحاولات المتبقية: 4" in html
    user.refresh_from_db()
    assert user.mobile == OLD


def test_three_changes_a_day_are_the_most(signed_in, user, clock):
    for place in range(4):
        clock.move_to(NOW + datetime.timedelta(minutes=2 * place))
        signed_in.post("/account/reauthenticate/", {"password": factories.PASSWORD})
        answer = change(signed_in, contact=f"059876543{place}")
        if place < 3:
            signed_in.post(answer["Location"], {"code": code_to(f"+96659876543{place}")})
    assert "جرى هذا التغيير ثلاث مرات خلال يوم" in answer.content.decode()
    user.refresh_from_db()
    assert user.mobile == "+966598765432"


def test_the_attempt_of_one_person_is_nobody_elses(signed_in, user):
    address = change(signed_in)["Location"]
    stranger = Client()
    stranger.force_login(factories.make_user())
    assert stranger.post(address, {"code": code_to(NEW)})["Location"] == "/account/mobile/"
    user.refresh_from_db()
    assert user.mobile == OLD


@pytest.mark.parametrize("page", ["/account/mobile/", "/account/email/"])
def test_a_guest_signs_in_first(client, page):
    assert client.get(page)["Location"].startswith("/account/login/")


# By staff


@pytest.fixture
def clerk(client):
    user = factories.make_staff("clerk")
    client.force_login(user)
    return user


def correct(client, subscriber, mobile="0598765432", reason="حضر بنفسه وأبرز هويته"):
    return client.post(f"/admin/registry/subscriber/{subscriber.pk}/mobile/", {"mobile": mobile, "reason": reason})


def test_a_clerk_updates_the_number_on_file_and_the_account_follows(client, clerk, user):
    page = client.get(f"/admin/registry/subscriber/{user.subscriber.pk}/change/").content.decode()
    assert "تحديث رقم الجوال" in page
    assert correct(client, user.subscriber).status_code == 302
    user.refresh_from_db()
    user.subscriber.refresh_from_db()
    assert (user.mobile, user.subscriber.mobile) == (NEW, NEW)
    assert len(messages_to(OLD)) == 1
    event = SecurityEvent.objects.get(kind=Event.CONTACT_CHANGED)
    assert (event.user, event.by, event.details) == (user, clerk, {"field": "mobile"})
    assert "حضر بنفسه" in LogEntry.objects.get(user=clerk).change_message


def test_a_person_without_an_account_is_told_at_the_old_number_too(client, clerk):
    subscriber = factories.make_subscriber(mobile=OLD)
    correct(client, subscriber)
    subscriber.refresh_from_db()
    assert subscriber.mobile == NEW
    assert len(messages_to(OLD)) == 1
    assert SecurityEvent.objects.get(kind=Event.CONTACT_CHANGED).details["subscriber"] == subscriber.pk


@pytest.mark.parametrize(("mobile", "reason"), [("0112345678", "سبب"), ("0598765432", ""), ("0512345678", "سبب")])
def test_a_wrong_number_a_missing_reason_and_the_same_number_change_nothing(client, clerk, user, mobile, reason):
    assert correct(client, user.subscriber, mobile, reason).status_code == 200
    user.refresh_from_db()
    assert user.mobile == OLD
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize("role", ["billing officer", "auditor"])
def test_other_staff_cannot(client, user, role):
    client.force_login(factories.make_staff(role))
    assert correct(client, user.subscriber).status_code == 403
    page = client.get(f"/admin/registry/subscriber/{user.subscriber.pk}/change/").content.decode()
    assert "تحديث رقم الجوال" not in page
    user.refresh_from_db()
    assert user.mobile == OLD


def test_a_correction_asks_for_a_recent_proof_of_identity(client, clerk, user, clock):
    client.get("/admin/")
    clock.shift(datetime.timedelta(minutes=6))
    ask = correct(client, user.subscriber)["Location"]
    assert ask.startswith("/account/reauthenticate/?next=")
    user.refresh_from_db()
    assert user.mobile == OLD
    client.post(ask, {"password": factories.PASSWORD, "next": unquote(ask.partition("=")[2])})
    user.refresh_from_db()
    assert user.mobile == NEW


def test_a_reason_holds_no_marks_that_turn_the_text(client, clerk, user):
    assert correct(client, user.subscriber, reason="حضر \u202eبنفسه").status_code == 200
    user.refresh_from_db()
    assert user.mobile == OLD


# By a superuser


@pytest.fixture
def superuser(client):
    user = factories.make_user(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


def correct_account(client, user, mobile="٠٥٩٨٧٦٥٤٣٢", reason="حضر بنفسه وأبرز هويته"):
    return client.post(f"/admin/accounts/user/{user.pk}/mobile/", {"mobile": mobile, "reason": reason})


@pytest.mark.parametrize("is_subscriber", [True, False])
def test_a_superuser_updates_the_number_of_an_account_and_the_record_follows(client, superuser, user, is_subscriber):
    if not is_subscriber:
        user = factories.make_user(mobile=OLD)
    page = client.get(f"/admin/accounts/user/{user.pk}/change/").content.decode()
    assert f"/admin/accounts/user/{user.pk}/mobile/" in page
    assert 'name="mobile"' not in page
    assert correct_account(client, user).status_code == 302
    user.refresh_from_db()
    assert user.mobile == NEW
    if is_subscriber:
        user.subscriber.refresh_from_db()
        assert user.subscriber.mobile == NEW
    assert len(messages_to(OLD)) == 1
    event = SecurityEvent.objects.get(kind=Event.CONTACT_CHANGED)
    assert (event.user, event.by, event.address) == (user, superuser, "127.0.0.1")
    assert "حضر بنفسه" in LogEntry.objects.get(user=superuser).change_message


@pytest.mark.parametrize(("mobile", "reason"), [("0112345678", "سبب"), ("0598765432", ""), ("0512345678", "سبب")])
def test_an_accounts_number_is_corrected_within_the_same_rules(client, superuser, user, mobile, reason):
    assert correct_account(client, user, mobile, reason).status_code == 200
    user.refresh_from_db()
    assert user.mobile == OLD


def test_a_superuser_too_says_once_more_who_he_is(client, superuser, user, clock):
    client.get("/admin/")
    clock.shift(datetime.timedelta(minutes=6))
    assert correct_account(client, user)["Location"].startswith("/account/reauthenticate/?next=")
    user.refresh_from_db()
    assert user.mobile == OLD


@pytest.mark.parametrize("role", ["clerk", "billing officer", "auditor"])
def test_nobody_else_changes_the_number_of_an_account(client, user, role):
    client.force_login(factories.make_staff(role))
    assert correct_account(client, user).status_code == 403
