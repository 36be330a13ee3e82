"""The pages of uploaded files: taking one, its dry run, the choice, the file with its problems, and the template."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.exchange import services, tasks
from apps.exchange.choices import Stage
from apps.exchange.models import Upload
from apps.outbox.models import Message
from tests import factories
from tests.exchange import sheets_of as files

pytestmark = pytest.mark.django_db
LONG = ("رقم الهوية", "اليوم", "الساعات")


@pytest.fixture
def people(establishment):
    return [factories.make_contract(establishment=establishment) for _ in range(3)]


@pytest.fixture
def start(establishment, october):
    return reverse("exchange:hours_start", args=[establishment.unified_number, october])


@pytest.fixture
def owner(client, noura):
    client.force_login(noura)
    return client


def post(client, address: str, content: bytes, name: str = "ساعات.xlsx"):
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


def sent(client, address: str, content: bytes, name: str = "ساعات.xlsx") -> Upload:
    answer = post(client, address, content, name)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    upload = Upload.objects.latest("pk")
    assert answer.headers["Location"] == page_of(upload, f"{upload.kind}_upload")
    return upload


def page_of(upload: Upload, view: str = "hours_upload") -> str:
    return reverse(f"exchange:{view}", args=[upload.establishment.unified_number, upload.public_id])


def row(contract, day: int, hours) -> tuple:
    return contract.subscriber.national_id, f"2026-10-{day:02d}", hours


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub("[\u2068\u2069]", "", answer.content.decode())).split())


def book(answer) -> list[list]:
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return files.read(b"".join(answer.streaming_content))


def test_a_file_is_checked_shown_and_imported(owner, start, people):
    upload = sent(owner, start, files.workbook([LONG, row(people[0], 4, 8), row(people[1], 5, "ثمان")]))
    page = owner.get(page_of(upload))
    assert "الصفوف المقروءة: 2 ، الصالحة: 1 ، تحتاج إلى تصحيح: 1" in words(page)
    assert "«ثمان» غير مفهومة" in words(page)
    assert people[1].subscriber.name in words(page)
    assert owner.post(page_of(upload), {"do": "import"}).status_code == 302
    assert people[0].hoursentry_set.get().minutes == 480
    assert "المستورد: 1" in words(owner.get(page_of(upload)))
    again = owner.post(page_of(upload), {"do": "import"})
    assert again.status_code == 409
    assert "لم يعد هذا الإجراء ممكنًا" in words(again)


def test_the_same_file_again_says_that_nothing_changes(owner, start, people):
    content = files.workbook([LONG, row(people[0], 4, 8)])
    owner.post(page_of(sent(owner, start, content)), {"do": "import"})
    page = words(owner.get(page_of(sent(owner, start, content))))
    assert "لن يتغير شيء" in page
    assert "استُورد هذا الملف نفسه من قبل" in page
    assert "استيراد الصفوف" not in page


def test_the_choice_of_nothing_leaves_nothing(owner, start, people):
    upload = sent(owner, start, files.workbook([LONG, row(people[0], 4, 8)]))
    owner.post(page_of(upload), {"do": "discard"})
    page = owner.get(page_of(upload))
    assert "لم يُستورد شيء من هذا الملف" in words(page)
    assert f'class="btn btn--main" href="{start}"' in page.content.decode()
    assert not people[0].hoursentry_set.exists()
    assert Upload.objects.get().content is None


def test_hijri_dates_are_offered_converted_and_never_taken_silently(owner, start, people):
    upload = sent(owner, start, files.workbook([LONG, (people[0].subscriber.national_id, "1448-05-05", 8)]))
    page = owner.get(page_of(upload))
    assert "1448-05-05 = 16 أكتوبر 2026" in words(page)
    assert 'value="import"' not in page.content.decode()
    owner.post(page_of(upload), {"do": "convert"})
    owner.post(page_of(upload), {"do": "import"})
    assert str(people[0].hoursentry_set.get().work_date) == "2026-10-16"


@pytest.mark.parametrize("name", ["ساعات.xlsx", "ساعات.csv"])
def test_the_file_comes_back_with_its_problems_and_is_taken_again(owner, start, people, name):
    rows = [("كشف", "", ""), LONG, row(people[0], 4, 8), row(people[1], 5, "x"), row(people[1], 6, 25)]
    content = files.workbook(rows) if name.endswith("xlsx") else files.text(rows, separator=";", encoding="cp1256")
    upload = sent(owner, start, content, name)
    back = book(owner.get(page_of(upload, "hours_problems")))
    assert [line[:2] for line in back] == [[cell or None for cell in each[:2]] for each in rows]
    assert back[1][3] == "المشكلة"
    assert (back[2][3], back[3][2]) == (None, "x")
    assert "غير مفهومة" in back[3][3]
    assert "12 ساعة" in back[4][3]
    back[3][2], back[4][2] = "7:30", 6
    again = sent(owner, start, files.workbook(back), "مصحح.xlsx")
    assert (again.bad_rows, again.added, again.findings["ignored"]) == (0, 3, [])


def test_numbers_of_contracts_come_back_as_they_were(owner, start, people):
    """They are names: 0012 is not 12, and 2026.10 is not 2026.1."""
    rows = [("رقم العقد", "اليوم", "الساعات"), ("0012", "2026-10-04", "7.50"), ("2026.10", "2026-10-04", "8")]
    back = book(owner.get(page_of(sent(owner, start, files.text(rows), "'a.csv"), "hours_problems")))
    assert [line[:3] for line in back[1:]] == [["0012", "2026-10-04", 7.5], ["2026.10", "2026-10-04", 8]]


def test_b33_what_begins_like_a_formula_goes_out_as_text(owner, start, people):
    upload = sent(owner, start, files.text([LONG, row(people[0], 4, "=1+1"), row(people[0], 5, "@x")]), "a.csv")
    answer = owner.get(page_of(upload, "hours_problems"))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [(sheet.cell(line, 3).value, sheet.cell(line, 3).data_type) for line in (2, 3)] == [
        ("=1+1", "s"),
        ("@x", "s"),
    ]


def test_b34_a_file_name_in_arabic_comes_back_whole(owner, start, people):
    upload = sent(owner, start, files.text([LONG, row(people[0], 4, "x")]), "ساعات أكتوبر.csv")
    said = owner.get(page_of(upload, "hours_problems")).headers["Content-Disposition"]
    assert said.startswith("attachment; filename*=utf-8''%D8%B3")


def test_the_template_holds_the_people_the_days_and_what_is_entered(owner, start, people, establishment, october):
    factories.make_hours(people[0], {october.day(4): 450})
    answer = owner.get(reverse("exchange:hours_template", args=[establishment.unified_number, october]))
    content = b"".join(answer.streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "D2"
    assert not sheet.protection.sheet
    rows = {line[0]: line for line in files.read(content)}
    head, line = next(iter(rows.values())), rows[people[0].subscriber.national_id]
    assert head[3:] == [str(day) for day in range(1, 32)]
    assert (line[2], line[6], line[7]) == (people[0].contract_no, 7.5, None)
    assert sheet["A2"].number_format == "@"
    upload = sent(owner, start, content, "قالب.xlsx")
    assert (upload.rows, upload.added, upload.changed, upload.same, upload.bad_rows) == (3, 0, 0, 1, 0)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "a.csv", "الملف فارغ"),
        (b"MZ\0\0", "a.csv", "ليس هذا ملف Excel"),
        (files.text([("a", "b"), ("c", "d")]), "a.csv", "لا يوجد في الملف صف بأسماء الأعمدة"),
        (files.text([("a", "b"), ("c", "d")]), "a.xlsx", "الملف ليس مصنف"),
        (files.text([LONG, ("1", "2", "3")]), "a.exe", "ليس هذا ملف Excel"),
        (files.text([LONG, *[("1", "2", "3")] * 5001]), "a.csv", "يُرجى تقسيمه"),
    ],
)
def test_what_cannot_be_taken_is_refused_on_the_page(owner, start, people, content, name, said):
    answer = post(owner, start, content, name)
    assert answer.status_code == 422
    assert said in words(answer)
    assert not Upload.objects.exists()


def test_no_file_at_all_is_told(owner, start):
    answer = owner.post(start)
    assert answer.status_code == 422
    assert "لم يُختر أي ملف" in words(answer)
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_month_that_takes_no_hours_takes_no_file(owner, establishment, people):
    address = reverse("exchange:hours_start", args=[establishment.unified_number, "2026-08"])
    page = owner.get(address)
    assert 'type="file"' not in page.content.decode()
    assert post(owner, address, files.text([LONG, row(people[0], 4, 8)]), "a.csv").status_code == 422
    assert not Upload.objects.exists()


def test_a_file_of_another_establishment_is_not_found(client, start, owner, people, salem, establishment):
    upload = sent(owner, start, files.workbook([LONG, row(people[0], 4, "x")]))
    client.force_login(salem)
    other = salem.memberships.get().establishment.unified_number
    for view in ("hours_upload", "hours_problems"):
        assert client.get(page_of(upload, view)).status_code == 404
        assert client.get(page_of(upload, view).replace(establishment.unified_number, other)).status_code == 404


def test_the_grid_and_the_months_lead_here(owner, start, people, establishment, october):
    for view, arguments in (("month_grid", [october]), ("month_list", [])):
        assert (
            start
            in owner.get(
                reverse(f"timesheets:{view}", args=[establishment.unified_number, *arguments])
            ).content.decode()
        )


def test_a_large_file_is_a_job_with_a_page_of_its_own(
    owner, start, people, noura, django_capture_on_commit_callbacks, monkeypatch
):
    noura.email = "noura@mail.example"
    noura.save()
    hurried = []
    monkeypatch.setattr(tasks.work_on_upload, "apply_async", lambda args, **options: hurried.append(args))
    rows = [row(people[0], 1 + number % 19, "x") for number in range(500)]
    with django_capture_on_commit_callbacks(execute=True):
        upload = sent(owner, start, files.workbook([LONG, *rows, row(people[1], 4, 8)]))
    assert hurried == [(upload.pk,)]
    page = owner.get(page_of(upload))
    assert "الترتيب في الانتظار: 1" in words(page)
    assert 'http-equiv="refresh" content="5"' in page.content.decode()
    assert 'hx-trigger="every 2s"' in page.content.decode()
    assert "سيصل إشعار عند الاكتمال" in words(page)
    tasks.work_on_upload(upload.pk)
    assert Message.objects.get().subject == "اكتمل فحص الملف"
    page = owner.get(page_of(upload))
    assert "<meta http-equiv" not in page.content.decode()
    assert "1 إلى 50 من 500" in words(page)
    owner.post(page_of(upload), {"do": "import"})
    upload.refresh_from_db()
    assert upload.stage == Stage.APPLYING
    Upload.objects.update(started_at=upload.queued_at, done=0)
    assert "0 من 1" in words(owner.get(page_of(upload), headers={"HX-Request": "true"}))
    tasks.work_on_upload(upload.pk)
    assert people[1].hoursentry_set.get().minutes == 480
    assert Message.objects.count() == 2


def test_the_sweep_finds_what_no_message_hurried(owner, start, people, monkeypatch):
    monkeypatch.setattr(services.uploads.uploads, "ROWS_AT_ONCE", 1)
    monkeypatch.setattr(tasks.work_on_upload, "apply_async", lambda args, **options: None)
    upload = sent(owner, start, files.workbook([LONG, row(people[0], 4, 8), row(people[0], 5, 8)]))
    monkeypatch.setattr(tasks.work_on_upload, "delay", tasks.work_on_upload)
    tasks.sweep_uploads()
    upload.refresh_from_db()
    assert upload.stage == Stage.CHECKED


def test_pages_ask_the_database_the_same_however_much_there_is(
    owner, start, people, django_assert_max_num_queries, establishment
):
    upload = sent(owner, start, files.workbook([LONG, *[row(people[0], day, "x") for day in range(1, 19)]]))
    for _ in range(3):
        sent(owner, start, files.workbook([LONG, row(people[0], 4, "x")]))
    owner.get(page_of(upload))
    with django_assert_max_num_queries(8):
        owner.get(page_of(upload))
    with django_assert_max_num_queries(14):
        owner.get(start)
