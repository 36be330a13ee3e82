"""Background work of hours: papers that somebody waits for, reminders on their days, news for subscribers at night."""

import time

from celery import shared_task
from django.utils import timezone

from apps.common import clock, papers
from apps.common.queue import LONG, SECONDS_A_TASK
from apps.timesheets import services


@shared_task(name="timesheets.render_declaration", **LONG)
def render_declaration(paper_id: int) -> None:
    """One paper that somebody waits for."""
    services.render_paper(paper_id=paper_id, now=timezone.now())


@shared_task(name="timesheets.render_missing_declarations", **LONG)
def render_missing_declarations() -> None:
    """Draws what waits for half a minute, each paper once."""
    papers.draw_waiting(services.render_next_paper)


@shared_task(name="timesheets.send_reminders")
def send_reminders() -> None:
    """Reminds of the months whose day has come; a tick that comes again finds everybody reminded."""
    services.send_reminders(now=timezone.now(), today=clock.today())


@shared_task(name="timesheets.tell_subscribers")
def tell_subscribers(after: int = 0) -> None:
    """Goes through the subscribers for half a minute, then hands over; a tick that comes again finds them told."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    while (last := services.tell_subscribers(now=timezone.now(), today=clock.today(), after=after)) is not None:
        after = last
        if time.monotonic() > stop_at:
            tell_subscribers.delay(after=after)
            return
