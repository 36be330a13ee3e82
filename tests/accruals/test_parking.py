"""A subscriber whose month cannot be computed is set aside alone, with the reason, and is taken up again later."""

import gc

import pytest

from apps.accruals.models import Accrual, ParkedSubscriber
from apps.common.periods import Month
from apps.contracts.models import ContractWage
from apps.invoices.models import BillingOutcome
from tests import factories

SEPTEMBER = Month(2026, 9)


@pytest.mark.django_db(transaction=True)
def test_one_of_many_is_parked_alone_whenever_python_tidies_up():
    """What is left of a failed attempt must be gone before the next begins, even if memory is cleaned up late."""
    contracts = [factories.make_contract() for _ in range(9)]
    for contract in contracts:
        factories.make_month(contract, SEPTEMBER, 80)
    bad = contracts[4]
    wage = bad.wages.get()
    wage.delete()
    gc.collect()
    gc.disable()
    try:
        run = factories.close_month(SEPTEMBER)
        gc.collect()
    finally:
        gc.enable()
    assert [row["unified_number"] for row in run.summary["parked"]] == [bad.establishment.unified_number]
    assert Accrual.objects.count() == 8
    assert ParkedSubscriber.objects.get().subscriber == bad.subscriber

    ContractWage.objects.create(contract=bad, effective_from=Month.of(bad.starts_on), hourly_wage="30.00")
    assert factories.close_month(SEPTEMBER).summary["parked"] == []
    assert not ParkedSubscriber.objects.exists()
    assert set(BillingOutcome.objects.values_list("outcome", flat=True)) == {"billed"}
