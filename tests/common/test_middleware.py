"""What holds for every request: NUL bytes, language and what a browser may keep."""

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from apps.common.periods import Month
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/help/%00", "/%00/", "/help/?q=%00", "/help/?q=a%00b&page=1"])
def test_a_nul_byte_is_refused_with_a_page(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "تعذّر فهم الطلب" in response.content.decode()


@pytest.mark.parametrize("accepted", ["en-US,en;q=0.9", "fr", "", "ar"])
def test_arabic_comes_first_whatever_the_browser_prefers(client, accepted):
    page = client.get("/help/", headers={"Accept-Language": accepted})
    assert '<html lang="ar" dir="rtl">' in page.content.decode()
    assert page["Content-Language"] == "ar"


def test_english_is_the_visitors_own_choice(client):
    client.cookies["language"] = "en"
    page = client.get("/help/")
    assert '<html lang="en" dir="ltr">' in page.content.decode()
    assert "Cookie" in page["Vary"]


@pytest.mark.parametrize("cookie", ["de", "en-US", "", "../../x"])
def test_a_language_that_the_portal_does_not_speak_is_passed_over(client, cookie):
    client.cookies["language"] = cookie
    assert '<html lang="ar" dir="rtl">' in client.get("/help/").content.decode()


def test_the_account_remembers_the_language_until_a_machine_has_its_own():
    client = Client()
    client.force_login(factories.make_user(language="en"))
    assert '<html lang="en"' in client.get("/help/").content.decode()
    client.cookies["language"] = "ar"
    assert '<html lang="ar"' in client.get("/help/").content.decode()


def test_a_signed_in_persons_pages_are_not_kept(client):
    assert "no-store" not in client.get("/help/").get("Cache-Control", "")
    client.force_login(factories.make_user())
    assert client.get("/help/")["Cache-Control"] == "no-store"


def test_a_month_in_a_path_is_a_month():
    assert resolve("/me/hours/2026-10/").kwargs == {"month": Month(2026, 10)}
    assert reverse("portal:subscriber_month", kwargs={"month": Month(2026, 10)}) == "/me/hours/2026-10/"


@pytest.mark.parametrize("period", ["2026-13", "2026-00", "2026-1", "26-10", "9999-12", "٢٠٢٦-١٠", "2026-10-01"])
def test_what_is_no_month_is_no_page(period):
    with pytest.raises(Resolver404):
        resolve(f"/me/hours/{period}/")
