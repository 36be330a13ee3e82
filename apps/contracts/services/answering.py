"""What comes of an offer: the subscriber's answer, or none in time. Acceptance alone makes or changes a contract."""

import datetime
from collections import Counter
from collections.abc import Callable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from apps.accounts.models import User
from apps.common.errors import RowsRefused
from apps.contracts import rules
from apps.contracts.choices import MAKING, OPEN, ContractStatus, OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow, WageRow
from apps.contracts.services import notices, offering
from apps.contracts.services.changes import change_wages
from apps.contracts.services.documenting import ReopenMonths, check_contracts, document_contracts
from apps.registry import services as registry
from apps.regulations import selectors as regulations
from apps.regulations.services import hold_calendar


@transaction.atomic
def accept_offer(*, offer_id: int, by: User, now: datetime.datetime, reopen_months: ReopenMonths) -> Contract:
    """What was offered holds: the contract is documented, lasts longer, or has another wage. The employer is told.

    Everything is checked anew under the locks of those who document, change and end contracts: `RowsRefused` has what
    stands against it by now. Refuses with `OfferOfAnother`, `OfferClosed` or `OfferLapsed` too. Of two who answer or
    withdraw at one moment the first one counts.
    """
    offer = _hold_to_answer(offer_id, by=by, now=now)
    offer.status = rules.next_offer_status(offer.status, "accept")
    offer.answered_at, offer.answered_by = now, by
    carry_out = {OfferKind.EXTENSION: _extend, OfferKind.WAGE: _change_wage}.get(OfferKind(offer.kind), _document)
    contract = carry_out(offer, now, reopen_months)
    offer.made = contract if offer.kind in MAKING else None
    offer.save(update_fields=["status", "answered_at", "answered_by", "made"])
    notices.offer_answered(offer, now=now, today=timezone.localdate(now))
    return contract


@transaction.atomic
def check_acceptance(*, offer_id: int, by: User, now: datetime.datetime) -> None:
    """Refuses as `accept_offer` would at this moment, and writes nothing."""
    offer = _hold_to_answer(offer_id, by=by, now=now)
    rules.next_offer_status(offer.status, "accept")
    if offer.kind == OfferKind.EXTENSION:
        _check_extension(offer, timezone.localdate(now))
    elif offer.kind in MAKING:
        check_contracts([_row(offer)])


@transaction.atomic
def refuse_offer(*, offer_id: int, by: User, now: datetime.datetime, note: str = "") -> ContractOffer:
    """The offer comes to nothing, perhaps with a reason. Refuses as `accept_offer` but for its rows."""
    return _answer(offer_id, "refuse", by=by, now=now, note=note)


@transaction.atomic
def ask_change(*, offer_id: int, by: User, now: datetime.datetime, note: str) -> ContractOffer:
    """The employer knows what should be otherwise, and may correct the offer. Also refuses with `NoteMissing`."""
    if not note:
        raise rules.NoteMissing
    return _answer(offer_id, "ask", by=by, now=now, note=note)


@transaction.atomic
def lapse_offers(*, now: datetime.datetime) -> int:
    """Offers that nobody answered in time, or whose first month is closed, are open no more; returns how many.

    Whoever manages contracts in their establishments is told, and who waited in vain for a change he had asked for.
    """
    today, last_closed = timezone.localdate(now), regulations.last_closed_month()
    is_over = Q(expires_on__lt=today)
    if last_closed is not None:
        is_over |= Q(kind__in=MAKING, starts_on__lte=last_closed.last_day)
    # Who answers at this moment is in time.
    open_ones = ContractOffer.objects.select_for_update(skip_locked=True).filter(is_over, status__in=OPEN)
    lapsed = list(open_ones.order_by("pk").values_list("pk", "establishment", "status"))
    offers = ContractOffer.objects.filter(pk__among=[pk for pk, *_ in lapsed])
    offers.update(status=OfferStatus.LAPSED, closed_at=now)
    notices.offers_lapsed(Counter(place for _, place, _ in lapsed), now=now, today=today)
    in_vain = [pk for pk, _, status in lapsed if status == OfferStatus.CHANGE_ASKED]
    pair = {"establishment": OuterRef("establishment"), "subscriber": OuterRef("subscriber")}
    later = ContractOffer.objects.filter(**pair, offered_at__gt=OuterRef("answered_at"))
    unanswered = offers.filter(~Exists(later), pk__among=in_vain).select_related("establishment", "subscriber__user")
    notices.changes_not_made(unanswered.order_by("pk"), now=now)
    return len(lapsed)


@transaction.atomic
def remind_of_offers(*, now: datetime.datetime) -> int:
    """Who has not answered is reminded, once after each of `rules.REMINDERS`; returns how many were."""
    today, is_due = timezone.localdate(now), Q()
    for sent, days in enumerate(rules.REMINDERS):
        is_due |= Q(reminders=sent, offered_at__date__lte=today - datetime.timedelta(days=days))
    waiting = ContractOffer.objects.select_for_update(of=("self",), skip_locked=True).filter(
        is_due, status=OfferStatus.WAITING, expires_on__gte=today
    )
    offers = list(waiting.select_related("establishment", "subscriber__user").order_by("pk"))
    for offer in offers:
        offer.reminders = rules.reminders_due(offered_on=timezone.localdate(offer.offered_at), today=today)
    ContractOffer.objects.bulk_update(offers, ["reminders"], batch_size=2000)
    notices.offers_remembered(offers, now=now)
    return len(offers)


@transaction.atomic
def remind_of_ends(*, now: datetime.datetime) -> int:
    """Employers know which contracts end soon with nothing to follow, each contract once; returns how many.

    Neither is told of a contract that is followed by another, nor while a renewal or an extension is open.
    """
    today = timezone.localdate(now)
    pair = {"establishment": OuterRef("establishment"), "subscriber": OuterRef("subscriber")}
    near = Contract.objects.select_for_update(of=("self",), no_key=True, skip_locked=True).filter(
        ~Exists(Contract.objects.filter(**pair, starts_on__gt=OuterRef("ends_on"))),
        ~Exists(ContractOffer.objects.filter(**pair, status__in=OPEN).exclude(kind=OfferKind.WAGE)),
        status=ContractStatus.ACTIVE,
        ends_on__range=(today, today + datetime.timedelta(days=rules.DAYS_BEFORE_END)),
        end_told_at=None,
    )
    contracts = list(near.select_related("establishment").order_by("pk"))
    Contract.objects.filter(pk__among=[contract.pk for contract in contracts]).update(end_told_at=now)
    notices.ends_near(contracts, now=now, today=today)
    return len(contracts)


def _answer(offer_id: int, action: str, *, by: User, now: datetime.datetime, note: str) -> ContractOffer:
    offer = _hold_to_answer(offer_id, by=by, now=now)
    offer.status = rules.next_offer_status(offer.status, action)
    offer.answered_at, offer.answered_by, offer.note = now, by, note
    offer.save(update_fields=["status", "answered_at", "answered_by", "note"])
    notices.offer_answered(offer, now=now, today=timezone.localdate(now))
    return offer


def _hold_to_answer(offer_id: int, *, by: User, now: datetime.datetime) -> ContractOffer:
    """The offer in the hands of its own subscriber, in time; the calendar and its contract are held before it."""
    hold_calendar(shared=True)
    contract_id = ContractOffer.objects.values_list("contract", flat=True).get(pk=offer_id)
    contract = offering.hold_contract(contract_id) if contract_id else None
    offer = offering.hold_offer(offer_id)
    offer.contract = contract
    if offer.subscriber.user_id != by.pk:
        raise rules.OfferOfAnother
    if offer.status in OPEN and offer.expires_on < timezone.localdate(now):
        raise rules.OfferLapsed(last=offer.expires_on)
    return offer


def _document(offer: ContractOffer, now: datetime.datetime, reopen_months: ReopenMonths) -> Contract:
    """The first contract of the two, or the one that follows the present one; by the act of who accepted it."""
    documented = document_contracts([_row(offer)], by=offer.answered_by, now=now, reopen_months=reopen_months)
    (key,) = documented.ids.values()
    return Contract.objects.get(pk=key)


def _extend(offer: ContractOffer, now: datetime.datetime, reopen_months: ReopenMonths) -> Contract:
    """The contract is in force until the later day."""
    contract = offer.contract
    added = contract.establishment_id, contract.ends_on + datetime.timedelta(days=1), offer.ends_on
    _check_extension(offer, timezone.localdate(now), before_people=lambda: reopen_months([added], now))
    contract.ends_on = contract.agreed_ends_on = offer.ends_on
    contract.end_told_at = None
    contract.save(update_fields=["ends_on", "agreed_ends_on", "end_told_at"])
    return contract


def _check_extension(
    offer: ContractOffer, today: datetime.date, *, before_people: Callable[[], None] = lambda: None
) -> None:
    faults = list(offering.extension_faults(offer.contract, offer.ends_on, today=today))
    if not faults:
        before_people()
    registry.hold_subscribers([offer.subscriber_id])
    faults += offering.overlap(offer.contract, offer.ends_on)
    if faults:
        raise RowsRefused(rules.refusals_of(0, faults))


def _change_wage(offer: ContractOffer, now: datetime.datetime, reopen_months: ReopenMonths) -> Contract:
    """The lower wage holds from its month on."""
    row = WageRow(offer.contract.contract_no, offer.effective_from.first_day, offer.hourly_wage)
    change_wages([row], by=offer.answered_by, now=now)
    return offer.contract


def _row(offer: ContractOffer) -> ContractRow:
    numbers = offer.establishment.unified_number, offer.subscriber.national_id
    return ContractRow("", *numbers, offer.starts_on, offer.ends_on, offer.hourly_wage)
