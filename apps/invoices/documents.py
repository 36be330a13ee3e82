"""What an establishment owes for a month, as page, preview and PDF show it: one shape, made from what was computed."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, Min, QuerySet, Sum
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from apps.accruals import rules as accrual_rules
from apps.accruals import selectors as accruals
from apps.accruals.rules import Accrued, Step
from apps.common import pdf, text
from apps.common.money import to_halalas, to_riyals
from apps.common.periods import Month
from apps.common.words import amount_in_words
from apps.contracts.models import Contract
from apps.invoices import rules as billing
from apps.invoices import selectors
from apps.invoices.choices import Cause
from apps.invoices.models import Invoice, InvoiceDocument, InvoiceLine
from apps.registry.models import Establishment
from apps.regulations import selectors as regulations
from apps.regulations.rules import RuleSet, law_of

SHARES = ("annuities_employer", "annuities_subscriber", "hazards_employer", "saned_employer", "saned_subscriber")
# A table of WeasyPrint costs more per row the longer it is.
ROWS_A_TABLE = 100
# An explanation costs more to draw than its line; in a longer invoice they stay on the portal's page.
LINES_EXPLAINED = 200


@dataclass(frozen=True, slots=True)
class Branch:
    """What goes to one branch of insurance, in riyals."""

    name: str | Promise
    employer: Decimal
    subscriber: Decimal

    @property
    def total(self) -> Decimal:
        return self.employer + self.subscriber


@dataclass(frozen=True, slots=True)
class BillLine:
    """One contract's part of a bill. Amounts in riyals, times in minutes."""

    contract: Contract
    result: Accrued
    rules: RuleSet

    @property
    def contributory_wage(self) -> Decimal:
        return to_riyals(self.result.contributory_wage)

    @property
    def employer_share(self) -> Decimal:
        return to_riyals(self.result.employer_share)

    @property
    def subscriber_share(self) -> Decimal:
        return to_riyals(self.result.subscriber_share)

    @property
    def total(self) -> Decimal:
        return to_riyals(self.result.total)

    @property
    def is_below_floor(self) -> bool:
        return self.rules.is_below_floor(self.result.hourly_wage)

    @property
    def steps(self) -> list[Step]:
        """How the amounts of this line came about."""
        return accrual_rules.explain(self.result, self.rules.month, self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """The head and the sums of a bill, in riyals. One without a number is a preview: what the month would bring now."""

    number: str
    establishment_name: str
    unified_number: str
    rules: RuleSet
    issued_on: datetime.date
    due_on: datetime.date
    worked_minutes: int
    days: int
    contributory_wage: Decimal
    employer_share: Decimal
    subscriber_share: Decimal
    total: Decimal
    branches: list[Branch]
    line_count: int
    has_line_below_floor: bool

    @property
    def month(self) -> Month:
        return self.rules.month

    @property
    def is_preview(self) -> bool:
        return not self.number

    @property
    def lowest_full_wage(self) -> Decimal:
        return to_riyals(self.rules.lowest_full_wage)


def issued_bill(invoice: Invoice) -> Bill:
    """An invoice as it was issued, under the name that the establishment had then."""
    rules = regulations.rules_of(invoice.month)
    sums = invoice.lines.aggregate(
        count=Count("pk"),
        worked=Sum("accrual__worked_minutes"),
        lowest_wage=Min("accrual__hourly_wage"),
        **{name: Sum(f"accrual__{name}") for name in SHARES},
    )
    return Bill(
        number=invoice.number,
        establishment_name=_in_language(invoice.establishment_name_ar, invoice.establishment_name_en),
        unified_number=invoice.establishment.unified_number,
        rules=rules,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        worked_minutes=sums["worked"],
        days=invoice.days,
        contributory_wage=invoice.contributory_wage,
        employer_share=invoice.employer_share,
        subscriber_share=invoice.subscriber_share,
        total=invoice.total,
        branches=_branches(*(sums[name] for name in SHARES)),
        line_count=sums["count"],
        has_line_below_floor=rules.is_below_floor(to_halalas(sums["lowest_wage"])),
    )


def lines_of(invoice: Invoice) -> QuerySet[InvoiceLine]:
    """The lines of an invoice by the names of the subscribers, with all that an explanation needs."""
    lines = invoice.lines.select_related("accrual__contract__subscriber", "accrual__rule_set")
    return lines.order_by(*_by_name("accrual__contract__subscriber__"), "accrual__contract__contract_no", "pk")


def bill_lines(lines: Sequence[InvoiceLine]) -> list[BillLine]:
    """Stored lines, as `lines_of` loads them, in the shape of a bill's."""
    used = {line.accrual.rule_set_id: line.accrual for line in lines}
    rules = {pk: accruals.rules_used(accrual) for pk, accrual in used.items()}
    return [
        BillLine(line.accrual.contract, accruals.result(line.accrual), rules[line.accrual.rule_set_id])
        for line in lines
    ]


def coming_bill(establishment: Establishment, month: Month) -> tuple[Bill, list[BillLine]]:
    """The bill that an open month would bring if it closed now, and its lines by the names of the subscribers."""
    bill, lines, _changes = running_bill(establishment, month)
    return bill, lines


def running_bill(establishment: Establishment, month: Month) -> tuple[Bill, list[BillLine], "Changes"]:
    """As `coming_bill`, with what changed since the last look at it."""
    results = selectors.results_of_open_month(month, [establishment.pk]).get(establishment.pk, [])
    bill, lines = _as_bill(establishment, month, billing.billable(results))
    return bill, lines, _changes_to(establishment, month, results)


def _as_bill(establishment: Establishment, month: Month, results: list[Accrued]) -> tuple[Bill, list[BillLine]]:
    sums = billing.sums(map(billing.line, results))
    rules_of = regulations.rulesets(month)
    rules = next(iter(rules_of.values()))
    contracts = Contract.objects.filter(pk__in=[each.contract_id for each in results]).select_related("subscriber")
    result_of = {each.contract_id: each for each in results}
    lines = []
    for contract in contracts.order_by(*_by_name("subscriber__"), "contract_no", "pk"):
        law = law_of(contract.subscriber.first_insured_on, new_law_from=rules.new_law_from)
        lines.append(BillLine(contract, result_of[contract.pk], rules_of[law]))
    bill = Bill(
        number="",
        establishment_name=establishment.name,
        unified_number=establishment.unified_number,
        rules=rules,
        issued_on=rules.invoice_date,
        due_on=rules.due_on,
        worked_minutes=sum(each.worked_minutes for each in results),
        days=sums.days,
        contributory_wage=to_riyals(sums.contributory_wage),
        employer_share=to_riyals(sums.employer_share),
        subscriber_share=to_riyals(sums.subscriber_share),
        total=to_riyals(sums.total),
        branches=_branches(*(to_riyals(sum(getattr(each, name) for each in results)) for name in SHARES)),
        line_count=len(lines),
        has_line_below_floor=any(line.is_below_floor for line in lines),
    )
    return bill, lines


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One contract's part of what changed, in riyals, and why."""

    contract: Contract
    difference: Decimal
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a bill has become since it was last looked at; `since` is None when nobody has."""

    since: datetime.datetime | None
    before: Decimal
    after: Decimal
    lines: list[ChangedLine]

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


def changes_until_invoice(invoice: Invoice) -> Changes:
    """What became of the bill between the last look at it and the invoice."""
    results = selectors.results_of_closed_month(invoice.establishment, invoice.month)
    return _changes_to(invoice.establishment, invoice.month, results)


def _changes_to(establishment: Establishment, month: Month, results: list[Accrued]) -> Changes:
    """Lines by how much they changed the bill, the most first."""
    after = to_riyals(sum(each.total for each in results))
    snapshot = selectors.last_snapshot(establishment, month)
    if snapshot is None:
        return Changes(None, to_riyals(0), after, [])
    before = [Accrued(pk, establishment.pk, *figures) for pk, *figures in snapshot.lines]
    changed = billing.changes(before, results, regulations.rules_of(month))
    ids = [each.contract_id for each in changed]
    contracts = Contract.objects.select_related("subscriber").in_bulk(ids) if ids else {}
    authors = selectors.authors_since(ids, month, snapshot.confirmed_at) if ids else {}
    lines = [
        ChangedLine(contract, to_riyals(each.total), _reasons(each, contract, snapshot.confirmed_at, authors))
        for each in changed
        if (contract := contracts[each.contract_id])
    ]
    lines.sort(key=lambda line: (-abs(line.difference), line.contract.contract_no))
    return Changes(snapshot.confirmed_at, snapshot.total, after, lines)


def _reasons(
    change: billing.Change, contract: Contract, since: datetime.datetime, authors: dict[int, list[str]]
) -> list[str]:
    reasons = [str(_("New contract"))] if contract.created_at > since else []
    for cause in change.causes:
        words = str(cause.label)
        if cause is Cause.HOURS:
            sign = "+" if change.minutes > 0 else ""
            words = f"{words}: {text.isolated(sign + text.hours(change.minutes))}"
            if names := authors.get(change.contract_id):
                words = f"{words} ({pgettext('list', ', ').join(names)})"
        elif cause is Cause.WAGE:
            wages = [text.riyals(to_riyals(each.hourly_wage)) for each in (change.before, change.after) if each]
            words = str(_("The hourly wage changed from %(old)s to %(new)s")) % dict(
                zip(("old", "new"), wages, strict=True)
            )
        reasons.append(words)
    return reasons


class PrintedLine(NamedTuple):
    """A line as text alone: an element around each number would double the time of drawing."""

    name: str
    hours: str
    days: str
    contributory_wage: str
    employer_share: str
    subscriber_share: str
    total: str
    explanation: str


def printed(line: BillLine, *, is_explained: bool) -> PrintedLine:
    result, subscriber = line.result, line.contract.subscriber
    masked, contract = text.isolated(text.masked_id(subscriber.national_id)), text.isolated(line.contract.contract_no)
    return PrintedLine(
        subscriber.name if is_explained else f"{subscriber.name} • {masked}",
        text.hours(result.worked_minutes),
        text.number(result.days),
        *map(text.money, (line.contributory_wage, line.employer_share, line.subscriber_share, line.total)),
        " • ".join([masked, contract, *map(text.sentence, line.steps)]) if is_explained else "",
    )


def invoice_html(document: InvoiceDocument) -> str:
    """The invoice in the language of the document, as it is drawn."""
    with translation.override(document.language):
        bill = issued_bill(document.invoice)
        is_explained = bill.line_count <= LINES_EXPLAINED
        lines = [printed(line, is_explained=is_explained) for line in bill_lines(lines_of(document.invoice))]
        context = {
            "bill": bill,
            "tables": [lines[start : start + ROWS_A_TABLE] for start in range(0, len(lines), ROWS_A_TABLE)],
            "is_explained": is_explained,
            "in_words": amount_in_words(bill.total),
        }
        return render_to_string("invoices/documents/invoice.html", context)


def invoice_pdf(document: InvoiceDocument) -> bytes:
    """The invoice in the language of the document. Raises `pdf.NotDrawn`."""
    line_count = document.invoice.lines.count()
    return pdf.draw(invoice_html(document), seconds=pdf.SECONDS + line_count // 20)


def file_name(document: InvoiceDocument) -> str:
    """What the invoice is called once downloaded; no person's number stands in it."""
    with translation.override(document.language):
        return str(_("Invoice %(number)s.pdf")) % {"number": document.invoice.number}


def _branches(
    annuities_employer: Decimal,
    annuities_subscriber: Decimal,
    hazards_employer: Decimal,
    saned_employer: Decimal,
    saned_subscriber: Decimal,
) -> list[Branch]:
    nothing = to_riyals(0)
    branches = [
        Branch(_("Annuities"), annuities_employer, annuities_subscriber),
        Branch(_("Occupational hazards"), hazards_employer, nothing),
    ]
    if saned_employer or saned_subscriber:
        branches.append(Branch(_("Unemployment insurance (SANED)"), saned_employer, saned_subscriber))
    return branches


def _in_language(name_ar: str, name_en: str) -> str:
    return name_en if get_language() == "en" and name_en else name_ar


def _by_name(subscriber: str) -> list[str]:
    """An order in which people are found: by the folded Arabic name, or by the English one on English papers."""
    return [f"{subscriber}full_name_en"] * (get_language() == "en") + [f"{subscriber}search_key"]
