"""Entering hours, loading them in bulk, declaring a month, its papers, and telling people of it."""

from apps.timesheets.services.declarations import (
    attest_timesheet,
    close_sheets,
    declare_nil,
    reopen_months,
    reopen_timesheet,
)
from apps.timesheets.services.digests import set_digest, tell_subscribers
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
from apps.timesheets.services.papers import render_next_paper, render_paper, request_paper
from apps.timesheets.services.recording import (
    ContractNotInMonth,
    Recorded,
    Refused,
    Reviewed,
    as_if_recorded,
    record_hours,
    review_hours,
)
from apps.timesheets.services.reminders import send_reminders

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
    "as_if_recorded",
    "attest_timesheet",
    "close_sheets",
    "declare_nil",
    "load_hours",
    "record_hours",
    "render_next_paper",
    "render_paper",
    "reopen_months",
    "reopen_timesheet",
    "request_paper",
    "review_hours",
    "send_reminders",
    "set_digest",
    "tell_subscribers",
]
