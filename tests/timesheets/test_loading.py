"""Hours from files: all or nothing, checked together with what is stored."""

import datetime

import pytest

from apps.common.periods import Month
from apps.regulations.rules import MonthClosed, MonthUnknown
from apps.regulations.services import freeze_month
from apps.timesheets import rules, services
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
NOW = factories.at(datetime.date(2026, 10, 20))


def day(number, month=9):
    return datetime.date(2026, month, number)


def line(number, contract, work_date, hours, note="", **fields):
    entry = {"contract_no": contract.contract_no, "national_id": contract.subscriber.national_id} | fields
    return number, entry["contract_no"], entry["national_id"], work_date, int(hours * 60), note


def load(*lines, now=NOW, **options):
    """Lines of (contract, day, hours) as the file would say them; the header is line 1."""
    return services.load_hours([line(number, *said) for number, said in enumerate(lines, start=2)], now=now, **options)


def refusals(*lines, now=NOW):
    """(line, column, refusal) of everything wrong; and nothing was written."""
    before = HoursEntry.objects.count()
    entries = [said if isinstance(said[0], int) else line(number, *said) for number, said in enumerate(lines, start=2)]
    with pytest.raises(services.HoursRefused) as refused:
        services.load_hours(entries, now=now)
    assert HoursEntry.objects.count() == before
    return [(bad.line, bad.column, type(bad.refusal)) for bad in refused.value.lines]


def totals():
    return {str(total.month): total.minutes / 60 for total in MonthTotal.objects.all()}


def test_hours_of_many_months_arrive_with_sheets_and_totals(contract):
    loaded = load((contract, day(1), 8), (contract, day(2), 7.25), (contract, day(1, 10), 3))
    assert loaded == services.Loaded(added=3, changed=0, unchanged=0)
    assert HoursEntry.objects.count() == 3
    assert totals() == {"2026-09": 15.25, "2026-10": 3}
    assert Timesheet.objects.filter(status="open").count() == 2


def test_a_note_is_kept(contract):
    load((contract, day(1), 8, "night shift\tdoor 2\\3"))
    assert HoursEntry.objects.get().note == "night shift\tdoor 2\\3"


def test_the_same_file_again_changes_nothing(contract):
    lines = [(contract, day(1), 8, "a note"), (contract, day(2), 7)]
    load(*lines)
    later = factories.at(datetime.date(2026, 10, 21))
    assert load(*lines, now=later) == services.Loaded(added=0, changed=0, unchanged=2)
    assert {entry.entered_at for entry in HoursEntry.objects.all()} == {NOW}
    assert totals() == {"2026-09": 15}


def test_other_hours_or_another_note_replace_what_stands(contract):
    load((contract, day(1), 8), (contract, day(2), 7))
    loaded = load((contract, day(1), 6), (contract, day(2), 7, "why"), (contract, day(3), 5))
    assert loaded == services.Loaded(added=1, changed=2, unchanged=0)
    assert totals() == {"2026-09": 18}


def test_no_hours_clear_a_day_and_leave_an_empty_one_empty(contract):
    load((contract, day(1), 8))
    assert load((contract, day(1), 0), (contract, day(2), 0)) == services.Loaded(0, 1, 1)
    assert HoursEntry.objects.get().minutes == 0
    assert totals() == {"2026-09": 0}


def test_every_bad_line_is_told_and_nothing_is_written(contract):
    stranger = factories.make_contract(starts_on=datetime.date(2026, 9, 10))
    found = refusals(
        (contract, day(1), 13),
        (contract, day(2), 8.1),
        (contract, day(3), 8),
        (stranger, day(9), 8),
        (contract, day(25, 10), 8),
        line(7, contract, day(4), 8, contract_no="C-none"),
        line(8, stranger, day(11), 8, national_id=contract.subscriber.national_id),
        (contract, datetime.date(2024, 6, 30), 8),
        (contract, day(5), 25),
        (contract, datetime.date(2027, 1, 1), 8),
    )
    assert found == [
        (2, "hours", rules.DayOverLimit),
        (3, "hours", rules.HoursNotInSteps),
        (5, "work_date", rules.DayOutsideContract),
        (6, "work_date", rules.DayInFuture),
        (7, "contract_no", services.ContractUnknown),
        (8, "national_id", services.SubscriberDiffers),
        (9, "work_date", MonthUnknown),
        (10, "hours", services.HoursOutOfRange),
        (11, "work_date", rules.DayInFuture),
    ]


def test_one_national_id_that_differs_is_told_once(contract):
    wrong = factories.national_id(77)
    found = refusals((contract, day(1), 8), line(3, contract, day(2), 8, national_id=wrong))
    assert found == [(3, "national_id", services.SubscriberDiffers)]


def test_a_day_twice_names_the_line_of_the_first(contract):
    with pytest.raises(services.HoursRefused) as refused:
        load((contract, day(1), 8), (contract, day(2), 8), (contract, day(1), 8))
    [bad] = refused.value.lines
    assert (bad.line, bad.column, bad.refusal.values["line"]) == (4, "work_date", 2)


def test_the_month_counts_what_is_stored(contract):
    load(*[(contract, day(number), 10) for number in range(1, 10)])
    found = refusals((contract, day(10), 3), (contract, day(11), 3))
    assert found == [(3, "hours", rules.MonthOverLimit)]
    assert load((contract, day(10), 5)).added == 1
    assert totals() == {"2026-09": 95}


def test_what_a_file_takes_away_makes_room(contract):
    load(*[(contract, day(number), 10) for number in range(1, 10)])
    assert load((contract, day(1), 5), (contract, day(10), 10)) == services.Loaded(1, 1, 0)
    assert totals() == {"2026-09": 95}


def test_two_contracts_of_one_pair_share_the_month(contract):
    contract.ends_on = contract.agreed_ends_on = day(15)
    contract.save()
    renewed = factories.make_contract(
        establishment=contract.establishment, subscriber=contract.subscriber, starts_on=day(16)
    )
    load(*[(contract, day(number), 10) for number in range(1, 9)])
    assert refusals((renewed, day(16), 12), (renewed, day(17), 4)) == [(3, "hours", rules.MonthOverLimit)]
    load((renewed, day(16), 12), (renewed, day(17), 3))
    assert totals() == {"2026-09": 95}


def test_the_day_of_24_hours_counts_the_file_and_all_establishments(contract):
    second, third = (factories.make_contract(subscriber=contract.subscriber) for _ in range(2))
    load((contract, day(1), 12))
    found = refusals((second, day(1), 9), (third, day(1), 4), (third, day(2), 4))
    assert found == [(2, "hours", rules.DayOverLimitInAll), (3, "hours", rules.DayOverLimitInAll)]
    assert load((second, day(1), 9), (third, day(1), 3)).added == 2


def test_the_last_day_of_entry_does_not_bind_a_file(contract):
    assert load((contract, day(1, 3), 8)).added == 1


@pytest.fixture
def closed(contract):
    load((contract, day(1), 8))
    freeze_month(month=SEPTEMBER, now=NOW)


def test_a_closed_month_takes_no_new_and_no_other_hours(contract, closed):
    assert refusals((contract, day(1), 7), (contract, day(2), 8)) == [
        (2, "work_date", MonthClosed),
        (3, "work_date", MonthClosed),
    ]
    assert refusals((contract, datetime.date(2026, 8, 3), 8)) == [(2, "work_date", MonthClosed)]


def test_the_same_hours_of_a_closed_month_are_no_news(contract, closed):
    assert load((contract, day(1), 8), (contract, day(1, 10), 8)) == services.Loaded(1, 0, 1)


def test_an_attested_month_takes_no_other_hours(contract):
    load((contract, day(1), 8))
    Timesheet.objects.update(status="attested", attested_at=NOW)
    assert load((contract, day(1), 8)).unchanged == 1
    assert refusals((contract, day(1), 7)) == [(2, "work_date", rules.MonthAttested)]


def test_a_dry_run_checks_everything_and_writes_nothing(contract):
    assert load((contract, day(1), 8), may_write=lambda: False) == services.Loaded(1, 0, 0)
    assert HoursEntry.objects.count() == 0


def test_the_number_of_queries_does_not_grow_with_the_lines(establishment, django_assert_max_num_queries):
    contracts = [factories.make_contract(establishment=establishment) for _ in range(30)]
    lines = [(contract, day(number), 2) for contract in contracts for number in range(1, 31)]
    with django_assert_max_num_queries(20):
        assert load(*lines).added == 900
    assert MonthTotal.objects.count() == 30
