"""A name is found however it is written."""

import pytest

from apps.common.names import KEY_LENGTH, fold, search_key


@pytest.mark.parametrize(
    ("sought", "stored"),
    [
        ("احمد", "أحمد"),
        ("أحمد", "احمد"),
        ("فاطمه", "فاطمة"),
        ("فاطمة", "فاطمه"),
        ("مويد", "مؤيد"),
        ("محمد", "مـحـمـد"),
        ("محمد", "مُحَمَّد"),
        ("ابراهيم", "إبراهيم"),
        ("عبدالله", "عبد الله"),
        ("عبد  الله", "عبد الله"),
        ("رحمن", "عبد الرحمٰن"),
        ("هدي", "هدى"),
        ("نايف", "نائف"),
        ("sanabel", "Sanabel Bakery"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("محطة ٧", "محطة 7"),
    ],
)
def test_a_name_is_found(sought, stored):
    assert fold(sought) in search_key(stored)


@pytest.mark.parametrize(("sought", "stored"), [("سالم", "سليم"), ("نورة", "نور"), ("حمد", "احسان")])
def test_another_name_is_not_found(sought, stored):
    assert fold(sought) not in search_key(stored)


def test_a_key_is_never_longer_than_its_column_and_begins_with_the_words():
    name = "عبد الرحمن " * 13
    assert search_key(name, name, name) == " | ".join([fold(name)] * 3 + ["عبدالرحمن" * 13] * 3)[:KEY_LENGTH]
    assert len(search_key("ﷺ" * 150)) == KEY_LENGTH == 700


def test_words_of_two_names_do_not_run_into_each_other():
    assert fold("العتيبي sanabel") not in search_key("نورة العتيبي", "Sanabel")
