"""Statements: asked for by the subscriber, drawn once, the same ever after."""

import datetime
from collections.abc import Collection

from django.db.models import Q, QuerySet

from apps.accruals import selectors as accruals
from apps.certificates import documents, rules, selectors
from apps.certificates.models import Statement
from apps.common import papers
from apps.registry.models import Subscriber


def request_statement(*, subscriber: Subscriber, language: str, now: datetime.datetime) -> Statement:
    """The statement as of the last computed month exists in that language: drawn already, or next in turn to be drawn.

    Refuses with `NothingToState` before a month with hours is closed, and with `MonthNotComputed` while one is missing.
    """
    as_of = selectors.last_month_computed()
    if as_of is None or not selectors.accruals_until(subscriber, as_of).exists():
        raise rules.NothingToState
    missing = accruals.parked_before(as_of.next, Q(subscriber=subscriber)).get(subscriber.pk)
    if missing:
        raise rules.MonthNotComputed(month=missing)
    return papers.ask_for(Statement.objects.all(), subscriber=subscriber, as_of=as_of, language=language, now=now)


def render_statement(*, statement_id: int, now: datetime.datetime) -> Statement | None:
    """The statement is drawn and stored, or its failure counted; None when it does not wait or others are at it."""
    return papers.draw_next(_with_subscribers().filter(pk=statement_id), documents.statement_pdf, now=now)


def render_next_statement(*, now: datetime.datetime, leaving: Collection[int] = ()) -> Statement | None:
    """As `render_statement`, for the first statement that waits; those in `leaving` are passed over."""
    return papers.draw_next(_with_subscribers(), documents.statement_pdf, now=now, leaving=leaving)


def _with_subscribers() -> QuerySet[Statement]:
    return Statement.objects.select_related("subscriber")
