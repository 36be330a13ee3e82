"""Background work of the outbox: an edge hurries it when a message was written, the scheduler sweeps every minute."""

import time

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from apps.outbox import gateway, services

# Whoever holds a message is dead before it is due to anybody else.
LIMITS = {"soft_time_limit": 55, "time_limit": 58}


@shared_task(name="outbox.deliver", **LIMITS)
def deliver(seconds: int = 5) -> None:
    """Sends what is due, one by one, and begins none after so many seconds: the next sweep goes on."""
    stop_at = time.monotonic() + seconds
    while time.monotonic() < stop_at:
        message = services.deliver_next(send=gateway.send, now=timezone.now(), keeps_secrets=settings.PORTAL_DEMO)
        if message is None:
            return
