"""What a person's ID is, however it is typed."""

import pytest

from apps.accounts import rules
from apps.accounts.rules import check_person_id


@pytest.mark.parametrize("number", ["1000000008", "1012345672", "1098765439", "2000000006", "2123456788"])
def test_ids_with_a_right_check_digit_are_taken(number):
    assert check_person_id(number) == number


@pytest.mark.parametrize(
    "typed", ["١٠٠٠٠٠٠٠٠٨", "۱۰۰۰۰۰۰۰۰۸", " 1000000008\n", "1000 000 008", "\u200f1000000008\u200b", "1000000008\u00a0"]
)
def test_digits_of_this_place_spaces_and_unseen_marks_make_no_difference(typed):
    assert check_person_id(typed) == "1000000008"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("1000000000", rules.IdNotValid),
        ("1111111111", rules.IdNotValid),
        ("2222222222", rules.IdNotValid),
        ("3000000004", rules.IdBeginsWrong),
        ("0000000000", rules.IdBeginsWrong),
        ("100000000", rules.IdNotTenDigits),
        ("10000000080", rules.IdNotTenDigits),
        ("1" * 5000, rules.IdNotTenDigits),
        ("", rules.IdNotDigits),
        ("10000O0008", rules.IdNotDigits),
        ("-100000008", rules.IdNotDigits),
        ("１０００００００08", rules.IdNotDigits),
        ("10000٠٠٠٠8", rules.IdNotDigits),
        ("1000000008;--", rules.IdNotDigits),
        ("²000000006", rules.IdNotDigits),
    ],
)
def test_everything_else_is_refused_by_its_reason(typed, refusal):
    with pytest.raises(refusal):
        check_person_id(typed)
