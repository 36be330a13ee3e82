"""`export_data FOLDER`: writes accruals, subscribers' totals and invoices as exchange files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from apps.common import clock
from apps.common.periods import Month
from apps.exchange import console, documents


class Command(BaseCommand):
    help = "Writes accruals, subscribers, invoices and invoice_lines as .csv files, in place of any of the same name."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--period", metavar="YYYY-MM", help="accruals and invoices of this month only")

    def handle(self, *, folder: Path, period: str | None, **options):
        with console.spoken():
            try:
                month = Month.parse(period) if period else None
            except ValueError as error:
                raise CommandError(_("“%(period)s” is not a month such as 2026-10") % {"period": period}) from error
            try:
                written = documents.write_folder(folder, month=month, today=clock.today(), watch=console.with_bar)
            except OSError as error:
                raise CommandError(str(error)) from error
            for each in written:
                count = _("rows %(rows)s") % {"rows": each.rows}
                self.stdout.write(f"{each.file:18}  {count}")
