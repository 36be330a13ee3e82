"""A month before its declaration: every person's total beside last month's, and what is worth a second look."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.contracts.selectors import contracts_in_month
from apps.registry import permissions
from apps.registry import selectors as registry
from apps.registry.access import Desk
from apps.registry.models import Subscriber
from apps.timesheets import rules, selectors
from apps.timesheets.pages.entry import PEOPLE_PER_PAGE
from apps.timesheets.pages.sheet import SheetPage
from apps.timesheets.rules.outlook import LookAhead, Outlook
from apps.timesheets.rules.review import is_unusual

# What hours come to is computed with all other contracts of the same people; beyond so many the review leaves it out.
CONTRACTS_LOOKED_AHEAD = 300
LEFT_SHOWN = 20


class Mark(NamedTuple):
    """Something to note about a person; those that ask for a look are counted above the table under `warning`."""

    words: str
    kind: str = "info"
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One subscriber's month in the review; `page` is the page of the grid on which he stands."""

    subscriber: Subscriber
    minutes: int
    minutes_before: int
    days: int
    page: int
    contract_id: int
    marks: list[Mark]

    @property
    def difference(self) -> str:
        """`+12` or `−5` hours against last month; nothing when nothing changed."""
        return _signed(self.minutes - self.minutes_before)

    @property
    def change(self) -> str:
        """`+12%` or `−5%` against last month; nothing when there is nothing to compare with."""
        return _percent(self.minutes, self.minutes_before)


class Concern(NamedTuple):
    """How many people something is to be noted of, and the first of them."""

    words: str
    count: int
    first: Person


class AttestPage(SheetPage):
    """The month before its declaration."""

    is_unticked = False

    def __init__(self, desk: Desk, month: Month, today: datetime.date, *, look_ahead: LookAhead):
        super().__init__(desk, month, today)
        self._look_ahead = look_ahead
        # Before anything that is shown: what is saved after it is not attested with it.
        self.fingerprint = selectors.month_fingerprint(desk.establishment, month)

    @cached_property
    def people(self) -> list[Person]:
        """In the order of the grid."""
        places = {contract.pk: index // PEOPLE_PER_PAGE + 1 for index, contract in enumerate(self.contracts)}
        # Contracts of two people of one name may take turns.
        of_person: dict[int, list[Contract]] = {}
        for contract in self.contracts:
            of_person.setdefault(contract.subscriber_id, []).append(contract)
        return [self._person(contracts, places) for contracts in of_person.values()]

    def _person(self, contracts: list[Contract], places: dict[int, int]) -> Person:
        first = contracts[0]
        minutes, before = (totals.get(first.subscriber_id, 0) for totals in (self.totals, self._totals_before))
        ahead = [self.outlook.contracts[each.pk] for each in contracts if each.pk in self.outlook.contracts]
        lapsed = sum(each.lapsed_minutes for each in ahead)
        marks = list(self._marks(contracts, minutes, before, lapsed))
        days = sum(each.days for each in ahead)
        return Person(first.subscriber, minutes, before, days, places[first.pk], first.pk, marks)

    def _marks(self, contracts: list[Contract], minutes: int, before: int, lapsed: int) -> Iterator[Mark]:
        if not minutes:
            yield Mark(_("No hours"), "warn", _("Without hours this month"))
        if rules.is_near_limit(minutes, rules=self.limits):
            yield Mark(_("Close to the limit"), "warn", _("Close to the monthly limit"))
        if is_unusual(minutes, before):
            yield Mark(_("Unlike last month"), "warn", _("Far more or fewer hours than last month"))
        if lapsed:
            words = _("%(hours)s lapse with the contract") % {"hours": text.hour_count(lapsed)}
            yield Mark(words, "warn", _("Hours short of a whole day that lapse as the contract ends"))
        last_day = max(contract.ends_on for contract in contracts)
        if last_day < self.month.last_day:
            yield Mark(_("Last day of the contract: %(date)s") % {"date": dates.gregorian(last_day)})
        if contracts[0].subscriber_id not in self._people_before:
            yield Mark(_("New this month"))

    @property
    def warnings(self) -> list[Concern]:
        """The most frequent first."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            for mark in person.marks:
                if mark.warning:
                    found.setdefault(mark.warning, []).append(person)
        warnings = [Concern(words, len(people), people[0]) for words, people in found.items()]
        return sorted(warnings, key=lambda warning: -warning.count)

    @cached_property
    def left(self) -> list[Subscriber]:
        """Who had a contract last month and has none in this one; as many as the page has room for."""
        gone = self._contracts_before.exclude(subscriber__in=self.contracts.order_by().values("subscriber"))
        found = {contract.subscriber_id: contract.subscriber for contract in gone[: 2 * LEFT_SHOWN]}
        return list(found.values())[:LEFT_SHOWN]

    @property
    def _contracts_before(self):
        return contracts_in_month(self.desk.establishment, self.month.previous)

    @cached_property
    def _people_before(self) -> set[int]:
        return set(self._contracts_before.order_by("subscriber").values_list("subscriber", flat=True))

    @cached_property
    def _totals_before(self) -> dict[int, int]:
        return selectors.month_totals(self.desk.establishment, self.month.previous)

    @cached_property
    def outlook(self) -> Outlook:
        if len(self.contracts) > CONTRACTS_LOOKED_AHEAD:
            return Outlook(is_known=False)
        return self._look_ahead(self.month, self.contracts, self.rulebook)

    @property
    def minutes_before(self) -> int:
        return sum(self._totals_before.values())

    @property
    def difference(self) -> str:
        return _signed(self.minutes - self.minutes_before)

    @property
    def change(self) -> str:
        return _percent(self.minutes, self.minutes_before)

    @property
    def is_early(self) -> bool:
        return isinstance(self.hindrance, rules.AttestTooEarly)

    @property
    def signing_roles(self) -> list:
        return permissions.roles_for("attest_hours")

    @cached_property
    def hindrance(self) -> DomainError | None:
        """Why nobody can declare the month now, or nothing."""
        if self.lock is not None:
            return self.lock
        last_contract_day = selectors.last_contract_day(self.desk.establishment, self.month)
        try:
            rules.check_declaration_time(self.month, last_contract_day=last_contract_day, today=self.today)
        except DomainError as refusal:
            return refusal
        return None

    @cached_property
    def signers(self) -> list:
        """Who may declare, for whoever may not."""
        return list(registry.holders(self.desk.establishment, self.signing_roles, on=self.today)[:3])


def _signed(minutes: int) -> str:
    return f"{'+' if minutes > 0 else ''}{text.hours(minutes)}" if minutes else ""


def _percent(minutes: int, before: int) -> str:
    if not before or minutes == before:
        return ""
    change = Decimal((200 * (minutes - before) + before) // (2 * before))
    return f"{'+' if change > 0 else ''}{text.percent(change)}"
