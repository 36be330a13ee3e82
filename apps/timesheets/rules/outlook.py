"""What a month's hours come to, in days and money. That is known above hours; whoever serves their pages brings it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from apps.common.periods import Month


class ContractOutlook(NamedTuple):
    """One contract's days, and the minutes left over: carried to the next month, or lapsed with the contract."""

    days: int
    carried_minutes: int
    lapsed_minutes: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """By contract, and the sums of all of them; contributions in riyals.

    A contract with nothing worked and nothing brought along is left out; of a month that is not `is_known`, all are.
    """

    contracts: Mapping[int, ContractOutlook] = field(default_factory=dict)
    days: int = 0
    contributions: Decimal = Decimal(0)
    is_known: bool = True

    def brought_minutes(self, contract_id: int, worked_minutes: int, minutes_per_day: int) -> int | None:
        """What the month before left to a contract: what its days and rest come to beyond what was worked."""
        if not self.is_known:
            return None
        days, carried, lapsed = self.contracts.get(contract_id, (0, 0, 0))
        return days * minutes_per_day + carried + lapsed - worked_minutes


# Of a month and contracts, which may be of several people, and of the book of rules.
LookAhead = Callable[[Month, Sequence, object], Outlook]
