"""Background work of statements: the one that somebody waits for, and whatever else was left undone."""

from celery import shared_task
from django.utils import timezone

from apps.certificates import services
from apps.common import papers
from apps.common.queue import LONG


@shared_task(name="certificates.render_statement", **LONG)
def render_statement(statement_id: int) -> None:
    """One statement that somebody waits for."""
    services.render_statement(statement_id=statement_id, now=timezone.now())


@shared_task(name="certificates.render_missing_statements", **LONG)
def render_missing_statements() -> None:
    """Draws what waits for half a minute, each statement once."""
    papers.draw_waiting(services.render_next_statement)
