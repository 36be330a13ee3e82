"""The staff's administration: the portal's own sign-in, its own order of things, and no bulk deletion anywhere."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

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

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """The portal's own sign-in page with its limits; whoever is signed in and is no staff gets 403."""
        if not request.user.is_authenticated:
            return redirect_to_login(request.GET.get("next") or request.get_full_path())
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("account_change_password")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        order = {label: place for place, label in enumerate(ORDER)}
        return sorted(super().get_app_list(request, app_label), key=lambda app: order.get(app["app_label"], len(order)))
