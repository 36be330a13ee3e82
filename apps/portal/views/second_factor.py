"""Setting up and using a second factor: django-allauth's own pages, with the security log and other sessions minded."""

from allauth.account.internal.decorators import login_not_required
from allauth.account.views import LogoutView
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import view_recovery_codes
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, RemoveWebAuthnView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.accounts.choices import Event
from apps.accounts.log import note
from apps.accounts.sessions import end_others
from apps.portal.middleware import HAS_FACTOR


class Changes:
    """A way to sign in is added or removed: the log knows, and sessions elsewhere must prove themselves anew."""

    event: Event
    factor: str

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        self.request.session.pop(HAS_FACTOR, None)
        note(self.request, self.event, factor=self.factor)
        end_others(self.request, reason="factor")
        return response


class ActivateApp(Changes, ActivateTOTPView):
    event, factor = Event.FACTOR_ADDED, "totp"


class DeactivateApp(Changes, DeactivateTOTPView):
    event, factor = Event.FACTOR_REMOVED, "totp"


class AddPasskey(Changes, AddWebAuthnView):
    event, factor = Event.FACTOR_ADDED, "webauthn"


class RemovePasskey(Changes, RemoveWebAuthnView):
    event, factor = Event.FACTOR_REMOVED, "webauthn"


class NewRecoveryCodes(Changes, GenerateRecoveryCodesView):
    event, factor = Event.FACTOR_ADDED, "recovery_codes"


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
