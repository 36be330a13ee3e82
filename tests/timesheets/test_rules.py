"""Pure rules of hours: writing, merging, limits and the moves of a sheet, without a database."""

import datetime
import json
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.timesheets import rules
from apps.timesheets.choices import TimesheetStatus
from tests.factories import ruleset

CASES = json.loads((Path(__file__).parent / "hours_cases.json").read_text(encoding="utf-8"))
OCTOBER = Month(2026, 10)
YEAR = (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))


# Writing


@pytest.mark.parametrize(("text", "minutes"), CASES["minutes"])
def test_hours_are_read_as_people_write_them(text, minutes):
    assert rules.parse_minutes(text) == minutes


@pytest.mark.parametrize("text", CASES["HoursNotUnderstood"])
def test_what_is_no_number_of_hours_is_refused_with_its_text(text):
    with pytest.raises(rules.HoursNotUnderstood) as refused:
        rules.parse_minutes(text)
    with translation.override("en"):
        assert str(refused.value) == f"“{text}” is not understood. Write 7.5 or 7:30"


@pytest.mark.parametrize("text", CASES["HoursNotInSteps"])
def test_fractions_of_a_minute_are_refused_with_the_accepted_form(text):
    with pytest.raises(rules.HoursNotInSteps, match="ربع الساعة"):
        rules.parse_minutes(text)


def test_a_long_text_is_not_repeated_whole():
    with pytest.raises(rules.HoursNotUnderstood) as refused:
        rules.parse_minutes("x" * 5000)
    assert len(str(refused.value)) < 100


@given(st.integers(0, 1440))
def test_what_is_written_back_is_read_as_the_same(minutes):
    assert rules.parse_minutes(rules.as_hours(minutes - minutes % 3)) == minutes - minutes % 3


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text):
    try:
        minutes = rules.parse_minutes(text)
    except DomainError:
        return
    assert minutes is None or minutes >= 0


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0"), (15, "0.25"), (30, "0.5"), (450, "7.5"), (435, "7.25"), (600, "10"), (5700, "95")]
)
def test_hours_are_written_in_their_shortest_form(minutes, text):
    assert rules.as_hours(minutes) == text


# Merging


def entered(days, *, original=None):
    return rules.EnteredRow(1, days, original)


def test_a_day_only_one_person_changed_is_taken():
    assert rules.merge(entered({1: 480}, original={1: 0}), {}) == ({1: 480}, [], 0)


def test_a_day_left_alone_keeps_what_another_saved():
    assert rules.merge(entered({1: 0, 2: 300}, original={1: 0, 2: 0}), {1: 480}) == ({2: 300}, [], 1)


def test_two_people_who_mean_the_same_do_not_disagree():
    assert rules.merge(entered({1: 480}, original={1: 0}), {1: 480}) == ({}, [], 1)


def test_one_day_changed_to_two_values_is_a_question():
    assert rules.merge(entered({1: 300}, original={1: 0}), {1: 480}) == ({}, [(1, 480, 300)], 0)


def test_a_cleared_day_that_another_changed_is_a_question():
    assert rules.merge(entered({1: 0}, original={1: 480}), {1: 300}) == ({}, [(1, 300, 0)], 0)


def test_without_an_original_the_stored_value_is_overridden():
    assert rules.merge(entered({1: 300, 2: 480}), {1: 480, 2: 480}) == ({1: 300}, [], 0)


# Limits


def problems(changes, *, saved=None, elsewhere=None, until=31, term=YEAR, others=(), **overrides):
    claim = rules.Claim(1, *term, saved or {}, changes)
    found = rules.check_hours(
        [claim, *others],
        month=OCTOBER,
        elsewhere=elsewhere or {},
        rules=ruleset(OCTOBER, **overrides),
        until=until,
    )
    return [(problem.day, type(problem.refusal)) for _, problem in found]


@pytest.mark.parametrize("minutes", [15, 480, 720])
def test_quarter_hours_up_to_twelve_hours_are_accepted(minutes):
    assert problems({5: minutes}) == []


def test_e24_more_than_twelve_hours_a_day_are_refused():
    assert problems({5: 735}) == [(5, rules.DayOverLimit)]


def test_hours_outside_the_step_are_refused():
    assert problems({5: 492}) == [(5, rules.HoursNotInSteps)]
    assert problems({5: 480}, entry_step_minutes=60) == []
    assert problems({5: 450}, entry_step_minutes=60) == [(5, rules.HoursNotInSteps)]


@pytest.mark.parametrize("day", [4, 21])
def test_days_outside_the_contract_are_refused(day):
    term = (datetime.date(2026, 10, 5), datetime.date(2026, 10, 20))
    assert problems({day: 60}, term=term) == [(day, rules.DayOutsideContract)]
    assert problems({5: 60, 20: 60}, term=term) == []


def test_days_to_come_are_refused():
    assert problems({20: 60, 21: 60}, until=20) == [(21, rules.DayInFuture)]


def test_the_day_of_24_hours_counts_all_establishments():
    assert problems({5: 720}, elsewhere={5: 720}) == []
    assert problems({5: 720}, elsewhere={5: 735}) == [(5, rules.DayOverLimitInAll)]


def test_the_refusal_over_all_establishments_says_only_what_is_left():
    claim = rules.Claim(1, *YEAR, {}, {5: 720})
    [(_, problem)] = rules.check_hours([claim], month=OCTOBER, elsewhere={5: 960}, rules=ruleset(OCTOBER), until=31)
    with translation.override("en"):
        assert str(problem.refusal).endswith("Available to this establishment: 8 hours")
    assert "16" not in str(problem.refusal)


FULL = dict.fromkeys(range(1, 10), 600)  # 90 hours


@pytest.mark.parametrize(("hours", "refused"), [(6, True), (5, False), (5.25, True), (0.25, False)])
def test_e6_the_month_holds_95_hours(hours, refused):
    found = problems({10: int(hours * 60)}, saved=FULL)
    assert found == ([(None, rules.MonthOverLimit)] if refused else [])


def test_e6_the_refusal_says_how_many_hours_are_too_many():
    claim = rules.Claim(1, *YEAR, FULL, {10: 360})
    [(_, problem)] = rules.check_hours([claim], month=OCTOBER, elsewhere={}, rules=ruleset(OCTOBER), until=31)
    with translation.override("en"):
        assert str(problem.refusal) == "The month totals 96 hours; the limit is 95. Over by: 1; beside what is saved: 5"
    assert str(problem.refusal) == "مجموع الشهر 96 ساعة، والحد الأعلى 95 ساعة. الزيادة: 1، والمتاح فوق المحفوظ: 5"


def test_several_contracts_of_one_pair_share_the_month():
    earlier = rules.Claim(2, datetime.date(2026, 1, 1), datetime.date(2026, 10, 15), FULL)
    assert problems({20: 300}, others=[earlier]) == []
    assert problems({20: 315}, others=[earlier]) == [(None, rules.MonthOverLimit)]


def test_e12_with_the_limit_over_the_worker_only_the_rest_may_be_entered():
    elsewhere = dict.fromkeys(range(1, 11), 360)  # 60 hours
    changes = dict.fromkeys(range(11, 16), 420)  # 35 hours
    assert problems(changes, elsewhere=elsewhere, cap_scope="worker_total") == []
    more = {**changes, 16: 15}
    assert problems(more, elsewhere=elsewhere, cap_scope="worker_total") == [(None, rules.MonthOverLimitInAll)]
    assert problems(more, elsewhere=elsewhere) == []


def test_lowering_hours_passes_every_limit():
    over = dict.fromkeys(range(1, 10), 900)
    assert problems({1: 840}, saved=over, term=(datetime.date(2026, 11, 1), datetime.date(2026, 11, 30))) == []
    assert problems({1: 840, 2: 915}, saved=over)  # what is raised is judged


def test_29_february_of_a_common_year_does_not_exist():
    assert Month(2027, 2).length == 28


@pytest.mark.parametrize(
    ("entered", "meant"), [(75 * 60, 450), (80 * 60, 480), (12 * 60, None), (13 * 60, None), (999 * 60, None)]
)
def test_a_likely_slip_is_recognised(entered, meant):
    assert rules.likely_slip(entered, rules=ruleset(OCTOBER)) == meant


@pytest.mark.parametrize(("hours", "near"), [(85.5, False), (85.75, True), (95, True)])
def test_nine_tenths_of_the_limit_are_near(hours, near):
    assert rules.is_near_limit(int(hours * 60), rules=ruleset(OCTOBER)) is near


@pytest.mark.parametrize(
    ("today", "day"), [("2026-09-30", 0), ("2026-10-01", 1), ("2026-10-31", 31), ("2026-11-07", 31)]
)
def test_the_last_day_that_has_come(today, day):
    assert rules.last_day_so_far(OCTOBER, today=datetime.date.fromisoformat(today)) == day


# Copying


def test_hours_are_copied_to_the_same_weekday_of_the_same_week():
    september = Month(2026, 9)  # begins on a Tuesday; October on a Thursday
    assert rules.by_weekday({1: 480, 3: 300}, source=september, target=OCTOBER) == {6: 480, 1: 300}


def test_a_fifth_weekday_that_the_other_month_lacks_is_not_copied():
    september = Month(2026, 9)
    assert rules.by_weekday({29: 480}, source=september, target=OCTOBER) == {}  # a fifth Tuesday


# Sheets


def test_every_month_of_a_sheet_moves_forward():
    assert rules.next_status("open", "attest") == TimesheetStatus.ATTESTED
    assert rules.next_status("open", "declare_nil") == TimesheetStatus.ATTESTED
    assert rules.next_status("open", "close") == TimesheetStatus.CLOSED
    assert rules.next_status("attested", "close") == TimesheetStatus.CLOSED


@pytest.mark.parametrize(
    ("status", "action"),
    [("attested", "attest"), ("attested", "declare_nil"), ("closed", "attest"), ("closed", "close"), ("open", "fly")],
)
def test_other_moves_are_refused(status, action):
    with pytest.raises(rules.TransitionNotAllowed):
        rules.next_status(status, action)


@pytest.mark.parametrize(
    ("today", "refusal"),
    [
        ("2026-09-30", rules.MonthNotBegun),
        ("2026-10-01", None),
        ("2026-11-05", None),
        ("2026-11-06", rules.EntryTimeOver),
    ],
)
def test_hours_are_entered_until_the_fifth_of_the_next_month(today, refusal):
    check = {"rules": ruleset(OCTOBER), "today": datetime.date.fromisoformat(today)}
    if refusal is None:
        rules.check_entry_time(OCTOBER, **check)
    else:
        with pytest.raises(refusal):
            rules.check_entry_time(OCTOBER, **check)


@pytest.mark.parametrize(
    ("last_contract_day", "first_day"),
    [("2026-12-31", "2026-10-31"), ("2026-10-31", "2026-10-31"), ("2026-10-12", "2026-10-12")],
)
def test_a_month_is_declared_when_no_more_hours_can_follow(last_contract_day, first_day):
    last_contract_day, first_day = map(datetime.date.fromisoformat, (last_contract_day, first_day))
    assert rules.attestable_from(OCTOBER, last_contract_day=last_contract_day) == first_day
    rules.check_declaration_time(OCTOBER, last_contract_day=last_contract_day, today=first_day)
    with pytest.raises(rules.AttestTooEarly):
        rules.check_declaration_time(
            OCTOBER, last_contract_day=last_contract_day, today=first_day - datetime.timedelta(days=1)
        )


def test_an_establishment_without_contracts_declares_nothing():
    with pytest.raises(rules.NoContracts):
        rules.check_declaration_time(OCTOBER, last_contract_day=None, today=OCTOBER.last_day)


def test_what_a_signer_saw_is_compared_with_what_stands():
    rules.check_seen(OCTOBER, seen="a", stands="a")
    with pytest.raises(rules.HoursChangedMeanwhile):
        rules.check_seen(OCTOBER, seen="a", stands="b")


def test_a_month_with_and_one_without_hours_are_declared_differently():
    with pytest.raises(rules.NothingToAttest):
        rules.check_attesting(OCTOBER, minutes=0)
    with pytest.raises(rules.HoursAreEntered):
        rules.check_nil(OCTOBER, minutes=15)
    rules.check_nil(OCTOBER, minutes=0)


def test_a_reference_names_the_month():
    assert rules.reference_number(OCTOBER, 123) == "H-202610-000123"
    assert rules.reference_number(OCTOBER, 1_234_567) == "H-202610-1234567"
