"""What anybody may read, and the choice of language."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from apps.accounts import services as accounts
from apps.accounts.rules import TERMS_VERSION
from apps.common import clock
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.regulations import selectors as regulations
from apps.regulations.rules import RuleSet


@require_safe
@login_not_required
def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect("portal:home")
    return render(request, "portal/landing.html", {"rules": _current_rules()})


@require_safe
@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    rules = _current_rules()
    amounts = {"floor": to_riyals(rules.wage_floor), "ceiling": to_riyals(rules.wage_ceiling)}
    return render(request, "portal/help.html", {"rules": rules, **amounts, "contact": settings.CONTACT_EMAIL})


@require_safe
@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html", {"contact": settings.CONTACT_EMAIL})


@require_safe
@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/privacy.html", {"contact": settings.CONTACT_EMAIL})


@require_safe
@login_not_required
def terms(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/terms.html", {"version": TERMS_VERSION, "contact": settings.CONTACT_EMAIL})


@require_POST
@login_not_required
def set_language(request: HttpRequest) -> HttpResponse:
    """Remembers the language in a cookie and with the account, and shows the same page again; never leads off-site."""
    address = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    response = redirect(address if safe else "portal:landing")
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=request.is_secure(),
            httponly=True,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
        if request.user.is_authenticated:
            accounts.remember_language(user_id=request.user.pk, language=language)
    return response


def _current_rules() -> RuleSet:
    return regulations.rules_of(Month.of(clock.today()))
