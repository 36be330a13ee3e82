"""One establishment's month as its people enter it."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple, TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.contracts.selectors import contracts_in_month
from apps.registry.models import Establishment
from apps.registry.services import hold_subscribers
from apps.regulations.rules import RuleSet
from apps.regulations.selectors import rules_of
from apps.regulations.services import check_open, require_open
from apps.timesheets import rules, selectors
from apps.timesheets.choices import Source, TimesheetStatus
from apps.timesheets.models import HoursEntry
from apps.timesheets.services import books

Found = TypeVar("Found")


class ContractNotInMonth(DomainError):
    message = _("A contract of this page does not belong to %(month)s. Nothing was saved")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a row was not saved; with neither problem nor conflict, another contract of the same person held it back."""

    problems: Sequence[rules.Problem] = ()
    conflicts: Sequence[rules.Conflict] = ()


@dataclass(slots=True)
class Recorded:
    """What became of every row, by contract: `saved` ones stand as entered, and of these days were `written` in some.

    `changed` days were written, `merged` ones had been changed by others.
    """

    saved: set[int] = field(default_factory=set)
    refused: dict[int, Refused] = field(default_factory=dict)
    written: set[int] = field(default_factory=set)
    changed: int = 0
    merged: int = 0

    @property
    def has_conflicts(self) -> bool:
        return any(refused.conflicts for refused in self.refused.values())


def as_if_recorded(look: Callable[[], Found], **hours) -> Found:
    """What `look` finds with these hours recorded; then all stands as before. Refuses as `record_hours` does."""
    with transaction.atomic():
        record_hours(**hours)
        found = look()
        transaction.set_rollback(True)
    return found


@transaction.atomic
def record_hours(
    *,
    establishment: Establishment,
    month: Month,
    rows: Sequence[rules.EnteredRow],
    by,
    now: datetime.datetime,
    today: datetime.date,
    source: str = Source.GRID,
) -> Recorded:
    """The rows of every person without a problem stand as entered, all of a person's rows or none of them.

    Days that the row's author left alone keep what others saved meanwhile; a day that both changed is a conflict.
    Refuses the whole with `MonthUnknown`, `MonthClosed`, `MonthNotBegun`, `EntryTimeOver`, `MonthAttested`, or
    `ContractNotInMonth` when a contract is not the establishment's in that month.
    """
    require_open(month)
    limits = rules_of(month)
    rules.check_entry_time(month, rules=limits, today=today)
    sheet = books.hold_sheets([(establishment.pk, month)])[establishment.pk, month]
    if sheet.status != TimesheetStatus.OPEN:
        raise rules.MonthAttested
    contracts = _hold_contracts(establishment, month, rows)
    saved, elsewhere = _stored(establishment, month, contracts)
    recorded = Recorded()
    entries, differences = [], {}
    until = rules.last_day_so_far(month, today=today)
    by_contract = {row.contract_id: row for row in rows}
    for subscriber_id, group in groupby(contracts, key=lambda term: term.subscriber_id):
        decided = _decide(list(group), by_contract, month, saved, elsewhere.get(subscriber_id, {}), limits, until)
        recorded.merged += decided.merged
        if decided.refused:
            recorded.refused.update(decided.refused)
            continue
        recorded.saved.update(decided.rows)
        pair = books.Pair(establishment.pk, subscriber_id, month)
        for claim in decided.claims:
            if claim.changes:
                recorded.written.add(claim.contract_id)
            for day, minutes in claim.changes.items():
                entries.append((claim.contract_id, month.day(day), minutes))
                differences[pair] = differences.get(pair, 0) + minutes - claim.saved.get(day, 0)
    if entries:
        books.write_entries(entries, by=by, now=now, source=source)
        books.add_to_totals(differences, limits={month: limits.max_minutes_month})
    recorded.changed = len(entries)
    return _with_authors(recorded, month)


class Reviewed(NamedTuple):
    """What stands in the books, contract → day → minutes, and why rows could not be saved, by contract."""

    saved: Mapping[int, Mapping[int, int]]
    refused: Mapping[int, Refused]


def review_hours(
    *, establishment: Establishment, month: Month, rows: Sequence[rules.EnteredRow], today: datetime.date
) -> Reviewed:
    """What `record_hours` would say of the rows now. Nothing is held or written; refuses the whole as that does."""
    check_open(month)
    limits = rules_of(month)
    rules.check_entry_time(month, rules=limits, today=today)
    sheet = selectors.timesheet(establishment, month)
    if sheet is not None and sheet.status != TimesheetStatus.OPEN:
        raise rules.MonthAttested
    contracts = _contracts(establishment, month, rows)
    saved, elsewhere = _stored(establishment, month, contracts)
    until, by_contract = rules.last_day_so_far(month, today=today), {row.contract_id: row for row in rows}
    refused = {}
    for subscriber_id, group in groupby(contracts, key=lambda term: term.subscriber_id):
        decided = _decide(list(group), by_contract, month, saved, elsewhere.get(subscriber_id, {}), limits, until)
        refused.update(decided.refused)
    return Reviewed(saved, refused)


def _hold_contracts(establishment: Establishment, month: Month, rows: Sequence[rules.EnteredRow]) -> list[books.Term]:
    """The contracts of `_contracts`, held."""
    wanted = [row.contract_id for row in rows]
    here = contracts_in_month(establishment, month).order_by()
    hold_subscribers(set(here.filter(pk__among=wanted).values_list("subscriber_id", flat=True)))
    return _contracts(establishment, month, rows)


def _contracts(establishment: Establishment, month: Month, rows: Sequence[rules.EnteredRow]) -> list[books.Term]:
    """Every contract that the people of these rows have here in the month, one person's together."""
    here = contracts_in_month(establishment, month).order_by()
    wanted = {row.contract_id for row in rows}
    subscriber_ids = here.filter(pk__among=list(wanted)).values_list("subscriber_id", flat=True)
    contracts = books.terms_of(here.filter(subscriber__in=subscriber_ids))
    if len(wanted) != len(rows) or not wanted <= {term.contract_id for term in contracts}:
        raise ContractNotInMonth(month=month)
    return contracts


def _stored(establishment: Establishment, month: Month, contracts: Sequence[books.Term]):
    """Contract → day → minutes here, and subscriber → day → minutes in all other establishments."""
    saved: dict[int, dict[int, int]] = {}
    elsewhere: dict[int, dict[int, int]] = {}
    entries = HoursEntry.objects.filter(
        contract__subscriber__in={term.subscriber_id for term in contracts},
        work_date__range=(month.first_day, month.last_day),
    ).order_by()
    fields = ("contract_id", "contract__subscriber_id", "contract__establishment_id", "work_date", "minutes")
    for contract_id, subscriber_id, establishment_id, work_date, minutes in entries.values_list(*fields):
        if establishment_id == establishment.pk:
            saved.setdefault(contract_id, {})[work_date.day] = minutes
        else:
            days = elsewhere.setdefault(subscriber_id, {})
            days[work_date.day] = days.get(work_date.day, 0) + minutes
    return saved, elsewhere


@dataclass(slots=True)
class _Decision:
    """What becomes of one person's rows."""

    rows: set[int] = field(default_factory=set)
    claims: list[rules.Claim] = field(default_factory=list)
    refused: dict[int, Refused] = field(default_factory=dict)
    merged: int = 0


def _decide(
    contracts: Sequence[books.Term],
    rows: Mapping[int, rules.EnteredRow],
    month: Month,
    saved: Mapping[int, Mapping[int, int]],
    elsewhere: Mapping[int, int],
    limits: RuleSet,
    until: int,
) -> _Decision:
    decision = _Decision(rows={term.contract_id for term in contracts if term.contract_id in rows})
    problems: dict[int, list[rules.Problem]] = {}
    conflicts: dict[int, list[rules.Conflict]] = {}
    for term in contracts:
        pk = term.contract_id
        stored, changes = saved.get(pk, {}), {}
        if row := rows.get(pk):
            changes, disputed, merged = rules.merge(row, stored)
            decision.merged += merged
            problems[pk] = list(row.problems)
            conflicts[pk] = [rules.Conflict(day=day, saved=now, entered=entered) for day, now, entered in disputed]
        decision.claims.append(rules.Claim(pk, term.starts_on, term.ends_on, stored, changes))
    found = rules.check_hours(decision.claims, month=month, elsewhere=elsewhere, rules=limits, until=until)
    for contract_id, problem in found:
        problems[contract_id].append(problem)
    if any(problems.values()) or any(conflicts.values()):
        decision.refused = {pk: Refused(problems[pk], conflicts[pk]) for pk in decision.rows}
    return decision


def _with_authors(recorded: Recorded, month: Month) -> Recorded:
    """Conflicts say who saved the other value, and when. Against a value that nobody saved there is none to choose."""
    disputed = [contract_id for contract_id, refused in recorded.refused.items() if refused.conflicts]
    if not disputed:
        return recorded
    entries = HoursEntry.objects.filter(
        contract__in=disputed, work_date__range=(month.first_day, month.last_day)
    ).select_related("entered_by")
    authors = {(entry.contract_id, entry.work_date.day): entry for entry in entries}
    for contract_id in disputed:
        refused = recorded.refused[contract_id]
        conflicts = [
            rules.Conflict(
                day=conflict.day,
                saved=conflict.saved,
                entered=conflict.entered,
                saved_by=str(entry.entered_by or ""),
                saved_at=entry.entered_at,
            )
            for conflict in refused.conflicts
            if (entry := authors.get((contract_id, conflict.day)))
        ]
        recorded.refused[contract_id] = Refused(refused.problems, conflicts)
    return recorded
