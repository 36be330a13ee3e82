"""Where django-allauth asks how this portal signs people in, and how it writes to them."""

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from apps.accounts import services
from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.common import clock
from apps.common.queue import hurry
from apps.outbox import rules
from apps.outbox import services as outbox
from apps.outbox.tasks import deliver


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

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """The letter is in the outbox, in the receiver's language; what holds a key or a code is not kept there.

        To an address that no account has nothing is sent, and all the work is done as if: whoever measures how long
        the answer takes learns nothing.
        """
        user = context.get("user")
        with translation.override(user.language if user and user.language else translation.get_language()):
            letter = self.render_mail(template_prefix, email, {"request": self.request, "email": email, **context})
        with transaction.atomic():
            outbox.post_email(
                to=email,
                subject=letter.subject,
                body=letter.body,
                now=clock.now(),
                is_secret=bool({"key", "code"} & context.keys()),
                life=None if "code" in context else rules.LIFE,
            )
            if template_prefix == "account/email/unknown_account":
                transaction.set_rollback(True)
        hurry(deliver)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict | None = None, email: str | None = None
    ) -> None:
        """A change in somebody's account is told to the address he is known by."""
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email or user.email)
