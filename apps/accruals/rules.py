"""From minutes to days, from days to contributions, from days to months: the calculation that everything else calls.

Minutes and halalas are whole numbers, rates whole parts of `RATE_BASE`; nothing here knows the database or the clock.
The defaults and worked examples are those of the domain rules (A1 to A21, E1 to E23).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.money import apportion, fraction
from apps.common.periods import Month
from apps.regulations.rules import RATE_BASE, RuleSet


class WageMissing(DomainError):
    message = _("Contract %(contract_no)s has no hourly wage in %(month)s.")


class EarlierMonthParked(DomainError):
    message = _("%(month)s of this subscriber is not computed yet.")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation: a sentence with named places, and what stands there as (kind, value).

    Kinds: minutes, days, months, number, money (halalas), rate (parts of `RATE_BASE`), month.
    """

    template: Promise
    values: dict[str, tuple[str, object]]


class Worked(NamedTuple):
    """What the calculation needs of one contract in one month."""

    contract_id: int
    contract_no: str
    establishment_id: int
    hourly_wage: int  # halalas
    worked_minutes: int
    carried_in_minutes: int
    is_last_month: bool


class Accrued(NamedTuple):
    """One contract's month, computed. Minutes, days, and halalas."""

    contract_id: int
    establishment_id: int
    worked_minutes: int
    carried_in_minutes: int
    days: int
    carried_out_minutes: int
    lapsed_minutes: int
    hourly_wage: int
    daily_wage: int
    contributory_wage: int
    annuities_employer: int
    annuities_subscriber: int
    hazards_employer: int
    saned_employer: int
    saned_subscriber: int

    @property
    def employer_share(self) -> int:
        return self.annuities_employer + self.hazards_employer + self.saned_employer

    @property
    def subscriber_share(self) -> int:
        return self.annuities_subscriber + self.saned_subscriber

    @property
    def total(self) -> int:
        return self.employer_share + self.subscriber_share


def days_of(minutes: int, rules: RuleSet) -> tuple[int, int]:
    """Full contribution days in so many minutes, and the minutes left over (8 hours are a day)."""
    return divmod(minutes, rules.minutes_per_day)


def months_of(credited_days: int, rules: RuleSet) -> tuple[int, int]:
    """Contribution months in so many credited days, and the days left over (30 days are a month)."""
    return divmod(credited_days, rules.days_per_month)


def credited(days: int, rules: RuleSet) -> int:
    """How many of a subscriber's days in one calendar month count for him (Implementing Regulation art. 34)."""
    return min(days, rules.max_credit_days)


def monthly_wage(hourly_wage: int, rules: RuleSet) -> int:
    """The hourly wage as a month of full days, in halalas, inside the floor and the ceiling (M/273 art. 8)."""
    wage = rules.full_month_wage(hourly_wage)
    if rules.floor_basis == "monthly_equivalent":
        wage = max(wage, rules.wage_floor)
    return min(wage, rules.wage_ceiling)


def accrue_subscriber(contracts: Sequence[Worked], rules: RuleSet) -> list[Accrued]:
    """The month of one subscriber over all his contracts, which come in the order of their contract numbers.

    Contracts with nothing worked and nothing carried in have no part in it. Each contract is divided into days by
    itself; where the wages of all together pass the ceiling they are cut in proportion to exactly the ceiling.
    """
    parts = []
    for contract in contracts:
        minutes = contract.carried_in_minutes + contract.worked_minutes
        if minutes:
            days, rest = days_of(minutes, rules)
            monthly = monthly_wage(contract.hourly_wage, rules)
            parts.append((contract, days, rest, monthly, fraction(monthly, days, rules.days_per_month)))
    wages = [wage for *_, wage in parts]
    if sum(wages) > rules.wage_ceiling:
        wages = apportion(rules.wage_ceiling, wages)
    return [
        _accrued(contract, days, rest, fraction(monthly, 1, rules.days_per_month), wage, rules)
        for (contract, days, rest, monthly, _), wage in zip(parts, wages, strict=True)
    ]


def _accrued(contract: Worked, days: int, rest: int, daily_wage: int, wage: int, rules: RuleSet) -> Accrued:
    lapses = contract.is_last_month or rules.carry_remainder != "contract"
    annuities = fraction(wage, rules.annuities_rate, RATE_BASE)
    saned = fraction(wage, rules.saned_rate, RATE_BASE) if rules.saned_flexible else 0
    return Accrued(
        contract.contract_id,
        contract.establishment_id,
        contract.worked_minutes,
        contract.carried_in_minutes,
        days,
        0 if lapses else rest,
        rest if lapses else 0,
        contract.hourly_wage,
        daily_wage,
        wage,
        annuities,
        annuities,
        fraction(wage, rules.hazards_rate, RATE_BASE),
        saned,
        saned,
    )


def explain(accrued: Accrued, month: Month, rules: RuleSet) -> list[Step]:
    """The calculation of one contract's month, line by line, as it is printed on pages and papers."""
    return [*explain_days(accrued, month, rules), *(_explain_money(accrued, rules) if accrued.days else [])]


def explain_days(accrued: Accrued, month: Month, rules: RuleSet) -> Iterable[Step]:
    """The first lines of the explanation: from minutes to days and what is left over."""
    minutes = accrued.carried_in_minutes + accrued.worked_minutes
    if accrued.carried_in_minutes:
        yield Step(
            _("%(worked)s in %(month)s + %(carried)s carried from %(previous)s = %(sum)s"),
            {
                "worked": ("minutes", accrued.worked_minutes),
                "month": ("month", month),
                "carried": ("minutes", accrued.carried_in_minutes),
                "previous": ("month", month.previous),
                "sum": ("minutes", minutes),
            },
        )
    else:
        yield Step(
            _("%(worked)s in %(month)s"), {"worked": ("minutes", accrued.worked_minutes), "month": ("month", month)}
        )
    values = {
        "day": ("minutes", rules.minutes_per_day),
        "days": ("days", accrued.days),
        "rest": ("minutes", accrued.carried_out_minutes or accrued.lapsed_minutes),
        "next": ("month", month.next),
    }
    if accrued.carried_out_minutes:
        yield Step(_("Every %(day)s are a day: %(days)s, and %(rest)s carried to %(next)s"), values)
    elif accrued.lapsed_minutes:
        if rules.carry_remainder == "contract":
            yield Step(_("Every %(day)s are a day: %(days)s; %(rest)s lapse as the contract ends"), values)
        else:
            yield Step(_("Every %(day)s are a day: %(days)s; %(rest)s lapse"), values)
    else:
        yield Step(_("Every %(day)s are a day: %(days)s, nothing left over"), values)


def _explain_money(accrued: Accrued, rules: RuleSet) -> Iterable[Step]:
    day = rules.minutes_per_day
    uncut = fraction(monthly_wage(accrued.hourly_wage, rules), accrued.days, rules.days_per_month)
    values = {
        "hourly": ("money", accrued.hourly_wage),
        "day": ("minutes", day),
        "daily": ("money", accrued.daily_wage),
        "floor": ("money", rules.lowest_full_wage),
        "ceiling": ("money", rules.wage_ceiling),
        "days": ("days", accrued.days),
        "uncut": ("money", uncut),
        "wage": ("money", accrued.contributory_wage),
    }
    if rules.is_below_floor(accrued.hourly_wage):
        yield Step(
            _("The hourly wage of %(hourly)s is under the floor of %(floor)s: %(daily)s a day is counted"), values
        )
    elif accrued.hourly_wage * day // 60 > accrued.daily_wage:
        yield Step(_("The daily wage is limited to %(daily)s, a ceiling of %(ceiling)s a month"), values)
    else:
        yield Step(_("%(hourly)s an hour × %(day)s = %(daily)s a day"), values)
    yield Step(_("%(days)s × %(daily)s = %(uncut)s"), values)
    if accrued.contributory_wage != uncut:
        yield Step(_("All wages of the month are cut to the ceiling of %(ceiling)s: %(wage)s counts here"), values)
    shares = {
        "annuities_rate": ("rate", rules.annuities_rate),
        "hazards_rate": ("rate", rules.hazards_rate),
        "saned_rate": ("rate", rules.saned_rate),
        "annuities": ("money", accrued.annuities_employer),
        "hazards": ("money", accrued.hazards_employer),
        "saned": ("money", accrued.saned_employer),
        "employer": ("money", accrued.employer_share),
        "subscriber": ("money", accrued.subscriber_share),
        "total": ("money", accrued.total),
    }
    if rules.saned_flexible:
        yield Step(
            _(
                "Employer: annuities %(annuities_rate)s = %(annuities)s, hazards %(hazards_rate)s = %(hazards)s, "
                "SANED %(saned_rate)s = %(saned)s"
            ),
            shares,
        )
        yield Step(
            _("Subscriber: annuities %(annuities_rate)s = %(annuities)s, SANED %(saned_rate)s = %(saned)s"), shares
        )
    else:
        yield Step(
            _("Employer: annuities %(annuities_rate)s = %(annuities)s, hazards %(hazards_rate)s = %(hazards)s"), shares
        )
        yield Step(_("Subscriber: annuities %(annuities_rate)s = %(annuities)s"), shares)
    yield Step(_("%(employer)s + %(subscriber)s = %(total)s"), shares)


def explain_months(credited_days: int, rules: RuleSet) -> Step:
    """From a subscriber's credited days to his contribution months."""
    months, rest = months_of(credited_days, rules)
    return Step(
        _("%(days)s ÷ %(month)s = %(months)s, and %(rest)s") if rest else _("%(days)s ÷ %(month)s = %(months)s"),
        {
            "days": ("days", credited_days),
            "month": ("number", rules.days_per_month),
            "months": ("months", months),
            "rest": ("days", rest),
        },
    )


def explain_total(before: int, credited_days: int, month: Month) -> Step:
    """How a month's credited days join those of all months before it."""
    return Step(
        _("%(before)s until %(previous)s + %(days)s in %(month)s = %(total)s"),
        {
            "before": ("days", before),
            "previous": ("month", month.previous),
            "days": ("days", credited_days),
            "month": ("month", month),
            "total": ("days", before + credited_days),
        },
    )


def explain_registered(days: int, credited_days: int, rules: RuleSet) -> Step | None:
    """How many of all registered days are credited; None when all are."""
    if credited_days == days:
        return None
    return Step(
        _("%(days)s registered, of which %(credited)s are credited: at most %(most)s of one calendar month"),
        {"days": ("days", days), "credited": ("number", credited_days), "most": ("days", rules.max_credit_days)},
    )


def explain_credit(days: int, credited_days: int, month: Month) -> Step | None:
    """Why fewer days of a month are credited than were registered; None when all are."""
    if days == credited_days:
        return None
    return Step(
        _("%(month)s: %(days)s registered, %(credited)s credited, the most in one month"),
        {"month": ("month", month), "days": ("days", days), "credited": ("days", credited_days)},
    )
