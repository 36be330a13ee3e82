"""Whose change of a day holds when several people enter the same month."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from apps.common.errors import DomainError
from apps.common.periods import Month


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a day of a contract (or the whole month, when `day` is None) cannot be as it was entered."""

    day: int | None
    refusal: DomainError
    entered: int | None = None

    def __str__(self) -> str:
        return str(self.refusal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A day that someone else has changed meanwhile to another value. Minutes."""

    day: int
    saved: int
    entered: int
    saved_by: str = ""
    saved_at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """One contract's month as somebody entered it: day → minutes, only for the days he saw.

    `original` is what he saw when he began; None says that he overrides whatever is stored. A row that comes with
    problems of its own (a text that is no number) is never saved.
    """

    contract_id: int
    entered: Mapping[int, int]
    original: Mapping[int, int] | None = None
    problems: Sequence[Problem] = ()


def merge(row: EnteredRow, saved: Mapping[int, int]) -> tuple[dict[int, int], list[tuple[int, int, int]], int]:
    """What to write, what to ask about, and how many days someone else changed without harm.

    Days are compared one by one: original, saved, entered. What the person left alone keeps the saved value; what only
    he changed is taken; what both changed, to different values, comes back as (day, saved, entered).
    """
    changes, disputed, merged = {}, [], 0
    for day, minutes in row.entered.items():
        now = saved.get(day, 0)
        before = now if row.original is None else row.original.get(day, 0)
        if now != before:
            merged += 1
        if minutes in (before, now):
            continue
        if now == before:
            changes[day] = minutes
        else:
            disputed.append((day, now, minutes))
    return changes, disputed, merged - len(disputed)


def by_weekday(hours: Mapping[int, int], *, source: Month, target: Month) -> dict[int, int]:
    """One month's hours on the days of another: the second Tuesday's go to the second Tuesday, if there is one."""
    places = {(day.weekday(), (day.day - 1) // 7): day.day for day in target.days}
    found = {places.get((source.day(day).weekday(), (day - 1) // 7)): minutes for day, minutes in hours.items()}
    return {day: minutes for day, minutes in found.items() if day and minutes}
