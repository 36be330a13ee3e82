"""What the hours of a page come to by now: the month-end calculation for the grid, which lies below it."""

from collections.abc import Iterable, Sequence

from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual
from apps.accruals.rules import Accrued
from apps.common.errors import DomainError
from apps.common.money import to_riyals
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.regulations.selectors import Rulebook
from apps.timesheets.rules.outlook import ContractOutlook, Outlook


def hours_outlook(month: Month, contracts: Sequence[Contract], rulebook: Rulebook) -> Outlook:
    """Days, rests and contributions of these contracts: as closed, or as if the month closed now.

    Nothing is known of a month that cannot be computed yet, such as one without a wage; its hours stand all the same.
    """
    try:
        found = list(_accrued(month, contracts, rulebook))
    except DomainError:
        return Outlook(is_known=False)
    return Outlook(
        {part.contract_id: ContractOutlook(part.days, part.carried_out_minutes, part.lapsed_minutes) for part in found},
        sum(part.days for part in found),
        to_riyals(sum(part.total for part in found)),
    )


def _accrued(month: Month, contracts: Sequence[Contract], rulebook: Rulebook) -> Iterable[Accrued]:
    contract_ids = {contract.pk for contract in contracts}
    # Every contract of a person takes part, because the ceiling looks at all his employers.
    subscribers = {contract.subscriber_id for contract in contracts}
    people = accruals.open_months(until=month, subscribers=subscribers, rulebook=rulebook).get(month)
    if people is None:
        stored = Accrual.objects.filter(month=month, contract_id__among=contract_ids).select_related("contract")
        return map(accruals.result, stored.order_by("pk"))
    return (part for parts in people.values() for part in parts if part.contract_id in contract_ids)
