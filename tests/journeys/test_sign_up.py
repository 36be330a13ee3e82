"""A subscriber opens his account, and comes back after a forgotten password, in a real browser."""

import datetime

import pytest

from apps.accounts.models import User
from tests import factories
from tests.conftest import NOW
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.test_language_and_sign_in import arabic_digits
from tests.portal.identity import PASSWORD, code_to, messages_to, other

MOBILE = "+966512345678"
WORDS = {
    "ar": {"next": "متابعة", "open": "إنشاء حساب", "again": "إرسال رمز جديد", "late": "لم يصل الرمز؟"},
    "en": {
        "next": "Continue",
        "open": "Create account",
        "again": "Send a new code",
        "late": "Did not get the code?",
    },
}


@pytest.fixture
def subscriber(transactional_db):
    return factories.make_subscriber(mobile=MOBILE, full_name_ar="مريم الحربي", full_name_en="Maryam Alharbi")


def begin(visitor, national_id, *, status: int = 200):
    visitor.go("/account/signup/")
    visitor.field("national_id").fill(national_id)
    visitor.field("birth_date").fill("14/03/1995")
    visitor.field("mobile").fill("0512345678")
    visitor.press(WORDS[visitor.language]["next"], status=status)


@pytest.mark.parametrize(("language", "size"), [("ar", WIDE), ("en", NARROW)], ids=["ar-1280", "en-390"])
def test_a_subscriber_opens_his_account(walk, subscriber, language, size):
    visitor, words = walk(language=language, size=size), WORDS[language]
    begin(visitor, "1000000000", status=422)
    summary = visitor.page.locator(".errors")
    assert summary.evaluate("one => one === document.activeElement")
    summary.get_by_role("link").first.click()
    assert visitor.field("national_id").evaluate("one => one === document.activeElement")
    visitor.field("national_id").fill(arabic_digits(subscriber.national_id))
    visitor.press(words["next"])
    visitor.look_at_all_widths()
    visitor.field("code").fill(other(code_to(MOBILE)))
    visitor.press(words["next"], status=422)
    assert {"ar": "المحاولات المتبقية: 4", "en": "Attempts left: 4"}[language] in visitor.text()
    code = code_to(MOBILE)
    visitor.field("code").fill(f" {code[:3]} {code[3:]} ")
    visitor.press(words["next"])
    visitor.look_at_all_widths()
    visitor.field("email").fill("maryam@example.com")
    visitor.field("password").fill(PASSWORD)
    visitor.press(words["open"], status=422)
    visitor.look_at_all_widths()
    visitor.field("password").fill(PASSWORD)
    visitor.field("terms").check()
    visitor.press(words["open"], echoes=("maryam@example.com",))
    assert "maryam@example.com" in visitor.text()
    visitor.field("code").fill(code_to("maryam@example.com"))
    visitor.press(words["next"])
    assert User.objects.get(national_id=subscriber.national_id).email == "maryam@example.com"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_code_can_be_sent_again_and_an_expired_one_is_replaced(walk, subscriber, clock, scripts):
    visitor = walk(scripts=scripts)
    begin(visitor, subscriber.national_id)
    first = code_to(MOBILE)
    visitor.page.get_by_text(WORDS["ar"]["late"]).click()
    visitor.press(WORDS["ar"]["again"])
    assert "الثواني المتبقية حتى يمكن إرسال رمز جديد" in visitor.text()
    clock.move_to(NOW + datetime.timedelta(minutes=6))
    visitor.page.get_by_text(WORDS["ar"]["late"]).click()
    visitor.press(WORDS["ar"]["again"])
    assert len(messages_to(MOBILE)) == 2
    clock.move_to(NOW + datetime.timedelta(minutes=30))
    visitor.field("code").fill(first)
    visitor.press(WORDS["ar"]["next"], status=422)
    assert "انتهت صلاحية الرمز، وأُرسل رمز جديد" in visitor.text()
    visitor.field("code").fill(arabic_digits(code_to(MOBILE)))
    visitor.press(WORDS["ar"]["next"])
    assert visitor.field("email").is_visible()


def test_whoever_has_an_account_sees_the_same_page(walk, subscriber):
    user = factories.make_user(mobile="+966598765432")
    registered = factories.make_subscriber(national_id=user.national_id, user=user)
    texts = []
    for national_id in (subscriber.national_id, registered.national_id, factories.national_id(77_777_777)):
        visitor = walk()
        begin(visitor, national_id)
        texts.append(visitor.page.locator("main").inner_text())
    assert len(set(texts)) == 1
    assert "لديك حساب من قبل" in messages_to(user.mobile)[0]


@pytest.mark.parametrize(("language", "size"), [("ar", WIDE), ("en", NARROW)], ids=["ar-1280", "en-390"])
def test_a_forgotten_password_is_replaced(walk, transactional_db, language, size):
    user = factories.make_user(national_id="1012345672", mobile=MOBILE)
    visitor, words = walk(language=language, size=size), WORDS[language]
    visitor.go("/account/password/reset/")
    visitor.field("national_id").fill(user.national_id)
    visitor.press(words["next"])
    visitor.look_at_all_widths()
    visitor.field("code").fill(code_to(MOBILE))
    visitor.press(words["next"])
    visitor.look_at_all_widths()
    visitor.field("password").fill(PASSWORD)
    visitor.follow(lambda: visitor.page.keyboard.press("Enter"))
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_number_is_changed_with_a_code(walk, transactional_db, language):
    user = factories.make_user(mobile=MOBILE, language=language)
    visitor, words = walk(language=language, size=NARROW), WORDS[language]
    visitor.sign_in(user)
    visitor.go("/account/mobile/")
    visitor.field("contact").fill("0598765432")
    visitor.page.locator("main form button[type=submit]").click()
    visitor.page.wait_for_load_state("load")
    if visitor.page.locator("input[name=password]").count():
        visitor.page.locator("input[name=password]").fill(factories.PASSWORD)
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url("**/code/")
    visitor.look_at_all_widths()
    visitor.field("code").fill(code_to("+966598765432"))
    visitor.press(words["next"])
    user.refresh_from_db()
    assert user.mobile == "+966598765432"
