"""The papers of a declaration: asked for by POST, a page to wait on, and the file."""

import io
import uuid

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from apps.common import clock, papers
from apps.common.limits import limited
from apps.common.periods import Month
from apps.common.queue import hurry
from apps.registry.access import Desk, desk_for
from apps.timesheets import documents, selectors, services
from apps.timesheets.models import DeclarationPaper
from apps.timesheets.pages.declared import LANGUAGES
from apps.timesheets.tasks import render_declaration


@require_POST
@limited("paper")
def paper_request(request: HttpRequest, unified_number: str, month: Month, declaration_id: uuid.UUID) -> HttpResponse:
    """The paper is asked for in the language chosen; its own page shows when it is there."""
    desk = desk_for(request, unified_number, act="see_hours")
    declarations = selectors.declarations_of(desk.establishment)
    declaration = get_object_or_404(declarations, timesheet__month=month, public_id=declaration_id)
    language = request.POST.get("language")
    if language not in LANGUAGES:
        raise Http404
    paper = services.request_paper(declaration=declaration, language=language, now=clock.now())
    if not paper.is_ready:
        hurry(render_declaration, paper.pk)
    return redirect("timesheets:paper_detail", unified_number, month, declaration_id, paper.public_id)


@require_safe
def paper_detail(
    request: HttpRequest, unified_number: str, month: Month, declaration_id: uuid.UUID, public_id: uuid.UUID
) -> HttpResponse:
    """The paper being prepared, ready, or set aside after too many failures; asked again while it is prepared."""
    desk = desk_for(request, unified_number, act="see_hours")
    paper = get_object_or_404(_papers(desk, month, declaration_id).defer("content"), public_id=public_id)
    context = {"desk": desk, "paper": paper, "month": month, "is_set_aside": papers.is_set_aside(paper)}
    context["label"] = LANGUAGES[paper.language]
    return render(request, "timesheets/_paper.html" if request.htmx else "timesheets/paper_detail.html", context)


@require_safe
@limited("paper")
def paper_download(
    request: HttpRequest, unified_number: str, month: Month, declaration_id: uuid.UUID, public_id: uuid.UUID
) -> HttpResponse:
    """The very bytes that were stored when the paper was drawn."""
    desk = desk_for(request, unified_number, act="see_hours")
    drawn = _papers(desk, month, declaration_id).exclude(rendered_at=None)
    paper = get_object_or_404(drawn, public_id=public_id)
    name = documents.file_name(paper)
    return FileResponse(io.BytesIO(paper.content), as_attachment=True, filename=name, content_type="application/pdf")


def _papers(desk: Desk, month: Month, declaration_id: uuid.UUID) -> QuerySet[DeclarationPaper]:
    """The papers of one of the establishment's own declarations."""
    own = {"declaration__timesheet__establishment": desk.establishment, "declaration__timesheet__month": month}
    found = DeclarationPaper.objects.filter(declaration__public_id=declaration_id, **own)
    return found.select_related("declaration__timesheet").defer("declaration__figures")
