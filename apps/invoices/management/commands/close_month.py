"""`close_month 2026-10`: closes a month and bills it, or shows with `--dry-run` what that would come to."""

import datetime
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from apps.common import clock
from apps.common.errors import DomainError, sentence
from apps.common.periods import Month
from apps.common.queue import hurry
from apps.invoices import selectors, services, tasks
from apps.invoices.choices import Stage
from apps.invoices.models import BillingRun


class Command(BaseCommand):
    help = "Closes a month and bills it. Run again, it writes nothing; killed and run again, it goes on where it ended."

    def add_arguments(self, parser):
        parser.add_argument("month", type=_month, metavar="YYYY-MM")
        parser.add_argument("--dry-run", action="store_true", help="show what would be issued and write nothing")
        parser.add_argument("--inline", action="store_true", help="work in this process instead of the workers")
        parser.add_argument("--issue-date", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")

    def handle(self, *, month: Month, dry_run: bool, inline: bool, issue_date: datetime.date | None, **options):
        try:
            run = services.request_run(
                month=month, is_dry=dry_run, now=timezone.now(), today=clock.today(), issued_on=issue_date
            )
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        with tqdm(desc=str(month), disable=None) as bar:
            self._wait(run, bar, inline)
        if run.stage == Stage.REFUSED:
            raise CommandError(run.refusal_text)
        self._print(run)

    def _wait(self, run: BillingRun, bar: tqdm, inline: bool) -> None:
        if not inline:
            for _ in range(2):
                hurry(tasks.work_on_run, run.pk)
        while run.finished_at is None:
            if inline:
                services.work(run_id=run.pk, now=timezone.now(), today=clock.today())
            else:
                time.sleep(0.5)
            run.refresh_from_db()
            done, size = selectors.progress(run)
            bar.total, bar.n = size, done
            bar.set_postfix_str(run.stage)

    def _print(self, run: BillingRun) -> None:
        summary = run.summary
        self.stdout.write(f"{run.month} {'dry run, nothing written' if run.is_dry else 'closed'}")
        for label, name in (
            ("establishments", "establishments"),
            ("contracts", "contracts"),
            ("days", "days"),
            ("employer share", "employer_share"),
            ("subscriber share", "subscriber_share"),
            ("contributions", "total"),
            ("invoices", "invoices"),
            ("nothing to bill", "nil"),
        ):
            self.stdout.write(f"{label:18}{summary[name]:>18}")
        self.stdout.write(f"{'parked':18}{len(summary['parked']):>18}")
        for each in summary["parked"]:
            self.stdout.write(f"  {each['unified_number']}  {sentence(each['reason'], each['reason_values'])}")


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise CommandError(str(error)) from error
