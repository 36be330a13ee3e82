"""An uploaded file of hours: checked without writing, imported as far as it is valid, and never twice or by halves."""

import datetime

import pytest

from apps.common import clock as time_of_day
from apps.common.errors import DomainError
from apps.exchange import selectors, services
from apps.exchange.choices import Kind, Stage
from apps.exchange.models import Upload
from apps.exchange.rules import uploads as rules
from apps.exchange.services import uploads as importing
from apps.exchange.services.hours import apply_hours
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories
from tests.exchange import sheets_of as files

pytestmark = pytest.mark.django_db
LONG = ("رقم الهوية", "اليوم", "الساعات")


@pytest.fixture
def people(establishment):
    return [factories.make_contract(establishment=establishment) for _ in range(3)]


@pytest.fixture
def send(establishment, noura, october):
    """Takes a file of October and checks it."""

    def take(content: bytes, name: str = "hours.xlsx") -> Upload:
        upload = services.take_upload(
            establishment=establishment,
            kind=Kind.HOURS,
            month=october,
            name=name,
            content=content,
            by=noura,
            now=time_of_day.now(),
        )
        return work(upload)

    return take


def work(upload: Upload) -> Upload:
    while services.work(upload_id=upload.pk, clock=time_of_day.now):
        pass
    upload.refresh_from_db()
    return upload


def bring_in(upload: Upload, by) -> Upload:
    return work(services.request_import(upload_id=upload.pk, by=by, now=time_of_day.now()))


def row(contract, day: int, hours) -> tuple:
    return contract.subscriber.national_id, f"2026-10-{day:02d}", hours


def stored(contract) -> dict[int, int]:
    return {day.day: minutes for day, minutes in contract.hoursentry_set.values_list("work_date", "minutes")}


def problems(upload: Upload) -> dict[int, str]:
    return {entry.row: entry.problem_text for entry in upload.entries.exclude(problem="").order_by("row", "day")}


def test_a_file_is_checked_and_nothing_is_written(send, people):
    upload = send(files.workbook([LONG, row(people[0], 4, 7.5), row(people[1], 4, "7:30"), row(people[2], 5, "٧٫٥")]))
    assert (upload.stage, upload.rows, upload.bad_rows, upload.added) == (Stage.CHECKED, 3, 0, 3)
    assert not HoursEntry.objects.exists()
    assert not MonthTotal.objects.exists()
    assert not Timesheet.objects.exists()


def test_what_is_imported_stands_in_the_books_and_says_how_it_came(send, people, noura, october):
    factories.make_hours(people[0], {october.day(4): 480})
    upload = send(files.workbook([LONG, row(people[0], 4, 7), row(people[0], 5, 8), row(people[1], 4, 6)]))
    assert (upload.added, upload.changed, upload.same) == (2, 1, 0)
    imported = bring_in(upload, noura)
    assert (imported.stage, imported.imported) == (Stage.APPLIED, 3)
    assert (stored(people[0]), stored(people[1])) == ({4: 420, 5: 480}, {4: 360})
    entry = people[1].hoursentry_set.get()
    assert (entry.source, entry.entered_by) == ("file", noura)
    assert MonthTotal.objects.get(subscriber=people[0].subscriber).minutes == 900


def test_the_same_file_twice_changes_nothing_and_says_so(send, people, noura):
    content = files.workbook([LONG, row(people[0], 4, 8), row(people[1], 4, 8)])
    first = bring_in(send(content), noura)
    again = send(content)
    assert (again.added, again.changed, again.same, again.bad_rows) == (0, 0, 2, 0)
    assert selectors.earlier_import(again) == first


def test_rows_are_numbered_as_excel_numbers_them(send, people):
    content = files.workbook(
        [("ساعات العمل",), (), LONG, row(people[0], 4, 8), (), row(people[1], 4, "ثمان"), LONG, row(people[2], 40, 8)]
    )
    upload = send(content)
    assert set(problems(upload)) == {6, 8}
    assert "ثمان" in problems(upload)[6]
    assert upload.rows == 3


def test_a_bad_row_is_left_out_and_the_persons_other_rows_are_not(send, people, noura):
    content = files.workbook([LONG, row(people[0], 4, 13), row(people[0], 5, 8), row(people[0], 6, 7.1)])
    upload = send(content)
    assert problems(upload) == {
        2: "لا يمكن أن تتجاوز ساعات اليوم الواحد 12 ساعة (المُدخل 13)",
        4: "تُكتب الساعات بمضاعفات ربع الساعة، مثل 7.25",
    }
    bring_in(upload, noura)
    assert stored(people[0]) == {5: 480}


def test_a_person_over_the_months_limit_is_refused_whole(send, people, noura):
    rows = [row(people[0], day, 12) for day in range(1, 9)]
    upload = send(files.workbook([LONG, *rows, row(people[1], 1, 8)]))
    assert set(problems(upload)) == set(range(2, 10))
    assert "96" in problems(upload)[2]
    bring_in(upload, noura)
    assert (stored(people[0]), stored(people[1])) == ({}, {1: 480})


def test_the_limit_counts_what_is_left_of_a_person(send, people):
    """Without the row that is wrong by itself the rest is within the limit."""
    rows = [row(people[0], day, 12) for day in range(1, 8)]
    upload = send(files.workbook([LONG, *rows, row(people[0], 8, 13)]))
    assert set(problems(upload)) == {9}


@pytest.mark.parametrize(
    ("written", "hours", "words"),
    [
        (("1023", "2026-10-04"), 8, "رقم الهوية"),
        ((factories.national_id(999), "2026-10-04"), 8, "عقد"),
        (("", "2026-10-04"), 8, "رقم الهوية"),
        ((None, "2026-10-25"), 8, "لم يحن"),
        ((None, "2026-09-04"), 8, "أكتوبر"),
        ((None, "2026-02-30"), 8, "2026-02-30"),
        ((None, "2026-10-04"), "", "فارغة"),
    ],
)
def test_every_fault_is_told_in_arabic(send, people, written, hours, words):
    national_id = people[0].subscriber.national_id if written[0] is None else written[0]
    upload = send(files.workbook([LONG, (national_id, written[1], hours)]))
    assert words in problems(upload)[2]
    assert upload.bad_rows == 1


def test_a_row_of_nobody_shows_the_number_that_it_has(send, people):
    upload = send(files.workbook([("الاسم", *LONG), ("سعد", "1023", "2026-10-04", 8)]))
    assert upload.entries.values_list("label", "text").get() == ("سعد", "1023")


def test_a_day_twice_is_told_with_its_first_row(send, people):
    upload = send(files.workbook([LONG, row(people[0], 4, 8), row(people[0], 4, 7)]))
    assert list(problems(upload)) == [3]
    assert "2" in problems(upload)[3]


def test_the_grid_layout_fills_changes_and_empties_days(send, people, noura, october):
    factories.make_hours(people[0], {october.day(1): 480, october.day(2): 480, october.day(3): 480})
    head = ("رقم الهوية", "الاسم", "1", "2", "4")
    content = files.workbook([head, (people[0].subscriber.national_id, "أي اسم", 8, None, "7:15")])
    upload = send(content)
    assert (upload.rows, upload.added, upload.changed, upload.same) == (1, 1, 1, 1)
    assert upload.findings["cleared"] == 1
    bring_in(upload, noura)
    assert stored(people[0]) == {1: 480, 2: 0, 3: 480, 4: 435}


def test_a_row_of_the_grid_with_one_bad_day_is_left_out_whole(send, people, noura):
    head = ("National ID", "1", "2")
    ids = [contract.subscriber.national_id for contract in people]
    upload = send(files.workbook([head, (ids[0], 8, 13), (ids[1], 8, 8), (ids[1], 1, 1)]))
    assert set(problems(upload)) == {2, 4}
    bring_in(upload, noura)
    assert (stored(people[0]), stored(people[1])) == ({}, {1: 480, 2: 480})


def test_hijri_dates_are_a_question(send, people, noura):
    """B21: 12 Jumada al-Ula 1448 is 23 October 2026; 5 Jumada al-Ula is the 16th."""
    national_id = people[0].subscriber.national_id
    upload = send(files.workbook([LONG, (national_id, "1448-05-05", 8), (national_id, "2026-10-04", 8)]))
    assert "هجري" in problems(upload)[2]
    written, day = upload.findings["hijri"]
    assert written == "1448-05-05"
    converted = work(services.convert_dates(upload_id=upload.pk, now=time_of_day.now()))
    assert (converted.bad_rows, converted.added) == (0, 2)
    with pytest.raises(rules.MoveNotAllowed):
        services.convert_dates(upload_id=upload.pk, now=time_of_day.now())
    bring_in(converted, noura)
    assert stored(people[0]).keys() == {4, datetime.date.fromisoformat(day).day}


def test_what_changed_meanwhile_is_told_and_the_person_left_as_he_stands(send, people, noura, october):
    upload = send(files.workbook([LONG, row(people[0], 4, 8), row(people[0], 5, 8), row(people[1], 4, 8)]))
    factories.make_hours(people[0], {october.day(4): 300})
    imported = bring_in(upload, noura)
    assert imported.imported == 1
    assert set(problems(imported)) == {2, 3}
    assert "5 ساعات" in problems(imported)[2]
    assert problems(imported)[3] == "تعذّر استيراد ساعات أخرى للشخص نفسه، فتُركت هذه أيضًا"
    assert (stored(people[0]), stored(people[1])) == ({4: 300}, {4: 480})


def test_a_month_attested_meanwhile_takes_nothing(send, people, noura, october, establishment):
    upload = send(files.workbook([LONG, row(people[0], 4, 8)]))
    Timesheet.objects.create(
        establishment=establishment, month=october, status="attested", attested_at=time_of_day.now()
    )
    refused = bring_in(upload, noura)
    assert refused.stage == Stage.REFUSED
    assert "معتمد" in refused.refusal_text
    assert not stored(people[0])


def test_a_contract_that_left_the_month_holds_its_person_back(send, people, noura, october):
    upload = send(files.workbook([LONG, row(people[0], 4, 8), row(people[1], 4, 8)]))
    people[0].__class__.objects.filter(pk=people[0].pk).update(ends_on=october.previous.last_day)
    imported = bring_in(upload, noura)
    assert imported.imported == 1
    assert set(problems(imported)) == {2}


def test_a_move_that_is_over_is_refused(send, people, noura):
    upload = send(files.workbook([LONG, row(people[0], 4, 8)]))
    services.discard(upload_id=upload.pk, by=noura, now=time_of_day.now())
    upload.refresh_from_db()
    assert (upload.stage, upload.content, upload.entries.count()) == (Stage.DISCARDED, None, 0)
    with pytest.raises(rules.MoveNotAllowed, match="مهمل"):
        services.request_import(upload_id=upload.pk, by=noura, now=time_of_day.now())


def test_a_week_later_the_rows_are_forgotten_and_what_came_of_them_is_not(send, people, noura):
    applied = bring_in(send(files.workbook([LONG, row(people[0], 4, 8)])), noura)
    waiting = send(files.workbook([LONG, row(people[1], 4, 8)]))
    later = time_of_day.now() + datetime.timedelta(days=6)
    assert services.forget_uploads(now=later) == 0
    assert services.forget_uploads(now=later + datetime.timedelta(days=2)) == 2
    for upload, stage in ((applied, Stage.APPLIED), (waiting, Stage.DISCARDED)):
        upload.refresh_from_db()
        assert (upload.stage, upload.content, upload.entries.count()) == (stage, None, 0)
    assert applied.imported == 1


def test_a_worker_that_died_is_followed_by_another(send, people, noura, establishment, october):
    content = files.workbook([LONG, row(people[0], 4, 8)])
    upload = services.take_upload(
        establishment=establishment,
        kind=Kind.HOURS,
        month=october,
        name="a.csv",
        content=content,
        by=noura,
        now=time_of_day.now(),
    )
    now = time_of_day.now()
    Upload.objects.filter(pk=upload.pk).update(taken_at=now, attempts=1, started_at=now)
    assert not services.work(upload_id=upload.pk, clock=time_of_day.now)
    later = now + datetime.timedelta(seconds=31)
    assert services.work(upload_id=upload.pk, clock=lambda: later)
    upload.refresh_from_db()
    assert upload.stage == Stage.CHECKED


def test_a_worker_killed_in_the_middle_leaves_nothing_doubled_or_half(send, people, noura, monkeypatch):
    """The first person is through; with the second the worker dies after the hours are written, before they hold."""
    upload = send(files.workbook([LONG, *[row(contract, day, 8) for contract in people for day in (4, 5)]]))
    services.request_import(upload_id=upload.pk, by=noura, now=time_of_day.now())
    monkeypatch.setattr(importing, "PEOPLE_AT_ONCE", 1)
    assert services.work(upload_id=upload.pk, clock=time_of_day.now)

    def die(*arguments, **options):
        apply_hours(*arguments, **options)
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(importing, "apply_hours", die)
        with pytest.raises(SystemExit):
            services.work(upload_id=upload.pk, clock=time_of_day.now)
    assert HoursEntry.objects.count() == 2
    assert Upload.objects.get().done == 2
    finished = work(upload)
    assert (finished.stage, finished.imported, HoursEntry.objects.count()) == (Stage.APPLIED, 6, 6)
    assert set(MonthTotal.objects.values_list("minutes", flat=True)) == {960}


def test_a_file_on_which_every_worker_dies_is_given_up(send, people, noura):
    upload = send(files.workbook([LONG, row(people[0], 4, 8)]))
    services.request_import(upload_id=upload.pk, by=noura, now=time_of_day.now())
    Upload.objects.filter(pk=upload.pk).update(attempts=3)
    assert services.work(upload_id=upload.pk, clock=time_of_day.now)
    upload.refresh_from_db()
    assert upload.stage == Stage.REFUSED
    assert not stored(people[0])


def test_refused_before_anything_is_kept(send):
    with pytest.raises(DomainError):
        send(b"")
    assert not Upload.objects.exists()
