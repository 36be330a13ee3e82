"""Where django-allauth asks how this portal signs people in, and how it writes to them."""

import ipaddress

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from apps.accounts import services, sessions
from apps.accounts.choices import Event
from apps.accounts.log import address_of, note
from apps.accounts.models import User
from apps.common import clock
from apps.common.queue import hurry
from apps.outbox import rules
from apps.outbox import services as outbox
from apps.outbox.tasks import deliver

# What the page on which a person says once more who he is calls its ways.
WAYS = {
    "reauthenticate": _("With the password"),
    "mfa_reauthenticate": _("With a code of the authenticator app or a recovery code"),
    "mfa_reauthenticate:webauthn": _("With a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The ID number or password is not correct"),
        "incorrect_password": _("The password is not correct"),
        "too_many_login_attempts": _("Too many attempts. Try again in 15 minutes"),
    }

    def is_open_for_signup(self, request) -> bool:
        """Nobody makes an account by himself: with open sign-up anyone could ask whether an ID is known."""
        return False

    def get_client_ip(self, request) -> str:
        """IPv4 written as IPv6 is IPv4: as IPv6 the whole of it were one network, with one count for all visitors."""
        address = ipaddress.ip_address(super().get_client_ip(request))
        return str(getattr(address, "ipv4_mapped", None) or address)

    # What is written to a person.

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

    # What the security log is told.

    def post_login(self, request, user, **details):
        means = [record.get("type") or record["method"] for record in get_authentication_records(request, user)]
        note(request, Event.SIGNED_IN, user=user, means="+".join(means))
        return super().post_login(request, user, **details)

    def authentication_failed(self, request, **credentials):
        known = User.objects.filter(national_id=credentials.get("username") or "").first()
        note(request, Event.SIGN_IN_FAILED, user=known)

    def logout(self, request):
        note(request, Event.SIGNED_OUT)
        UserSession.objects.filter(session_key=request.session.session_key).delete()
        super().logout(request)

    def set_password(self, user, password):
        """The new password holds, and whoever is signed in with the old one elsewhere is out."""
        super().set_password(user, password)
        note(self.request, Event.PASSWORD_CHANGED, user=user)
        services.end_sessions(
            user=user,
            sessions=UserSession.objects.filter(user=user).exclude(session_key=self.request.session.session_key or ""),
            now=clock.now(),
            address=address_of(self.request),
            reason="password",
        )

    # Saying once more who one is.

    def is_reauthentication_required(self, *, app: str, **details) -> bool:
        """Whoever signed in within the last minutes has just said who he is."""
        if sessions.is_new(self.request, now=clock.now()):
            return False
        return super().is_reauthentication_required(app=app, **details)

    def get_reauthentication_methods(self, user) -> list[dict]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS[method["id"]]} for method in methods]
