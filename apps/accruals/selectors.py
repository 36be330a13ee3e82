"""Accruals as they stand, and the months still open computed by the very functions of month end, without a write."""

import datetime
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accruals import rules
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.accruals.rules import Accrued, Worked
from apps.common.money import to_halalas
from apps.common.periods import Month, months_between
from apps.contracts.models import Contract
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet, law_of
from apps.regulations.selectors import Rulebook
from apps.timesheets import selectors as timesheets

# The fields of `Accrued` as an accrual stores them, in its order.
COUNTS = Accrued._fields[2:7]
AMOUNTS = Accrued._fields[7:]

# The keys of some, or all keys of a range.
Subscribers = Collection[int] | range


class SubscriberInputs(NamedTuple):
    subscriber_id: int
    law: Law
    contracts: list[Worked]


class Totals(NamedTuple):
    """A subscriber's days over all closed months."""

    days: int
    credited_days: int


def contracts_of_month(month: Month) -> QuerySet[Contract]:
    """The contracts in force on at least one day of the month."""
    return Contract.objects.filter(starts_on__lte=month.last_day, ends_on__gte=month.first_day)


def subscribers_to_accrue(month: Month, keys: tuple[int, int]) -> list[int]:
    """The subscribers in a range of keys with a contract of the month that is not computed, in key order.

    It reads neither wages nor hours: whoever cannot be computed for theirs is found by it.
    """
    done = Accrual.objects.filter(contract=OuterRef("pk"), month=month)
    left = (
        contracts_of_month(month)
        .filter(~Exists(done), subscriber_id__gte=keys[0], subscriber_id__lte=keys[1])
        .order_by("subscriber_id")
    )
    return list(left.values_list("subscriber_id", flat=True).distinct())


def inputs(
    month: Month, subscribers: Subscribers, *, rules_of: dict[Law, RuleSet], carried: dict[int, int] | None = None
) -> Iterator[SubscriberInputs]:
    """What the calculation needs, subscriber by subscriber, of one query; contracts already computed are left out.

    Minutes carried in are those of the accrual of the month before, unless given. The query is answered on return; a
    contract without a wage is refused with `WageMissing` when its turn comes.
    """
    return _by_subscriber(_to_compute(month, subscribers), month, rules_of[Law.NEW].new_law_from, carried)


# The subscriber, since when he is insured, and the fields of `Worked` in its order. Columns of one query by index and
# not joins: how little a share of a month is, the planner cannot guess. In SQL, because pages ask it as often as month
# end does, and building it anew each time took longer than its answer.
_INPUTS = """
    SELECT contract.subscriber_id,
        (SELECT first_insured_on FROM registry_subscriber WHERE id = contract.subscriber_id),
        contract.id, contract.contract_no, contract.establishment_id,
        (SELECT (hourly_wage * 100)::bigint FROM contracts_contractwage
            WHERE contract_id = contract.id AND effective_from <= %(first)s ORDER BY effective_from DESC LIMIT 1),
        COALESCE((SELECT sum(minutes) FROM timesheets_hoursentry
            WHERE contract_id = contract.id AND work_date BETWEEN %(first)s AND %(last)s), 0),
        COALESCE((SELECT carried_out_minutes FROM accruals_accrual
            WHERE contract_id = contract.id AND month = %(before)s), 0),
        contract.ends_on <= %(last)s
    FROM contracts_contract AS contract
    WHERE contract.starts_on <= %(last)s AND contract.ends_on >= %(first)s
        AND contract.subscriber_id BETWEEN %(least)s AND %(most)s
        AND (%(these)s::bigint[] IS NULL OR contract.subscriber_id = ANY(%(these)s))
        AND NOT EXISTS (SELECT FROM accruals_accrual WHERE contract_id = contract.id AND month = %(first)s)
    ORDER BY contract.subscriber_id, contract.contract_no
"""


def _to_compute(month: Month, subscribers: Subscribers) -> list[tuple]:
    """All at once: a server-side cursor left behind by a refusal would be closed when its savepoint is gone already."""
    if not subscribers:
        return []
    values = {"first": month.first_day, "last": month.last_day, "before": month.previous.first_day}
    values |= {"least": min(subscribers), "most": max(subscribers)}
    values["these"] = None if isinstance(subscribers, range) else list(subscribers)
    with connection.cursor() as cursor:
        cursor.execute(_INPUTS, values)
        return cursor.fetchall()


def _by_subscriber(
    rows: list[tuple], month: Month, new_law_from: datetime.date, carried: dict[int, int] | None
) -> Iterator[SubscriberInputs]:
    for (subscriber_id, first_insured_on), group in groupby(rows, key=itemgetter(0, 1)):
        worked = []
        for _, _, *fields in group:
            contract = Worked._make(fields)
            if contract.hourly_wage is None:
                raise rules.WageMissing(contract_no=contract.contract_no, month=month)
            if carried is not None:
                contract = contract._replace(carried_in_minutes=carried.get(contract.contract_id, 0))
            worked.append(contract)
        yield SubscriberInputs(subscriber_id, law_of(first_insured_on, new_law_from=new_law_from), worked)


def open_months(
    *, until: Month, subscribers: Subscribers, rulebook: Rulebook | None = None
) -> dict[Month, dict[int, list[Accrued]]]:
    """Every month still open up to `until`, computed as if it closed now: month → subscriber → his contracts.

    What is left over in one open month is carried into the next, as it will be when they close in order. Whoever needs
    the rules of these months himself gives the book that he reads them in.
    """
    rulebook = rulebook or Rulebook()
    first = rulebook.last_closed.next if rulebook.last_closed else timesheets.earliest_month_with_hours() or until
    carried = None
    results = {}
    for month in months_between(first, until):
        rules_of = rulebook.rulesets(month)
        results[month] = {
            part.subscriber_id: rules.accrue_subscriber(part.contracts, rules_of[part.law])
            for part in inputs(month, subscribers, rules_of=rules_of, carried=carried)
        }
        carried = {
            accrued.contract_id: accrued.carried_out_minutes for each in results[month].values() for accrued in each
        }
    return results


def result(accrual: Accrual) -> Accrued:
    """A stored accrual as the calculation gave it; its contract must be loaded."""
    counts = (getattr(accrual, name) for name in COUNTS)
    amounts = (to_halalas(getattr(accrual, name)) for name in AMOUNTS)
    return Accrued(accrual.contract_id, accrual.contract.establishment_id, *counts, *amounts)


def rules_used(accrual: Accrual) -> RuleSet:
    """The rules that a stored accrual was computed with; its rule set must be loaded."""
    record = accrual.rule_set
    return RuleSet.read(record.month, Law(record.law), record.values)


# One look into the index for each subscriber, however many months he has behind him.
_LAST_TOTALS = """
    SELECT subscriber.id, latest.total_days, latest.total_credited_days
    FROM registry_subscriber AS subscriber CROSS JOIN LATERAL (
        SELECT total_days, total_credited_days FROM accruals_subscribermonth
        WHERE subscriber_id = subscriber.id AND month < %(month)s ORDER BY month DESC LIMIT 1
    ) AS latest
    WHERE subscriber.id BETWEEN %(first)s AND %(last)s
"""


def totals_before(month: Month, keys: tuple[int, int]) -> dict[int, Totals]:
    """The totals over the closed months before this one, from the last row of each subscriber in a range of keys.

    Who has no such row is absent.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LAST_TOTALS, {"first": keys[0], "last": keys[1], "month": month.first_day})
        return {subscriber_id: Totals(days, credited) for subscriber_id, days, credited in cursor}


def totals(subscriber_id: int) -> Totals:
    """A subscriber's totals over all closed months."""
    last = SubscriberMonth.objects.filter(subscriber=subscriber_id).order_by("-month").first()
    return Totals(last.total_days, last.total_credited_days) if last else Totals(0, 0)


def parked_before(month: Month, subscribers: Q) -> dict[int, Month]:
    """Those of the subscribers of whom an earlier closed month is not computed, with that month."""
    rows = ParkedSubscriber.objects.filter(subscribers, month__lt=month)
    return dict(rows.order_by("-month").values_list("subscriber_id", "month"))
