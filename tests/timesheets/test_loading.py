"""Hours from files: all or nothing, checked together with what is stored."""

import datetime

import pytest

from apps.timesheets import rules, services
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories

NOW = factories.at(datetime.date(2026, 10, 20))


def day(number, month=9):
    return datetime.date(2026, month, number)


def load(*lines, now=NOW):
    """Lines of (contract, day, hours) as the file would say them, numbered from 2 as the header is line 1."""
    entries = (
        (line, contract.contract_no, contract.subscriber.national_id, work_date, int(hours * 60), "")
        for line, (contract, work_date, hours) in enumerate(lines, start=2)
    )
    return services.load_hours(entries, now=now)


def refusals(*lines):
    with pytest.raises(services.HoursRefused) as refused:
        load(*lines)
    return [(bad.line, bad.column, type(bad.refusal)) for bad in refused.value.lines]


def test_hours_of_many_months_arrive_with_sheets_and_totals(contract):
    loaded = load((contract, day(1), 8), (contract, day(2), 7.25), (contract, day(1, 10), 3))
    assert loaded == services.Loaded(added=3, changed=0, unchanged=0)
    assert HoursEntry.objects.count() == 3
    assert {str(total.month): total.minutes for total in MonthTotal.objects.all()} == {"2026-09": 915, "2026-10": 180}
    assert Timesheet.objects.count() == 2
