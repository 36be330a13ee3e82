"""Signing in with more than a password, and what becomes of typed hours when a session ends."""

import datetime

import pytest
from allauth.mfa.models import Authenticator

from apps.accounts.models import SecurityEvent
from apps.timesheets.models import HoursEntry
from tests import factories, factors
from tests.journeys.conftest import NARROW

LOOK = "document.dispatchEvent(new Event('visibilitychange'))"
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def _required(settings):
    settings.MFA_REQUIRED = True


def put_device(visitor):
    """A device that keeps passkeys and knows its owner's finger."""
    cdp = visitor.context.new_cdp_session(visitor.page)
    cdp.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**device, "isUserVerified": True, "automaticPresenceSimulation": True}
    key = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    return lambda known: cdp.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": known})


@pytest.mark.usefixtures("_required")
def test_an_owner_sets_up_a_passkey_before_anything_else_and_signs_in_with_it(walk, noura, establishment, clock):
    visitor = walk()
    put_device(visitor)
    visitor.sign_in(noura)
    assert visitor.page.title().startswith("العامل الثاني")
    visitor.go(f"/e/{establishment.unified_number}/").look_at_all_widths()
    assert "إعداد عامل ثانٍ" in visitor.text()
    visitor.press("إضافة مفتاح مرور", role="link")
    visitor.look_at_all_widths()
    visitor.field("name").fill("جوال نورة")
    visitor.press("إضافة المفتاح")
    visitor.press("عرض الرموز").look_at_all_widths()
    with visitor.page.expect_download() as saved:
        visitor.page.get_by_role("link", name="تنزيل الرموز").click()
    codes = saved.value.path().read_text().split()
    assert len(codes) == 10
    assert all(code in visitor.text() for code in codes)
    visitor.press("حُفظت الرموز، متابعة", role="link")
    assert visitor.page.url.endswith(f"/e/{establishment.unified_number}/")
    visitor.page.locator("details.menu > summary").first.click()
    visitor.press("تسجيل الخروج")
    visitor.go("/account/login/").press("تسجيل الدخول بمفتاح مرور")
    assert visitor.page.url.endswith(f"/e/{establishment.unified_number}/")
    assert SecurityEvent.objects.latest("pk").details == {"means": "webauthn"}
    clock.shift(6 * MINUTE)
    visitor.go("/account/second-factor/passkeys/")
    visitor.press("إزالة جوال نورة", role="link")
    visitor.press("بمفتاح مرور", role="link").look_at_all_widths()
    visitor.press("استخدام مفتاح مرور")
    visitor.press("إزالة مفتاح المرور")
    assert not Authenticator.objects.exists()
    visitor.go("/home/")
    assert "إعداد عامل ثانٍ" in visitor.text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_password_is_followed_by_the_passkey(walk, noura, language):
    visitor = walk(noura, language=language)
    put_device(visitor)
    visitor.go("/account/second-factor/passkeys/add/")
    visitor.follow(visitor.page.locator("form[data-passkey] button").click)
    visitor.context.clear_cookies(name="sid")
    visitor.sign_in(noura).look_at_all_widths()
    assert ("رمز الاسترداد" if language == "ar" else "Recovery code") in visitor.text()
    visitor.follow(visitor.page.locator("form[data-passkey] button").click)
    assert "/account/" not in visitor.page.url


def test_a_device_that_does_not_know_the_person_signs_nobody_in(walk, noura):
    visitor = walk(noura)
    know = put_device(visitor)
    visitor.go("/account/second-factor/passkeys/add/")
    visitor.follow(visitor.page.locator("form[data-passkey] button").click)
    visitor.context.clear_cookies(name="sid")
    visitor.go("/account/login/")
    know(False)
    visitor.page.get_by_role("button", name="تسجيل الدخول بمفتاح مرور").click()
    visitor.page.get_by_text("لم يقدّم المتصفح مفتاح مرور").wait_for()
    assert visitor.page.url.endswith("/account/login/")


def test_a_pasted_code_is_enough_and_the_keyboard_too(walk, noura):
    factors.set_up_app(noura)
    visitor = walk(size=NARROW)
    visitor.sign_in(noura).look_at_all_widths()
    field = visitor.field("code")
    assert field.get_attribute("autocomplete") == "one-time-code"
    field.focus()
    visitor.page.keyboard.insert_text(f" {factors.code()[:3]} {factors.code()[3:]} ")
    visitor.follow(lambda: visitor.page.keyboard.press("Enter"))
    assert "/account/" not in visitor.page.url


def test_an_app_is_set_up_without_scripts(walk, noura):
    visitor = walk(noura, scripts=False).go("/account/")
    visitor.press("إعداد التطبيق", role="link")
    visitor.field("code").fill(factors.code(visitor.page.locator(".secret").inner_text()))
    visitor.press("تأكيد")
    visitor.press("عرض الرموز")
    assert visitor.page.locator("#codes li").count() == 10


# The end of a session


@pytest.fixture
def grid(establishment):
    return f"/e/{establishment.unified_number}/hours/2026-10/"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_is_said_before_a_session_ends_and_a_press_keeps_it(walk, noura, contract, grid, clock, language):
    visitor = walk(noura, language=language).go(grid)
    dialog = visitor.page.locator("dialog.ending")
    assert not dialog.is_visible()
    clock.shift(28 * MINUTE)
    visitor.page.evaluate(LOOK)
    dialog.wait_for()
    assert ("دقيقتين" if language == "ar" else "2 minutes") in dialog.inner_text()
    visitor.look(axe=True)
    visitor.page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")
    clock.shift(20 * MINUTE)
    visitor.go(grid)


def test_typed_hours_outlive_the_session(walk, noura, contract, grid, clock):
    visitor = walk(noura).go(grid)
    visitor.field(f"h-{contract.pk}-5").fill("7.25")
    clock.shift(31 * MINUTE)
    visitor.follow(lambda: visitor.page.evaluate(LOOK))
    assert "انتهت الجلسة" in visitor.text()
    sign_in_here(visitor, noura)
    assert "توجد قيم لم تُحفظ من" in visitor.text()
    visitor.press("استعادة")
    assert visitor.field(f"h-{contract.pk}-5").input_value() == "7.25"
    assert "توجد تغييرات غير محفوظة" in visitor.text()
    assert not HoursEntry.objects.exists()
    visitor.press("حفظ المسودة")
    assert HoursEntry.objects.get().minutes == 435


def test_a_page_with_nothing_typed_is_left_and_found_again(walk, noura, contract, grid, clock):
    visitor = walk(noura).go(grid)
    clock.shift(31 * MINUTE)
    visitor.follow(lambda: visitor.page.evaluate(LOOK))
    sign_in_here(visitor, noura)
    assert visitor.page.url.endswith(grid)


def test_hours_sent_after_the_end_are_saved_after_signing_in(walk, noura, contract, grid, clock):
    visitor = walk(noura, scripts=False).go(grid)
    visitor.field(f"h-{contract.pk}-5").fill("7.25")
    clock.shift(31 * MINUTE)
    visitor.press("حفظ المسودة")
    sign_in_here(visitor, noura)
    visitor.press("استعادة")
    assert HoursEntry.objects.get().minutes == 435


def sign_in_here(visitor, user) -> None:
    """On the page to which the visitor was led."""
    visitor.field("login").fill(user.national_id)
    visitor.field("password").fill(factories.PASSWORD)
    visitor.follow(lambda: visitor.page.keyboard.press("Enter"))
