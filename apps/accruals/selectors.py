"""Accruals as they stand, and the months still open computed by the very functions of month end, without a write."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from apps.accruals import rules
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.accruals.rules import Accrued, Worked
from apps.common.money import to_halalas
from apps.common.periods import Month, months_between
from apps.contracts.models import Contract, ContractWage
from apps.registry.models import Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet, law_of
from apps.timesheets import selectors as timesheets

# The fields of `Accrued` as an accrual stores them, in its order.
COUNTS = Accrued._fields[2:7]
AMOUNTS = Accrued._fields[7:]


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


def inputs(
    month: Month, subscribers: Q, *, rules_of: dict[Law, RuleSet], carried: dict[int, int] | None = None
) -> Iterator[SubscriberInputs]:
    """What the calculation needs, subscriber by subscriber, in a fixed number of queries; computed contracts left out.

    `subscribers` filters contracts. Minutes carried in are those of the accrual of the month before, unless given.
    Refuses with `WageMissing` when a contract has none.
    """
    contracts = contracts_of_month(month).filter(subscribers)
    minutes = timesheets.worked_minutes(month, contracts=contracts)
    wage = ContractWage.objects.filter(contract=OuterRef("pk"), effective_from__lte=month).order_by("-effective_from")
    before = Accrual.objects.filter(contract=OuterRef("pk"), month=month.previous)
    done = Accrual.objects.filter(contract=OuterRef("pk"), month=month)
    rows = (
        contracts.filter(~Exists(done))
        .order_by("subscriber_id", "contract_no")
        .values_list(
            "subscriber_id",
            "subscriber__first_insured_on",
            "pk",
            "contract_no",
            "establishment_id",
            "ends_on",
            Subquery(wage.values("hourly_wage")[:1]),
            Subquery(before.values("carried_out_minutes")[:1]),
        )
    )
    new_law_from, last_day = rules_of[Law.NEW].new_law_from, month.last_day
    # All at once: a server-side cursor left behind by a refusal would be closed when its savepoint is gone already.
    for (subscriber_id, first_insured_on), group in groupby(rows, key=itemgetter(0, 1)):
        worked = []
        for _, _, pk, contract_no, establishment_id, ends_on, hourly_wage, carried_out in group:
            if hourly_wage is None:
                raise rules.WageMissing(contract_no=contract_no, month=month)
            carried_in = (carried_out or 0) if carried is None else carried.get(pk, 0)
            worked.append(
                Worked(
                    pk,
                    contract_no,
                    establishment_id,
                    to_halalas(hourly_wage),
                    minutes.get(pk, 0),
                    carried_in,
                    ends_on <= last_day,
                )
            )
        yield SubscriberInputs(subscriber_id, law_of(first_insured_on, new_law_from=new_law_from), worked)


def open_months(*, until: Month, subscribers: Q) -> dict[Month, dict[int, list[Accrued]]]:
    """Every month still open up to `until`, computed as if it closed now: month → subscriber → his contracts.

    What is left over in one open month is carried into the next, as it will be when they close in order.
    """
    last_closed = regulations.last_closed_month()
    first = last_closed.next if last_closed else timesheets.earliest_month_with_hours() or until
    carried = None
    results = {}
    for month in months_between(first, until):
        rules_of = regulations.rulesets(month)
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


def totals_before(month: Month, subscriber_ids: list[int]) -> dict[int, Totals]:
    """Each subscriber's totals over the closed months before this one, from his last row; absent when there is none."""
    last = SubscriberMonth.objects.filter(subscriber=OuterRef("pk"), month__lt=month).order_by("-month")
    rows = Subscriber.objects.filter(pk__among=subscriber_ids).annotate(last=Subquery(last.values("pk")[:1]))
    months = SubscriberMonth.objects.filter(pk__in=rows.filter(last__isnull=False).values("last"))
    return {
        subscriber_id: Totals(days, credited)
        for subscriber_id, days, credited in months.values_list(
            "subscriber_id", "total_days", "total_credited_days"
        )
    }


def totals(subscriber_id: int) -> Totals:
    """A subscriber's totals over all closed months."""
    last = SubscriberMonth.objects.filter(subscriber=subscriber_id).order_by("-month").first()
    return Totals(last.total_days, last.total_credited_days) if last else Totals(0, 0)


def parked_before(month: Month, subscriber_ids: list[int]) -> dict[int, Month]:
    """Those of the subscribers of whom an earlier closed month is not computed, with that month."""
    rows = ParkedSubscriber.objects.filter(month__lt=month, subscriber_id__among=subscriber_ids)
    return dict(rows.order_by("-month").values_list("subscriber_id", "month"))
