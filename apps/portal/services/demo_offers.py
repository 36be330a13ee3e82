"""Offers of the demonstration: one or two in every state, most of them to subscribers who can be signed in as."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from apps.accounts.models import User
from apps.common.periods import Month, end_of_term
from apps.contracts import services
from apps.contracts.choices import OfferKind
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow
from apps.portal.services import demo_people as people
from apps.registry.models import Subscriber
from apps.timesheets.services import reopen_months

RETAILER, RESTAURANT, CAFE = 0, 1, 3


def add_offers(*, owners: dict[int, User], now: datetime.datetime, today: datetime.date) -> None:
    """New contracts and lower wages from next month on, offered today, yesterday, and one long ago."""
    month = Month.of(today).next
    outsiders = _outsiders(RETAILER)
    long_ago = now - datetime.timedelta(days=40)
    _offer(RETAILER, next(outsiders), month, "24.00", by=owners[RETAILER], now=long_ago)
    services.lapse_offers(now=now)

    yesterday = now - datetime.timedelta(hours=20)
    withdrawn = _offer(RETAILER, next(outsiders), month, "22.50", by=owners[RETAILER], now=yesterday)
    services.withdraw(withdrawn.pk, by=owners[RETAILER], now=yesterday + datetime.timedelta(hours=1))
    _offer(RETAILER, next(outsiders), month, "26.00", by=owners[RETAILER], now=yesterday)

    accepted = _offer(RESTAURANT, _person(people.NEAR_MONTH), month, "32.00", by=owners[RESTAURANT], now=yesterday)
    answered = {"now": now - datetime.timedelta(hours=2)}
    by = _person(people.NEAR_MONTH).user
    services.accept_offer(offer_id=accepted.pk, by=by, reopen_months=reopen_months, **answered)

    asked = _lower_wage(people.AT_CEILING, month, by=owners[RETAILER], now=yesterday)
    note = "أرجو أن يبقى الأجر كما هو حتى نهاية الموسم"
    services.ask_change(offer_id=asked.pk, by=_person(people.AT_CEILING).user, note=note, **answered)
    refused = _lower_wage(people.PAST_THIRTY_DAYS, month, by=owners[RETAILER], now=yesterday)
    services.refuse_offer(
        offer_id=refused.pk, by=_person(people.PAST_THIRTY_DAYS).user, note="لا يناسبني أجر أقل", **answered
    )
    _lower_wage(people.NEAR_MONTH, month, by=owners[RETAILER], now=yesterday)
    for place, story in (
        (CAFE, people.AT_CEILING),
        (RESTAURANT, people.PAST_THIRTY_DAYS),
        (RESTAURANT, people.BOTH_SIDES),
    ):
        _offer(place, _person(story), month, "33.50", by=owners[place], now=yesterday)


def _person(story: int) -> Subscriber:
    return Subscriber.objects.get(national_id=people.national_id(1 + story))


def _outsiders(place: int) -> Iterator[Subscriber]:
    """People who never worked there."""
    number = people.ESTABLISHMENTS[place].unified_number
    strangers = Subscriber.objects.exclude(contracts__establishment__unified_number=number)
    return strangers.filter(user=None).order_by("national_id").iterator()


def _offer(
    place: int, person: Subscriber, month: Month, wage: str, *, by: User, now: datetime.datetime
) -> ContractOffer:
    starts_on = month.first_day
    row = ContractRow(
        "",
        people.ESTABLISHMENTS[place].unified_number,
        person.national_id,
        starts_on,
        end_of_term(starts_on, months=6),
        Decimal(wage),
    )
    (offer,) = services.offer_contracts([row], by=by, now=now)
    return offer


def _lower_wage(story: int, month: Month, *, by: User, now: datetime.datetime) -> ContractOffer:
    """The person's contract with the retailer, at two riyals less."""
    contract = Contract.objects.get(
        establishment__unified_number=people.ESTABLISHMENTS[RETAILER].unified_number,
        subscriber=_person(story),
        starts_on__lte=month.first_day,
        ends_on__gte=month.first_day,
    )
    wage = contract.wages.order_by("-effective_from").first().hourly_wage - 2
    change = services.Change(OfferKind.WAGE, hourly_wage=wage, month=month)
    return services.offer_change(contract_id=contract.pk, change=change, by=by, now=now)
