"""Names are found as people type them, and stand in the order of an Arabic dictionary."""

import pytest

from tests import factories

NAMES = [
    "أحمد السالم",
    "فاطمة الحربي",
    "عبد الله القحطاني",
    "محمد الزهراني",
    "إبراهيم العمري",
    "آمنة الشهري",
    "هدى المطيري",
]
# As ICU sorts them for Arabic; by code points أ and آ would come before all others.
IN_ORDER = [NAMES[place] for place in (4, 0, 5, 2, 1, 3, 6)]


@pytest.fixture
def people(establishment, transactional_db):
    people = [factories.make_subscriber(full_name_ar=name) for name in NAMES]
    for person in people:
        factories.make_contract(establishment=establishment, subscriber=person)
    return people


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("احمد", "أحمد السالم"),
        ("فاطمه", "فاطمة الحربي"),
        ("عبدالله", "عبد الله القحطاني"),
        ("مـحـمـد", "محمد الزهراني"),
        ("امنه", "آمنة الشهري"),
        ("هدي", "هدى المطيري"),
    ],
)
@pytest.mark.parametrize("place", ["contracts/", "hours/2026-10/"])
def test_a_name_is_found_however_it_is_typed(walk, noura, establishment, people, place, typed, found):
    visitor = walk(noura).go(f"/e/{establishment.unified_number}/{place}")
    visitor.field("q").fill(typed)
    visitor.follow(lambda: visitor.field("q").press("Enter"), echoes=(typed,))
    names = [name for name in NAMES if name in visitor.text()]
    assert names == [found]


def test_names_stand_in_the_order_of_a_dictionary(walk, noura, establishment, people):
    text = walk(noura).go(f"/e/{establishment.unified_number}/contracts/").text()
    assert sorted(NAMES, key=text.index) == IN_ORDER != sorted(NAMES)
