"""An employer's month from the first hour to the declaration, as a plain form and with all that a browser has."""

import datetime
import io
import re

import pypdf
import pytest
from django.utils import timezone

from apps.common.periods import Month
from apps.timesheets import services as timesheets
from apps.timesheets.models import Declaration, HoursEntry, MonthTotal, Timesheet
from tests import factories

SEPTEMBER = Month(2026, 9)
SAVE, REVIEW, ATTEST = "حفظ المسودة", "حفظ ومتابعة إلى المراجعة", "إقرار الساعات وإرسالها"


@pytest.fixture(autouse=True)
def in_the_days_of_grace(clock):
    """Saturday, 3 October: September is over and may still be entered."""
    clock.move_to(factories.at(datetime.date(2026, 10, 3)))


@pytest.fixture
def people(establishment):
    """Three contracts, in the order of the grid."""
    names = ("أحمد الحربي", "بدرية القحطاني", "تركي الغامدي")
    return [
        factories.make_contract(
            establishment=establishment, subscriber=factories.make_subscriber(full_name_ar=name, full_name_en="")
        )
        for name in names
    ]


@pytest.fixture
def grid(establishment):
    return f"/e/{establishment.unified_number}/hours/{SEPTEMBER}/"


def cell(visitor, contract, day: int):
    return visitor.field(f"h-{contract.pk}-{day}")


def stored(contract) -> dict[int, int]:
    rows = HoursEntry.objects.filter(contract=contract, minutes__gt=0)
    return {day.day: minutes for day, minutes in rows.values_list("work_date", "minutes")}


def test_hours_are_typed_saved_and_shown_again_without_scripts(walk, badr, people, grid):
    visitor = walk(badr, scripts=False).go(grid)
    for day, typed in {1: "٧٫٥", 2: "7:30", 3: "8", 4: "0.25", 5: "-"}.items():
        cell(visitor, people[0], day).fill(typed)
    visitor.press(SAVE)
    assert stored(people[0]) == {1: 450, 2: 450, 3: 480, 4: 15}
    visitor.go(grid)
    assert [cell(visitor, people[0], day).input_value() for day in range(1, 6)] == ["7.5", "7.5", "8", "0.25", ""]
    assert "23.25" in visitor.text()


def test_good_rows_are_saved_and_bad_ones_keep_their_text(walk, badr, people, grid):
    visitor = walk(badr, scripts=False).go(grid)
    cell(visitor, people[0], 1).fill("8")
    cell(visitor, people[1], 1).fill("25")
    cell(visitor, people[1], 2).fill("8")
    cell(visitor, people[2], 1).fill("ثمان")
    visitor.press(SAVE, status=422, echoes=("ثمان",))
    assert stored(people[0]) == {1: 480}
    assert stored(people[1]) == stored(people[2]) == {}
    assert [cell(visitor, people[1], day).input_value() for day in (1, 2)] == ["25", "8"]
    assert cell(visitor, people[2], 1).input_value() == "ثمان"
    assert visitor.page.title().startswith("خطأ")
    for contract in people[1:]:
        wrong = cell(visitor, contract, 1)
        assert wrong.get_attribute("aria-invalid") == "true"
        assert visitor.page.locator(f"#{wrong.get_attribute('aria-describedby')}").count() == 1
        assert visitor.page.locator(f'.errors a[href="#{wrong.get_attribute("id")}"]').count() == 1
    cell(visitor, people[1], 1).fill("2.5")
    cell(visitor, people[2], 1).fill("8")
    visitor.press(SAVE)
    assert stored(people[1]) == {1: 150, 2: 480}


def test_what_is_no_time_is_refused_and_kept(walk, badr, people, grid):
    visitor = walk(badr, scripts=False).go(grid)
    wrong = ("8.333", "1e2", "NaN", "1_0", "²", "-1", "12.25", "８", "1٢", "Infinity", "0x8", "<b>8</b>")
    for day, typed in enumerate(wrong, start=1):
        cell(visitor, people[0], day).fill(typed)
    visitor.press(SAVE, status=422, echoes=wrong)
    assert [cell(visitor, people[0], day).input_value() for day in range(1, len(wrong) + 1)] == list(wrong)
    assert visitor.page.locator(f"input[name^='h-{people[0].pk}-'][aria-invalid=true]").count() == len(wrong)
    assert stored(people[0]) == {}


def test_last_months_hours_are_copied_and_not_saved_before_they_are(walk, badr, people, grid):
    factories.make_hours(people[0], {datetime.date(2026, 8, 3): 480, datetime.date(2026, 8, 4): 300})
    visitor = walk(badr, scripts=False).go(grid)
    visitor.press(re.compile("^نسخ من"))
    copied = visitor.page.locator(f'[name^="h-{people[0].pk}-"]').evaluate_all(
        "all => all.filter(one => one.value).length"
    )
    assert copied >= 2
    assert stored(people[0]).keys() == {3, 4}
    visitor.press(SAVE)
    assert HoursEntry.objects.filter(contract=people[0], work_date__gte=SEPTEMBER.first_day, minutes=480).exists()


def test_turning_the_page_saves_first(walk, badr, establishment, grid):
    many = [factories.make_contract(establishment=establishment) for _ in range(23)]
    visitor = walk(badr, scripts=False).go(grid)
    shown = visitor.page.locator("input[name$='-1'][name^='h-']")
    assert shown.count() == 20
    first = shown.first.get_attribute("name")
    shown.first.fill("4")
    visitor.press(re.compile("2$"))
    assert visitor.page.locator("input[name$='-1'][name^='h-']").count() == len(many) - 20
    visitor.press(re.compile("1$"))
    assert visitor.field(first).input_value() == "4"


def test_near_the_limit_it_is_said_and_past_it_refused(walk, badr, people, grid):
    factories.make_month(people[0], SEPTEMBER, 85)
    visitor = walk(badr).go(grid)
    assert "قارب المجموع الحد الأعلى" not in visitor.text()
    cell(visitor, people[0], 20).fill("1")
    visitor.press(SAVE)
    assert re.search(r"قارب المجموع الحد الأعلى: .*\b9\b", visitor.text())
    cell(visitor, people[0], 21).fill("9.25")
    visitor.press(SAVE, status=422)
    assert "95.25" in visitor.text()
    assert cell(visitor, people[0], 21).input_value() == "9.25"
    cell(visitor, people[0], 21).fill("9")
    visitor.press(SAVE)
    assert MonthTotal.objects.get(subscriber=people[0].subscriber, month=SEPTEMBER).minutes == 5700


def test_two_people_change_the_same_cell_and_one_of_them_chooses(walk, noura, badr, people, grid):
    first = walk(noura).go(grid)
    second = walk(badr).go(grid)
    cell(first, people[0], 1).fill("8")
    cell(first, people[0], 2).fill("8")
    first.press(SAVE)
    cell(second, people[0], 1).fill("5")
    cell(second, people[1], 1).fill("6")
    second.press(SAVE, status=409)
    assert stored(people[0]) == {1: 480, 2: 480}
    assert stored(people[1]) == {1: 360}
    assert "نورة العتيبي" in second.text()
    second.page.locator(f'input[type=radio][name="h-{people[0].pk}-1"][value="5"]').check()
    second.press(SAVE)
    assert stored(people[0]) == {1: 300, 2: 480}


def test_the_month_is_attested_once_and_takes_no_more(walk, noura, people, grid):
    visitor = walk(noura).go(grid)
    cell(visitor, people[0], 1).fill("8")
    cell(visitor, people[1], 1).fill("7.25")
    visitor.press(REVIEW)
    assert "15.25" in visitor.text()
    visitor.page.get_by_role("checkbox").check()
    visitor.page.get_by_role("button", name=ATTEST).dblclick()
    visitor.page.wait_for_url("**/attested/")
    sheet = Timesheet.objects.get(month=SEPTEMBER)
    assert sheet.attested_by == noura
    assert sheet.reference in visitor.text()
    assert "15.25" in visitor.text()
    visitor.follow(visitor.page.go_back)
    assert sheet.reference in visitor.text()
    visitor.go(grid)
    assert visitor.page.locator("input[name^='h-']").count() == 0
    assert visitor.page.get_by_role("button", name=SAVE).count() == 0


def test_the_declaration_is_fetched_as_a_paper_and_the_month_is_opened_again(walk, noura, people, grid):
    factories.make_hours(people[0], {datetime.date(2026, 9, 1): 480, datetime.date(2026, 9, 2): 435})
    visitor = walk(noura, scripts=False).go(f"{grid}attest/")
    visitor.page.get_by_role("checkbox").check()
    visitor.press(ATTEST)
    declaration = Declaration.objects.get()
    assert "15.25" in visitor.text()
    visitor.press("PDF بالعربية")
    timesheets.render_next_paper(now=timezone.now())
    visitor.follow(visitor.page.reload)
    link = visitor.page.locator("main a[download]").get_attribute("href")
    content = visitor.page.context.request.get(f"{visitor.origin}{link}").body()
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert declaration.reference in printed
    assert "15.25" in printed
    visitor.go(grid).press("إعادة فتح الشهر", role="link")
    visitor.press("إعادة فتح الشهر", status=422)
    visitor.field("reason").fill("سُجّل يوم زائد")
    visitor.press("إعادة فتح الشهر")
    assert "سُجّل يوم زائد" in visitor.text()
    cell(visitor, people[0], 2).fill("")
    visitor.press(SAVE)
    assert stored(people[0])[1] == 480
    assert Declaration.objects.get().digest == declaration.digest


def test_nothing_is_attested_without_the_tick(walk, noura, people, grid):
    factories.make_hours(people[0], {datetime.date(2026, 9, 1): 480})
    visitor = walk(noura).go(f"{grid}attest/")
    visitor.press(ATTEST, status=422)
    assert visitor.page.title().startswith("خطأ")
    visitor.page.locator(".errors a").click()
    assert visitor.page.evaluate("document.activeElement.type") == "checkbox"
    assert not Timesheet.objects.filter(attested_at__isnull=False).exists()


def test_hours_typed_while_the_month_was_attested_are_shown_to_be_copied(walk, noura, badr, people, grid):
    factories.make_hours(people[0], {datetime.date(2026, 9, 1): 480})
    late = walk(badr).go(grid)
    visitor = walk(noura).go(f"{grid}attest/")
    visitor.page.get_by_role("checkbox").check()
    visitor.press(ATTEST)
    cell(late, people[0], 2).fill("3.25")
    late.press(SAVE, status=409)
    assert "3.25" in late.text()
    assert stored(people[0]) == {1: 480}


def test_who_only_enters_hours_is_told_who_attests(walk, badr, noura, people, grid):
    factories.make_hours(people[0], {datetime.date(2026, 9, 1): 480})
    visitor = walk(badr).go(f"{grid}attest/")
    assert "نورة العتيبي" in visitor.text()
    assert visitor.page.get_by_role("checkbox").count() == 0


def test_nobody_worked_is_declared_too(walk, noura, people, grid):
    visitor = walk(noura).go(f"{grid}attest/")
    visitor.page.get_by_role("checkbox").check()
    visitor.follow(visitor.page.locator("main form button[type=submit], main form button:not([type])").last.click)
    assert Timesheet.objects.get(month=SEPTEMBER).is_nil


def test_a_stranger_finds_no_such_establishment(walk, salem, people, grid):
    visitor = walk(salem).go(grid, status=404)
    assert "مخبز السنابل" not in visitor.text()
