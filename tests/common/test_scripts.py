"""What names and remarks may consist of."""

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from apps.common import scripts
from apps.common.scripts import plain_text


def read(text: str) -> str:
    return plain_text(text, limit=150)


@pytest.mark.parametrize(
    "text",
    [
        "نورة بنت عبد الله العتيبي",
        "مُؤَيَّد",
        "José Ñandú-O’Neill",
        "<script>alert(1)</script>",
        "{{7*7}} {% load %}",
        "شركة «السنابل» (فرع ٢)، الرياض",
        "عبد\u200cالله",
        "چای گل",
    ],
)
def test_readable_text_stays_as_it_is(text):
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  نورة \u00a0 العتيبي\n", "نورة العتيبي"),
        ("نورة\r\nالعتيبي\tأم خالد", "نورة العتيبي أم خالد"),
        ("\u200fنورة\u200e\ufeff", "نورة"),
        ("e\u0301", "é"),
        ("   ", ""),
    ],
)
def test_spaces_lines_and_unseen_marks_are_put_in_order(text, kept):
    assert read(text) == kept


@pytest.mark.parametrize("mark", [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))])
def test_marks_that_turn_the_direction_are_refused(mark):
    with pytest.raises(scripts.TextTurnsDirection):
        read(f"نورة {mark}العتيبي")


@pytest.mark.parametrize(
    "character", ["😀", "\ue000", "\ud800", "\x00", "\x1b", "\u0378", "李", "Ж", "\ufdfa", "\u2028x\u0007", "１"]
)
def test_what_our_fonts_or_readers_cannot_show_is_refused(character):
    with pytest.raises(scripts.TextNotReadable):
        read(f"نورة{character}")


def test_every_letter_that_is_taken_can_be_printed():
    joiners = {0x200C, 0x200D}
    for path in (settings.BASE_DIR / "static" / "fonts" / "ttf").glob("*.ttf"):
        drawn = TTFont(path).getBestCmap().keys() | joiners
        assert not [chr(code) for code in range(0x20, 0x3000) if code not in drawn and _is_taken(chr(code))]


def _is_taken(character: str) -> bool:
    """Whether it is kept as it is; what is put in order or folded into another one does not count."""
    try:
        return character in read(f"ن{character}ن")
    except scripts.DomainError:
        return False


def test_an_unprintable_character_is_named_by_its_number():
    with pytest.raises(scripts.TextNotReadable, match=r"U\+E000"):
        read("نورة\ue000")


def test_a_long_text_is_refused_with_its_length():
    assert read("ن" * 150)
    with pytest.raises(scripts.TextTooLong, match="151"):
        read("ن" * 151)
    with pytest.raises(scripts.TextTooLong, match="20000"):
        read("ن" * 20_000)


def test_marks_do_not_pile_up_on_one_letter():
    assert read("ن" + "\u0651\u064e")
    with pytest.raises(scripts.TextPilesMarks):
        read("ن" + "\u0651" * 20)
