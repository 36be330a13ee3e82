"""Everybody who may come to a portal in use, and the address of every page on things that exist there."""

import datetime
import uuid

from allauth.mfa.models import Authenticator
from django.contrib.admin import site
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import User
from apps.certificates.models import Statement
from apps.contracts.models import ContractOffer, ContractPaper
from apps.contracts.services import request_paper
from apps.exchange.models import Upload
from apps.invoices.models import BillingRun, InvoiceDocument
from apps.timesheets import services as timesheets
from apps.timesheets.models import Declaration, DeclarationPaper, ReplacedHours
from tests import factories
from tests.access.table import FORMER, OWNER, ROLES, STAFF, STRANGER, SUPERUSER, WORKER
from tests.scene import AUGUST, OCTOBER, SEPTEMBER, Scene, make_scene, statement_of


def furnish() -> Scene:
    """A portal in use, whose papers stand in the books without having been drawn."""
    scene = make_scene()
    statement_of(scene.worker)
    for shows_id in (True, False):
        request_paper(contract=scene.contracts[3], language="ar", shows_id=shows_id, now=timezone.now())
    next_year = {"starts_on": datetime.date(2027, 1, 1), "offered_by": scene.owner}
    factories.make_offer(establishment=scene.establishment, subscriber=scene.worker.subscriber, **next_year)
    rows = [(scene.contracts[0].subscriber.national_id, "2026-10-07", "x")]
    factories.make_upload(establishment=scene.establishment, by=scene.owner, rows=rows, month=OCTOBER)
    rows = [(scene.contracts[0].subscriber.national_id, "2026-11-01", "2026-12-31", "x")]
    factories.make_upload(establishment=scene.establishment, by=scene.owner, rows=rows, month=None)
    moments = {"entered_at": timezone.now(), "replaced_at": timezone.now()}
    ReplacedHours.objects.create(contract=scene.contracts[0], work_date=OCTOBER.first_day, minutes=480, **moments)
    drawn = {"content": b"%PDF", "sha256": "0" * 64, "rendered_at": timezone.now()}
    InvoiceDocument.objects.update(**drawn)
    Statement.objects.update(**drawn)
    ContractPaper.objects.update(**drawn)
    timesheets.request_paper(declaration=Declaration.objects.get(), language="ar", now=timezone.now())
    DeclarationPaper.objects.update(**drawn)
    return scene


def person(scene: Scene, who: str) -> User:
    """One of those in the table; the former member was an owner until yesterday."""
    if who in ROLES:
        return factories.make_member(who, establishment=scene.establishment, role=who)
    if who == SUPERUSER:
        return factories.make_user(is_staff=True, is_superuser=True)
    if who in STAFF:
        return factories.make_staff(who)
    if who == STRANGER:
        return factories.make_member(who, establishment=factories.make_establishment(), role=OWNER)
    if who == FORMER:
        user = factories.make_user(full_name=who)
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        factories.make_membership(user=user, establishment=scene.establishment, role=OWNER, ends_on=yesterday)
        return user
    return {WORKER: scene.worker}[who]


def addresses(scene: Scene) -> dict[str, str]:
    here = {"unified_number": scene.number}
    invoice, contract = scene.invoice, scene.contracts[0]
    document = {"invoice_id": invoice.public_id, "public_id": invoice.documents.get(language="ar").public_id}
    member = factories.make_membership(establishment=scene.establishment, role="viewer")
    invitation = factories.make_invitation(establishment=scene.establishment, token=str(uuid.uuid4()))
    application = factories.make_request()
    passkey = Authenticator.objects.create(user=factories.make_user(), type="webauthn", data={"credential": {}})
    paper, declared = DeclarationPaper.objects.get(), {**here, "month": AUGUST}
    of_paper = {"declaration_id": paper.declaration.public_id, "public_id": paper.public_id}
    bill, agreed = {**here, "public_id": invoice.public_id}, {**here, "public_id": contract.public_id}
    offered = {"public_id": ContractOffer.objects.get(subscriber=scene.worker.subscriber).public_id}
    own = {"contract_id": scene.contracts[3].public_id}
    masked, whole = (
        {**own, "public_id": ContractPaper.objects.get(shows_id=shows_id).public_id} for shows_id in (False, True)
    )
    uploads = dict(Upload.objects.values_list("kind", "public_id").order_by("pk"))
    given = {
        "contracts:contract_renew": agreed,
        "contracts:contract_extend": agreed,
        "contracts:offer_list": here,
        "contracts:offer_detail": {**here, **offered},
        "contracts:offer_correct": {**here, **offered},
        "contracts:offer_withdraw": {**here, **offered},
        "contracts:paper_request": {**here, **own},
        "contracts:paper_detail": {**here, **masked},
        "contracts:paper_download": {**here, **masked},
        "own:contract_list": {},
        "own:contract_detail": own,
        "own:paper_request": own,
        "own:paper_detail": whole,
        "own:paper_download": whole,
        "own:offer_detail": offered,
        "own:offer_accept": offered,
        "own:offer_refuse": offered,
        "own:offer_ask": offered,
        "portal:employer_home": here,
        "contracts:contract_list": here,
        "contracts:contract_person": here,
        "invoices:invoice_list": here,
        "timesheets:month_list": here,
        "timesheets:current_month": here,
        "timesheets:month_grid": {**here, "month": OCTOBER},
        "timesheets:month_estimate": {**here, "month": OCTOBER},
        "timesheets:month_attest": {**here, "month": SEPTEMBER},
        "timesheets:month_attested": {**here, "month": AUGUST},
        "timesheets:month_history": {**here, "month": AUGUST},
        "timesheets:month_reopen": {**here, "month": AUGUST},
        "timesheets:declaration_detail": {**declared, "public_id": paper.declaration.public_id},
        "timesheets:paper_request": {**declared, "declaration_id": paper.declaration.public_id},
        "timesheets:paper_detail": {**declared, **of_paper},
        "timesheets:paper_download": {**declared, **of_paper},
        "exchange:hours_start": {**here, "month": OCTOBER},
        "exchange:hours_template": {**here, "month": OCTOBER},
        "exchange:hours_upload": {**here, "public_id": uploads["hours"]},
        "exchange:hours_problems": {**here, "public_id": uploads["hours"]},
        "exchange:contracts_start": here,
        "exchange:contracts_template": here,
        "exchange:contracts_upload": {**here, "public_id": uploads["contracts"]},
        "exchange:contracts_problems": {**here, "public_id": uploads["contracts"]},
        "invoices:bill_preview": {**here, "month": OCTOBER},
        "contracts:contract_detail": agreed,
        "contracts:contract_wage": agreed,
        "contracts:contract_end": agreed,
        "contracts:contract_terms": {**here, "draft": uuid.uuid4()},
        "contracts:contract_check": {**here, "draft": uuid.uuid4()},
        "invoices:invoice_detail": bill,
        "invoices:invoice_lines": bill,
        "invoices:document_request": bill,
        "invoices:document_detail": {**here, **document},
        "invoices:document_download": {**here, **document},
        "invoices:run_list": {},
        "invoices:run_detail": {"public_id": BillingRun.objects.get(month=AUGUST).public_id},
        "invoices:run_start": {"month": SEPTEMBER},
        "invoices:run_dry": {"month": SEPTEMBER},
        "portal:subscriber_home": {},
        "portal:subscriber_hours": {},
        "portal:subscriber_month": {"month": AUGUST},
        "portal:home": {},
        "registry:establishment_list": {},
        "certificates:statement_list": {},
        "certificates:statement_request": {},
        "certificates:statement_detail": {"public_id": Statement.objects.get().public_id},
        "certificates:statement_download": {"public_id": Statement.objects.get().public_id},
        "account_change_password": {},
        "registry:member_list": here,
        "registry:member_invite": here,
        "registry:member_role": {**here, "public_id": member.public_id},
        "registry:member_end": {**here, "public_id": member.public_id},
        "registry:invitation_resend": {**here, "public_id": invitation.public_id},
        "registry:invitation_withdraw": {**here, "public_id": invitation.public_id},
        "registry:request_list": {},
        "registry:request_detail": {"public_id": application.public_id},
        "registry:request_admit": {"public_id": application.public_id},
        "registry:request_refuse": {"public_id": application.public_id},
        "account_mobile": {},
        "account_email": {},
        "account_home": {},
        "account_digest": {},
        "account_kept": {},
        "usersessions_list": {},
        "mfa_index": {},
        "mfa_activate_totp": {},
        "mfa_deactivate_totp": {},
        "mfa_view_recovery_codes": {},
        "mfa_generate_recovery_codes": {},
        "mfa_list_webauthn": {},
        "mfa_add_webauthn": {},
        "mfa_edit_webauthn": {"pk": passkey.pk},
        "mfa_remove_webauthn": {"pk": passkey.pk},
    }
    return {view: reverse(view, kwargs=arguments) for view, arguments in given.items()}


def rooms() -> dict[str, type]:
    """The models of the administration, by their label."""
    return {model._meta.label_lower: model for model in site._registry}
