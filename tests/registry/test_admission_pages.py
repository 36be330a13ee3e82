"""A new establishment asks to be registered; a clerk admits or refuses it, an auditor reads along."""

import datetime
import re
import uuid

import pytest
from django.urls import reverse

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from apps.outbox.models import Message
from apps.registry.models import Establishment, EstablishmentRequest, Invitation
from tests import factories

pytestmark = pytest.mark.django_db

FORM = "/register/"
LIST = "/staff/establishments/"
BAKERY = {
    "unified_number": "7001234567",
    "name_ar": "مخبز الواحة",
    "name_en": "Oasis Bakery",
    "kind": "company",
    "mobile": "0512345678",
    "email": "bakery@example.com",
    "owner_national_id": "1012345672",
    "owner_name": "صالح الحربي",
    "owner_birth_date": "",
}


def send(client, do="send", **values):
    return client.post(FORM, {"do": do, **BAKERY, **values})


@pytest.fixture
def asked(client):
    send(client)
    return EstablishmentRequest.objects.get()


# The public form


def test_the_landing_page_and_the_page_without_a_role_lead_to_the_form(client):
    assert f'href="{FORM}"' in client.get("/").content.decode()
    client.force_login(factories.make_user())
    assert f'href="{FORM}"' in client.get("/home/").content.decode()


def test_a_request_is_checked_then_sent_once_and_has_a_number(client):
    check = send(client, "check").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', check)[1]
    assert not EstablishmentRequest.objects.exists()
    first, second = send(client, key=key), send(client, key=key)
    assert first["Location"] == second["Location"] == f"/register/{key}/"
    request = EstablishmentRequest.objects.get()
    html = client.get(first["Location"]).content.decode()
    assert request.reference in html
    assert "مخبز الواحة" not in html


def test_known_and_unknown_numbers_get_the_same_answer(client):
    factories.make_establishment(unified_number="7001234567")
    factories.make_subscriber(national_id="1012345672")
    answers = [
        send(client, "check"),
        send(client, "check", unified_number="7009999999", owner_national_id="1098765439"),
    ]
    pages = [re.sub(r"70\d{8}|10\d{8}|[0-9a-f-]{36}|[A-Za-z0-9]{64}", "", each.content.decode()) for each in answers]
    assert pages[0] == pages[1]
    places = [
        send(client)["Location"],
        send(client, unified_number="7009999999", owner_national_id="1098765439")["Location"],
    ]
    pages = [
        re.sub(r"R-\d{4}-\d{6}|[A-Za-z0-9]{64}|[0-9a-f-]{36}", "", client.get(place).content.decode())
        for place in places
    ]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("typed", ["٧٠٠١٢٣٤٥٦٧", "۷۰۰۱۲۳۴۵۶۷", " 700 1234 567\n", "\u200b7001234567"])
def test_numbers_are_read_in_any_digits(client, typed):
    assert send(client, unified_number=typed).status_code == 302
    assert EstablishmentRequest.objects.get().unified_number == "7001234567"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *[("unified_number", text) for text in ("", "700123456", "70012345678", "1001234567", "٧001234567", "seven")],
        *[
            ("owner_national_id", text)
            for text in ("101234567", "10123456721", "abc", "3012345672", "1012345671", "1111111111")
        ],
        *[("name_ar", text) for text in ("", "مخبز\u202e", "\u2068مخبز", "🍞", "ا" * 151)],
        ("owner_name", "صالح\u2066"),
        ("kind", "kingdom"),
        ("mobile", "0112345678"),
        ("mobile", ""),
        ("email", "nobody"),
        ("email", "a@example.com\r\nBcc: b@example.com"),
        ("owner_birth_date", "01/01/2030"),
        ("owner_birth_date", "1407-05-01"),
        ("owner_birth_date", "0001-01-01"),
    ],
)
def test_bad_input_is_refused_and_what_was_typed_stays(client, field, typed):
    for do in ("check", "send"):
        answer = send(client, do, **{field: typed})
        assert answer.status_code == 422
        assert all(answer.context["form"][name].value() == value for name, value in (BAKERY | {field: typed}).items())
    assert not EstablishmentRequest.objects.exists()


def test_names_as_long_as_they_may_be_are_taken(client):
    longest = "عبد الله " * 16
    assert send(client, name_ar=longest, name_en="Bakery " * 21, owner_name=longest).status_code == 302
    assert EstablishmentRequest.objects.get().search_key.startswith("عبد الله")


def test_nothing_is_decided_by_whoever_asks(client, noura):
    send(client, state="admitted", decided_by=noura.pk, establishment="1", public_id=str(uuid.uuid4()), reason="x")
    request = EstablishmentRequest.objects.get()
    assert (request.state, request.decided_by, request.establishment, request.reason) == ("pending", None, None, "")


def test_so_many_requests_from_one_address_and_no_more(client):
    assert [send(client).status_code for _ in range(4)] == [302, 302, 302, 429]


# The staff


def test_who_reads_and_who_decides(client, asked, noura):
    number = f"{LIST}{asked.public_id}/"
    people = {
        "clerk": (factories.make_staff("clerk"), 200, 200),
        "auditor": (factories.make_staff("auditor"), 200, 403),
        "billing officer": (factories.make_staff("billing officer"), 403, 403),
        "superuser": (factories.make_user(is_staff=True, is_superuser=True), 403, 403),
        "owner": (noura, 403, 403),
        "nobody": (factories.make_user(), 403, 403),
    }
    for name, (user, reads, decides) in people.items():
        client.force_login(user)
        assert [client.get(page).status_code for page in (LIST, number)] == [reads] * 2, name
        for page in ("admit", "refuse"):
            assert client.get(f"{number}{page}/").status_code == decides, name
            if decides == 403:
                assert client.post(f"{number}{page}/", {"reason": "x"}).status_code == 403
        assert (f"{number}admit/" in client.get(number).content.decode()) == (decides == 200), name
    asked.refresh_from_db()
    assert asked.state == "pending"


def test_a_clerk_finds_his_work_after_sign_in(client):
    client.force_login(factories.make_staff("clerk"))
    assert client.get("/home/")["Location"] == LIST


def test_the_page_shows_what_is_known_already(client, asked):
    known = factories.make_establishment(unified_number="7001234567", name_ar="مخبز مسجل")
    factories.make_member("مالكة مسجلة", establishment=known, role="owner")
    factories.make_subscriber(national_id="1012345672")
    send(client, owner_birth_date="01/01/1985", name_ar="مخبز آخر")
    other = EstablishmentRequest.objects.exclude(pk=asked.pk).get()
    client.force_login(factories.make_staff("clerk"))
    html = client.get(f"{LIST}{other.public_id}/").content.decode()
    for words in ("مخبز مسجل", "مالكة مسجلة", asked.reference, "مشترك مسجل", "يختلف عن المسجل", "ليس لديه حساب"):
        assert words in html


def test_a_clerk_admits_and_the_owner_comes_in(client, asked):
    client.force_login(factories.make_staff("clerk"))
    page = reverse("registry:request_admit", args=[asked.public_id])
    assert "سجّل المنشأة" in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    link = re.search(r"http://testserver(/invitations/\S+)", Message.objects.order_by("pk").first().body)[1]
    assert client.post(page).status_code == 409
    client.logout()
    account = {"national_id": "1012345672", "password": "Wahat-Nakhl-1448", "terms": "on"}
    assert client.post(link, account)["Location"] == "/e/7001234567/"
    assert client.get("/e/7001234567/users/").status_code == 200


def test_an_admission_asks_for_a_recent_proof_of_identity(client, asked, clock):
    client.force_login(factories.make_staff("clerk"))
    client.get(LIST)
    clock.shift(datetime.timedelta(minutes=6))
    page = reverse("registry:request_admit", args=[asked.public_id])
    assert client.get(page).status_code == 200
    assert client.post(page)["Location"].startswith(reverse("account_reauthenticate"))
    assert not Establishment.objects.exists()
    client.post(reverse("account_reauthenticate"), {"password": factories.PASSWORD, "next": page})
    assert Establishment.objects.exists()


def test_decisions_are_logged_with_the_address_they_came_from(client, asked):
    client.force_login(factories.make_staff("clerk"))
    client.post(reverse("registry:request_admit", args=[asked.public_id]), REMOTE_ADDR="127.0.0.9")
    kinds = SecurityEvent.objects.filter(address="127.0.0.9").values_list("kind", flat=True)
    assert {Event.ESTABLISHMENT_ADMITTED, Event.ROLE_INVITED} <= set(kinds)


def test_a_clerk_refuses_with_a_reason(client, asked):
    client.force_login(factories.make_staff("clerk"))
    page = reverse("registry:request_refuse", args=[asked.public_id])
    for reason in ("", "\u202e", "ا" * 301):
        answer = client.post(page, {"reason": reason})
        assert (answer.status_code, answer.context["form"]["reason"].value()) == (422, reason)
    assert client.post(page, {"reason": "الرقم غير مطابق"}).status_code == 302
    assert client.post(page, {"reason": "الرقم غير مطابق"}).status_code == 422
    assert not Establishment.objects.exists()
    assert not Invitation.objects.exists()
    assert Message.objects.count() == 2


@pytest.mark.parametrize(
    ("query", "found"), [({"q": "الواحه"}, 1), ({"q": "70012"}, 1), ({"q": "799"}, 0), ({"state": "refused"}, 0)]
)
def test_requests_are_found(client, asked, query, found):
    client.force_login(factories.make_staff("clerk"))
    assert client.get(LIST, query).context["table"].page.paginator.count == found


def test_the_list_costs_the_same_for_one_and_for_many(client, asked, django_assert_num_queries, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"registration": "100/m/ip"}
    client.force_login(factories.make_staff("clerk"))
    client.get(LIST)
    with django_assert_num_queries(8):
        client.get(LIST)
    for _ in range(5):
        send(client)
    with django_assert_num_queries(8):
        client.get(LIST)
