"""A month before and after its declaration."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from apps.common import dates, text
from apps.common.errors import DomainError
from apps.registry import permissions
from apps.registry import selectors as registry
from apps.registry.models import Subscriber
from apps.timesheets import rules, selectors
from apps.timesheets.pages.entry import PEOPLE_PER_PAGE
from apps.timesheets.pages.sheet import SheetPage


@dataclass(frozen=True, slots=True)
class Person:
    """One subscriber's month in the review; `page` is the page of the grid on which he stands."""

    subscriber: Subscriber
    minutes: int
    minutes_before: int
    page: int
    contract_id: int
    is_near_limit: bool

    @property
    def change(self) -> str:
        """`+12%` or `−5%` against last month; nothing when there is nothing to compare with."""
        if not self.minutes_before:
            return ""
        change = Decimal(100 * (self.minutes - self.minutes_before) // self.minutes_before)
        return f"{'+' if change > 0 else ''}{text.percent(change)}"


class AttestPage(SheetPage):
    """The month before its declaration, and after it."""

    @cached_property
    def people(self) -> list[Person]:
        before = selectors.month_totals(self.desk.establishment, self.month.previous)
        people: dict[int, Person] = {}
        for index, contract in enumerate(self.contracts):
            pk = contract.subscriber_id
            minutes = self.totals.get(pk, 0)
            near = rules.is_near_limit(minutes, rules=self.limits)
            page = index // PEOPLE_PER_PAGE + 1
            person = Person(contract.subscriber, minutes, before.get(pk, 0), page, contract.pk, near)
            people.setdefault(pk, person)
        return list(people.values())

    is_unticked = False

    @cached_property
    def minutes_before(self) -> int:
        return sum(selectors.month_totals(self.desk.establishment, self.month.previous).values())

    @property
    def people_with_hours(self) -> int:
        return sum(minutes > 0 for minutes in self.totals.values())

    @property
    def is_early(self) -> bool:
        return isinstance(self.hindrance, rules.AttestTooEarly)

    @property
    def signing_roles(self) -> list:
        return permissions.roles_for("attest_hours")

    @property
    def declared_title(self) -> str:
        if self.sheet.is_nil:
            words = _("%(month)s is declared a month without work")
        elif self.sheet.is_attested_by_system:
            words = _("%(month)s hours attested by the system")
        else:
            words = _("%(month)s hours attested")
        return words % {"month": dates.month_name(self.month)}

    @property
    def declared_next(self) -> str:
        if self.is_closed:
            return _("The month is closed.")
        if self.sheet.is_nil:
            return _("Without hours there is nothing to bill.")
        return _("The invoice is issued on %(date)s") % {"date": dates.both_dates(self.limits.invoice_date)}

    @property
    def without_hours(self) -> int:
        return sum(not person.minutes for person in self.people)

    @property
    def fingerprint(self) -> str:
        return rules.fingerprint(self.totals)

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
