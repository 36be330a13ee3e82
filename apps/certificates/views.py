"""A subscriber's statements: asked for by POST, a page to wait on, and the file."""

import io

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from apps.certificates import documents, selectors, services
from apps.certificates.tasks import render_statement
from apps.common import clock, papers
from apps.common.errors import DomainError
from apps.common.limits import limited
from apps.common.queue import hurry
from apps.registry.models import Subscriber
from apps.registry.selectors import subscriber_of

LANGUAGES = {"ar": _("Statement in Arabic"), "en": _("Statement in English")}
STATEMENTS_SHOWN = 60


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    """What a statement is, the month it would go up to, and those asked for before."""
    subscriber = _subscriber(request)
    statements = selectors.statements_of(subscriber)[:STATEMENTS_SHOWN]
    context = {
        "as_of": selectors.last_month_computed(),
        "languages": LANGUAGES.items(),
        "statements": [(each, LANGUAGES[each.language], papers.is_set_aside(each)) for each in statements],
    }
    return render(request, "certificates/statement_list.html", context)


@require_POST
@limited("paper")
def statement_request(request: HttpRequest) -> HttpResponse:
    """The statement as of the last month is asked for; its own page shows when it is there."""
    subscriber, language = _subscriber(request), request.POST.get("language")
    if language not in LANGUAGES:
        raise Http404
    try:
        statement = services.request_statement(subscriber=subscriber, language=language, now=clock.now())
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect("certificates:statement_list")
    if not statement.is_ready:
        hurry(render_statement, statement.pk)
    return redirect("certificates:statement_detail", statement.public_id)


@require_safe
def statement_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The statement being prepared, ready, or set aside after too many failures; asked again while it is prepared."""
    statement = get_object_or_404(selectors.statements_of(_subscriber(request)), public_id=public_id)
    context = {
        "statement": statement,
        "is_set_aside": papers.is_set_aside(statement),
        "label": LANGUAGES[statement.language],
    }
    template = "certificates/_statement.html" if request.htmx else "certificates/statement_detail.html"
    return render(request, template, context)


@require_safe
@limited("paper")
def statement_download(request: HttpRequest, public_id: str) -> HttpResponse:
    """The very bytes that were stored when the statement was drawn."""
    statements = selectors.statements_of(_subscriber(request)).defer(None)
    statement = get_object_or_404(statements.exclude(rendered_at=None), public_id=public_id)
    name = documents.file_name(statement)
    return FileResponse(
        io.BytesIO(statement.content), as_attachment=True, filename=name, content_type="application/pdf"
    )


def _subscriber(request: HttpRequest) -> Subscriber:
    """The visitor as a subscriber; 404 for whoever is none."""
    subscriber = subscriber_of(request.user)
    if subscriber is None:
        raise Http404
    return subscriber
