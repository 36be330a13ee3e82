"""National sign-in, against an OpenID provider that is a process of its own, honest and otherwise."""

import datetime
import logging
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from apps.accounts.models import SecurityEvent, User
from config import env
from tests import factories
from tests.accounts.oidc_server import CLIENT, SECRET
from tests.portal.identity import PASSWORD, code_to, messages_to

pytestmark = pytest.mark.django_db

DOOR = "/account/national/"
NUMBER = "1012345672"


class Provider:
    def __init__(self, address: str):
        self.address = address

    def set(self, **lies) -> None:
        requests.post(f"{self.address}/set", json=lies, timeout=5).raise_for_status()

    def names(self, national_id, **lies) -> None:
        """The next to sign in has this national ID."""
        self.set(**{"claims": {"national_id": national_id}, **lies})


@pytest.fixture(scope="module")
def program():
    path = Path(__file__).with_name("oidc_server.py")
    with subprocess.Popen([sys.executable, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        yield f"http://127.0.0.1:{int(run.stdout.readline())}"
        run.stdin.close()
        run.wait(5)


@pytest.fixture
def provider(program, settings, monkeypatch, clock):
    """It is set up as the environment would; both live in the true time, because tokens carry it."""
    clock.move_to(_true_time())
    for name, value in (("ISSUER", program), ("CLIENT_ID", CLIENT), ("CLIENT_SECRET", SECRET)):
        monkeypatch.setenv(f"OIDC_{name}", value)
    settings.NATIONAL_SIGN_IN = env.national_sign_in()
    settings.SOCIALACCOUNT_PROVIDERS = env.openid_provider(settings.NATIONAL_SIGN_IN)
    provider = Provider(program)
    provider.names(NUMBER)
    return provider


def _true_time() -> float:
    """What the clock of the other process says."""
    return float(subprocess.check_output([sys.executable, "-c", "import time; print(time.time())"]))


@pytest.fixture
def user():
    return factories.make_user(national_id=NUMBER, email="noura@mail.example")


def walk(client, door=DOOR, **changed):
    """From the door to the provider and back; `changed` are parameters that somebody exchanged on the way back."""
    there = client.get(door)
    assert there.status_code == 302, there.content.decode()
    back = urlsplit(requests.get(there["Location"], allow_redirects=False, timeout=5).headers["Location"])
    assert back.path == f"{DOOR}callback/"
    given = {name: values[0] for name, values in parse_qs(back.query).items()} | changed
    return client.get(back.path, given)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def refused(client, answer, words="لم يصل رد صالح") -> None:
    assert answer.status_code == 401
    assert words in answer.content.decode()
    assert not is_in(client)
    assert SecurityEvent.objects.filter(kind="sign_in_failed", details__means="national").count() == 1
    assert not SocialAccount.objects.exists()


# Off


def test_without_a_provider_there_is_no_door(client):
    assert client.get(DOOR).status_code == 404
    assert client.get(f"{DOOR}callback/", {"code": "x", "state": "y"}).status_code == 404
    assert DOOR not in client.get("/account/login/").content.decode()


# The way in


def test_a_person_known_by_his_national_id_comes_in(client, provider, user):
    assert f'href="{DOOR}"' in client.get("/account/login/").content.decode()
    answer = walk(client)
    assert (answer.status_code, answer["Location"]) == (302, "/home/")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert not SocialAccount.objects.exists()


def test_the_way_in_is_called_what_the_environment_calls_it(client, provider, settings):
    assert "الدخول الوطني الموحد" in client.get("/account/login/").content.decode()
    settings.NATIONAL_SIGN_IN = {**settings.NATIONAL_SIGN_IN, "name": "نفاذ <b>"}
    html = client.get("/account/login/?next=/help/").content.decode()
    assert "الدخول عبر نفاذ &lt;b&gt;" in html
    assert f'href="{DOOR}?next=/help/"' in html


def test_the_way_there_is_guarded(client, provider):
    asked = parse_qs(urlsplit(client.get(DOOR)["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid"]
    assert len(asked["state"][0]) >= 16
    assert len(asked["nonce"][0]) == 64
    other = parse_qs(urlsplit(client.get(DOOR)["Location"]).query)
    assert not {"state", "nonce", "code_challenge"} & {name for name in asked if asked[name] == other[name]}


@pytest.mark.parametrize("typed", ["١٠١٢٣٤٥٦٧٢", " 1012345672 ", 1012345672])
def test_the_id_is_understood_however_it_is_told(client, provider, user, typed):
    provider.names(typed)
    walk(client)
    assert is_in(client)


def test_the_id_may_stand_in_the_particulars(client, provider, user):
    provider.set(userinfo={"national_id": NUMBER})
    walk(client)
    assert is_in(client)


def test_the_visitor_goes_on_where_he_wanted_to_go(client, provider, user):
    assert walk(client, f"{DOOR}?next=/help/")["Location"] == "/help/"


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_it_never_leads_off_site(client, provider, user, address):
    assert walk(client, f"{DOOR}?next={address}")["Location"] == "/home/"


def test_the_visitor_cannot_change_what_is_asked(client, provider):
    asked = parse_qs(
        urlsplit(client.get(f"{DOOR}?scope=all&auth_params=nonce%3Dmine&process=connect")["Location"]).query
    )
    assert asked["scope"] == ["openid"]
    assert asked["nonce"] != ["mine"]


def test_a_cancelled_sign_in_is_no_failure(client, provider):
    provider.set(answer={"error": "access_denied"})
    assert walk(client)["Location"] == "/account/login/"
    assert not SecurityEvent.objects.exists()


# The way to a new account


ON_FILE, GIVEN = "+966512345678", "+966598765432"
NEW = {"email": "maryam@example.com", "password": PASSWORD, "terms": "on"}


def prove(client, mobile: str) -> str:
    """From the provider to the page of the account, by a code to this number; the address of that page."""
    door = walk(client)["Location"]
    assert "مريم الحربي" in client.get(door).content.decode()
    page = client.post(door, {"mobile": mobile})["Location"]
    return client.post(page, {"code": code_to(mobile)})["Location"]


@pytest.mark.parametrize("mobile", [ON_FILE, GIVEN])
def test_a_subscriber_without_an_account_opens_one_and_may_give_another_number(client, provider, mobile):
    subscriber = factories.make_subscriber(national_id=NUMBER, full_name_ar="مريم الحربي", mobile=ON_FILE)
    client.post(prove(client, mobile), NEW)
    subscriber.refresh_from_db()
    assert subscriber.mobile == subscriber.user.mobile == mobile
    told = [words for words in messages_to(ON_FILE) if "غُيّر رقم جوالك" in words]
    assert len(told) == (mobile == GIVEN)
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize("step", ["code", "resend"])
def test_a_step_of_one_way_to_an_account_is_none_of_the_other(client, provider, step):
    factories.make_subscriber(national_id=NUMBER, full_name_ar="مريم الحربي", mobile=ON_FILE)
    page = client.post(walk(client)["Location"], {"mobile": GIVEN})["Location"]
    crossed = page.replace("/national/", "/").replace("/code/", f"/{step}/")
    assert client.post(crossed, {"code": "123456"})["Location"] == "/account/signup/"
    person = {"national_id": NUMBER, "birth_date": "14/03/1995", "mobile": GIVEN}
    begun = client.post("/account/signup/", person)["Location"]
    crossed = begun.replace("/signup/", "/signup/national/").replace("/code/", f"/{step}/")
    assert client.post(crossed, {"code": "123456"})["Location"] == "/account/signup/national/"


def test_the_words_of_the_provider_are_good_for_half_an_hour(client, provider, clock):
    factories.make_subscriber(national_id=NUMBER, full_name_ar="مريم الحربي")
    door = walk(client)["Location"]
    clock.shift(datetime.timedelta(minutes=31))
    assert client.get(door)["Location"] == "/account/signup/"


def test_nobody_comes_to_that_page_without_the_provider(client, provider):
    factories.make_subscriber(national_id=NUMBER)
    assert client.get("/account/signup/national/")["Location"] == "/account/signup/"
    assert client.post("/account/signup/national/", {"mobile": GIVEN})["Location"] == "/account/signup/"


# Who is not let in


@pytest.mark.parametrize("stranger", ["1098765439", "2000000006"])
def test_nobody_gets_an_account_by_coming(client, provider, user, stranger):
    provider.names(stranger)
    refused(client, client.get(walk(client)["Location"]), "لا يوجد في البوابة حساب نشط")
    assert User.objects.get() == user


def test_an_e_mail_address_proves_nothing(client, provider, user):
    provider.names("1098765439", userinfo={"email": user.email, "email_verified": True})
    refused(client, client.get(walk(client)["Location"]), "لا يوجد في البوابة حساب نشط")
    assert User.objects.get() == user


def test_a_sleeping_account_stays_asleep(client, provider, user):
    user.is_active = False
    user.save()
    refused(client, walk(client), "لا يوجد في البوابة حساب نشط")


@pytest.mark.parametrize("value", [None, "", "1000000000", "12345", "1012345672' OR 1=1", ["1012345672"], True])
def test_without_a_valid_id_nobody_comes_in(client, provider, user, value):
    provider.names(value)
    refused(client, walk(client), "رقم هوية صالحًا")


# Lies


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "another-portal"},
        {"nonce": "of-another-visit"},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"sub": None},
        {"iss": None},
        {"aud": None},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_visit_is_refused(client, provider, user, claims):
    provider.set(claims={"national_id": NUMBER, **claims})
    refused(client, walk(client))


@pytest.mark.parametrize("key", ["stranger", "none", "shared"])
def test_a_token_signed_by_nobody_known_is_refused(client, provider, user, key):
    provider.names(NUMBER, key=key)
    refused(client, walk(client))


def test_another_persons_particulars_are_refused(client, provider, user):
    provider.set(userinfo={"sub": "person-2", "national_id": NUMBER})
    refused(client, walk(client))


def test_another_issuer_is_refused_at_the_door(client, provider):
    provider.names(NUMBER, discovery={"issuer": "https://evil.example"})
    refused(client, client.get(DOOR))


def test_a_code_is_worth_one_sign_in(client, provider, user):
    there = client.get(DOOR)["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://testserver")
    assert client.get(back).status_code == 302
    client.logout()
    assert client.get(back).status_code == 401
    assert not is_in(client)


def test_a_code_of_another_visit_is_refused(client, provider, user):
    """Somebody's own code under the victim's state: the provider asks for the secret of the visit it was given in."""
    there = Client().get(DOOR)["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
    refused(client, walk(client, code=parse_qs(urlsplit(back).query)["code"][0]))


@pytest.mark.parametrize(
    "changed", [{"state": "of-nobody"}, {"state": ""}, {"code": "of-nobody"}, {"code": ""}], ids=str
)
def test_what_was_exchanged_on_the_way_is_refused(client, provider, user, changed):
    refused(client, walk(client, **changed))


def test_a_way_back_that_began_in_another_browser_is_refused(client, provider, user):
    there = Client().get(DOOR)["Location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://testserver")
    refused(client, client.get(back))


def test_a_provider_that_is_away_is_said_so_and_the_log_knows_why(client, provider, settings, caplog):
    settings.NATIONAL_SIGN_IN = {**settings.NATIONAL_SIGN_IN, "issuer": "http://127.0.0.1:9"}
    settings.SOCIALACCOUNT_PROVIDERS = env.openid_provider(settings.NATIONAL_SIGN_IN)
    with caplog.at_level(logging.WARNING, logger="apps.accounts.national"):
        answer = client.get(DOOR)
    refused(client, answer)
    assert re.search(r"\d{4}-\d{4}", answer.content.decode())[0] in caplog.text
    fault = next(record for record in caplog.records if record.name == "apps.accounts.national")
    assert issubclass(fault.exc_info[0], requests.RequestException)


def test_the_pages_are_only_read(client, provider):
    assert client.post(DOOR).status_code == 405
    assert client.post(f"{DOOR}callback/").status_code == 405
