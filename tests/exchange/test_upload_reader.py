"""Reading what strangers send: every form that people use is read, everything else refused by name, nothing crashes."""

import io
import os
import random
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.exchange import rules
from apps.exchange.choices import Kind
from apps.exchange.rules import uploads
from apps.exchange.services import tables, workbooks
from apps.exchange.services.layouts import Columns
from tests.exchange import sheets_of as files

OCTOBER = Month(2026, 10)
COLUMNS = Columns(Kind.HOURS, OCTOBER)
LONG = ("رقم الهوية", "اليوم", "الساعات")
ROWS = [LONG, ("1000000008", "2026-10-04", "7.5")]
# So many damaged files are tried; the release tries 20,000.
MUTATED = int(os.environ.get("UPLOADS", "150"))


def read(content: bytes):
    return COLUMNS.find(tables.read_table(content, is_head=COLUMNS.is_head).lines)


def refusal(content: bytes) -> DomainError:
    with pytest.raises(DomainError) as caught:
        read(content)
    return caught.value


def repacked(content: bytes, change) -> bytes:
    """The workbook with its members changed: `change(name, content)` gives the new content, None to leave it out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            changed = change(member, old.read(member))
            if changed is not None:
                new.writestr(member, changed)
    return file.getvalue()


def with_member(content: bytes, name: str, added: bytes) -> bytes:
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, added)
    return file.getvalue()


# B38: files as programs write them.


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_b38_text_is_read_in_every_encoding_and_with_every_separator(encoding, separator):
    layout, rows = read(files.text(ROWS, separator=separator, encoding=encoding))
    assert layout.places == {"national_id": 0, "work_date": 1, "hours": 2}
    assert rows == [(2, list(ROWS[1]))]


def test_b38_a_header_twice_is_passed_over_and_rows_keep_their_numbers():
    layout, rows = read(files.text([("كشف الساعات",), (), LONG, ROWS[1], LONG, ROWS[1]]))
    assert layout.row == 3
    assert [number for number, _ in rows] == [4, 6]


def test_b38_merged_cells_are_found_with_their_rows():
    content = files.workbook([LONG, *[ROWS[1]] * 4], merged=["A3:A5", "B2:C2"])
    merged = tables.read_table(content, is_head=COLUMNS.is_head).merged
    assert merged == {2: "B2:C2", 3: "A3:A5", 4: "A3:A5", 5: "A3:A5"}


def test_b35_a_merged_range_of_a_million_rows_costs_nothing():
    content = repacked(
        files.workbook([LONG, ROWS[1]], merged=["A2:A3"]), lambda name, old: old.replace(b"A2:A3", b"A2:A1048576")
    )
    merged = tables.read_table(content, is_head=COLUMNS.is_head).merged
    assert (min(merged), max(merged)) == (2, uploads.FARTHEST_ROW)


@pytest.mark.parametrize("write", [files.text, files.workbook])
def test_rows_of_spaces_are_blank_and_count_for_nothing(write):
    """Formulas that come to an empty text leave such rows, often thousands of them."""
    rows = [LONG, ROWS[1], *[(" ", " ", " ")] * 5100, ROWS[1]]
    assert [number for number, _ in read(write(rows))[1]] == [2, 5103]


def test_a_cell_of_several_lines_is_one_row():
    assert read(b'ID,Day,Hours,Note\n1,2026-10-01,8,"two\nlines"\n2,2026-10-02,8,\n')[1][1][0] == 3


def test_the_right_sheet_is_found_behind_others():
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(files.workbook([("تعليمات",)])))
    for row in ROWS:
        book.create_sheet("الساعات").append(row) if "الساعات" not in book else book["الساعات"].append(row)
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue())[1] == [(2, list(ROWS[1]))]


@pytest.mark.parametrize(
    ("head", "places", "days"),
    [
        (("Hours", "DATE", "National_ID"), {"hours": 0, "work_date": 1, "national_id": 2}, []),
        (("رقم العقد", "١", "2", "03"), {"contract_no": 0}, [1, 2, 3]),
        (("ID", "2026-10-05", "06/10/2026"), {"national_id": 0}, [5, 6]),
        (("المشكلة", "الهوية", "31"), {"problem": 0, "national_id": 1}, [31]),
    ],
)
def test_columns_are_known_by_many_names_in_any_order(head, places, days):
    layout, _ = COLUMNS.find([(1, list(head)), (2, ["x"])])
    assert layout.places == places
    assert [day.day for day in layout.days] == days


def test_columns_that_mean_nothing_are_named():
    assert COLUMNS.find([(1, ["ID", "1", "الفرع", "المجموع"]), (2, ["x"])])[0].ignored == ["الفرع", "المجموع"]


@pytest.mark.parametrize("head", [("ID", "Hours", "Day", "National ID"), ("ID", "4", "2026-10-04")])
def test_two_columns_of_one_meaning_are_refused(head):
    with pytest.raises(uploads.ColumnAgain):
        COLUMNS.find([(1, list(head)), (2, ["x"])])


def test_a_hijri_heading_is_a_question_of_its_own():
    head = [(1, ["ID", "1448-05-01", "1448-05-02"]), (2, ["x"])]
    asked, _ = COLUMNS.find(head)
    assert [type(day.refusal).__name__ for day in asked.days] == ["DayIsHijri"] * 2
    converted, _ = Columns(Kind.HOURS, OCTOBER, takes_hijri=True).find(head)
    assert [day.day for day in converted.days] == [12, 13]


# B35: what is refused before it is unpacked, and what lies about itself.


def test_b35_a_bomb_is_refused_from_its_directory(monkeypatch):
    content = with_member(files.workbook(ROWS), "xl/media/x.xml", b"\0" * 2_000_000)
    monkeypatch.setattr(tables.child, "run", lambda *arguments, **options: pytest.fail("it was opened"))
    assert isinstance(refusal(content), rules.WorkbookSuspicious)


def test_b35_more_than_twenty_mebibytes_unpacked_is_refused():
    dice = random.Random(1)
    noise = b"".join(dice.randbytes(8) + b"x" * 400 for _ in range(55_000))
    assert isinstance(refusal(with_member(files.workbook(ROWS), "xl/media/x.bin", noise)), rules.WorkbookTooLarge)


def test_b35_more_than_64_members_are_refused():
    content = files.workbook(ROWS)
    for number in range(64):
        content = with_member(content, f"xl/media/{number}.xml", b"<x/>")
    assert isinstance(refusal(content), rules.WorkbookSuspicious)


def test_b35_an_archive_within_is_refused():
    assert isinstance(refusal(with_member(files.workbook(ROWS), "xl/inner.zip", b"PK")), rules.WorkbookSuspicious)


def test_b35_a_directory_that_lies_is_found_out():
    """The directory says that a member is small; it is counted again while it is unpacked."""
    content = bytearray(with_member(files.workbook(ROWS), "xl/media/x.xml", b"<x>" + b"y" * 400_000))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert isinstance(refusal(bytes(content)), rules.WorkbookNotReadable)


def test_b35_a_million_rows_are_refused():
    far = (b'<row r="2"', b'<row r="1000000"'), (b'2"', b'1000000"')
    content = repacked(
        files.workbook(ROWS), lambda name, old: old.replace(*far[0]).replace(*far[1]) if "sheet1" in name else old
    )
    assert isinstance(refusal(content), uploads.RowsTooMany | rules.FileNotReadable)
    assert isinstance(refusal(files.text([LONG, *[ROWS[1]] * 5001])), uploads.RowsTooMany)


@pytest.mark.parametrize("mark", [b"<!DOCTYPE x>", b'<!ENTITY a "b">'])
def test_b35_declarations_that_xml_is_blown_up_by_are_refused(mark):
    content = repacked(files.workbook(ROWS), lambda name, old: old + mark if name.endswith("sheet1.xml") else old)
    assert isinstance(refusal(content), rules.WorkbookSuspicious)


# B36: what only looks like a table.


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"MZ\x90\0" + b"\0" * 100, uploads.FileKindUnknown),
        (b"%PDF-1.7\n<html><script>alert(1)</script>", uploads.FileKindUnknown),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', uploads.FileKindUnknown),
        (b"\xef\xbb\xbf  <!doctype html><html></html>", uploads.FileKindUnknown),
        ("<html></html>".encode("utf-16"), uploads.FileKindUnknown),
        (b"\x89PNG\r\n", uploads.FileKindUnknown),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, uploads.WorkbookOld),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), rules.WorkbookLocked),
        (b"", rules.FileEmpty),
        (b"a,b\x00c", rules.FileNotReadable),
        (b"just words", uploads.ColumnsUnknown),
        (b"ID,Day,Hours\n", uploads.RowsMissing),
        (b"\xff\xfea", rules.FileNotReadable),
    ],
)
def test_b36_what_is_no_table_is_refused_by_its_content(content, expected):
    said = refusal(content)
    assert isinstance(said, expected)
    assert any("\u0600" <= letter <= "\u06ff" for letter in str(said))


def test_b36_a_workbook_with_macros_is_refused():
    assert isinstance(refusal(with_member(files.workbook(ROWS), "xl/vbaProject.bin", b"x")), rules.WorkbookWithMacros)
    content = repacked(
        files.workbook(ROWS),
        lambda name, old: old.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"),
    )
    assert isinstance(refusal(content), rules.WorkbookWithMacros)


def test_b36_nothing_hides_before_or_behind_a_workbook():
    assert isinstance(refusal(files.workbook(ROWS) + b"<script>"), rules.WorkbookNotReadable)
    assert isinstance(refusal(b"<html>" + files.workbook(ROWS)), uploads.FileKindUnknown)


# B37: sizes and names.


def test_b37_a_file_that_is_cut_off_or_too_large_is_refused():
    content = files.workbook(ROWS)
    assert isinstance(refusal(content[: len(content) // 2]), rules.WorkbookNotReadable)
    assert isinstance(refusal(b"x" * (10 * rules.MIB + 1)), uploads.FileTooLarge)


@pytest.mark.parametrize("name", ["a\0.csv", "x" * 300 + ".csv", "hours\u202exslx.csv", "ساعات\u2066.csv"])
def test_b37_a_name_that_deceives_is_refused(name):
    with pytest.raises(uploads.NameUnfit):
        uploads.shown_name(name)


@pytest.mark.parametrize("name", ["hours", "hours.exe", "hours.xlsm", "hours.csv.html"])
def test_b36_a_name_of_another_kind_is_refused(name):
    with pytest.raises(uploads.FileKindUnknown):
        uploads.shown_name(name)


def test_a_name_in_arabic_is_kept():
    assert uploads.shown_name(" ساعات أكتوبر.XLSX ") == "ساعات أكتوبر.XLSX"


# Properties.


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=20), st.booleans())
def test_whatever_a_cell_holds_comes_back_as_it_was(rows, is_workbook):
    """Bounded by what a spreadsheet itself keeps: outer spaces and blank rows are nobody's."""
    import csv

    if is_workbook:
        content = files.workbook([LONG, *rows])
    else:
        out = io.StringIO()
        csv.writer(out).writerows([LONG, *rows])
        content = out.getvalue().encode("utf-8-sig")
    lines = dict(tables._split(content, COLUMNS.is_head).lines) if not is_workbook else None
    if lines is None:
        lines = dict(tables._unpacked(content, COLUMNS.is_head).lines)
    for number, row in enumerate(rows, 2):
        found = lines.get(number, [])
        if not any(cell.startswith("=") for cell in row):
            assert [*found, *[""] * (3 - len(found))][:3] == [cell.strip() for cell in row]


def test_mutated_uploads_are_read_or_refused_and_nothing_else():
    """Bits turned, parts cut out, doubled and moved: every file is a table or a refusal (20,000 by `UPLOADS=20000`)."""
    dice = random.Random(20261020)
    honest = [files.workbook(ROWS * 5), files.text(ROWS * 5), files.text(ROWS * 5, encoding="utf-16", separator=";")]
    for _ in range(MUTATED):
        content = bytearray(dice.choice(honest))
        for _ in range(dice.randint(1, 6)):
            _mutate(content, dice)
        with suppress(DomainError):
            read(bytes(content))


def _mutate(content: bytearray, dice: random.Random) -> None:
    at, length = dice.randrange(len(content) or 1), dice.randint(1, 40)
    kind = dice.randrange(4)
    if kind == 0 and content:
        content[at] ^= 1 << dice.randrange(8)
    elif kind == 1:
        del content[at : at + length]
    elif kind == 2:
        content[at:at] = content[at : at + length]
    else:
        content[at : at + length] = dice.randbytes(length)


def test_a_reader_that_hangs_ends_and_is_a_refusal(monkeypatch):
    def hang(*arguments, **options):
        while True:
            pass

    monkeypatch.setattr(tables, "_answer", hang)
    monkeypatch.setattr(tables, "SECONDS", 1)
    assert isinstance(refusal(files.text(ROWS)), rules.FileNotReadable)


def test_a_reader_that_grows_ends_and_is_a_refusal(monkeypatch):
    monkeypatch.setattr(tables, "_answer", lambda *arguments, **options: b"x" * (2**30))
    assert isinstance(refusal(files.text(ROWS)), rules.FileNotReadable)


def test_the_directory_is_read_without_unpacking():
    members = workbooks.directory(io.BytesIO(files.workbook(ROWS)))
    assert {"xl/workbook.xml", "[Content_Types].xml"} <= {member.name for member in members}
