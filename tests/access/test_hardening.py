"""What stands around every page: its headers, limits that hold behind a proxy, the log that only grows, the floors."""

import json
import logging
import re
from importlib import metadata

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from apps.accounts import services
from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent, TermsAcceptance
from apps.accruals.models import Accrual, SubscriberMonth
from apps.common import clock
from apps.invoices.models import Invoice, InvoiceDocument, InvoiceLine
from apps.regulations.models import ClosedMonth, RuleSetRecord
from tests import factories
from tests.access.scene import addresses, furnish, person
from tests.access.table import OWNER, WORKER

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/login/"
WRONG = {"login": "1000000008", "password": "not the password"}


@pytest.fixture
def scene(db):
    return furnish()


# Headers (S4, S5).


def test_every_page_tells_the_browser_what_it_may_do(client, noura, establishment):
    client.force_login(noura)
    for address in ("/", SIGN_IN, f"/e/{establishment.unified_number}/", "/no/such/page/"):
        headers = client.get(address, follow=True).headers
        rules = dict(rule.strip().partition(" ")[::2] for rule in headers["Content-Security-Policy"].split(";"))
        assert rules.pop("img-src") == "'self' data:"
        own = {name for name, value in rules.items() if value == "'self'"}
        assert own == {"script-src", "style-src", "font-src", "connect-src", "form-action"}
        assert {name for name, value in rules.items() if value == "'none'"} == set(rules) - own
        assert "default-src" in set(rules) - own
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_what_a_signed_in_person_sees_is_not_kept_by_the_browser(client, noura, establishment):
    client.force_login(noura)
    assert client.get(f"/e/{establishment.unified_number}/").headers["Cache-Control"] == "no-store"


# Ways to ask (B40).


def test_a_form_without_its_token_or_from_elsewhere_changes_nothing(noura, establishment):
    client = Client(enforce_csrf_checks=True)
    client.force_login(noura)
    address = f"/e/{establishment.unified_number}/contracts/new/"
    assert client.post(address, {"national_id": "1000000008"}).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', client.get(address).content.decode())[1]
    form = {"national_id": "1000000008", "csrfmiddlewaretoken": token}
    assert client.post(address, form, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post(address, form).status_code == 422


def test_a_foreign_host_is_answered_by_nobody(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_no_page_answers_to_a_method_that_it_does_not_know(client, noura, establishment, method):
    client.force_login(noura)
    for address in ("/", "/help/", f"/e/{establishment.unified_number}/", "/home/"):
        assert client.generic(method, address).status_code == 405


# Limits behind a proxy (S14, S15).


def try_to_sign_in(times: int, forwarded) -> list[int]:
    client = Client()
    return [client.post(SIGN_IN, WRONG, headers={"X-Forwarded-For": forwarded(n)}).status_code for n in range(times)]


def test_two_visitors_behind_one_proxy_have_two_counts(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    first = try_to_sign_in(40, lambda n: "203.0.113.7")
    assert first[-1] == 429
    assert try_to_sign_in(1, lambda n: "198.51.100.9") != [429]


def test_a_forged_address_in_front_does_not_help(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert try_to_sign_in(40, lambda n: f"192.0.2.{n}, 203.0.113.7")[-1] == 429


def test_visitors_whose_addresses_come_as_ipv6_are_not_one(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert try_to_sign_in(40, lambda n: "::ffff:203.0.113.7")[-1] == 429
    assert try_to_sign_in(1, lambda n: "203.0.113.7") == [429]
    assert try_to_sign_in(1, lambda n: "::ffff:198.51.100.9") != [429]
    assert {event.address for event in SecurityEvent.objects.all()} == {"203.0.113.7", "198.51.100.9"}


def test_without_a_proxy_the_header_says_nothing(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert try_to_sign_in(40, lambda n: f"192.0.2.{n}")[-1] == 429


# What costs much (S27).


@pytest.mark.parametrize(
    ("view", "who", "query", "rate"),
    [
        ("invoices:document_download", OWNER, "", 30),
        ("certificates:statement_download", WORKER, "", 30),
        ("invoices:invoice_lines", OWNER, "", 10),
        ("invoices:invoice_list", OWNER, "?export=xlsx", 10),
        ("contracts:contract_list", OWNER, "?q=احمد", 60),
    ],
)
def test_whoever_asks_too_often_is_told_to_wait(scene, view, who, query, rate):
    client, address = Client(), addresses(scene)[view] + query
    client.force_login(person(scene, who))
    answers = [client.get(address) for _ in range(rate + 1)]
    assert [answer.status_code for answer in answers] == [200] * rate + [429]
    assert "محاولات كثيرة" in answers[-1].content.decode()
    refused = SecurityEvent.objects.get(kind=Event.ACCESS_DENIED)
    assert (refused.details["page"], refused.details["status"]) == (view, 429)


def test_papers_of_the_administration_are_counted_too(scene):
    client, paper = Client(), InvoiceDocument.objects.first()
    client.force_login(factories.make_staff("auditor"))
    address = reverse("admin:invoices_invoicedocument_pdf", args=[paper.pk])
    assert [client.get(address).status_code for _ in range(31)] == [200] * 30 + [429]


@pytest.mark.parametrize("address", ["/invitations/a-guess/", "/account/national/", "/account/national/callback/"])
def test_doors_are_knocked_at_thirty_times_a_minute(client, address):
    assert [client.get(address).status_code for _ in range(31)] == [404] * 30 + [429]


# The administration's host (S17).


def test_the_administration_is_found_at_its_own_host_alone(client, settings):
    assert client.get("/admin/").status_code == 302
    settings.ADMIN_HOST = "staff.example"
    settings.ALLOWED_HOSTS = ["testserver", "staff.example"]
    superuser = factories.make_user(is_staff=True, is_superuser=True)
    for visitor in (Client(), client):
        assert visitor.get("/admin/").status_code == visitor.get("/admin/accounts/user/").status_code == 404
        client.force_login(superuser)
    assert client.get("/admin/", headers={"Host": "staff.example"}).status_code == 200
    assert client.get("/admin/", headers={"Host": "staff.example:8443"}).status_code == 200
    assert client.get("/help/").status_code == 200


# The security log (S30).


def test_a_visitor_who_is_refused_is_recorded_too(client, settings):
    client.get("/invitations/a-dead-link/")
    Client(enforce_csrf_checks=True).post(SIGN_IN, WRONG)
    assert try_to_sign_in(31, lambda n: "")[-1] == 429
    refused = SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).order_by("pk")
    assert [(event.user, event.details["page"], event.details["status"]) for event in refused] == [
        (None, "registry:invitation", 404),
        (None, "account_login", 403),
        (None, "account_login", 429),
    ]
    assert "a-dead-link" not in str([event.details for event in refused])


def test_a_flood_of_refusals_does_not_fill_the_log(client):
    for _ in range(50):
        client.get("/invitations/a-guess/")
        client.get("/no/such/page/")
    assert SecurityEvent.objects.filter(kind=Event.ACCESS_DENIED).count() == 20


def test_every_file_that_leaves_is_recorded(scene):
    client = Client()
    owner = person(scene, OWNER)
    client.force_login(owner)
    for view in ("invoices:invoice_lines", "invoices:document_download"):
        assert client.get(addresses(scene)[view]).status_code == 200
    taken = SecurityEvent.objects.filter(kind=Event.EXPORTED, user=owner).order_by("pk")
    assert [event.details["page"] for event in taken] == ["invoices:invoice_lines", "invoices:document_download"]
    assert {event.address for event in taken} == {"127.0.0.1"}


def test_an_event_is_one_line_of_json_without_a_person_in_it(caplog, noura, django_capture_on_commit_callbacks):
    with caplog.at_level(logging.INFO, logger="security"), django_capture_on_commit_callbacks(execute=True):
        logging.getLogger("security").addHandler(caplog.handler)
        services.record(Event.SIGNED_IN, now=clock.now(), user=noura, address="192.0.2.1", page="سطر\nثانٍ")
    line = next(record.getMessage() for record in caplog.records if record.name == "security")
    assert "\n" not in line
    assert line.isascii()
    said = json.loads(line)
    assert said == {
        "at": "2026-10-20T07:00:00.000+00:00"[:17] + said["at"][17:],
        "event": "signed_in",
        "user": noura.pk,
        "by": None,
        "address": "192.0.2.1",
        "page": "سطر\nثانٍ",
    }
    assert noura.national_id not in line


@pytest.mark.parametrize("act", [lambda rows: rows.update(kind=Event.SIGNED_OUT), lambda rows: rows.delete()])
def test_the_security_log_only_grows(noura, act):
    services.record(Event.SIGNED_IN, now=clock.now(), user=noura)
    with pytest.raises(DatabaseError), transaction.atomic():
        act(SecurityEvent.objects.all())
    assert SecurityEvent.objects.get().kind == Event.SIGNED_IN


@pytest.mark.parametrize(
    "model",
    [Accrual, SubscriberMonth, Invoice, InvoiceLine, ClosedMonth, RuleSetRecord, SecurityEvent, TermsAcceptance],
)
def test_what_is_written_once_cannot_be_emptied_away(model):
    with pytest.raises(DatabaseError, match="Cannot truncate"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'TRUNCATE "{model._meta.db_table}" CASCADE')


def test_the_readme_takes_every_table_that_is_written_once_from_the_applications_role():
    kept = {
        model._meta.db_table
        for model in apps.get_models()
        if any(trigger.name.endswith("_is_kept") for trigger in getattr(model._meta, "triggers", []))
    }
    readme = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    revoked = re.search(r"REVOKE UPDATE, DELETE ON (.+?)\s+FROM portal_app", readme, re.DOTALL)[1]
    assert {table.strip() for table in revoked.split(",")} == kept


def test_an_auditor_finds_an_event_in_the_administration(client, noura):
    services.record(Event.ROLE_GRANTED, now=clock.now(), user=noura, role="owner")
    client.force_login(factories.make_staff("auditor"))
    page = client.get(reverse("admin:accounts_securityevent_changelist"), {"q": noura.national_id})
    assert noura.full_name in page.content.decode()


# Floors (S29): below these the packages have known holes.

FLOORS = {
    "django": (5, 2, 19),
    "weasyprint": (70, 0),
    "django-allauth": (65, 14, 2),
    "pillow": (12, 0),
    "requests": (2, 32, 4),
    "urllib3": (2, 5),
    "pyjwt": (2, 10, 1),
    "cryptography": (44, 0, 1),
}


@pytest.mark.parametrize("package", FLOORS)
def test_no_package_is_older_than_its_last_known_hole(package):
    version = tuple(int(part) for part in re.findall(r"\d+", metadata.version(package)))
    assert version >= FLOORS[package]
