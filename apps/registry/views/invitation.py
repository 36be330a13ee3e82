"""The link of an invitation: whoever is meant takes the role, with his account or with a new one.

What is unknown, used, withdrawn or too old gets one and the same answer.
"""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from apps.accounts.log import address_of
from apps.accounts.models import User
from apps.accounts.rules import TERMS_VERSION, Visit
from apps.common import clock, limits
from apps.common.errors import DomainError
from apps.registry import rules, selectors, services
from apps.registry.forms import AcceptForm
from apps.registry.models import Invitation, Membership


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    if refusal := limits.refusal(request, "invitation"):
        return refusal
    found = selectors.invitation_with(token)
    if found is None or not services.is_open(found, now=clock.now(), today=clock.today()):
        return _gone(request)
    if not request.user.is_authenticated:
        return _as_guest(request, token, found)
    if request.user.national_id != found.national_id:
        return render(request, "registry/invitation_other.html", status=403)
    return _as_member(request, token, found)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "registry/invitation_gone.html", status=404)


def _as_member(request: HttpRequest, token: str, found: Invitation) -> HttpResponse:
    """Signed in as the person invited: one press."""
    refused = ""
    if request.method == "POST":
        try:
            moment = {"now": clock.now(), "today": clock.today(), "address": address_of(request)}
            return _welcome(request, services.accept_invitation(token=token, user=request.user, **moment))
        except rules.InvitationGone:
            return _gone(request)
        except DomainError as refusal:
            refused = str(refusal)
    context = {"invitation": found, "refused": refused, "has_errors": bool(refused)}
    return render(request, "registry/invitation_accept.html", context, status=409 if refused else 200)


def _as_guest(request: HttpRequest, token: str, found: Invitation) -> HttpResponse:
    """Without an account: the ID that the link was made for, a password, and perhaps the birth date."""
    owner = User(national_id=found.national_id, full_name=found.full_name)
    form = AcceptForm(request.POST or None, owner=owner, asks_birth_date=services.asks_birth_date(found))
    if request.method == "POST":
        if limited := ratelimit.consume_or_429(request, action="invitation_answer", key=found.national_id):
            return limited
        try:
            if form.is_valid():
                return _opened(request, token, form)
        except rules.InvitationGone:
            return _gone(request)
        except DomainError as refusal:
            form.add_error("national_id", str(refusal))
    context = {"invitation": found, "form": form, "version": TERMS_VERSION, "address": request.path}
    return render(request, "registry/invitation_open.html", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, token: str, form: AcceptForm) -> HttpResponse:
    held = services.open_account_with_invitation(
        token=token,
        national_id=form.cleaned_data["national_id"],
        birth_date=form.cleaned_data.get("birth_date"),
        password=form.cleaned_data["password"],
        now=clock.now(),
        today=clock.today(),
        visit=Visit(address_of(request), request.get_host(), get_language()),
    )
    messages.success(request, _welcome_words(held))
    home = reverse("portal:employer_home", args=[held.establishment.unified_number])
    return perform_login(request, held.user, redirect_url=home)


def _welcome(request: HttpRequest, held: Membership) -> HttpResponse:
    messages.success(request, _welcome_words(held))
    return redirect("portal:employer_home", held.establishment.unified_number)


def _welcome_words(held: Membership) -> str:
    values = {"establishment": held.establishment.name, "role": held.get_role_display()}
    return _("You now act for %(establishment)s as %(role)s") % values
