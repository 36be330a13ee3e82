"""What is read alike in the rows of every uploaded file: faults of form, and days of either calendar."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from apps.common.digits import to_ascii
from apps.common.errors import DomainError, stored
from apps.common.reading import DayIsHijri, read_day
from apps.exchange import rules
from apps.exchange.models import Upload, UploadEntry
from apps.exchange.rules import uploads
from apps.exchange.services.layouts import Layout
from apps.exchange.services.sheets import fault_of_cell

_SHOWN = UploadEntry._meta.get_field("text").max_length
# Told how many rows are through.
Watch = Callable[[int], None]


class Checked(NamedTuple):
    """What a file would do: entries of changes and of faults, and how often it says what the books say already."""

    entries: list[UploadEntry]
    bad_rows: int
    added: int
    changed: int
    cleared: int
    same: int
    hijri: list[str]


class Rows:
    """The rows of one file as they are read; `bad` are those that something is wrong with."""

    def __init__(self, upload: Upload, layout: Layout, merged: Mapping[int, str]):
        self.upload, self.layout, self.merged, self.month = upload, layout, merged, upload.month
        self.faults: list[UploadEntry] = []
        self.bad: set[int] = set()
        self.hijri: list[str] = []

    def check_form(self, number: int, cells: Sequence[str]) -> None:
        """Refuses a row with merged cells, or with one that is too long."""
        if number in self.merged:
            raise uploads.CellsMerged(range=self.merged[number])
        for cell in cells:
            if not cell.isprintable() or len(cell) > rules.CELL_LENGTH:
                refusal = fault_of_cell(cell)
                if refusal is not None:
                    raise refusal

    def key(self, cells: Sequence[str], column: str) -> str:
        """A number that names somebody or something, in one form whatever digits and spaces it is written with."""
        return "".join(to_ascii(self.layout.cell(cells, column)).split())

    def label(self, cells: Sequence[str]) -> str:
        """How the row itself names its person."""
        labels = (self.layout.cell(cells, column) for column in ("name", "national_id", "contract_no"))
        return shown(next(filter(None, labels), ""))

    def read_day(self, written: str) -> datetime.date:
        """As `reading.read_day`; a Hijri day is noted, and refused unless the file's are to be converted."""
        try:
            return read_day(written)
        except DayIsHijri as refusal:
            day = refusal.values["day"]
            self.note_hijri(written, day)
            if self.upload.takes_hijri:
                return day
            raise

    def note_hijri(self, written: str, day: datetime.date) -> None:
        if not self.hijri:
            self.hijri = [to_ascii(written), day.isoformat()]

    def fault(self, row: int, refusal: DomainError, *, text: str = "", **known) -> None:
        """The row is bad, for this reason; `known` are fields of the entry."""
        problem, values = stored(refusal)
        self.bad.add(row)
        self.faults.append(
            UploadEntry(upload=self.upload, row=row, text=shown(text), problem=problem, problem_values=values, **known)
        )


def shown(text: str) -> str:
    """A text short enough to be repeated."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
