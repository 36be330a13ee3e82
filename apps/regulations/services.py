"""A rule of months to come, and the freezing of a month: from then on its rules and everything before stand still."""

import datetime

from django.db import transaction

from apps.common import db
from apps.common.periods import Month
from apps.regulations import selectors
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord
from apps.regulations.rules import RULE_KEYS, MonthClosed, MonthUnknown


def hold_calendar(*, shared: bool) -> None:
    """Keeps months from closing (shared) or everything else from writing (not shared) until the transaction ends."""
    db.lock("calendar", shared=shared)


def require_open(month: Month) -> None:
    """Holds the calendar and refuses as `check_open` does."""
    hold_calendar(shared=True)
    check_open(month)


def check_open(month: Month) -> None:
    """Refuses with `MonthUnknown` or `MonthClosed` unless the month takes changes."""
    first = selectors.first_month()
    if month < first:
        raise MonthUnknown(first=first, month=month)
    if selectors.is_closed(month):
        raise MonthClosed(month=month)


@transaction.atomic
def write_rule(row: Regulation) -> Regulation:
    """The row is in force from its day on. Refuses with `MonthClosed` when a closed month would have used it."""
    hold_calendar(shared=True)
    last = selectors.last_closed_month()
    if last is not None and row.effective_from <= last.last_day:
        raise MonthClosed(month=last)
    row.save()
    return row


@transaction.atomic
def freeze_month(*, month: Month, now: datetime.datetime, by=None) -> None:
    """The month is closed under the rules in force now. The caller holds the calendar and has checked the order."""
    values = selectors.values_in_force(month)
    selectors.rulesets(month)  # refuses with RuleMissing before anything is written
    RuleSetRecord.objects.bulk_create(
        RuleSetRecord(month=month, law=law, values={key: rows[key] for key in RULE_KEYS})
        for law, rows in values.items()
    )
    ClosedMonth.objects.create(month=month, closed_at=now, closed_by=by)
