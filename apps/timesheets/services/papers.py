"""The papers of declarations: asked for in a language, drawn once, the same ever after."""

import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from apps.common import papers
from apps.timesheets import documents
from apps.timesheets.models import Declaration, DeclarationPaper


def request_paper(*, declaration: Declaration, language: str, now: datetime.datetime) -> DeclarationPaper:
    """The declaration's paper in that language exists: drawn already, or next in turn to be drawn."""
    return papers.ask_for(DeclarationPaper.objects.all(), declaration=declaration, language=language, now=now)


def render_paper(*, paper_id: int, now: datetime.datetime) -> DeclarationPaper | None:
    """The paper is drawn and stored, or its failure counted; None when it does not wait or others are at it."""
    return papers.draw_next(_with_declarations().filter(pk=paper_id), documents.declaration_pdf, now=now)


def render_next_paper(*, now: datetime.datetime, leaving: Collection[int] = ()) -> DeclarationPaper | None:
    """As `render_paper`, for the first paper that waits; those in `leaving` are passed over."""
    return papers.draw_next(_with_declarations(), documents.declaration_pdf, now=now, leaving=leaving)


def _with_declarations() -> QuerySet[DeclarationPaper]:
    return DeclarationPaper.objects.select_related("declaration__timesheet__establishment")
