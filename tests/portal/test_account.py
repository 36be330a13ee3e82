"""The account's own pages: what they say, and to whom."""

import pytest
from django.urls import reverse

from apps.outbox.models import Message
from tests import factories, factors

pytestmark = pytest.mark.django_db

PAGES = (
    *("account_home", "usersessions_list", "account_kept", "account_reauthenticate", "mfa_index", "mfa_activate_totp"),
    *("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_list_webauthn"),
    *("mfa_add_webauthn", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
)


def page(client, name: str = "account_home") -> str:
    response = client.get(reverse(name))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_a_guest_is_asked_to_sign_in(client, name):
    address = reverse(name)
    assert client.get(address)["Location"] == f"/account/login/?next={address}"
    assert client.post(address, {"a": "b"})["Location"] == f"/account/login/?next={address}"
    assert client.post(address)["Location"] == "/account/login/?next=/home/"


def test_everybody_finds_his_account_in_the_menu(client, noura):
    client.force_login(noura)
    assert f'href="{reverse("account_home")}"' in page(client, "registry:establishment_list")


def test_the_account_says_what_is_set_up(client):
    user = factories.make_user(mobile="+966512345678", email="noura@example.com")
    client.force_login(user)
    html = page(client)
    assert '<bdi dir="ltr">+966512345678</bdi>' in html
    assert '<bdi dir="ltr">noura@example.com</bdi>' in html
    assert "إعداد التطبيق" in html
    assert "رموز الاسترداد" not in html
    factors.set_up_app(user)
    html = page(client)
    assert "إعداد التطبيق" not in html
    assert "عرض الرموز" in html
    assert 'الرموز المتبقية: <bdi dir="ltr">10</bdi>' in html


def test_a_subscriber_is_offered_a_second_factor_until_he_has_one(client):
    user = factories.make_user()
    factories.make_subscriber(user=user)
    client.force_login(user)
    offer = "حين لا تكفي كلمة المرور وحدها"
    assert offer in page(client, "portal:subscriber_home")
    factors.set_up_app(user)
    assert offer not in page(client, "portal:subscriber_home")


@pytest.mark.parametrize(
    "password", ["GOSI-2026-hours-x", "My-Portal-12345", "تأمينات-العمل-١٤٤٨", "بوابة السنابل 1448", "insurance4ever!"]
)
def test_a_password_names_nothing_of_this_portal(client, password):
    user = factories.make_user()
    client.force_login(user)
    fields = {"oldpassword": factories.PASSWORD, "password1": password, "password2": password}
    html = client.post("/account/password/change/", fields).content.decode()
    assert "لا تحتوي كلمة المرور على كلمة تدل على هذه البوابة" in html


def test_the_demonstration_says_what_a_real_portal_asks_for(client, settings):
    assert "تطلب البوابة الفعلية" not in page(client, "account_login")
    settings.PORTAL_DEMO = True
    assert "تطلب البوابة الفعلية" in page(client, "account_login")


def test_a_change_of_the_ways_to_sign_in_is_told_by_letter(client):
    user = factories.make_user(email="noura@example.com")
    user.emailaddress_set.create(email=user.email, primary=True, verified=True)
    factors.set_up_app(user)
    client.force_login(user)
    client.get("/account/")
    client.post(reverse("mfa_deactivate_totp"))
    letter = Message.objects.get(recipient=user.email)
    assert "أُزيل تطبيق المصادقة" in letter.subject
    assert "127.0.0.1" in letter.body
    assert user.national_id not in letter.body
