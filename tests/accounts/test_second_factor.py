"""The second factor: set up, asked for, given up, and required of whoever acts for others."""

import datetime
import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts import services
from apps.accounts.factors import close_anew
from apps.accounts.models import SecurityEvent
from tests import factories, factors

pytestmark = pytest.mark.django_db

STEP = datetime.timedelta(seconds=30)
AUTHENTICATE, INDEX = "/account/second-factor/authenticate/", "/account/second-factor/"
ACTIVATE, CODES = f"{INDEX}app/activate/", f"{INDEX}recovery-codes/"


def sign_in(client, user, password=factories.PASSWORD):
    return client.post("/account/login/", {"login": user.national_id, "password": password})


def said(response) -> str:
    return response.content.decode()


def kinds(user) -> list[str]:
    return list(SecurityEvent.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))


@pytest.fixture
def user():
    return factories.make_user()


@pytest.fixture
def protected(user):
    factors.set_up_app(user)
    return user


# Setting one up


def activate(client) -> str:
    """The secret that the page shows."""
    page = said(client.get(ACTIVATE))
    assert 'src="data:image/svg+xml;base64,' in page
    return re.search(r'class="secret" dir="ltr">(\w+)<', page)[1]


def test_an_app_is_set_up_with_its_first_code(client, user):
    client.force_login(user)
    client.get("/account/")
    code = factors.code(activate(client))
    answer = client.post(ACTIVATE, {"code": code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))})
    assert answer["Location"] == CODES
    assert kinds(user) == ["factor_added"]


def test_a_wrong_first_code_leaves_the_picture_as_it_was(client, user):
    client.force_login(user)
    client.get("/account/")
    secret = activate(client)
    answer = client.post(ACTIVATE, {"code": "000000"})
    assert "الرمز غير صحيح" in said(answer)
    assert secret in said(answer)
    assert not Authenticator.objects.exists()


def test_the_secret_and_the_seed_are_not_readable_in_the_database(protected):
    for row in Authenticator.objects.filter(user=protected):
        assert factors.SECRET not in str(row.data)
    assert re.fullmatch(r"gAAAA[\w=-]+", Authenticator.objects.get(type="totp").data["secret"])


def test_recovery_codes_are_shown_once_and_only_when_asked_for(client, protected):
    client.force_login(protected)
    codes = factors.recovery_codes(protected)
    assert codes[0] not in said(client.get(CODES))
    page = said(client.post(CODES))
    assert all(code in page for code in codes)
    assert 'download="recovery-codes.txt"' in page
    assert codes[0] not in said(client.post(CODES))


def test_new_recovery_codes_replace_the_old(client, protected):
    client.force_login(protected)
    old = factors.recovery_codes(protected)
    client.get("/account/")
    assert client.post(f"{CODES}generate/")["Location"] == CODES
    assert not set(old) & set(factors.recovery_codes(protected))


def test_who_has_no_recovery_codes_has_no_such_page(client, user):
    client.force_login(user)
    assert client.get(CODES).status_code == 404


def test_another_persons_passkey_is_not_found(client, user):
    key = Authenticator.objects.create(user=factories.make_user(), type="webauthn", data={"name": "x"})
    client.force_login(user)
    client.get("/account/")
    for page in ("edit", "remove"):
        assert client.get(f"{INDEX}passkeys/{key.pk}/{page}/").status_code == 404
        assert client.post(f"{INDEX}passkeys/{key.pk}/{page}/").status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_removing_the_last_factor_takes_the_recovery_codes_along(client, protected):
    client.force_login(protected)
    client.get("/account/")
    assert client.post(f"{INDEX}app/deactivate/")["Location"] == INDEX
    assert not Authenticator.objects.filter(user=protected).exists()
    assert kinds(protected) == ["factor_removed"]


# Signing in with it


def test_the_password_alone_does_not_sign_in(client, protected):
    assert sign_in(client, protected)["Location"] == AUTHENTICATE
    assert client.get("/home/")["Location"].startswith("/account/login/")
    assert kinds(protected) == []


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}"])
def test_the_code_signs_in_however_it_is_pasted(client, protected, typed):
    sign_in(client, protected)
    assert client.post(AUTHENTICATE, {"code": typed.format(factors.code())})["Location"] == "/home/"
    event = SecurityEvent.objects.get(user=protected)
    assert (event.kind, event.details) == ("signed_in", {"means": "password+totp"})


def test_a_code_signs_in_once(client, protected):
    code = factors.code()
    sign_in(client, protected)
    client.post(AUTHENTICATE, {"code": code})
    client.post("/account/logout/")
    sign_in(client, protected)
    assert "الرمز غير صحيح" in said(client.post(AUTHENTICATE, {"code": code}))
    assert kinds(protected) == ["signed_in", "signed_out", "sign_in_failed"]


def test_the_code_of_the_half_minute_before_is_too_late(client, protected, clock):
    code = factors.code()
    clock.shift(STEP)
    sign_in(client, protected)
    assert "الرمز غير صحيح" in said(client.post(AUTHENTICATE, {"code": code}))


def test_a_recovery_code_signs_in_once(client, protected):
    code = factors.recovery_codes(protected)[3]
    sign_in(client, protected)
    assert client.post(AUTHENTICATE, {"code": code})["Location"] == "/home/"
    client.post("/account/logout/")
    sign_in(client, protected)
    assert "الرمز غير صحيح" in said(client.post(AUTHENTICATE, {"code": code}))
    assert len(factors.recovery_codes(protected)) == 9


def test_codes_cannot_be_tried_out(client, protected):
    sign_in(client, protected)
    for _ in range(5):
        assert "الرمز غير صحيح" in said(client.post(AUTHENTICATE, {"code": "000000"}))
    assert "محاولات كثيرة" in said(client.post(AUTHENTICATE, {"code": factors.code()}))


def test_the_second_step_can_be_given_up(client, protected):
    sign_in(client, protected)
    answer = client.post("/account/logout/", {"next": "/account/login/"})
    assert answer["Location"] == "/account/login/"
    assert client.get("/account/login/").status_code == 200


def test_nobody_comes_to_the_second_step_without_the_first(client):
    assert client.get(AUTHENTICATE)["Location"] == "/account/login/"


@pytest.mark.parametrize(
    "credential",
    [
        *('{"id": "x", "response": {}}', "[]", "{}", "null", "7", '{"id": 1, "rawId": 2}', "x", '"\\ud800"'),
        *("9" * 5000, "[" * 100_000, "[" * 900 + "]" * 900, '{"a":' * 100_000),
    ],
    ids=lambda text: text[:12],
)
def test_a_forged_passkey_does_not_sign_in(client, protected, credential):
    options = client.get(f"{INDEX}passkeys/login/", headers={"Accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["userVerification"] == "required"
    answer = client.post(f"{INDEX}passkeys/login/", {"credential": credential})
    assert answer["Location"] == "/account/login/"
    assert client.get("/home/")["Location"].startswith("/account/login/")
    sign_in(client, protected)
    assert client.post(AUTHENTICATE, {"credential": credential}).status_code == 200
    client.force_login(protected)
    client.get("/account/")
    assert client.post(f"{INDEX}passkeys/add/", {"name": "x", "credential": credential}).status_code == 200


# Required


@pytest.fixture
def _required(settings):
    settings.MFA_REQUIRED = True


@pytest.fixture(params=["owner", "supervisor", "clerk", "billing officer", "auditor", "superuser"])
def bound(request, establishment):
    if request.param in ("owner", "supervisor"):
        return factories.make_member("نورة العتيبي", establishment=establishment, role=request.param)
    if request.param == "superuser":
        return factories.make_user(is_staff=True, is_superuser=True)
    return factories.make_staff(request.param)


ANYWHERE = ("/home/", "/establishments/", "/me/", "/admin/", "/staff/billing-runs/", "/account/", "/account/sessions/")


@pytest.mark.usefixtures("_required")
def test_who_must_have_a_factor_and_has_none_reaches_nothing_else(client, bound, establishment):
    client.force_login(bound)
    for address in (*ANYWHERE, f"/e/{establishment.unified_number}/"):
        assert client.get(address)["Location"] == INDEX
        assert client.post(address)["Location"] == INDEX
    page = said(client.get(INDEX))
    assert "إعداد عامل ثانٍ" in page
    assert 'class="nav"' not in page
    for address in (ACTIVATE, f"{INDEX}passkeys/add/", "/help/", "/privacy/", "/account/logout/"):
        assert client.get(address).status_code == 200
    assert client.post("/language/", {"language": "en", "next": INDEX}).status_code == 302


@pytest.mark.usefixtures("_required")
def test_with_the_factor_work_goes_on(client, bound):
    factors.set_up_app(bound)
    client.force_login(bound)
    assert client.get("/account/").status_code == 200


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize("role", ["hours_clerk", "accountant", "viewer"])
def test_other_roles_and_subscribers_are_free(client, establishment, role):
    client.force_login(factories.make_member("بدر", establishment=establishment, role=role))
    assert client.get(f"/e/{establishment.unified_number}/").status_code == 200
    subscriber = factories.make_user()
    factories.make_subscriber(user=subscriber)
    client.force_login(subscriber)
    assert "إعداد عامل ثانٍ" in said(client.get("/me/"))


@pytest.mark.usefixtures("_required")
def test_who_becomes_an_owner_is_asked_with_the_next_click(client, user, establishment):
    client.force_login(user)
    assert client.get("/home/").status_code == 200
    membership = factories.make_membership(user=user, establishment=establishment)
    assert client.get("/home/")["Location"] == INDEX
    membership.delete()
    assert client.get("/home/").status_code == 200


@pytest.mark.usefixtures("_required")
def test_who_gives_up_the_factor_is_asked_for_another(client, bound):
    factors.set_up_app(bound)
    client.force_login(bound)
    assert client.get("/account/").status_code == 200
    client.post(f"{INDEX}app/deactivate/")
    assert client.get("/account/")["Location"] == INDEX


def queries(client, settings, *, required: bool) -> int:
    settings.MFA_REQUIRED = required
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/account/sessions/").status_code == 200
    return len(asked)


def test_who_has_a_factor_costs_one_query_and_who_needs_none_costs_none(client, noura, badr, settings):
    """Roles are asked for the header anyway."""
    factors.set_up_app(noura)
    for user, cost in ((noura, 1), (badr, 0)):
        client.force_login(user)
        queries(client, settings, required=True)
        assert queries(client, settings, required=True) - queries(client, settings, required=False) == cost


@pytest.mark.usefixtures("_required")
def test_who_loses_the_factor_is_asked_for_another_with_the_next_click(client, bound):
    factors.set_up_app(bound)
    client.force_login(bound)
    assert client.get("/account/").status_code == 200
    bound.authenticator_set.all().delete()
    assert client.get("/account/")["Location"] == INDEX


# A new key


def test_factors_are_closed_with_the_new_key_and_need_the_earlier_one_no_more(client, protected, settings, capsys):
    codes = factors.recovery_codes(protected)
    before = dict(Authenticator.objects.values_list("pk", "data"))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    call_command("reencrypt_factors")
    call_command("reencrypt_factors")
    assert capsys.readouterr().out == "2 factors closed anew\n0 factors closed anew\n"
    settings.SECRET_KEY_FALLBACKS = []
    assert all(row.data != before[row.pk] for row in Authenticator.objects.all())
    assert factors.recovery_codes(protected) == codes
    sign_in(client, protected)
    assert client.post(AUTHENTICATE, {"code": factors.code()})["Location"] == "/home/"


def test_a_passkey_has_nothing_to_close(user, settings):
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "x", "credential": {}})
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert services.reencrypt_factors(close_anew=close_anew) == 0
