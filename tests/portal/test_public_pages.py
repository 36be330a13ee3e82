"""What anybody may read, in both languages, and the choice of language."""

import re

import pytest
from django.conf import settings

from tests import factories

pytestmark = pytest.mark.django_db

PAGES = [
    *("/", "/help/", "/accessibility/", "/privacy/", "/terms/", "/account/login/", "/account/signup/"),
    *("/account/password/reset/", "/account/password/reset/by-email/"),
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_stranger_may_read_it_in_either_language(client, page, language, direction):
    client.cookies["language"] = language
    response = client.get(page)
    html = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert not re.search("[٠-٩۰-۹]", html)


@pytest.mark.parametrize("page", PAGES)
def test_reading_costs_a_stranger_at_most_the_two_questions_for_the_rules(client, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.get(page)


def test_titles_are_unique(client):
    titles = [re.search(r"<title>(.*?)</title>", client.get(page).content.decode(), re.DOTALL)[1] for page in PAGES]
    assert len(set(titles)) == len(PAGES)


def test_the_landing_page_has_two_doors_and_the_rules_in_four_lines(client):
    html = client.get("/").content.decode()
    assert html.count('href="/account/login/"') >= 2
    assert all(words in html for words in ("95 ساعة", "8 ساعات", "30 يومًا", "فاتورة شهرية", "اليوم 15"))


def test_who_is_signed_in_goes_home_from_the_landing_page(client):
    client.force_login(factories.make_user())
    assert client.get("/")["Location"] == "/home/"


def test_the_language_changes_and_the_page_stays(client):
    response = client.post("/language/", {"language": "en", "next": "/help/?a=1"})
    assert response["Location"] == "/help/?a=1"
    assert response.cookies["language"].value == "en"
    assert response.cookies["language"]["max-age"] == settings.LANGUAGE_COOKIE_AGE
    assert '<html lang="en"' in client.get("/help/").content.decode()


def test_the_button_carries_the_page_it_stands_on(client):
    html = client.get("/help/?a=1&b=2").content.decode()
    assert '<input type="hidden" name="next" value="/help/?a=1&amp;b=2">' in html


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", "", "\t//evil.example"],
)
def test_the_choice_of_language_never_leads_off_site(client, address):
    assert client.post("/language/", {"language": "en", "next": address})["Location"] == "/"


def test_an_unknown_language_is_not_remembered(client):
    assert "language" not in client.post("/language/", {"language": "de", "next": "/help/"}).cookies


def test_the_choice_is_kept_with_the_account(client):
    user = factories.make_user()
    client.force_login(user)
    client.post("/language/", {"language": "en", "next": "/help/"})
    user.refresh_from_db()
    assert user.language == "en"


def test_only_a_form_changes_the_language(client):
    assert client.get("/language/").status_code == 405
