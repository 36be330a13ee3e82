"""Files of every sad kind: read, or refused with line and column; never half, and never unpacked beyond measure."""

import struct
import zipfile

import openpyxl
import pytest
from django.utils import translation

from apps.exchange.rules import ESTABLISHMENTS, HOURS, SHEETS, Member, check_archive, inert
from apps.exchange.services import sheets

HEADER = "unified_number,name_ar,name_en"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def read(path, sheet=ESTABLISHMENTS) -> tuple[list, list[str]]:
    """The good rows, and what was said against the others."""
    refused, rows = [], []
    try:
        for row in sheets.rows(path, sheet, lambda fault, key: refused.append(fault)):
            rows.append(row)
    except sheets.FileRefused as error:
        refused += error.faults
    return rows, [f"{fault.line}: {fault.column}: {fault.refusal}" for fault in refused]


def read_text(tmp_path, text: str | bytes, sheet=ESTABLISHMENTS):
    path = tmp_path / f"{sheet.name}.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, sheet)


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{HEADER}\n7001234561,مخبز,Bakery\n",
        f"{HEADER}\r\n7001234561,مخبز,Bakery\r\n",
        f"{HEADER}\r7001234561,مخبز,Bakery",
        f"{HEADER}\n\n,,\n7001234561,مخبز,Bakery",
        "\n\nunified_number;name_ar;name_en\n7001234561;مخبز;Bakery\n".lstrip(),
        f"{HEADER},\n7001234561,مخبز,Bakery,\n",
        'name_en,x,name_ar,unified_number\n"Bakery",1,"مخبز","7001234561"\n',
    ],
)
def test_files_as_programs_write_them_are_read(tmp_path, text):
    rows, faults = read_text(tmp_path, text)
    assert [cells for _, cells in rows] == [("7001234561", "مخبز", "Bakery")]
    assert faults == []


def test_the_line_is_the_files_own_after_blank_lines_and_broken_cells(tmp_path):
    rows, faults = read_text(tmp_path, f'{HEADER}\n\n7001234561,"مخبز\nالسنابل\n",x\n\n7001234562,,x\n')
    assert [line for line, _ in rows] == [3]
    assert faults == ["7: name_ar: The cell is empty"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "1: *: The file is empty"),
        (b"\n\n", "1: *: The file is empty"),
        (HEADER.encode("utf-16"), "1: *: The file is not text"),
        (HEADER.encode("utf-16-be"), "1: *: The file is not text"),
        (b"PK\x03\x04" + bytes(50), "1: *: The file is not text"),
        (b"MZ\x90\x00\x03" + bytes(50), "1: *: The file is not text"),
        (b"%PDF-1.7\n", "1: *: The file is not text"),
        (b"name_ar,name_en\n", "1: unified_number: The first row does not name this column"),
        (b"unified_number,name_ar,name_ar\n", "1: name_ar: The first row names this column twice"),
        (f"{HEADER}\n{HEADER}\n".encode(), "2: *: The first row stands here again"),
        (f"{HEADER}\n7001234561,a,b,c\n".encode(), "2: *: The row has 4 cells, the first row 3"),
        (f"{HEADER}\n7001234561,a,b,\n".encode(), "2: *: The row has 4 cells, the first row 3"),
        (f"{HEADER}\n7001234561\n".encode(), "2: name_ar: The cell is empty"),
        (f"{HEADER}\n7001234561,a\x00b,c\n".encode(), "2: name_ar: The cell contains a NUL character"),
        (f"{HEADER}\n7001234561,{'x' * 501},c\n".encode(), "2: name_ar: The cell has 501 characters"),
        (f"{HEADER}\n7001234561,".encode() + "مخبز".encode("cp1256") + b",c\n", "2: name_ar: The cell is not UTF-8"),
        (f'{HEADER}\n7001234561,a,b\n7001234562,"a,b\n'.encode(), "3: *: A quotation mark is out of place"),
        (f'{HEADER}\n7001234561,"a"b,c\n'.encode(), "2: *: A quotation mark is out of place"),
        (f'{HEADER}\n7001234561,"{"x" * 200_000}",c\n'.encode(), "2: *: A quotation mark is out of place"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(tmp_path, text, said):
    _, faults = read_text(tmp_path, text)
    assert len(faults) == 1
    assert faults[0].startswith(said)


def test_a_bad_row_does_not_hide_the_good_ones(tmp_path):
    rows, faults = read_text(tmp_path, f"{HEADER}\n7001234561,a,b,c\n7001234562,مخبز,\n")
    assert rows == [(3, ("7001234562", "مخبز", ""))]
    assert len(faults) == 1


def test_an_optional_column_may_be_left_out(tmp_path):
    rows, faults = read_text(tmp_path, "contract_no,national_id,work_date,hours\nK,1,2026-01-01,8\n", HOURS)
    assert (rows, faults) == ([(2, ("K", "1", "2026-01-01", "8", ""))], [])


def workbook(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_row_by_row(tmp_path):
    path = workbook(tmp_path / "a.xlsx", HEADER.split(","), [7001234561, "مخبز"], [], [7001234562, "متجر", 5.50])
    rows, faults = read(path)
    assert rows == [(2, ("7001234561", "مخبز", "")), (4, ("7001234562", "متجر", "5.5"))]
    assert faults == []


def test_a_formula_counts_with_its_saved_result_and_nothing_is_run(tmp_path):
    path = workbook(tmp_path / "a.xlsx", HEADER.split(","), ["=1+1", "مخبز", ""])
    assert read(path) == ([], ["2: unified_number: The cell is empty"])


def repack(path, **members: bytes):
    """The workbook with members added or replaced; `_` in a name stands for `/`."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept |= {name.replace("_", "/").replace("|", "."): data for name, data in members.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
    return path


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    path = repack(workbook(tmp_path / "a.xlsx", HEADER.split(",")), **{"xl_worksheets_sheet1|xml": b"<a/>" * 5_000_000})

    def unpack(*args, **options):
        raise AssertionError("something was unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "open", unpack)
    assert read(path) == ([], ["1: *: The workbook is packed in an unusual way and was not opened"])


def test_a_directory_that_lies_about_sizes_gives_nothing(tmp_path):
    path = repack(workbook(tmp_path / "a.xlsx", HEADER.split(",")), **{"xl_worksheets_sheet1|xml": b"<a/>" * 50_000})
    data = bytearray(path.read_bytes())
    size = struct.pack("<I", 200_000)
    assert data.count(size) == 2
    path.write_bytes(data.replace(size, struct.pack("<I", 100)))
    assert read(path) == ([], ["1: *: The file is not an .xlsx workbook, or it is damaged"])


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([Member("xl/a.xml", 1_000_000, 201 * 1024 * 1024, False)], "larger than 200 MiB"),
        ([Member("xl/a.xml", 3_000_000, 100 * 1024 * 1024, False)] * 3, "larger than 200 MiB"),
        ([Member("xl/a.xml", 10, 1_001, False)], "unusual way"),
        ([Member("xl/a.xml", 10, 20, False)] * 65, "unusual way"),
        ([Member("xl/embeddings/b.xlsx", 10, 20, False)], "unusual way"),
        ([Member("xl/vbaProject.bin", 10, 20, False)], "macros"),
        ([Member("xl/a.xml", 10, 20, True)], "password"),
    ],
)
def test_an_archive_is_judged_by_its_directory(members, said):
    with pytest.raises(Exception, match=said):
        check_archive(members)


def test_an_ordinary_archive_passes():
    check_archive([Member("xl/worksheets/sheet1.xml", 4_000_000, 60 * 1024 * 1024, False)] * 3)


@pytest.mark.parametrize(
    "data", [b"", b"contract_no,hours\n", b"\xd0\xcf\x11\xe0" + bytes(600), b"PK\x03\x04 cut off", b"%PDF-1.7"]
)
def test_a_renamed_or_damaged_workbook_is_refused(tmp_path, data):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert read(path) == ([], ["1: *: The file is not an .xlsx workbook, or it is damaged"])


@pytest.mark.parametrize("cut", range(1, 10))
def test_a_cut_off_workbook_is_refused(tmp_path, cut):
    path = workbook(tmp_path / "a.xlsx", HEADER.split(","), [7001234561, "مخبز"])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * cut // 10])
    assert read(path)[0] == []


@pytest.mark.parametrize(
    "sheet_xml",
    [
        b"",
        b"<worksheet",
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>',
        b"\xff\xfe\x00",
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="x"><c t="s"><v>99</v></c></row></sheetData></worksheet>',
    ],
)
def test_a_workbook_of_rubbish_gives_no_rows_and_no_traceback(tmp_path, sheet_xml):
    path = repack(workbook(tmp_path / "a.xlsx", HEADER.split(",")), **{"xl_worksheets_sheet1|xml": sheet_xml})
    rows, faults = read(path)
    assert rows == []
    assert len(faults) == 1


def test_forged_places_of_cells_are_not_led_up_to(tmp_path):
    names = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in HEADER.split(","))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    far = '<row r="2"><c r="XFD2"><v>1</v></c></row>' + '<row r="999999999999"><c><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{main}"><sheetData><row r="1">{names}</row>{far}</sheetData></worksheet>'
    path = repack(workbook(tmp_path / "a.xlsx", HEADER.split(",")), **{"xl_worksheets_sheet1|xml": sheet.encode()})
    assert read(path) == ([], [])


def test_the_folder_is_read_in_the_order_of_its_references(tmp_path):
    for name in ("hours.csv", "establishments.xlsx", "contracts.csv", "notes.txt", "HOURS.CSV", "payments.csv"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in sheets.files_in(tmp_path).values()] == [
        "establishments.xlsx",
        "contracts.csv",
        "hours.csv",
    ]
    assert sheets.left_over(tmp_path) == ["HOURS.CSV", "payments.csv"]
    assert [sheet.name for sheet in SHEETS] == ["establishments", "subscribers", "contracts", "wage_changes", "hours"]


@pytest.mark.parametrize("text", ["=1+1", "+966", "-5", "@SUM", "\tx", "\rx"])
def test_what_could_run_is_quoted(text):
    assert inert(text) == f"'{text}"


def test_ordinary_text_stays_as_it_is():
    assert inert("C-2026-000001") == "C-2026-000001"
