"""Back in after a forgotten password: by a code to the mobile number of the account, never past the second factor."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.choices import Event
from apps.accounts.models import OneTimeCode, SecurityEvent
from apps.outbox.models import Message
from tests import factories
from tests.portal.identity import PASSWORD, code_to, messages_to, page

pytestmark = pytest.mark.django_db

MOBILE = "+966512345678"


@pytest.fixture
def user():
    return factories.make_user(national_id="1012345672", mobile=MOBILE)


def begin(client, national_id="1012345672"):
    return client.post("/account/password/reset/", {"national_id": national_id})


def prove(client) -> str:
    return client.post(begin(client)["Location"], {"code": code_to(MOBILE)})["Location"]


def sign_in(password, client=None):
    return (client or Client()).post("/account/login/", {"login": "1012345672", "password": password})


def test_the_code_leads_to_a_new_password_and_signs_nobody_in(client, user):
    answer = client.post(prove(client), {"password": PASSWORD}, follow=True)
    assert "تغيّرت كلمة المرور" in answer.content.decode()
    assert client.get("/home/")["Location"].startswith("/account/login/")
    assert sign_in(PASSWORD)["Location"] == "/home/"
    assert sign_in(factories.PASSWORD).status_code == 200


def test_every_session_of_the_account_ends(client, user):
    elsewhere = Client()
    elsewhere.force_login(user)
    assert elsewhere.get("/home/").status_code == 200
    client.post(prove(client), {"password": PASSWORD})
    assert elsewhere.get("/home/")["Location"].startswith("/account/login/")


def test_the_person_is_told_and_the_log_knows(client, user):
    client.post(prove(client), {"password": PASSWORD})
    assert "تغيّرت كلمة المرور" in messages_to(MOBILE)[-1]
    assert len(messages_to(MOBILE)) == 2
    assert SecurityEvent.objects.filter(kind=Event.PASSWORD_CHANGED, user=user).count() == 1


def test_who_has_an_address_is_told_there(client, user):
    type(user).objects.update(email="noura@example.com")
    client.post(prove(client), {"password": PASSWORD})
    assert Message.objects.get(recipient="noura@example.com").subject == "تغيّرت كلمة المرور"
    assert len(messages_to(MOBILE)) == 1


def test_a_browser_keeps_no_page_of_it(client, user):
    address = begin(client)["Location"]
    for each in (address, client.post(address, {"code": code_to(MOBILE)})["Location"]):
        assert "no-store" in client.get(each)["Cache-Control"]


def test_wrong_passwords_before_count_no_more(client, user):
    for _ in range(5):
        sign_in("wrong", client)
    assert "محاولات كثيرة" in sign_in(factories.PASSWORD, client).content.decode()
    client.post(prove(client), {"password": PASSWORD})
    assert sign_in(PASSWORD, client)["Location"] == "/home/"


def test_the_proof_serves_once(client, user):
    new = prove(client)
    client.post(new, {"password": PASSWORD})
    assert client.post(new, {"password": "Wahat-1450-nakhl"})["Location"] == "/account/password/reset/"
    assert sign_in(PASSWORD)["Location"] == "/home/"


def test_the_new_password_opens_to_a_right_code_alone(client, user):
    address = begin(client)["Location"]
    new = address.replace("/code/", "/new/")
    assert client.get(new)["Location"] == "/account/password/reset/"
    assert client.post(new, {"password": PASSWORD})["Location"] == "/account/password/reset/"
    assert Client().get(prove(client))["Location"] == "/account/password/reset/"


def test_a_weak_password_is_told_why(client, user):
    answer = client.post(prove(client), {"password": "1012345672"})
    assert answer.status_code == 422
    assert sign_in(factories.PASSWORD)["Location"] == "/home/"


def test_an_account_without_a_number_gets_a_link_by_email(client):
    factories.make_user(national_id="1012345672", email="noura@example.com")
    address = begin(client)["Location"]
    letter = Message.objects.get(recipient="noura@example.com")
    assert letter.is_secret
    assert letter.expires_at - letter.created_at == datetime.timedelta(days=1)
    link = re.search(r"http://testserver(/\S+)", letter.body)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    fields = {"password1": PASSWORD, "password2": PASSWORD}
    for _ in range(5):
        sign_in("wrong")
    assert client.post(form, fields)["Location"] == "/account/password/reset/key/done/"
    assert sign_in(PASSWORD)["Location"] == "/home/"
    assert client.post(address, {"code": "123456"}).status_code == 422


def test_an_account_that_is_not_active_gets_nothing(client, user):
    type(user).objects.update(is_active=False)
    begin(client)
    assert not Message.objects.exists()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_whoever_has_an_account_and_whoever_has_none_are_alike(user, language, monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda limit: 111111)
    by_email = factories.make_user(email="noura@example.com")
    unreachable = factories.make_user()

    def seen(national_id):
        client, answers, queries = Client(), [], []
        client.cookies["language"] = language
        for act in (
            lambda: begin(client, national_id),
            lambda: client.get(answers[0]["Location"]),
            lambda: client.post(answers[0]["Location"], {"code": "222222"}),
        ):
            with CaptureQueriesContext(connection) as captured:
                answers.append(act())
            queries.append(len(captured))
        return [(each.status_code, page(each)) for each in answers], queries

    first = seen(user.national_id)
    for national_id in (factories.national_id(77_777_777), by_email.national_id, unreachable.national_id):
        OneTimeCode.objects.all().delete()
        assert seen(national_id) == first
