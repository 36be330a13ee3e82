"""Histories as Hypothesis invents them: who works for whom at what wage, and what is done about it day by day."""

import datetime
import os
from dataclasses import dataclass

from hypothesis import strategies as st

from apps.common.periods import Month

HISTORIES = int(os.environ.get("HISTORIES", "2000"))


@dataclass(frozen=True)
class Job:
    """One contract: a worker, an employer, the term, and the hourly wage in halalas from a month on."""

    number: int
    worker: int
    employer: int
    first: datetime.date
    last: datetime.date
    wages: tuple[tuple[Month, int], ...]

    @property
    def contract_no(self) -> str:
        return f"C-2024-{self.number:06d}"

    def is_in(self, month: Month) -> bool:
        return self.first <= month.last_day and self.last >= month.first_day


@dataclass(frozen=True)
class World:
    """When each worker was first insured decides his law."""

    begins: Month
    first_insured: tuple[datetime.date | None, ...]
    employers: int
    jobs: tuple[Job, ...]


@dataclass(frozen=True)
class Go:
    """So many days pass; 0: until the last day of the month, or from there to the third of the next."""

    days: int


@dataclass(frozen=True)
class Enter:
    """The minutes of a run of days are entered, in this month or the one before; 0 withdraws them.

    Unless it is careless, only days of the contract that have come are among them.
    """

    job: int
    months_ago: int
    first_day: int
    days: int
    minutes: int
    careless: bool = False


@dataclass(frozen=True)
class Fill:
    """So much is entered that this many minutes are left under the limit of the month; below 0 it is passed.

    Days are filled to a pace of so many minutes one after the other.
    """

    job: int
    months_ago: int
    left: int
    pace: int = 720


@dataclass(frozen=True)
class Rush:
    """One worker's month is filled at all his employers."""

    worker: int
    months_ago: int
    left: int


@dataclass(frozen=True)
class Attest:
    employer: int
    months_ago: int


@dataclass(frozen=True)
class Close:
    """The next month in order is closed and billed."""


@dataclass(frozen=True)
class CloseAgain:
    """A closed month is closed and billed once more."""


# Sooner or later every edge: a step, a day and its limits, the floor and the ceiling, the first day of the new law.
_MINUTES = (480, 0, 15, 60, 240, 465, 480, 495, 600, 720, 720, 735, 7, 1440)
_RUNS = (1, 2, 5, 8, 12, 31)
_LEFT = (0, 0, 15, -15, 60, 470, 480, 2000)
_GONE = (0, 0, 0, 1, 3, 10, 40)
_WAGES = (3000, 500, 624, 625, 626, 2000, 2335, 2500, 3125, 18_749)
_HIGH_WAGES = (18_750, 18_751, 20_000, 25_000, 100_000)
_INSURED = (datetime.date(2012, 1, 1), None, datetime.date(2024, 7, 2), datetime.date(2024, 7, 3))
_BEGINNINGS = (Month(2024, 7), Month(2024, 11), Month(2025, 5), Month(2026, 5), Month(2027, 11))
_DELAYS = (0, 0, 0, 0, 1, 14, 30, 45)
_TERMS = (200, 200, 200, 75, 45, 30, 9, 0)


class Choices:
    """A number read digit by digit, each in the base of what there is to choose from: one draw makes a whole event."""

    def __init__(self, number: int):
        self.number = number

    def below(self, count: int) -> int:
        self.number, chosen = divmod(self.number, count)
        return chosen

    def of(self, options: tuple):
        return options[self.below(len(options))]


_numbers = st.integers(0, 2**40)


@st.composite
def worlds(draw) -> World:
    """One or two workers with up to six contracts; those of one pair follow each other and never overlap."""
    choose = Choices(draw(_numbers))
    begins, employers, is_rich = choose.of(_BEGINNINGS), choose.of((1, 3, 2, 3, 4)), choose.below(2) == 1
    workers = tuple(choose.of(_INSURED) for _ in range(1 + choose.below(2)))
    # Contract numbers decide ties, so they are not given in the order of the terms.
    numbers = choose.of(([1], [1, 2], [3, 2, 1], [4, 2, 1, 3], [2, 5, 1, 4, 3], [6, 2, 5, 1, 4, 3]))
    jobs, free_from = [], {}
    for place, number in enumerate(numbers):
        choose = Choices(draw(_numbers))
        # Mostly the employers in turn, so that one worker has several at a time.
        pair = choose.below(len(workers)), (place + (choose.below(3) == 2)) % employers
        first = free_from.get(pair, begins.first_day) + _days(choose.of(_DELAYS))
        last = first + _days(choose.of(_TERMS))
        free_from[pair] = last + _days(1)
        changes = sorted({1 + choose.below(5) for _ in range(choose.below(3))})
        wages = (_wage(choose, is_rich) for _ in (0, *changes))
        months = (Month.of(first) + ahead for ahead in (0, *changes))
        jobs.append(Job(number, *pair, first, last, tuple(zip(months, wages, strict=True))))
    return World(begins, workers, employers, tuple(jobs))


def _days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


def _wage(choose: Choices, is_rich: bool) -> int:
    if choose.below(3) == 2:
        return 1 + choose.below(30_000)
    return choose.of(_HIGH_WAGES if is_rich else _WAGES)


def event_of(choose: Choices, world: World):
    kind, ago = choose.below(20), choose.of((0, 0, 0, 1))
    job = choose.below(len(world.jobs))
    if kind < 3:
        return Rush(world.jobs[job].worker, ago, choose.of(_LEFT))
    if kind < 6:
        return Fill(job, ago, choose.of(_LEFT))
    if kind < 12:
        minutes, first_day, days = choose.of(_MINUTES), 1 + choose.below(31), choose.of(_RUNS)
        return Enter(job, ago, first_day, days, minutes, careless=choose.below(4) == 3)
    if kind < 17:
        return Go(choose.of(_GONE))
    if kind < 18:
        return Attest(world.jobs[job].employer, ago)
    return Close() if kind < 19 else CloseAgain()


@st.composite
def histories(draw, max_size: int = 40) -> tuple[World, list]:
    world = draw(worlds())
    numbers = draw(st.lists(_numbers, min_size=12, max_size=max_size))
    return world, [event_of(Choices(number), world) for number in numbers]
