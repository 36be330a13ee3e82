"""A subscriber's own contracts and the offers made to him. Only he sees them, and only he answers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.contracts import rules, services
from apps.contracts import selectors as contracts
from apps.contracts.choices import OPEN, OfferKind, OfferStatus, Standing
from apps.contracts.forms import AskForm, RefusalForm
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.tables import OFFER_KINDS, STANDING_KINDS
from apps.outbox.tasks import deliver
from apps.portal.selectors.contracts import events_of, wages_of, worked_months
from apps.portal.selectors.offers import acceptances, offer_events, terms_offered
from apps.registry.models import Subscriber
from apps.registry.selectors import subscriber_of
from apps.timesheets.services import reopen_months

ACCEPTED = {
    OfferKind.NEW: _("The offer is accepted. The contract can be had as a PDF below"),
    OfferKind.RENEWAL: _("The renewal is accepted. The new contract can be had as a PDF below"),
    OfferKind.EXTENSION: _("The extension is accepted. The contract has its new last day"),
    OfferKind.WAGE: _("The new wage is accepted. It holds from its month on"),
}
# Further back than these, offers are found on the pages of their contracts.
OFFERS_SHOWN = 50


@require_safe
def contract_list(request: HttpRequest) -> HttpResponse:
    """What waits for an answer first, then the contracts, then what became of earlier offers."""
    subscriber = _subscriber(request)
    offers = list(contracts.offers_to(subscriber)[:OFFERS_SHOWN])
    waiting = [offer for offer in offers if _may_answer(offer)]
    context = {
        "waiting": waiting,
        "answered": [(offer, OFFER_KINDS.get(offer.status, "")) for offer in offers if offer not in waiting],
        "contracts": [
            (contract, Standing(contract.standing).label, STANDING_KINDS.get(contract.standing, ""))
            for contract in _contracts(subscriber).order_by("-ends_on", "-pk")
        ],
    }
    return render(request, "portal/own_contracts.html", context)


@require_safe
def contract_detail(request: HttpRequest, contract_id: str) -> HttpResponse:
    contract, today = own_contract(request, contract_id), clock.today()
    offers = contracts.offers_about(contract)
    context = {
        "contract": contract,
        "standing": Standing(contract.standing).label,
        "standing_kind": STANDING_KINDS.get(contract.standing, ""),
        **acceptances(offers, contract),
        "waiting": next((offer for offer in offers if offer.status == "waiting"), None),
        "wages": wages_of(contract, today=today),
        "months": worked_months(contract),
        "events": events_of(contract, offers, today=today),
    }
    return render(request, "portal/own_contract.html", context)


@require_safe
def offer_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    offer = _own_offer(request, public_id)
    context = {**_context(offer), "events": offer_events([offer])}
    context["successor"] = ContractOffer.objects.filter(replaces=offer).first()
    return render(request, "portal/own_offer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_accept(request: HttpRequest, public_id: str) -> HttpResponse:
    return _accept(request, _own_offer(request, public_id))


@reauthenticated
def _accept(request: HttpRequest, offer: ContractOffer) -> HttpResponse:
    """Everything once more; then, by a post, the acceptance. Who comes again is led to what came of it."""
    refused: list[str] = []
    shared = {"offer_id": offer.pk, "by": request.user, "now": clock.now()}
    try:
        if request.method == "POST":
            contract = services.accept_offer(**shared, reopen_months=reopen_months)
            hurry(deliver)
            messages.success(request, ACCEPTED[OfferKind(offer.kind)])
            return redirect("own:contract_detail", contract.public_id)
        services.check_acceptance(**shared)
    except DomainError as refusal:
        offer = _own_offer(request, offer.public_id)
        if offer.status == OfferStatus.ACCEPTED:
            return redirect("own:contract_detail", (offer.made or offer.contract).public_id)
        refused = [str(fault) for fault in getattr(refusal, "rows", [refusal])]
    context = {**_context(offer), "refused": refused, "has_errors": bool(refused)}
    return render(request, "portal/own_offer_accept.html", context, status=409 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_refuse(request: HttpRequest, public_id: str) -> HttpResponse:
    return _answer(request, public_id, RefusalForm, services.refuse_offer, _("The offer is refused"), "refuse")


@require_http_methods(["GET", "HEAD", "POST"])
def offer_ask(request: HttpRequest, public_id: str) -> HttpResponse:
    return _answer(request, public_id, AskForm, services.ask_change, _("The wanted change is sent"), "ask")


def _answer(request: HttpRequest, public_id: str, form_class, answer, told, act: str) -> HttpResponse:
    offer, form = _own_offer(request, public_id), form_class(request.POST if request.method == "POST" else None)
    context, refused = _context(offer), ""
    try:
        if form.is_valid():
            answer(offer_id=offer.pk, by=request.user, now=clock.now(), note=form.cleaned_data["note"])
            hurry(deliver)
            messages.success(request, told)
            return redirect("own:offer_detail", public_id)
        rules.next_offer_status(offer.status, act)
    except DomainError as refusal:
        refused = str(refusal)
    refused = refused or context["late"]
    context |= {"form": form, "act": act, "refused": refused, "has_errors": bool(refused)}
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "portal/own_offer_answer.html", context, status=status)


def own_contract(request: HttpRequest, contract_id: str) -> Contract:
    """The visitor's own contract as of today; 404 for any other, known or not."""
    return get_object_or_404(_contracts(_subscriber(request)), public_id=contract_id)


def _own_offer(request: HttpRequest, public_id: str) -> ContractOffer:
    offers = contracts.offers_to(_subscriber(request)).select_related("answered_by", "closed_by")
    return get_object_or_404(offers, public_id=public_id)


def _contracts(subscriber: Subscriber):
    found = Contract.objects.filter(subscriber=subscriber)
    return contracts.as_of(found, clock.today()).select_related(
        "subscriber", "establishment", "created_by", "terminated_by"
    )


def _context(offer: ContractOffer) -> dict:
    is_late = offer.expires_on < clock.today() and offer.status in OPEN
    return {
        "offer": offer,
        "terms": terms_offered(offer),
        "kind": OFFER_KINDS.get(offer.status, ""),
        "may_answer": _may_answer(offer),
        "late": str(rules.OfferLapsed(last=offer.expires_on)) if is_late else "",
    }


def _may_answer(offer: ContractOffer) -> bool:
    return offer.expires_on >= clock.today() and "accept" in rules.offer_actions(offer.status)


def _subscriber(request: HttpRequest) -> Subscriber:
    """The visitor as a subscriber; 404 for whoever is none."""
    subscriber = subscriber_of(request.user)
    if subscriber is None:
        raise Http404
    return subscriber
