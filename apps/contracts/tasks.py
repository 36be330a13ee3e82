"""Background work of contracts: what time does to offers, reminders, and the papers that were asked for."""

from celery import shared_task
from django.utils import timezone

from apps.common import papers
from apps.common.queue import LONG
from apps.contracts import services


@shared_task(name="contracts.mind_offers", **LONG)
def mind_offers() -> None:
    """Offers that nobody answered lapse; then both sides are reminded of what is left to do, each once."""
    now = timezone.now()
    services.lapse_offers(now=now)
    services.remind_of_offers(now=now)
    services.remind_of_ends(now=now)


@shared_task(name="contracts.render_paper", **LONG)
def render_paper(paper_id: int) -> None:
    """One paper that somebody waits for."""
    services.render_paper(paper_id=paper_id, now=timezone.now())


@shared_task(name="contracts.render_missing_papers", **LONG)
def render_missing_papers() -> None:
    """Draws what waits for half a minute, each paper once."""
    papers.draw_waiting(services.render_next_paper)
