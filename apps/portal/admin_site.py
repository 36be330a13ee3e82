"""The staff's administration: the portal's own sign-in, its own order of things, and no bulk deletion anywhere."""

from functools import partial

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from apps.accounts import sessions
from apps.accounts.models import User
from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.portal.services import contacts
from apps.portal.views.second_factor import SignOut
from apps.registry.corrections import correction_page

# From the people to the money to the rules; what is not named here comes last.
ORDER = (
    "registry",
    "contracts",
    "timesheets",
    "accruals",
    "invoices",
    "certificates",
    "regulations",
    "outbox",
    "accounts",
)


class StaffSite(AdminSite):
    site_title = _("Flexible Work Portal")
    site_header = _("Administration")
    index_title = _("Administration")
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin"):
        super().__init__(name)
        self.disable_action("delete_selected")

    def get_urls(self) -> list:
        """Signing out is the portal's, for everybody who comes by its address."""
        mobile = path("accounts/user/<int:pk>/mobile/", self.admin_view(self.account_mobile), name="account_mobile")
        return [mobile, path("logout/", SignOut.as_view(), name="logout"), *super().get_urls()]

    def account_mobile(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A superuser gives an account another number, and with it the record of its person as a subscriber."""
        if not request.user.is_superuser:
            raise PermissionDenied
        user = get_object_or_404(User, pk=pk)
        page = reauthenticated(partial(correction_page, self.get_model_admin(User)))
        return page(request, user, partial(contacts.correct_mobile, user=user))

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff with their second factor, who said who they are within the last hours."""
        age = clock.now().timestamp() - sessions.last_proof(request)
        has_factor = not getattr(request, "lacks_second_factor", False)
        return super().has_permission(request) and has_factor and age < settings.ADMIN_SIGN_IN_AGE

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """The portal's own sign-in page with its limits; staff confirm an old sign-in, whoever is no staff gets 403."""
        address = request.GET.get("next") or request.get_full_path()
        if self.has_permission(request):
            return redirect("admin:index")
        if not super().has_permission(request):
            raise PermissionDenied
        return redirect_to_login(address, reverse("account_reauthenticate"))

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("account_change_password")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        order = {label: place for place, label in enumerate(ORDER)}
        return sorted(super().get_app_list(request, app_label), key=lambda app: order.get(app["app_label"], len(order)))
