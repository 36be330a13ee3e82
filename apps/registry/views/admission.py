"""Staff read what establishments ask, and admit or refuse them."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.log import address_of
from apps.accounts.permissions import require_staff, staff_can
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.lists import ListView
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.registry import selectors, services
from apps.registry.access import moment_of, staff_page
from apps.registry.choices import RequestState
from apps.registry.forms import RefusalForm
from apps.registry.models import EstablishmentRequest
from apps.registry.tables import STATE_KINDS, RequestFilter, RequestTable
from apps.registry.views.invitations import link_of


class RequestList(ListView):
    table_class = RequestTable
    filterset_class = RequestFilter
    template_name = "registry/request_list.html"
    export_name = gettext_lazy("Registration requests")
    empty_text = gettext_lazy("No establishment has asked to be registered.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        require_staff(request.user, "see_requests")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[EstablishmentRequest]:
        return selectors.requests_for_admission()


@require_safe
def request_detail(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """What is asked, beside what is known of the number and of the owner."""
    require_staff(request.user, "see_requests")
    return render(request, "registry/request_detail.html", _context(request, public_id))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page("admit_establishments")
def request_admit(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    context, refused = _context(request, public_id), ""
    if request.method == "POST":
        try:
            services.admit_establishment(request=context["asked"], **moment_of(request), link_for=link_of(request))
            hurry(deliver)
            messages.success(request, _("The establishment is admitted and its owner is invited"))
            return redirect("registry:request_detail", public_id)
        except DomainError as refusal:
            refused = str(refusal)
    context |= {"refused": refused, "has_errors": bool(refused)}
    return render(request, "registry/request_admit.html", context, status=409 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def request_refuse(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    require_staff(request.user, "admit_establishments")
    context, form = _context(request, public_id), RefusalForm(request.POST or None)
    if form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            decided = {"by": request.user, "now": clock.now(), "address": address_of(request)}
            services.refuse_establishment(request=context["asked"], reason=reason, **decided)
            hurry(deliver)
            messages.success(request, _("The request is refused and the establishment is told why"))
            return redirect("registry:request_detail", public_id)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "registry/request_refuse.html", context | {"form": form}, status=422 if form.errors else 200)


def _context(request: HttpRequest, public_id: uuid.UUID) -> dict:
    asked = get_object_or_404(selectors.requests_for_admission(), public_id=public_id)
    return {
        "asked": asked,
        "kind": STATE_KINDS[asked.state],
        "known": selectors.known_of(asked, on=clock.today()),
        "may_decide": asked.state == RequestState.PENDING and staff_can(request.user, "admit_establishments"),
    }
