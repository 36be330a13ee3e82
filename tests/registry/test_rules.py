"""Numbers and names of establishments and subscribers."""

import pytest

from apps.accounts.rules import MobileNotValid
from apps.registry import rules


@pytest.mark.parametrize("typed", ["7001234561", "٧٠٠١٢٣٤٥٦١", "۷۰۰۱۲۳۴۵۶۱", " 7001 234 561 "])
def test_a_unified_number_is_ten_digits_that_begin_with_seven(typed):
    assert rules.check_unified_number(typed) == "7001234561"


@pytest.mark.parametrize(
    "typed", ["", "1001234561", "700123456", "70012345610", "７001234561", "700123456x", "7٠٠1234561"]
)
def test_another_unified_number_is_refused(typed):
    with pytest.raises(rules.UnifiedNumberNotValid):
        rules.check_unified_number(typed)


def test_flexible_work_is_for_saudis_only():
    assert rules.check_national_id("1012345672") == "1012345672"
    with pytest.raises(rules.NotSaudi, match="27/2/2"):
        rules.check_national_id("2123456788")


@pytest.mark.parametrize(
    "typed",
    ["0512345678", "٠٥١٢٣٤٥٦٧٨", "+966512345678", "966512345678", "00966 51 234 5678", "(051) 234-5678", "512345678"],
)
def test_a_mobile_number_has_one_stored_form(typed):
    assert rules.check_mobile(typed) == "+966512345678"


@pytest.mark.parametrize("typed", ["0412345678", "05123456789", "+971512345678", "05123٤5678", "phone"])
def test_another_mobile_number_is_refused(typed):
    with pytest.raises(MobileNotValid):
        rules.check_mobile(typed)


def test_a_mobile_number_may_be_missing():
    assert rules.check_mobile("  ") == ""
