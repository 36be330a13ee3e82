"""Sessions: how long they last, where they are, who ends them, and what is kept of a form that came too late."""

import datetime

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from apps.accounts.models import SecurityEvent
from apps.accounts.selectors import live_sessions
from apps.timesheets.models import HoursEntry
from tests import factories, factors

pytestmark = pytest.mark.django_db

MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)
SESSIONS, SESSION, KEPT = "/account/sessions/", "/account/session/", "/account/kept/"
GONE = "/account/login/?next=/home/"


@pytest.fixture
def user():
    return factories.make_user()


def browser(user, agent="Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537") -> Client:
    """Another machine on which the person has signed in."""
    client = Client(headers={"User-Agent": agent})
    client.post("/account/login/", {"login": user.national_id, "password": factories.PASSWORD})
    client.get("/help/")
    return client


def is_in(client) -> bool:
    return client.get("/home/").status_code == 200


def said(response) -> str:
    return response.content.decode()


# Limits


def test_half_an_hour_of_nothing_ends_a_session(client, user, clock):
    client.force_login(user)
    assert is_in(client)
    clock.shift(29 * MINUTE)
    assert is_in(client)
    clock.shift(31 * MINUTE)
    assert client.get("/home/")["Location"] == GONE
    assert "انتهت الجلسة" in said(client.get("/account/login/"))
    event = SecurityEvent.objects.get()
    assert (event.kind, event.user, event.details) == ("session_ended", user, {"reason": "limit"})


def test_staff_have_a_quarter(client, clock):
    client.force_login(factories.make_staff("auditor"))
    client.get("/account/")
    clock.shift(14 * MINUTE)
    assert client.get("/account/").status_code == 200
    clock.shift(16 * MINUTE)
    assert client.get("/account/").status_code == 302


def test_twelve_hours_are_the_end_however_busy(client, user, clock):
    client.force_login(user)
    for _ in range(36):
        assert is_in(client)
        clock.shift(20 * MINUTE)
    assert client.get("/home/")["Location"] == GONE


def test_a_page_that_asks_for_itself_does_not_prolong(client, user, clock):
    client.force_login(user)
    client.get("/home/")
    for _ in range(3):
        clock.shift(9 * MINUTE)
        client.get("/home/", headers={"HX-Request": "true"})
        assert client.get(SESSION).json()["left"] > 0
    clock.shift(9 * MINUTE)
    answer = client.get("/home/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    assert client.get(SESSION).json()["left"] == 0


def test_the_warning_counts_down_and_a_press_begins_anew(client, user, clock):
    client.force_login(user)
    client.get("/home/")
    clock.shift(28 * MINUTE)
    answer = client.get(SESSION).json()
    assert 110 < answer["left"] <= 120
    assert answer["words"] == "ستنتهي الجلسة خلال دقيقتين لعدم النشاط"
    assert client.post(SESSION).json()["left"] == 1800


def test_a_guest_has_no_session_to_prolong(client):
    assert client.get(SESSION).json() == {"left": 0, "words": ""}
    assert client.post(SESSION).json()["left"] == 0


# Where they are


def test_the_list_names_each_place_and_ends_one(client, user):
    here, there = browser(user), browser(user, "Mozilla/5.0 (iPhone; CPU iPhone OS) Version/18 Safari/604")
    page = said(here.get(SESSIONS))
    assert "Chrome، Windows" in page
    assert "Safari، iPhone" in page
    chosen = UserSession.objects.get(user_agent__contains="iPhone")
    assert here.post(SESSIONS, {"end": chosen.pk})["Location"] == SESSIONS
    assert is_in(here)
    assert not is_in(there)
    assert SecurityEvent.objects.filter(kind="session_ended", user=user, details__reason="by hand").count() == 1


def test_all_others_are_ended_at_once(user):
    here, *others = browser(user), browser(user), browser(user)
    here.post(SESSIONS, {"end": ""})
    assert is_in(here)
    assert not any(is_in(other) for other in others)
    assert SecurityEvent.objects.get(kind="session_ended").details["sessions"] == 2


def test_another_persons_session_is_not_found(user):
    stranger, here = browser(factories.make_user()), browser(user)
    other = UserSession.objects.exclude(user=user).get()
    assert here.post(SESSIONS, {"end": other.pk}).status_code == 404
    assert here.post(SESSIONS, {"end": "x' OR 1=1"}).status_code == 302
    assert is_in(stranger)


def test_a_session_that_ended_by_itself_is_not_listed(user, clock):
    browser(user)
    clock.shift(HOUR)
    here = browser(user)
    assert said(here.get(SESSIONS)).count("Chrome، Windows") == 1


def test_a_new_password_ends_the_other_sessions(user):
    here, there = browser(user), browser(user)
    new = "Nakhla-1449-wahat"
    here.post("/account/password/change/", {"oldpassword": factories.PASSWORD, "password1": new, "password2": new})
    assert is_in(here)
    assert not is_in(there)
    assert live_sessions(user, now=timezone.now()).count() == 1
    told = SecurityEvent.objects.filter(user=user).exclude(kind="signed_in")
    assert set(told.values_list("kind", flat=True)) == {"password_changed", "session_ended"}


def test_a_second_factor_ends_the_other_sessions(user):
    factors.set_up_app(user)
    here = browser(user)
    here.post("/account/second-factor/authenticate/", {"code": factors.recovery_codes(user)[0]})
    there = browser(user)
    there.post("/account/second-factor/authenticate/", {"code": factors.recovery_codes(user)[0]})
    assert is_in(here)
    assert is_in(there)
    here.post("/account/second-factor/app/deactivate/")
    assert is_in(here)
    assert not is_in(there)


def test_signing_out_leaves_nothing_in_the_browser_and_the_list(user):
    here = browser(user)
    answer = here.post("/account/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not UserSession.objects.exists()
    assert SecurityEvent.objects.latest("pk").kind == "signed_out"


def test_who_is_made_inactive_is_out_everywhere(client, user):
    clients = [browser(user), browser(user)]
    admin = factories.make_user(is_staff=True, is_superuser=True)
    client.force_login(admin)
    fields = {"national_id": user.national_id, "full_name": user.full_name, "email": "", "mobile": "", "language": ""}
    answer = client.post(f"/admin/accounts/user/{user.pk}/change/", fields)
    assert answer.status_code == 302, said(answer)
    assert not any(is_in(each) for each in clients)
    assert not UserSession.objects.filter(user=user).exists()
    event = SecurityEvent.objects.get(kind="staff_rights_changed")
    assert (event.user, event.by) == (user, admin)


# What was being sent


@pytest.fixture
def grid(establishment):
    return f"/e/{establishment.unified_number}/hours/2026-10/"


def typed(contract, do="save") -> dict:
    page = Client()
    page.force_login(contract.establishment.memberships.get(role="owner").user)
    html = said(page.get(f"/e/{contract.establishment.unified_number}/hours/2026-10/"))
    revision = html.split(f'name="rev-{contract.pk}" value="')[1].split('"')[0]
    return {
        "rows": contract.pk,
        f"rev-{contract.pk}": revision,
        f"h-{contract.pk}-5": "7.25",
        "do": do,
        **{f"h-{contract.pk}-{day}": "" for day in range(1, 21) if day != 5},
    }


def sign_in(client, user, **fields):
    return client.post("/account/login/", {"login": user.national_id, "password": factories.PASSWORD, **fields})


def test_typed_hours_come_back_after_a_new_sign_in(client, noura, contract, grid, clock):
    client.force_login(noura)
    client.get(grid)
    values = typed(contract)
    clock.shift(HOUR)
    assert client.post(grid, values)["Location"] == f"/account/login/?next={KEPT}"
    assert not HoursEntry.objects.exists()
    assert sign_in(client, noura, next=KEPT)["Location"] == KEPT
    page = said(client.get(KEPT))
    assert "توجد قيم لم تُحفظ من" in page
    assert f'action="{grid}"' in page
    assert f'name="h-{contract.pk}-5" value="7.25"' in page
    assert client.post(grid, values).status_code == 303
    assert HoursEntry.objects.get().minutes == 435


def test_restored_hours_are_shown_and_not_yet_saved(client, noura, contract, grid):
    client.force_login(noura)
    answer = client.post(grid, typed(contract, do="restore"))
    assert answer.status_code == 200
    assert 'value="7.25"' in said(answer)
    assert "توجد تغييرات غير محفوظة" in said(answer)
    assert not HoursEntry.objects.exists()


def test_what_was_typed_is_for_the_same_person_alone(client, noura, badr, contract, grid, clock):
    client.force_login(noura)
    client.get(grid)
    values = typed(contract)
    clock.shift(HOUR)
    client.post(grid, values)
    sign_in(client, badr)
    assert client.get(KEPT)["Location"] == "/home/"
    client.post("/account/logout/")
    sign_in(client, noura)
    assert client.get(KEPT)["Location"] == "/home/"


def test_what_was_typed_can_be_given_up(client, noura, contract, grid, clock):
    client.force_login(noura)
    client.get(grid)
    values = typed(contract)
    clock.shift(HOUR)
    client.post(grid, values)
    sign_in(client, noura)
    assert client.post(KEPT)["Location"] == grid
    assert client.get(KEPT)["Location"] == "/home/"


def test_a_password_is_never_kept(client, user, clock):
    client.force_login(user)
    client.get("/home/")
    clock.shift(HOUR)
    fields = {"oldpassword": "a", "password1": "b", "password2": "b"}
    answer = client.post("/account/password/change/", fields)
    assert answer["Location"] == "/account/login/?next=/account/password/change/"
    assert "kept" not in client.session


def test_typed_hours_are_kept_when_another_tab_met_the_end(client, noura, contract, grid, clock):
    client.force_login(noura)
    client.get(grid)
    values = typed(contract)
    clock.shift(HOUR)
    assert client.get("/home/")["Location"] == GONE
    assert client.post(grid, values)["Location"] == f"/account/login/?next={KEPT}"


def test_a_strangers_form_is_not_kept(client):
    client.post("/home/", {"a": "b"})
    assert "kept" not in client.session
