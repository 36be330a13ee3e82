"""National sign-in by OpenID Connect: the provider says who somebody is, and the portal whether he has an account.

An account is found by the national ID alone, never by an e-mail address. Who has none yet goes on to the page that
opens one. Nothing of the provider is stored: each sign-in is matched anew.
"""

import datetime
import hashlib
import hmac

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from apps.accounts.choices import Event
from apps.accounts.log import note
from apps.accounts.models import User
from apps.accounts.rules import PROOF_LIFE, check_person_id
from apps.common import clock
from apps.common.errors import DomainError

PROVEN = "national_proof"
# What a provider may say or fail to say that is no sign-in.
NO_SIGN_IN = (OAuth2Error, RequestException, KeyError, TypeError, ValueError)


def nonce_of(code_verifier: str) -> str:
    """The value that binds an ID token to the visit that asked for it; it follows from that visit's secret."""
    return hashlib.sha256(f"nonce {code_verifier}".encode()).hexdigest()


class Conversation(OpenIDConnectOAuth2Adapter):
    """One sign-in as the provider and the portal talk it over, stricter than allauth asks for."""

    @property
    def openid_config(self) -> dict:
        config = super().openid_config
        if config["issuer"].rstrip("/") != self.get_provider().app.settings["server_url"].rstrip("/"):
            raise OAuth2Error("Another issuer")
        return config

    def get_callback_url(self, request: HttpRequest, app) -> str:
        return build_absolute_uri(request, reverse("national_callback"))

    def get_access_token_data(self, request: HttpRequest, app, client, pkce_code_verifier: str | None = None) -> dict:
        self.nonce = nonce_of(pkce_code_verifier)
        data = super().get_access_token_data(request, app, client, pkce_code_verifier)
        self.did_fetch_access_token = False  # the signature of the ID token is verified all the same
        return data

    def complete_login(self, request: HttpRequest, app, token: SocialToken, response: dict) -> SocialLogin:
        claims = self._decode_id_token(app, response["id_token"])
        if not {"exp", "iat", "sub"} <= claims.keys():
            raise OAuth2Error("An ID token without its stamps")
        if not hmac.compare_digest(str(claims.get("nonce")).encode(), self.nonce.encode()):
            raise OAuth2Error("Another nonce")
        told = {"id_token": claims}
        if settings.NATIONAL_SIGN_IN["claim"] not in claims:
            told["userinfo"] = self._fetch_user_info(token.token)
            if told["userinfo"]["sub"] != claims["sub"]:
                raise OAuth2Error("Another person's particulars")
        return self.get_provider().sociallogin_from_response(request, told)


class NationalProvider(OpenIDConnectProvider):
    oauth2_adapter_class = Conversation

    def get_pkce_params(self) -> dict:
        params = super().get_pkce_params()
        return {**params, "nonce": nonce_of(params["code_verifier"])}

    def get_default_scope(self) -> list[str]:
        return settings.NATIONAL_SIGN_IN["scope"]


class NationalSignIn(DefaultSocialAccountAdapter):
    """Decides who of those that the provider names may come in."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict) -> User:
        return sociallogin.user

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """The account of the national ID is the one to be signed in; without one, or with a sleeping one, nobody is."""
        told, claim = sociallogin.account.extra_data, settings.NATIONAL_SIGN_IN["claim"]
        try:
            number = check_person_id(str({**told.get("userinfo", {}), **told["id_token"]}.get(claim, "")))
        except DomainError:
            raise ImmediateHttpResponse(refused(request, "no_id")) from None
        user = User.objects.filter(national_id=number).first()
        if user is None:
            request.session[PROVEN] = {"national_id": number, "at": clock.now().isoformat()}
            raise ImmediateHttpResponse(redirect("account_signup_national"))
        if not user.is_active:
            raise ImmediateHttpResponse(refused(request, "no_account"))
        sociallogin.user = user

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None) -> None:
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(redirect("account_login"))
        raise ImmediateHttpResponse(refused(request, "failed"))


def proven_id(request: HttpRequest) -> str | None:
    """The ID that the provider has named for a visitor without an account, not too long ago."""
    proof = request.session.get(PROVEN)
    if proof is None or clock.now() - datetime.datetime.fromisoformat(proof["at"]) > PROOF_LIFE:
        return None
    return proof["national_id"]


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """The page that says why this sign-in came to nothing, and what else there is."""
    note(request, Event.SIGN_IN_FAILED, user=None, way="national", reason=reason)
    return render(request, "account/national_refused.html", {"reason": reason}, status=401)


def the_provider(request: HttpRequest) -> NationalProvider:
    if settings.NATIONAL_SIGN_IN is None:
        raise Http404
    return get_adapter(request).get_provider(request, provider="national")


@require_safe
@login_not_required
@never_cache
def national_login(request: HttpRequest) -> HttpResponse:
    """Sends the visitor to the provider, with nothing in the request that the visitor could have put there."""
    provider = the_provider(request)
    address = request.GET.get("next", "")
    safe = address if account_adapter(request).is_safe_url(address) else None
    try:
        return provider.redirect(request, AuthProcess.LOGIN, next_url=safe)
    except NO_SIGN_IN as fault:
        return render_authentication_error(request, provider, exception=fault)


@require_safe
@login_not_required
@never_cache
def national_callback(request: HttpRequest) -> HttpResponse:
    """The visitor comes back with a code, which is worth a sign-in once and to him alone."""
    provider = the_provider(request)
    try:
        return OAuth2CallbackView.adapter_view(Conversation(request, "national"))(request)
    except NO_SIGN_IN as fault:
        return render_authentication_error(request, provider, exception=fault)
