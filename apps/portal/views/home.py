"""After sign-in everybody is led to the home of his role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from apps.accounts.models import User
from apps.accounts.permissions import staff_can
from apps.common import clock
from apps.registry import selectors as registry


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One establishment: its home; several: the choice. Who is a subscriber too changes roles in the header."""
    memberships = registry.memberships_in_force(request.user, on=clock.today())[:2]
    if len(memberships) == 1:
        return redirect("portal:employer_home", unified_number=memberships[0].establishment.unified_number)
    if memberships:
        return redirect("registry:establishment_list")
    if registry.subscriber_of(request.user):
        return redirect("portal:subscriber_home")
    if request.user.is_staff:
        return redirect(_desk_of_staff(request.user))
    return render(request, "portal/no_role.html")


def _desk_of_staff(user: User) -> str:
    """The page where the work of the role waits."""
    if staff_can(user, "see_runs"):
        return "invoices:run_list"
    return "registry:request_list" if staff_can(user, "see_requests") else "admin:index"
