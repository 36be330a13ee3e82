"""Saving an establishment's month: limits, merges and all-or-nothing per person."""

import datetime

import pytest

from apps.common.periods import Month
from apps.timesheets import rules, services
from apps.timesheets.models import HoursEntry, MonthTotal
from tests import factories

OCTOBER = Month(2026, 10)
TODAY = datetime.date(2026, 10, 20)
NOW = factories.at(TODAY)


def record(contract, hours, *, original=None, month=OCTOBER, today=TODAY, by=None):
    """Hours by day for one contract, saved as a person's page would."""
    minutes = {day: int(value * 60) for day, value in hours.items()}
    row = rules.EnteredRow(contract_id=contract.pk, entered=minutes, original=original)
    return services.record_hours(
        establishment=contract.establishment, month=month, rows=[row], by=by, now=factories.at(today), today=today
    )


def stored(contract):
    return {entry.work_date.day: entry.minutes for entry in HoursEntry.objects.filter(contract=contract)}


def test_hours_are_saved_with_their_running_total(contract, noura):
    recorded = record(contract, {1: 8, 2: 7.5}, by=noura)
    assert recorded.saved == {contract.pk}
    assert recorded.changed == 2
    assert stored(contract) == {1: 480, 2: 450}
    assert MonthTotal.objects.get().minutes == 930
