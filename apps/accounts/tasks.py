"""Background work of the accounts."""

from celery import shared_task
from django.utils import timezone

from apps.accounts import services


@shared_task(name="accounts.forget_what_is_over", soft_time_limit=240, time_limit=270)
def forget_what_is_over() -> None:
    services.forget_what_is_over(now=timezone.now())
