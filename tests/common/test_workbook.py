"""Workbooks: text stays text whatever it begins with, numbers stay numbers."""

import datetime
import io
from decimal import Decimal

import openpyxl
import pytest

from apps.common import workbook

VALUE = workbook.Heading("القيمة")


def written(rows, *headings):
    file = io.BytesIO()
    workbook.write(title="ورقة", headings=headings or [VALUE], rows=rows, file=file)
    return openpyxl.load_workbook(io.BytesIO(file.getvalue())).active


@pytest.mark.parametrize("dangerous", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")'])
def test_what_looks_like_a_formula_is_text(dangerous):
    cell = written([[dangerous]])["A2"]
    assert cell.data_type == "s"
    assert cell.value == dangerous
    assert cell.quotePrefix
    assert cell.number_format == "@"


def test_characters_that_no_workbook_may_hold_are_left_out():
    assert written([["نورة\x00\x0b العتيبي"]])["A2"].value == "نورة العتيبي"


def test_identifiers_keep_their_zeros_and_amounts_can_be_summed():
    headings = [
        workbook.Heading("رقم", workbook.TEXT),
        workbook.Heading("مبلغ", workbook.MONEY),
        workbook.Heading("يوم", workbook.DAY),
    ]
    sheet = written([["0012", Decimal("1939.20"), datetime.date(2026, 11, 15)], ["", None, None]], *headings)
    number, amount, day = sheet[2]
    assert (number.value, number.data_type) == ("0012", "s")
    assert amount.value == pytest.approx(1939.20)
    assert amount.number_format == "#,##0.00"
    assert day.value.date() == datetime.date(2026, 11, 15)
    assert sheet.freeze_panes == "A2"


def test_a_title_that_excel_refuses_is_mended():
    file = io.BytesIO()
    workbook.write(title="'a/b:c" * 20, headings=[workbook.Heading("x")], rows=[], file=file)
    title = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active.title
    assert len(title) == 31
    assert "'" not in title
