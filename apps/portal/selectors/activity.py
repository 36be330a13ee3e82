"""What was last done in an establishment, and by whom."""

import datetime
from collections.abc import Iterator
from heapq import nlargest
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.periods import Month
from apps.contracts.choices import ContractStatus
from apps.contracts.models import Contract
from apps.invoices.choices import Outcome
from apps.invoices.models import BillingOutcome
from apps.registry.models import Establishment
from apps.timesheets.choices import ReopeningCause
from apps.timesheets.models import Reopening, Timesheet
from apps.timesheets.selectors import declarations_of

EVENTS = 6


class Event(NamedTuple):
    """One line of a timeline; what lies ahead has no moment."""

    title: str
    at: datetime.datetime | None = None
    by: str = ""


def last_activity(establishment: Establishment, *, month: Month, sees_hours: bool, sees_invoices: bool) -> list[Event]:
    """The last few things done with contracts, with the month's hours, declarations and bills; the latest first."""
    found = [*_contracts_made(establishment), *_contracts_ended(establishment)]
    if sees_hours:
        found += [
            *_hours_saved(establishment, month),
            *_months_declared(establishment),
            *_months_reopened(establishment),
        ]
    if sees_invoices:
        found += _months_billed(establishment)
    return nlargest(EVENTS, found, key=lambda event: event.at)


def _contracts_made(establishment: Establishment) -> Iterator[Event]:
    made = Contract.objects.filter(establishment=establishment).order_by("-created_at", "-pk")
    for contract in _latest(made).select_related("subscriber", "created_by"):
        title = _("Contract of %(name)s documented") % {"name": contract.subscriber.name}
        yield Event(title, contract.created_at, name_of(contract.created_by))


def _contracts_ended(establishment: Establishment) -> Iterator[Event]:
    contracts = Contract.objects.filter(establishment=establishment, status=ContractStatus.TERMINATED)
    ended = contracts.order_by("-terminated_at", "-pk")
    for contract in _latest(ended).select_related("subscriber", "terminated_by"):
        title = _("Contract of %(name)s ended early") % {"name": contract.subscriber.name}
        yield Event(title, contract.terminated_at, name_of(contract.terminated_by))


def _latest(contracts: QuerySet[Contract]) -> QuerySet[Contract]:
    """The first few in their order, found before anything is joined to them."""
    return contracts.filter(pk__in=contracts.values("pk")[:EVENTS])


def _hours_saved(establishment: Establishment, month: Month) -> Iterator[Event]:
    """The month's hours as each person saved them on a day, with how many subscribers they are of."""
    with connection.cursor() as cursor:
        # All days of a save have one moment, so a few of them stand for many before any date is made of them.
        cursor.execute(
            """
            SELECT max(save.entered_at), count(DISTINCT save.subscriber_id), coalesce(person.full_name, '')
            FROM (
                SELECT DISTINCT entry.entered_at, entry.entered_by_id, contract.subscriber_id
                FROM timesheets_hoursentry AS entry
                JOIN contracts_contract AS contract ON contract.id = entry.contract_id
                WHERE contract.establishment_id = %s AND entry.work_date BETWEEN %s AND %s
            ) AS save LEFT JOIN accounts_user AS person ON person.id = save.entered_by_id
            GROUP BY (save.entered_at AT TIME ZONE %s)::date, save.entered_by_id, person.full_name
            ORDER BY 1 DESC LIMIT %s
            """,
            [establishment.pk, month.first_day, month.last_day, settings.TIME_ZONE, EVENTS],
        )
        saves = cursor.fetchall()
    for at, people, name in saves:
        values = {"month": dates.month_name(month), "people": text.subscriber_count(people)}
        yield Event(_("Hours of %(month)s saved: %(people)s") % values, at, name)


def _months_declared(establishment: Establishment) -> Iterator[Event]:
    """What people declared, also what was opened again since, and what the portal attested for them."""
    for each in declarations_of(establishment)[:EVENTS]:
        month = {"month": dates.month_name(each.timesheet.month)}
        title = _("%(month)s declared a month without work") if each.is_nil else _("Hours of %(month)s attested")
        yield Event(title % month, each.attested_at, each.signer_name)
    by_system = Timesheet.objects.filter(establishment=establishment, attested_by=None, attested_at__isnull=False)
    for sheet in by_system.order_by("-attested_at", "-pk")[:EVENTS]:
        title = _("Hours of %(month)s attested by the portal") % {"month": dates.month_name(sheet.month)}
        yield Event(title, sheet.attested_at)


def _months_reopened(establishment: Establishment) -> Iterator[Event]:
    reopened = Reopening.objects.filter(declaration__timesheet__establishment=establishment)
    reopened = reopened.select_related("by", "declaration__timesheet").defer("declaration__figures")
    for each in reopened.order_by("-at", "-pk")[:EVENTS]:
        title = _("%(month)s opened again")
        if each.cause == ReopeningCause.CONTRACT:
            title = _("%(month)s open again: a contract was documented after it was attested")
        yield Event(title % {"month": dates.month_name(each.declaration.timesheet.month)}, each.at, name_of(each.by))


def _months_billed(establishment: Establishment) -> Iterator[Event]:
    billed = BillingOutcome.objects.filter(establishment=establishment, outcome=Outcome.BILLED)
    for outcome in billed.order_by("-decided_at", "-pk")[:EVENTS]:
        title = _("Invoice for %(month)s issued") % {"month": dates.month_name(outcome.month)}
        yield Event(title, outcome.decided_at)


def name_of(user) -> str:
    """Who did it; nobody when the portal did, or a file."""
    return user.full_name if user else ""
