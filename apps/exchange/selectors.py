"""What leaves in exchange files, in the order of the keys: texts by their characters, whatever the server."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Collate

from apps.accruals.models import Accrual, SubscriberMonth
from apps.common.periods import Month
from apps.invoices.models import Invoice, InvoiceLine
from apps.registry.models import Subscriber


def _by_characters(field: str) -> Collate:
    return Collate(field, "C")


def accruals(month: Month | None) -> QuerySet:
    """Every accrual, or those of one month: month, contract number, minutes and days."""
    rows = Accrual.objects.all() if month is None else Accrual.objects.filter(month=month)
    return rows.order_by("month", _by_characters("contract__contract_no")).values_list(
        *("month", "contract__contract_no", "worked_minutes", "carried_in_minutes"),
        *("days", "carried_out_minutes", "lapsed_minutes"),
    )


def subscriber_totals() -> QuerySet:
    """Every subscriber with his days over all closed months, billed and credited."""
    last = SubscriberMonth.objects.filter(subscriber=OuterRef("pk")).order_by("-month")
    return (
        Subscriber.objects.order_by("national_id")
        .annotate(
            days=Coalesce(Subquery(last.values("total_days")[:1]), 0),
            credited_days=Coalesce(Subquery(last.values("total_credited_days")[:1]), 0),
        )
        .values_list("national_id", "days", "credited_days")
    )


def invoices(month: Month | None) -> QuerySet:
    """Every invoice, or those of one month: number, unified number, month, dates, shares and total."""
    rows = Invoice.objects.all() if month is None else Invoice.objects.filter(month=month)
    return rows.order_by("year", "sequence").values_list(
        *("number", "establishment__unified_number", "month", "issued_on", "due_on"),
        *("employer_share", "subscriber_share", "total"),
    )


def invoice_lines(month: Month | None) -> QuerySet:
    """Every invoice line, or those of one month: invoice, contract, month, days, wages, five shares and their sum."""
    rows = InvoiceLine.objects.all() if month is None else InvoiceLine.objects.filter(invoice__month=month)
    number = _by_characters("accrual__contract__contract_no")
    return rows.order_by("invoice__year", "invoice__sequence", number).values_list(
        *("invoice__number", "accrual__contract__contract_no", "accrual__month", "days"),
        *("accrual__daily_wage", "contributory_wage", "accrual__annuities_employer", "accrual__annuities_subscriber"),
        *("accrual__hazards_employer", "accrual__saned_employer", "accrual__saned_subscriber", "total"),
    )
