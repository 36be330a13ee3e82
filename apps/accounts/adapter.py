"""Where django-allauth asks how this portal signs people in, and how it writes to them."""

import ipaddress

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext
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
        """Accounts are opened on the portal's own pages; allauth's would tell anyone whether an ID is known."""
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

    def tell(self, user: User, template_prefix: str, *, by: User | None = None) -> None:
        """What changed in his account is told to the person: by e-mail, or by text message to who has no address.

        `by` is who changed it when that was somebody else. Written in the transaction of the change.
        """
        context = {"user": user, "by": by, "timestamp": clock.now(), "ip": address_of(self.request)}
        with translation.override(user.language or settings.LANGUAGE_CODE):
            letter = self.render_mail(template_prefix, user.email, {"request": self.request, **context})
            text = gettext(
                "Flexible Work Portal: %(change)s. If you know nothing of it, ask the portal for help at once."
            )
        if user.email:
            outbox.post_email(to=user.email, subject=letter.subject, body=letter.body, now=clock.now())
        elif user.mobile:
            outbox.post_sms(to=user.mobile, body=text % {"change": letter.subject}, now=clock.now())
        hurry(deliver)

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
        """The new password holds, and the person knows it, whoever has chosen it and on whichever way.

        Whoever is signed in with the old one elsewhere is out, and wrong passwords before it count no more.
        """
        visitor, here = self.request.user, self.request.session.session_key or ""
        by = visitor if visitor.is_authenticated and visitor.pk != user.pk else None
        with transaction.atomic():
            user.set_password(password)
            user.save(update_fields=["password"])
            note(self.request, Event.PASSWORD_CHANGED, user=user, by=by)
            services.end_sessions(
                user=user,
                sessions=UserSession.objects.filter(user=user).exclude(session_key=here),
                now=clock.now(),
                by=by,
                address=address_of(self.request),
                reason="password",
            )
            self.tell(user, "account/email/password_changed", by=by)
        self._delete_login_attempts_cached_email(self.request, username=user.national_id)

    # Saying once more who one is.

    def is_reauthentication_required(self, *, app: str, **details) -> bool:
        """Whoever signed in within the last minutes has just said who he is."""
        if sessions.is_new(self.request, now=clock.now()):
            return False
        return super().is_reauthentication_required(app=app, **details)

    def get_reauthentication_methods(self, user) -> list[dict]:
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": WAYS[method["id"]]} for method in methods]
