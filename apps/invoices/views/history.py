"""What happened to an invoice, for its timeline."""

import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from apps.common import dates
from apps.invoices import selectors
from apps.invoices.models import Invoice
from apps.regulations import selectors as regulations
from apps.timesheets import selectors as timesheets


class Event(NamedTuple):
    title: str
    at: datetime.datetime | None = None
    by: str = ""


def events_of(invoice: Invoice, *, today: datetime.date) -> list[Event]:
    """The latest first; what lies ahead has no moment."""
    events = []
    due = {"date": dates.gregorian(invoice.due_on)}
    if today <= invoice.due_on:
        events.append(Event(_("Due on %(date)s") % due))
    outcome = selectors.outcome_of(invoice.establishment, invoice.month)
    if outcome:
        events.append(Event(_("Invoice issued automatically"), outcome.decided_at))
    closed_at = regulations.closed_at(invoice.month)
    if closed_at:
        events.append(Event(_("Month closed to changes"), closed_at))
    sheet = timesheets.timesheet(invoice.establishment, invoice.month)
    if sheet and sheet.is_attested_by_system:
        events.append(Event(_("Hours attested by the portal, as the entry period was over"), sheet.attested_at))
    elif sheet:
        events.append(Event(_("Hours attested"), sheet.attested_at, sheet.attested_by.full_name))
    return events
