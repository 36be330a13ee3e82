"""Where django-allauth asks how this portal signs people in."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from apps.accounts import services
from apps.accounts.choices import Event
from apps.common import clock


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The ID number or password is not correct"),
        "too_many_login_attempts": _("Too many attempts. Try again in 15 minutes"),
    }

    def is_open_for_signup(self, request) -> bool:
        """Nobody makes an account by himself: with open sign-up anyone could ask whether an ID is known."""
        return False

    def set_password(self, user, password):
        super().set_password(user, password)
        services.record(Event.PASSWORD_CHANGED, now=clock.now(), user=user, address=self.get_client_ip(self.request))
