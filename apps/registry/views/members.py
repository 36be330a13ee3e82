"""Who acts for an establishment in which role; an owner changes and ends roles, each after a check page."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from apps.common import clock
from apps.common.admin import folded
from apps.common.errors import DomainError
from apps.common.lists import ListView
from apps.registry import permissions, selectors, services
from apps.registry.access import Desk, desk_for, manager_page, moment_of
from apps.registry.choices import InvitationState, Role
from apps.registry.forms import RoleForm
from apps.registry.models import Invitation, Membership
from apps.registry.tables import MemberFilter, MemberTable

STATE_KINDS = {InvitationState.OPEN: "info", InvitationState.EXPIRED: "warn"}
# Older invitations that came to nothing are history.
SHOWN = 50


class MemberList(ListView):
    """People with their roles, and invitations that wait or came to nothing."""

    table_class = MemberTable
    filterset_class = MemberFilter
    template_name = "registry/member_list.html"
    export_name = gettext_lazy("Users and permissions")
    empty_text = gettext_lazy("Nobody has this role.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.desk = desk_for(request, kwargs["unified_number"], act="manage_users")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Membership]:
        members = selectors.members_of(self.desk.establishment, on=clock.today())
        return members.annotate(folded_name=folded("user__full_name"))

    def get_table(self, **kwargs) -> MemberTable:
        return super().get_table(exclude=("acts_of",) if self.request.GET.get("export") else (), **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        invitations = [_shown(each) for each in selectors.invitations_of(self.desk.establishment)[:SHOWN]]
        return super().get_context_data(desk=self.desk, invitations=invitations, **kwargs)


def _shown(invitation: Invitation) -> dict:
    """An invitation with its state of this moment; what is withdrawn takes no act any more."""
    state = invitation.state(clock.now())
    is_waiting = state in STATE_KINDS
    return {"row": invitation, "state": state.label, "kind": STATE_KINDS.get(state, ""), "is_waiting": is_waiting}


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def member_role(request: HttpRequest, desk: Desk, public_id: str) -> HttpResponse:
    """Choose, check, change. A role of one's own that gets smaller is marked on the check page."""
    member = member_of(desk, public_id)
    form = RoleForm(request.POST or None, membership=member)
    wanted = request.POST.get("do")
    if form.is_valid() and wanted == "change":
        try:
            return _changed(request, desk, member, Role(form.cleaned_data["role"]))
        except DomainError as refusal:
            form.add_error(None, str(refusal))
    context = {"desk": desk, "member": member, "form": form, "is_self": member.user == request.user}
    if form.is_valid() and wanted == "check":
        return render(request, "registry/member_role_check.html", context | {"role": Role(form.cleaned_data["role"])})
    return render(request, "registry/member_role.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def member_end(request: HttpRequest, desk: Desk, public_id: str) -> HttpResponse:
    """Everything once more, then the role is over at this very moment."""
    member, refused = member_of(desk, public_id), ""
    if request.method == "POST":
        try:
            return _ended(request, desk, member)
        except DomainError as refusal:
            refused = str(refusal)
    context = {"desk": desk, "member": member, "refused": refused, "has_errors": bool(refused)}
    context["is_self"] = member.user == request.user
    return render(request, "registry/member_end.html", context, status=409 if refused else 200)


def member_of(desk: Desk, public_id: str) -> Membership:
    """A role held in the establishment; 404 for any other, known or not, and for one that is over."""
    return get_object_or_404(selectors.members_of(desk.establishment, on=clock.today()), public_id=public_id)


def _changed(request: HttpRequest, desk: Desk, member: Membership, role: Role) -> HttpResponse:
    services.change_role(membership=member, role=role, **moment_of(request))
    said = _("The role of %(name)s is now: %(role)s") % {"name": member.user.full_name, "role": role.label}
    messages.success(request, said)
    return _onwards(request, desk)


def _ended(request: HttpRequest, desk: Desk, member: Membership) -> HttpResponse:
    services.revoke_membership(membership=member, **moment_of(request))
    messages.success(request, _("The role of %(name)s has ended") % {"name": member.user.full_name})
    return _onwards(request, desk)


def _onwards(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Back to the list, or, for who just gave up his own right to it, to where he still may be."""
    number = desk.establishment.unified_number
    now_held = selectors.membership(request.user, number, on=clock.today())
    if now_held is None or not permissions.can("manage_users", now_held.role):
        return redirect("registry:establishment_list")
    return redirect("registry:member_list", number)
