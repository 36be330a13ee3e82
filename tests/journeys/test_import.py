"""Journey 8: hours from a workbook with faults, corrected in the file that comes back, and never twice."""

import io

import openpyxl
import pytest

from apps.timesheets.models import HoursEntry
from tests.exchange import sheets_of as files
from tests.scene import make_scene

LONG = ("رقم الهوية", "اليوم", "الساعات")
# Excel's own numbers of the rows with a fault: a title and a blank row come first.
FAULTY = (5, 7, 8)


@pytest.fixture
def scene(transactional_db):
    return make_scene()


def sheet(scene) -> bytes:
    ids = [contract.subscriber.national_id for contract in scene.contracts]
    rows = [
        ("كشف أكتوبر",),
        (),
        LONG,
        (ids[0], "2026-10-07", 7.5),
        (ids[1], "2026-10-07", "ثمان"),
        (ids[1], "2026-10-08", "٧٫٥"),
        (ids[2], "2026-10-08", 13),
        (ids[3], "2026-02-30", "7:30"),
    ]
    return files.workbook(rows)


def upload(visitor, scene, name: str, content: bytes) -> None:
    visitor.go(f"/e/{scene.number}/hours/2026-10/").press("استيراد ملف", role="link")
    visitor.page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    visitor.press("فحص الملف")


def rows_of(visitor) -> list[int]:
    return [int(text) for text in visitor.page.locator("tbody th bdi").all_inner_texts()]


@pytest.mark.parametrize("scripts", [True, False])
def test_three_faulty_rows_come_back_are_corrected_and_taken_once(walk, scene, scripts):
    before = HoursEntry.objects.count()
    visitor = walk(scene.owner, scripts=scripts)
    upload(visitor, scene, "ساعات.xlsx", sheet(scene))
    assert "الصفوف المقروءة: 5، الصالحة: 2، تحتاج إلى تصحيح: 3" in visitor.text()
    assert rows_of(visitor) == list(FAULTY)
    assert HoursEntry.objects.count() == before

    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="تنزيل الملف مع عمود الأخطاء").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    cells = book.active
    assert [line for line in range(4, 9) if cells.cell(line, 4).value] == list(FAULTY)
    cells["C5"], cells["C7"], cells["B8"] = 8, 12, "2026-10-09"
    corrected = io.BytesIO()
    book.save(corrected)

    upload(visitor, scene, "مصحح.xlsx", corrected.getvalue())
    assert "الصالحة: 5، تحتاج إلى تصحيح: 0" in visitor.text()
    visitor.press("استيراد الصفوف")
    assert "المستورد: 5" in visitor.text()
    assert HoursEntry.objects.count() == before + 5
    stored = list(HoursEntry.objects.order_by("pk").values_list("contract", "work_date", "minutes", "entered_at"))

    upload(visitor, scene, "مصحح.xlsx", corrected.getvalue())
    assert "لن يتغير شيء" in visitor.text()
    assert "استُورد هذا الملف نفسه من قبل" in visitor.text()
    assert (
        list(HoursEntry.objects.order_by("pk").values_list("contract", "work_date", "minutes", "entered_at")) == stored
    )
