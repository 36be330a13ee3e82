"""Where the portal reaches a person: he changes it himself, with a code to the new place and a word to the old one."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts import services as accounts
from apps.accounts.choices import Purpose
from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.portal import drafts
from apps.portal.identity_forms import EmailForm, MobileForm
from apps.portal.services import contacts as services
from apps.portal.views import codes
from apps.portal.views.codes import Flow, visit_of


def _sender(purpose: Purpose) -> Callable:
    def send(request: HttpRequest, draft: uuid.UUID, values: dict[str, str]) -> None:
        services.send_contact_code(
            purpose=purpose,
            attempt=draft,
            user=request.user,
            to=values["contact"],
            visit=visit_of(request),
            now=clock.now(),
        )

    return send


def _changer(first: str, change: Callable, done: str) -> Callable:
    def proven(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
        try:
            change(user=request.user, attempt=draft, visit=visit_of(request), now=clock.now())
            hurry(deliver)
            messages.success(request, done)
        except DomainError as refusal:
            messages.warning(request, str(refusal))
        drafts.drop(request.session, draft)
        return redirect(first)

    return proven


MOBILE = Flow(
    purpose=Purpose.MOBILE,
    first="account_mobile",
    title=_("Mobile number: the code"),
    words=_("A text message with a code is on its way to this number:"),
    send=_sender(Purpose.MOBILE),
    proven=_changer("account_mobile", services.change_mobile, _("The mobile number is changed")),
)
EMAIL = Flow(
    purpose=Purpose.EMAIL,
    first="account_email",
    title=_("E-mail address: the code"),
    words=_("A letter with a code is on its way to this address:"),
    send=_sender(Purpose.EMAIL),
    proven=_changer("account_email", accounts.change_email, _("The e-mail address is confirmed")),
)


@require_http_methods(["GET", "HEAD", "POST"])
@reauthenticated
def mobile(request: HttpRequest) -> HttpResponse:
    form = MobileForm(request.POST or None)
    if form.is_valid() and (answer := codes.begin(request, MOBILE, form, **form.cleaned_data)):
        return answer
    context = {"form": form, "present": request.user.mobile}
    return render(request, "account/mobile.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def mobile_code(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.code_page(request, draft, MOBILE)


@require_POST
def mobile_resend(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.resend(request, draft, MOBILE)


@require_http_methods(["GET", "HEAD", "POST"])
@reauthenticated
def email(request: HttpRequest) -> HttpResponse:
    form = EmailForm(request.POST or None)
    if form.is_valid() and (answer := codes.begin(request, EMAIL, form, **form.cleaned_data)):
        return answer
    context = {"form": form, "present": request.user.email}
    return render(request, "account/email_address.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def email_code(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.code_page(request, draft, EMAIL)


@require_POST
def email_resend(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.resend(request, draft, EMAIL)
