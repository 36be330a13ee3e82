"""Rows of exchange files, CSV or XLSX, one at a time and with the file's own line numbers; every fault of form is told.

Memory stays flat: nothing is read before it is asked for, and a packed workbook is judged before it is unpacked.
"""

import csv
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from apps.common.digits import to_ascii
from apps.common.errors import DomainError
from apps.exchange import rules
from apps.exchange.rules import ALL_COLUMNS, Sheet
from apps.exchange.services import workbooks

SUFFIXES = (".csv", ".xlsx")
_HEAD = 4096


class CellRefused(NamedTuple):
    """What is wrong in which line and column of a file."""

    line: int
    column: str
    refusal: DomainError


class FileRefused(Exception):
    """A file cannot be read, or not to its end; `faults` say why."""

    def __init__(self, faults: list[CellRefused]):
        super().__init__(len(faults))
        self.faults = faults


# Told of a fault, and of the first of the sheet's cells in that row where there is one: its key.
Refuse = Callable[[CellRefused, str], None]
Lines = Iterator[tuple[int, list[str]]]


def files_in(folder: Path) -> dict[Sheet, Path]:
    """The files of a folder that can be read, in the order in which they are to be read.

    Refuses with `FolderUnknown`, `FolderWithoutFiles` or `FileTwice`.
    """
    if not folder.is_dir():
        raise rules.FolderUnknown(folder=folder)
    found = {}
    for sheet in rules.SHEETS:
        paths = [path for suffix in SUFFIXES if (path := folder / f"{sheet.name}{suffix}").is_file()]
        if len(paths) > 1:
            raise rules.FileTwice(first=paths[0].name, second=paths[1].name)
        if paths:
            found[sheet] = paths[0]
    if not found:
        names = ", ".join(f"{sheet.name}.csv" for sheet in rules.SHEETS)
        raise rules.FolderWithoutFiles(folder=folder, names=names)
    return found


def left_over(folder: Path) -> list[str]:
    """Names of the sheets in the folder that `files_in` passes over."""
    known = {sheet.name for sheet in rules.SHEETS}
    sheets = (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    return sorted(path.name for path in sheets if path.stem not in known or path.suffix not in SUFFIXES)


def rows(path: Path, sheet: Sheet, refuse: Refuse) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line, cells in the order of the sheet's columns) of every row of the right form; each other row is refused.

    Raises `FileRefused` where the file itself cannot be read, or the first row is not the sheet's.
    """
    line = 0
    lines = _csv_lines(path) if path.suffix == ".csv" else workbooks.lines(path)
    try:
        form = _read_header(lines, sheet)
        for line, cells in lines:
            if form.is_plain(cells):
                yield line, form.pick((*cells, ""))
            elif any(cells):
                faults = list(form.faults(line, cells))
                picked = form.pick((*form.fitted(cells), ""))
                for fault in faults:
                    refuse(fault, picked[0])
                if not faults:
                    yield line, picked
    except DomainError as refusal:
        raise FileRefused([CellRefused(line + 1, ALL_COLUMNS, refusal)]) from refusal
    except OSError as error:
        raise FileRefused([CellRefused(line + 1, ALL_COLUMNS, rules.FileNotReadable())]) from error


def _read_header(lines: Lines, sheet: Sheet) -> "_Form":
    line, header = next(((line, cells) for line, cells in lines if any(cells)), (1, None))
    if header is None:
        raise rules.FileEmpty
    form = _Form(header, sheet)
    if faults := list(form.faults_of_header(line)):
        raise FileRefused(faults)
    return form


class _Form:
    """The columns of one file, and how the cells of a sheet are picked from its rows."""

    def __init__(self, header: list[str], sheet: Sheet):
        self.header, self.sheet, self.width = header, sheet, len(header)
        self.names = [to_ascii(cell).casefold() for cell in header]
        # A column that the file leaves out is picked from one empty cell behind the last.
        places = [self._place(column.name) for column in sheet.columns]
        needed = [place for place, column in zip(places, sheet.columns, strict=True) if column.is_required]
        self.pick, self.needed = itemgetter(*places), itemgetter(*needed)

    def _place(self, name: str) -> int:
        return self.names.index(name) if name in self.names else self.width

    def faults_of_header(self, line: int) -> Iterator[CellRefused]:
        for column in self.sheet.columns:
            count = self.names.count(column.name)
            if count > 1:
                yield CellRefused(line, column.name, rules.ColumnTwice())
            elif not count and not column.is_optional:
                yield CellRefused(line, column.name, rules.ColumnMissing())

    def is_plain(self, cells: list[str]) -> bool:
        """One quick look for the many rows that nothing can be said against."""
        if len(cells) != self.width:
            return False
        text = "".join(cells)
        return (
            text.isprintable() and len(text) <= rules.CELL_LENGTH and all(self.needed(cells)) and cells != self.header
        )

    def fitted(self, cells: list[str]) -> list[str]:
        """The row as wide as the header: trailing empty cells are not always written."""
        return cells + [""] * (self.width - len(cells))

    def faults(self, line: int, cells: list[str]) -> Iterator[CellRefused]:
        # Even an empty cell too many is no trifle: 8,5 without quotation marks would be read as 8 hours.
        if len(cells) > self.width:
            yield CellRefused(line, ALL_COLUMNS, rules.TooManyCells(cells=len(cells), columns=self.width))
            return
        if cells == self.header:
            yield CellRefused(line, ALL_COLUMNS, rules.HeaderRepeated())
            return
        fitted = self.fitted(cells)
        for name, cell in zip(self.names, fitted, strict=True):
            refusal = fault_of_cell(cell)
            if refusal is not None:
                yield CellRefused(line, name, refusal)
        for column, cell in zip(self.sheet.columns, self.pick((*fitted, "")), strict=True):
            if column.is_required and not cell:
                yield CellRefused(line, column.name, rules.CellMissing())


def fault_of_cell(cell: str) -> DomainError | None:
    if len(cell) > rules.CELL_LENGTH:
        return rules.CellTooLong(length=len(cell), limit=rules.CELL_LENGTH)
    if "\0" in cell:
        return rules.CellWithNul()
    # What is not UTF-8 was let through as lone surrogates, so that the very cell can be named.
    return rules.CellNotUtf8() if any("\ud800" <= character <= "\udfff" for character in cell) else None


def _csv_lines(path: Path) -> Lines:
    delimiter = _delimiter(path)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(file, strict=True, delimiter=delimiter)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise FileRefused([CellRefused(line, ALL_COLUMNS, rules.QuotesDisordered())]) from error


def _delimiter(path: Path) -> str:
    """The comma; the semicolon where a spreadsheet program of another region has written that instead.

    Refuses with `FileNotText` what is a picture, a program, UTF-16 or a workbook under another name.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    first_line = head.partition(b"\n")[0]
    if b"\0" in first_line or head.startswith((b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"%PDF")):
        raise rules.FileNotText
    return ";" if b";" in first_line and b"," not in first_line else ","
