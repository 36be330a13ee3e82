"""The link of an invitation: for the person invited, with an account or without; for anybody else it opens nothing."""

import datetime
import re

import pytest

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent, User
from apps.registry.models import Invitation, Membership
from tests import factories
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

LINK = "/invitations/a-link/"
ID = "1012345672"
NEW = {"national_id": ID, "password": "Wahat-Nakhl-1448", "terms": "on"}


@pytest.fixture
def invitation(establishment, noura):
    return factories.make_invitation(
        establishment=establishment, invited_by=noura, national_id=ID, full_name="صالح الحربي", role="supervisor"
    )


def page(answer) -> str:
    return re.sub(r'value="[A-Za-z0-9]{64}"|/invitations/[^"]*/', "", answer.content.decode())


def test_who_has_no_account_opens_one_and_is_at_work(client, invitation, establishment):
    assert "مخبز السنابل" in client.get(LINK).content.decode()
    home = f"/e/{establishment.unified_number}/"
    assert client.post(LINK, NEW)["Location"] == home
    assert client.get(home).status_code == 200
    user = User.objects.get(national_id=ID)
    assert client.session["_auth_user_id"] == str(user.pk)
    assert user.check_password("Wahat-Nakhl-1448")
    assert client.get(LINK).status_code == 404


@pytest.mark.parametrize("typed", ["١٠١٢٣٤٥٦٧٢", "10 1234 5672 ", "\u200f1012345672"])
def test_the_id_is_read_in_any_digits(client, invitation, typed):
    assert client.post(LINK, NEW | {"national_id": typed}).status_code == 302


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("national_id", "1098765439"),
        ("national_id", "1012345671"),
        ("national_id", "101234567"),
        ("national_id", "1111111111"),
        ("national_id", ""),
        ("password", "short"),
        ("password", "123456789012"),
        ("password", "1012345672-1012345672"),
        ("password", ""),
        ("terms", ""),
    ],
)
def test_another_id_or_a_weak_password_opens_nothing(client, invitation, field, typed):
    answer = client.post(LINK, NEW | {field: typed})
    assert answer.status_code == 422
    assert not User.objects.filter(national_id=ID).exists()
    assert Invitation.objects.get().accepted_at is None
    assert answer.context["form"]["national_id"].value() == (NEW | {field: typed})["national_id"]


def test_who_has_an_account_signs_in_and_presses_once(client, invitation, establishment):
    saleh = factories.make_user(national_id=ID)
    assert client.post(LINK, NEW).status_code == 422
    assert f"/account/login/?next={LINK}" in client.get(LINK).content.decode()
    client.force_login(saleh)
    assert client.get(LINK).status_code == 200
    assert not Membership.objects.filter(user=saleh).exists()
    assert client.post(LINK)["Location"] == f"/e/{establishment.unified_number}/"
    assert Membership.objects.get(user=saleh).role == "supervisor"
    assert client.post(LINK).status_code == 404


def test_another_person_sees_that_it_is_not_his_and_nothing_of_it(client, invitation, salem):
    client.force_login(salem)
    for answer in (client.get(LINK), client.post(LINK)):
        assert answer.status_code == 403
        assert "مخبز السنابل" not in answer.content.decode()
    assert not Membership.objects.filter(role="supervisor").exists()


def test_unknown_used_withdrawn_and_old_links_get_one_answer(client, establishment, noura):
    make = lambda token, **fields: factories.make_invitation(  # noqa: E731
        token=token, establishment=establishment, invited_by=noura, **fields
    )
    held = factories.make_membership(establishment=establishment)
    make("used", accepted_at=NOW, membership=held)
    make("withdrawn", withdrawn_at=NOW, withdrawn_by=noura)
    make("old", sent_at=NOW.replace(month=9), expires_at=NOW.replace(hour=9))
    answers = []
    for token in ("unknown", "used", "withdrawn", "old", "%F0%9F%98%80", "x" * 3000):
        answers += [client.get(f"/invitations/{token}/"), client.post(f"/invitations/{token}/", NEW)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({page(answer) for answer in answers}) == 1
    assert not User.objects.filter(national_id=ID).exists()


def test_the_page_is_not_kept_and_ids_are_not_tried_out(client, invitation, settings):
    assert "no-store" in client.get(LINK)["Cache-Control"]
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invitation_answer": "2/m/key"}
    for status in (422, 422, 429):
        assert client.post(LINK, NEW | {"national_id": "1098765439"}).status_code == status


def test_answers_to_links_are_limited_by_address(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invitation": "1/m/ip"}
    assert [client.post("/invitations/other/").status_code for _ in range(2)] == [404, 429]


def test_a_subscriber_reached_elsewhere_is_asked_for_his_birth_date(client, invitation, settings):
    """A wrong one is answered and counted as a wrong ID is."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invitation_answer": "4/m/key"}
    assert 'name="birth_date"' not in client.get(LINK).content.decode()
    factories.make_subscriber(national_id=ID, birth_date=datetime.date(1995, 3, 14))
    assert 'name="birth_date"' in client.get(LINK).content.decode()
    assert client.post(LINK, NEW).status_code == 422
    wrong_day = client.post(LINK, NEW | {"birth_date": "15/03/1995"})
    wrong_id = client.post(LINK, NEW | {"birth_date": "14/03/1995", "national_id": "1098765439"})
    assert wrong_day.context["form"].errors == wrong_id.context["form"].errors
    assert not User.objects.filter(national_id=ID).exists()
    assert client.post(LINK, NEW | {"birth_date": "14/03/1995"}).status_code == 302
    assert User.objects.get(national_id=ID).subscriber


def test_a_link_whose_sender_lost_the_right_is_gone_like_any_other(client, invitation, noura):
    noura.memberships.update(role="supervisor")
    assert client.get(LINK).status_code == client.post(LINK, NEW).status_code == 404


def test_the_security_log_knows_from_where_a_role_was_taken(client, invitation):
    client.post(LINK, NEW, REMOTE_ADDR="127.0.0.9")
    kinds = SecurityEvent.objects.filter(address="127.0.0.9").values_list("kind", flat=True)
    assert {Event.ACCOUNT_OPENED, Event.ROLE_GRANTED} <= set(kinds)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_not_allowed(client, invitation, method):
    assert getattr(client, method)(LINK).status_code == 405
