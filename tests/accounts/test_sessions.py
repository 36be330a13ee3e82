"""Sessions: how long they last, where they are, who ends them, and what is kept of a form that came too late."""

import datetime
import uuid

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts import sessions
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


@pytest.mark.parametrize("keys", [("began_at",), ("seen_at",), ("began_at", "seen_at")])
def test_a_session_that_does_not_know_its_time_is_over(client, user, keys):
    client.force_login(user)
    session = client.session
    for key in keys:
        del session[key]
    session.save()
    assert client.get("/home/")["Location"] == GONE


def test_the_time_begins_at_sign_in_whatever_is_asked_for_afterwards(user, clock):
    """Pages that ask for themselves are no use of the session, and neither do they let it live for ever."""
    here = browser(user)
    for _ in range(2):
        clock.shift(16 * MINUTE)
        answer = here.get("/home/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    assert here.get("/home/")["Location"].startswith("/account/login/")


def test_pages_within_a_minute_write_no_session(client, user, clock, django_assert_num_queries):
    client.force_login(user)
    client.get("/help/")
    with django_assert_num_queries(2):  # the session and its user
        client.get("/account/session/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/account/")
    assert not [query["sql"] for query in asked if "django_session" in query["sql"] and "UPDATE" in query["sql"]]
    clock.shift(2 * MINUTE)
    seen = client.session["seen_at"]
    client.get("/account/")
    assert client.session["seen_at"] >= seen + 120


def test_a_page_that_ends_late_undoes_nothing_of_another(client, user):
    """What one page put into the session is still there after one that had read it before."""
    client.force_login(user)
    key = client.session.session_key
    late = SessionStore(key)
    late.load()
    client.post("/account/mobile/", {"contact": "0512345678"})
    drafts = client.session["drafts"]
    request = RequestFactory().get("/")
    request.session, request.user = late, user
    sessions.renew(request, now=timezone.now())
    assert not late.modified
    assert client.session["drafts"] == drafts


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


def test_at_the_end_of_twelve_hours_nobody_is_offered_to_stay(client, user, clock):
    client.force_login(user)
    for _ in range(35):
        clock.shift(20 * MINUTE)
        assert is_in(client)
    assert client.get(SESSION).json()["stays"] is False
    clock.shift(18 * MINUTE)
    answer = client.post(SESSION).json()
    assert 110 < answer["left"] <= 120
    assert answer["words"].startswith("بلغت الجلسة أقصى مدتها وستنتهي خلال دقيقتين")
    assert (answer["act"], answer["stays"]) == ("إغلاق", False)


@pytest.mark.parametrize("page", ["/home/", "/account/"])
def test_what_asks_for_itself_never_swaps_the_sign_in_page_into_a_page(client, page):
    answer = client.get(page, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Refresh"]) == (200, "true")
    assert client.get("/help/", headers={"HX-Request": "true"}).status_code == 200
    assert not client.get("/help/", headers={"HX-Request": "true"}).has_header("HX-Refresh")


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
    assert is_in(stranger)


@pytest.mark.parametrize("end", ["x' OR 1=1", "١٢", "-1", "0", "9" * 18, "9" * 19, "9" * 5000, " 1"])
def test_a_session_that_cannot_be_ends_none(user, end):
    here, there = browser(user), browser(user)
    assert here.post(SESSIONS, {"end": end}).status_code == 404
    assert is_in(there)


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


def test_signing_out_of_the_administration_is_the_same(clock):
    staff = factories.make_staff("auditor")
    here = browser(staff)
    assert "تسجيل الخروج" in said(here.get("/admin/logout/"))
    answer = here.post("/admin/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not UserSession.objects.exists()
    assert SecurityEvent.objects.latest("pk").kind == "signed_out"


def test_the_list_finds_a_session_whose_key_has_changed(clock, settings):
    """A superuser who sets his own password goes on under another key, and so does everybody after a new SECRET_KEY."""
    superuser = factories.make_user(is_staff=True, is_superuser=True)
    here, there = browser(superuser), browser(superuser)
    new = {"password1": "Wahat-Nakhl-1448", "password2": "Wahat-Nakhl-1448", "set-password": "1"}
    assert here.post(f"/admin/accounts/user/{superuser.pk}/password/", new).status_code == 302
    assert listed(superuser) == {here.session.session_key}
    assert there.get("/account/").status_code == 302
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    clock.shift(2 * MINUTE)
    assert here.get("/account/").status_code == 200
    assert listed(superuser) == {here.session.session_key}


def listed(user) -> set[str]:
    return {each.session_key for each in live_sessions(user, now=timezone.now())}


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
    assert client.get(KEPT)["Location"] == "/home/"


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


@pytest.mark.parametrize(
    ("before", "leads_to"),
    [
        ("http://testserver/account/mobile/?a=1", "/account/mobile/%3Fa%3D1"),
        ("https://other.example/account/mobile/", "/home/"),
        ("//other.example/", "/home/"),
        ("", "/home/"),
    ],
)
def test_a_button_pressed_too_late_leads_to_the_page_where_it_stood(client, user, clock, before, leads_to):
    """Its own address takes nothing but what is sent."""
    client.force_login(user)
    address = f"/account/mobile/{uuid.uuid4()}/resend/"
    clock.shift(HOUR)
    for _ in range(2):
        answer = client.post(address, headers={"Referer": before})
        assert answer["Location"] == f"/account/login/?next={leads_to}"


def test_a_strangers_form_is_not_kept(client):
    client.post("/home/", {"a": "b"})
    assert "kept" not in client.session
