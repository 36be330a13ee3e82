"""Changing a contract: another wage from a month on, or an earlier end."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.common import clock
from apps.common.errors import DomainError, RowsRefused
from apps.common.periods import Month
from apps.contracts import services
from apps.contracts.forms import TerminationForm, WageForm
from apps.contracts.models import Contract
from apps.contracts.rules import WageRow
from apps.portal.views.contracts import contract_of
from apps.registry.access import desk_for
from apps.timesheets.selectors import months_worked_after


@require_http_methods(["GET", "HEAD", "POST"])
def contract_wage(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    desk = desk_for(request, unified_number, act="manage_contracts")
    contract = contract_of(desk, public_id)
    form = WageForm(request.POST or None, contract=contract, today=clock.today())
    if form.is_valid() and _change_wage(form, contract, by=request.user):
        messages.success(request, _("The wage is changed"))
        return redirect("contracts:contract_detail", unified_number, public_id)
    context = {"desk": desk, "contract": contract, "form": form}
    return render(request, "contracts/contract_wage.html", context, status=422 if form.errors else 200)


def _change_wage(form: WageForm, contract: Contract, *, by) -> bool:
    month, wage = form.cleaned_data["month"], form.cleaned_data["hourly_wage"]
    try:
        services.change_wages([WageRow(contract.contract_no, month.first_day, wage)], by=by, now=clock.now())
    except RowsRefused as refused:
        for fault in refused.rows:
            form.add_error("hourly_wage" if fault.field == "hourly_wage" else "month", str(fault))
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def contract_end(request: HttpRequest, unified_number: str, public_id: str) -> HttpResponse:
    """The form; then its values to be checked once more; then, by a post that says `do=end`, the end."""
    desk = desk_for(request, unified_number, act="manage_contracts")
    contract, step = contract_of(desk, public_id), request.POST.get("do", "")
    form = TerminationForm(request.POST or None)
    blocking = _end(form, contract, step, by=request.user) if form.is_valid() else []
    if step == "end" and form.is_valid():
        messages.success(request, _("The end of the contract is recorded"))
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
