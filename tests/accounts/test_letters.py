"""What an account is told by e-mail: through the outbox, in the receiver's language, and nothing to strangers."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import SecurityEvent
from apps.outbox import tasks
from apps.outbox.models import Message
from tests import factories, factors

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return factories.make_user(email="noura@mail.example")


def ask(client, address="noura@mail.example"):
    return client.post("/account/password/reset/by-email/", {"email": address})


def test_a_link_to_a_new_password_waits_in_the_outbox_and_is_not_kept(client, user):
    assert ask(client).status_code == 302
    message = Message.objects.get()
    assert (message.recipient, message.subject, message.is_secret) == (user.email, "كلمة المرور الجديدة", True)
    assert mail.outbox == []
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", message.body)[1]
    tasks.deliver()
    message.refresh_from_db()
    assert message.body == ""
    assert link in mail.outbox[0].body
    assert client.get(link).status_code == 302


@pytest.mark.parametrize(("language", "words"), [("ar", "رابط"), ("en", "This link"), ("", "رابط")])
def test_a_letter_speaks_the_receivers_language(client, user, language, words):
    user.language = language
    user.save()
    ask(client)
    assert words in Message.objects.get().body


def test_a_stranger_is_sent_nothing_and_told_the_same(client, user):
    known, unknown = ask(client), ask(client, "nobody@mail.example")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert Message.objects.get().recipient == user.email


def test_a_stranger_costs_the_same_work(user, django_capture_on_commit_callbacks):
    """The same rows written, whatever becomes of them, and the same hurry afterwards."""

    def work(address):
        with CaptureQueriesContext(connection) as queries, django_capture_on_commit_callbacks() as hurried:
            ask(Client(), address)
        return [query["sql"].split("(")[0] for query in queries if query["sql"].startswith("INSERT")], len(hurried)

    known, unknown = work("noura@mail.example"), work("nobody@mail.example")
    assert known == unknown
    assert known[1] == 1


def test_a_changed_password_is_told(client, user):
    client.force_login(user)
    new = "Wahat-Nakhl-1448"
    client.post("/account/password/change/", {"oldpassword": factories.PASSWORD, "password1": new, "password2": new})
    message = Message.objects.get()
    assert (message.recipient, message.subject) == (user.email, "تغيّرت كلمة المرور")
    assert "20 أكتوبر 2026" in message.body
    assert "127.0.0.1" in message.body
    assert "http://testserver/account/password/reset/" in message.body
    assert not message.is_secret
    assert new not in message.body
    assert "{" not in message.body


def change_password(client):
    new = "Wahat-Nakhl-1448"
    return client.post(
        "/account/password/change/", {"oldpassword": factories.PASSWORD, "password1": new, "password2": new}
    )


def test_who_has_no_address_is_told_by_text_message(client):
    user = factories.make_user(mobile="+966512345678")
    client.force_login(user)
    assert change_password(client).status_code == 302
    message = Message.objects.get()
    assert (message.channel, message.recipient) == ("sms", user.mobile)
    assert message.body.startswith("بوابة العمل المرن: تغيّرت كلمة المرور. ")


def test_who_has_neither_address_nor_number_is_told_nothing_and_nothing_breaks(client):
    client.force_login(factories.make_user())
    assert change_password(client).status_code == 302
    assert not Message.objects.exists()


def test_a_new_password_by_a_link_is_told_once(client, user):
    ask(client)
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", Message.objects.get().body)[1]
    new = {"password1": "Wahat-Nakhl-1448", "password2": "Wahat-Nakhl-1448"}
    assert client.post(client.get(link)["Location"], new).status_code == 302
    assert list(Message.objects.order_by("pk").values_list("subject", flat=True)) == [
        "كلمة المرور الجديدة",
        "تغيّرت كلمة المرور",
    ]


def test_a_password_that_cannot_be_told_of_is_not_changed(client, user, monkeypatch):
    """All or nothing: the password, the log, the ended sessions and the word to the person."""
    other = Client()
    other.force_login(user)
    client.force_login(user)
    monkeypatch.setattr("apps.outbox.services.post_email", lambda **letter: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        change_password(client)
    user.refresh_from_db()
    assert user.check_password(factories.PASSWORD)
    assert not SecurityEvent.objects.filter(kind="password_changed").exists()
    assert other.get("/home/").status_code == 200


@pytest.mark.parametrize(
    ("contact", "channel"), [({"email": "noura@mail.example"}, "email"), ({"mobile": "+966512345678"}, "sms")]
)
def test_every_change_of_the_second_factor_is_told_once(client, contact, channel):
    user = factories.make_user(**contact)
    client.force_login(user)
    page = client.get("/account/second-factor/app/activate/").content.decode()
    secret = re.search(r'class="secret" dir="ltr">(\w+)<', page)[1]
    client.post("/account/second-factor/app/activate/", {"code": factors.code(secret)})
    client.post("/account/second-factor/recovery-codes/generate/")
    client.post("/account/second-factor/app/deactivate/")
    told = Message.objects.order_by("pk")
    assert [message.channel for message in told] == [channel] * 3
    words = ("أُعدّ تطبيق المصادقة", "رموز استرداد جديدة", "أُزيل تطبيق المصادقة")
    for message, what in zip(told, words, strict=True):
        assert what in message.subject + message.body


def test_a_second_factor_that_cannot_be_told_of_is_not_removed(client, user, monkeypatch):
    factors.set_up_app(user)
    client.force_login(user)
    monkeypatch.setattr("apps.outbox.services.post_email", lambda **letter: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        client.post("/account/second-factor/app/deactivate/")
    assert user.authenticator_set.filter(type="totp").exists()
    assert not SecurityEvent.objects.filter(kind="factor_removed").exists()
