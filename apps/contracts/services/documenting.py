"""Documenting contracts: one from a page, or a hundred thousand from a file."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.common.db import analyze, copy_rows, lock
from apps.common.errors import DomainError, RowRefusal, RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, selectors
from apps.contracts.choices import ContractStatus
from apps.contracts.models import Contract, ContractWage
from apps.contracts.rules import ContractRow, Term
from apps.registry import rules as registry_rules
from apps.registry import services as registry
from apps.registry.models import Establishment, Subscriber
from apps.regulations import selectors as regulations
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


# (establishment, first day, last day) of the contracts that are about to be documented, and when.
ReopenMonths = Callable[[Collection[tuple[int, datetime.date, datetime.date]], datetime.datetime], None]


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


class Candidate(NamedTuple):
    """A row with the records it speaks of; `known` is the contract that has its number already."""

    position: int
    row: ContractRow
    establishment_id: int
    subscriber_id: int
    birth_date: datetime.date
    known: _Recorded | None


@transaction.atomic
def document_contracts(
    rows: Iterable[ContractRow], *, by: User | None, now: datetime.datetime, reopen_months: ReopenMonths
) -> Documented:
    """Every contract of the rows is documented and in force on its days, with its wage from the month it begins.

    A row without a number gets the next one; a row that repeats a recorded contract changes nothing. Nothing is written
    when a row is wrong: `RowsRefused` has all faults of all rows (`rules.check_contract`, overlap, unknown records).
    A first month before the portal's own is judged by the rules of that one.

    Hours lie above contracts, so whoever documents one brings along what reopens the months that were declared
    without it: nobody can enter its hours into a month that is attested.
    """
    candidates = checked(rows, before_people=lambda new: reopen_months(_terms_of(new), now))
    new = [each for each in candidates if each.known is None]
    ids = {each.row.contract_no: each.known.pk for each in candidates if each.known}
    return Documented(ids | _write(new, by=by, now=now), len(new))


@transaction.atomic
def check_contracts(rows: Iterable[ContractRow]) -> None:
    """Refuses as `document_contracts` would at this moment, and writes nothing."""
    checked(rows)


def checked(
    rows: Iterable[ContractRow],
    *,
    before_people: Callable[[list[Candidate]], None] = lambda new: None,
    faults_of_others: Callable[[list[Candidate]], Iterable[RowRefusal]] = lambda candidates: (),
) -> list[Candidate]:
    """The rows with their records, in a state in which nobody can make them wrong until the transaction ends.

    `before_people` is called with the new ones before their people are held; `faults_of_others` adds what else stands
    against rows, looked at once they are held.
    """
    hold_calendar(shared=True)
    rows = list(rows)
    if any(row.contract_no for row in rows):
        lock("contract numbers")
    candidates, faults = _candidates(rows)
    new = [each for each in candidates if each.known is None]
    before_people(new)
    # Nobody enters hours for a contract that is not there yet; who has one is left to the savers of hours, who hold
    # sheets before people.
    registry.hold_subscribers(each.subscriber_id for each in new)
    faults += [*_faults_of(candidates), *faults_of_others(candidates)]
    if faults:
        raise RowsRefused(faults)
    return candidates


def _candidates(rows: list[ContractRow]) -> tuple[list[Candidate], list[RowRefusal]]:
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
            candidates.append(Candidate(position, row, establishment_id, *person, known.get(row.contract_no)))
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


def _faults_of(candidates: list[Candidate]) -> list[RowRefusal]:
    last_closed, rules_from = regulations.last_closed_month(), cache(selectors.rules_from)
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


def _first_wages(contracts: list[_Recorded]) -> dict[int, Decimal]:
    rows = ContractWage.objects.filter(contract__pk__among=[contract.pk for contract in contracts])
    rows = rows.order_by("contract", "effective_from").distinct("contract")
    return dict(rows.values_list("contract", "hourly_wage"))


def _is_same(each: Candidate, first_wage: Decimal | None) -> bool:
    row, (_, _, *recorded) = each.row, each.known
    said = [each.establishment_id, each.subscriber_id, row.starts_on, row.ends_on, row.hourly_wage]
    return [*recorded, first_wage] == said


def _terms_of(candidates: list[Candidate]) -> list[tuple[int, datetime.date, datetime.date]]:
    return [(each.establishment_id, each.row.starts_on, each.row.ends_on) for each in candidates]


def _new_terms(candidates: list[Candidate]) -> Iterator[Term]:
    for each in candidates:
        row = each.row
        if each.known is None and row.starts_on <= row.ends_on:
            pair = (each.establishment_id, each.subscriber_id)
            yield Term(pair, row.starts_on, row.ends_on, row.contract_no, each.position)


def _existing_terms(candidates: list[Candidate]) -> Iterator[Term]:
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


def _write(new: list[Candidate], *, by: User | None, now: datetime.datetime) -> dict[str, int]:
    """The contracts and their first wages are stored; returns their keys by number, in order."""
    numbers = iter(_next_numbers(sum(not each.row.contract_no for each in new), year=timezone.localdate(now).year))
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
