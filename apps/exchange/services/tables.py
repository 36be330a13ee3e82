"""The rows of an uploaded file, whatever it turns out to be. It is judged here, and unpacked and read in a child.

Nothing of the file is trusted: not its name, not its directory, not what it says of its size.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from openpyxl.utils.cell import range_boundaries

from apps.common import child
from apps.common.errors import DomainError
from apps.exchange import rules
from apps.exchange.rules import uploads
from apps.exchange.services import workbooks

# Of processor time; a file of the largest size takes two of them.
SECONDS = 6
_DELIMITERS = (",", ";", "\t")
# How far down the names of the columns are looked for, and on how many sheets.
_TITLES, _SHEETS = 15, 10
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_DECLARATIONS = [
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
]
_MACROS = b"macroEnabled"

Lines = list[tuple[int, list[str]]]
IsHead = Callable[[list[str]], bool]


class Table(NamedTuple):
    """The rows that are not blank, under the numbers that a spreadsheet program shows; cells as text.

    `merged` names, for each row that merged cells cover, the range of them.
    """

    lines: Lines
    merged: dict[int, str]


def read_table(content: bytes, *, is_head: IsHead) -> Table:
    """The file's rows; of a workbook those of the first sheet in which a row `is_head`, or of the first sheet.

    Refuses with the refusals of `rules.uploads` and `rules.check_archive`. A file that needs more time or memory than
    an honest one is refused as not readable.
    """
    is_workbook = uploads.is_workbook(content)
    if is_workbook:
        members = workbooks.directory(io.BytesIO(content))
        rules.check_archive(members, unpacked_mib=uploads.UNPACKED_MIB)
    try:
        answer = child.run(lambda: _answer(content, is_head, is_workbook=is_workbook), seconds=SECONDS)
    except child.ChildFailed as failure:
        raise rules.FileNotReadable from failure
    found = json.loads(answer)
    if refused := found.get("refused"):
        raise getattr(uploads, refused, getattr(rules, refused, None))(**found["values"])
    return Table([(number, cells) for number, cells in found["lines"]], dict(found["merged"]))


def _answer(content: bytes, is_head: IsHead, *, is_workbook: bool) -> bytes:
    """What the child has to say: the rows, or the name of a refusal."""
    try:
        table = _unpacked(content, is_head) if is_workbook else _split(content, is_head)
        found = {"lines": table.lines, "merged": list(table.merged.items())}
    except DomainError as refusal:
        found = {"refused": type(refusal).__name__, "values": refusal.values}
    return json.dumps(found, ensure_ascii=False).encode()


def _unpacked(content: bytes, is_head: IsHead) -> Table:
    _count_again(content)
    with workbooks.opened(io.BytesIO(content)) as book:
        first = None
        for sheet in book.worksheets[:_SHEETS]:
            rows = workbooks.rows_of(sheet)
            head = list(islice(rows, _TITLES))
            if any(is_head(cells) for _, cells in head):
                return Table(_bounded(head, rows), _merged_in(book, sheet))
            first = first or Table(head, {})
    return first


def _count_again(content: bytes) -> None:
    """Every member is unpacked once, whatever the directory said of it; none declares what XML can be blown up by."""
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                unpacked = archive.read(member)
                total += len(unpacked)
                if total > uploads.UNPACKED_MIB * rules.MIB:
                    raise rules.WorkbookTooLarge(limit=uploads.UNPACKED_MIB)
                if any(mark in unpacked for mark in _DECLARATIONS):
                    raise rules.WorkbookSuspicious
                if member.filename == "[Content_Types].xml" and _MACROS in unpacked:
                    raise rules.WorkbookWithMacros
    except DomainError:
        raise
    except Exception as error:
        raise rules.WorkbookNotReadable from error


def _merged_in(book, sheet) -> dict[int, str]:
    """The reader of rows passes over merged cells, so they are looked for in the sheet itself.

    A range may claim to reach a million rows down; what it covers below the farthest row is nobody's.
    """
    with book._archive.open(sheet._worksheet_path) as file:
        ranges = sorted({found.decode() for found in _MERGED.findall(file.read())})
    covered = {}
    for each in ranges:
        _, first_row, _, last_row = range_boundaries(each)
        covered |= dict.fromkeys(range(first_row, min(last_row, uploads.FARTHEST_ROW) + 1), each)
    return covered


def _split(content: bytes, is_head: IsHead) -> Table:
    """The rows of a text, apart by whatever makes the names of its columns known."""
    text = uploads.decoded(content)
    for delimiter in _DELIMITERS:
        head = list(islice(_records(text, delimiter), _TITLES))
        if any(is_head(cells) for _, cells in head):
            return Table(_bounded([], _records(text, delimiter)), {})
    return Table(list(islice(_records(text, _DELIMITERS[0]), _TITLES)), {})


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows are counted as a spreadsheet program counts them: a cell of several lines stays in one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, 1):
            if any(cells):
                yield number, cells
    except csv.Error as error:
        raise rules.QuotesDisordered from error


def _bounded(head: Lines, rest: Iterator[tuple[int, list[str]]]) -> Lines:
    """All rows, with no more of them and no longer cells than a file may have.

    Rows of spaces, or of formulas that come to an empty text, are as blank as those that hold nothing.
    """
    lines, size = [], 0
    for number, written in chain(head, rest):
        cells = [cell.strip()[: rules.CELL_LENGTH + 1] for cell in written[: workbooks.COLUMNS]]
        if not any(cells):
            continue
        lines.append((number, cells))
        size += sum(map(len, cells))
        if number > uploads.FARTHEST_ROW or len(lines) > uploads.MOST_ROWS + 2 * _TITLES:
            raise uploads.RowsTooMany(limit=uploads.MOST_ROWS)
        if size > uploads.UNPACKED_MIB * rules.MIB:
            raise rules.WorkbookTooLarge(limit=uploads.UNPACKED_MIB)
    return lines
