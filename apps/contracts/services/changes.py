"""Changing contracts: another wage from a month on, or an earlier end."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from django.db import transaction

from apps.accounts.models import User
from apps.common.errors import RowRefusal, RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, selectors
from apps.contracts.choices import OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer, ContractWage
from apps.contracts.rules import WageRow
from apps.contracts.services import notices, offering
from apps.contracts.services.offering import Change
from apps.registry import services as registry
from apps.regulations import selectors as regulations
from apps.regulations.services import hold_calendar

# The months in which hours of the contract are entered after the day.
MonthsWorkedAfter = Callable[[Contract, datetime.date], Sequence[Month]]


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
    asked: set[tuple[int, Month]] = set()
    # In the order of the months: a wage is compared with what the rows before it leave in force.
    for position, row in sorted(enumerate(rows), key=lambda each: each[1].effective_from):
        contract = contracts.get(row.contract_no)
        if contract is None:
            faults.append(RowRefusal(position, "contract_no", rules.ContractUnknown(contract_no=row.contract_no)))
            continue
        month, by_month = Month.of(row.effective_from), wages.setdefault(contract.pk, {})
        in_force = selectors.wage_in_force(by_month, month)
        term = {"starts_on": contract.starts_on, "ends_on": contract.ends_on}
        found = rules.check_wage_change(row, **term, in_force=in_force, last_closed=last_closed)
        faults.extend(rules.refusals_of(position, found))
        if (contract.pk, month) in asked:
            refusal = rules.WageRepeated(contract_no=row.contract_no, month=month)
            faults.append(RowRefusal(position, "effective_from", refusal))
        elif row.hourly_wage != in_force:
            wage = {"effective_from": month, "hourly_wage": row.hourly_wage, "set_at": now, "set_by": by}
            by_month[month] = changes[contract.pk, month] = ContractWage(contract=contract, **wage)
        asked.add((contract.pk, month))
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
def set_wage(
    *, contract_id: int, month: Month, hourly_wage: Decimal, by: User, now: datetime.datetime
) -> ContractOffer | None:
    """A wage that is no lower than the month's holds from there on, and the subscriber is told.

    A lower one is offered instead and holds once he accepts it: that offer is returned. Refuses with `RowsRefused`
    (`rules.check_wage_change`, and for an offer `offering.offer_change`), with `OfferWaiting` while one about a wage of
    this contract waits, with `WageUnchanged` for the very wage that the month has.
    """
    hold_calendar(shared=True)
    contract = offering.hold_contract(contract_id)
    if is_cut(contract, month, hourly_wage):
        change = Change(OfferKind.WAGE, hourly_wage=hourly_wage, month=month)
        return offering.offer_change(contract_id=contract_id, change=change, by=by, now=now)
    if contract.offers.filter(kind=OfferKind.WAGE, status=OfferStatus.WAITING).exists():
        raise RowsRefused([RowRefusal(0, "", rules.OfferWaiting())])
    row = WageRow(contract.contract_no, month.first_day, hourly_wage)
    if not change_wages([row], by=by, now=now):
        raise RowsRefused([RowRefusal(0, "hourly_wage", rules.WageUnchanged())])
    notices.wage_raised(contract, month, now=now)
    return None


def is_cut(contract: Contract, month: Month, hourly_wage: Decimal) -> bool:
    """Whether the wage is lower than the one that the month has."""
    in_force = selectors.wage_in_force(selectors.wages_by_month([contract.pk])[contract.pk], month)
    return in_force is not None and hourly_wage < in_force


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
    """The contract is in force up to the last day and no longer. The subscriber is told, and offers about it end.

    Refuses with `AlreadyTerminated`, `LastDayOutsideTerm`, `MonthClosed` or `HoursAfterLastDay`.
    """
    contract = _hold_for_termination(contract_id, last_day, months_worked_after)
    contract.ends_on, contract.termination_reason = last_day, reason
    contract.terminated_at, contract.terminated_by = now, by
    contract.save(update_fields=["status", "ends_on", "termination_reason", "terminated_at", "terminated_by"])
    for offer in offering.hold_open_offers(contract):
        offering.close(offer, "withdraw" if by else "lapse", by=by, now=now)
    notices.contract_ended(contract, now=now)
    return contract


@transaction.atomic
def check_termination(*, contract_id: int, last_day: datetime.date, months_worked_after: MonthsWorkedAfter) -> None:
    """Refuses as `terminate_contract` would at this moment, and writes nothing."""
    _hold_for_termination(contract_id, last_day, months_worked_after)


def _hold_for_termination(
    contract_id: int, last_day: datetime.date, months_worked_after: MonthsWorkedAfter
) -> Contract:
    """The contract in its next state, not yet saved.

    Hours lie above contracts, so whoever ends one brings the question about them along. It is asked while the
    subscriber is held, and whoever enters hours holds him too: none can slip in between. The contract is held before
    him: a file that changes its wage holds it too, and comes to the people only with the hours.
    """
    hold_calendar(shared=True)
    contract = offering.hold_contract(contract_id)
    offering.hold_open_offers(contract)
    registry.hold_subscribers([contract.subscriber_id])
    contract.status = rules.next_status(contract.status, "terminate")
    term = {"starts_on": contract.starts_on, "ends_on": contract.ends_on}
    rules.check_last_day(last_day, **term, last_closed=regulations.last_closed_month())
    if months := months_worked_after(contract, last_day):
        raise rules.HoursAfterLastDay(last_day=last_day, months=months)
    return contract


def _hold_contracts(numbers: Iterable[str]) -> dict[str, Contract]:
    """The contracts by their numbers; nobody ends them or changes their wages until the transaction ends."""
    rows = Contract.objects.select_for_update(of=("self",), no_key=True).filter(contract_no__among=list(numbers))
    return {contract.contract_no: contract for contract in rows.order_by("pk")}
