"""Background work on uploaded files: an edge hurries it, the sweep of every minute finds what nobody is at."""

import time

from celery import shared_task

from apps.common import clock
from apps.common.queue import LONG, SECONDS_A_TASK
from apps.exchange import selectors, services


@shared_task(name="exchange.work_on_upload", **LONG)
def work_on_upload(upload_id: int) -> None:
    """Works on a file for half a minute, then hands over."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    while services.work(upload_id=upload_id, clock=clock.now):
        if time.monotonic() > stop_at:
            work_on_upload.delay(upload_id)
            return


@shared_task(name="exchange.sweep_uploads")
def sweep_uploads() -> None:
    """Every file on which there is work is worked on, whatever became of its message."""
    for upload_id in selectors.unfinished_uploads().values_list("pk", flat=True):
        work_on_upload.delay(upload_id)


@shared_task(name="exchange.forget_uploads", **LONG)
def forget_uploads() -> None:
    services.forget_uploads(now=clock.now())
