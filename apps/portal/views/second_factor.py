"""Setting up and using a second factor: django-allauth's own pages, which here mind the security log, the sessions
elsewhere and that the person is told."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_not_required
from allauth.account.views import LogoutView
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import view_recovery_codes
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.accounts.choices import Event
from apps.accounts.log import note
from apps.accounts.sessions import end_others


class Changes:
    """A way to sign in is added or removed: log and person know, and sessions elsewhere must prove themselves anew."""

    event: Event
    factor: str
    letter: str

    def form_valid(self, form) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            note(self.request, self.event, factor=self.factor)
            end_others(self.request, reason="factor")
            get_adapter().tell(self.request.user, f"mfa/email/{self.letter}")
        return response


class ActivateApp(Changes, ActivateTOTPView):
    event, factor, letter = Event.FACTOR_ADDED, "totp", "totp_activated"


class DeactivateApp(Changes, DeactivateTOTPView):
    event, factor, letter = Event.FACTOR_REMOVED, "totp", "totp_deactivated"


class AddPasskey(Changes, AddWebAuthnView):
    event, factor, letter = Event.FACTOR_ADDED, "webauthn", "webauthn_added"


class RemovePasskey(Changes, RemoveWebAuthnView):
    event, factor, letter = Event.FACTOR_REMOVED, "webauthn", "webauthn_removed"


class NewRecoveryCodes(Changes, GenerateRecoveryCodesView):
    event, factor, letter = Event.FACTOR_ADDED, "recovery_codes", "recovery_codes_generated"


class Authenticate(AuthenticateView):
    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        context["has_app"] = Authenticator.Type.TOTP in kinds
        context["has_passkey"] = Authenticator.Type.WEBAUTHN in kinds
        if not context["has_app"]:
            code = context["form"].fields["code"]
            code.label, code.help_text = _("Recovery code"), _("One of the ten codes that came with the passkey")
        return context

    def form_invalid(self, form) -> HttpResponse:
        note(self.request, Event.SIGN_IN_FAILED, user=self.stage.login.user, means="second factor")
        return super().form_invalid(form)


class SignInWithPasskey(LoginWebAuthnView):
    def form_invalid(self, form) -> HttpResponse:
        note(self.request, Event.SIGN_IN_FAILED, user=None, means="passkey")
        return super().form_invalid(form)


class Reauthenticate(ReauthenticateView):
    def form_invalid(self, form) -> HttpResponse:
        note(self.request, Event.CODE_REFUSED, means="second factor")
        return super().form_invalid(form)


class ReauthenticateWithPasskey(ReauthenticateWebAuthnView):
    def form_invalid(self, form) -> HttpResponse:
        """The page once more, with what it was asked for: allauth leads away from it."""
        note(self.request, Event.CODE_REFUSED, means="passkey")
        super().form_invalid(form)
        return redirect(self.passthrough_next_url(self.request.path))


@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """New codes are shown a single time, and only when asked for: a page fetched ahead must not use that up."""
    authenticator = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    if authenticator is None:
        raise Http404
    wrapper = authenticator.wrap()
    context = {"count": len(wrapper.get_unused_codes()), "can_view": not wrapper.did_view, "codes": None}
    if request.method == "POST":
        shown, is_first = view_recovery_codes(request)
        context["codes"] = shown.get_unused_codes() if is_first else None
    return render(request, "mfa/recovery_codes/index.html", context)


@method_decorator(login_not_required, name="dispatch")
class SignOut(LogoutView):
    """The browser forgets what it kept; of the cookies, the choice of language stays."""

    def post(self, *args, **kwargs) -> HttpResponse:
        response = super().post(*args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
