"""The page on which a code is typed, the same for everything that a code opens the way to."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from apps.accounts import rules, selectors, services
from apps.accounts.choices import Purpose
from apps.accounts.log import address_of
from apps.accounts.rules import Visit
from apps.common import clock
from apps.common.errors import DomainError
from apps.common.queue import hurry
from apps.outbox.tasks import deliver
from apps.portal import drafts
from apps.portal.identity_forms import CodeForm


@dataclass(frozen=True)
class Flow:
    """What a code is asked for in: its pages are called after its first, `…_code` and `…_resend`."""

    purpose: Purpose
    first: str
    title: Promise
    words: Promise
    send: Callable[[HttpRequest, uuid.UUID, dict[str, str]], None]
    proven: Callable[[HttpRequest, uuid.UUID], HttpResponse]
    steps: dict = field(default_factory=dict)


def visit_of(request: HttpRequest) -> Visit:
    return Visit(address_of(request), request.get_host(), get_language())


def begin(request: HttpRequest, flow: Flow, form, **values: str) -> HttpResponse | None:
    """Sends the first code and leads to the page where it is typed; what is refused goes to the form."""
    draft = drafts.begin(request.session, purpose=flow.purpose, first=flow.first, **values)
    try:
        _send(request, draft, flow, values)
    except DomainError as refusal:
        drafts.drop(request.session, draft)
        form.add_error(None, str(refusal))
        return None
    return redirect(f"{flow.first}_code", draft)


@never_cache
def code_page(request: HttpRequest, draft: uuid.UUID, flow: Flow) -> HttpResponse:
    values = drafts.find(request.session, draft, purpose=flow.purpose, first=flow.first)
    if values is None:
        return begin_anew(request, flow)
    form = CodeForm(request.POST or None, by_text=flow.purpose != Purpose.EMAIL)
    if form.is_valid() and _is_right(request, draft, flow, form, values):
        return flow.proven(request, draft)
    wait = selectors.seconds_to_wait(draft, now=clock.now())
    context = {"flow": flow, "draft": draft, "form": form, "contact": values.get("contact", ""), "wait": wait}
    context |= {"first": flow.first, "resend": f"{flow.first}_resend"}
    return render(request, "account/code.html", context, status=422 if form.errors else 200)


def resend(request: HttpRequest, draft: uuid.UUID, flow: Flow) -> HttpResponse:
    """One more code, if the limits allow it; the page where it is typed says how it went."""
    values = drafts.find(request.session, draft, purpose=flow.purpose, first=flow.first)
    if values is None:
        return begin_anew(request, flow)
    try:
        _send(request, draft, flow, values)
        messages.success(request, _("A new code is on its way"))
    except DomainError as refusal:
        messages.warning(request, str(refusal))
    return redirect(f"{flow.first}_code", draft)


def _send(request: HttpRequest, draft: uuid.UUID, flow: Flow, values: dict[str, str]) -> None:
    """A code is waited for: it leaves at once, and for whoever gets none the same is done."""
    flow.send(request, draft, values)
    hurry(deliver)


def begin_anew(request: HttpRequest, flow: Flow) -> HttpResponse:
    messages.info(request, _("This attempt is not kept any more. Begin again"))
    return redirect(flow.first)


def _is_right(request: HttpRequest, draft: uuid.UUID, flow: Flow, form: CodeForm, values: dict[str, str]) -> bool:
    """Whether the code is right; what it is not goes to the form, and for an expired one a new one is sent."""
    try:
        services.check_code(
            purpose=flow.purpose,
            attempt=draft,
            typed=form.cleaned_data["code"],
            visit=visit_of(request),
            now=clock.now(),
            user=request.user if request.user.is_authenticated else None,
        )
    except rules.CodeExpired as expired:
        form.add_error("code", _sent_anew(request, draft, flow, values) or str(expired))
    except DomainError as refusal:
        form.add_error("code", str(refusal))
    return form.is_valid()


def _sent_anew(request: HttpRequest, draft: uuid.UUID, flow: Flow, values: dict[str, str]) -> str:
    """Sends one more code; what stands against it, in words."""
    try:
        _send(request, draft, flow, values)
    except DomainError as refusal:
        return str(refusal)
    return ""
