"""The statement on paper: months and days earned up to a closed month, for which employers, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from apps.accruals import rules as accrual_rules
from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual
from apps.accruals.rules import Step
from apps.certificates import selectors
from apps.certificates.models import Statement
from apps.common import dates, pdf, text
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.registry.models import Establishment
from apps.regulations import selectors as regulations
from apps.regulations.rules import RuleSet

ROWS_A_TABLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a subscriber had earned at the end of a closed month."""

    as_of: Month
    days: int
    credited_days: int
    rules: RuleSet
    limits: list[Step]

    @property
    def months(self) -> int:
        return accrual_rules.months_of(self.credited_days, self.rules)[0]

    @property
    def rest(self) -> int:
        return accrual_rules.months_of(self.credited_days, self.rules)[1]

    @property
    def reason(self) -> Step:
        return accrual_rules.explain_months(self.credited_days, self.rules)


@dataclass(slots=True)
class Employer:
    """What was earned with one employer. Times in minutes, amounts in riyals."""

    establishment: Establishment
    months: list[Month] = field(default_factory=list)
    worked_minutes: int = 0
    days: int = 0
    contributory_wage: Decimal = field(default_factory=lambda: to_riyals(0))
    contributions: Decimal = field(default_factory=lambda: to_riyals(0))

    @property
    def first(self) -> Month:
        return min(self.months)

    @property
    def last(self) -> Month:
        return max(self.months)


class PrintedMonth(NamedTuple):
    """One contract's month as text alone, as `invoices.documents.PrintedLine`."""

    month: str
    employer: str
    hours: str
    days: str
    contributory_wage: str
    employer_share: str
    subscriber_share: str
    explanation: str


def standing_of(statement: Statement) -> Standing:
    months = selectors.months_until(statement.subscriber, statement.as_of)
    rules = regulations.rules_of(statement.as_of)
    limits = [accrual_rules.explain_credit(each.days, each.credited_days, each.month) for each in months]
    return Standing(
        as_of=statement.as_of,
        days=months[0].total_days if months else 0,
        credited_days=months[0].total_credited_days if months else 0,
        rules=rules,
        limits=[limit for limit in limits if limit],
    )


def employers_of(rows: Sequence[Accrual]) -> list[Employer]:
    """The employers of the accruals, the one with the most days first."""
    found: dict[int, Employer] = {}
    for row in rows:
        result = accruals.result(row)
        establishment = row.contract.establishment
        employer = found.setdefault(establishment.pk, Employer(establishment))
        employer.months.append(row.month)
        employer.worked_minutes += row.worked_minutes
        employer.days += row.days
        employer.contributory_wage += row.contributory_wage
        employer.contributions += to_riyals(result.total)
    return sorted(found.values(), key=lambda each: (-each.days, each.establishment.unified_number))


def printed(row: Accrual, rules: RuleSet) -> PrintedMonth:
    result = accruals.result(row)
    steps = accrual_rules.explain(result, row.month, rules)
    return PrintedMonth(
        dates.month_name(row.month),
        row.contract.establishment.name,
        text.hours(row.worked_minutes),
        text.number(row.days),
        *map(text.money, map(to_riyals, (result.contributory_wage, result.employer_share, result.subscriber_share))),
        " • ".join([text.isolated(row.contract.contract_no), *map(text.sentence, steps)]),
    )


def statement_html(statement: Statement) -> str:
    """The statement in its language, as it is drawn."""
    with translation.override(statement.language):
        rows = list(selectors.accruals_until(statement.subscriber, statement.as_of))
        rules = {row.rule_set_id: row for row in rows}
        rules = {pk: accruals.rules_used(row) for pk, row in rules.items()}
        months = [printed(row, rules[row.rule_set_id]) for row in rows]
        context = {
            "subscriber": statement.subscriber,
            "made_on": timezone.localdate(statement.requested_at),
            "standing": standing_of(statement),
            "employers": employers_of(rows),
            "tables": [months[start : start + ROWS_A_TABLE] for start in range(0, len(months), ROWS_A_TABLE)],
        }
        return render_to_string("certificates/documents/statement.html", context)


def statement_pdf(statement: Statement) -> bytes:
    """The statement in its language. Raises `pdf.NotDrawn`."""
    return pdf.draw(statement_html(statement))


def file_name(statement: Statement) -> str:
    """What the statement is called once downloaded; neither a name nor a number of a person stands in it."""
    with translation.override(statement.language):
        return _("Statement of contribution periods until %(month)s.pdf") % {"month": dates.month_name(statement.as_of)}
