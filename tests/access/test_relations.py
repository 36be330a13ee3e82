"""Things that exist, asked for by those whom they do not belong to, and things that are over.

The walk asks for one's own and a stranger's establishment. Here a member asks in his own establishment for a thing of
another one, a subscriber for another's papers, an owner for what is ended, closed or decided; lists give their
workbooks and their finds to nobody who does not see them.
"""

import uuid
from itertools import product

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent
from apps.invoices import services as invoices
from apps.portal.middleware import OPEN
from apps.registry import services as registry
from apps.registry.models import Establishment
from tests import factories
from tests.access.scene import addresses, furnish, person
from tests.access.table import (
    ACCESS,
    AUDITOR,
    CLERK,
    DESK,
    EVERYBODY,
    FORMER,
    OFFICER,
    OWN_BUSINESS,
    OWNER,
    PUBLIC,
    STAFF,
    STRANGER,
    SUPERUSER,
    WORKER,
)
from tests.access.test_walk import METHODS, QUIET, ask, said, signed_in, words_of
from tests.scene import AUGUST

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return furnish()


def denials() -> int:
    return SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count()


def asked(client, method: str, address: str):
    """The answer, what of it would have changed a table, and how many refusals were recorded."""
    before = denials()
    with CaptureQueriesContext(connection) as queries:
        answer = ask(client, method, address)
    return answer, writes(queries), denials() - before


def writes(queries: CaptureQueriesContext) -> list[str]:
    """What was more than reading and keeping books; what a refusal takes back was nothing."""
    return [query["sql"] for query in queries if not QUIET.match(query["sql"]) and "ROLLBACK" not in query["sql"]]


def with_keys(places: dict[str, str]) -> dict[str, tuple[str, str]]:
    """The addresses that name one thing, each with the same address for a thing that does not exist."""
    found = {}
    for view, address in places.items():
        parts = [str(uuid.uuid4()) if _is_key(part) else part for part in address.split("/")]
        if "/".join(parts) != address:
            found[view] = (address, "/".join(parts))
    return found


def _is_key(part: str) -> bool:
    try:
        return bool(uuid.UUID(part))
    except ValueError:
        return False


# Somebody else's thing under one's own number


def test_a_thing_of_another_establishment_is_none_of_ones_own(subtests, scene):
    """In one's own establishment it answers as a thing that does not exist, byte for byte, and nothing happens."""
    stranger = person(scene, STRANGER)
    own = Establishment.objects.get(memberships__user=stranger).unified_number
    client, secrets = signed_in(stranger), words_of(scene)
    things = {view: pair for view, pair in with_keys(addresses(scene)).items() if scene.number in pair[0]}
    # A draft is one's own by the session, and says no more than that there is none.
    del things["contracts:contract_terms"], things["contracts:contract_check"]
    assert len(things) >= 12
    for view, pair in things.items():
        for method in METHODS:
            cache.clear()  # limits of requests count what this test asks
            with subtests.test(view, method=method):
                foreign, unknown = (address.replace(scene.number, own) for address in pair)
                answer, written, kept = asked(client, method, foreign)
                if answer.status_code == 405:
                    continue
                assert answer.status_code == 404
                assert kept == 1
                assert not written
                assert not [word for word in secrets if word in answer.content.decode()]
                assert said(answer, foreign) == said(ask(client, method, unknown), unknown)


def test_another_subscribers_papers_and_months_are_none_of_ones_own(subtests, scene):
    other = factories.make_user(full_name="سالم القحطاني", national_id=factories.national_id(77))
    registry.link_user(subscriber=factories.make_subscriber(national_id=other.national_id), user=other)
    client, secrets = signed_in(other), [*words_of(scene), scene.worker.full_name]
    things = with_keys(addresses(scene))
    papers = {view: pair for view, pair in things.items() if view.startswith(("certificates:", "own:"))}
    assert len(papers) == 10
    for view, (foreign, unknown) in papers.items():
        for method in METHODS:
            with subtests.test(view, method=method):
                answer, written, kept = asked(client, method, foreign)
                if answer.status_code == 405:
                    continue
                assert (answer.status_code, kept, written) == (404, 1, [])
                assert said(answer, foreign) == said(ask(client, method, unknown), unknown)
    for address in ("/me/", "/me/hours/", f"/me/hours/{AUGUST}/", "/me/statements/", "/me/contracts/"):
        with subtests.test(address):
            page = client.get(address).content.decode()
            assert not [word for word in secrets if word in page]


# What is over


def over(scene) -> dict[str, str]:
    """Every act on something that takes none any more: ended, closed, attested, decided, used up, billed."""
    places = addresses(scene)
    ended = factories.make_contract(
        establishment=scene.establishment, starts_on=AUGUST.first_day, ends_on=AUGUST.last_day
    )
    here, agreed = {"unified_number": scene.number}, {"unified_number": scene.number, "public_id": ended.public_id}
    used = factories.make_invitation(establishment=scene.establishment, token="used", national_id="1098765439")
    registry.open_account_with_invitation(
        token="used",
        national_id="1098765439",
        password=factories.PASSWORD,
        visit=factories.VISIT,
        now=timezone.now(),
        today=timezone.localdate(),
    )
    decided = factories.make_request(unified_number="7001112223")
    registry.refuse_establishment(
        request=decided, reason="الرقم غير صحيح", by=factories.make_staff(DESK), now=timezone.now()
    )
    return {
        "contracts:contract_wage": reverse("contracts:contract_wage", kwargs=agreed),
        "contracts:contract_end": reverse("contracts:contract_end", kwargs=agreed),
        "contracts:contract_renew": reverse("contracts:contract_renew", kwargs=agreed),
        "contracts:contract_extend": reverse("contracts:contract_extend", kwargs=agreed),
        "timesheets:month_grid": reverse("timesheets:month_grid", kwargs={**here, "month": AUGUST}),
        "timesheets:month_attest": reverse("timesheets:month_attest", kwargs={**here, "month": AUGUST}),
        "registry:invitation_resend": places["registry:invitation_resend"].replace(*_other(places, used)),
        "registry:invitation_withdraw": places["registry:invitation_withdraw"].replace(*_other(places, used)),
        "registry:request_admit": reverse("registry:request_admit", args=[decided.public_id]),
        "registry:request_refuse": reverse("registry:request_refuse", args=[decided.public_id]),
    }


def _other(places: dict[str, str], invitation) -> tuple[str, str]:
    present = next(part for part in places["registry:invitation_resend"].split("/") if _is_key(part))
    return present, str(invitation.public_id)


@pytest.mark.parametrize("who", [OWNER, DESK])
def test_what_is_over_takes_no_act_from_those_who_might(subtests, scene, who):
    acts = over(scene)
    client = signed_in(person(scene, who))
    filled = {
        "declared": "yes",
        "do": "save",
        "hourly_wage": "41.00",
        "last_day": str(AUGUST.last_day),
        "reason": "سبب",
    }
    for view, address in acts.items():
        if who not in ACCESS[view].act:
            continue
        with subtests.test(view), CaptureQueriesContext(connection) as queries:
            answer = client.post(address, filled)
            assert answer.status_code in {302, 404, 409, 422}
        assert not writes(queries), view


def test_a_month_that_is_billed_is_run_again_without_a_new_row(scene):
    client = signed_in(person(scene, OFFICER))
    address = reverse("invoices:run_start", kwargs={"month": AUGUST})
    assert client.post(address).status_code == 302
    numbers = set(scene.establishment.invoices.values_list("number", flat=True))
    run = invoices.request_run(month=AUGUST, is_dry=False, now=timezone.now(), today=timezone.localdate())
    while invoices.work(run_id=run.pk, now=timezone.now(), today=timezone.localdate()) is not invoices.Work.NOTHING:
        pass
    assert set(scene.establishment.invoices.values_list("number", flat=True)) == numbers


# Workbooks, finds and counts are things too


LISTS = {
    "contracts:contract_list": ({OWNER, "supervisor"}, "C-"),
    "contracts:offer_list": ({OWNER, "supervisor"}, "نورة"),
    "invoices:invoice_list": ({OWNER, "accountant"}, "FW-"),
    "registry:member_list": ({OWNER}, "نورة"),
}


def test_a_workbook_and_a_find_are_for_those_who_see_the_list(subtests, scene):
    places, secrets = addresses(scene), words_of(scene)
    for who, (view, (takers, word)) in product(sorted(EVERYBODY), LISTS.items()):
        rule, client = ACCESS[view], signed_in(person(scene, who))
        for query, allowed in ((f"?export=xlsx&q={word}", takers), (f"?q={word}", rule.read)):
            with subtests.test(view, who=who, query=query):
                answer, written, kept = asked(client, "GET", places[view] + query)
                if who in allowed:
                    assert answer.status_code == 200
                    assert kept == 0
                    continue
                assert answer.status_code == (403 if who in rule.told else 404)
                assert kept == 1
                assert not written
                if who not in rule.told:
                    assert not [secret for secret in secrets if secret in answer.content.decode()]


# The administration's other doors


def test_papers_and_acts_of_the_administration_are_for_their_readers(subtests, scene):
    secrets = words_of(scene)
    document = scene.invoice.documents.first()
    subscriber = scene.contracts[0].subscriber
    doors = {
        reverse("admin:invoices_invoicedocument_pdf", args=[document.pk]): set(STAFF),
        reverse("admin:subscriber_mobile", args=[subscriber.pk]): {DESK},
        reverse("admin:auth_user_password_change", args=[scene.worker.pk]): {SUPERUSER},
    }
    for who in (*STAFF, OWNER, STRANGER, FORMER, WORKER):
        client = signed_in(person(scene, who))
        for (address, allowed), method in product(doors.items(), ("GET", "HEAD", "PUT", "DELETE")):
            with subtests.test(address, who=who, method=method):
                answer, written, _ = asked(client, method, address)
                if who in allowed:
                    assert answer.status_code in {200, 302, 405}
                    continue
                assert answer.status_code in {302, 403, 404, 405}
                assert not written
                if answer.status_code == 302:
                    assert client.get(answer["Location"]).status_code in {200, 302, 403}
                assert not [secret for secret in secrets if secret in answer.content.decode()]


# Without a second factor


def test_without_a_second_factor_managers_and_staff_come_no_further(subtests, scene, settings):
    settings.MFA_REQUIRED = True
    places = addresses(scene) | {"admin:index": reverse("admin:index")}
    views = sorted(view for view in {*ACCESS, "admin:index"} - OPEN if not view.startswith("mfa_"))
    for who in (OWNER, "supervisor", *STAFF):
        client = signed_in(person(scene, who))
        for view, method in product(views, ("GET", "POST")):
            with subtests.test(view, who=who, method=method):
                answer, written, _ = asked(client, method, places[view])
                assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
                assert not written
    for who in (CLERK, WORKER):
        home = signed_in(person(scene, who)).get(reverse("portal:home"), follow=True)
        assert home.status_code == 200
        assert reverse("mfa_index") not in [address for address, _ in home.redirect_chain]


# What is open to all, and steps of which one is in the middle or not


def open_places(scene) -> dict[str, str]:
    """Every address that the walk leaves out, with a draft, a link and a key that are nobody's."""
    draft, asked_for = {"draft": uuid.uuid4()}, {"public_id": factories.make_request().public_id}
    given = {
        "registry:registered": asked_for,
        "registry:invitation": {"token": "nobodys-link"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "nobodys-key"},
    }
    steps = {view: draft for view in OWN_BUSINESS if view.endswith(("_code", "_resend", "_new", "signup_account"))}
    return {view: reverse(view, kwargs={**given, **steps}.get(view)) for view in sorted(PUBLIC | OWN_BUSINESS)}


def test_what_is_open_names_nobody_and_a_step_of_nobody_leads_to_its_beginning(subtests, scene):
    places, secrets = open_places(scene), words_of(scene)
    guests = {"guest": Client(), **{who: signed_in(person(scene, who)) for who in (STRANGER, WORKER, AUDITOR)}}
    own = {WORKER: {scene.worker.full_name, scene.worker.national_id}}
    for (who, client), (view, address), method in product(guests.items(), places.items(), METHODS):
        if view == "account_logout" and method == "POST":
            continue
        with subtests.test(view, who=who, method=method):
            answer, _, _ = asked(client, method, address)
            assert answer.status_code in {200, 302, 303, 400, 403, 404, 405, 422, 429}
            page = answer.content.decode()
            assert not [word for word in secrets if word in page and word not in own.get(who, ())]
            if view.endswith(("_code", "_resend", "_new", "signup_account")):
                assert answer.status_code in {302, 405}


def test_another_persons_draft_is_nobodys(scene):
    factories.make_user(national_id="1012345672", mobile="+966512345678")
    mine, other = Client(), Client()
    page = mine.post(reverse("account_reset_password"), {"national_id": "1012345672"})["Location"]
    assert mine.get(page).status_code == 200
    assert other.get(page)["Location"] == reverse("account_reset_password")
