"""The header: the pages of one's role, the way to one's other roles, and home."""

import datetime
import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def entries(html: str) -> list[str]:
    found = re.search(r'<nav class="nav".*?</nav>', html, re.DOTALL)
    return re.findall(r"<a[^>]*>([^<]+)</a>", found[0]) if found else []


def test_a_stranger_is_offered_to_sign_in_and_nothing_else(client):
    html = client.get("/help/").content.decode()
    assert entries(html) == []
    assert "تسجيل الدخول" in html
    assert "تسجيل الخروج" not in html


def test_an_owner_goes_home_to_his_only_establishment(client, establishment, noura):
    client.force_login(noura)
    assert client.get("/home/")["Location"] == f"/e/{establishment.unified_number}/"


def test_an_owner_of_two_chooses(client, noura):
    factories.make_membership(user=noura)
    client.force_login(noura)
    assert client.get("/home/")["Location"] == "/establishments/"


def test_a_role_that_has_ended_leads_nowhere(client, establishment):
    past = factories.make_user()
    factories.make_membership(user=past, establishment=establishment, ends_on=datetime.date(2026, 10, 19))
    client.force_login(past)
    assert "لا توجد صلاحية بعد" in client.get("/home/").content.decode()


def test_a_subscriber_goes_home_to_his_own_pages(client):
    user = factories.make_user()
    factories.make_subscriber(user=user)
    client.force_login(user)
    assert client.get("/home/")["Location"] == "/me/"


def test_staff_go_home_to_the_billing_runs(client):
    client.force_login(factories.make_staff("billing officer"))
    assert client.get("/home/")["Location"] == "/staff/billing-runs/"


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        ("owner", ["الرئيسية", "ساعات العمل", "المشتركون والعقود", "الفواتير", "المستخدمون والصلاحيات"]),
        ("hours_clerk", ["الرئيسية", "ساعات العمل"]),
        ("accountant", ["الرئيسية", "المشتركون والعقود", "الفواتير"]),
    ],
)
def test_a_member_sees_the_pages_of_his_role(client, establishment, role, pages):
    client.force_login(factories.make_member("بدر الشهري", establishment=establishment, role=role))
    html = client.get(f"/e/{establishment.unified_number}/").content.decode()
    assert entries(html) == pages
    assert establishment.name_ar in html


def test_the_page_in_sight_is_marked(client, establishment, noura):
    client.force_login(noura)
    html = client.get(f"/e/{establishment.unified_number}/contracts/").content.decode()
    marked = re.findall(r'aria-current="page">([^<]+)</a>', re.search(r'<nav class="nav".*?</nav>', html, re.DOTALL)[0])
    assert marked == ["المشتركون والعقود"]


def test_who_has_several_roles_can_change_between_them(client, noura):
    factories.make_subscriber(user=noura)
    client.force_login(noura)
    html = client.get("/help/").content.decode()
    assert 'href="/establishments/"' in html
    assert 'href="/me/"' in html
