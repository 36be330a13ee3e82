"""A new contract in three pages: whose, on what terms, and everything once more before it is offered."""

import datetime
import uuid
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from apps.common import clock, limits
from apps.common.errors import RowsRefused
from apps.common.queue import hurry
from apps.contracts import selectors as contracts
from apps.contracts import services
from apps.contracts.forms import PersonForm, TermsForm
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow
from apps.outbox.tasks import deliver
from apps.portal import drafts
from apps.portal.selectors.offers import terms_of
from apps.registry import selectors as registry
from apps.registry.access import desk_for

STEPS = {"label": _("Steps of a new contract"), "stages": (_("Person"), _("Terms"), _("Check"))}


@require_http_methods(["GET", "HEAD", "POST"])
def contract_person(request: HttpRequest, unified_number: str) -> HttpResponse:
    """Whoever knows a whole ID learns the name of its person, a few times a minute."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    form = PersonForm(request.POST or None)
    if request.method == "POST":
        if refusal := limits.refusal(request, "person_lookup"):
            return refusal
        if form.is_valid():
            national_id = form.cleaned_data["national_id"]
            if registry.subscriber_with(national_id):
                draft = drafts.begin(request.session, unified_number=unified_number, national_id=national_id)
                return redirect("contracts:contract_terms", unified_number, draft)
            form.add_error("national_id", _("Nobody is registered with this ID. Check the digits"))
    context = {"desk": desk, "steps": STEPS, "form": form}
    return render(request, "contracts/contract_person.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def contract_terms(request: HttpRequest, unified_number: str, draft: uuid.UUID) -> HttpResponse:
    desk = desk_for(request, unified_number, act="manage_contracts")
    values = drafts.find(request.session, draft, unified_number=unified_number)
    if values is None or "done" in values:
        return _elsewhere(request, unified_number, values)
    person = registry.subscriber_with(values["national_id"])
    present = contracts.latest_contract(desk.establishment, person)
    form = TermsForm(request.POST or None, initial=_terms(values) or _first_terms(present))
    if form.is_valid() and _stands(form, values, by=request.user):
        drafts.save(request.session, draft, **{name: str(value) for name, value in form.cleaned_data.items()})
        return redirect("contracts:contract_check", unified_number, draft)
    waiting = contracts.waiting_offer(desk.establishment, person)
    context = {"desk": desk, "steps": STEPS, "person": person, "present": present, "waiting": waiting, "form": form}
    return render(request, "contracts/contract_terms.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def contract_check(request: HttpRequest, unified_number: str, draft: uuid.UUID) -> HttpResponse:
    """A second post of the same draft leads to the offer that the first one made."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    values = drafts.find(request.session, draft, unified_number=unified_number)
    if values is None or "done" in values or not _terms(values):
        return _elsewhere(request, unified_number, values, draft)
    row, refused = _row(values), []
    if request.method == "POST":
        try:
            offer = _offer(request, row)
            drafts.save(request.session, draft, done=str(offer.public_id))
            return redirect("contracts:offer_detail", unified_number, offer.public_id)
        except RowsRefused as refusal:
            refused = refusal.rows
    person = registry.subscriber_with(row.national_id)
    context = {"desk": desk, "steps": STEPS, "draft": draft, "person": person, "terms": terms_of(*row[3:])}
    context |= {"refused": refused, "has_errors": bool(refused)}
    return render(request, "contracts/contract_check.html", context, status=409 if refused else 200)


def _offer(request: HttpRequest, row: ContractRow) -> ContractOffer:
    (offer,) = services.offer_contracts([row], by=request.user, now=clock.now())
    hurry(deliver)
    messages.success(request, gettext("The offer to %(name)s is sent") % {"name": offer.subscriber.name})
    return offer


def _elsewhere(
    request: HttpRequest, unified_number: str, values: dict[str, str] | None, draft: uuid.UUID | None = None
) -> HttpResponse:
    """Where an attempt goes on that is finished, not ready for the page, or not known any more."""
    if values and "done" in values:
        return redirect("contracts:offer_detail", unified_number, values["done"])
    if values:
        return redirect("contracts:contract_terms", unified_number, draft)
    messages.info(request, _("This attempt is not kept any more. Enter the ID again"))
    return redirect("contracts:contract_person", unified_number)


def _terms(values: dict[str, str]) -> dict | None:
    """The terms of a draft that has them."""
    if "hourly_wage" not in values:
        return None
    days = {name: datetime.date.fromisoformat(values[name]) for name in ("starts_on", "ends_on")}
    return {**days, "hourly_wage": Decimal(values["hourly_wage"])}


def _first_terms(present: Contract | None) -> dict:
    """A person's next contract can begin on the day after the present one."""
    return {"starts_on": present.ends_on + datetime.timedelta(days=1)} if present else {}


def _row(values: dict[str, str], **terms) -> ContractRow:
    return ContractRow("", values["unified_number"], values["national_id"], **terms or _terms(values))


def _stands(form: TermsForm, values: dict[str, str], *, by) -> bool:
    """Whether the contract could be offered now; what stands against it goes to the form."""
    try:
        services.check_offers([_row(values, **form.cleaned_data)], by=by, today=clock.today())
    except RowsRefused as refused:
        for fault in refused.rows:
            form.add_error(fault.field if fault.field in form.fields else None, str(fault))
    return form.is_valid()
