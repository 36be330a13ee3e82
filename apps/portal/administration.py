"""Makes the staff's site the one that every app's admin.py registers with."""

from django.apps import apps
from django.contrib.admin import site
from django.contrib.admin.apps import AdminConfig


class AdministrationConfig(AdminConfig):
    default_site = "apps.portal.admin_site.StaffSite"

    def ready(self) -> None:
        super().ready()
        # The provider of national sign-in is named by the environment, and nothing of it is stored.
        site.unregister(apps.get_app_config("socialaccount").get_models())
        # E-mail addresses, second factors and sessions are their owner's, and nobody else's to edit.
        for model in ("account.EmailAddress", "mfa.Authenticator", "usersessions.UserSession"):
            site.unregister(apps.get_model(model))
