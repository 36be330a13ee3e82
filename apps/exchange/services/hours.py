"""Hours in an uploaded file: what every row says, what the books say to it, and the recording of what may stand.

A row with a fault is left out whole. What a person's rows come to in all is weighed without those; where it passes the
limit of the month, all rows that change something for him are refused together.
"""

import datetime
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from django.db.models import Q

from apps.common.db import batched
from apps.common.errors import DomainError, stored
from apps.common.reading import DayIsHijri
from apps.contracts.selectors import contracts_in_month
from apps.exchange import rules
from apps.exchange.models import Upload, UploadEntry
from apps.exchange.rules import uploads
from apps.exchange.services.layouts import DayColumn, Layout
from apps.exchange.services.rows import Checked, Rows, Watch, shown
from apps.exchange.services.tables import Lines
from apps.registry.rules import check_national_id
from apps.timesheets import rules as timesheets
from apps.timesheets.choices import Source
from apps.timesheets.services import DayTwice, Recorded, Refused, record_hours, review_hours

PEOPLE_AT_ONCE = 100


class _Place(NamedTuple):
    """A contract of the month, and whose it is."""

    contract_id: int
    contract_no: str
    subscriber_id: int
    national_id: str
    starts_on: datetime.date
    ends_on: datetime.date


class _Cell(NamedTuple):
    """The hours of one day as a row of the file has them."""

    row: int
    place: _Place
    day: int
    text: str
    minutes: int


def check_hours(
    upload: Upload, layout: Layout, rows: Lines, merged: Mapping[int, str], *, today: datetime.date, watch: Watch
) -> Checked:
    """What the rows would change if they were recorded now. Refuses the whole as `record_hours` does."""
    reading = _Reading(upload, layout, merged)
    reading.read(rows)
    by_person: dict[int, list[_Cell]] = {}
    for cell in reading.cells:
        by_person.setdefault(cell.place.subscriber_id, []).append(cell)
    done = len(rows) - len({cell.row for cell in reading.cells})
    watch(done)
    for people in batched(by_person.values(), PEOPLE_AT_ONCE):
        cells = [cell for person in people for cell in person]
        reading.weigh(cells, today=today)
        done += len({cell.row for cell in cells})
        watch(min(done, len(rows)))
    return reading.outcome()


class _Reading(Rows):
    """The hours of one file, and what the books say to them."""

    def __init__(self, upload: Upload, layout: Layout, merged: Mapping[int, str]):
        super().__init__(upload, layout, merged)
        self.cells: list[_Cell] = []
        self.changes: list[UploadEntry] = []
        self.added = self.changed = self.cleared = self.same = 0
        self.seen: dict[tuple[int, int], int] = {}

    def read(self, rows: Lines) -> None:
        self._look_up(rows)
        for number, cells in rows:
            before = len(self.cells)
            try:
                places = self._whose(number, cells)
            except DomainError as refusal:
                named = self.layout.cell(cells, "contract_no") or self.layout.cell(cells, "national_id")
                self._fault(number, refusal, text=named, label=self.label(cells))
                continue
            if self.layout.days:
                self._read_days(number, cells, places)
            else:
                self._read_day(number, cells, places)
            if number in self.bad:
                del self.cells[before:]

    def _look_up(self, rows: Lines) -> None:
        """Every contract that a row may mean: of the people named by ID all, and those named by number."""
        ids, numbers = ({self.key(cells, name) for _, cells in rows} for name in ("national_id", "contract_no"))
        found = contracts_in_month(self.upload.establishment, self.month).filter(
            Q(subscriber__national_id__among=list(ids)) | Q(contract_no__among=list(numbers))
        )
        fields = ("pk", "contract_no", "subscriber_id", "subscriber__national_id", "starts_on", "ends_on")
        self.by_number: dict[str, _Place] = {}
        self.by_id: dict[str, list[_Place]] = {}
        for place in map(_Place._make, found.order_by("starts_on", "pk").values_list(*fields)):
            self.by_number[place.contract_no] = place
            self.by_id.setdefault(place.national_id, []).append(place)

    def _whose(self, number: int, cells: Sequence[str]) -> list[_Place]:
        """The contracts of the row's person, or the one that the row names."""
        self.check_form(number, cells)
        national_id, contract_no = self.key(cells, "national_id"), self.key(cells, "contract_no")
        if contract_no:
            return [self._contract(contract_no, national_id)]
        if not national_id:
            raise uploads.PersonMissing
        if national_id not in self.by_id:
            raise uploads.PersonUnknown(value=check_national_id(national_id), month=self.month)
        return self.by_id[national_id]

    def _contract(self, contract_no: str, national_id: str) -> _Place:
        place = self.by_number.get(contract_no)
        if place is None:
            raise uploads.ContractNotHere(value=shown(contract_no), month=self.month)
        if national_id and national_id != place.national_id:
            raise uploads.ContractOfAnother(value=contract_no)
        return place

    def _read_day(self, number: int, cells: Sequence[str], places: Sequence[_Place]) -> None:
        """The long layout: one day, which has to be named, with its hours."""
        written, text = self.layout.cell(cells, "work_date"), self.layout.cell(cells, "hours")
        day = None
        try:
            day = self._day(written)
            minutes = timesheets.parse_minutes(text)
            if minutes is None:
                raise rules.CellMissing
            self._take(number, _on(places, day), day, text, minutes)
        except DomainError as refusal:
            self._fault(number, refusal, day=day, text=text if day else written, place=places[0])

    def _day(self, written: str) -> datetime.date:
        day = self.read_day(written)
        if day not in self.month:
            raise uploads.DayOfOtherMonth(day=day, month=self.month)
        return day

    def _read_days(self, number: int, cells: Sequence[str], places: Sequence[_Place]) -> None:
        """The grid layout: one person and all his days; an empty cell says that nothing was worked."""
        for column in self.layout.days:
            text = cells[column.place] if column.place < len(cells) else ""
            try:
                self._read_cell(number, column, text, places)
            except uploads.PersonTwice as refusal:
                self._fault(number, refusal, place=places[0])
                return
            except DomainError as refusal:
                day = self.month.day(column.day) if column.day else None
                self._fault(number, refusal, day=day, text=text, place=places[0])

    def _read_cell(self, number: int, column: DayColumn, text: str, places: Sequence[_Place]) -> None:
        if column.refusal is None:
            day = self.month.day(column.day)
            self._take(number, _on(places, day), day, text, timesheets.parse_minutes(text) or 0)
        elif text:
            if isinstance(column.refusal, DayIsHijri):
                self.note_hijri(column.text, column.refusal.values["day"])
            raise column.refusal

    def _take(self, number: int, place: _Place, day: datetime.date, text: str, minutes: int) -> None:
        first = self.seen.setdefault((place.contract_id, day.day), number)
        if first != number:
            raise uploads.PersonTwice(line=first) if self.layout.days else DayTwice(line=first)
        self.cells.append(_Cell(number, place, day.day, text, minutes))

    def weigh(self, cells: Sequence[_Cell], *, today: datetime.date) -> None:
        """These people's rows as the books see them; who has faulty days is weighed again without those rows."""
        again = self._weigh(cells, today)
        if again:
            left = [cell for cell in cells if cell.place.subscriber_id in again and cell.row not in self.bad]
            self._weigh(left, today)

    def _weigh(self, cells: Sequence[_Cell], today: datetime.date) -> set[int]:
        """Faults of the books are noted, changes of people without any too; returns who has to be weighed again."""
        days: dict[int, dict[int, int]] = {}
        for cell in cells:
            days.setdefault(cell.place.contract_id, {})[cell.day] = cell.minutes
        reviewed = review_hours(
            establishment=self.upload.establishment,
            month=self.month,
            rows=[timesheets.EnteredRow(contract_id, entered) for contract_id, entered in days.items()],
            today=today,
        )
        again = set()
        for _, group in groupby(cells, key=lambda cell: cell.place.subscriber_id):
            person = list(group)
            found = {
                (contract_id, problem.day): problem.refusal
                for contract_id in {cell.place.contract_id for cell in person}
                if contract_id in reviewed.refused
                for problem in reviewed.refused[contract_id].problems
            }
            differing = [cell for cell in person if cell.minutes != _stored(reviewed.saved, cell)]
            if any(day for _, day in found):
                self._refuse_days(differing, found)
                again.add(person[0].place.subscriber_id)
            elif found:
                self._refuse_together(differing, next(iter(found.values())))
            else:
                self._accept(person, differing, reviewed.saved)
        return again

    def _refuse_days(self, cells: Sequence[_Cell], found: dict) -> None:
        for cell in cells:
            refusal = found.get((cell.place.contract_id, cell.day))
            if refusal is not None:
                self._fault(cell.row, refusal, day=self.month.day(cell.day), text=cell.text, place=cell.place)

    def _refuse_together(self, cells: Sequence[_Cell], refusal: DomainError) -> None:
        for row, group in groupby(cells, key=lambda cell: cell.row):
            first = next(group)
            day = None if self.layout.days else self.month.day(first.day)
            self._fault(row, refusal, day=day, text="" if day is None else first.text, place=first.place)

    def _accept(self, cells: Sequence[_Cell], differing: Sequence[_Cell], saved) -> None:
        self.same += sum(bool(cell.minutes) for cell in cells) - sum(bool(cell.minutes) for cell in differing)
        for cell in differing:
            before = _stored(saved, cell)
            self.added += not before
            self.changed += bool(before)
            self.cleared += not cell.minutes
            self.changes.append(
                UploadEntry(
                    upload=self.upload,
                    row=cell.row,
                    subscriber_id=cell.place.subscriber_id,
                    contract_id=cell.place.contract_id,
                    day=self.month.day(cell.day),
                    text=shown(cell.text),
                    before=before,
                    minutes=cell.minutes,
                )
            )

    def _fault(
        self,
        row: int,
        refusal: DomainError,
        *,
        day: datetime.date | None = None,
        text: str = "",
        place: _Place | None = None,
        label: str = "",
    ) -> None:
        known = {"subscriber_id": place.subscriber_id, "contract_id": place.contract_id} if place else {}
        self.fault(row, refusal, text=text, label=label, day=day, **known)

    def outcome(self) -> Checked:
        counts = (self.added, self.changed, self.cleared, self.same)
        return Checked([*self.faults, *self.changes], len(self.bad), *counts, self.hijri)


def _on(places: Sequence[_Place], day: datetime.date) -> _Place:
    """The one of a person's contracts that takes hours on the day; the first, which will say why not, where none."""
    return next((place for place in places if place.starts_on <= day <= place.ends_on), places[0])


def _stored(saved, cell: _Cell) -> int:
    return saved.get(cell.place.contract_id, {}).get(cell.day, 0)


def apply_hours(
    upload: Upload, entries: Sequence[UploadEntry], *, by, now: datetime.datetime, today: datetime.date
) -> None:
    """The entries of these people are recorded, all of a person's or none; those refused say why, the others are done.

    The entries, sorted by person, are changed and not saved. Refuses the whole as `record_hours` does.
    """
    gone = _gone(upload, entries)
    held_back = {entry.subscriber_id for entry in entries if entry.contract_id in gone}
    days: dict[int, tuple[dict[int, int], dict[int, int]]] = {}
    for entry in entries:
        if entry.subscriber_id not in held_back:
            entered, original = days.setdefault(entry.contract_id, ({}, {}))
            entered[entry.day.day], original[entry.day.day] = entry.minutes, entry.before
    recorded = record_hours(
        establishment=upload.establishment,
        month=upload.month,
        rows=[timesheets.EnteredRow(pk, entered, original) for pk, (entered, original) in days.items()],
        by=by,
        now=now,
        today=today,
        source=Source.FILE,
    )
    for _, group in groupby(entries, key=lambda entry: entry.subscriber_id):
        person = list(group)
        why = [uploads.ContractGone() if entry.contract_id in gone else _why(entry, recorded) for entry in person]
        is_held_back = any(why)
        for entry, own in zip(person, why, strict=True):
            entry.is_done = not is_held_back
            if is_held_back:
                entry.problem, entry.problem_values = stored(own or uploads.PersonHeldBack())


def _gone(upload: Upload, entries: Sequence[UploadEntry]) -> set[int]:
    """The contracts that have left the month since the file was checked."""
    wanted = {entry.contract_id for entry in entries}
    here = contracts_in_month(upload.establishment, upload.month).order_by().filter(pk__among=list(wanted))
    return wanted - set(here.values_list("pk", flat=True))


def _why(entry: UploadEntry, recorded: Recorded) -> DomainError | None:
    """What stands against an entry; of a refused person's other days nothing does."""
    refused = recorded.refused.get(entry.contract_id, Refused())
    for conflict in refused.conflicts:
        if conflict.day == entry.day.day:
            return uploads.DayChangedMeanwhile(hours=("minutes", conflict.saved))
    return next((each.refusal for each in refused.problems if each.day in (None, entry.day.day)), None)
