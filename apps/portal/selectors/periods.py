"""A subscriber's months as a list and one by one: hours, days, contributions, and the rules behind them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from apps.accruals import rules
from apps.accruals.models import Accrual
from apps.accruals.rules import Step
from apps.common import text
from apps.common.money import to_halalas
from apps.common.periods import Month
from apps.portal.selectors.subscriber import ContractMonth, Record
from apps.regulations.choices import Law, Rule, Unit
from apps.regulations.models import Regulation
from apps.regulations.rules import rate
from apps.timesheets.models import HoursEntry

# What turns hours into days, months and contributions, in the order of the calculation.
EXPLAINING_RULES = (
    Rule.MAX_MINUTES_MONTH,
    Rule.MINUTES_PER_DAY,
    Rule.DAYS_PER_MONTH,
    Rule.MAX_CREDIT_DAYS,
    Rule.WAGE_FLOOR,
    Rule.WAGE_CEILING,
    Rule.ANNUITIES_RATE,
    Rule.HAZARDS_RATE,
)


def closed_accruals(record: Record) -> QuerySet[Accrual]:
    """Every closed month of every contract, with the two shares added up; latest month first."""
    return (
        Accrual.objects.filter(contract__in=list(record.contracts))
        .select_related("contract__establishment")
        .annotate(
            employer_share=F("annuities_employer") + F("hazards_employer") + F("saned_employer"),
            subscriber_share=F("annuities_subscriber") + F("saned_subscriber"),
        )
        .order_by("-month", "contract__establishment__search_key")
    )


def open_parts(record: Record, chosen: Mapping[str, object]) -> list[ContractMonth]:
    """The contracts' open months that the filters of the list leave, latest first."""
    parts = [part for month in sorted(record.open, reverse=True) for part in record.open[month]]
    if employer := chosen.get("employer"):
        parts = [part for part in parts if part.contract.establishment.unified_number == employer]
    if year := chosen.get("year"):
        parts = [part for part in parts if str(part.month.year) == year]
    return parts


@dataclass(frozen=True, slots=True)
class WorkedDay:
    day: datetime.date
    minutes: int
    note: str


@dataclass(frozen=True, slots=True)
class ContractDetail:
    part: ContractMonth
    days: list[WorkedDay]


_READ = {
    Unit.MINUTES: ("minutes", int),
    Unit.DAYS: ("days", int),
    Unit.PERCENT: ("rate", rate),
    Unit.RIYALS: ("money", lambda riyals: to_halalas(Decimal(riyals))),
}


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule of a month, with its value as a page says it."""

    row: Regulation

    @property
    def name(self) -> str:
        return Rule(self.row.key).label

    @property
    def value(self) -> str:
        kind, read = _READ[self.row.unit]
        return text.words(kind, read(self.row.value))


@dataclass(frozen=True, slots=True)
class MonthDetail:
    contracts: list[ContractDetail]
    credit: Step | None
    rules: list[RuleInForce]

    @property
    def worked_minutes(self) -> int:
        return sum(each.part.accrued.worked_minutes for each in self.contracts)

    @property
    def days(self) -> int:
        return sum(each.part.accrued.days for each in self.contracts)


def month_detail(record: Record, month: Month) -> MonthDetail:
    """Everything that a month consists of; a month without hours has no contracts."""
    is_closed = record.rulebook.is_closed(month)
    parts = record.closed(Q(month=month)) if is_closed else record.open.get(month, [])
    entries = HoursEntry.objects.filter(
        contract__in=[part.contract.pk for part in parts],
        work_date__range=(month.first_day, month.last_day),
        minutes__gt=0,
    )
    worked: dict[int, list[WorkedDay]] = {}
    for contract_id, *day in entries.order_by("work_date").values_list("contract", "work_date", "minutes", "note"):
        worked.setdefault(contract_id, []).append(WorkedDay(*day))
    used = parts[0].rules if parts else record.rules
    days = sum(part.accrued.days for part in parts)
    return MonthDetail(
        [ContractDetail(part, worked.get(part.contract.pk, [])) for part in parts],
        rules.explain_credit(days, rules.credited(days, used), month),
        rules_in_force(month, used.law) if parts else [],
    )


def rules_in_force(month: Month, law: Law) -> list[RuleInForce]:
    """The dated rows behind a month's calculation under one law."""
    rows = Regulation.objects.filter(key__in=EXPLAINING_RULES, law__in=["", law], effective_from__lte=month.last_day)
    latest = {row.key: row for row in rows.order_by("effective_from", "law")}
    return [RuleInForce(latest[key]) for key in EXPLAINING_RULES if key in latest]
