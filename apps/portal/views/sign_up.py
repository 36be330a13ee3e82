"""A subscriber opens his account in three pages: who he is, the code, and the account itself.

Known, unknown and registered people, and wrong birth dates, meet the same pages until a code is right.
"""

import datetime
import uuid

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.signup import complete_signup
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts import rules, selectors
from apps.accounts.choices import Purpose
from apps.accounts.models import User
from apps.accounts.national import proven_id, refused
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.portal import drafts
from apps.portal.identity_forms import AccountForm, ReachForm, SignUpForm
from apps.portal.services import contacts
from apps.portal.services import sign_up as services
from apps.portal.views import codes
from apps.portal.views.codes import Flow, visit_of
from apps.registry import selectors as registry

STEPS = {"label": _("Steps of a new account"), "stages": (_("Person"), _("Code"), _("Account"))}


def _send(request: HttpRequest, draft: uuid.UUID, values: dict[str, str]) -> None:
    services.send_code(
        attempt=draft,
        national_id=values["national_id"],
        birth_date=datetime.date.fromisoformat(values["birth_date"]),
        mobile=values["mobile"],
        visit=visit_of(request),
        now=clock.now(),
    )


def _send_national(request: HttpRequest, draft: uuid.UUID, values: dict[str, str]) -> None:
    services.send_national_code(
        attempt=draft,
        national_id=values["national_id"],
        mobile=values["contact"],
        visit=visit_of(request),
        now=clock.now(),
    )


FLOW = Flow(
    purpose=Purpose.SIGN_UP,
    first="account_signup",
    title=_("Create account: the code"),
    words=_(
        "If these details are those of a subscriber, a text message is on its way to the mobile number on file, "
        "or to the number entered where none is on file."
    ),
    send=_send,
    proven=lambda request, draft: redirect("account_signup_account", draft),
    steps=STEPS,
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def sign_up(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("portal:home")
    form = SignUpForm(request.POST or None)
    if form.is_valid():
        values = {name: str(value) for name, value in form.cleaned_data.items()}
        if answer := codes.begin(request, FLOW, form, **values):
            return answer
    context = {"form": form, "steps": STEPS}
    return render(request, "account/signup_person.html", context, status=422 if form.errors else 200)


NATIONAL = Flow(
    purpose=Purpose.SIGN_UP,
    first="account_signup_national",
    title=FLOW.title,
    words=_("A text message with a code is on its way to this number:"),
    send=_send_national,
    proven=FLOW.proven,
    steps=STEPS,
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
def national(request: HttpRequest) -> HttpResponse:
    """National sign-in has said who it is: only the mobile number is asked for, and may be another than on file."""
    if request.user.is_authenticated:
        return redirect("portal:home")
    national_id = proven_id(request)
    if national_id is None:
        return codes.begin_anew(request, FLOW)
    person = registry.subscriber_with(national_id)
    if person is None:
        return refused(request, "no_account")
    form = ReachForm(request.POST or None)
    if form.is_valid():
        values = {"national_id": national_id, "contact": form.cleaned_data["mobile"]}
        if answer := codes.begin(request, NATIONAL, form, **values):
            return answer
    context = {"form": form, "steps": STEPS, "person": person}
    return render(request, "account/signup_national.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def national_code(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.code_page(request, draft, NATIONAL)


@require_POST
@login_not_required
def national_resend(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    return codes.resend(request, draft, NATIONAL)


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
def account(request: HttpRequest, draft: uuid.UUID) -> HttpResponse:
    """Only who has typed a right code comes here; sent twice, the account is opened once."""
    values = drafts.find(request.session, draft, purpose=Purpose.SIGN_UP)
    if values is None or selectors.proof_of(draft, Purpose.SIGN_UP, now=clock.now()) is None:
        return codes.begin_anew(request, FLOW)
    person = registry.subscriber_with(values["national_id"])
    owner = User(national_id=person.national_id, full_name=person.full_name_ar)
    form = AccountForm(request.POST or None, owner=owner)
    if form.is_valid():
        try:
            return _open(request, draft, values, form.cleaned_data)
        except rules.CodeExpired:
            return codes.begin_anew(request, FLOW)
        except rules.AccountExists as refusal:
            messages.info(request, str(refusal))
            return redirect("account_login")
    context = {"form": form, "steps": STEPS, "person": person, "version": rules.TERMS_VERSION}
    return render(request, "account/signup_account.html", context, status=422 if form.errors else 200)


def _open(request: HttpRequest, draft: uuid.UUID, person: dict[str, str], typed: dict) -> HttpResponse:
    """Opens the account and signs in, through the stages that any sign-in goes through."""
    user = services.open_account(
        attempt=draft,
        national_id=person["national_id"],
        password=typed["password"],
        visit=visit_of(request),
        now=clock.now(),
        is_national=person["first"] == NATIONAL.first,
    )
    drafts.drop(request.session, draft)
    messages.success(request, _("The account is open"))
    record_authentication(request, user, method="password", username=user.national_id)
    return complete_signup(request, user=user, redirect_url=_confirmation(request, user, typed["email"]))


def _confirmation(request: HttpRequest, user: User, email: str) -> str:
    """Where the address is confirmed; when no code can be sent now, where it can be asked for later."""
    draft = drafts.begin(request.session, purpose=Purpose.EMAIL, first="account_email", contact=email)
    try:
        contacts.send_contact_code(
            purpose=Purpose.EMAIL, attempt=draft, user=user, to=email, visit=visit_of(request), now=clock.now()
        )
    except DomainError:
        return reverse("account_email")
    hurry(deliver)
    return reverse("account_email_code", args=[draft])
