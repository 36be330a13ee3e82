"""Back in after a forgotten password: by the ID and a code to the mobile number of the account."""

import uuid

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts import selectors
from apps.accounts.choices import Purpose
from apps.accounts.forms import NewPasswordForm
from apps.accounts.models import User
from apps.common import clock
from apps.portal import drafts
from apps.portal.identity_forms import ForgottenForm
from apps.portal.services import contacts
from apps.portal.views import codes
from apps.portal.views.codes import Flow, visit_of


def _send(request: HttpRequest, draft: uuid.UUID, values: dict[str, str]) -> None:
    contacts.send_password_code(
        attempt=draft,
        national_id=values["national_id"],
        link_for=lambda user: _link(request, user),
        visit=visit_of(request),
        now=clock.now(),
    )


def _link(request: HttpRequest, user: User) -> str:
    """The way to a new password for an account without a mobile number."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    return get_adapter(request).get_reset_password_from_key_url(f"{user_pk_to_url_str(user)}-{token}")


FLOW = Flow(
    purpose=Purpose.PASSWORD,
    first="account_reset_password",
    title=_("Password reset: the code"),
    words=_(
        "If an account has this ID, a text message is on its way to its mobile number. "
        "An account without a mobile number gets a link by e-mail."
    ),
    send=_send,
    proven=lambda request, draft: redirect("account_reset_password_new", draft),
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def forgotten(request: HttpRequest) -> HttpResponse:
    form = ForgottenForm(request.POST or None)
    if form.is_valid() and (answer := codes.begin(request, FLOW, form, **form.cleaned_data)):
        return answer
    return render(request, "account/password_forgotten.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def code(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.code_page(request, draft, FLOW)


@require_POST
@login_not_required
def resend(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.resend(request, draft, FLOW)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
def new(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    """The new password ends every session of the account and signs nobody in: that takes the second factor too."""
    proof = selectors.proof_of(draft, Purpose.PASSWORD, now=clock.now())
    if proof is None or drafts.find(request.session, draft, purpose=Purpose.PASSWORD) is None:
        return codes.begin_anew(request, FLOW)
    form = NewPasswordForm(request.POST or None, owner=proof.user)
    if form.is_valid():
        get_adapter(request).set_password(proof.user, form.cleaned_data["password"])
        drafts.drop(request.session, draft)
        return redirect("account_reset_password_from_key_done")
    return render(request, "account/password_new.html", {"form": form}, status=422 if form.errors else 200)
