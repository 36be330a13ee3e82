"""Every address of the portal, asked for by everybody: what passes, what is refused, what is kept of it.

Closed by default: an address that is not in the table fails. A stranger gets the answer of a number that does not
exist, a member without the right is told so, a refusal writes nothing but its one record in the security log, and no
word of the establishment is in it.
"""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.contrib.admin import site
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from tests import factories
from tests.access.scene import addresses, furnish, person, rooms
from tests.access.table import (
    ACCESS,
    ADMIN,
    ADMIN_SITE,
    EVERYBODY,
    FORMER,
    OPTIONAL,
    OWN_BUSINESS,
    OWNER,
    PUBLIC,
    STAFF,
    STRANGER,
    VIEWER,
)

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "PUT", "DELETE", "POST")
# These come in every way. The others leave out HEAD, which goes the way of GET, and what an address does not know: that
# is told to everybody alike.
THOROUGH = {OWNER, STRANGER}
PASSED = {200, 302, 303, 409, 422}
# What a refusal may do in the database: read, keep the session and when it was used, and be recorded.
QUIET = re.compile(
    r'\s*(SELECT|SAVEPOINT|RELEASE|UPDATE "django_session"|(INSERT INTO|UPDATE) "usersessions_usersession"'
    r'|INSERT INTO "accounts_securityevent")'
)


@pytest.fixture
def scene(db):
    return furnish()


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    client.get(reverse("portal:privacy"))
    return client


def ask(client: Client, method: str, address: str):
    """A POST says no more than a language."""
    return client.post(address, {"language": "ar"}) if method == "POST" else client.generic(method, address)


def names(resolver, namespace: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}"


def test_every_address_has_its_rule():
    found = set(names(get_resolver()))
    portal = {name for name in found if not name.startswith("admin:")}
    assert portal == set(ACCESS) | PUBLIC | OWN_BUSINESS | OPTIONAL
    acts = ("changelist", "add", "history", "delete", "change", "pdf")
    of_models = {f"admin:{label.replace('.', '_')}_{act}" for label in ADMIN for act in acts}
    of_site = {f"admin:{name}" for name in ADMIN_SITE} | {"admin:auth_user_password_change", "admin:None"}
    of_site |= {"admin:subscriber_mobile", "admin:account_mobile", "admin:accounts_user_factors"}
    assert found - portal <= of_models | of_site
    assert set(rooms()) == set(ADMIN)


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_everybody_sees_what_is_his_and_nothing_else(subtests, scene, who):
    """What passes is answered in any way that is neither a refusal nor a fault; a refusal is quiet and kept once."""
    places, client = addresses(scene), signed_in(person(scene, who))
    secrets = words_of(scene)
    for view, rule in ACCESS.items():
        for method in METHODS:
            allowed = rule.who(method)
            if who not in THOROUGH and (allowed is None or method == "HEAD"):
                continue
            with subtests.test(view, method=method):
                before = SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count()
                with CaptureQueriesContext(connection) as queries:
                    answer = ask(client, method, places[view])
                kept = SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count() - before
                if answer.status_code == 405:
                    assert allowed is None or method == "PUT"
                    continue
                if who in (allowed or ()):
                    assert answer.status_code in PASSED
                    assert kept == 0
                    continue
                assert answer.status_code == (403 if who in rule.told else 404)
                assert kept == 1
                assert not [query["sql"] for query in queries if not QUIET.match(query["sql"])]
                if who not in rule.told:
                    page = answer.content.decode()
                    assert not [word for word in secrets if word in page]


def words_of(scene) -> list[str]:
    """What only those who belong to the establishment may read."""
    people = [contract.subscriber for contract in scene.contracts]
    return [
        scene.establishment.name_ar,
        scene.establishment.name_en,
        scene.invoice.number,
        *(contract.contract_no for contract in scene.contracts),
        *(one.full_name_ar for one in people),
        *(one.national_id for one in people),
    ]


def test_who_is_not_signed_in_is_led_to_the_door(subtests, scene):
    client = Client()
    for view, address in addresses(scene).items():
        for method in METHODS:
            with subtests.test(view, method=method), CaptureQueriesContext(connection) as queries:
                answer = ask(client, method, address)
                assert answer.status_code == 302
                assert answer.headers["Location"].startswith(reverse("account_login"))
            assert not queries.captured_queries
    assert not SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).exists()


@pytest.mark.parametrize("who", [STRANGER, FORMER])
def test_a_foreign_number_answers_as_one_that_does_not_exist(subtests, scene, who):
    """Byte for byte, but for the address, the form's token, the reference and the seconds that the session has left."""
    places, client = addresses(scene), signed_in(person(scene, who))
    for view, rule in ACCESS.items():
        if scene.number not in places[view]:
            continue
        for method in ("GET", "POST"):
            if rule.who(method) is None:
                continue
            with subtests.test(view, method=method):
                foreign, unknown = places[view], places[view].replace(scene.number, "7999999999")
                answers = [said(ask(client, method, address), address) for address in (foreign, unknown)]
                assert answers[0] == answers[1]


def said(response, address: str) -> str:
    page = response.content.decode().replace(address, "")
    page = re.sub(r"\b[0-9]{4}-[0-9]{4}\b", "", page)
    return re.sub(r'(name="csrfmiddlewaretoken" value="|data-left=")[^"]*', r"\1", page)


def test_a_right_that_is_taken_back_ends_with_the_next_click(scene):
    viewer = person(scene, VIEWER)
    client, address = signed_in(viewer), addresses(scene)["invoices:invoice_list"]
    assert client.get(address).status_code == 200
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    scene.establishment.memberships.filter(user=viewer).update(ends_on=yesterday)
    assert client.get(address).status_code == 404


def test_an_address_that_no_page_links_is_no_page(subtests, scene):
    client = signed_in(person(scene, OWNER))
    wrong = ["0", "-1", str(2**63), "١٢", "1;--", "..%2f", "x" * 5000, "7000000001%00", "%E2%80%AE7000000001"]
    for prefix in ("/e/", "/staff/billing-runs/", "/me/statements/", f"/e/{scene.number}/invoices/"):
        for path in wrong:
            with subtests.test(prefix, path=path[:20]):
                assert client.get(f"{prefix}{path}/").status_code in {400, 404}


# The administration.


@pytest.mark.parametrize("who", sorted(STAFF))
def test_staff_find_in_the_administration_what_their_role_reads(subtests, scene, who):
    client = signed_in(person(scene, who))
    for label, room in ADMIN.items():
        model = rooms()[label]
        record = model._default_manager.order_by("-pk").first()
        asked = [("changelist", [], room.read), ("add", [], room.add), ("add!", [], room.add)]
        if record is not None:
            of_one = {"history": room.read, "delete": set(), "delete!": set(), "change": room.read}
            asked += [(act, [record.pk], allowed) for act, allowed in of_one.items()]
            if not (room.add or room.change):
                asked.append(("change!", [record.pk], set()))
        for act, arguments, allowed in asked:
            with subtests.test(label, act=act):
                address = reverse(f"admin:{label.replace('.', '_')}_{act.rstrip('!')}", args=arguments)
                before = SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count()
                answer = client.post(address, {}) if act.endswith("!") else client.get(address)
                assert answer.status_code in ({200, 302} if who in allowed else {403})
                kept = SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count() - before
                assert kept == (answer.status_code == 403)


@pytest.mark.parametrize("who", sorted(EVERYBODY - set(STAFF)))
def test_the_administration_is_closed_to_everybody_else(subtests, scene, who):
    client = signed_in(person(scene, who))
    for address in [reverse("admin:index"), *(list_of(model) for model in site._registry)]:
        with subtests.test(address):
            answer = client.get(address, follow=True)
            assert answer.status_code == 403
            assert scene.invoice.number not in answer.content.decode()


def list_of(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def test_an_account_keeps_its_password_from_other_staff(scene):
    address = reverse("admin:auth_user_password_change", args=[factories.make_user().pk])
    for who, status in {"clerk": 403, "billing officer": 403, "auditor": 403, "superuser": 200}.items():
        assert signed_in(person(scene, who)).get(address).status_code == status
