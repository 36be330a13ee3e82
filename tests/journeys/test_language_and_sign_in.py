"""A visitor chooses his language on whatever page he is, and comes in with his national ID."""

import re

import pytest

from tests import factories
from tests.factories import PASSWORD


def arabic_digits(text: str) -> str:
    return "".join(chr(ord("٠") + int(digit)) for digit in text)


def test_the_language_changes_on_the_same_page_and_is_kept_after_sign_in(page_ar, noura):
    page_ar.go("/help/?from=here")
    page_ar.language = "en"
    page_ar.press("English")
    assert page_ar.page.url.endswith("/help/?from=here")
    page_ar.go("/")
    page_ar.sign_in(noura)
    assert page_ar.page.locator("html").get_attribute("lang") == "en"
    noura.refresh_from_db()
    assert noura.language in {"en", ""}


def test_english_is_one_press_away_without_scripts_and_arabic_too(page_nojs):
    page_nojs.go("/")
    page_nojs.language = "en"
    page_nojs.press("English")
    page_nojs.language = "ar"
    page_nojs.press("العربية")
    assert page_nojs.page.url.removeprefix(page_nojs.origin) == "/"


def test_a_browser_that_prefers_another_language_gets_arabic(page_ar):
    page_ar.go("/")
    assert "العمل المرن" in page_ar.text()


def test_an_employer_signs_in_with_the_keyboard_and_is_at_home(page_ar, noura, establishment):
    page_ar.sign_in(noura)
    assert page_ar.page.url.endswith(f"/e/{establishment.unified_number}/")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_id_may_be_typed_in_arabic_digits(walk, noura, establishment, scripts):
    visitor = walk(scripts=scripts)
    visitor.go("/account/login/")
    visitor.field("login").fill(arabic_digits(noura.national_id))
    visitor.field("password").fill(PASSWORD)
    visitor.press("تسجيل الدخول", role="button")
    assert f"/e/{establishment.unified_number}/" in visitor.page.url


def test_a_wrong_password_and_an_unknown_id_get_the_same_answer(walk, noura):
    answers = []
    for national_id in (noura.national_id, factories.national_id(77_777_777)):
        visitor = walk()
        visitor.go("/account/login/")
        visitor.field("login").fill(national_id)
        visitor.field("password").fill("not-the-password-at-all")
        visitor.press("تسجيل الدخول", role="button")
        assert visitor.page.title().startswith("خطأ")
        answers.append(re.sub(r"\d{10}", "", visitor.page.locator("main").inner_text()))
    assert answers[0] == answers[1]
    assert "رقم الهوية أو كلمة المرور غير صحيحة" in answers[0]


def test_who_has_to_sign_in_first_comes_back_to_the_page_he_wanted(page_ar, noura, establishment):
    wanted = f"/e/{establishment.unified_number}/contracts/"
    page_ar.go(wanted)
    assert "/account/login/" in page_ar.page.url
    page_ar.field("login").fill(noura.national_id)
    page_ar.field("password").fill(PASSWORD)
    page_ar.follow(lambda: page_ar.field("password").press("Enter"))
    assert page_ar.page.url == f"{page_ar.origin}{wanted}"


def test_who_has_signed_out_finds_nothing_by_going_back(walk, noura, establishment):
    visitor = walk()
    visitor.sign_in(noura)
    visitor.go(f"/e/{establishment.unified_number}/contracts/")
    visitor.context.clear_cookies()
    visitor.page.go_back()
    visitor.page.go_forward()
    visitor.page.wait_for_load_state()
    assert "/account/login/" in visitor.page.url
