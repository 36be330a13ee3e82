"""Saving an establishment's month: limits, merges and all or nothing for each person."""

import datetime

import pytest

from apps.common.periods import Month
from apps.regulations.models import Regulation
from apps.regulations.rules import MonthClosed, MonthUnknown
from apps.regulations.services import freeze_month, hold_calendar
from apps.timesheets import rules, services
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories

pytestmark = pytest.mark.django_db
OCTOBER = Month(2026, 10)
TODAY = datetime.date(2026, 10, 20)


def minutes(hours):
    return {day: int(value * 60) for day, value in hours.items()}


def row(contract, hours, *, original=None, problems=()):
    return rules.EnteredRow(contract.pk, minutes(hours), original and minutes(original), problems)


def record(*rows, establishment, month=OCTOBER, today=TODAY, by=None):
    now = factories.at(today)
    return services.record_hours(establishment=establishment, month=month, rows=rows, by=by, now=now, today=today)


def enter(contract, hours, **options):
    """Hours by day for one contract, saved as a person's page would."""
    original = options.pop("original", None)
    return record(row(contract, hours, original=original), establishment=contract.establishment, **options)


def stored(contract):
    return {entry.work_date.day: entry.minutes / 60 for entry in HoursEntry.objects.filter(contract=contract)}


def total(contract, month=OCTOBER):
    found = MonthTotal.objects.get(establishment=contract.establishment, subscriber=contract.subscriber, month=month)
    return found.minutes / 60


def refusals(recorded, contract):
    return [type(problem.refusal) for problem in recorded.refused[contract.pk].problems]


def test_hours_stand_with_their_author_and_running_total(contract, noura):
    recorded = enter(contract, {1: 8, 2: 7.5}, by=noura)
    assert recorded.saved == {contract.pk}
    assert recorded.changed == 2
    assert stored(contract) == {1: 8, 2: 7.5}
    assert total(contract) == 15.5
    entry = HoursEntry.objects.get(work_date="2026-10-01")
    assert (entry.entered_by, entry.entered_at) == (noura, factories.at(TODAY))


def test_saving_the_same_again_changes_nothing(contract, noura):
    enter(contract, {1: 8}, by=noura)
    recorded = enter(contract, {1: 8}, by=None)
    assert recorded.changed == 0
    assert not recorded.written
    assert HoursEntry.objects.get().entered_by == noura


def test_a_cleared_day_keeps_its_row_and_who_cleared_it(contract, noura, badr):
    enter(contract, {1: 8}, by=noura)
    enter(contract, {1: 0}, original={1: 8}, by=badr)
    assert stored(contract) == {1: 0}
    assert HoursEntry.objects.get().entered_by == badr
    assert total(contract) == 0


def test_a_day_that_was_and_stays_empty_gets_no_row(contract):
    enter(contract, {1: 0, 2: 8})
    assert stored(contract) == {2: 8}


def test_e6_the_last_hours_of_the_month(contract):
    enter(contract, dict.fromkeys(range(1, 10), 10))
    assert refusals(enter(contract, {10: 6}), contract) == [rules.MonthOverLimit]
    assert enter(contract, {10: 5}).saved == {contract.pk}
    assert refusals(enter(contract, {11: 0.25}), contract) == [rules.MonthOverLimit]
    assert total(contract) == 95


def test_a_bad_row_keeps_nothing_and_good_rows_are_saved(contract, establishment):
    other = factories.make_contract(establishment=establishment)
    recorded = record(row(contract, {1: 13, 2: 8}), row(other, {1: 8}), establishment=establishment)
    assert recorded.saved == {other.pk}
    assert refusals(recorded, contract) == [rules.DayOverLimit]
    assert stored(contract) == {}
    assert stored(other) == {1: 8}


def test_a_text_that_is_no_number_keeps_its_row_from_being_saved(contract):
    problem = rules.Problem(2, rules.HoursNotUnderstood(value="x"))
    recorded = record(row(contract, {1: 8}, problems=[problem]), establishment=contract.establishment)
    assert refusals(recorded, contract) == [rules.HoursNotUnderstood]
    assert stored(contract) == {}


@pytest.fixture
def renewed(contract, establishment):
    """The contract ended on 15 October and a second one follows, for the same person."""
    contract.ends_on = contract.agreed_ends_on = datetime.date(2026, 10, 15)
    contract.save()
    return factories.make_contract(
        establishment=establishment, subscriber=contract.subscriber, starts_on=datetime.date(2026, 10, 16)
    )


def test_two_contracts_of_one_person_share_limit_and_fate(contract, renewed, establishment):
    enter(contract, dict.fromkeys(range(1, 10), 10))
    recorded = record(row(contract, {10: 2}), row(renewed, {16: 4}), establishment=establishment)
    assert refusals(recorded, contract) == refusals(recorded, renewed) == [rules.MonthOverLimit]
    recorded = record(row(contract, {10: 2}), row(renewed, {16: 13}), establishment=establishment)
    assert recorded.refused.keys() == {contract.pk, renewed.pk}
    assert stored(renewed) == {}
    recorded = record(row(contract, {10: 2}), row(renewed, {16: 3}), establishment=establishment)
    assert recorded.saved == {contract.pk, renewed.pk}
    assert total(contract) == 95


def test_hours_before_and_after_a_contract_are_refused(contract, renewed):
    assert refusals(enter(contract, {16: 8}), contract) == [rules.DayOutsideContract]
    assert refusals(enter(renewed, {15: 8}), renewed) == [rules.DayOutsideContract]


def test_a_day_to_come_is_refused(contract):
    assert refusals(enter(contract, {21: 8}), contract) == [rules.DayInFuture]


def test_the_day_of_24_hours_counts_all_establishments(contract):
    second = factories.make_contract(subscriber=contract.subscriber)
    third = factories.make_contract(subscriber=contract.subscriber)
    enter(contract, {1: 12})
    enter(second, {1: 9})
    assert refusals(enter(third, {1: 4}), third) == [rules.DayOverLimitInAll]
    assert enter(third, {1: 3}).saved == {third.pk}


def test_the_limit_over_the_worker_leaves_only_the_rest(contract, limit_over_worker):
    other = factories.make_contract(subscriber=contract.subscriber)
    enter(contract, dict.fromkeys(range(1, 11), 6))
    assert refusals(enter(other, dict.fromkeys(range(1, 7), 7)), other) == [rules.MonthOverLimitInAll]
    assert enter(other, dict.fromkeys(range(1, 6), 7)).saved == {other.pk}


@pytest.fixture
def limit_over_worker(db):
    """From October 2026 the 95 hours are shared by all employers of a worker."""
    Regulation.objects.create(
        key="cap_scope",
        effective_from=OCTOBER.first_day,
        value="worker_total",
        unit="choice",
        legal_reference="Decision of the test",
    )


# Two people at one month


def test_different_days_of_two_people_are_merged(contract, noura, badr):
    seen = {1: 0, 2: 0}
    enter(contract, {1: 8, 2: 0}, original=seen, by=noura)
    recorded = enter(contract, {1: 0, 2: 5}, original=seen, by=badr)
    assert recorded.merged == 1
    assert stored(contract) == {1: 8, 2: 5}


def test_one_day_with_two_values_is_asked_about(contract, noura, badr):
    enter(contract, {1: 8}, original={1: 0}, by=noura)
    recorded = enter(contract, {1: 6, 2: 5}, original={1: 0, 2: 0}, by=badr)
    [conflict] = recorded.refused[contract.pk].conflicts
    assert (conflict.day, conflict.saved, conflict.entered) == (1, 480, 360)
    assert conflict.saved_by == noura.full_name
    assert stored(contract) == {1: 8}
    assert recorded.has_conflicts


# Months that take no hours


def test_hours_of_a_month_may_be_entered_during_the_days_of_grace(contract):
    enter(contract, {31: 8}, today=datetime.date(2026, 11, 5))
    with pytest.raises(rules.EntryTimeOver):
        enter(contract, {30: 8}, today=datetime.date(2026, 11, 6))


def test_e24_the_employer_is_too_late_on_the_seventh(contract):
    with pytest.raises(rules.EntryTimeOver, match="سبتمبر 2026"):
        enter(contract, {1: 8}, month=Month(2026, 9), today=datetime.date(2026, 10, 7))


def test_a_month_that_has_not_begun_takes_no_hours(contract):
    with pytest.raises(rules.MonthNotBegun):
        enter(contract, {1: 8}, month=Month(2026, 11))


def test_a_month_before_both_laws_is_unknown(contract):
    with pytest.raises(MonthUnknown):
        enter(contract, {1: 8}, month=Month(2024, 6))


def test_a_closed_month_takes_no_hours(contract):
    hold_calendar(shared=False)
    freeze_month(month=OCTOBER, now=factories.at(TODAY))
    with pytest.raises(MonthClosed):
        enter(contract, {1: 8})


def test_an_attested_month_takes_no_hours(contract):
    Timesheet.objects.create(
        establishment=contract.establishment, month=OCTOBER, status="attested", attested_at=factories.at(TODAY)
    )
    with pytest.raises(rules.MonthAttested):
        enter(contract, {1: 8})


def test_a_contract_of_another_establishment_is_refused_whole(contract):
    stranger = factories.make_contract()
    with pytest.raises(services.ContractNotInMonth):
        record(row(contract, {1: 8}), row(stranger, {1: 8}), establishment=contract.establishment)
    assert HoursEntry.objects.count() == 0


def test_one_contract_twice_is_refused_whole(contract):
    with pytest.raises(services.ContractNotInMonth):
        record(row(contract, {1: 8}), row(contract, {2: 8}), establishment=contract.establishment)


def test_the_number_of_queries_does_not_grow_with_the_rows(establishment, django_assert_num_queries):
    contracts = [factories.make_contract(establishment=establishment) for _ in range(20)]
    rows = [row(contract, dict.fromkeys(range(1, 21), 2)) for contract in contracts]
    with django_assert_num_queries(17):
        assert record(*rows, establishment=establishment).changed == 400
    assert MonthTotal.objects.count() == 20
