"""An owner invites people to a role, sends an invitation again, or withdraws it."""

from collections.abc import Callable

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.registry import selectors, services
from apps.registry.access import Desk, manager_page, moment_of
from apps.registry.choices import Role
from apps.registry.forms import InvitationForm
from apps.registry.models import Invitation


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def member_invite(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who and what, then everything once more, then the link is on its way."""
    form = InvitationForm(request.POST or None)
    if form.is_valid() and _stands(form, desk, request):
        if request.POST.get("do") == "send":
            if refused := ratelimit.consume_or_429(request, action="invite", user=request.user):
                return refused
            if _invited(request, desk, form):
                return redirect("registry:member_list", desk.establishment.unified_number)
        elif request.POST.get("do") == "check":
            context = {"desk": desk, "form": form, "role": Role(form.cleaned_data["role"])}
            return render(request, "registry/member_invite_check.html", context)
    context = {"desk": desk, "form": form}
    return render(request, "registry/member_invite.html", context, status=422 if form.errors else 200)


def _stands(form: InvitationForm, desk: Desk, request: HttpRequest) -> bool:
    """Whether the role could be offered; what stands against it goes to the form."""
    try:
        services.check_offer(establishment=desk.establishment, offer=form.offer(), by=request.user, today=clock.today())
    except DomainError as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()


def _invited(request: HttpRequest, desk: Desk, form: InvitationForm) -> bool:
    try:
        services.invite_member(
            establishment=desk.establishment, offer=form.offer(), **moment_of(request), link_for=link_of(request)
        )
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    hurry(deliver)
    messages.success(request, _("The invitation to %(name)s is on its way") % {"name": form.cleaned_data["full_name"]})
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def invitation_resend(request: HttpRequest, desk: Desk, public_id: str) -> HttpResponse:
    invitation, refused = invitation_of(desk, public_id), ""
    if request.method == "POST":
        if limited := ratelimit.consume_or_429(request, action="invite", user=request.user):
            return limited
        try:
            services.resend_invitation(invitation=invitation, **moment_of(request), link_for=link_of(request))
            hurry(deliver)
            messages.success(request, _("A new link is on its way; the earlier one works no longer"))
            return redirect("registry:member_list", desk.establishment.unified_number)
        except DomainError as refusal:
            refused = str(refusal)
    context = {"desk": desk, "invitation": invitation, "refused": refused, "has_errors": bool(refused)}
    return render(request, "registry/invitation_resend.html", context, status=409 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def invitation_withdraw(request: HttpRequest, desk: Desk, public_id: str) -> HttpResponse:
    invitation, refused = invitation_of(desk, public_id), ""
    if request.method == "POST":
        try:
            services.withdraw_invitation(invitation=invitation, **moment_of(request))
            messages.success(request, _("The invitation is withdrawn; its link works no longer"))
            return redirect("registry:member_list", desk.establishment.unified_number)
        except DomainError as refusal:
            refused = str(refusal)
    context = {"desk": desk, "invitation": invitation, "refused": refused, "has_errors": bool(refused)}
    return render(request, "registry/invitation_withdraw.html", context, status=409 if refused else 200)


def invitation_of(desk: Desk, public_id: str) -> Invitation:
    """An invitation that waits for an answer, run out or not; 404 for any other, known or not."""
    waiting = selectors.invitations_of(desk.establishment).filter(withdrawn_at=None)
    return get_object_or_404(waiting, public_id=public_id)


def link_of(request: HttpRequest) -> Callable[[str], str]:
    return lambda token: request.build_absolute_uri(reverse("registry:invitation", args=[token]))
