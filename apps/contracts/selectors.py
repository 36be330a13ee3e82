"""Contracts as they stand: of an establishment, of a month, and the wages in force."""

from collections.abc import Collection

from django.db.models import OuterRef, QuerySet, Subquery

from apps.common.money import to_halalas
from apps.common.periods import Month
from apps.contracts.models import Contract, ContractWage
from apps.registry.models import Establishment


def contracts_of(establishment: Establishment) -> QuerySet[Contract]:
    """All contracts of an establishment, with their subscribers; in no order yet."""
    return Contract.objects.filter(establishment=establishment).select_related("subscriber", "establishment")


def contracts_in_month(establishment: Establishment, month: Month) -> QuerySet[Contract]:
    """The establishment's contracts in force on at least one day of the month, by name of the subscriber."""
    return (
        contracts_of(establishment)
        .filter(starts_on__lte=month.last_day, ends_on__gte=month.first_day)
        .order_by("subscriber__search_key", "pk")
    )


def wage_in_force(month: Month) -> Subquery:
    """The hourly wage of a contract in a month, to annotate contracts with; None where none has begun."""
    wages = ContractWage.objects.filter(contract=OuterRef("pk"), effective_from__lte=month).order_by("-effective_from")
    return Subquery(wages.values("hourly_wage")[:1])


def wages_in_force(contract_ids: Collection[int], month: Month) -> dict[int, int]:
    """The hourly wage of each contract in a month, in halalas; contracts without one are absent."""
    rows = (
        ContractWage.objects.filter(contract__pk__among=list(contract_ids), effective_from__lte=month)
        .order_by("contract", "-effective_from")
        .distinct("contract")
    )
    return {pk: to_halalas(wage) for pk, wage in rows.values_list("contract", "hourly_wage")}


def wages_by_month(contract_ids: Collection[int]) -> dict[int, dict[Month, ContractWage]]:
    """Every wage of each contract, in the order of its months."""
    found: dict[int, dict[Month, ContractWage]] = {}
    rows = ContractWage.objects.filter(contract__pk__among=list(contract_ids)).order_by("contract", "effective_from")
    for wage in rows:
        found.setdefault(wage.contract_id, {})[wage.effective_from] = wage
    return found
