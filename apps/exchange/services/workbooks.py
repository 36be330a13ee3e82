"""The rows of a workbook's first sheet as text. The file may come from anywhere: it is judged before it is unpacked."""

import datetime
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl

from apps.exchange import rules


def lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells as text); formulas count with the result that was saved with them.

    Refuses with `WorkbookNotReadable` and the refusals of `rules.check_archive`.
    """
    rules.check_archive(_directory(path))
    book = _attempt(lambda: openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False))
    try:
        if not book.worksheets:
            raise rules.WorkbookNotReadable
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        found = enumerate(sheet.iter_rows(values_only=True), 1)
        while (row := _attempt(lambda: next(found, None))) is not None:
            yield row[0], _texts(row[1])
    finally:
        book.close()


def _directory(path: Path) -> list[rules.Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise rules.WorkbookNotReadable from error
    # A member cannot grow past its entry here: the reader stops at the announced size and then misses the checksum.
    return [
        rules.Member(member.filename, member.compress_size, member.file_size, bool(member.flag_bits & 1))
        for member in members
    ]


def _attempt(read):
    """Whatever the library stumbles over in a damaged file is one refusal."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return read()
    except Exception as error:
        raise rules.WorkbookNotReadable from error


def _texts(values: Sequence) -> list[str]:
    """The cells up to the last one with something in it; a sheet is as wide as its widest row."""
    texts = [_text(value) for value in values]
    while texts and not texts[-1]:
        texts.pop()
    return texts


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
