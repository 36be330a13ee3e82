"""The hours grid as people use it by keyboard and clipboard, in both directions of writing, and what it never loses."""

import datetime
import json
import re
from pathlib import Path

import pytest

from apps.common.periods import Month
from apps.timesheets.models import HoursEntry
from tests import factories

SEPTEMBER = Month(2026, 9)
CASES = json.loads((Path(__file__).parents[1] / "timesheets" / "hours_cases.json").read_text(encoding="utf-8"))
SAVE = {"ar": "حفظ المسودة", "en": "Save draft"}
PASTE = """async ([name, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const field = document.getElementsByName(name)[0];
    field.focus();
    field.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""
COPY = """() => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent("copy", {clipboardData, bubbles: true, cancelable: true}));
    return clipboardData.getData("text/plain");
}"""


@pytest.fixture(autouse=True)
def in_the_days_of_grace(clock):
    """Saturday, 3 October: September is over and may still be entered."""
    clock.move_to(factories.at(datetime.date(2026, 10, 3)))


@pytest.fixture
def people(establishment):
    """Three contracts, in the order of the grid; the third ends on the 20th."""
    names = ("أحمد الحربي", "بدرية القحطاني", "تركي الغامدي")
    ends = (datetime.date(2026, 12, 31), datetime.date(2026, 12, 31), datetime.date(2026, 9, 20))
    return [
        factories.make_contract(
            establishment=establishment,
            subscriber=factories.make_subscriber(full_name_ar=name, full_name_en=""),
            ends_on=end,
        )
        for name, end in zip(names, ends, strict=True)
    ]


@pytest.fixture
def grid(establishment):
    return f"/e/{establishment.unified_number}/hours/{SEPTEMBER}/"


@pytest.fixture(params=["ar", "en"])
def visitor(request, walk, badr, people, grid):
    return walk(badr, language=request.param).go(grid)


@pytest.fixture
def arab(walk, badr, people, grid):
    return walk(badr).go(grid)


def name(contract, day: int) -> str:
    return f"h-{contract.pk}-{day}"


def cell(visitor, contract, day: int):
    return visitor.field(name(contract, day))


def values(visitor, contract, *days: int) -> list[str]:
    return [cell(visitor, contract, day).input_value() for day in days]


def focused(visitor) -> str:
    return visitor.page.evaluate("document.activeElement.name")


def press(visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)


def type_into(visitor, contract, day: int, text: str) -> None:
    cell(visitor, contract, day).focus()
    visitor.page.keyboard.type(text)


def paste(visitor, contract, day: int, text: str) -> None:
    with visitor.page.expect_response(lambda answer: answer.request.method == "POST"):
        visitor.page.evaluate(PASTE, [name(contract, day), text])
    visitor.page.locator("#result").wait_for(state="visible")


def stored(contract) -> dict[int, int]:
    rows = HoursEntry.objects.filter(contract=contract, minutes__gt=0)
    return {day.day: minutes for day, minutes in rows.values_list("work_date", "minutes")}


def total(visitor, contract) -> str:
    return visitor.page.locator(f"tr:has(#p{contract.pk}) .tot bdi").first.inner_text()


# Keys


def test_arrows_move_to_the_cell_that_lies_there(visitor, people):
    start = cell(visitor, people[0], 10)
    start.focus()
    before = start.bounding_box()
    press(visitor, "ArrowLeft")
    assert focused(visitor) == name(people[0], 11 if visitor.language == "ar" else 9)
    assert visitor.page.locator(":focus").bounding_box()["x"] < before["x"]
    press(visitor, "ArrowRight", "ArrowRight")
    assert visitor.page.locator(":focus").bounding_box()["x"] > before["x"]
    press(visitor, "ArrowDown")
    assert focused(visitor) == name(people[1], 9 if visitor.language == "ar" else 11)


def test_rows_and_the_grid_have_ends(arab, people):
    cell(arab, people[1], 10).focus()
    press(arab, "Home")
    assert focused(arab) == name(people[1], 1)
    press(arab, "End")
    assert focused(arab) == name(people[1], 30)
    press(arab, "Control+End")
    assert focused(arab) == name(people[2], 20)
    press(arab, "Control+Home")
    assert focused(arab) == name(people[0], 1)
    press(arab, "Enter", "Enter", "Enter", "Shift+Enter")
    assert focused(arab) == name(people[1], 1)
    assert arab.page.url.endswith("/2026-09/")


def test_a_caret_moves_inside_a_value_only_when_asked(arab, people):
    type_into(arab, people[0], 10, "7.5")
    press(arab, "ArrowRight")
    assert focused(arab) == name(people[0], 9)
    press(arab, "ArrowLeft", "F2", "ArrowLeft", "ArrowLeft")
    assert focused(arab) == name(people[0], 10)
    arab.page.keyboard.type("1")
    assert values(arab, people[0], 10) == ["71.5"]
    press(arab, "Escape")
    assert values(arab, people[0], 10) == ["7.5"]


def test_typing_replaces_and_escape_brings_back(arab, people):
    type_into(arab, people[0], 1, "8")
    press(arab, "Enter")
    type_into(arab, people[0], 1, "6")
    assert values(arab, people[0], 1) == ["6"]
    press(arab, "Escape")
    assert values(arab, people[0], 1) == ["8"]
    press(arab, "Delete")
    assert values(arab, people[0], 1) == [""]


def test_cells_are_filled_copied_and_emptied_and_each_is_one_step(arab, people):
    type_into(arab, people[0], 3, "8")
    type_into(arab, people[0], 4, "7:30")
    cell(arab, people[1], 3).focus()
    press(arab, "Control+d")
    assert values(arab, people[1], 3) == ["8"]
    cell(arab, people[0], 3).focus()
    press(arab, "Shift+ArrowLeft", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    assert [values(arab, person, 3, 4) for person in people] == [["8", "7.5"]] * 3
    assert arab.page.evaluate(COPY) == "8\t7.5\n8\t7.5\n8\t7.5"
    press(arab, "Delete")
    assert [values(arab, person, 3, 4) for person in people] == [["", ""]] * 3
    press(arab, "Control+z")
    assert values(arab, people[2], 3, 4) == ["8", "7.5"]
    press(arab, "Control+z")
    assert [values(arab, person, 3, 4) for person in people] == [["8", "7.5"], ["8", ""], ["", ""]]
    press(arab, "Control+y")
    assert values(arab, people[2], 3, 4) == ["8", "7.5"]


def test_a_long_name_in_the_frame_widens_no_page(walk, noura, people, grid):
    noura.full_name = "سارة بنت علي بن عبدالرحمن بن عبدالعزيز الزهراني"
    noura.save()
    walk(noura, language="en").go(grid)


def test_only_the_keys_that_are_told_command_the_grid(arab, people):
    """Control and the plus of the number pad make a page larger; D is not the last letter of their names."""
    type_into(arab, people[0], 3, "8")
    cell(arab, people[1], 3).focus()
    press(arab, "Control+NumpadAdd", "Control+Period")
    assert values(arab, people[1], 3) == [""]


def test_too_many_hours_stay_as_they_were_typed(arab, people):
    type_into(arab, people[0], 5, "1000")
    press(arab, "Tab")
    assert values(arab, people[0], 5) == ["1000"]


def test_no_key_holds_anybody_in_the_grid(visitor, people):
    cell(visitor, people[0], 1).focus()
    press(visitor, "Control+ArrowDown")
    assert visitor.page.evaluate("document.activeElement.value") == "save"
    cell(visitor, people[2], 20).focus()
    press(visitor, "Tab")
    assert not focused(visitor).startswith("h-")
    visitor.page.locator(".sheet .skip").focus()
    press(visitor, "Enter")
    assert visitor.page.evaluate("document.activeElement.id") == "dock"


def test_the_focused_cell_lies_under_no_bar(visitor, people, establishment, grid):
    for _ in range(12):
        factories.make_contract(establishment=establishment)
    visitor.go(grid)
    press(visitor, "Tab")
    for move in ("Control+End", "Home", "Control+Home", "End"):
        visitor.page.locator("input[name^='h-']").first.focus() if move == "Control+End" else None
        press(visitor, move)
        is_clear = visitor.page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                return document.elementFromPoint(x, y) === document.activeElement;
            }"""
        )
        assert is_clear, move


def test_a_month_is_saved_by_keyboard(arab, people):
    type_into(arab, people[0], 1, "٧٫٥")
    arab.follow(lambda: press(arab, "Control+s"))
    assert stored(people[0]) == {1: 450}


def test_contributions_follow_what_is_typed_and_come_from_the_server(walk, noura, people, grid):
    visitor = walk(noura).go(grid)
    estimate = visitor.page.locator("[hx-post]")
    type_into(visitor, people[0], 1, "8")
    visitor.page.get_by_text("48.00").wait_for()
    assert estimate.inner_text() == "48.00 ريال"
    press(visitor, "Control+z")
    visitor.page.get_by_text("0.00", exact=False).first.wait_for()
    assert stored(people[0]) == {}
    visitor.look()


def test_the_keys_are_told_in_a_dialog(visitor):
    visitor.page.locator("[data-opens=keys]").click()
    visitor.page.get_by_role("dialog").wait_for()
    assert "Ctrl+D" in visitor.page.get_by_role("dialog").inner_text()
    visitor.look_with_axe()
    press(visitor, "Escape")
    assert not visitor.page.get_by_role("dialog").is_visible()


# Blocks


def test_a_block_lands_is_counted_and_is_undone_at_once(arab, people):
    paste(arab, people[1], 19, "٧٫٥\t7:30\tثمان\n8\t8\t8\n9\t9\t9")
    assert values(arab, people[1], 19, 20, 21) == ["7.5", "7.5", "ثمان"]
    assert values(arab, people[2], 19, 20) == ["8", "8"]
    said = arab.page.locator("#result").inner_text()
    assert "أُلصقت 5 قيم، وتُخطيت 4" in said
    assert "خارج مدة العقد: 1" in said
    assert "خارج صفوف هذه الصفحة وأيامها: 3" in said
    assert cell(arab, people[1], 21).get_attribute("aria-invalid") == "true"
    arab.look(echoes=("ثمان",))
    cell(arab, people[1], 19).focus()
    press(arab, "Control+z")
    assert values(arab, people[1], 19, 20, 21) == values(arab, people[2], 19, 20, 18) == ["", "", ""]


def test_a_block_with_ids_finds_its_people(arab, people):
    ids = [contract.subscriber.national_id for contract in people]
    paste(arab, people[0], 2, f"{ids[2]}\t4\n{ids[0]}\t5\n1999999999\t6\n")
    assert [values(arab, person, 2) for person in people] == [["5"], [""], ["4"]]
    assert "1999999999" in arab.page.locator("#result").inner_text()
    assert ids[0] not in arab.page.content()
    arab.page.locator("#result [data-undo]").click()
    assert [values(arab, person, 2) for person in people] == [[""], [""], [""]]


def test_a_block_is_tried_and_put_into_the_grid_without_scripts(walk, badr, people, grid):
    visitor = walk(badr, scripts=False).go(grid)
    cell(visitor, people[0], 1).fill("3")
    visitor.press("لصق من Excel")
    visitor.page.locator("textarea").fill("تركي الغامدي\t8\t25\nأحمد الحربى\t\t٧٫٥\nمجهول\t1\t1")
    visitor.press("عرض التغييرات")
    text = visitor.text()
    assert "لم يُعثر في هذه الصفحة على: مجهول" in text
    assert "لا يمكن أن تتجاوز ساعات اليوم الواحد 12 ساعة" in text
    visitor.press("وضعها في الجدول")
    assert values(visitor, people[0], 1, 2) == ["", "7.5"]
    assert values(visitor, people[2], 1, 2) == ["8", "25"]
    assert cell(visitor, people[2], 2).get_attribute("aria-invalid") == "true"
    assert not HoursEntry.objects.exists()
    visitor.press(SAVE["ar"], status=422)
    assert (stored(people[0]), stored(people[2])) == ({2: 450}, {})


def test_last_months_hours_are_one_step(arab, people):
    factories.make_hours(people[0], {datetime.date(2026, 8, 3): 480, datetime.date(2026, 8, 4): 300})
    arab.press(re.compile("^نسخ من"))
    assert values(arab, people[0], 7, 1) == ["8", "5"]
    cell(arab, people[0], 20).focus()
    press(arab, "Control+z")
    assert values(arab, people[0], 7, 1) == ["", ""]


# Totals and limits


def test_totals_follow_what_is_typed_and_are_the_servers(visitor, people, grid):
    type_into(visitor, people[0], 1, "7:30")
    type_into(visitor, people[0], 2, "8")
    type_into(visitor, people[1], 2, "0.25")
    press(visitor, "Tab")
    look = "all => all.map(each => each.innerText.trim())"
    before = visitor.page.locator(".tot, tfoot td, #month-minutes, #month-days").evaluate_all(look)
    visitor.press(SAVE[visitor.language])
    assert visitor.page.locator(".tot, tfoot td, #month-minutes, #month-days").evaluate_all(look) == before
    assert total(visitor, people[0]) == "15.5"


def test_near_the_limit_it_is_said_and_said_aloud_once(arab, people, grid):
    factories.make_month(people[0], SEPTEMBER, 85)
    arab.go(grid)
    arab.page.evaluate(
        """() => {
            window.heard = [];
            const spoken = document.getElementById("spoken");
            const hear = new MutationObserver(() => window.heard.push(spoken.textContent));
            hear.observe(spoken, {childList: true, subtree: true});
        }"""
    )
    line = arab.page.locator(f"#m{people[0].pk}")
    type_into(arab, people[0], 20, "0.5")
    press(arab, "Enter")
    assert not line.is_visible()
    type_into(arab, people[0], 20, "1.25")
    assert not line.is_visible()
    press(arab, "Enter")
    line.wait_for(state="visible")
    assert "يمكن إدخال 8.75 ساعة إضافية فقط" in line.inner_text()
    type_into(arab, people[0], 21, "8.75")
    arab.page.wait_for_timeout(1500)
    assert "بلغ المجموع الحد الأعلى للشهر" in line.inner_text()
    heard = arab.page.evaluate("window.heard")
    assert len(heard) == len(set(heard)) <= 3  # once for a value at the most, never for a key
    assert "95" in heard[-1]
    press(arab, "Enter")
    type_into(arab, people[0], 21, "9")
    press(arab, "Enter")
    line.get_by_text("مجموع الشهر 95.25 ساعة، والحد الأعلى 95 ساعة").wait_for()
    arab.look()
    arab.press(SAVE["ar"], status=422)
    assert "مجموع الشهر 95.25 ساعة، والحد الأعلى 95 ساعة" in line.inner_text()
    type_into(arab, people[0], 21, "8")
    assert "95.25" not in line.inner_text()


@pytest.mark.parametrize("text", ["75", "8.1", "ثمان", "8.333", "12.25"])
def test_a_bad_value_is_told_at_the_cell_in_the_servers_words(visitor, people, text):
    type_into(visitor, people[0], 5, text)
    line = visitor.page.locator(f"#m{people[0].pk}")
    assert not line.is_visible()
    press(visitor, "Tab")
    line.wait_for(state="visible")
    said = line.inner_text()
    assert values(visitor, people[0], 5) == [text]
    assert cell(visitor, people[0], 5).get_attribute("aria-describedby") == f"m{people[0].pk}"
    visitor.look(echoes=(text,))
    visitor.press(SAVE[visitor.language], status=422, echoes=(text,))
    assert line.inner_text() == said
    type_into(visitor, people[0], 5, "8")
    assert not line.is_visible()
    assert cell(visitor, people[0], 5).get_attribute("aria-invalid") is None


def test_hours_are_read_in_the_browser_as_on_the_server(arab):
    address = arab.page.locator("script[type=module]").get_attribute("src")
    read = "async ([address, texts]) => { const {read} = await import(address); return texts.map(text => read(text)); }"

    def answers(texts):
        return arab.page.evaluate(read, [address, texts])

    assert answers([text for text, _ in CASES["minutes"]]) == [minutes or 0 for _, minutes in CASES["minutes"]]
    assert set(answers(CASES["HoursNotInSteps"])) == {"step"}
    assert set(answers(CASES["HoursNotUnderstood"])) == {"value"}


# Nothing typed is lost


def test_what_was_typed_before_a_crash_is_offered_once(walk, badr, people, grid):
    visitor = walk(badr).go(grid)
    type_into(visitor, people[0], 1, "6")
    type_into(visitor, people[1], 2, "7.5")
    visitor.page.on("dialog", lambda dialog: dialog.accept())
    visitor.go(grid)
    assert values(visitor, people[0], 1) == [""]
    visitor.page.get_by_role("button", name="استعادة").click()
    assert (values(visitor, people[0], 1), values(visitor, people[1], 2)) == (["6"], ["7.5"])
    assert total(visitor, people[1]) == "7.5"
    visitor.press(SAVE["ar"])
    assert (stored(people[0]), stored(people[1])) == ({1: 360}, {2: 450})
    visitor.go(grid)
    assert not visitor.page.locator("#draft").is_visible()
    assert visitor.page.evaluate("sessionStorage.length") == 0


def test_leaving_asks_only_when_something_is_not_saved(arab, people, grid):
    asked = []
    arab.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    arab.go(grid)
    assert asked == []
    type_into(arab, people[0], 1, "6")
    arab.go(grid)
    assert asked == ["beforeunload"]


def test_what_was_typed_does_not_outlive_the_sign_out(arab, people):
    type_into(arab, people[0], 1, "6")
    assert arab.page.evaluate("sessionStorage.length") == 1
    arab.page.on("dialog", lambda dialog: dialog.accept())
    arab.page.locator("header .menu summary").first.click()
    arab.follow(arab.page.get_by_role("button", name="تسجيل الخروج").first.click)
    assert arab.page.evaluate("sessionStorage.length") == 0


def test_different_cells_merge_and_the_same_cell_asks(walk, noura, badr, people, grid):
    first, second = walk(noura).go(grid), walk(badr).go(grid)
    type_into(first, people[0], 1, "8")
    first.press(SAVE["ar"])
    type_into(second, people[0], 1, "5")
    type_into(second, people[0], 2, "4")
    second.press(SAVE["ar"], status=409)
    second.page.locator(f'input[type=radio][name="{name(people[0], 1)}"][value="5"]').check()
    second.press(SAVE["ar"])
    assert stored(people[0]) == {1: 300, 2: 240}
