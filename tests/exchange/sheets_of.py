"""Files as establishments send them."""

import io

import openpyxl


def workbook(rows, *, merged=(), sheet_title="ورقة") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = sheet_title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def text(rows, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(separator.join(map(str, row)) for row in rows).encode(encoding)


def read(content: bytes) -> list[list]:
    """The cells of a workbook's sheet, row by row."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
