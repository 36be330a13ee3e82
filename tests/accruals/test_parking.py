"""A subscriber whose month cannot be computed is set aside alone, with the reason, and is taken up again later."""

import datetime
import gc

import pytest
from django.db.models.expressions import RawSQL

from apps.accruals import services
from apps.accruals.models import Accrual, ParkedSubscriber
from apps.common.periods import Month
from apps.contracts.models import ContractWage
from apps.invoices.models import BillingOutcome
from tests import factories

AUGUST = Month(2026, 8)
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


@pytest.mark.django_db
def test_a_row_that_the_database_itself_cannot_compute_with_is_parked_alone():
    """No page writes such a wage; a damaged row must not stop everybody's month all the same."""
    contracts = [factories.make_contract() for _ in range(5)]
    for contract in contracts:
        factories.make_month(contract, SEPTEMBER, 80)
    ContractWage.objects.filter(contract=contracts[3]).update(hourly_wage=RawSQL("'NaN'::numeric", ()))
    factories.close_month(SEPTEMBER)
    assert ParkedSubscriber.objects.get().subscriber == contracts[3].subscriber
    assert Accrual.objects.count() == 4


@pytest.mark.django_db
def test_who_has_no_contract_in_a_month_is_not_parked_in_it_for_an_earlier_one():
    others = [factories.make_contract() for _ in range(3)]
    ended = factories.make_contract(
        subscriber=factories.make_subscriber(), starts_on=datetime.date(2026, 1, 1), ends_on=AUGUST.last_day
    )
    last = factories.make_contract()
    for contract in [*others, ended, last]:
        factories.make_month(contract, AUGUST, 80)
    ended.wages.all().delete()
    assert len(factories.close_month(AUGUST).summary["parked"]) == 1
    for contract in [*others, last]:
        factories.make_month(contract, SEPTEMBER, 80)
    assert factories.close_month(SEPTEMBER).summary["parked"] == []
    assert ParkedSubscriber.objects.get().month == AUGUST


@pytest.mark.django_db
def test_a_fault_of_the_portal_itself_is_nobodys_and_stops_the_run(monkeypatch):
    """Nobody is parked for it where there is nobody to compute."""
    monkeypatch.setattr(services.selectors, "inputs", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.accrue_subscribers(month=SEPTEMBER, keys=(1, 8000), now=factories.at(SEPTEMBER.next.day(6)))
    assert not ParkedSubscriber.objects.exists()
