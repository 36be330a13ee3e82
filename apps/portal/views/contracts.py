"""An establishment's contracts: the list and the page of one."""

import datetime

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from apps.common import clock
from apps.common.lists import ListView
from apps.common.periods import Month, end_of_term
from apps.contracts import rules
from apps.contracts import selectors as contracts
from apps.contracts.choices import OPEN, OfferKind, OfferStatus, Standing
from apps.contracts.forms import months_of_change
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.tables import STANDING_KINDS, ContractFilter, ContractTable
from apps.portal.selectors.contracts import contract_rows, events_of, wages_of, worked_months
from apps.portal.selectors.offers import acceptances
from apps.registry.access import Desk, desk_for
from apps.regulations import selectors as regulations
from apps.regulations.choices import Rule
from apps.timesheets.selectors import months_reopened_by


class ContractList(ListView):
    """Every contract with its hours in the running month."""

    table_class = ContractTable
    filterset_class = ContractFilter
    template_name = "contracts/contract_list.html"
    export_name = _("Contracts")
    empty_text = _("No contracts yet.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        act = "export_contracts" if request.GET.get("export") else "see_contracts"
        self.desk = desk_for(request, kwargs["unified_number"], act=act)
        self.month = Month.of(clock.today())
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return contract_rows(self.desk.establishment, today=clock.today())

    def get_table(self, **kwargs) -> ContractTable:
        limit = regulations.rules_of(self.month).max_minutes_month
        hidden = () if self.desk.can["see_hours"] else ("minutes",)
        return super().get_table(limit=limit, exclude=hidden, **kwargs)

    @property
    def first_rows(self) -> tuple[str, Q]:
        return "standing_rank", contracts.in_force_on(clock.today())

    def may_export(self) -> bool:
        return self.desk.can["export_contracts"]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(desk=self.desk, month=self.month, **kwargs)


@require_safe
def contract_detail(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """Facts, wages, hours by month and history; whoever may change the contract finds the ways to it here."""
    desk = desk_for(request, unified_number, act="see_contracts")
    contract, today = contract_of(desk, public_id), clock.today()
    may_change, offers = desk.can["manage_contracts"], contracts.offers_about(contract)
    open_offers = _open_offers(contract, offers)
    context = {
        "desk": desk,
        "contract": contract,
        "standing": Standing(contract.standing).label,
        "standing_kind": STANDING_KINDS.get(contract.standing, ""),
        "wages": wages_of(contract, today=today),
        **_hours(contract, is_seen=desk.can["see_hours"]),
        "events": events_of(contract, offers, today=today),
        **acceptances(offers, contract),
        "waiting": open_offers,
        **_ways_on(contract, open_offers, may_change=may_change, today=today),
    }
    return render(request, "contracts/contract_detail.html", context)


def _hours(contract: Contract, *, is_seen: bool) -> dict:
    """The hours by month, and the months that the contract opened again."""
    if not is_seen:
        return {"months": None, "reopened": ()}
    return {"months": worked_months(contract), "reopened": months_reopened_by(contract)}


def _open_offers(contract: Contract, offers: list[ContractOffer]) -> list[ContractOffer]:
    """Those about the contract, and any other to its person that waits: until it is answered it keeps these back."""
    found = [offer for offer in offers if offer.status in OPEN and offer.contract_id == contract.pk]
    waiting = contracts.waiting_offer(contract.establishment, contract.subscriber)
    return found if waiting is None or waiting in found else [waiting, *found]


def _ways_on(contract: Contract, open_offers: list, *, may_change: bool, today: datetime.date) -> dict[str, bool]:
    """What can be done with a contract in force. It is renewed towards its end, unless another follows it already.

    An offer that waits keeps other offers back; one about this contract's wage keeps a rise back as well.
    """
    if not may_change:
        return dict.fromkeys(("may_change_wage", "may_end", "may_renew", "may_extend"), False)
    waiting = next((offer for offer in open_offers if offer.status == OfferStatus.WAITING), None)
    about_wage = waiting and waiting.kind == OfferKind.WAGE and waiting.contract_id == contract.pk
    is_in_force = "terminate" in rules.allowed_actions(contract.status) and contract.ends_on >= today
    may_offer = is_in_force and waiting is None
    days = regulations.days_of(Rule.RENEWAL_DAYS, today)
    latest = end_of_term(contract.starts_on, months=regulations.rules_of(Month.of(today)).contract_max_months)
    return {
        "may_change_wage": not about_wage and bool(months_of_change(contract, today=today)),
        "may_end": is_in_force,
        "may_renew": may_offer and (contract.ends_on - today).days <= days and not contracts.is_followed(contract),
        "may_extend": may_offer and contract.ends_on < latest,
    }


def contract_of(desk: Desk, public_id: str) -> Contract:
    """The establishment's own contract as of today; 404 for any other, known or not."""
    found = contracts.as_of(contracts.contracts_of(desk.establishment), clock.today())
    return get_object_or_404(found.select_related("created_by", "terminated_by"), public_id=public_id)
