"""What was declared of a month: what holds, what was opened again, and each declaration with its papers."""

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.common import dates
from apps.common.periods import Month
from apps.registry import permissions
from apps.registry.access import Desk
from apps.timesheets import rules, selectors
from apps.timesheets.choices import ReopeningCause
from apps.timesheets.models import Declaration, DeclarationPaper
from apps.timesheets.pages.sheet import SheetPage
from apps.timesheets.rules import attested

LANGUAGES = {"ar": gettext_lazy("PDF in Arabic"), "en": gettext_lazy("PDF in English")}


class Offer(NamedTuple):
    """A language in which a declaration can be had, and its paper once it is drawn."""

    language: str
    label: Promise
    paper: DeclarationPaper | None


class Event(NamedTuple):
    """One thing that happened to a month; a declaration leads to its page."""

    title: str
    at: datetime.datetime
    by: str = ""
    reason: str = ""
    declaration: Declaration | None = None


class DeclarationPage:
    """One declaration: its figures, whether its digest is theirs, and whether the hours are still the same."""

    def __init__(self, desk: Desk, declaration: Declaration, today: datetime.date):
        self.desk, self.declaration, self.today = desk, declaration, today

    @property
    def month(self) -> Month:
        return self.declaration.timesheet.month

    @cached_property
    def figures(self) -> list[rules.AttestedContract]:
        return attested.read(self.declaration.figures)

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.figures)

    @property
    def people_with_hours(self) -> int:
        return len({each.national_id for each in self.figures if each.minutes})

    @cached_property
    def is_intact(self) -> bool:
        """Whether the figures on record give the digest that was printed."""
        return self._digest(self.figures) == self.declaration.digest

    @cached_property
    def is_current(self) -> bool:
        """Whether the hours as they stand now give it too."""
        hours = selectors.hours_of_contracts(self.desk.establishment, self.month)
        return self._digest(hours) == self.declaration.digest

    def _digest(self, figures: list[rules.AttestedContract]) -> str:
        return rules.digest_of(self.desk.establishment.unified_number, self.month, figures)

    @property
    def holds(self) -> bool:
        return not hasattr(self.declaration, "reopening")

    @cached_property
    def offers(self) -> list[Offer]:
        drawn = self.declaration.papers.exclude(rendered_at=None).defer("content").order_by("pk")
        by_language = {paper.language: paper for paper in drawn}
        return [Offer(language, label, by_language.get(language)) for language, label in LANGUAGES.items()]


class HistoryPage(SheetPage):
    """A month with its declarations."""

    @cached_property
    def declarations(self) -> list[Declaration]:
        return list(selectors.declarations_of(self.desk.establishment).filter(timesheet__month=self.month))

    @cached_property
    def declared(self) -> DeclarationPage | None:
        """The declaration that holds; None where the system attested, and for a month that is open."""
        if not self.is_declared or self.sheet.is_attested_by_system:
            return None
        holding = (each for each in self.declarations if not hasattr(each, "reopening"))
        declaration = next(holding, None)
        return DeclarationPage(self.desk, declaration, self.today) if declaration else None

    @property
    def events(self) -> list[Event]:
        """The latest first."""
        return sorted(self._events(), key=lambda event: event.at, reverse=True)

    def _events(self) -> Iterator[Event]:
        if self.is_declared and self.sheet.is_attested_by_system:
            yield Event(_("Attested by the system, at the end of the time for entry"), self.sheet.attested_at)
        for each in self.declarations:
            title = _("Declared a month without work") if each.is_nil else _("Attested")
            yield Event(title, each.attested_at, each.signer_name, declaration=each)
            if hasattr(each, "reopening"):
                again = each.reopening
                by = again.by.full_name if again.by else ""
                title = _("Opened again")
                if again.cause == ReopeningCause.CONTRACT:
                    title = _("Opened again, because a contract was documented afterwards")
                yield Event(title, again.at, by, again.reason)

    @property
    def people_with_hours(self) -> int:
        return sum(minutes > 0 for minutes in self.totals.values())

    @property
    def reopening_roles(self) -> list:
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
