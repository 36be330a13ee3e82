"""The rules of a contribution month as one frozen value, and which law a subscriber is under."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.money import to_halalas
from apps.common.periods import Month
from apps.regulations.choices import Law

RATE_BASE = 100_000  # rates are whole parts of this: 9.50 % is 9,500


class RuleMissing(DomainError):
    message = _("No rule “%(key)s” is in force in %(month)s.")


class MonthUnknown(DomainError):
    message = _("The portal knows months from %(first)s on; %(month)s comes before both laws were in force.")


class MonthNotBegun(DomainError):
    message = _("%(month)s has not begun yet.")


class MonthNotOver(DomainError):
    message = _("%(month)s is not over yet. A month can close only when it is over.")


class MonthOutOfOrder(DomainError):
    message = _("Months close in order: %(expected)s comes first.")


class MonthClosed(DomainError):
    message = _("%(month)s is closed and takes no more changes.")


def rate(text: str) -> int:
    """Parts of `RATE_BASE` of a percentage such as `9.50`."""
    parts = Decimal(text) * RATE_BASE / 100
    if parts != int(parts):
        raise ValueError(f"{text} % has more than three decimals")
    return int(parts)


def percent(parts: int) -> Decimal:
    return (Decimal(parts) * 100 / RATE_BASE).quantize(Decimal("0.01"))


def _rule(read: Callable[[str], object]):
    return field(metadata={"read": read})


def _halalas(text: str) -> int:
    return to_halalas(Decimal(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """What the regulations say for one contribution month and one law.

    Minutes are whole minutes, amounts whole halalas, rates parts of `RATE_BASE` (domain of each: the dated rows).
    """

    month: Month
    law: Law
    minutes_per_day: int = _rule(int)
    days_per_month: int = _rule(int)
    max_minutes_month: int = _rule(int)
    max_minutes_day: int = _rule(int)
    max_minutes_day_total: int = _rule(int)
    entry_step_minutes: int = _rule(int)
    cap_scope: str = _rule(str)
    carry_remainder: str = _rule(str)
    max_credit_days: int = _rule(int)
    wage_floor: int = _rule(_halalas)
    floor_basis: str = _rule(str)
    wage_ceiling: int = _rule(_halalas)
    annuities_rate: int = _rule(rate)
    hazards_rate: int = _rule(rate)
    saned_rate: int = _rule(rate)
    saned_flexible: bool = _rule(lambda text: text == "yes")
    entry_grace_days: int = _rule(int)
    invoice_day: int = _rule(int)
    due_day: int = _rule(int)
    contract_max_months: int = _rule(int)
    min_age: int = _rule(int)
    max_age: int = _rule(int)
    new_law_from: datetime.date = _rule(datetime.date.fromisoformat)

    @classmethod
    def read(cls, month: Month, law: Law, values: Mapping[str, str]) -> "RuleSet":
        """Refuses with `RuleMissing` when a rule has no value in that month."""
        for key in _READERS:
            if key not in values:
                raise RuleMissing(key=key, month=month)
        return cls(month=month, law=law, **{key: read(values[key]) for key, read in _READERS.items()})

    @property
    def last_entry_day(self) -> datetime.date:
        """The last day on which an employer may enter hours of this month."""
        return self.month.last_day + datetime.timedelta(days=self.entry_grace_days)

    @property
    def invoice_date(self) -> datetime.date:
        """The day in the following month on which the month is closed and billed."""
        return self.month.next.day(self.invoice_day)

    @property
    def due_on(self) -> datetime.date:
        """The last day for payment (Implementing Regulation art. 24)."""
        return self.month.next.day(self.due_day)

    def full_month_wage(self, hourly_wage: int) -> int:
        """What the hourly wage comes to in a month of full days, both in halalas."""
        return hourly_wage * self.minutes_per_day * self.days_per_month // 60

    @property
    def lowest_full_wage(self) -> int:
        """The least hourly wage in halalas whose month of full days reaches the floor (6.25 riyals)."""
        return -(-self.wage_floor * 60 // (self.minutes_per_day * self.days_per_month))

    def is_below_floor(self, hourly_wage: int) -> bool:
        """Whether contributions on this hourly wage, in halalas, are taken on the floor."""
        return self.floor_basis == "monthly_equivalent" and self.full_month_wage(hourly_wage) < self.wage_floor


_READERS = {rule.name: rule.metadata["read"] for rule in dataclasses.fields(RuleSet) if "read" in rule.metadata}
RULE_KEYS = tuple(_READERS)


def law_of(first_insured_on: datetime.date | None, *, new_law_from: datetime.date) -> Law:
    """Insured before the new law began: old law; later, or never insured: new law (decree M/273, clauses 2 to 4)."""
    return Law.OLD if first_insured_on is not None and first_insured_on < new_law_from else Law.NEW


def check_begun(month: Month, *, first: Month, today: datetime.date) -> None:
    """Refuses a month that the portal does not know, or that has not begun."""
    if month < first:
        raise MonthUnknown(first=first, month=month)
    if today < month.first_day:
        raise MonthNotBegun(month=month)


def check_closing(
    month: Month, *, first: Month, last_closed: Month | None, earliest_open: Month | None, today: datetime.date
) -> None:
    """Refuses to close a month that the portal does not know, that is not over, or that is not the next in order."""
    if month < first:
        raise MonthUnknown(first=first, month=month)
    if today <= month.last_day:
        raise MonthNotOver(month=month)
    if last_closed is not None and month != last_closed.next:
        raise MonthOutOfOrder(expected=last_closed.next)
    if last_closed is None and earliest_open is not None and earliest_open < month:
        raise MonthOutOfOrder(expected=earliest_open)
