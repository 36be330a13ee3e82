"""Journey 4: a new establishment asks to be registered, its owner comes in and invites a user of limited role."""

import re

import pytest

from apps.outbox.models import Message
from tests import factories
from tests.journeys.conftest import NARROW, WIDE

PASSWORD = "Wahat-Nakhl-1448"
WORDS = {
    "ar": {
        "register": "تسجيل منشأة جديدة",
        "continue": "متابعة",
        "send": "إرسال الطلب",
        "admit": "قبول",
        "admit it": "قبول المنشأة",
        "open": "فتح الحساب وقبول الدعوة",
        "sole": "مؤسسة فردية",
        "invite": "دعوة مستخدم",
        "send invitation": "إرسال الدعوة",
        "clerk": "مُدخل ساعات",
        "needed": "مالك",
        "users": "المستخدمون والصلاحيات",
    },
    "en": {
        "register": "Register a new establishment",
        "continue": "Continue",
        "send": "Send the request",
        "admit": "Admit",
        "admit it": "Admit the establishment",
        "open": "Open the account and take the role",
        "sole": "Sole proprietorship",
        "invite": "Invite a user",
        "send invitation": "Send the invitation",
        "clerk": "Hours clerk",
        "needed": "Owner",
        "users": "Users and permissions",
    },
}


def link() -> str:
    """The link of the invitation that left last."""
    messages = Message.objects.filter(is_secret=True).order_by("-pk")
    return re.search(r"(/invitations/\S+)", messages.first().body)[1]


def fill(visitor, **values) -> None:
    for name, value in values.items():
        visitor.field(name).fill(value)


def open_account(visitor, national_id: str, words: dict) -> None:
    visitor.go(link())
    fill(visitor, national_id=national_id, password=PASSWORD)
    visitor.field("terms").check()
    visitor.press(words["open"])


def prove(visitor, user) -> None:
    """The visitor has given the password once more."""
    visitor.sign_in_as(user)


@pytest.mark.parametrize(("language", "size"), [("ar", WIDE), ("en", NARROW)], ids=["ar-1280", "en-390"])
def test_from_a_new_establishment_to_the_limits_of_a_role(walk, transactional_db, language, size):
    words = WORDS[language]
    guest = walk(language=language, size=size)
    guest.go("/").press(words["register"], role="link")
    guest.press(words["continue"], status=422)
    assert guest.page.locator(".errors").evaluate("one => one === document.activeElement")
    fill(guest, unified_number="٧٠٠١٢٣٤٥٦٧", name_ar="مخبز الواحة", name_en="Oasis Bakery", mobile="0512345678")
    fill(guest, email="bakery@example.com", owner_national_id="1012345672", owner_name="صالح الحربي")
    guest.field("kind").select_option(label=words["sole"])
    guest.press(words["continue"])
    guest.press(words["send"])
    reference = re.search(r"R-\d{4}-\d{6}", guest.text())[0]

    clerk = walk(factories.make_staff("clerk"), language=language, size=size)
    clerk.go("/home/")
    clerk.press("مخبز الواحة" if language == "ar" else "Oasis Bakery", role="link")
    assert reference in clerk.text()
    clerk.press(words["admit"], role="link")
    clerk.press(words["admit it"])

    open_account(guest, "1012345672", words)
    owner = factories.User.objects.get(national_id="1012345672")
    for path in ("", "hours/", "contracts/", "invoices/", "users/"):
        guest.go(f"/e/7001234567/{path}")
    prove(guest, owner)
    guest.press(words["invite"], role="link")
    fill(guest, national_id="1098765439", full_name="بدر الشهري", mobile="0598765432")
    guest.field("role").select_option(label=words["clerk"])
    guest.press(words["continue"])
    guest.press(words["send invitation"])
    assert "بدر الشهري" in guest.text()
    guest.go(link(), status=403)

    badr = walk(language=language, size=size)
    open_account(badr, "1098765439", words)
    badr.go("/e/7001234567/hours/")
    badr.go("/e/7001234567/users/", status=403)
    assert words["needed"] in badr.text()
    assert "صالح الحربي" in badr.text()
    badr.go(link(), status=404)
    assert words["users"] not in badr.text()
