"""A subscriber's own figures: what closed months hold, what the open ones add as they stand now, and why."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from apps.accruals import rules
from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual, SubscriberMonth
from apps.accruals.rules import Accrued, Step
from apps.accruals.selectors import Totals
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.registry.models import Subscriber
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet, law_of
from apps.regulations.selectors import Rulebook
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import Timesheet


@dataclass(frozen=True, slots=True)
class ContractMonth:
    """One contract's month: as it was closed, or computed as if it closed now."""

    contract: Contract
    month: Month
    accrued: Accrued
    rules: RuleSet
    state: TimesheetStatus

    @property
    def is_closed(self) -> bool:
        return self.state == TimesheetStatus.CLOSED

    @property
    def steps(self) -> list[Step]:
        return rules.explain(self.accrued, self.month, self.rules)

    @property
    def day_steps(self) -> list[Step]:
        return list(rules.explain_days(self.accrued, self.month, self.rules))

    @property
    def contributory_wage(self) -> Decimal:
        return to_riyals(self.accrued.contributory_wage)

    @property
    def employer_share(self) -> Decimal:
        return to_riyals(self.accrued.employer_share)

    @property
    def subscriber_share(self) -> Decimal:
        return to_riyals(self.accrued.subscriber_share)


class Record:
    """One subscriber's months, closed and open, read once and on demand."""

    def __init__(self, subscriber: Subscriber, *, today: datetime.date):
        self.subscriber = subscriber
        self.today = today
        self.running = Month.of(today)
        self.rulebook = Rulebook()

    @cached_property
    def contracts(self) -> dict[int, Contract]:
        rows = Contract.objects.filter(subscriber=self.subscriber).select_related("establishment")
        return {contract.pk: contract for contract in rows.order_by("establishment__search_key", "starts_on", "pk")}

    @cached_property
    def rules(self) -> RuleSet:
        """Those of the running month, under the subscriber's law."""
        return self._rules_of(self.running)

    @cached_property
    def last(self) -> SubscriberMonth | None:
        """The last closed month in which a day was registered; its row holds the totals."""
        return SubscriberMonth.objects.filter(subscriber=self.subscriber).order_by("-month").first()

    @property
    def totals(self) -> Totals:
        return Totals(self.last.total_days, self.last.total_credited_days) if self.last else Totals(0, 0)

    @cached_property
    def parked(self) -> Month | None:
        """A closed month that could not be computed yet."""
        return accruals.parked_before(self.running, Q(subscriber=self.subscriber)).get(self.subscriber.pk)

    @cached_property
    def open(self) -> dict[Month, list[ContractMonth]]:
        """Every month still open, in order, with the contracts that have hours in it or carry some into it."""
        found = accruals.open_months(until=self.running, subscribers=[self.subscriber.pk], rulebook=self.rulebook)
        return {
            month: self._in_order(self._as_of_now(month, accrued) for accrued in results.get(self.subscriber.pk, []))
            for month, results in found.items()
        }

    def _as_of_now(self, month: Month, accrued: Accrued) -> ContractMonth:
        contract, state = self.contracts[accrued.contract_id], self.state(accrued.establishment_id, month)
        return ContractMonth(contract, month, accrued, self._rules_of(month), state)

    def closed(self, rows: Q) -> list[ContractMonth]:
        """The accruals among `rows`, latest month first, employers in the order of their names."""
        found = Accrual.objects.filter(rows, contract__in=list(self.contracts)).select_related("rule_set")
        return self._in_order(map(self._as_closed, found.order_by("pk")))

    def _as_closed(self, accrual: Accrual) -> ContractMonth:
        accrual.contract = self.contracts[accrual.contract_id]
        accrued, used = accruals.result(accrual), accruals.rules_used(accrual)
        return ContractMonth(accrual.contract, accrual.month, accrued, used, TimesheetStatus.CLOSED)

    def _in_order(self, rows: Iterable[ContractMonth]) -> list[ContractMonth]:
        order = {pk: place for place, pk in enumerate(self.contracts)}
        return sorted(rows, key=lambda each: (-each.month.first_day.toordinal(), order[each.contract.pk]))

    def state(self, establishment_id: int, month: Month) -> TimesheetStatus:
        """Where the employer's month stands; hours without a sheet are not attested."""
        if self.rulebook.is_closed(month):
            return TimesheetStatus.CLOSED
        return self._sheets.get((establishment_id, month), TimesheetStatus.OPEN)

    @cached_property
    def _sheets(self) -> dict[tuple[int, Month], TimesheetStatus]:
        employers = {contract.establishment_id for contract in self.contracts.values()}
        sheets = Timesheet.objects.filter(establishment__in=employers)
        if self.rulebook.last_closed:
            sheets = sheets.filter(month__gt=self.rulebook.last_closed)
        rows = sheets.order_by("pk").values_list("establishment", "month", "status")
        return {(establishment, month): TimesheetStatus(status) for establishment, month, status in rows}

    def _rules_of(self, month: Month) -> RuleSet:
        """The rules of an open month under the subscriber's law."""
        of_law = self.rulebook.rulesets(month)
        return of_law[law_of(self.subscriber.first_insured_on, new_law_from=of_law[Law.NEW].new_law_from)]
