"""What a block copied from a spreadsheet means for the people and days of a page."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from apps.common import names
from apps.common.digits import to_ascii
from apps.common.errors import DomainError
from apps.timesheets.rules.writing import as_hours, minutes_or_none

_MOST_SIGNS = 100_000
_ID_DIGITS = 10
# Fewer numbers, or with gaps, may as well be the hours of a person who is not on the page.
_FEWEST_HEADS = 5


class BlockTooLarge(DomainError):
    message = _("This is more than the hours of one page. Copy fewer rows at a time")


@dataclass(frozen=True, slots=True)
class Place:
    """A row that can take hours: whose it is, the days of the contract, and those of them that have come."""

    contract_id: int
    national_id: str
    names: frozenset[str]
    term: range
    open_days: range


@dataclass(slots=True)
class Pasted:
    """The texts that land, by contract and day, how many values do not, and the labels nobody on the page has.

    `nameless` are the numbers, from 1, of the rows of a block that names people which name nobody.
    """

    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    outside: int = 0
    ahead: int = 0
    beyond: int = 0
    unmatched: list[str] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(bool(text) for days in self.cells.values() for text in days.values())

    @property
    def skipped(self) -> int:
        return self.outside + self.ahead + self.beyond


def read_block(text: str) -> list[list[str]]:
    """The cells of tab-separated lines, as spreadsheets put them on the clipboard; refuses with `BlockTooLarge`."""
    if len(text) > _MOST_SIGNS:
        raise BlockTooLarge
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(lines), delimiter="\t")]


def paste(
    block: Sequence[Sequence[str]], places: Sequence[Place], *, contract_id: int, day: int, month_length: int
) -> Pasted:
    """Where each text of a block lands that is put on one day of one contract.

    A bare block covers rows and days as they stand. A block that names people in its first column, by national ID or
    by name, of this page or not, finds their rows by ID and then by name; a second column of names is passed over; a
    first line of day numbers says which day each column is, and a block as wide as the month begins with its first day.
    An empty cell empties its day. Texts land in their shortest form, or as they are when they are no number of hours.
    """
    people = _People(places)
    pasted = Pasted()
    labels = people.label_columns(block)
    if not labels:
        first = next((number for number, place in enumerate(places) if place.contract_id == contract_id), 0)
        for number, row in enumerate(block, start=first):
            _put(pasted, places[number : number + 1], enumerate(row, start=day), month_length)
        return pasted
    width = max(len(row) for row in block) - labels
    days = range(1 if width >= month_length else day, month_length + width + 1)
    for number, row in enumerate(block):
        texts = row[labels:]
        if not number and (header := _header(row, texts, people, month_length)):
            days = header + [0] * (width - len(header))
            continue
        found = people.find(row[:labels])
        if found:
            _put(pasted, found, zip(days, texts, strict=False), month_length)
        elif any(row[:labels]):
            pasted.unmatched.append(" ".join(filter(None, row[:labels])))
        elif any(row):
            pasted.nameless.append(number + 1)
    return pasted


class _People:
    """The rows of a page by national ID and by folded name; a name that two people share finds nobody."""

    def __init__(self, places: Sequence[Place]):
        self.by_id: dict[str, list[Place]] = {}
        self.ids_by_name: dict[str, set[str]] = {}
        for place in places:
            self.by_id.setdefault(place.national_id, []).append(place)
            for name in place.names:
                self.ids_by_name.setdefault(name, set()).add(place.national_id)

    def find(self, labels: Sequence[str]) -> Sequence[Place]:
        """By the ID before any name, wherever among the labels it stands."""
        for label in labels:
            if places := self.by_id.get(to_ascii(label)):
                return places
        if any(map(_is_id, labels)):
            # An ID says who is meant: another person of the same name is not.
            return ()
        for label in labels:
            ids = self.ids_by_name.get(_name(label), ())
            if len(ids) == 1:
                return self.by_id[next(iter(ids))]
        return ()

    def label_columns(self, block: Sequence[Sequence[str]]) -> int:
        """How many columns say whose the row is: none in a bare block."""
        firsts = [row[0] for row in block if row]
        if not any(_is_id(cell) or _is_full_name(cell) or _name(cell) in self.ids_by_name for cell in firsts):
            return 0
        seconds = [row[1] for row in block if len(row) > 1 and row[1]]
        has_names = bool(seconds) and all(_is_id(cell) or minutes_or_none(cell) is None for cell in seconds)
        return 2 if has_names else 1


def _name(label: str) -> str:
    return names.fold(label).replace(" ", "")


def name_keys(*written: str) -> frozenset[str]:
    """A person's names as `paste` compares them, without the spaces that people write in different places."""
    return frozenset(_name(name) for name in written if name)


def _is_id(cell: str) -> bool:
    plain = to_ascii(cell)
    return len(plain) == _ID_DIGITS and plain.isdecimal()


def _is_full_name(cell: str) -> bool:
    """Two words or more of letters are never hours: somebody is meant, and if he is not on the page, nobody else."""
    words = cell.split()
    return len(words) > 1 and all(any(map(str.isalpha, word)) and not any(map(str.isdigit, word)) for word in words)


def _header(row: Sequence[str], texts: Sequence[str], people: _People, month_length: int) -> list[int]:
    """The days that a first line gives to the columns after the labels; empty when it is a person's line."""
    if any(map(_is_id, row)) or people.find(row[: len(row) - len(texts)]):
        return []
    numbers = [to_ascii(text) for text in texts]
    days = [int(number) if number.isdecimal() and len(number) < 3 else 0 for number in numbers]
    named = [day for day in days if day]
    is_row_of_days = len(named) >= _FEWEST_HEADS and named == list(range(named[0], named[-1] + 1))
    return days if is_row_of_days and named[-1] <= month_length else []


def _put(pasted: Pasted, places: Sequence[Place], texts, month_length: int) -> None:
    """Each text lands in the one of a person's contracts that takes hours on its day."""
    for day, text in texts:
        place = next((place for place in places if day in place.open_days), None)
        if place is not None:
            minutes = minutes_or_none(text)
            landed = text if minutes is None else as_hours(minutes) if minutes else ""
            pasted.cells.setdefault(place.contract_id, {})[day] = landed
        elif not text:
            continue
        elif not places or not 1 <= day <= month_length:
            pasted.beyond += 1
        elif any(day in place.term for place in places):
            pasted.ahead += 1
        else:
            pasted.outside += 1


def differing(pasted: Mapping[int, Mapping[int, str]], standing: Mapping[int, Mapping[int, str]]):
    """(contract, day, what stands, what lands) of every day that another number of hours or another text lands on."""
    for contract_id, days in pasted.items():
        for day, text in sorted(days.items()):
            before = standing.get(contract_id, {}).get(day, "")
            if text != before and (minutes_or_none(text) is None or minutes_or_none(text) != minutes_or_none(before)):
                yield contract_id, day, before, text
