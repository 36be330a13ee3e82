"""Entering hours, loading them in bulk, and declaring a month."""

from apps.timesheets.services.declarations import attest_timesheet, close_sheets, declare_nil, reopen_months
from apps.timesheets.services.loading import (
    BadLine,
    ContractUnknown,
    DayTwice,
    HoursOutOfRange,
    HoursRefused,
    Loaded,
    SubscriberDiffers,
    load_hours,
)
from apps.timesheets.services.recording import (
    ContractNotInMonth,
    Recorded,
    Refused,
    Reviewed,
    record_hours,
    review_hours,
)

__all__ = [
    "BadLine",
    "ContractNotInMonth",
    "ContractUnknown",
    "DayTwice",
    "HoursOutOfRange",
    "HoursRefused",
    "Loaded",
    "Recorded",
    "Refused",
    "Reviewed",
    "SubscriberDiffers",
    "attest_timesheet",
    "close_sheets",
    "declare_nil",
    "load_hours",
    "record_hours",
    "reopen_months",
    "review_hours",
]
