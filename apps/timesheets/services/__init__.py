"""Entering hours, loading them in bulk, and declaring a month."""

from apps.timesheets.services.declarations import attest_timesheet, close_sheets, declare_nil
from apps.timesheets.services.loading import BadLine, HoursRefused, Loaded, load_hours
from apps.timesheets.services.recording import Recorded, Refused, record_hours

__all__ = [
    "BadLine",
    "HoursRefused",
    "Loaded",
    "Recorded",
    "Refused",
    "attest_timesheet",
    "close_sheets",
    "declare_nil",
    "load_hours",
    "record_hours",
]
