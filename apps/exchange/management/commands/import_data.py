"""`import_data FOLDER`: takes in a folder of exchange files, all of it or nothing."""

import sys
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.common import clock
from apps.common.errors import DomainError
from apps.exchange import console, services
from apps.exchange.services import FolderRefused, Taken, Watch


class Command(BaseCommand):
    help = (
        "Takes in establishments, subscribers, contracts, wage_changes and hours from a folder of .csv or .xlsx files. "
        "Every fault is reported as file:line: column: what is wrong, and then nothing is written."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--dry-run", action="store_true", help="check and count everything, write nothing")

    def handle(self, *, folder: Path, dry_run: bool, **options):
        with console.spoken():
            try:
                taken = services.import_folder(folder, now=clock.now(), is_dry=dry_run, watch=_Bars())
            except FolderRefused as refused:
                self._print_problems(refused)
                raise CommandError(str(refused)) from refused
            except DomainError as refusal:
                raise CommandError(str(refusal)) from refusal
            for name in services.left_over(folder):
                self.stderr.write(_("%(file)s was not read: this command does not take it in") % {"file": name})
            self._print(taken, dry_run)

    def _print_problems(self, refused: FolderRefused) -> None:
        for problem in refused.problems:
            self.stdout.write(str(problem))
        if count := refused.unlisted:
            self.stdout.write(ngettext("and %(n)s more fault", "and %(n)s more faults", count) % {"n": count})
        if count := refused.unchecked_rows:
            sentence = ngettext(
                "%(n)s row refers to a refused one and was not checked",
                "%(n)s rows refer to refused ones and were not checked",
                count,
            )
            self.stdout.write(sentence % {"n": count})
        for name in refused.unchecked_files:
            self.stdout.write(_("%(file)s was not checked: a file it refers to cannot be read") % {"file": name})

    def _print(self, taken: list[Taken], is_dry: bool) -> None:
        width = max(len(each.file) for each in taken)
        for each in taken:
            counts = _("rows %(rows)s, new %(added)s, changed %(changed)s") % each._asdict()
            self.stdout.write(f"{each.file:{width}}  {counts}")
        if is_dry:
            self.stdout.write(_("Dry run: nothing was written"))
        elif not any(each.added or each.changed for each in taken):
            self.stdout.write(_("Nothing changed: everything in this folder stands in the books already"))


class _Bars(Watch):
    """Who waits at a terminal sees the rows pass."""

    def rows(self, file: str, rows: Iterable) -> Iterable:
        return console.with_bar(file, rows)

    def checked(self, file: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(_("%(file)s: checked, now being written") % {"file": file} + "\n")
