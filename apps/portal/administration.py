"""Makes the staff's site the one that every app's admin.py registers with."""

from django.apps import apps
from django.contrib.admin import site
from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    default_site = "apps.portal.admin_site.StaffSite"

    def ready(self) -> None:
        super().ready()
        # Sign-in is by national ID; the list of e-mail addresses kept beside it is nobody's to edit.
        site.unregister(apps.get_model("account", "EmailAddress"))
        # The provider of national sign-in is named by the environment, and nothing of it is stored.
        site.unregister(apps.get_app_config("socialaccount").get_models())
