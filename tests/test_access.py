"""Who sees which page: every address of the portal, asked for by everybody.

Closed by default: an address that nobody has entered here fails. A stranger gets the answer of a number that does not
exist, a member without the right is told so, and a denial writes nothing.
"""

import datetime
import re
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone

from apps.invoices.models import BillingRun
from tests import factories
from tests.scene import AUGUST, OCTOBER, SEPTEMBER, draw, make_scene, statement_of

pytestmark = pytest.mark.django_db

OWNER, SUPERVISOR, CLERK, ACCOUNTANT, VIEWER = "owner", "supervisor", "hours_clerk", "accountant", "viewer"
ROLES = (OWNER, SUPERVISOR, CLERK, ACCOUNTANT, VIEWER)
ALL, HOURS, ENTRY = set(ROLES), set(ROLES) - {ACCOUNTANT}, {OWNER, SUPERVISOR, CLERK}
MANAGERS, BILLS, EXPORTS = {OWNER, SUPERVISOR}, set(ROLES) - {CLERK}, {OWNER, ACCOUNTANT}
READERS, STARTERS = {"billing officer", "auditor", "superuser"}, {"billing officer"}

# What an establishment's members may, by (method, view).
ESTABLISHMENT = {
    ("GET", "portal:employer_home"): ALL,
    ("GET", "timesheets:month_list"): HOURS,
    ("GET", "timesheets:current_month"): HOURS,
    ("GET", "timesheets:month_grid"): HOURS,
    ("POST", "timesheets:month_grid"): ENTRY,
    ("GET", "timesheets:month_attest"): HOURS,
    ("POST", "timesheets:month_attest"): MANAGERS,
    ("GET", "timesheets:month_attested"): HOURS,
    ("GET", "contracts:contract_list"): ALL,
    ("GET", "contracts:contract_detail"): ALL,
    ("GET", "contracts:contract_person"): MANAGERS,
    ("POST", "contracts:contract_person"): MANAGERS,
    ("GET", "contracts:contract_terms"): MANAGERS,
    ("POST", "contracts:contract_terms"): MANAGERS,
    ("GET", "contracts:contract_check"): MANAGERS,
    ("POST", "contracts:contract_check"): MANAGERS,
    ("GET", "contracts:contract_wage"): MANAGERS,
    ("POST", "contracts:contract_wage"): MANAGERS,
    ("GET", "contracts:contract_end"): MANAGERS,
    ("POST", "contracts:contract_end"): MANAGERS,
    ("GET", "invoices:invoice_list"): BILLS,
    ("GET", "invoices:invoice_detail"): BILLS,
    ("GET", "invoices:invoice_lines"): EXPORTS,
    ("POST", "invoices:document_request"): BILLS,
    ("GET", "invoices:document_detail"): BILLS,
    ("GET", "invoices:document_download"): BILLS,
    ("GET", "invoices:bill_preview"): BILLS,
}
STAFF = {
    ("GET", "invoices:run_list"): READERS,
    ("GET", "invoices:run_detail"): READERS,
    ("GET", "invoices:run_start"): STARTERS,
    ("POST", "invoices:run_start"): STARTERS,
    ("POST", "invoices:run_dry"): STARTERS,
}
# A subscriber's own pages name nobody; whoever is no subscriber has none.
SUBSCRIBER = {
    ("GET", "portal:subscriber_home"),
    ("GET", "portal:subscriber_hours"),
    ("GET", "portal:subscriber_month"),
    ("GET", "certificates:statement_list"),
    ("POST", "certificates:statement_request"),
    ("GET", "certificates:statement_detail"),
    ("GET", "certificates:statement_download"),
}
SIGNED_IN = {("GET", "portal:home"), ("GET", "registry:establishment_list")}
PUBLIC = {"portal:landing", "portal:help", "portal:accessibility", "portal:privacy", "portal:set_language"}
PASSED = {200, 302, 303, 409, 422}


@pytest.fixture
def scene(db):
    scene = make_scene()
    draw()
    return scene


@pytest.fixture
def people(scene):
    """Everybody by what he is; the former member was an owner until yesterday."""
    found = {role: factories.make_member(role, establishment=scene.establishment, role=role) for role in ROLES}
    former = factories.make_user(full_name="former")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    factories.make_membership(user=former, establishment=scene.establishment, role=OWNER, ends_on=yesterday)
    stranger = factories.make_member("stranger", establishment=factories.make_establishment(), role=OWNER)
    staff = {role: factories.make_staff(role) for role in ("clerk", "billing officer", "auditor")}
    superuser = factories.make_user(is_staff=True, is_superuser=True)
    return {**found, **staff, "superuser": superuser, "former": former, "stranger": stranger, "worker": scene.worker}


@pytest.fixture
def addresses(scene):
    """The address of every view, on things that exist."""
    here = {"unified_number": scene.number}
    invoice, contract = scene.invoice, scene.contracts[0]
    document = {"invoice_id": invoice.public_id, "public_id": invoice.documents.get(language="ar").public_id}
    run = BillingRun.objects.get(month=AUGUST)
    statement = statement_of(scene.worker)
    draw()
    bill = {**here, "public_id": invoice.public_id}
    person = {**here, "public_id": contract.public_id}
    places = [
        (
            ("portal:employer_home", "contracts:contract_list", "contracts:contract_person", "invoices:invoice_list"),
            here,
        ),
        (("timesheets:month_list", "timesheets:current_month"), here),
        (("timesheets:month_grid", "invoices:bill_preview"), {**here, "month": OCTOBER}),
        (("timesheets:month_attest",), {**here, "month": SEPTEMBER}),
        (("timesheets:month_attested",), {**here, "month": AUGUST}),
        (("contracts:contract_detail", "contracts:contract_wage", "contracts:contract_end"), person),
        (("contracts:contract_terms", "contracts:contract_check"), {**here, "draft": uuid.uuid4()}),
        (("invoices:invoice_detail", "invoices:invoice_lines", "invoices:document_request"), bill),
        (("invoices:document_detail", "invoices:document_download"), {**here, **document}),
        (("invoices:run_list",), {}),
        (("invoices:run_detail",), {"public_id": run.public_id}),
        (("invoices:run_start", "invoices:run_dry"), {"month": SEPTEMBER}),
        (("portal:subscriber_home", "portal:subscriber_hours", "portal:home", "registry:establishment_list"), {}),
        (("portal:subscriber_month",), {"month": AUGUST}),
        (("certificates:statement_list", "certificates:statement_request"), {}),
        (("certificates:statement_detail", "certificates:statement_download"), {"public_id": statement.public_id}),
    ]
    return {view: reverse(view, kwargs=given) for views, given in places for view in views}


def ask(method: str, address: str, user=None) -> tuple[int, str]:
    """The status, and where it leads. A POST says no more than a language, so that little comes of it."""
    client = Client()
    if user:
        client.force_login(user)
    response = client.post(address, {"language": "ar"}) if method == "POST" else client.get(address)
    return response.status_code, response.headers.get("Location", "")


def names(resolver, namespace: str = "") -> set[str]:
    found = set()
    for pattern in resolver.url_patterns:
        if not hasattr(pattern, "url_patterns"):
            found.add(f"{namespace}{pattern.name}")
        elif pattern.namespace != "admin":
            found |= names(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
    return found


def test_every_address_has_its_rule():
    ruled = {view for _, view in [*ESTABLISHMENT, *STAFF, *SUBSCRIBER, *SIGNED_IN]} | PUBLIC
    assert {name for name in names(get_resolver()) if not name.startswith("account_")} == ruled


def test_a_visitor_who_has_not_signed_in_is_led_to_the_door(addresses):
    for method, view in [*ESTABLISHMENT, *STAFF, *SUBSCRIBER, *SIGNED_IN]:
        status, location = ask(method, addresses[view])
        assert (status, location.partition("?")[0]) == (302, reverse("account_login")), (method, view)


def test_members_may_what_their_role_allows_and_strangers_find_nothing(people, addresses):
    unexpected = []
    for (method, view), allowed in ESTABLISHMENT.items():
        for name, user in people.items():
            expected = {404} if name not in ROLES else PASSED if name in allowed else {403}
            status, _ = ask(method, addresses[view], user)
            if status not in expected:
                unexpected.append((method, view, name, status))
    assert not unexpected


def test_staff_may_what_their_role_allows_and_nobody_else(people, addresses):
    unexpected = []
    for (method, view), allowed in STAFF.items():
        for name, user in people.items():
            status, _ = ask(method, addresses[view], user)
            if status not in (PASSED if name in allowed else {403}):
                unexpected.append((method, view, name, status))
    assert not unexpected


def test_a_subscribers_pages_are_his_alone(people, addresses):
    unexpected = []
    for method, view in SUBSCRIBER:
        for name, user in people.items():
            status, _ = ask(method, addresses[view], user)
            if status not in (PASSED if name == "worker" else {404}):
                unexpected.append((method, view, name, status))
    assert not unexpected


def test_a_foreign_establishment_answers_as_one_that_does_not_exist(people, addresses, scene):
    """The same bytes, so that nothing can be learned by asking; only the address that was asked for is repeated."""

    def answer(address: str) -> str:
        client = Client()
        client.force_login(people["stranger"])
        response = client.get(address)
        assert response.status_code == 404
        return response.content.decode().replace(address, "")

    for (method, view), address in ((act, addresses[act[1]]) for act in ESTABLISHMENT):
        if method == "GET":
            unknown = answer(address.replace(scene.number, "7999999999"))
            assert _without_tokens(answer(address)) == _without_tokens(unknown), view


def _without_tokens(page: str) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", page)


def test_a_denial_writes_nothing(people, addresses):
    client = Client()
    client.force_login(people["stranger"])
    for method, view in ESTABLISHMENT:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.generic(method, addresses[view])
        assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")], view


def test_a_right_that_is_taken_back_ends_with_the_next_click(people, addresses, scene):
    client = Client()
    client.force_login(people[VIEWER])
    assert client.get(addresses["invoices:invoice_list"]).status_code == 200
    membership = scene.establishment.memberships.get(user=people[VIEWER])
    membership.ends_on = timezone.localdate() - datetime.timedelta(days=1)
    membership.save()
    assert client.get(addresses["invoices:invoice_list"]).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["0", "-1", str(2**63), "١٢", "1;--", "..%2f", "x" * 5000, "7000000001%00", "%E2%80%AE7000000001"],
)
def test_an_address_that_no_page_of_ours_links_is_no_page(people, path):
    client = Client()
    client.force_login(people[OWNER])
    for prefix in ("/e/", "/staff/billing-runs/", "/me/statements/", f"/e/{'7' * 10}/invoices/"):
        assert client.get(f"{prefix}{path}/").status_code in {400, 404}
