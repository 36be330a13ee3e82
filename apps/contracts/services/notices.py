"""What both sides are told about offers and contracts: in their own language, without an ID and without a wage."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.periods import Month
from apps.contracts.choices import OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer
from apps.outbox.services import Notice, post_notices
from apps.registry import permissions
from apps.registry import selectors as registry
from apps.registry.models import Establishment, Membership, Subscriber

# Makes the sentence, in the language that is active when it is called.
Words = Callable[[], str]


def offers_made(offers: Iterable[ContractOffer], *, now: datetime.datetime) -> None:
    """Each subscriber knows what waits for his answer; who has no account yet is asked to open one."""
    post_notices([_to_subscriber(offer.subscriber, lambda offer=offer: _offer(offer)) for offer in offers], now=now)


def offers_remembered(offers: Iterable[ContractOffer], *, now: datetime.datetime) -> None:
    """Each subscriber is reminded of the offer that he has not answered."""

    def words(offer: ContractOffer) -> str:
        said = {"establishment": offer.establishment.name, "last": dates.gregorian(offer.expires_on)}
        told = _(
            "An offer of %(establishment)s still waits for your answer in the Flexible Work Portal, until %(last)s."
        )
        return _with_account(told % said, offer)

    post_notices([_to_subscriber(offer.subscriber, lambda offer=offer: words(offer)) for offer in offers], now=now)


def offer_withdrawn(offer: ContractOffer, *, now: datetime.datetime) -> None:
    """The subscriber knows that nothing waits for his answer any more."""

    def words() -> str:
        return _("%(establishment)s has withdrawn its offer. You need not answer it any more.") % _parties(offer)

    post_notices([_to_subscriber(offer.subscriber, words)], now=now)


def offers_lapsed(counts: Mapping[int, int], *, now: datetime.datetime, today: datetime.date) -> None:
    """Who manages contracts in each establishment knows how many offers came to nothing: one message for all."""

    def words(place: Establishment) -> str:
        said = {"establishment": place.name, "offers": text.offer_count(counts[place.pk])}
        return (
            _("%(establishment)s: %(offers)s lapsed without an acceptance. The list of offers names the persons.")
            % said
        )

    members = _managers(counts, today)
    notices = [_to_member(each, lambda each=each: words(each.establishment)) for each in members]
    post_notices(notices, now=now)


def changes_not_made(offers: Iterable[ContractOffer], *, now: datetime.datetime) -> None:
    """Each subscriber knows that the offer he wanted changed is off the table."""

    def words(offer: ContractOffer) -> str:
        told = _("%(establishment)s has not changed its offer as you asked; it can be answered no more.")
        return told % _parties(offer)

    post_notices([_to_subscriber(offer.subscriber, lambda offer=offer: words(offer)) for offer in offers], now=now)


def offer_answered(offer: ContractOffer, *, now: datetime.datetime, today: datetime.date) -> None:
    """Who offered it, or else who manages contracts there now, knows the answer."""
    sentences = {
        OfferStatus.ACCEPTED: _accepted,
        OfferStatus.REFUSED: _refused,
        OfferStatus.CHANGE_ASKED: _change_asked,
    }
    words = sentences[OfferStatus(offer.status)]
    managers = _managers([offer.establishment_id], today)
    theirs = [each for each in managers if each.user_id == offer.offered_by_id] or managers
    post_notices([_to_member(each, lambda: words(offer)) for each in theirs], now=now)


def contract_ended(contract: Contract, *, now: datetime.datetime) -> None:
    """The subscriber knows that his contract ends early."""

    def words() -> str:
        said = {"establishment": contract.establishment.name, "last": dates.gregorian(contract.ends_on)}
        return (
            _(
                "%(establishment)s has ended your contract early; its last day is %(last)s. "
                "The reason stands on the page of the contract in the Flexible Work Portal."
            )
            % said
        )

    post_notices([_to_subscriber(contract.subscriber, words)], now=now)


def wage_raised(contract: Contract, month: Month, *, now: datetime.datetime) -> None:
    """The subscriber knows that another wage holds from a month on."""

    def words() -> str:
        said = {"establishment": contract.establishment.name, "month": dates.month_name(month)}
        return (
            _(
                "%(establishment)s has raised your hourly wage from %(month)s on. "
                "The page of the contract in the Flexible Work Portal shows it."
            )
            % said
        )

    post_notices([_to_subscriber(contract.subscriber, words)], now=now)


def ends_near(contracts: Sequence[Contract], *, now: datetime.datetime, today: datetime.date) -> None:
    """Who manages contracts in each establishment knows how many end soon and are not renewed: one message for all."""
    by_place = {
        place: list(found)
        for place, found in groupby(
            sorted(contracts, key=lambda each: each.establishment_id), key=lambda each: each.establishment_id
        )
    }

    def words(ending: list[Contract]) -> str:
        said = {
            "contracts": text.contract_count(len(ending)),
            "establishment": ending[0].establishment.name,
            "last": dates.gregorian(max(each.ends_on for each in ending)),
        }
        return _("%(establishment)s: %(contracts)s end by %(last)s without a renewal.") % said

    members = _managers(by_place, today)
    notices = [_to_member(each, lambda each=each: words(by_place[each.establishment_id])) for each in members]
    post_notices(notices, now=now)


def _offer(offer: ContractOffer) -> str:
    said = {"establishment": offer.establishment.name, "last": dates.gregorian(offer.expires_on)}
    sentences = {
        OfferKind.NEW: _(
            "%(establishment)s offers you a flexible-work contract. "
            "See it and answer in the Flexible Work Portal until %(last)s."
        ),
        OfferKind.RENEWAL: _(
            "%(establishment)s offers to renew your contract. "
            "See it and answer in the Flexible Work Portal until %(last)s."
        ),
        OfferKind.EXTENSION: _(
            "%(establishment)s offers to extend your contract. "
            "See it and answer in the Flexible Work Portal until %(last)s."
        ),
        OfferKind.WAGE: _(
            "%(establishment)s asks for your consent to another hourly wage. "
            "See it and answer in the Flexible Work Portal until %(last)s."
        ),
    }
    return _with_account(sentences[OfferKind(offer.kind)] % said, offer)


def _with_account(sentence: str, offer: ContractOffer) -> str:
    if offer.subscriber.user_id:
        return sentence
    return " ".join((sentence, _("To answer, open your account there with your ID.")))


def _accepted(offer: ContractOffer) -> str:
    return _("%(name)s has accepted the offer of %(establishment)s.") % _parties(offer)


def _refused(offer: ContractOffer) -> str:
    return _("%(name)s has refused the offer of %(establishment)s.") % _parties(offer)


def _change_asked(offer: ContractOffer) -> str:
    return _("%(name)s asks for a change of the offer of %(establishment)s. The page of the offer shows it.") % (
        _parties(offer)
    )


def _parties(offer: ContractOffer) -> dict[str, str]:
    return {"name": offer.subscriber.name, "establishment": offer.establishment.name}


def _managers(establishment_ids: Iterable[int], today: datetime.date) -> list[Membership]:
    held = Membership.objects.filter(
        establishment__pk__among=list(establishment_ids), role__in=permissions.roles_for("manage_contracts")
    )
    return list(_ordered(registry.in_force(held, on=today)))


def _ordered(members: QuerySet[Membership]) -> QuerySet[Membership]:
    return members.select_related("user", "establishment").order_by("establishment", "pk")


def _to_member(member: Membership, words: Words) -> Notice:
    user = member.user
    return _notice(user.language, user.mobile, user.email, words)


def _to_subscriber(subscriber: Subscriber, words: Words) -> Notice:
    user = subscriber.user
    if user is None:
        return _notice("", subscriber.mobile, "", words)
    return _notice(user.language, user.mobile or subscriber.mobile, user.email, words)


def _notice(language: str, mobile: str, email: str, words: Words) -> Notice:
    with translation.override(language or settings.LANGUAGE_CODE):
        return Notice(mobile, email, _("News of a flexible-work contract"), words())
