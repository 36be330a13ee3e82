"""Background work of statements: the one that somebody waits for, and whatever else was left undone."""

import time

from celery import shared_task
from django.utils import timezone

from apps.certificates import services

SECONDS_A_TASK = 30
LONG = {"soft_time_limit": 240, "time_limit": 270}


@shared_task(name="certificates.render_statement", **LONG)
def render_statement(statement_id: int) -> None:
    """One statement that somebody waits for."""
    services.render_statement(statement_id=statement_id, now=timezone.now())


@shared_task(name="certificates.render_missing_statements", **LONG)
def render_missing_statements() -> None:
    """Draws what waits for half a minute, each statement once."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    tried = set()
    while time.monotonic() < stop_at:
        statement = services.render_next_statement(now=timezone.now(), leaving=tried)
        if statement is None:
            return
        tried.add(statement.pk)
