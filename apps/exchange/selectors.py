"""What leaves in exchange files, in the order of the keys (texts by their characters, whatever the server); uploads."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Collate

from apps.accruals.models import Accrual, SubscriberMonth
from apps.common.periods import Month
from apps.exchange.choices import Kind, Stage
from apps.exchange.models import Upload
from apps.invoices.models import Invoice, InvoiceLine
from apps.registry.models import Establishment, Subscriber
from apps.timesheets.models import HoursEntry


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


def uploads_of(establishment: Establishment, kind: Kind) -> QuerySet[Upload]:
    """The files of a kind that an establishment has uploaded, the latest first, without their content."""
    found = Upload.objects.filter(establishment=establishment, kind=kind).defer("content")
    return found.select_related("received_by", "establishment").order_by("-received_at", "-pk")


def unfinished_uploads() -> QuerySet[Upload]:
    """Files on which there is work, whoever waits longest first."""
    return Upload.objects.filter(stage__in=[Stage.CHECKING, Stage.APPLYING]).order_by("queued_at", "pk")


def place_in_line(upload: Upload) -> int:
    """How many files are worked on before this one, and one."""
    return unfinished_uploads().filter(queued_at__lt=upload.queued_at).count() + 1


def earlier_import(upload: Upload) -> Upload | None:
    """The last import of the very same file, into the same month where it has one."""
    found = uploads_of(upload.establishment, Kind(upload.kind)).exclude(pk=upload.pk)
    return found.filter(sha256=upload.sha256, month=upload.month, stage=Stage.APPLIED).first()


def minutes_by_day(establishment: Establishment, month: Month) -> dict[int, dict[int, int]]:
    """Contract → day → minutes, of all contracts of the month."""
    entries = HoursEntry.objects.filter(
        contract__establishment=establishment, work_date__range=(month.first_day, month.last_day), minutes__gt=0
    ).order_by()
    found: dict[int, dict[int, int]] = {}
    for contract_id, day, minutes in entries.values_list("contract_id", "work_date", "minutes"):
        found.setdefault(contract_id, {})[day.day] = minutes
    return found
