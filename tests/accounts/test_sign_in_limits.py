"""What signing in gives away, and how often it may be tried."""

import datetime
import re

import pytest
from django.test import Client

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from tests import factories

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN = "1012345672", "1098765439"


@pytest.fixture
def user():
    return factories.make_user(national_id=KNOWN)


def sign_in(client, login=KNOWN, password=factories.PASSWORD):
    return client.post("/account/login/", {"login": login, "password": password})


def page(response) -> str:
    """The answer without what differs from request to request."""
    html = re.sub(r'value="[A-Za-z0-9]{64}"', "", response.content.decode())
    return html.replace(KNOWN, "ID").replace(UNKNOWN, "ID")


def test_a_known_and_an_unknown_id_get_the_same_page(client, user):
    known, unknown = sign_in(client, KNOWN, "wrong"), sign_in(client, UNKNOWN, "wrong")
    assert known.status_code == unknown.status_code == 200
    assert page(known) == page(unknown)


def test_an_unknown_id_costs_the_time_of_a_password_too(client, user, monkeypatch):
    hashed = []
    monkeypatch.setattr(type(user), "set_password", lambda self, raw: hashed.append(raw))
    sign_in(client, UNKNOWN, "wrong")
    assert hashed == ["wrong"]


def test_an_inactive_person_is_told_so_only_with_the_right_password(client, user):
    user.is_active = False
    user.save()
    assert page(sign_in(client, KNOWN, "wrong")) == page(sign_in(client, UNKNOWN, "wrong"))
    assert client.get(sign_in(client)["Location"]).status_code == 200
    assert client.get("/home/")["Location"].startswith("/account/login/")


def test_one_who_becomes_inactive_is_out_with_the_next_click(client, user):
    client.force_login(user)
    assert client.get("/home/").status_code == 200
    type(user).objects.update(is_active=False)
    assert client.get("/home/")["Location"].startswith("/account/login/")


def test_tries_count_together_in_whatever_digits_the_id_is_typed(client, user):
    for typed in ["1012345672", "١٠١٢٣٤٥٦٧٢", "۱۰۱۲۳۴۵۶۷۲", " 1012345672 ", "1012 345 672"]:
        sign_in(client, typed, "wrong")
    assert "محاولات كثيرة" in sign_in(client).content.decode()


def test_an_unknown_id_is_stopped_like_a_known_one(client, user):
    for login in (KNOWN, UNKNOWN):
        for _ in range(5):
            sign_in(client, login, "wrong")
    assert page(sign_in(client, KNOWN, "wrong")) == page(sign_in(client, UNKNOWN, "wrong"))


def test_who_is_locked_is_told_until_when_and_the_log_keeps_it(user):
    for login, address in ((KNOWN, "203.0.113.1"), (UNKNOWN, "203.0.113.2")):
        visitor = Client(REMOTE_ADDR=address)
        for _ in range(5):
            sign_in(visitor, login, "wrong")
        words = "محاولات كثيرة. تمكن المحاولة مجددًا بعد 20 أكتوبر 2026، 10:15 ص"
        assert words in sign_in(visitor, login).content.decode()
    locked = SecurityEvent.objects.filter(kind=Event.SIGN_IN_FAILED, details__reason="locked").order_by("pk")
    assert [event.user for event in locked] == [user, None]


def test_when_the_time_has_come_he_may_try_again(client, user, clock):
    for _ in range(6):
        sign_in(client, KNOWN, "wrong")
    clock.shift(datetime.timedelta(minutes=15, seconds=1))
    assert sign_in(client)["Location"] == "/home/"


def test_the_lock_of_one_id_does_not_lock_another(client, user):
    for _ in range(5):
        sign_in(client, UNKNOWN, "wrong")
    assert sign_in(client)["Location"] == "/home/"


def test_the_chosen_language_waits_at_the_next_sign_in_on_another_machine(client, user):
    client.force_login(user)
    client.post("/language/", {"language": "en", "next": "/home/"})
    client.logout()
    client.cookies.clear()
    assert 'lang="ar"' in client.get("/account/login/").content.decode()
    sign_in(client)
    assert 'lang="en"' in client.get("/home/").content.decode()
