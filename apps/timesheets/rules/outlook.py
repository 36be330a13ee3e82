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

    def brought(self, worked_minutes: int, minutes_per_day: int) -> int:
        """The minutes carried in from the month before, as what was worked and what it comes to leave them over."""
        return self.days * minutes_per_day + self.carried_minutes + self.lapsed_minutes - worked_minutes


@dataclass(frozen=True, slots=True)
class Outlook:
    """By contract, and the sums of all of them; contributions in riyals."""

    contracts: Mapping[int, ContractOutlook] = field(default_factory=dict)
    days: int = 0
    contributions: Decimal = Decimal(0)


# Of a month and contracts, which may be of several people.
LookAhead = Callable[[Month, Sequence], Outlook]
