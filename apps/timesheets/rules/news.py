"""What of a subscriber's hours he has not been told yet."""

from collections.abc import Mapping
from typing import NamedTuple

from apps.common.periods import Month


class Entered(NamedTuple):
    """The hours of a month in one establishment; `digest` tells one spread over the days from another."""

    minutes: int
    digest: str


class News(NamedTuple):
    """What became of them: minutes now, and by how many they changed; 0 when only the days did."""

    establishment_id: int
    month: Month
    minutes: int
    difference: int


Hours = Mapping[tuple[int, Month], Entered]
_NOTHING = Entered(0, "")


def news(told: Hours, now: Hours, *, open_from: Month) -> list[News]:
    """Where the hours differ from what was told, in the order of months; closed months drop out without a word."""
    found = []
    for establishment_id, month in {**told, **now}:
        before, after = (hours.get((establishment_id, month), _NOTHING) for hours in (told, now))
        if month >= open_from and before != after:
            found.append(News(establishment_id, month, after.minutes, after.minutes - before.minutes))
    return sorted(found, key=lambda each: (each.month, each.establishment_id))
