"""What the database refuses, whoever asks: another outcome of a billed month, and a number given twice."""

import pytest
from django.db import DatabaseError, transaction

from apps.common.periods import Month
from apps.invoices.models import BillingOutcome, InvoiceCounter
from tests import factories

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)


@pytest.fixture
def billed(contract):
    factories.make_month(contract, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    return BillingOutcome.objects.get()


REWRITES = {
    "billed becomes nil": lambda: BillingOutcome.objects.update(outcome="nil"),
    "billed becomes parked": lambda: BillingOutcome.objects.update(outcome="parked", reason="x"),
    "an outcome goes": lambda: BillingOutcome.objects.all().delete(),
    "numbers begin again": lambda: InvoiceCounter.objects.update(last_number=0),
    "a year is another": lambda: InvoiceCounter.objects.update(year=2020),
    "a counter goes": lambda: InvoiceCounter.objects.all().delete(),
}


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_outcomes_and_numbers_stay(billed, rewrite):
    with pytest.raises(DatabaseError), transaction.atomic():
        rewrite()


def test_a_parked_month_may_still_be_billed_and_a_number_may_be_passed_over(billed):
    parked = BillingOutcome.objects.create(
        establishment=factories.make_establishment(),
        month=SEPTEMBER,
        outcome="parked",
        reason="x",
        decided_at=billed.decided_at,
    )
    BillingOutcome.objects.filter(pk=parked.pk).update(outcome="billed", reason="")
    InvoiceCounter.objects.update(last_number=5)
