"""How much may be entered: for a day, for a month, by whom and until when."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.regulations.rules import RuleSet
from apps.timesheets.rules.changes import Problem
from apps.timesheets.rules.writing import HoursNotInSteps, as_hours


class DayOverLimit(DomainError):
    message = _("A day cannot exceed %(limit)s (%(entered)s entered)")


class DayOverLimitInAll(DomainError):
    """One person's day over all establishments; says what is left here, never where the rest was worked."""

    message = _("A person's day cannot exceed %(limit)s in all. Available to this establishment: %(left)s")


class MonthOverLimit(DomainError):
    message = _(
        "The month totals %(total)s hours; the limit is %(limit)s. Over by: %(excess)s; beside what is saved: %(left)s"
    )


class MonthOverLimitInAll(DomainError):
    """The monthly limit over all establishments; says what is left here, never where the rest was worked."""

    message = _("This exceeds the monthly limit of %(limit)s. Available to this establishment: %(left)s")


class DayOutsideContract(DomainError):
    message = _("This day is outside the contract (%(first)s – %(last)s)")


class DayInFuture(DomainError):
    message = _("Hours cannot be entered for a future day")


@dataclass(slots=True)
class Claim:
    """One contract in one month: its term, what is stored (day → minutes), and which days shall change to what."""

    contract_id: int
    first: datetime.date
    last: datetime.date
    saved: Mapping[int, int]
    changes: Mapping[int, int] = field(default_factory=dict)


def term_in(month: Month, first: datetime.date, last: datetime.date) -> tuple[int, int]:
    """The numbers of the first and the last day of a term within the month; first above last when it has none."""
    if last < month.first_day or first > month.last_day:
        return month.length + 1, 0
    return max(first, month.first_day).day, min(last, month.last_day).day


def last_day_so_far(month: Month, *, today: datetime.date) -> int:
    """The number of the last day of the month that has come; 0 when none has."""
    if today > month.last_day:
        return month.length
    return today.day if today in month else 0


def check_hours(
    claims: Sequence[Claim], *, month: Month, elsewhere: Mapping[int, int], rules: RuleSet, until: int
) -> list[tuple[int, Problem]]:
    """What stands against the changes of one subscriber in one establishment and month, as (contract, problem).

    `claims` are all his contracts of the establishment in the month; `elsewhere` his minutes by day in all others;
    `until` the last day that has come. Only what is changed is judged, and what lowers hours passes every limit.
    Limits: steps, days of the contract, no future day, 12 h a day, 24 h a day over all, 95 h a month (27/2/10).
    """
    problems = []
    rises = set()
    stored = rise = 0
    for claim in claims:
        stored += sum(claim.saved.values())
        from_day, to_day = term_in(month, claim.first, claim.last) if claim.changes else (0, 0)
        for day, minutes in claim.changes.items():
            more = minutes - claim.saved.get(day, 0)
            rise += more
            if more > 0:
                rises.add(claim.contract_id)
                refusal = _check_day(claim, day, minutes, from_day, to_day, elsewhere.get(day, 0), rules, until)
                if refusal is not None:
                    problems.append((claim.contract_id, Problem(day, refusal, minutes)))
            elif minutes % rules.entry_step_minutes:
                problems.append((claim.contract_id, Problem(day, HoursNotInSteps(), minutes)))
    if rise > 0:
        refusal = _check_month(stored, rise, sum(elsewhere.values()), rules)
        if refusal is not None:
            problems.extend((contract_id, Problem(None, refusal)) for contract_id in sorted(rises))
    return problems


def _check_day(
    claim: Claim, day: int, minutes: int, from_day: int, to_day: int, elsewhere: int, rules: RuleSet, until: int
) -> DomainError | None:
    if not from_day <= day <= to_day:
        return DayOutsideContract(first=claim.first, last=claim.last)
    if day > until:
        return DayInFuture()
    if minutes > rules.max_minutes_day:
        return DayOverLimit(limit=("minutes", rules.max_minutes_day), entered=as_hours(minutes))
    if minutes % rules.entry_step_minutes:
        return HoursNotInSteps()
    if minutes + elsewhere > rules.max_minutes_day_total:
        left = max(0, rules.max_minutes_day_total - elsewhere)
        return DayOverLimitInAll(limit=("minutes", rules.max_minutes_day_total), left=("minutes", left))
    return None


def _check_month(stored: int, rise: int, elsewhere: int, rules: RuleSet) -> DomainError | None:
    limit = rules.max_minutes_month
    if stored + rise > limit:
        return over_limit(stored + rise, stored, rules)
    if rules.cap_scope == "worker_total" and stored + rise + elsewhere > limit:
        left = max(0, limit - stored - elsewhere)
        return MonthOverLimitInAll(limit=("minutes", limit), left=("minutes", left))
    return None


def over_limit(total: int, stored: int, rules: RuleSet) -> MonthOverLimit:
    """The refusal of a month's total: by how much it is over, and how much may stand beside what is stored."""
    limit = rules.max_minutes_month
    left = as_hours(max(0, limit - stored))
    return MonthOverLimit(total=as_hours(total), limit=as_hours(limit), excess=as_hours(total - limit), left=left)


def likely_slip(minutes: int, *, rules: RuleSet) -> int | None:
    """What was probably meant by too many hours: 75 → 7.5. Said to the person, never applied."""
    tenth, rest = divmod(minutes, 10)
    fits = not rest and not tenth % rules.entry_step_minutes and 0 < tenth <= rules.max_minutes_day
    return tenth if minutes > rules.max_minutes_day and fits else None


def near_limit_from(rules: RuleSet) -> int:
    """The minutes of a month from which the limit is near: more than nine tenths of it (85.5 of 95 hours)."""
    return rules.max_minutes_month * 9 // 10 + 1


def is_near_limit(minutes: int, *, rules: RuleSet) -> bool:
    return minutes >= near_limit_from(rules)
