"""Offers as both sides read them: their terms with what follows from them, and their history."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.money import to_halalas, to_riyals
from apps.common.periods import Month
from apps.contracts import selectors as contracts
from apps.contracts.choices import OPEN, OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer
from apps.portal.selectors.activity import Event, name_of


class Terms(NamedTuple):
    """The terms of a contract before it is accepted, with what should be known about them; amounts in riyals.

    `daily_wage` is what a contribution day comes to, `month` the one from which a wage alone changes, and `agreed` the
    wage of the contract it is about that holds then without the offer.
    """

    starts_on: datetime.date
    ends_on: datetime.date
    hourly_wage: Decimal
    daily_wage: Decimal
    is_below_floor: bool
    lowest_full_wage: Decimal
    month: Month | None
    agreed: Decimal | None

    @property
    def less(self) -> Decimal:
        """By how much an hour is paid less than agreed so far."""
        return max(self.agreed - self.hourly_wage, Decimal(0)) if self.agreed else Decimal(0)


def terms_of(
    starts_on: datetime.date,
    ends_on: datetime.date,
    hourly_wage: Decimal,
    *,
    month: Month | None = None,
    contract: Contract | None = None,
) -> Terms:
    """`contract` is the one whose wage it would be instead of."""
    first = month or Month.of(starts_on)
    limits = contracts.rules_from(first)
    halalas = to_halalas(hourly_wage)
    return Terms(
        starts_on,
        ends_on,
        hourly_wage,
        to_riyals(halalas * limits.minutes_per_day // 60),
        limits.is_below_floor(halalas),
        to_riyals(limits.lowest_full_wage),
        month,
        contracts.wage_of(contract, first) if contract else None,
    )


def terms_offered(offer: ContractOffer) -> Terms:
    """Once it is settled, what is agreed is no longer what the offer was measured against."""
    compared = offer.contract if offer.status in OPEN and offer.kind != OfferKind.EXTENSION else None
    return terms_of(offer.starts_on, offer.ends_on, offer.hourly_wage, month=offer.effective_from, contract=compared)


def acceptances(offers: Iterable[ContractOffer], contract: Contract) -> dict:
    """What both sides agreed about the contract, and whether it came to be without the portal."""
    agreements = contracts.agreements_among(offers, contract)
    kinds = (OfferKind(offer.kind) for offer in agreements)
    return {"agreements": agreements, "is_from_file": contracts.came_from_records(kinds)}


def offer_events(offers: Iterable[ContractOffer]) -> list[Event]:
    """What happened to the offers, the latest first."""
    return sorted((event for offer in offers for event in _events_of(offer)), key=lambda event: event.at, reverse=True)


def _events_of(offer: ContractOffer) -> Iterator[Event]:
    yield Event(_offered(offer), offer.offered_at, name_of(offer.offered_by))
    if offer.answered_at:
        yield Event(_answered(offer), offer.answered_at, name_of(offer.answered_by))
    if offer.status == OfferStatus.WITHDRAWN:
        yield Event(_("The offer was withdrawn"), offer.closed_at, name_of(offer.closed_by))
    if offer.status == OfferStatus.LAPSED:
        yield Event(_("The offer lapsed without an acceptance"), offer.closed_at)


def _offered(offer: ContractOffer) -> str:
    values = {"last": dates.gregorian(offer.ends_on), "wage": text.riyals(offer.hourly_wage)}
    if offer.kind == OfferKind.WAGE:
        month = {"month": dates.month_name(offer.effective_from)}
        return _("Offered: %(wage)s an hour from %(month)s") % {**values, **month}
    sentences = {
        OfferKind.NEW: _("Contract until %(last)s at %(wage)s an hour offered"),
        OfferKind.RENEWAL: _("Renewal until %(last)s at %(wage)s an hour offered"),
        OfferKind.EXTENSION: _("Extension until %(last)s offered"),
    }
    return sentences[OfferKind(offer.kind)] % values


def _answered(offer: ContractOffer) -> str:
    if offer.status == OfferStatus.ACCEPTED:
        return _("The subscriber accepted the offer")
    if offer.status == OfferStatus.REFUSED:
        return _("The subscriber refused the offer")
    return _("The subscriber asked for a change")
