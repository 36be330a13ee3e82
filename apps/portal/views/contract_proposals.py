"""Offering something about a contract, or an offer once more: the terms, then everything to be checked, then sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from apps.common import clock
from apps.common.queue import hurry
from apps.contracts import selectors as contracts
from apps.contracts.choices import OPEN, OfferKind
from apps.outbox.tasks import deliver
from apps.portal.pages.proposal import Proposal
from apps.portal.views.contracts import contract_of
from apps.registry.access import Desk, desk_for

TITLES = {
    OfferKind.NEW: _("Correct the offer"),
    OfferKind.RENEWAL: pgettext_lazy("heading", "Offer a renewal"),
    OfferKind.EXTENSION: pgettext_lazy("heading", "Offer an extension"),
    OfferKind.WAGE: _("Offer another wage"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def contract_renew(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    return _about(request, unified_number, public_id, OfferKind.RENEWAL)


@require_http_methods(["GET", "HEAD", "POST"])
def contract_extend(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    return _about(request, unified_number, public_id, OfferKind.EXTENSION)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_correct(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """An open offer once more with other terms; the one before is then withdrawn."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    offer = get_object_or_404(contracts.offers_of(desk.establishment), public_id=public_id)
    if offer.status not in OPEN:
        messages.info(request, _("This offer is not open any more"))
        return redirect("contracts:offer_detail", unified_number, public_id)
    contract = contract_of(desk, offer.contract.public_id) if offer.contract else None
    return _propose(request, desk, Proposal.correcting(offer, contract))


def _about(request: HttpRequest, unified_number: str, public_id: str, kind: OfferKind) -> HttpResponse:
    desk = desk_for(request, unified_number, act="manage_contracts")
    contract = contract_of(desk, public_id)
    return _propose(request, desk, Proposal(kind, desk.establishment, contract.subscriber, contract))


def _propose(request: HttpRequest, desk: Desk, proposal: Proposal) -> HttpResponse:
    """The form; then its values to be checked once more; then, by a post that says `do=offer`, the offer."""
    step, by, is_checked = request.POST.get("do", ""), request.user, False
    form = proposal.form(request.POST or None, today=clock.today())
    if form.is_valid() and step == "offer" and (offer := proposal.send(form, by=by, now=clock.now())):
        hurry(deliver)
        messages.success(request, gettext("The offer to %(name)s is sent") % {"name": offer.subscriber.name})
        return redirect("contracts:offer_detail", desk.establishment.unified_number, offer.public_id)
    if step == "check" and form.is_valid():
        is_checked = proposal.stands(form, by=by, today=clock.today())
    title = TITLES[OfferKind.NEW] if proposal.replaces else TITLES[proposal.kind]
    context = {"desk": desk, "proposal": proposal, "form": form, "title": title}
    if is_checked:
        return render(request, "contracts/offer_check.html", context | {"terms": proposal.terms(form)})
    return render(request, "contracts/offer_form.html", context, status=422 if form.errors else 200)
