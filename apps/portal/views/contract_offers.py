"""An establishment's offers: the list, the page of one, and its withdrawal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.common import clock
from apps.common.errors import DomainError
from apps.common.lists import ListView
from apps.common.queue import hurry
from apps.contracts import rules, services
from apps.contracts import selectors as contracts
from apps.contracts.models import ContractOffer
from apps.contracts.tables import OFFER_KINDS, OfferFilter, OfferTable
from apps.outbox.tasks import deliver
from apps.portal.selectors.offers import offer_events, terms_offered
from apps.registry.access import Desk, desk_for


class OfferList(ListView):
    """Every offer; what asks something of the employer first."""

    table_class = OfferTable
    filterset_class = OfferFilter
    template_name = "contracts/offer_list.html"
    export_name = _("Contract offers")
    empty_text = _("No offers yet.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act = "export_contracts" if request.GET.get("export") else "see_contracts"
        self.desk = desk_for(request, kwargs["unified_number"], act=act)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return contracts.offers_of(self.desk.establishment)

    def may_export(self) -> bool:
        return self.desk.can["export_contracts"]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(desk=self.desk, **kwargs)


@require_safe
def offer_detail(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    desk = desk_for(request, unified_number, act="see_contracts")
    offer = _offer_of(desk, public_id)
    actions = rules.offer_actions(offer.status) if desk.can["manage_contracts"] else set()
    context = {
        "desk": desk,
        "offer": offer,
        "kind": OFFER_KINDS.get(offer.status, ""),
        "terms": terms_offered(offer),
        "events": offer_events([offer]),
        "successor": ContractOffer.objects.filter(replaces=offer).first(),
        "may_withdraw": "withdraw" in actions,
    }
    return render(request, "contracts/offer_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def offer_withdraw(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    desk = desk_for(request, unified_number, act="manage_contracts")
    offer, refused = _offer_of(desk, public_id), ""
    try:
        if request.method == "POST":
            services.withdraw(offer.pk, by=request.user, now=clock.now())
            hurry(deliver)
            messages.success(request, _("The offer is withdrawn"))
            return redirect("contracts:offer_detail", unified_number, public_id)
        rules.next_offer_status(offer.status, "withdraw")
    except DomainError as refusal:
        refused = str(refusal)
    context = {"desk": desk, "offer": offer, "terms": terms_offered(offer)}
    context |= {"refused": refused, "has_errors": bool(refused)}
    return render(request, "contracts/offer_withdraw.html", context, status=409 if refused else 200)


def _offer_of(desk: Desk, public_id: str) -> ContractOffer:
    """The establishment's own offer; 404 for any other, known or not."""
    offers = contracts.offers_of(desk.establishment).select_related("answered_by", "closed_by")
    return get_object_or_404(offers, public_id=public_id)
