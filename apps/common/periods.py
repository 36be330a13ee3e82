"""Calendar months. They are Gregorian, as the law counts them (M/273 art. 2)."""

import calendar
import datetime
import re
from dataclasses import dataclass

_PERIOD = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One calendar month, such as `Month(2026, 10)`; prints and parses as `2026-10`."""

    year: int
    number: int

    def __post_init__(self):
        if not (1900 <= self.year <= 2199 and 1 <= self.number <= 12):
            raise ValueError(f"{self.year}-{self.number} is not a month")

    @classmethod
    def of(cls, day: datetime.date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Reads exactly `YYYY-MM`; anything else is a `ValueError`."""
        match = _PERIOD.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a month such as 2026-10")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def __add__(self, months: int) -> "Month":
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def __sub__(self, other: "Month") -> int:
        """How many months this one comes after the other."""
        return (self.year - other.year) * 12 + self.number - other.number

    @property
    def previous(self) -> "Month":
        return self + -1

    @property
    def next(self) -> "Month":
        return self + 1

    @property
    def first_day(self) -> datetime.date:
        return datetime.date(self.year, self.number, 1)

    @property
    def last_day(self) -> datetime.date:
        return datetime.date(self.year, self.number, self.length)

    @property
    def length(self) -> int:
        return calendar.monthrange(self.year, self.number)[1]

    @property
    def days(self) -> list[datetime.date]:
        return [datetime.date(self.year, self.number, day) for day in range(1, self.length + 1)]

    def day(self, number: int) -> datetime.date:
        return datetime.date(self.year, self.number, number)

    def __contains__(self, day: datetime.date) -> bool:
        return self.year == day.year and self.number == day.month


def months_between(first: Month, last: Month) -> list[Month]:
    """Every month from the first to the last, both included; empty when the last comes before the first."""
    return [first + offset for offset in range(last - first + 1)]


def end_of_term(start: datetime.date, *, months: int) -> datetime.date:
    """The last day of a term of so many months that begins on `start`: twelve from 2 May end on 1 May."""
    target = Month.of(start) + months
    return target.day(min(start.day, target.length)) - datetime.timedelta(days=1)


def age_on(birth_date: datetime.date, day: datetime.date) -> int:
    """Completed years; who was born on 29 February completes a year on 1 March of a common year."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
