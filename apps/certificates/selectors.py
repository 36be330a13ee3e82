"""A subscriber's closed months as his statement shows them, and the statements he has asked for."""

from django.db.models import QuerySet

from apps.accruals.models import Accrual, SubscriberMonth
from apps.certificates.models import Statement
from apps.common.periods import Month
from apps.invoices import selectors as invoices
from apps.registry.models import Subscriber
from apps.regulations import selectors as regulations


def statements_of(subscriber: Subscriber) -> QuerySet[Statement]:
    """Without their bytes; the latest month first."""
    return Statement.objects.filter(subscriber=subscriber).defer("content").order_by("-as_of", "language", "pk")


def last_month_computed() -> Month | None:
    """The last closed month whose days are all written: a run under way leaves its own month out."""
    last = regulations.last_closed_month()
    under_way = invoices.unfinished_runs().filter(is_dry=False).values_list("month", flat=True)
    return min([month.previous for month in under_way] + [last]) if last else None


def accruals_until(subscriber: Subscriber, month: Month) -> QuerySet[Accrual]:
    """Contract by contract, month by month, the latest month first."""
    accruals = Accrual.objects.filter(contract__subscriber=subscriber, month__lte=month)
    return accruals.select_related("contract__establishment", "rule_set").order_by(
        "-month", "contract__contract_no", "pk"
    )


def months_until(subscriber: Subscriber, month: Month) -> list[SubscriberMonth]:
    """The months with days, the latest first."""
    return list(SubscriberMonth.objects.filter(subscriber=subscriber, month__lte=month).order_by("-month"))
