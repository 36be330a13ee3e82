"""Contracts as they stand: of an establishment, of a month, and the wages in force."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from django.db.models import Case, CharField, DateField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from apps.common import text
from apps.common.periods import Month
from apps.contracts.choices import MAKING, ContractStatus, OfferKind, OfferStatus, Standing
from apps.contracts.models import Contract, ContractOffer, ContractPaper, ContractWage
from apps.registry.models import Establishment, Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.rules import RuleSet


def contracts_of(establishment: Establishment) -> QuerySet[Contract]:
    """All contracts of an establishment, with their subscribers; in no order yet."""
    return establishment.contracts.select_related("subscriber")


def with_id(digits: str) -> Q:
    """Contracts of whom has exactly this ID, or ends in the digits that the masked ID shows.

    Any other part would let the hidden digits be found out one by one.
    """
    if len(digits) == text.SHOWN_DIGITS and digits.isdecimal():
        return Q(subscriber__national_id__endswith=digits)
    return Q(subscriber__national_id=digits)


def contracts_in_month(establishment: Establishment, month: Month) -> QuerySet[Contract]:
    """The establishment's contracts in force on at least one day of the month, by name of the subscriber."""
    return (
        contracts_of(establishment)
        .filter(starts_on__lte=month.last_day, ends_on__gte=month.first_day)
        .order_by("subscriber__search_key", "pk")
    )


def latest_contract(establishment: Establishment, subscriber: Subscriber) -> Contract | None:
    """The contract of the person with the establishment that ends last."""
    return Contract.objects.filter(establishment=establishment, subscriber=subscriber).order_by("-ends_on").first()


def others_of_pair(contract: Contract) -> QuerySet[Contract]:
    """The other contracts of the same person and establishment."""
    pair = {"establishment": contract.establishment_id, "subscriber": contract.subscriber_id}
    return Contract.objects.filter(**pair).exclude(pk=contract.pk).order_by("starts_on", "pk")


def is_followed(contract: Contract) -> bool:
    """Whether the same person has a later contract with the establishment."""
    return others_of_pair(contract).filter(starts_on__gt=contract.ends_on).exists()


def offers_of(establishment: Establishment) -> QuerySet[ContractOffer]:
    """All offers of an establishment with their people; `rank` puts those first that ask something of it.

    `begins` is the day from which something would change; an extension has none, it moves the last day.
    """
    rank = Case(When(status=OfferStatus.CHANGE_ASKED, then=0), When(status=OfferStatus.WAITING, then=1), default=2)
    offers = establishment.offers.annotate(rank=rank)
    # A wage alone holds from its month; the first day of a contract that goes on would say nothing.
    begins = Case(
        When(kind=OfferKind.WAGE, then="effective_from"),
        When(kind__in=MAKING, then="starts_on"),
        output_field=DateField(),
    )
    related = offers.select_related("subscriber", "contract", "made", "offered_by", "replaces")
    return related.annotate(begins=begins)


def offers_to(subscriber: Subscriber) -> QuerySet[ContractOffer]:
    """All offers made to a subscriber, those that wait first, then the latest."""
    offers = ContractOffer.objects.filter(subscriber=subscriber).annotate(
        rank=Case(When(status=OfferStatus.WAITING, then=0), default=1)
    )
    related = offers.select_related("establishment", "subscriber", "contract", "made", "offered_by", "replaces")
    return related.order_by("rank", "-offered_at", "-pk")


def waiting_offers(subscriber: Subscriber, *, today: datetime.date) -> list[ContractOffer]:
    """What the subscriber can still answer, the one that lapses first leading."""
    waiting = ContractOffer.objects.filter(subscriber=subscriber, status=OfferStatus.WAITING, expires_on__gte=today)
    return list(waiting.select_related("establishment").order_by("expires_on", "pk"))


def waiting_offer(establishment: Establishment, subscriber: Subscriber) -> ContractOffer | None:
    """The offer to the person that is still to be answered; there is one at most."""
    waiting = ContractOffer.objects.filter(establishment=establishment, subscriber=subscriber)
    return waiting.filter(status=OfferStatus.WAITING).first()


def offers_about(contract: Contract) -> list[ContractOffer]:
    """The offer that made the contract and all about it, the latest first."""
    offers = ContractOffer.objects.filter(Q(made=contract) | Q(contract=contract))
    related = offers.select_related("offered_by", "answered_by", "closed_by", "made")
    return list(related.order_by("-offered_at", "-pk"))


def agreements_among(offers: Iterable[ContractOffer], contract: Contract) -> list[ContractOffer]:
    """What both sides agreed about the contract itself, in the order of the acceptances."""
    accepted = (offer for offer in offers if offer.status == OfferStatus.ACCEPTED)
    of_itself = (offer for offer in accepted if offer.made_id in (None, contract.pk))
    return sorted(of_itself, key=lambda offer: (offer.answered_at, offer.pk))


def came_from_records(agreed: Iterable[OfferKind]) -> bool:
    """Whether none of the accepted offers made the contract: it came in a file of the employer's."""
    return not set(MAKING).intersection(agreed)


def papers_of(contract: Contract) -> QuerySet[ContractPaper]:
    """Without their bytes and terms; the latest first."""
    return ContractPaper.objects.filter(contract=contract).defer("content", "terms").order_by("-requested_at", "-pk")


def in_force_on(day: datetime.date) -> Q:
    """The contracts in force on a day."""
    return Q(starts_on__lte=day, ends_on__gte=day)


def standing_on(day: datetime.date) -> Case:
    """How a contract stands on a day."""
    return Case(
        When(starts_on__gt=day, then=Value(Standing.UPCOMING)),
        When(ends_on__gte=day, then=Value(Standing.IN_FORCE)),
        When(status=ContractStatus.TERMINATED, then=Value(Standing.TERMINATED)),
        default=Value(Standing.EXPIRED),
        output_field=CharField(),
    )


def as_of(contracts: QuerySet[Contract], day: datetime.date) -> QuerySet[Contract]:
    """Each contract with its `standing` on a day and its `hourly_wage`: the one in force, or else the first."""
    wages = ContractWage.objects.filter(contract=OuterRef("pk"))
    in_force = wages.filter(effective_from__lte=Month.of(day)).order_by("-effective_from").values("hourly_wage")[:1]
    first = wages.order_by("effective_from").values("hourly_wage")[:1]
    return contracts.annotate(standing=standing_on(day), hourly_wage=Coalesce(Subquery(in_force), Subquery(first)))


def wages_by_month(contract_ids: Collection[int]) -> dict[int, dict[Month, ContractWage]]:
    """Every wage of each contract, in the order of its months."""
    found: dict[int, dict[Month, ContractWage]] = {}
    rows = ContractWage.objects.filter(contract__pk__among=list(contract_ids)).order_by("contract", "effective_from")
    for wage in rows:
        found.setdefault(wage.contract_id, {})[wage.effective_from] = wage
    return found


def last_wage(contract: Contract) -> Decimal:
    """The hourly wage that goes on holding when the contract lasts longer."""
    return list(wages_by_month([contract.pk])[contract.pk].values())[-1].hourly_wage


def wage_of(contract: Contract, month: Month) -> Decimal | None:
    """The hourly wage of a contract in a month, as things stand; None before its first."""
    return wage_in_force(wages_by_month([contract.pk])[contract.pk], month)


def rules_from(month: Month) -> RuleSet:
    """The rules of a month; those of the portal's first month for an earlier one."""
    return regulations.rules_of(max(month, regulations.first_month()))


def wage_in_force(wages: Mapping[Month, ContractWage], month: Month) -> Decimal | None:
    """The hourly wage of a month among those of one contract; None before the first."""
    begun = max((begins for begins in wages if begins <= month), default=None)
    return wages[begun].hourly_wage if begun else None
