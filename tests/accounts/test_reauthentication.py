"""Saying once more who one is, before what matters; what was sent goes on afterwards."""

import datetime
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator

from apps.accounts.models import SecurityEvent, User
from apps.invoices.models import BillingRun
from tests import factories, factors

pytestmark = pytest.mark.django_db

LATER = datetime.timedelta(minutes=6)
ASK = "/account/reauthenticate/"
START = "/staff/billing-runs/start/2026-09/"


@pytest.fixture
def officer(client, contract, clock):
    """Signed in some minutes ago."""
    user = factories.make_staff("billing officer")
    client.force_login(user)
    client.get("/home/")
    clock.shift(LATER)
    return user


@pytest.fixture
def superuser(client, clock):
    user = factories.make_user(is_staff=True, is_superuser=True)
    client.force_login(user)
    client.get("/admin/")
    clock.shift(LATER)
    return user


def said(response) -> str:
    return response.content.decode()


def asked(address: str) -> str:
    """Where one says who he is for the sake of this address."""
    return f"{ASK}?next={quote(address)}"


def confirm(client, address: str = START, **fields):
    return client.post(ASK, {"password": factories.PASSWORD, "next": address, **fields})


def test_a_run_starts_only_after_asking_again_and_then_by_itself(client, officer):
    assert client.get(START).status_code == 200
    assert client.post(START)["Location"] == asked(START)
    assert not BillingRun.objects.exists()
    page = said(client.get(asked(START)))
    assert "تأكيد الهوية" in page
    assert f'name="next" value="{START}"' in page
    answer = confirm(client)
    run = BillingRun.objects.get()
    assert answer["Location"] == f"/staff/billing-runs/{run.public_id}/"


def test_a_wrong_password_starts_nothing_and_what_was_sent_still_waits(client, officer):
    client.post(START)
    assert "كلمة المرور غير صحيحة" in said(confirm(client, password="wrong"))
    assert SecurityEvent.objects.get(kind="sign_in_failed").user == officer
    assert not BillingRun.objects.exists()
    confirm(client)
    assert BillingRun.objects.exists()


def test_passwords_cannot_be_tried_out_here_either(client, officer):
    answers = [confirm(client, password="wrong") for _ in range(6)]
    assert answers[-1].status_code == 429 or "محاولات كثيرة" in said(answers[-1])


def test_five_minutes_later_it_is_asked_anew(client, officer, clock):
    client.post(START)
    confirm(client)
    BillingRun.objects.all().delete()
    clock.shift(datetime.timedelta(minutes=4))
    assert client.post(START)["Location"].startswith("/staff/")
    clock.shift(datetime.timedelta(minutes=2))
    assert client.post(START)["Location"] == asked(START)


@pytest.mark.parametrize(("asked_for", "leads_to"), [("/account/", "/account/"), ("", "/home/")])
def test_who_confirms_for_another_page_does_nothing_that_waited(client, officer, asked_for, leads_to):
    client.post(START)
    assert confirm(client, asked_for)["Location"] == leads_to
    assert confirm(client)["Location"] == START
    assert not BillingRun.objects.exists()


def test_what_waited_for_more_than_ten_minutes_is_not_done_and_that_is_said(client, officer, clock):
    client.post(START)
    clock.shift(datetime.timedelta(minutes=11))
    assert confirm(client)["Location"] == START
    assert not BillingRun.objects.exists()
    assert "استغرق التأكيد وقتًا طويلًا" in said(client.get(START))


def test_the_code_of_the_app_says_it_too(client, officer):
    factors.set_up_app(officer)
    client.post(START)
    assert "برمز من تطبيق المصادقة" in said(client.get(asked(START)))
    answer = client.post("/account/second-factor/reauthenticate/", {"code": "123456", "next": START})
    assert "الرمز غير صحيح" in said(answer)
    assert SecurityEvent.objects.get(kind="code_refused").user == officer
    client.post("/account/second-factor/reauthenticate/", {"code": factors.code(), "next": START})
    assert BillingRun.objects.exists()


def test_a_wrong_passkey_is_recorded_and_the_page_asks_again(client, officer):
    Authenticator.objects.create(user=officer, type="webauthn", data={"name": "x", "credential": {}})
    page = "/account/second-factor/passkeys/reauthenticate/"
    answer = client.post(page, {"credential": "{}", "next": START})
    assert answer["Location"] == f"{page}?next={quote(START, safe='')}"
    event = SecurityEvent.objects.get(kind="code_refused")
    assert (event.user, event.details) == (officer, {"means": "passkey"})


def test_the_right_is_read_again_when_the_act_goes_on(client, officer):
    client.post(START)
    officer.groups.clear()
    assert confirm(client).status_code == 403
    assert not BillingRun.objects.exists()
    assert refused_pages() == ["invoices:run_start"]


def refused_pages() -> list[str]:
    return [event.details["page"] for event in SecurityEvent.objects.filter(kind="access_denied")]


def test_a_page_of_the_second_factor_is_refused_under_its_own_name_too(client, officer):
    Authenticator.objects.create(user=officer, type="webauthn", data={"name": "x", "credential": {}})
    strangers = Authenticator.objects.create(user=factories.make_user(), type="webauthn", data={"name": "y"})
    address = f"/account/second-factor/passkeys/{strangers.pk}/remove/"
    assert client.post(address)["Location"].startswith(ASK)
    assert confirm(client, address).status_code == 404
    assert refused_pages() == ["mfa_remove_webauthn"]


def test_another_persons_waiting_act_is_gone_with_his_session(client, officer):
    client.post(START)
    client.post("/account/logout/")
    other = factories.make_staff("billing officer")
    client.force_login(other)
    confirm(client)
    assert not BillingRun.objects.exists()


def change(user: User, **overrides) -> dict:
    names = ("national_id", "full_name", "email", "mobile", "language")
    return {**{name: getattr(user, name) for name in names}, "is_active": "on", **overrides}


def test_rights_are_changed_after_asking_again_filters_and_all(client, superuser):
    person = factories.make_user()
    address = f"/admin/accounts/user/{person.pk}/change/?_changelist_filters=is_staff__exact%3D0"
    assert client.get(address).status_code == 200
    assert client.post(address, change(person, is_staff="on"))["Location"] == asked(address)
    assert confirm(client, address)["Location"].startswith("/admin/accounts/user/")
    person.refresh_from_db()
    assert person.is_staff


def test_a_form_with_errors_after_asking_again_still_knows_its_address(client, superuser):
    person = factories.make_user()
    address = f"/admin/accounts/user/{person.pk}/change/"
    client.post(address, change(person, full_name=""))
    page = said(confirm(client, address))
    assert f'action="{address}"' in page
    assert 'class="errornote"' in page


def test_a_password_is_set_after_asking_again_and_never_waits(client, superuser):
    person = factories.make_user()
    address = f"/admin/accounts/user/{person.pk}/password/"
    assert client.get(address)["Location"] == f"{ASK}?next={address}"
    new = {"password1": "Nakhla-1449-wahat", "password2": "Nakhla-1449-wahat"}
    assert client.post(address, new)["Location"] == f"{ASK}?next={address}"
    assert "Nakhla" not in str(dict(client.session))
    assert confirm(client, address)["Location"] == address
    assert client.post(address, new).status_code == 302
    person.refresh_from_db()
    assert person.check_password("Nakhla-1449-wahat")
    event = SecurityEvent.objects.get(kind="password_changed")
    assert (event.user, event.by) == (person, superuser)


def test_the_administration_wants_a_sign_in_of_today(client, superuser, clock):
    for _ in range(24):
        client.get("/account/")
        clock.shift(datetime.timedelta(minutes=10))
    login = client.get("/admin/accounts/user/")["Location"]
    assert login == "/admin/login/?next=/admin/accounts/user/"
    assert client.get(login)["Location"] == f"{ASK}?next=/admin/accounts/user/"
    assert confirm(client, "/admin/accounts/user/")["Location"] == "/admin/accounts/user/"
    assert client.get("/admin/accounts/user/").status_code == 200


def test_a_second_factor_is_removed_after_asking_again(client, clock):
    user = factories.make_user()
    factors.set_up_app(user)
    client.force_login(user)
    client.get("/account/")
    clock.shift(LATER)
    address = "/account/second-factor/app/deactivate/"
    assert client.get(address)["Location"].startswith(f"{ASK}?next=")
    client.post(address)
    assert user.authenticator_set.filter(type="totp").exists()
