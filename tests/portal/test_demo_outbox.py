"""The messages of the demonstration, which no other portal has."""

import pytest
from django.utils import timezone

from apps.outbox import services

pytestmark = pytest.mark.django_db

PAGE = "/demo/messages/"


@pytest.fixture
def demonstration(settings):
    settings.PORTAL_DEMO = True


def test_only_the_demonstration_has_it(client):
    services.post_sms(to="+966512345678", body="الرمز 135790", now=timezone.now(), is_secret=True)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get("/").content.decode()
    assert PAGE not in client.get("/account/login/").content.decode()


def test_messages_are_shown_newest_first(client, demonstration, django_assert_num_queries):
    for number in range(3):
        services.post_sms(to="+966512345678", body=f"الرمز {number}<b>", now=timezone.now(), is_secret=True)
    services.post_email(to="noura@mail.example", subject="كلمة مرور", body="http://testserver/key/", now=timezone.now())
    with django_assert_num_queries(1):
        html = client.get(PAGE).content.decode()
    places = [html.index(words) for words in ("كلمة مرور", "الرمز 2&lt;b&gt;", "الرمز 1", "الرمز 0")]
    assert places == sorted(places)
    assert '<a href="http://testserver/key/" rel="nofollow">' in html
    assert '<bdi dir="ltr">+966512345678</bdi>' in html


def test_an_empty_outbox_says_what_would_fill_it(client, demonstration):
    assert "لا توجد رسائل بعد" in client.get(PAGE).content.decode()


def test_ways_lead_there(client, demonstration):
    assert client.get("/").content.decode().count(PAGE) == 1
    assert client.get("/account/login/").content.decode().count(PAGE) == 2


def test_it_is_only_read(client, demonstration):
    assert client.post(PAGE).status_code == 405
