"""When the next contribution month completes at a steady pace: an estimate for information, from plain numbers."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from apps.common.periods import Month
from apps.regulations.rules import RuleSet

# Ten years of months: a pace that needs longer is answered with "not at this pace".
HORIZON = 120


@dataclass(frozen=True, slots=True)
class Course:
    """One contract as far as it is known: minutes carried into the running month, and entered in it so far."""

    carried_minutes: int
    entered_minutes: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes of work a week, spread evenly over its days and over the contracts."""

    weekly_minutes: int

    def minutes_in(self, days: int, contracts: int) -> int:
        """Whole minutes of one of so many contracts in so many days."""
        return self.weekly_minutes * days // (7 * contracts)


def exceeds_limit(*, weekly_minutes: int, contracts: int, rules: RuleSet) -> bool:
    """Whether a calendar month of 31 days at this pace holds more than may be entered."""
    return Pace(weekly_minutes).minutes_in(31, contracts) > rules.max_minutes_month


def next_month_on(
    courses: Sequence[Course],
    *,
    credited_days: int,
    weekly_minutes: int,
    today: datetime.date,
    rules: RuleSet,
) -> datetime.date | None:
    """The day on which the contribution month after the completed ones is full; None within `HORIZON` months.

    `credited_days` are those of all months before the running one. Hours are worked from tomorrow on, in every contract
    alike and up to the monthly limit of each; contracts are taken to go on. What is entered already may suffice: then
    it is today. The rules of the running month are applied to the months to come.
    """
    target = (credited_days // rules.days_per_month + 1) * rules.days_per_month
    pace = Pace(weekly_minutes)
    courses = list(courses) or [Course(0, 0)]
    month, eve = Month.of(today), today
    for _ in range(HORIZON):
        days = (month.last_day - eve).days
        credited = _credited(courses, pace, days, rules)
        if credited_days + credited >= target:
            return eve + datetime.timedelta(days=_days_needed(courses, pace, target - credited_days, rules))
        credited_days += credited
        courses = [Course(_left_over(_minutes(each, pace, days, len(courses), rules), rules), 0) for each in courses]
        month, eve = month.next, month.last_day
    return None


def _days_needed(courses: Sequence[Course], pace: Pace, credited_days: int, rules: RuleSet) -> int:
    """After how many days of work the month has so many credited days."""
    worked = 0
    while _credited(courses, pace, worked, rules) < credited_days:
        worked += 1
    return worked


def _minutes(course: Course, pace: Pace, days: int, contracts: int, rules: RuleSet) -> int:
    """All minutes of a contract in the month after so many days of work, up to the limit and never fewer than known."""
    worked = min(course.entered_minutes + pace.minutes_in(days, contracts), rules.max_minutes_month)
    return course.carried_minutes + max(worked, course.entered_minutes)


def _credited(courses: Sequence[Course], pace: Pace, days: int, rules: RuleSet) -> int:
    full_days = (_minutes(each, pace, days, len(courses), rules) // rules.minutes_per_day for each in courses)
    return min(sum(full_days), rules.max_credit_days)


def _left_over(minutes: int, rules: RuleSet) -> int:
    return minutes % rules.minutes_per_day if rules.carry_remainder == "contract" else 0
