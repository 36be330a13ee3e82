"""Every page in both languages: at four widths nothing lies beside it, at two of them axe finds nothing to say."""

import datetime
from itertools import islice

import pytest
from allauth.mfa.models import Authenticator
from django.urls import get_resolver, reverse
from django.utils import timezone

from apps.contracts.services import request_paper
from apps.invoices import services as invoices
from apps.invoices.models import BillingRun
from apps.outbox import services as outbox
from apps.timesheets import services as timesheets
from apps.timesheets.models import Declaration
from config import env
from tests import factories, factors
from tests.journeys.conftest import NARROW
from tests.scene import AUGUST, OCTOBER, SEPTEMBER, draw, make_scene, statement_of

GUEST, OWNER, OFFICER, WORKER, CLERK = "guest", "owner", "officer", "worker", "clerk"


@pytest.fixture
def scene(transactional_db):
    """The officer has every second factor, the owner none."""
    scene = make_scene()
    factors.set_up_app(scene.officer)
    passkey = {"name": "جوال العمل", "credential": {}}
    Authenticator.objects.create(user=scene.officer, type="webauthn", data=passkey)
    return scene


def pages(scene) -> dict[tuple[str, str], str]:
    """(visitor, view) → address of every page that is looked at."""
    here = {"unified_number": scene.number}
    document = scene.invoice.documents.get(language="ar")
    declaration = Declaration.objects.get()
    declared = timesheets.request_paper(declaration=declaration, language="ar", now=timezone.now())
    draw()
    factories.close_month(SEPTEMBER, is_dry=True)
    moment = {"now": factories.at(factories.ruleset(SEPTEMBER).invoice_date), "today": SEPTEMBER.last_day}
    waiting = invoices.request_run(month=SEPTEMBER, is_dry=True, **moment)
    bill = {"unified_number": scene.number, "public_id": scene.invoice.public_id}
    paper = {"unified_number": scene.number, "invoice_id": scene.invoice.public_id, "public_id": document.public_id}
    contract = {**here, "public_id": scene.contracts[0].public_id}
    statement = statement_of(scene.worker)
    own = {"contract_id": scene.contracts[3].public_id}
    next_year = {"starts_on": datetime.date(2027, 1, 1), "offered_by": scene.owner}
    offer = factories.make_offer(establishment=scene.establishment, subscriber=scene.worker.subscriber, **next_year)
    offered = {"public_id": offer.public_id}
    printed = request_paper(contract=scene.contracts[3], language="ar", shows_id=True, now=timezone.now())
    month = {**here, "month": OCTOBER}
    invitation = factories.make_invitation(establishment=scene.establishment, invited_by=scene.owner)
    invited = {**here, "public_id": invitation.public_id}
    member = {**here, "public_id": scene.establishment.memberships.get().public_id}
    asked = {"public_id": factories.make_request().public_id}
    rows = [
        (scene.contracts[0].subscriber.national_id, f"2026-10-{day:02d}", hours) for day, hours in ((7, "x"), (8, 6))
    ]
    upload = factories.make_upload(establishment=scene.establishment, by=scene.owner, rows=rows, month=OCTOBER)
    rows = [(scene.contracts[0].subscriber.national_id, day, "2027-12-31", "30") for day in ("2027-01-01", "x")]
    offers = factories.make_upload(establishment=scene.establishment, by=scene.owner, rows=rows, month=None)
    passkey = {"pk": scene.officer.authenticator_set.get(type="webauthn").pk}
    views = {
        GUEST: {
            "portal:landing": {},
            "portal:help": {},
            "portal:accessibility": {},
            "portal:privacy": {},
            "portal:terms": {},
            "account_login": {},
            "account_signup": {},
            "account_reset_password": {},
            "account_reset_password_by_email": {},
            "account_reset_password_done": {},
            "account_inactive": {},
            "registry:registration": {},
            "registry:registered": asked,
            "registry:invitation": {"token": "a-link"},
        },
        OWNER: {
            "account_home": {},
            "usersessions_list": {},
            "mfa_index": {},
            "mfa_activate_totp": {},
            "mfa_add_webauthn": {},
            "mfa_list_webauthn": {},
            "account_reauthenticate": {},
            "portal:employer_home": here,
            "registry:establishment_list": {},
            "registry:member_list": here,
            "registry:member_invite": here,
            "registry:member_role": member,
            "registry:member_end": member,
            "registry:invitation_resend": invited,
            "registry:invitation_withdraw": invited,
            "timesheets:month_list": here,
            "timesheets:month_grid": month,
            "timesheets:month_attest": {**here, "month": SEPTEMBER},
            "timesheets:month_attested": {**here, "month": AUGUST},
            "timesheets:month_history": {**here, "month": AUGUST},
            "timesheets:month_reopen": {**here, "month": AUGUST},
            "timesheets:declaration_detail": {**here, "month": AUGUST, "public_id": declaration.public_id},
            "timesheets:paper_detail": {
                **here,
                "month": AUGUST,
                "declaration_id": declaration.public_id,
                "public_id": declared.public_id,
            },
            "exchange:hours_start": month,
            "exchange:hours_upload": {**here, "public_id": upload.public_id},
            "exchange:contracts_start": here,
            "exchange:contracts_upload": {**here, "public_id": offers.public_id},
            "contracts:contract_list": here,
            "contracts:contract_person": here,
            "contracts:contract_detail": contract,
            "contracts:contract_wage": contract,
            "contracts:contract_end": contract,
            "contracts:contract_renew": contract,
            "contracts:contract_extend": contract,
            "contracts:offer_list": here,
            "contracts:offer_detail": {**here, **offered},
            "contracts:offer_correct": {**here, **offered},
            "contracts:offer_withdraw": {**here, **offered},
            "contracts:paper_detail": {**here, **own, "public_id": printed.public_id},
            "invoices:invoice_list": here,
            "invoices:invoice_detail": bill,
            "invoices:document_detail": paper,
            "invoices:bill_preview": month,
            "account_logout": {},
            "account_change_password": {},
            "account_mobile": {},
            "account_email": {},
        },
        OFFICER: {
            "account_home": {},
            "mfa_index": {},
            "mfa_deactivate_totp": {},
            "mfa_view_recovery_codes": {},
            "mfa_generate_recovery_codes": {},
            "mfa_list_webauthn": {},
            "mfa_edit_webauthn": passkey,
            "mfa_remove_webauthn": passkey,
            "mfa_reauthenticate": {},
            "invoices:run_list": {},
            "invoices:run_start": {"month": SEPTEMBER},
            "invoices:run_detail": {"public_id": waiting.public_id},
        },
        CLERK: {
            "registry:request_list": {},
            "registry:request_detail": asked,
            "registry:request_admit": asked,
            "registry:request_refuse": asked,
        },
        WORKER: {
            "account_home": {},
            "portal:subscriber_home": {},
            "portal:subscriber_hours": {},
            "portal:subscriber_month": {"month": AUGUST},
            "own:contract_list": {},
            "own:contract_detail": own,
            "own:paper_detail": {**own, "public_id": printed.public_id},
            "own:offer_detail": offered,
            "own:offer_accept": offered,
            "own:offer_refuse": offered,
            "own:offer_ask": offered,
            "certificates:statement_list": {},
            "certificates:statement_detail": {"public_id": statement.public_id},
        },
    }
    return {
        (visitor, view): reverse(view, kwargs=arguments)
        for visitor, addresses in views.items()
        for view, arguments in addresses.items()
    }


# Looked at elsewhere, or no pages: what they answer with is a file, another page, or they take POST alone.
ELSEWHERE = {
    "portal:home",
    "portal:set_language",
    "account_signup_code",
    "account_signup_national",
    "account_signup_national_code",
    "account_signup_national_resend",
    "account_signup_resend",
    "account_signup_account",
    "account_reset_password_code",
    "account_reset_password_resend",
    "account_reset_password_new",
    "account_mobile_code",
    "account_mobile_resend",
    "account_email_code",
    "account_email_resend",
    "portal:demo_outbox",
    "national_login",
    "national_callback",
    "account_session",
    "account_kept",
    "account_digest",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_reauthenticate_webauthn",
    "timesheets:current_month",
    "timesheets:month_estimate",
    "timesheets:paper_request",
    "timesheets:paper_download",
    "exchange:hours_template",
    "exchange:hours_problems",
    "exchange:contracts_template",
    "exchange:contracts_problems",
    "contracts:contract_terms",
    "contracts:contract_check",
    "own:paper_request",
    "own:paper_download",
    "contracts:paper_request",
    "contracts:paper_download",
    "invoices:invoice_lines",
    "invoices:document_request",
    "invoices:document_download",
    "invoices:run_dry",
    "certificates:statement_request",
    "certificates:statement_download",
}
# What needs the key of a letter, or leads elsewhere.
UNUSED = {
    "account_set_password",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def views_of(resolver, namespace: str = ""):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace != "admin":
                yield from views_of(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name:
            yield f"{namespace}{pattern.name}"


def test_no_page_is_forgotten(scene):
    looked_at = {view for _, view in pages(scene)}
    assert set(views_of(get_resolver())) == looked_at | ELSEWHERE | UNUSED


PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_whole(walk, scene, part):
    readers = {GUEST: None, OWNER: scene.owner, OFFICER: scene.officer, WORKER: scene.worker}
    readers[CLERK] = factories.make_staff("clerk")
    visitors = {
        (reader, language): walk(user, language=language)
        for reader, user in readers.items()
        for language in ("ar", "en")
    }
    faults = []
    for (reader, _), address in islice(pages(scene).items(), part, None, PARTS):
        for language in ("ar", "en"):
            visitor = visitors[reader, language]
            try:
                visitor.go(address).look_at_all_widths()
            except AssertionError as fault:
                faults.append(f"{language} {address}: {fault}")
                visitor.forget()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_errors_are_whole_pages_too(walk, scene, language):
    visitor = walk(scene.owner, language=language)
    visitor.go("/nowhere/", status=404)
    visitor.go("/e/7999999999/", status=404)
    visitor.go(f"/e/{scene.number}/hours/2026-13/", status=404)
    clerk = factories.make_member("بدر الشهري", establishment=scene.establishment, role="hours_clerk")
    walk(clerk, language=language).go(f"/e/{scene.number}/invoices/", status=403)
    assert BillingRun.objects.exists()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_finished_run_and_a_parked_one_are_whole(walk, scene, language):
    factories.make_contract(establishment=scene.establishment, starts_on=SEPTEMBER.first_day).wages.all().delete()
    run = factories.close_month(SEPTEMBER)
    assert len(run.summary["parked"]) == 1
    walk(scene.officer, language=language).go(f"/staff/billing-runs/{run.public_id}/").look_at_all_widths()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_messages_of_the_demonstration_are_whole(walk, transactional_db, settings, language):
    settings.PORTAL_DEMO = True
    visitor = walk(language=language)
    visitor.go("/demo/messages/").look_at_all_widths()
    code = "رمز التحقق في بوابة العمل المرن: 135790\nصلاحيته 15 دقيقة." if language == "ar" else "Your code: 135790"
    outbox.post_sms(to="+966512345678", body=code, now=timezone.now(), is_secret=True)
    factories.make_user(email="noura@mail.example", language=language)
    visitor.go("/account/password/reset/by-email/")
    visitor.field("email").fill("noura@mail.example")
    visitor.follow(visitor.page.locator("main button[type=submit]").click)
    visitor.go("/demo/messages/").look_at_all_widths()
    assert visitor.page.locator(".letter").count() == 2
    visitor.go("/account/login/").look_at_all_widths()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_national_sign_in_is_whole_and_says_when_it_fails(walk, transactional_db, settings, language):
    settings.NATIONAL_SIGN_IN = {"issuer": "http://127.0.0.1:9", "client_id": "portal", "secret": "s", "name": ""}
    settings.NATIONAL_SIGN_IN |= {"claim": "national_id", "scope": ["openid"]}
    settings.SOCIALACCOUNT_PROVIDERS = env.openid_provider(settings.NATIONAL_SIGN_IN)
    visitor = walk(language=language)
    visitor.go("/account/login/").look_at_all_widths()
    visitor.go("/account/national/", status=401).look_at_all_widths()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_new_establishment_has_whole_empty_pages(walk, transactional_db, language):
    establishment = factories.make_establishment()
    owner = factories.make_member("نورة العتيبي", establishment=establishment, role="owner")
    visitor = walk(owner, language=language, size=NARROW)
    for path in ("", "hours/", "hours/2026-10/", "contracts/", "invoices/"):
        visitor.go(f"/e/{establishment.unified_number}/{path}")
    visitor.go(f"/e/{establishment.unified_number}/bill/2026-10/")
    walk(factories.make_user(), language=language).go("/home/")


def test_figures_stand_in_one_column_and_signs_before_their_numbers(walk, scene):
    """Minus left of its digits, and one right edge for each column of figures, in both directions of writing."""
    factories.close_month(SEPTEMBER)
    run = BillingRun.objects.get(month=SEPTEMBER, is_dry=False)
    for language in ("ar", "en"):
        visitor = walk(scene.officer, language=language).go(f"/staff/billing-runs/{run.public_id}/")
        edges = visitor.page.locator("table").first.locator("tbody td.num").evaluate_all(RIGHT_EDGES)
        assert len(edges) > 3
        for column in {edge["column"] for edge in edges}:
            found = [edge["right"] for edge in edges if edge["column"] == column]
            assert max(found) - min(found) <= 1
        signs = visitor.page.locator("bdi[dir=ltr]").evaluate_all(SIGNS)
        assert signs
        assert all(sign["sign"] < sign["digit"] for sign in signs)


RIGHT_EDGES = """cells => cells.map(cell => {
    const range = document.createRange(); range.selectNodeContents(cell);
    return {column: cell.cellIndex, right: range.getBoundingClientRect().right};
})"""
SIGNS = """islands => islands.filter(one => one.textContent.trim().startsWith('\\u2212')).map(one => {
    const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode();
    const at = text.data.indexOf('\\u2212');
    const box = (from) => {
        const range = document.createRange(); range.setStart(text, from); range.setEnd(text, from + 1);
        return range.getBoundingClientRect().left;
    };
    return {sign: box(at), digit: box(at + 1)};
})"""
