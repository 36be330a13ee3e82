"""A new establishment asks to be admitted. Known and unknown numbers get the same answer."""

import uuid

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from apps.common import clock
from apps.registry import services
from apps.registry.choices import EstablishmentKind
from apps.registry.forms import RegistrationForm
from apps.registry.models import EstablishmentRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def registration(request: HttpRequest) -> HttpResponse:
    """The form, then everything once more with a key that makes a second press the same request."""
    form = RegistrationForm(request.POST or None)
    wanted = request.POST.get("do")
    if form.is_valid() and wanted == "send":
        if limited := ratelimit.consume_or_429(request, action="registration"):
            return limited
        return redirect("registry:registered", _requested(request, form).public_id)
    if form.is_valid() and wanted == "check":
        kind = EstablishmentKind(form.cleaned_data["kind"]).label
        context = {"form": form, "kind": kind, "key": uuid.uuid4()}
        return render(request, "registry/registration_check.html", context)
    return render(request, "registry/registration.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@login_not_required
def registered(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The number to quote, and what follows; nothing of what was typed."""
    asked = get_object_or_404(EstablishmentRequest, public_id=public_id)
    return render(request, "registry/registered.html", {"reference": asked.reference})


def _requested(request: HttpRequest, form: RegistrationForm) -> EstablishmentRequest:
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        key = uuid.uuid4()
    language = (get_language() or "ar")[:2]
    return services.request_admission(key=key, application=form.application(), language=language, now=clock.now())
