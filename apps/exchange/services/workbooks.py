"""The rows of a workbook's first sheet as text. The file may come from anywhere: it is judged before it is unpacked."""

import datetime
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

import openpyxl

from apps.exchange import rules

# A forged cell in row 10¹² or column 16,384 would be led up to with as many empty ones.
_ROWS = 1_048_576
COLUMNS = 64
_BATCH = 1000


def lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells as text) of the first sheet, as `rows_of` gives them.

    Refuses with `WorkbookNotReadable` and the refusals of `rules.check_archive`.
    """
    rules.check_archive(directory(path))
    with opened(path) as book:
        yield from rows_of(book.worksheets[0])


@contextmanager
def opened(file: Path | IO[bytes]) -> Iterator[openpyxl.Workbook]:
    """A workbook to be read row by row, with at least one sheet of cells; its directory has been judged before."""
    book = _attempt(lambda: openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False))
    try:
        if not book.worksheets:
            raise rules.WorkbookNotReadable
        yield book
    finally:
        book.close()


def rows_of(sheet) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells as text) without blank rows; formulas count with the result that was saved with them."""
    sheet.reset_dimensions()
    found = enumerate(sheet.iter_rows(max_row=_ROWS, max_col=COLUMNS, values_only=True), 1)
    while batch := _attempt(lambda: list(islice(found, _BATCH))):
        for line, values in batch:
            if values.count(None) < len(values):
                yield line, _texts(values)


def directory(file: Path | IO[bytes]) -> list[rules.Member]:
    """What the packed workbook says of its members; refuses with `WorkbookNotReadable`."""
    return _attempt(lambda: _directory(file))


def _directory(file: Path | IO[bytes]) -> list[rules.Member]:
    with zipfile.ZipFile(file) as archive:
        # A member cannot grow past its entry: the reader stops at the announced size and then misses the checksum.
        return [
            rules.Member(member.filename, member.compress_size, member.file_size, bool(member.flag_bits & 1))
            for member in archive.infolist()
        ]


def _attempt(read):
    """Whatever the library stumbles over in a damaged file is one refusal."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return read()
    except Exception as error:
        raise rules.WorkbookNotReadable from error


def _texts(values: Sequence) -> list[str]:
    """The cells up to the last one with something in it."""
    width = len(values)
    while width and values[width - 1] is None:
        width -= 1
    return [_text(value) for value in values[:width]]


def _text(value) -> str:
    """A cell as it would stand in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, float):
        # Fifteen digits are what a spreadsheet keeps: 7.1 must not come back as 7.1000000000000005.
        return format(value, ".15g")
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat() if value.second or value.microsecond else f"{value.hour}:{value.minute:02d}"
    if isinstance(value, datetime.timedelta):
        minutes, rest = divmod(value, datetime.timedelta(minutes=1))
        return str(value) if rest else f"{minutes // 60}:{minutes % 60:02d}"
    return str(value)
