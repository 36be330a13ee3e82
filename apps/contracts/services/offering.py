"""Offers: made one by one or many at once, corrected, withdrawn. Nothing of a contract is written here."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from apps.accounts.models import User
from apps.common.errors import DomainError, RowRefusal, RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, selectors
from apps.contracts.choices import OPEN, OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow, Term, WageRow
from apps.contracts.services import documenting, notices
from apps.contracts.services.documenting import Candidate
from apps.registry import services as registry
from apps.registry.models import Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.choices import Rule
from apps.regulations.services import hold_calendar


class Change(NamedTuple):
    """What is offered about a contract; a renewal needs day and wage, an extension the day, a wage itself and month."""

    kind: OfferKind
    ends_on: datetime.date | None = None
    hourly_wage: Decimal | None = None
    month: Month | None = None


@transaction.atomic
def offer_contracts(
    rows: Iterable[ContractRow], *, by: User, now: datetime.datetime, replaces: ContractOffer | None = None
) -> list[ContractOffer]:
    """Every contract of the rows is offered to its person, who is told; the offers come in the order of the rows.

    Nothing is written when a row is wrong: `RowsRefused` has all faults of all rows, those that would refuse the
    documenting (`document_contracts`) and `OfferWaiting`, `OfferRepeated`, `OfferedTooOften` or `OfferToOneself`.
    Contracts get their numbers when they are accepted; a number in a row is not looked at. A corrected
    offer takes the place of the one it `replaces`, which is withdrawn.
    """
    hold_calendar(shared=True)
    if replaces is not None:
        replaces = _withdraw(replaces.pk, by=by, now=now)
    today, rules_from = timezone.localdate(now), cache(selectors.rules_from)
    candidates = _checked(rows, by=by, today=today)
    days = regulations.days_of(Rule.OFFER_DAYS, today)
    offers = [
        ContractOffer(
            kind=OfferKind.NEW,
            establishment_id=each.establishment_id,
            subscriber_id=each.subscriber_id,
            starts_on=each.row.starts_on,
            ends_on=each.row.ends_on,
            hourly_wage=each.row.hourly_wage,
            expires_on=rules.answer_by(
                today, days=days, last_entry_day=rules_from(Month.of(each.row.starts_on)).last_entry_day
            ),
            offered_at=now,
            offered_by=by,
            replaces=replaces,
        )
        for each in candidates
    ]
    return _send(offers, now=now)


@transaction.atomic
def check_offers(
    rows: Iterable[ContractRow], *, by: User, today: datetime.date, replaces: ContractOffer | None = None
) -> None:
    """Refuses as `offer_contracts` would on this day, and writes nothing."""
    _checked(rows, by=by, today=today, replaces=replaces)


@transaction.atomic
def offer_change(
    *, contract_id: int, change: Change, by: User, now: datetime.datetime, replaces: ContractOffer | None = None
) -> ContractOffer:
    """A renewal, an extension or a lower wage is offered, and the subscriber told.

    Refuses with `RowsRefused`: what `rules.check_renewal`, `rules.check_extension`, or `rules.check_cut` and
    `rules.check_wage_change` find, an overlap, `OfferWaiting`, `OfferedTooOften` or `OfferToOneself`.
    """
    hold_calendar(shared=True)
    contract = hold_contract(contract_id)
    if replaces is not None:
        replaces = _withdraw(replaces.pk, by=by, now=now)
    offer = _checked_change(contract, change, by=by, today=timezone.localdate(now), replaces=replaces)
    offer.offered_at, offer.offered_by, offer.replaces = now, by, replaces
    return _send([offer], now=now)[0]


@transaction.atomic
def check_change(
    *, contract_id: int, change: Change, by: User, today: datetime.date, replaces: ContractOffer | None = None
) -> None:
    """Refuses as `offer_change` would at this moment, and writes nothing."""
    hold_calendar(shared=True)
    _checked_change(hold_contract(contract_id), change, by=by, today=today, replaces=replaces)


@transaction.atomic
def withdraw(offer_id: int, *, by: User, now: datetime.datetime) -> ContractOffer:
    """The offer can be answered no more, and the subscriber is told. Refuses with `OfferClosed`."""
    offer = _withdraw(offer_id, by=by, now=now)
    notices.offer_withdrawn(offer, now=now)
    return offer


def _withdraw(offer_id: int, *, by: User, now: datetime.datetime) -> ContractOffer:
    offer = hold_offer(offer_id)
    close(offer, "withdraw", by=by, now=now)
    return offer


def close(offer: ContractOffer, action: str, *, by: User | None, now: datetime.datetime) -> None:
    """The held offer ends without an acceptance."""
    offer.status = rules.next_offer_status(offer.status, action)
    offer.closed_at, offer.closed_by = now, by
    offer.save(update_fields=["status", "closed_at", "closed_by"])


def hold_contract(contract_id: int) -> Contract:
    """Nobody ends the contract, or changes its wages or its term, until the transaction ends.

    Always before the offers about it and before its people.
    """
    return Contract.objects.select_for_update(of=("self",), no_key=True).get(pk=contract_id)


def hold_offer(offer_id: int) -> ContractOffer:
    """Nobody else answers or ends the offer until the transaction ends."""
    offers = ContractOffer.objects.select_for_update(of=("self",))
    return offers.select_related("establishment", "subscriber__user").get(pk=offer_id)


def hold_open_offers(contract: Contract) -> list[ContractOffer]:
    """The open offers about a held contract: nobody answers them until the transaction ends."""
    offers = ContractOffer.objects.select_for_update(of=("self",))
    return list(offers.filter(contract=contract, status__in=OPEN).order_by("pk"))


def _send(offers: Sequence[ContractOffer], *, now: datetime.datetime) -> list[ContractOffer]:
    """The offers are stored and on their way to their people."""
    offers = ContractOffer.objects.bulk_create(offers, batch_size=2000)
    found = ContractOffer.objects.select_related("establishment", "subscriber__user")
    by_key = {offer.pk: offer for offer in found.filter(pk__among=[offer.pk for offer in offers]).order_by("pk")}
    made = [by_key[offer.pk] for offer in offers]
    notices.offers_made(made, now=now)
    return made


def _checked(
    rows: Iterable[ContractRow], *, by: User, today: datetime.date, replaces: ContractOffer | None = None
) -> list[Candidate]:
    rows = [row._replace(contract_no="") for row in rows]
    return documenting.checked(rows, faults_of_others=partial(_faults_of_offers, by=by, today=today, replaces=replaces))


def _faults_of_offers(
    candidates: list[Candidate], *, by: User, today: datetime.date, replaces: ContractOffer | None
) -> Iterator[RowRefusal]:
    subscriber_ids = {each.subscriber_id for each in candidates}
    waiting, served = _waiting(subscriber_ids, replaces), _served(subscriber_ids, today)
    own = set(Subscriber.objects.filter(user=by).values_list("pk", flat=True).order_by("pk"))
    seen: set[tuple[int, int]] = set()
    for each in candidates:
        pair = each.establishment_id, each.subscriber_id
        if each.subscriber_id in own:
            yield RowRefusal(each.position, "national_id", rules.OfferToOneself())
        if pair in waiting:
            yield RowRefusal(each.position, "national_id", rules.OfferWaiting())
        elif pair in served:
            yield RowRefusal(each.position, "national_id", rules.OfferedTooOften())
        elif pair in seen:
            yield RowRefusal(each.position, "national_id", rules.OfferRepeated())
        seen.add(pair)


def _waiting(subscriber_ids: Iterable[int], replaces: ContractOffer | None) -> set[tuple[int, int]]:
    """The pairs of these people that have an offer to be answered; their rows are held, so that none can be added."""
    offers = ContractOffer.objects.filter(status=OfferStatus.WAITING, subscriber__pk__among=list(subscriber_ids))
    if replaces is not None:
        offers = offers.exclude(pk=replaces.pk)
    return set(offers.order_by("pk").values_list("establishment", "subscriber"))


def _served(subscriber_ids: Iterable[int], today: datetime.date) -> set[tuple[int, int]]:
    """The pairs of these people that had all the offers of the day, whatever became of them."""
    offers = ContractOffer.objects.filter(subscriber__pk__among=list(subscriber_ids), offered_at__date=today)
    counted = offers.order_by().values("establishment", "subscriber").annotate(count=Count("pk"))
    return set(counted.filter(count__gte=rules.OFFERS_A_DAY).values_list("establishment", "subscriber"))


def _checked_change(
    contract: Contract, change: Change, *, by: User, today: datetime.date, replaces: ContractOffer | None
) -> ContractOffer:
    """The offer of a held contract, not yet stored."""
    checks = {OfferKind.RENEWAL: _renewal, OfferKind.EXTENSION: _extension, OfferKind.WAGE: _cut}
    offer, found = checks[change.kind](contract, change, today)
    registry.hold_subscribers([contract.subscriber_id])
    if Subscriber.objects.filter(pk=contract.subscriber_id, user=by).exists():
        found.append(("", rules.OfferToOneself()))
    pair = contract.establishment_id, contract.subscriber_id
    if pair in _waiting([contract.subscriber_id], replaces):
        found.append(("", rules.OfferWaiting()))
    elif pair in _served([contract.subscriber_id], today):
        found.append(("", rules.OfferedTooOften()))
    if change.kind != OfferKind.WAGE:
        found += overlap(contract, offer.ends_on)
    if found:
        raise RowsRefused(rules.refusals_of(0, found))
    days = regulations.days_of(Rule.OFFER_DAYS, today)
    offer.expires_on = min(today + datetime.timedelta(days=days), offer.expires_on)
    return offer


Found = list[tuple[str, DomainError]]


def _renewal(contract: Contract, change: Change, today: datetime.date) -> tuple[ContractOffer, Found]:
    starts_on = contract.ends_on + datetime.timedelta(days=1)
    days = regulations.days_of(Rule.RENEWAL_DAYS, today)
    first_rules = selectors.rules_from(Month.of(starts_on))
    found = [
        *rules.check_renewal(status=contract.status, ends_on=contract.ends_on, today=today, days=days),
        *rules.check_contract(
            starts_on=starts_on,
            ends_on=change.ends_on,
            birth_date=contract.subscriber.birth_date,
            hourly_wage=change.hourly_wage,
            rules=first_rules,
            last_closed=regulations.last_closed_month(),
        ),
    ]
    # As with any contract, its first month may run while it waits for the answer.
    last = first_rules.last_entry_day
    return _about(contract, change, starts_on, change.ends_on, change.hourly_wage, last), found


def _extension(contract: Contract, change: Change, today: datetime.date) -> tuple[ContractOffer, Found]:
    found = list(extension_faults(contract, change.ends_on, today=today))
    wage = selectors.last_wage(contract)
    # What has run out cannot be extended.
    return _about(contract, change, contract.starts_on, change.ends_on, wage, contract.ends_on), found


def _cut(contract: Contract, change: Change, today: datetime.date) -> tuple[ContractOffer, Found]:
    row = WageRow(contract.contract_no, change.month.first_day, change.hourly_wage)
    wages = selectors.wages_by_month([contract.pk])[contract.pk]
    found = [
        *rules.check_cut(change.month, today=today),
        *rules.check_wage_change(
            row,
            starts_on=contract.starts_on,
            ends_on=contract.ends_on,
            in_force=selectors.wage_in_force(wages, change.month),
            last_closed=regulations.last_closed_month(),
        ),
    ]
    last = change.month.first_day - datetime.timedelta(days=1)
    offer = _about(contract, change, contract.starts_on, contract.ends_on, change.hourly_wage, last)
    offer.effective_from = change.month
    return offer, found


def extension_faults(
    contract: Contract, ends_on: datetime.date, *, today: datetime.date
) -> Iterator[tuple[str, DomainError]]:
    """What stands against another last day of a held contract by itself."""
    return rules.check_extension(
        ends_on,
        status=contract.status,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        today=today,
        rules=regulations.rules_of(Month.of(today)),
    )


def _about(
    contract: Contract,
    change: Change,
    starts_on: datetime.date,
    ends_on: datetime.date,
    hourly_wage: Decimal,
    expires_on: datetime.date,
) -> ContractOffer:
    return ContractOffer(
        kind=change.kind,
        contract=contract,
        establishment_id=contract.establishment_id,
        subscriber_id=contract.subscriber_id,
        starts_on=starts_on,
        ends_on=ends_on,
        hourly_wage=hourly_wage,
        expires_on=expires_on,
    )


def overlap(contract: Contract, ends_on: datetime.date) -> Found:
    """Contracts of the same two that stand in the days that a renewal or an extension would add."""
    if ends_on <= contract.ends_on:
        return []
    pair = contract.establishment_id, contract.subscriber_id
    added = Term(pair, contract.ends_on + datetime.timedelta(days=1), ends_on, position=0, contract_no="")
    others = [
        Term(pair, other.starts_on, other.ends_on, other.contract_no) for other in selectors.others_of_pair(contract)
    ]
    return [("ends_on", refusal) for _, refusal in rules.overlaps([added], others)]
