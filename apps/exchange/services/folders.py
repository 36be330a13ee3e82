"""Taking in a folder of exchange files: all of it, or nothing and every reason why."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import getitem
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from apps.common import db
from apps.common.digits import to_ascii
from apps.common.errors import DomainError, RowsRefused
from apps.common.reading import read_amount, read_day
from apps.common.scripts import plain_text
from apps.contracts.rules import ContractRow, WageRow, check_contract_no
from apps.contracts.services import change_wages, document_contracts
from apps.exchange import rules
from apps.exchange.rules import CONTRACTS, ESTABLISHMENTS, HOURS, SUBSCRIBERS, WAGE_CHANGES, Sheet
from apps.exchange.services import sheets
from apps.exchange.services.sheets import CellRefused, FileRefused
from apps.registry.rules import (
    NAME_LENGTH,
    EstablishmentRow,
    SubscriberRow,
    check_mobile,
    check_national_id,
    check_unified_number,
)
from apps.registry.services import register_establishments, register_subscribers
from apps.timesheets.models import HoursEntry
from apps.timesheets.rules import parse_minutes
from apps.timesheets.services import HoursRefused, load_hours, reopen_months

# What goes wrong a thousand times goes wrong for one reason; the rest is counted.
LISTED = 1000
_NOTE_LENGTH = HoursEntry._meta.get_field("note").max_length


class Problem(NamedTuple):
    """What is wrong, and where: prints as `file:line: column: what is wrong`."""

    file: str
    line: int
    column: str
    refusal: DomainError

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.column}: {self.refusal}"


class FolderRefused(DomainError):
    """Nothing was written. `problems` are the first ones, in the order of the files and their lines."""

    message = _("Nothing was imported. Faults found: %(count)s")

    def __init__(self, intake: "_Intake"):
        super().__init__(count=intake.refused)
        self.problems = intake.problems
        self.unlisted = intake.refused - len(intake.problems)
        self.unchecked_rows, self.unchecked_files = intake.unchecked_rows, intake.unchecked_files


class Taken(NamedTuple):
    """What came of one file: its rows, and how many records were new or changed by them."""

    file: str
    rows: int
    added: int
    changed: int


class Watch:
    """Sees a folder pass, file by file; this one looks away."""

    def rows(self, file: str, rows: Iterable) -> Iterable:
        return rows

    def checked(self, file: str) -> None:
        """Every row was read and checked; what follows is the writing."""


@transaction.atomic
def import_folder(
    folder: Path, *, now: datetime.datetime, is_dry: bool = False, watch: Watch | None = None
) -> list[Taken]:
    """Everything that the files of the folder say stands in the books, or nothing of it when one row is wrong.

    What stands already is left alone; names, mobile numbers, wages and hours follow the file as far as the services
    allow. A dry run checks and counts the same and writes nothing. Refuses with `FolderRefused`, and as
    `sheets.files_in` does.
    """
    files = sheets.files_in(folder)
    db.lock("import")
    intake = _Intake(now=now, is_dry=is_dry, watch=watch or Watch())
    for sheet, path in files.items():
        intake.take(sheet, path)
    if intake.refused:
        raise FolderRefused(intake)
    if is_dry:
        transaction.set_rollback(True)
    return intake.taken


class _Kind(NamedTuple):
    """How one sheet's rows are read, cell by cell in the order of its columns, and whom they speak of.

    `key` is the first column where later sheets refer to it; `refers` are the columns that name such keys.
    """

    make: Callable[[tuple], tuple]
    readers: tuple[Callable[[str], object], ...]
    key: str = ""
    refers: tuple[str, ...] = ()
    needs: tuple[Sheet, ...] = ()


def _key(text: str) -> str:
    """A key in one form, whichever digits it is written with."""
    return "".join(to_ascii(text).split())


def _contract_no(text: str) -> str:
    number = check_contract_no(to_ascii(text))
    if not number:
        raise rules.CellMissing
    return number


def _day_or_none(text: str) -> datetime.date | None:
    return read_day(text) if to_ascii(text) else None


def _minutes(text: str) -> int:
    minutes = parse_minutes(text)
    if minutes is None:
        raise rules.CellMissing
    return minutes


def _note(text: str) -> str:
    return plain_text(text, limit=_NOTE_LENGTH)


_KINDS = {
    ESTABLISHMENTS: _Kind(EstablishmentRow._make, (str, str, str), key="unified_number"),
    SUBSCRIBERS: _Kind(SubscriberRow._make, (str, str, str, read_day, _day_or_none, str), key="national_id"),
    CONTRACTS: _Kind(
        ContractRow._make,
        (_contract_no, str, str, read_day, read_day, read_amount),
        key="contract_no",
        refers=("unified_number", "national_id"),
        needs=(ESTABLISHMENTS, SUBSCRIBERS),
    ),
    WAGE_CHANGES: _Kind(
        WageRow._make, (_contract_no, read_day, read_amount), refers=("contract_no",), needs=(CONTRACTS,)
    ),
    HOURS: _Kind(
        tuple,
        # The ID is compared with the contract's, which was checked when that was made.
        (_contract_no, _key, read_day, _minutes, _note),
        refers=("contract_no",),
        needs=(CONTRACTS,),
    ),
}
# What the services check of cells that are kept as they are. A row with another fault never gets that far.
_CHECKS = {
    "unified_number": check_unified_number,
    "national_id": check_national_id,
    "mobile": check_mobile,
    **dict.fromkeys(("name_ar", "name_en", "full_name_ar", "full_name_en"), partial(plain_text, limit=NAME_LENGTH)),
}
# Where a record calls a column otherwise than the file does.
_COLUMN_OF = {"starts_on": "start_date", "ends_on": "end_date", "": rules.ALL_COLUMNS}


class _Intake:
    """One folder on its way into the books.

    A row that refers to a refused one, and a file that needs an unreadable one, are counted and not checked: their only
    fault may be the other.
    """

    def __init__(self, *, now: datetime.datetime, is_dry: bool, watch: Watch):
        self.now, self.is_dry, self.watch = now, is_dry, watch
        self.taken: list[Taken] = []
        self.problems: list[Problem] = []
        self.refused = self.unchecked_rows = 0
        self.unread: set[Sheet] = set()
        self.unchecked_files: list[str] = []
        self.refused_keys: dict[str, set[str]] = {}

    def take(self, sheet: Sheet, path: Path) -> None:
        if self.unread.intersection(_KINDS[sheet].needs):
            self.unread.add(sheet)
            self.unchecked_files.append(path.name)
            return
        file = _File(self, sheet, path)
        before = len(self.problems)
        try:
            self.taken.append(self._take_hours(file) if sheet == HOURS else self._take_records(file))
        except FileRefused as refused:
            self.unread.add(sheet)
            for fault in refused.faults:
                self.refuse(path.name, fault)
        self.problems[before:] = sorted(self.problems[before:], key=lambda problem: problem.line)

    def refuse(self, name: str, fault: CellRefused) -> None:
        self.refused += 1
        if len(self.problems) < LISTED:
            self.problems.append(Problem(name, *fault))

    def _take_records(self, file: "_File") -> Taken:
        lines, records = [], []
        for line, record in file.rows():
            lines.append(line)
            records.append(record)
        added = changed = 0
        while records:
            try:
                added, changed = self._store(file.sheet, records)
                break
            except RowsRefused as refused:
                # The rows that remain are taken all the same, so that later files are checked against them.
                lines, records = self._without_refused(file, refused, lines, records)
        file.accept(record[0] for record in records)
        return Taken(file.name, file.count, added, changed)

    def _store(self, sheet: Sheet, records: Sequence) -> tuple[int, int]:
        if sheet == ESTABLISHMENTS:
            return register_establishments(records)[1:]
        if sheet == SUBSCRIBERS:
            return register_subscribers(records)[1:]
        if sheet == CONTRACTS:
            return document_contracts(records, by=None, now=self.now, reopen_months=reopen_months).created, 0
        return 0, change_wages(records, by=None, now=self.now)

    def _without_refused(self, file: "_File", refused: RowsRefused, lines: list[int], records: list) -> tuple:
        positions = set()
        for position, field, refusal in refused.rows:
            positions.add(position)
            file.refuse(CellRefused(lines[position], _COLUMN_OF.get(field, field), refusal), records[position][0])
        remaining = [index for index in range(len(records)) if index not in positions]
        return [lines[index] for index in remaining], [records[index] for index in remaining]

    def _take_hours(self, file: "_File") -> Taken:
        entries = ((line, *record) for line, record in file.rows())
        try:
            loaded = load_hours(entries, now=self.now, may_write=lambda: self._may_write(file))
        except HoursRefused as refused:
            for bad in refused.lines:
                self.refuse(file.name, CellRefused(*bad))
            return Taken(file.name, file.count, 0, 0)
        return Taken(file.name, file.count, loaded.added, loaded.changed)

    def _may_write(self, file: "_File") -> bool:
        if self.refused or self.is_dry:
            return False
        self.watch.checked(file.name)
        return True


class _File:
    """One file's rows as records. Cells repeat by the thousand, so each reading is remembered."""

    def __init__(self, intake: _Intake, sheet: Sheet, path: Path):
        self.intake, self.sheet, self.path, self.name = intake, sheet, path, path.name
        self.count = 0
        self.columns = [column.name for column in sheet.columns]
        self.kind = _KINDS[sheet]
        self.readings = [_Readings(read) for read in self.kind.readers]

    def rows(self) -> Iterator[tuple[int, tuple]]:
        refused_keys, make = self.intake.refused_keys, self.kind.make
        refers = [(self.columns.index(name), refused_keys.get(name, set())) for name in self.kind.refers]
        refers = [(place, keys) for place, keys in refers if keys]
        found = sheets.rows(self.path, self.sheet, self.refuse)
        for line, cells in self.intake.watch.rows(self.name, found):
            self.count += 1
            try:
                values = tuple(map(getitem, self.readings, cells))
            except DomainError:
                self._refuse_cells(line, cells)
                continue
            if refers and any(_key(values[place]) in keys for place, keys in refers):
                self.intake.unchecked_rows += 1
                self._mark(cells[0])
                continue
            yield line, make(values)

    def _refuse_cells(self, line: int, cells: Sequence[str]) -> None:
        for column, reading, cell in zip(self.columns, self.readings, cells, strict=True):
            try:
                reading[cell]
                _CHECKS.get(column, str)(cell)
            except DomainError as refusal:
                self.refuse(CellRefused(line, column, refusal), cells[0])

    def refuse(self, fault: CellRefused, key: str = "") -> None:
        self.intake.refuse(self.name, fault)
        self._mark(key)

    def _mark(self, key: str) -> None:
        """Later rows that refer to this key cannot be checked."""
        if key and self.kind.key:
            self.intake.refused_keys.setdefault(self.kind.key, set()).add(_key(key))

    def accept(self, keys: Iterable[str]) -> None:
        """A key that stood in a good row too is known after all."""
        if self.kind.key in self.intake.refused_keys:
            self.intake.refused_keys[self.kind.key].difference_update(map(_key, keys))


class _Readings(dict):
    """Text → value. What is refused is not remembered."""

    def __init__(self, read: Callable[[str], object]):
        super().__init__()
        self.read = read

    def __missing__(self, text: str):
        value = self[text] = self.read(text)
        return value
