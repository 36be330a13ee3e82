"""Background work of billing: the scheduler asks what is due, workers take pieces until none is left."""

import datetime
import time

from celery import shared_task
from django.utils import timezone

from apps.common import clock, papers
from apps.common.queue import LONG, SECONDS_A_TASK, hurry
from apps.invoices import selectors, services
from apps.invoices.models import InvoiceDocument
from apps.invoices.services import Work


@shared_task(name="invoices.work_on_run")
def work_on_run(run_id: int) -> None:
    """Takes pieces of a run for half a minute, then hands over; a stage that begins calls a second pair of hands."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    while (done := services.work(run_id=run_id, now=timezone.now(), today=clock.today())) is not Work.NOTHING:
        if done is Work.ADVANCED or time.monotonic() > stop_at:
            work_on_run.delay(run_id)
        if time.monotonic() > stop_at:
            return


@shared_task(name="invoices.sweep_runs")
def sweep_runs() -> None:
    """Every unfinished run is worked on, whatever became of its messages: a lost one costs a minute."""
    for run_id in selectors.unfinished_runs().values_list("pk", flat=True):
        work_on_run.delay(run_id)


@shared_task(name="invoices.close_past_month")
def close_past_month(period: str | None = None) -> None:
    """Asks for the run of a month, or of the next month whose invoice day has come; a missed day is caught up."""
    run = services.request_due_run(period=period, now=timezone.now(), today=clock.today())
    if run is not None:
        hurry(work_on_run, run.pk)


MANY = 100


@shared_task(name="invoices.render_document", **LONG)
def render_document(document_id: int) -> None:
    """One document that somebody waits for."""
    services.render_document(document_id=document_id, now=timezone.now())


@shared_task(name="invoices.render_missing_documents", **LONG)
def render_missing_documents(hands: int = 2) -> None:
    """Draws what waits for half a minute, each document once; while many wait, a second worker is called."""
    if hands > 1 and papers.waiting(InvoiceDocument.objects.all())[:MANY].count() == MANY:
        render_missing_documents.delay(hands=hands - 1)
    papers.draw_waiting(services.render_next_document)


@shared_task(name="invoices.watch_bills")
def watch_bills() -> None:
    """Every coming bill is looked at once a day; half a minute at a time, and handed over while some are left."""
    stop_at = time.monotonic() + SECONDS_A_TASK
    today = clock.today()
    midnight = timezone.make_aware(datetime.datetime.combine(today, datetime.time.min))
    for month in selectors.open_months_to_watch(today=today):
        unknown: set[int] = set()
        while True:
            looked_at, failed = services.take_snapshots(
                month=month, since=midnight, now=timezone.now(), leaving=unknown
            )
            unknown.update(failed)
            if not looked_at:
                break
            if time.monotonic() > stop_at:
                watch_bills.delay()
                return
    services.forget_snapshots()
