"""Documenting contracts, changing their wages from a month on, and ending them before their term."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.db import connection, transaction

from apps.accounts.models import User
from apps.common.db import analyze, copy_rows, lock
from apps.common.errors import DomainError, RowRefusal, RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, selectors
from apps.contracts.choices import ContractStatus
from apps.contracts.models import Contract, ContractWage
from apps.contracts.rules import ContractRow, Term, WageRow
from apps.registry import rules as registry_rules
from apps.registry import services as registry
from apps.registry.models import Establishment, Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.rules import RuleSet
from apps.regulations.services import hold_calendar

_CONTRACT_COLUMNS = (
    "contract_no",
    "establishment_id",
    "subscriber_id",
    "starts_on",
    "ends_on",
    "agreed_ends_on",
    "status",
    "created_at",
    "created_by_id",
    "termination_reason",
)
_WAGE_COLUMNS = ("contract_id", "effective_from", "hourly_wage", "set_at", "set_by_id")

# Asked under the lock: the months in which hours of the contract are entered after the day.
MonthsWorkedAfter = Callable[[Contract, datetime.date], Sequence[Month]]


class Documented(NamedTuple):
    """The key of every contract that was asked for, by its number, and how many were new."""

    ids: dict[str, int]
    created: int


class _Recorded(NamedTuple):
    """A contract that has the number of a row already."""

    contract_no: str
    pk: int
    establishment_id: int
    subscriber_id: int
    starts_on: datetime.date
    agreed_ends_on: datetime.date


class _Candidate(NamedTuple):
    """A row with the records it speaks of; `known` is the contract that has its number already."""

    position: int
    row: ContractRow
    establishment_id: int
    subscriber_id: int
    birth_date: datetime.date
    known: _Recorded | None


@transaction.atomic
def document_contracts(rows: Iterable[ContractRow], *, by: User | None, now: datetime.datetime) -> Documented:
    """Every contract of the rows is documented and in force on its days, with its wage from the month it begins.

    A row without a number gets the next one; a row that repeats a recorded contract changes nothing. Nothing is written
    when a row is wrong: `RowsRefused` has all faults of all rows (`rules.check_contract`, overlap, unknown records).
    A first month before the portal's own is judged by the rules of that one.
    """
    hold_calendar(shared=True)
    rows = list(rows)
    if any(row.contract_no for row in rows):
        lock("contract numbers")
    candidates, faults = _candidates(rows)
    registry.hold_subscribers(each.subscriber_id for each in candidates)
    faults += _faults_of(candidates)
    if faults:
        raise RowsRefused(faults)
    new = [each for each in candidates if each.known is None]
    ids = {each.row.contract_no: each.known.pk for each in candidates if each.known}
    return Documented(ids | _write(new, by=by, now=now), len(new))


@transaction.atomic
def change_wages(rows: Iterable[WageRow], *, by: User | None, now: datetime.datetime) -> int:
    """The hourly wages hold from their months on; returns how many are new or different.

    Nothing is written when a row is wrong: `RowsRefused` has all faults of all rows (`rules.check_wage_change`).
    """
    hold_calendar(shared=True)
    rows = list(rows)
    contracts = _hold_contracts({row.contract_no for row in rows})
    wages = selectors.wages_by_month([contract.pk for contract in contracts.values()])
    last_closed = regulations.last_closed_month()
    faults: list[RowRefusal] = []
    changes: dict[tuple[int, Month], ContractWage] = {}
    # In the order of the months: a wage is compared with what the rows before it leave in force.
    for position, row in sorted(enumerate(rows), key=lambda each: each[1].effective_from):
        contract = contracts.get(row.contract_no)
        if contract is None:
            faults.append(RowRefusal(position, "contract_no", rules.ContractUnknown(contract_no=row.contract_no)))
            continue
        month, by_month = Month.of(row.effective_from), wages.setdefault(contract.pk, {})
        in_force = _in_force(by_month, month)
        term = {"starts_on": contract.starts_on, "ends_on": contract.ends_on}
        found = rules.check_wage_change(row, **term, in_force=in_force, last_closed=last_closed)
        faults.extend(rules.refusals_of(position, found))
        if (contract.pk, month) in changes:
            refusal = rules.WageRepeated(contract_no=row.contract_no, month=month)
            faults.append(RowRefusal(position, "effective_from", refusal))
        elif row.hourly_wage != in_force:
            wage = {"effective_from": month, "hourly_wage": row.hourly_wage, "set_at": now, "set_by": by}
            by_month[month] = changes[contract.pk, month] = ContractWage(contract=contract, **wage)
    if faults:
        raise RowsRefused(faults)
    ContractWage.objects.bulk_create(
        changes.values(),
        batch_size=5000,
        update_conflicts=True,
        unique_fields=["contract", "effective_from"],
        update_fields=["hourly_wage", "set_at", "set_by"],
    )
    return len(changes)


@transaction.atomic
def terminate_contract(
    *,
    contract_id: int,
    last_day: datetime.date,
    reason: str,
    by: User | None,
    now: datetime.datetime,
    months_worked_after: MonthsWorkedAfter,
) -> Contract:
    """The contract is in force up to the last day and no longer.

    Hours lie above contracts, so whoever ends one brings the question `months_worked_after` along. It is asked while
    the subscriber is held, and whoever enters hours holds him too: none can slip in between.
    Refuses with `AlreadyTerminated`, `LastDayOutsideTerm`, `MonthClosed` or `HoursAfterLastDay`.
    """
    hold_calendar(shared=True)
    registry.hold_subscribers(Contract.objects.filter(pk=contract_id).values_list("subscriber_id", flat=True))
    contract = Contract.objects.select_for_update(of=("self",)).get(pk=contract_id)
    contract.status = rules.next_status(contract.status, "terminate")
    term = {"starts_on": contract.starts_on, "ends_on": contract.ends_on}
    rules.check_last_day(last_day, **term, last_closed=regulations.last_closed_month())
    if months := months_worked_after(contract, last_day):
        raise rules.HoursAfterLastDay(last_day=last_day, months=months)
    contract.ends_on, contract.termination_reason = last_day, reason
    contract.terminated_at, contract.terminated_by = now, by
    contract.save(update_fields=["status", "ends_on", "termination_reason", "terminated_at", "terminated_by"])
    return contract


# Documenting: which records the rows speak of, what stands against them, and the writing.


def _candidates(rows: list[ContractRow]) -> tuple[list[_Candidate], list[RowRefusal]]:
    faults: list[RowRefusal] = []
    rows = [_normal(position, row, faults) for position, row in enumerate(rows)]
    establishments = dict(
        Establishment.objects.filter(unified_number__among=[row.unified_number for row in rows])
        .order_by("pk")
        .values_list("unified_number", "pk")
    )
    people = {
        national_id: (pk, birth_date)
        for national_id, pk, birth_date in Subscriber.objects.filter(
            national_id__among=[row.national_id for row in rows]
        )
        .order_by("pk")
        .values_list("national_id", "pk", "birth_date")
    }
    known = _by_number({row.contract_no for row in rows if row.contract_no})
    candidates = []
    for position, row in enumerate(rows):
        establishment_id, person = establishments.get(row.unified_number), people.get(row.national_id)
        if row.unified_number and establishment_id is None:
            refusal = rules.EstablishmentUnknown(number=row.unified_number)
            faults.append(RowRefusal(position, "unified_number", refusal))
        if row.national_id and person is None:
            faults.append(RowRefusal(position, "national_id", rules.SubscriberUnknown()))
        if establishment_id and person:
            candidates.append(_Candidate(position, row, establishment_id, *person, known.get(row.contract_no)))
    return candidates, faults


def _normal(position: int, row: ContractRow, faults: list[RowRefusal]) -> ContractRow:
    """The row with its numbers in their stored form; a number that is none is noted as a fault and left empty."""
    checks = {
        "contract_no": rules.check_contract_no,
        "unified_number": registry_rules.check_unified_number,
        "national_id": registry_rules.check_national_id,
    }
    normal = {}
    for field, check in checks.items():
        try:
            normal[field] = check(getattr(row, field))
        except DomainError as refusal:
            normal[field] = ""
            faults.append(RowRefusal(position, field, refusal))
    return row._replace(**normal)


def _faults_of(candidates: list[_Candidate]) -> list[RowRefusal]:
    last_closed, rules_from = regulations.last_closed_month(), _rules_by_month()
    first_wages = _first_wages([each.known for each in candidates if each.known])
    faults, numbers = [], set()
    for each in candidates:
        position, row = each.position, each.row
        if row.contract_no and row.contract_no in numbers:
            refusal = rules.ContractRepeated(contract_no=row.contract_no)
            faults.append(RowRefusal(position, "contract_no", refusal))
        numbers.add(row.contract_no)
        if each.known is None:
            found = rules.check_contract(
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                birth_date=each.birth_date,
                hourly_wage=row.hourly_wage,
                rules=rules_from(Month.of(row.starts_on)),
                last_closed=last_closed,
            )
            faults.extend(rules.refusals_of(position, found))
        elif not _is_same(each, first_wages.get(each.known.pk)):
            refusal = rules.ContractRecordedOtherwise(contract_no=row.contract_no)
            faults.append(RowRefusal(position, "contract_no", refusal))
    for position, refusal in rules.overlaps(_new_terms(candidates), _existing_terms(candidates)):
        faults.append(RowRefusal(position, "starts_on", refusal))
    return faults


def _rules_by_month() -> Callable[[Month], RuleSet]:
    """The rules of each month that is asked for, read once; months before the portal's first have the rules of that."""
    first, read = regulations.first_month(), {}

    def rules_from(month: Month) -> RuleSet:
        month = max(month, first)
        if month not in read:
            read[month] = regulations.rules_of(month)
        return read[month]

    return rules_from


def _first_wages(contracts: list[_Recorded]) -> dict[int, Decimal]:
    rows = ContractWage.objects.filter(contract__pk__among=[contract.pk for contract in contracts])
    rows = rows.order_by("contract", "effective_from").distinct("contract")
    return dict(rows.values_list("contract", "hourly_wage"))


def _is_same(each: _Candidate, first_wage: Decimal | None) -> bool:
    row, (_, _, *recorded) = each.row, each.known
    said = [each.establishment_id, each.subscriber_id, row.starts_on, row.ends_on, row.hourly_wage]
    return [*recorded, first_wage] == said


def _new_terms(candidates: list[_Candidate]) -> Iterator[Term]:
    for each in candidates:
        row = each.row
        if each.known is None and row.starts_on <= row.ends_on:
            pair = (each.establishment_id, each.subscriber_id)
            yield Term(pair, row.starts_on, row.ends_on, row.contract_no, each.position)


def _existing_terms(candidates: list[_Candidate]) -> Iterator[Term]:
    """Recorded contracts of the same people that may meet the new ones."""
    new = [each for each in candidates if each.known is None]
    if not new:
        return
    pairs = {(each.establishment_id, each.subscriber_id) for each in new}
    rows = Contract.objects.filter(
        subscriber__pk__among=list({subscriber_id for _, subscriber_id in pairs}),
        ends_on__gte=min(each.row.starts_on for each in new),
    ).order_by("pk")
    for establishment_id, subscriber_id, *term in rows.values_list(
        "establishment_id", "subscriber_id", "starts_on", "ends_on", "contract_no"
    ):
        if (establishment_id, subscriber_id) in pairs:
            yield Term((establishment_id, subscriber_id), *term)


def _write(new: list[_Candidate], *, by: User | None, now: datetime.datetime) -> dict[str, int]:
    """The contracts and their first wages are stored; returns their keys by number, in order."""
    numbers = iter(_next_numbers(sum(not each.row.contract_no for each in new), year=now.year))
    named = {each.row.contract_no or next(numbers): each for each in new}
    by_id = by.pk if by else None
    copy_rows(
        Contract._meta.db_table,
        _CONTRACT_COLUMNS,
        (
            (
                number,
                each.establishment_id,
                each.subscriber_id,
                each.row.starts_on,
                each.row.ends_on,
                each.row.ends_on,
                ContractStatus.ACTIVE.value,
                now,
                by_id,
                "",
            )
            for number, each in named.items()
        ),
    )
    ids = dict(Contract.objects.filter(contract_no__among=list(named)).order_by("pk").values_list("contract_no", "pk"))
    copy_rows(
        ContractWage._meta.db_table,
        _WAGE_COLUMNS,
        (
            (ids[number], Month.of(each.row.starts_on).first_day, each.row.hourly_wage, now, by_id)
            for number, each in named.items()
        ),
    )
    if len(named) >= registry.MANY:
        analyze(Contract, ContractWage)
    return ids


def _next_numbers(count: int, *, year: int) -> list[str]:
    """So many contract numbers that no contract has, `C-2026-000123`; one that a file has used is passed over."""
    numbers: list[str] = []
    while len(numbers) < count:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval('contracts_contract_number') FROM generate_series(1, %s)", [count - len(numbers)]
            )
            drawn = [f"C-{year}-{serial:06d}" for (serial,) in cursor.fetchall()]
        taken = _by_number(drawn)
        numbers.extend(number for number in drawn if number not in taken)
    return numbers


def _by_number(numbers: Iterable[str]) -> dict[str, _Recorded]:
    rows = Contract.objects.filter(contract_no__among=list(numbers)).order_by("pk").values_list(*_Recorded._fields)
    return {row[0]: _Recorded._make(row) for row in rows}


def _hold_contracts(numbers: Iterable[str]) -> dict[str, Contract]:
    """The contracts by their numbers; nobody ends them or changes their wages until the transaction ends."""
    rows = Contract.objects.select_for_update(of=("self",), no_key=True).filter(contract_no__among=list(numbers))
    return {contract.contract_no: contract for contract in rows.order_by("pk")}


def _in_force(by_month: dict[Month, ContractWage], month: Month):
    begun = max((begins for begins in by_month if begins <= month), default=None)
    return by_month[begun].hourly_wage if begun else None
