"""Stored PDFs: asked for, drawn once in the background, set aside after three failures until somebody asks again."""

import datetime
import hashlib
import logging
import time
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from apps.common.models import StoredPdf
from apps.common.queue import SECONDS_A_TASK

logger = logging.getLogger(__name__)

ATTEMPTS = 3
Paper = TypeVar("Paper", bound=StoredPdf)


def waiting(papers: QuerySet[Paper]) -> QuerySet[Paper]:
    """Those still to be drawn, the untried first, and of these the latest: somebody may be looking at its page."""
    return papers.filter(content=None, failures__lt=ATTEMPTS).order_by("failures", "-requested_at", "pk")


def is_set_aside(paper: StoredPdf) -> bool:
    return not paper.is_ready and paper.failures >= ATTEMPTS


@transaction.atomic
def ask_for(
    papers: QuerySet[Paper], *, now: datetime.datetime, also: Mapping[str, object] | None = None, **which
) -> Paper:
    """The one paper that `which` names; unless it is drawn, or somebody is at it, it is next in turn and new again.

    `also` is what a new one is made with besides.
    """
    defaults = {"requested_at": now, **(also or {})}
    paper, is_new = papers.defer("content").get_or_create(**which, defaults=defaults)
    if not is_new and not paper.is_ready:
        # Whoever draws it holds the row; nobody waits for him here.
        idle = papers.select_for_update(skip_locked=True).filter(pk=paper.pk, content=None).values_list("pk", flat=True)
        papers.filter(pk__in=list(idle)).update(requested_at=now, failures=0, failure="")
    return paper


@transaction.atomic
def draw_next(
    papers: QuerySet[Paper], draw: Callable[[Paper], bytes], *, now: datetime.datetime, leaving: Collection[int] = ()
) -> Paper | None:
    """Draws the first paper that waits, that nobody else is drawing and that is not left out, and stores it for good.

    A failure is counted on the paper with its reason and reaches the log whole; the others go on. A lost database is
    raised, and the paper waits on. Returns the paper that was tried, None when none was left.
    """
    candidates = waiting(papers).exclude(pk__in=leaving).defer("content")
    paper = candidates.select_for_update(skip_locked=True, of=("self",)).first()
    if paper is None:
        return None
    try:
        with transaction.atomic():
            content = draw(paper)
    except OperationalError:
        raise
    except Exception as error:
        logger.exception("%s %s was not drawn", paper._meta.label, paper.pk)
        paper.failures += 1
        paper.failure = f"{type(error).__name__}: {error}"[:500]
        paper.save(update_fields=["failures", "failure"])
    else:
        paper.content, paper.sha256, paper.rendered_at = content, hashlib.sha256(content).hexdigest(), now
        paper.save(update_fields=["content", "sha256", "rendered_at"])
    return paper


def draw_waiting(draw_next_one: Callable[..., Paper | None]) -> None:
    """What a task does that finds papers left undone: it draws for half a minute, each paper once."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    tried: set[int] = set()
    while time.monotonic() < stop_at:
        paper = draw_next_one(now=timezone.now(), leaving=tried)
        if paper is None:
            return
        tried.add(paper.pk)
