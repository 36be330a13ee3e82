"""The rules of a month and the state of the calendar."""

import datetime
from collections.abc import Iterable
from functools import cached_property

from apps.common.periods import Month
from apps.regulations.choices import Law, Rule
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord
from apps.regulations.rules import RuleMissing, RuleSet


def values_in_force(month: Month) -> dict[Law, dict[str, str]]:
    """The text of every rule in force on the last day of the month, for each law."""
    return _in_force(_dated_rows(), month)


def _dated_rows() -> list[tuple[str, str, datetime.date, str]]:
    """Key, law, day from which it holds, and value of every rule, in the order in which later ones replace earlier."""
    rows = Regulation.objects.order_by("effective_from", "law")
    return list(rows.values_list("key", "law", "effective_from", "value"))


def _in_force(rows: Iterable[tuple[str, str, datetime.date, str]], month: Month) -> dict[Law, dict[str, str]]:
    values = {law: {} for law in Law}
    for key, law, effective_from, value in rows:
        if effective_from <= month.last_day:
            for each in [Law(law)] if law else Law:
                values[each][key] = value
    return values


def rulesets(month: Month) -> dict[Law, RuleSet]:
    """The rules of a month for each law: the ones it was closed with, or else the ones in force.

    Refuses with `RuleMissing` when a rule has no value in that month.
    """
    used = dict(RuleSetRecord.objects.filter(month=month).values_list("law", "values"))
    return _read(month, used if len(used) == len(Law) else values_in_force(month))


def _read(month: Month, values: dict[str, dict[str, str]]) -> dict[Law, RuleSet]:
    return {law: RuleSet.read(month, law, values[law]) for law in Law}


def rules_of(month: Month, law: Law = Law.NEW) -> RuleSet:
    """The rules of a month; the law matters only to the rates."""
    return rulesets(month)[law]


def days_of(rule: Rule, day: datetime.date) -> int:
    """A number of days that holds on a day. Refuses with `RuleMissing` when the rule has no value then.

    For rules of what people agree on: no month is computed by them, so they are not part of a `RuleSet`.
    """
    row = Regulation.objects.filter(key=rule, effective_from__lte=day).order_by("-effective_from").first()
    if row is None:
        raise RuleMissing(key=rule.label, month=Month.of(day))
    return int(row.value)


def reminder_days(month: Month) -> list[int]:
    """How many days before the end of entry the establishments are reminded of the month."""
    values = values_in_force(month)[Law.NEW]
    keys = (Rule.REMINDER_FIRST_DAYS, Rule.REMINDER_SECOND_DAYS, Rule.REMINDER_LAST_DAYS)
    return [int(values[key]) for key in keys if key in values]


def first_month() -> Month:
    """The first month that the portal knows, the first under both laws."""
    return Rulebook().first_month


def last_closed_month() -> Month | None:
    return ClosedMonth.objects.order_by("-month").values_list("month", flat=True).first()


def is_closed(month: Month) -> bool:
    return Rulebook().is_closed(month)


class Rulebook:
    """The rules and how far the months are closed, each asked once: for a page that needs them again and again."""

    def __init__(self):
        self._rulesets: dict[Month, dict[Law, RuleSet]] = {}

    @cached_property
    def _rows(self) -> list[tuple[str, str, datetime.date, str]]:
        return _dated_rows()

    @cached_property
    def first_month(self) -> Month:
        value = next(value for key, _, _, value in self._rows if key == Rule.FIRST_MONTH)
        return Month.of(datetime.date.fromisoformat(value))

    @cached_property
    def last_closed(self) -> Month | None:
        return last_closed_month()

    def is_closed(self, month: Month) -> bool:
        """Whether the month, or a later one, is closed: nothing before a closed month can change either."""
        return self.last_closed is not None and month <= self.last_closed

    def rulesets(self, month: Month) -> dict[Law, RuleSet]:
        """As the function of that name; only of a closed month are the values that it used looked for."""
        if month not in self._rulesets:
            is_open = not self.is_closed(month)
            self._rulesets[month] = _read(month, _in_force(self._rows, month)) if is_open else rulesets(month)
        return self._rulesets[month]


def rule_set_ids(month: Month) -> dict[Law, int]:
    """The records that a closed month's accruals refer to."""
    return {Law(law): pk for law, pk in RuleSetRecord.objects.filter(month=month).values_list("law", "pk")}


def closed_at(month: Month) -> datetime.datetime | None:
    """When a month was closed; None while it is open."""
    return ClosedMonth.objects.filter(month=month).values_list("closed_at", flat=True).first()
