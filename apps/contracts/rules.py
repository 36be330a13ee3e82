"""What a flexible-work contract may be: its term, the age of the person, its wages by date, and how it ends."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError, RowRefusal
from apps.common.periods import Month, age_on, end_of_term
from apps.common.scripts import plain_text
from apps.contracts.choices import ContractStatus, OfferStatus
from apps.regulations.rules import MonthClosed, RuleSet

NUMBER_LENGTH = 30


class EndBeforeStart(DomainError):
    message = _("The last day comes before the first day")


class TermTooLong(DomainError):
    message = _(
        "A flexible-work contract lasts %(months)s months at most (Labour Regulation 27/2/12): "
        "beginning on %(first)s, it can end on %(last)s at the latest"
    )


class TooYoung(DomainError):
    message = _(
        "On the first day the person is %(age)s years old; work is possible from %(limit)s (Labour Regulation 33)"
    )


class TooOld(DomainError):
    message = _(
        "On the first day the person is %(age)s years old; "
        "new insurance is possible up to %(limit)s (Social Insurance Law 14)"
    )


class WageNotPositive(DomainError):
    message = _("The hourly wage must be more than zero")


class WageNotInHalalas(DomainError):
    message = _("The hourly wage has at most two decimals, such as 31.25")


class ContractsOverlap(DomainError):
    message = _(
        "The person already has contract %(contract_no)s with this establishment from %(first)s to %(last)s; "
        "two contracts of one person and establishment cannot overlap"
    )


class RowsOverlap(DomainError):
    message = _(
        "Another row has the same person and establishment from %(first)s to %(last)s; "
        "two contracts of one person and establishment cannot overlap"
    )


class EstablishmentUnknown(DomainError):
    message = _("No establishment has the number %(number)s")


class SubscriberUnknown(DomainError):
    message = _("No subscriber has this national ID")


class ContractUnknown(DomainError):
    message = _("There is no contract %(contract_no)s")


class ContractRecordedOtherwise(DomainError):
    message = _("Contract %(contract_no)s is already recorded with other facts")


class ContractRepeated(DomainError):
    message = _("Contract %(contract_no)s stands in an earlier row already")


class WageNotFromFirst(DomainError):
    message = _("A wage changes on the first of a month only")


class WageUnchanged(DomainError):
    message = _("The month has this wage already")


class WageBeforeStart(DomainError):
    message = _(
        "The contract begins in %(month)s with the wage it was made with; a change is possible from the next month on"
    )


class WageAfterEnd(DomainError):
    message = _("The contract ends on %(last)s, before this wage would begin")


class WageRepeated(DomainError):
    message = _("A wage of %(contract_no)s from %(month)s stands in an earlier row already")


class AlreadyTerminated(DomainError):
    message = _("The contract is already terminated")


class LastDayOutsideTerm(DomainError):
    message = _("The last day must lie in the term of the contract, from %(first)s to %(last)s")


class HoursAfterLastDay(DomainError):
    """Hours are entered after the wanted last day; `months` are those that hold them."""

    message = _("Hours are entered after %(last_day)s. They must be cleared first, or the contract must end later")

    def __init__(self, *, last_day: datetime.date, months: Sequence[Month]):
        super().__init__(last_day=last_day)
        self.months = months


class OfferWaiting(DomainError):
    message = _("An offer to this person already waits for an answer. Withdraw or correct it first")


class OfferedTooOften(DomainError):
    message = _("You have sent this person several offers today already. The next one can be sent tomorrow")


class OfferRepeated(DomainError):
    message = _("An offer to this person stands in an earlier row already")


class OfferToOneself(DomainError):
    message = _("Nobody can offer a contract to himself")


class OfferOfAnother(DomainError):
    message = _("Only the person to whom it is offered can answer an offer")


class OfferClosed(DomainError):
    message = _("The offer is not open any more: %(state)s")


class OfferLapsed(DomainError):
    message = _("The offer could be answered until %(last)s")


class NoteMissing(DomainError):
    message = _("The wanted change is required")


class ContractOver(DomainError):
    message = _("The contract ended on %(last)s")


class RenewalTooEarly(DomainError):
    message = _("A renewal can be offered from %(first)s on, %(days)s before the contract ends")


class NotLater(DomainError):
    message = _("An extension ends after the present last day, %(last)s")


class CutTooSoon(DomainError):
    message = _("A lower wage must be accepted before its month; it can begin in %(month)s at the earliest")


class ContractRow(NamedTuple):
    """A contract as it is to be documented; the number is given with an empty `contract_no`."""

    contract_no: str
    unified_number: str
    national_id: str
    starts_on: datetime.date
    ends_on: datetime.date
    hourly_wage: Decimal


class WageRow(NamedTuple):
    """An hourly wage from the first of a month on."""

    contract_no: str
    effective_from: datetime.date
    hourly_wage: Decimal


class Term(NamedTuple):
    """The days of one contract; `pair` is its establishment and subscriber."""

    pair: tuple[int, int]
    starts_on: datetime.date
    ends_on: datetime.date
    contract_no: str
    position: int | None = None


def check_contract_no(text: str) -> str:
    return plain_text(text, limit=NUMBER_LENGTH)


def check_contract(
    *,
    starts_on: datetime.date,
    ends_on: datetime.date,
    birth_date: datetime.date,
    hourly_wage: Decimal,
    rules: RuleSet,
    last_closed: Month | None,
) -> Iterator[tuple[str, DomainError]]:
    """Everything that stands against a contract by itself, as (field, refusal). `rules` are those of its first month.

    Order and length of the term (Labour Regulation 27/2/12), age on the first day (Labour Regulation 33, Social
    Insurance Law 14), a first month not closed yet, a wage of whole halalas. A wage under the floor is allowed.
    """
    latest = end_of_term(starts_on, months=rules.contract_max_months)
    if ends_on < starts_on:
        yield "ends_on", EndBeforeStart()
    elif ends_on > latest:
        yield "ends_on", TermTooLong(months=rules.contract_max_months, first=starts_on, last=latest)
    age = age_on(birth_date, starts_on)
    if age < rules.min_age:
        yield "starts_on", TooYoung(age=max(age, 0), limit=rules.min_age)
    elif age > rules.max_age:
        yield "starts_on", TooOld(age=age, limit=rules.max_age)
    if last_closed is not None and Month.of(starts_on) <= last_closed:
        yield "starts_on", MonthClosed(month=Month.of(starts_on))
    yield from check_wage(hourly_wage)


def check_wage(hourly_wage: Decimal) -> Iterator[tuple[str, DomainError]]:
    if hourly_wage <= 0:
        yield "hourly_wage", WageNotPositive()
    elif hourly_wage * 100 % 1:
        yield "hourly_wage", WageNotInHalalas()


def overlaps(new: Iterable[Term], existing: Iterable[Term]) -> Iterator[tuple[int, DomainError]]:
    """Which new terms meet another of the same pair, new or existing, as (position, refusal); of two, the later one.

    A refusal says whether the other is a recorded contract or another new one.
    """
    latest: dict[tuple[int, int], Term] = {}
    for term in sorted([*new, *existing], key=lambda term: (term.pair, term.starts_on, term.position is not None)):
        before = latest.get(term.pair)
        if before is not None and term.starts_on <= before.ends_on:
            refused, other = (term, before) if term.position is not None else (before, term)
            if refused.position is not None:
                days = {"first": other.starts_on, "last": other.ends_on}
                is_new = other.position is not None
                overlap = RowsOverlap(**days) if is_new else ContractsOverlap(contract_no=other.contract_no, **days)
                yield refused.position, overlap
        if before is None or term.ends_on > before.ends_on:
            latest[term.pair] = term


def check_wage_change(
    row: WageRow,
    *,
    starts_on: datetime.date,
    ends_on: datetime.date,
    in_force: Decimal | None,
    last_closed: Month | None,
) -> Iterator[tuple[str, DomainError]]:
    """Everything that stands against a wage from a month on, as (field, refusal).

    `in_force` is the wage that the month has already: repeating it is never refused, and changes nothing.
    """
    month = Month.of(row.effective_from)
    yield from check_wage(row.hourly_wage)
    if row.effective_from.day != 1:
        yield "effective_from", WageNotFromFirst()
    elif month > Month.of(ends_on):
        yield "effective_from", WageAfterEnd(last=ends_on)
    elif row.effective_from < Month.of(starts_on).first_day or (
        month == Month.of(starts_on) and row.hourly_wage != in_force
    ):
        yield "effective_from", WageBeforeStart(month=Month.of(starts_on))
    elif last_closed is not None and month <= last_closed and row.hourly_wage != in_force:
        yield "effective_from", MonthClosed(month=month)


NEXT = {(ContractStatus.ACTIVE, "terminate"): ContractStatus.TERMINATED}


def next_status(status: str, action: str) -> ContractStatus:
    """Where the action leads; refuses with `AlreadyTerminated`."""
    try:
        return NEXT[ContractStatus(status), action]
    except KeyError:
        raise AlreadyTerminated from None


def allowed_actions(status: str) -> Iterator[str]:
    return (action for before, action in NEXT if before == status)


def check_last_day(
    last_day: datetime.date, *, starts_on: datetime.date, ends_on: datetime.date, last_closed: Month | None
) -> None:
    """Refuses a last day outside the term (`LastDayOutsideTerm`) or in a closed month (`MonthClosed`)."""
    if not starts_on <= last_day <= ends_on:
        raise LastDayOutsideTerm(first=starts_on, last=ends_on)
    if last_closed is not None and Month.of(last_day) <= last_closed:
        raise MonthClosed(month=Month.of(last_day))


def refusals_of(position: int, found: Iterable[tuple[str, DomainError]]) -> Iterator[RowRefusal]:
    return (RowRefusal(position, field, refusal) for field, refusal in found)


# Days after an offer on which it is brought to mind, and before the end of a contract that is not renewed.
REMINDERS = (3, 10)
DAYS_BEFORE_END = 30
# Of one establishment to one person: each of them is a message on his telephone.
OFFERS_A_DAY = 5

NEXT_OF_OFFER = {
    (OfferStatus.WAITING, "accept"): OfferStatus.ACCEPTED,
    (OfferStatus.WAITING, "refuse"): OfferStatus.REFUSED,
    (OfferStatus.WAITING, "ask"): OfferStatus.CHANGE_ASKED,
    (OfferStatus.WAITING, "withdraw"): OfferStatus.WITHDRAWN,
    (OfferStatus.WAITING, "lapse"): OfferStatus.LAPSED,
    (OfferStatus.CHANGE_ASKED, "withdraw"): OfferStatus.WITHDRAWN,
    (OfferStatus.CHANGE_ASKED, "lapse"): OfferStatus.LAPSED,
}


def next_offer_status(status: str, action: str) -> OfferStatus:
    """Where the action leads; refuses with `OfferClosed`."""
    try:
        return NEXT_OF_OFFER[OfferStatus(status), action]
    except KeyError:
        raise OfferClosed(state=OfferStatus(status).label) from None


def offer_actions(status: str) -> set[str]:
    return {action for before, action in NEXT_OF_OFFER if before == status}


def check_renewal(
    *, status: str, ends_on: datetime.date, today: datetime.date, days: int
) -> Iterator[tuple[str, DomainError]]:
    """A contract in force is renewed by consent (Labour Regulation 27/2/12), so many days before its end or later."""
    yield from _check_in_force(status, ends_on, today)
    first = ends_on - datetime.timedelta(days=days)
    if today < first:
        yield "", RenewalTooEarly(first=first, days=("days", days))


def check_extension(
    wanted: datetime.date,
    *,
    status: str,
    starts_on: datetime.date,
    ends_on: datetime.date,
    today: datetime.date,
    rules: RuleSet,
) -> Iterator[tuple[str, DomainError]]:
    """A contract in force ends later, within the longest term from its first day on (Labour Regulation 27/2/12)."""
    yield from _check_in_force(status, ends_on, today)
    latest = end_of_term(starts_on, months=rules.contract_max_months)
    if wanted <= ends_on:
        yield "ends_on", NotLater(last=ends_on)
    elif wanted > latest:
        yield "ends_on", TermTooLong(months=rules.contract_max_months, first=starts_on, last=latest)


def check_cut(month: Month, *, today: datetime.date) -> Iterator[tuple[str, DomainError]]:
    """A lower wage waits for its acceptance, which must come before its month."""
    if month <= Month.of(today):
        yield "effective_from", CutTooSoon(month=Month.of(today).next)


def answer_by(offered_on: datetime.date, *, days: int, last_entry_day: datetime.date) -> datetime.date:
    """The last day for the answer to the offer of a contract, so many days later.

    Never past the last day on which hours of its first month can be entered: the month closes next, and the offer
    with it. A month whose last day is over may close at any time, and nobody can say when.
    """
    last = offered_on + datetime.timedelta(days=days)
    return min(last, last_entry_day) if offered_on <= last_entry_day else last


def _check_in_force(status: str, ends_on: datetime.date, today: datetime.date) -> Iterator[tuple[str, DomainError]]:
    if status == ContractStatus.TERMINATED:
        yield "", AlreadyTerminated()
    elif ends_on < today:
        yield "", ContractOver(last=ends_on)


def reminders_due(*, offered_on: datetime.date, today: datetime.date) -> int:
    """How many reminders of an offer should have been sent by today."""
    return sum(today >= offered_on + datetime.timedelta(days=days) for days in REMINDERS)
