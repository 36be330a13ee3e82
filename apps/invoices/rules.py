"""An invoice is the sum of its lines; a run is complete when every establishment has an outcome; why a bill changed."""

import datetime
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.accruals.rules import Accrued, monthly_wage
from apps.common.errors import DomainError
from apps.common.money import fraction
from apps.common.periods import Month
from apps.invoices.choices import Cause, InvoiceStatus
from apps.regulations.rules import RuleSet


class RunIncomplete(DomainError):
    message = _("%(month)s is incomplete: %(decided)s of %(expected)s establishments have an outcome.")


class RunUnderWay(DomainError):
    message = _("%(month)s is still being billed. It has to finish first.")


class IssueDateElsewhere(DomainError):
    message = _("%(month)s can be issued from %(first)s until today.")


class IssueDateFixed(DomainError):
    message = _("This run is under way with the issue date %(issued_on)s.")


class WorkGivenUp(DomainError):
    message = _("The work on it was broken off %(attempts)s times.")


class Line(NamedTuple):
    """What one contract's month adds to an invoice, in days and halalas. Every share was rounded in the accrual."""

    days: int
    contributory_wage: int
    employer_share: int
    subscriber_share: int

    @property
    def total(self) -> int:
        return self.employer_share + self.subscriber_share


def line(accrued: Accrued) -> Line:
    return Line(accrued.days, accrued.contributory_wage, accrued.employer_share, accrued.subscriber_share)


def billable(accrued: Iterable[Accrued]) -> list[Accrued]:
    """The accruals that become lines: those with at least one full day."""
    return [each for each in accrued if each.days]


def sums(lines: Iterable[Line]) -> Line:
    """What an invoice with these lines amounts to."""
    days = wage = employer = subscriber = 0
    for line in lines:
        days += line.days
        wage += line.contributory_wage
        employer += line.employer_share
        subscriber += line.subscriber_share
    return Line(days, wage, employer, subscriber)


def invoice_number(year: int, sequence: int) -> str:
    return f"FW-{year}-{sequence:06d}"


def check_issue_date(month: Month, issued_on: datetime.date, *, today: datetime.date) -> None:
    """An invoice carries a day after its month and none to come. Refuses with `IssueDateElsewhere`.

    The day of a month still running is not looked at: such a month is refused, or run dry, for reasons of its own.
    """
    if today > month.last_day and not month.last_day < issued_on <= today:
        raise IssueDateElsewhere(month=month, first=month.next.first_day)


def check_complete(month: Month, summary: Mapping) -> None:
    """Every establishment with a contract in the month has an outcome. Refuses with `RunIncomplete`."""
    decided = summary["invoices"] + summary["nil"] + len(summary["parked"])
    if decided != summary["establishments"]:
        raise RunIncomplete(month=month, decided=decided, expected=summary["establishments"])


def status_of(*, due_on: datetime.date, today: datetime.date) -> InvoiceStatus:
    return InvoiceStatus.OVERDUE if due_on < today else InvoiceStatus.ISSUED


class Change(NamedTuple):
    """One contract's part of a bill before and after, absent where it had none, and what made the difference."""

    contract_id: int
    before: Accrued | None
    after: Accrued | None
    causes: list[Cause]

    @property
    def total(self) -> int:
        """By how many halalas the bill changed with it."""
        return (self.after.total if self.after else 0) - (self.before.total if self.before else 0)

    @property
    def minutes(self) -> int:
        """By how many minutes the hours of the month changed."""
        return (self.after.worked_minutes if self.after else 0) - (self.before.worked_minutes if self.before else 0)


def changes(before: Iterable[Accrued], after: Iterable[Accrued], rules: RuleSet) -> list[Change]:
    """The contracts whose hours, wage or amounts are not what they were; `rules` are those of now, of either law."""
    old, new = ({each.contract_id: each for each in results} for results in (before, after))
    pairs = ((pk, old.get(pk), new.get(pk)) for pk in {**old, **new})
    return [Change(pk, then, now, _causes(then, now, rules)) for pk, then, now in pairs if then != now]


def _causes(then: Accrued | None, now: Accrued | None, rules: RuleSet) -> list[Cause]:
    if then is None or now is None:
        whole = then or now
        found = {Cause.HOURS: whole.worked_minutes, Cause.CARRIED: whole.carried_in_minutes}
        return [cause for cause, minutes in found.items() if minutes]
    is_cut = _is_cut(now, rules)
    found = {
        Cause.HOURS: then.worked_minutes != now.worked_minutes,
        Cause.CARRIED: then.carried_in_minutes != now.carried_in_minutes,
        Cause.WAGE: then.hourly_wage != now.hourly_wage,
        Cause.ENDED: not then.lapsed_minutes and now.lapsed_minutes,
        Cause.CEILING: is_cut != _is_cut(then, rules)
        or (is_cut and then.days == now.days and then.contributory_wage != now.contributory_wage),
    }
    causes = [cause for cause, holds in found.items() if holds]
    # With the same hours at the same wage only a rule can make another amount.
    return causes or [Cause.RULE]


def _is_cut(accrued: Accrued, rules: RuleSet) -> bool:
    """Whether all wages of the person's month, here and elsewhere, pass the ceiling, so that less counts here."""
    uncut = fraction(monthly_wage(accrued.hourly_wage, rules), accrued.days, rules.days_per_month)
    return accrued.contributory_wage < uncut
