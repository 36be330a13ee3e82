"""The door of every employer's page: only a member's own establishment comes through, and only with the right."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from apps.accounts.log import address_of
from apps.accounts.permissions import require_staff
from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.registry import permissions, selectors
from apps.registry.models import Establishment, Membership


class ActNotAllowed(PermissionDenied):
    """Known scope, missing right: the 403 page says which roles allow the act and who holds them."""

    def __init__(self, act: str, establishment: Establishment):
        super().__init__(act)
        self.roles = permissions.roles_for(act)
        self.holders = list(selectors.holders(establishment, self.roles, on=clock.today())[:3])


@dataclass(frozen=True)
class Desk:
    """One member at work in one establishment; templates receive it as booleans: `desk.can.enter_hours`."""

    establishment: Establishment
    membership: Membership

    @cached_property
    def can(self) -> dict[str, bool]:
        return {act: permissions.can(act, self.membership.role) for act in permissions.ACTS}


def memberships_of(request: HttpRequest) -> list[Membership]:
    """What the visitor holds today, asked once for the page and the frame around it."""
    if not hasattr(request, "memberships"):
        request.memberships = list(selectors.memberships_in_force(request.user, on=clock.today()))
    return request.memberships


def desk_for(request: HttpRequest, unified_number: str, *, act: str | None = None) -> Desk:
    """The member's desk in the establishment.

    Answers 404 to whoever holds no membership today, the same as for an unknown number, and refuses with
    `ActNotAllowed` (403) when the role does not allow the act.
    """
    held = (each for each in memberships_of(request) if each.establishment.unified_number == unified_number)
    membership = next(held, None)
    if membership is None:
        raise Http404
    if act is not None and not permissions.can(act, membership.role):
        raise ActNotAllowed(act, membership.establishment)
    return Desk(membership.establishment, membership)


def manager_page(view):
    """First 404 and 403, for what is sent a recent proof of identity, then the view, with a manager's desk."""
    confirmed = reauthenticated(view)

    @wraps(view)
    def page(request: HttpRequest, unified_number: str, **kwargs) -> HttpResponse:
        return confirmed(request, desk_for(request, unified_number, act="manage_users"), **kwargs)

    return page


def staff_page(act: str) -> Callable:
    """First 403, for what is sent a recent proof of identity, then the view."""

    def decorate(view: Callable) -> Callable:
        confirmed = reauthenticated(view)

        @wraps(view)
        def page(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            require_staff(request.user, act)
            return confirmed(request, *args, **kwargs)

        return page

    return decorate


def moment_of(request: HttpRequest) -> dict:
    """Who acts, when, and from where: what the services of roles write down."""
    return {"by": request.user, "now": clock.now(), "today": clock.today(), "address": address_of(request)}
