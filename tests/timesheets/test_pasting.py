"""What a block from a spreadsheet means: the two shapes, whose rows it names, and what of it does not land."""

import pytest

from apps.timesheets import rules

MONTH = 30


def place(contract_id, national_id, *names, term=range(1, 31), until=30):
    open_days = range(term.start, min(term.stop, until + 1))
    return rules.Place(contract_id, national_id, rules.name_keys(*names), term, open_days)


AHMAD = place(1, "1000000001", "أحمد عبد الله الحربي", "Ahmad Alharbi")
BADR = place(2, "1000000002", "بدر القحطاني")
TURKI = place(3, "1000000003", "تركي الغامدي", term=range(1, 21))
PLACES = [AHMAD, BADR, TURKI]


def paste(text, places=PLACES, *, contract_id=1, day=1):
    block = rules.read_block(text)
    return rules.paste(block, places, contract_id=contract_id, day=day, month_length=MONTH)


def test_a_bare_block_covers_rows_and_days_from_its_cell():
    pasted = paste("8\t٧٫٥\n7:30\t\n", contract_id=2, day=5)
    assert pasted.cells == {2: {5: "8", 6: "7.5"}, 3: {5: "7.5", 6: ""}}
    assert (pasted.count, pasted.skipped) == (3, 0)


def test_bad_values_land_as_they_are():
    assert paste("ثمان\t25\t8.333").cells == {1: {1: "ثمان", 2: "25", 3: "8.333"}}


def test_what_lies_beyond_is_counted_with_its_reason_and_empty_cells_are_not():
    places = [AHMAD, TURKI, place(4, "1000000004", "خالد", until=19)]
    pasted = paste("1\t1\t\n1\t1\t\n1\t1\t\n1\t\t", places, day=20)
    assert pasted.cells == {1: {20: "1", 21: "1", 22: ""}, 3: {20: "1"}}
    assert (pasted.outside, pasted.ahead, pasted.beyond) == (1, 2, 1)
    assert paste("1\t1", day=30).beyond == 1


def test_rows_find_their_people_by_id_before_name():
    pasted = paste("1000000003\tأحمد عبد الله الحربي\t4\n1000000001\tx\t5")
    assert pasted.cells == {3: {1: "4"}, 1: {1: "5"}}


@pytest.mark.parametrize("label", ["١٠٠٠٠٠٠٠٠١", "احمد عبدالله الحربى", "AHMAD  ALHARBI", "\u200f1000000001"])
def test_ids_and_names_are_read_as_people_write_them(label):
    assert paste(f"{label}\t4").cells == {1: {1: "4"}}


def test_an_unknown_id_does_not_fall_to_a_namesake():
    pasted = paste("1000000009\tبدر القحطاني\t4\n1000000001\tأحمد\t5")
    assert pasted.cells == {1: {1: "5"}}
    assert pasted.unmatched == ["1000000009 بدر القحطاني"]


def test_the_hours_of_people_of_another_page_land_on_nobody_here():
    """A block none of whose people are on the page names its people all the same."""
    pasted = paste("يوسف بن يوسف العنزي\t3\t4\nHind bint Fahad Alshehri\t5\t6")
    assert pasted.cells == {}
    assert pasted.unmatched == ["يوسف بن يوسف العنزي", "Hind bint Fahad Alshehri"]


def test_a_row_without_a_name_is_told_by_its_number():
    pasted = paste("Ahmad Alharbi\t4\n\t6")
    assert (pasted.cells, pasted.unmatched, pasted.nameless) == ({1: {1: "4"}}, [], [2])


def test_a_name_of_two_people_finds_nobody():
    twins = [place(1, "1000000001", "أحمد"), place(2, "1000000002", "احمد"), BADR]
    assert paste("أحمد\t4\nبدر القحطاني\t5", [*twins[:2], place(3, "1000000003", "بدر القحطاني")]).cells == {
        3: {1: "5"}
    }


def test_a_first_line_of_days_says_which_column_is_which():
    pasted = paste("الهوية\tالاسم\t3\t4\t5\t6\t7\tالمجموع\n1000000001\tأحمد\t4\t5\t\t\t2\t11", day=9)
    assert pasted.cells == {1: {3: "4", 4: "5", 5: "", 6: "", 7: "2"}}
    assert pasted.beyond == 1


def test_hours_of_somebody_unknown_are_no_days():
    pasted = paste("مجهول\t1\t2\t3\nبدر القحطاني\t5", day=9)
    assert pasted.cells == {2: {9: "5"}}
    assert pasted.unmatched == ["مجهول"]


def test_a_block_as_wide_as_the_month_begins_with_its_first_day():
    assert paste("1000000001\t8" + "\t" * 29, day=12).cells[1][1] == "8"
    assert paste("1000000001\t8", day=12).cells == {1: {12: "8"}}


def test_one_person_with_two_contracts_gets_each_day_in_the_contract_of_that_day():
    both = [place(1, "1000000001", term=range(1, 11)), place(2, "1000000001", term=range(15, 31))]
    pasted = paste("1000000001\t1\t2\t3", both, day=10)
    assert pasted.cells == {1: {10: "1"}}
    assert pasted.outside == 2
    assert paste("1000000001\t1", both, day=15).cells == {2: {15: "1"}}


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\n\n"])
def test_line_ends_of_all_systems_are_read(ending):
    assert rules.read_block(f"1\t2\r\n3\t4{ending}") == [["1", "2"], ["3", "4"]]


def test_quoted_cells_are_one_cell():
    assert rules.read_block('"a\nb"\t2') == [["a\nb", "2"]]


def test_more_than_a_page_is_refused():
    with pytest.raises(rules.BlockTooLarge):
        rules.read_block("8\t" * 60_000)


def test_only_what_differs_is_a_change():
    standing = {1: {1: "7:30", 2: "8", 3: "x"}}
    assert list(rules.differing({1: {1: "7.5", 2: "9", 3: "x", 4: "", 5: "1"}}, standing)) == [
        (1, 2, "8", "9"),
        (1, 5, "", "1"),
    ]
