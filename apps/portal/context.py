"""The frame around every page: where the visitor is, where he can go, and in which of his roles."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from apps.accounts import sessions
from apps.accounts.permissions import staff_can
from apps.common import clock
from apps.portal.services import demo_people
from apps.registry import permissions, selectors
from apps.registry.access import memberships_of


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    url: str
    current: bool = False


class Navigation:
    """Asks the database only for what the page shows; a page without a header costs nothing."""

    def __init__(self, request: HttpRequest):
        self.request = request
        self.user = getattr(request, "user", None)
        match = getattr(request, "resolver_match", None)
        self.view_name = match.view_name if match else ""
        self.unified_number = match.kwargs.get("unified_number") if match else None

    @property
    def address(self) -> str:
        """Where a change of language returns to: this very page."""
        return self.request.get_full_path()

    @property
    def is_demonstration(self) -> bool:
        return settings.PORTAL_DEMO

    @property
    def national_sign_in(self) -> str:
        """The words on the way in through the national provider; empty where there is none."""
        if settings.NATIONAL_SIGN_IN is None:
            return ""
        name = settings.NATIONAL_SIGN_IN["name"]
        return _("Sign in with %(name)s") % {"name": name} if name else _("National sign-in")

    @property
    def is_signed_in(self) -> bool:
        return self.user is not None and self.user.is_authenticated

    @property
    def seconds_left(self) -> int:
        """Until the session ends, if this page is the last one asked for."""
        return sessions.seconds_left(self.request, now=clock.now())

    @cached_property
    def memberships(self) -> list:
        return memberships_of(self.request) if self.is_signed_in else []

    @cached_property
    def is_subscriber(self) -> bool:
        return self.is_signed_in and selectors.subscriber_of(self.user) is not None

    @cached_property
    def membership(self):
        """The membership that the address speaks of, if the visitor holds it."""
        here = [each for each in self.memberships if each.establishment.unified_number == self.unified_number]
        return here[0] if here else None

    @cached_property
    def entries(self) -> list[Entry]:
        """The pages of the role that the address belongs to; none while the second factor comes first."""
        if getattr(self.request, "lacks_second_factor", False):
            return []
        if self.membership:
            return self._employer(self.membership)
        if self.is_signed_in and self.request.path.startswith("/me/"):
            return self._subscriber()
        if self.is_signed_in and self.user.is_staff and self.request.path.startswith(("/staff/", "/admin/")):
            return self._staff
        return []

    @cached_property
    def roles(self) -> list[Entry]:
        """A door to each role the visitor has."""
        path = self.request.path
        doors = []
        if self.memberships:
            url = reverse("registry:establishment_list")
            doors.append(Entry(_("My establishments"), url, path == url))
        if self.is_subscriber:
            doors.append(Entry(_("My contributions"), reverse("portal:subscriber_home"), path.startswith("/me/")))
        if self.is_signed_in and self.user.is_staff:
            doors.append(Entry(_("Staff"), self._staff[0].url, path.startswith(("/staff/", "/admin/"))))
        return doors

    def _employer(self, membership) -> list[Entry]:
        number = {"unified_number": membership.establishment.unified_number}
        entries = [self._entry(_("Home"), "portal:employer_home", number)]
        if permissions.can("see_hours", membership.role):
            within = ("timesheets:", "exchange:hours_")
            entries.append(self._entry(_("Working hours"), "timesheets:current_month", number, within=within))
        if permissions.can("see_contracts", membership.role):
            within = ("contracts:", "exchange:contracts_")
            entries.append(
                self._entry(_("Subscribers and contracts"), "contracts:contract_list", number, within=within)
            )
        if permissions.can("see_invoices", membership.role):
            entries.append(self._entry(_("Invoices"), "invoices:invoice_list", number, within="invoices:"))
        if permissions.can("manage_users", membership.role):
            entries.append(self._entry(_("Users and permissions"), "registry:member_list", number, within="registry:"))
        return entries

    def _subscriber(self) -> list[Entry]:
        return [
            self._entry(_("Home"), "portal:subscriber_home"),
            self._entry(_("My hours and periods"), "portal:subscriber_hours"),
            self._entry(_("Contracts and offers"), "own:contract_list", within="own:"),
            self._entry(_("Statement"), "certificates:statement_list", within="certificates:"),
        ]

    @cached_property
    def _staff(self) -> list[Entry]:
        entries = []
        if staff_can(self.user, "see_runs"):
            entries.append(self._entry(_("Billing runs"), "invoices:run_list", within="invoices:"))
        if staff_can(self.user, "see_requests"):
            entries.append(self._entry(_("Registration requests"), "registry:request_list", within="registry:"))
        return [*entries, self._entry(_("Administration"), "admin:index", within="admin:")]

    def _entry(self, label: str, name: str, kwargs: dict | None = None, *, within: str | tuple[str, ...] = "") -> Entry:
        current = self.view_name.startswith(within) if within else self.view_name == name
        return Entry(label, reverse(name, kwargs=kwargs), current)


def navigation(request: HttpRequest) -> dict:
    return {"navigation": SimpleLazyObject(lambda: Navigation(request))}


def demonstration(request: HttpRequest) -> dict:
    """The accounts to try, on the sign-in page of the demonstration and nowhere else."""
    match = getattr(request, "resolver_match", None)
    if not settings.PORTAL_DEMO or match is None or match.view_name != "account_login":
        return {}
    return {
        "demo_accounts": demo_people.accounts(),
        "demo_password": demo_people.PASSWORD,
        "demo_newcomer": demo_people.newcomer(),
    }
