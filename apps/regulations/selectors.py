"""The rules of a month and the state of the calendar."""

import datetime

from apps.common.periods import Month
from apps.regulations.choices import Law, Rule
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord
from apps.regulations.rules import RuleMissing, RuleSet


def values_in_force(month: Month) -> dict[Law, dict[str, str]]:
    """The text of every rule in force on the last day of the month, for each law."""
    values = {law: {} for law in Law}
    rows = Regulation.objects.filter(effective_from__lte=month.last_day).order_by("effective_from", "law")
    for key, law, value in rows.values_list("key", "law", "value"):
        for each in [Law(law)] if law else Law:
            values[each][key] = value
    return values


def rulesets(month: Month) -> dict[Law, RuleSet]:
    """The rules of a month for each law: the ones it was closed with, or else the ones in force.

    Refuses with `RuleMissing` when a rule has no value in that month.
    """
    used = dict(RuleSetRecord.objects.filter(month=month).values_list("law", "values"))
    values = used if len(used) == len(Law) else values_in_force(month)
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


def first_month() -> Month:
    """The first month that the portal knows, the first under both laws."""
    row = Regulation.objects.get(key="first_month")
    return Month.of(datetime.date.fromisoformat(row.value))


def last_closed_month() -> Month | None:
    return ClosedMonth.objects.order_by("-month").values_list("month", flat=True).first()


def is_closed(month: Month) -> bool:
    """Whether the month, or a later one, is closed: nothing before a closed month can change either."""
    last = last_closed_month()
    return last is not None and month <= last


def rule_set_ids(month: Month) -> dict[Law, int]:
    """The records that a closed month's accruals refer to."""
    return {Law(law): pk for law, pk in RuleSetRecord.objects.filter(month=month).values_list("law", "pk")}


def closed_at(month: Month) -> datetime.datetime | None:
    """When a month was closed; None while it is open."""
    return ClosedMonth.objects.filter(month=month).values_list("closed_at", flat=True).first()
