"""Rows into an XLSX file: flat memory, text that never turns into a formula, the sheet in the page's direction."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from django.http import FileResponse
from django.utils.translation import get_language_bidi
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from apps.common.scripts import FORMULA_STARTS

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT = "@"
MONEY = "#,##0.00"
DAY = "yyyy-mm-dd"
_CHARACTERS = 22
_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name, the number format of its cells when it is not Excel's own choice, its width in characters."""

    name: str
    number_format: str = ""
    width: int = _CHARACTERS


def write(
    *, title: str, headings: Sequence[Heading], rows: Iterable[Sequence], file: IO[bytes], frozen: int = 0
) -> None:
    """One sheet with a frozen head, right to left in Arabic; as many first columns as asked for stay in sight too.

    Text that looks like a formula stays text.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title.translate(_SHEET_NAME)[:31])
    sheet.sheet_view.rightToLeft = get_language_bidi()
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    for index, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(index)].width = heading.width
    bold = Font(bold=True)
    head = [_text(sheet, heading.name, "") for heading in headings]
    for cell in head:
        cell.font = bold
    sheet.append(head)
    formats = [heading.number_format for heading in headings]
    for row in rows:
        sheet.append([_cell(sheet, value, form) for value, form in zip(row, formats, strict=True)])
    book.save(file)


def attachment(*, name: str, headings: Sequence[Heading], rows: Iterable[Sequence], frozen: int = 0) -> FileResponse:
    """The workbook as a download called `name`.xlsx."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write(title=name, headings=headings, rows=rows, file=file, frozen=frozen)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=CONTENT_TYPE)


def _cell(sheet, value, number_format: str):
    if isinstance(value, str):
        is_plain = not number_format and not value.startswith(FORMULA_STARTS)
        return ILLEGAL_CHARACTERS_RE.sub("", value) if is_plain else _text(sheet, value, number_format or TEXT)
    if value is None or not number_format:
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = number_format
    return cell


def _text(sheet, value: str, number_format: str) -> WriteOnlyCell:
    """A cell of text, whatever it looks like."""
    value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet)
    # The type is set by hand: openpyxl would take a leading "=" for a formula.
    cell._value, cell.data_type = value, "s"
    cell.number_format = number_format or "General"
    cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell
