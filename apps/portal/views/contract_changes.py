"""Changing a contract: another wage from a month on, or an earlier end."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.common import clock
from apps.common.errors import DomainError, RowsRefused
from apps.common.periods import Month
from apps.common.queue import hurry
from apps.contracts import services
from apps.contracts.choices import OfferKind
from apps.contracts.forms import TerminationForm, WageForm
from apps.contracts.models import Contract
from apps.outbox.tasks import deliver
from apps.portal.pages.proposal import Proposal
from apps.portal.views.contract_proposals import TITLES
from apps.portal.views.contracts import contract_of
from apps.registry.access import desk_for
from apps.timesheets.selectors import months_worked_after


@require_http_methods(["GET", "HEAD", "POST"])
def contract_wage(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """A rise is done by the first post. A lower wage is shown to be checked, and offered by a post with `do=offer`."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    contract, step = contract_of(desk, public_id), request.POST.get("do", "")
    proposal = Proposal(OfferKind.WAGE, desk.establishment, contract.subscriber, contract)
    form = proposal.form(request.POST or None, today=clock.today())
    is_cut = form.is_valid() and services.is_cut(contract, form.cleaned_data["month"], form.cleaned_data["hourly_wage"])
    context = {"desk": desk, "contract": contract, "form": form, "proposal": proposal, "title": TITLES[OfferKind.WAGE]}
    if is_cut and step not in ("offer", "edit") and proposal.stands(form, by=request.user, today=clock.today()):
        return render(request, "contracts/offer_check.html", context | {"terms": proposal.terms(form)})
    if step != "edit" and form.is_valid() and (address := _set_wage(request, form, contract)):
        return redirect(address)
    return render(request, "contracts/contract_wage.html", context, status=422 if form.errors else 200)


def _set_wage(request: HttpRequest, form: WageForm, contract: Contract) -> str:
    """Where the change of the wage, or the offer of it, is seen; nothing when it is refused, and the form says why."""
    act = {"contract_id": contract.pk, "by": request.user, "now": clock.now()}
    number = contract.establishment.unified_number
    try:
        offer = services.set_wage(**form.cleaned_data, **act)
    except RowsRefused as refused:
        for fault in refused.rows:
            form.add_error("hourly_wage" if fault.field == "hourly_wage" else "month", str(fault))
        return ""
    hurry(deliver)
    if offer:
        messages.success(request, _("The offer to %(name)s is sent") % {"name": contract.subscriber.name})
        return reverse("contracts:offer_detail", args=[number, offer.public_id])
    messages.success(request, _("The wage is changed, and the subscriber is told"))
    return reverse("contracts:contract_detail", args=[number, contract.public_id])


@require_http_methods(["GET", "HEAD", "POST"])
def contract_end(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """The form; then its values to be checked once more; then, by a post that says `do=end`, the end."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    contract, step = contract_of(desk, public_id), request.POST.get("do", "")
    form = TerminationForm(request.POST or None)
    blocking = _end(form, contract, step, by=request.user) if form.is_valid() else []
    if step == "end" and form.is_valid():
        hurry(deliver)
        messages.success(request, _("The end of the contract is recorded, and the subscriber is told"))
        return redirect("contracts:contract_detail", unified_number, public_id)
    is_checked = step == "check" and form.is_valid()
    template = "contracts/contract_end_check.html" if is_checked else "contracts/contract_end.html"
    context = {"desk": desk, "contract": contract, "form": form, "blocking": blocking}
    return render(request, template, context, status=422 if form.errors else 200)


def _end(form: TerminationForm, contract: Contract, step: str, *, by) -> Sequence[Month]:
    """Checks or ends, as the step says; a refusal goes to the form, and the months whose hours forbid it come back."""
    day = {"contract_id": contract.pk, "last_day": form.cleaned_data["last_day"]}
    try:
        if step == "end":
            reason = form.cleaned_data["reason"]
            services.terminate_contract(
                **day, reason=reason, by=by, now=clock.now(), months_worked_after=months_worked_after
            )
        else:
            services.check_termination(**day, months_worked_after=months_worked_after)
    except DomainError as refusal:
        form.add_error("last_day", str(refusal))
        return getattr(refusal, "months", [])
    return []
