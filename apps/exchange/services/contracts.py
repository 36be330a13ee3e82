"""Contracts in an uploaded file: each row without fault is offered to its person, who may accept it or not."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from apps.common.errors import DomainError, RowsRefused, stored
from apps.common.reading import read_amount
from apps.contracts.rules import ContractRow
from apps.contracts.services import check_offers, offer_contracts
from apps.exchange import rules
from apps.exchange.models import Upload, UploadEntry
from apps.exchange.services.layouts import Layout
from apps.exchange.services.rows import Checked, Rows, Watch, shown
from apps.exchange.services.tables import Lines

_TERMS = ("national_id", "starts_on", "ends_on", "hourly_wage")


def check_contracts(
    upload: Upload, layout: Layout, rows: Lines, merged: Mapping[int, str], *, today: date, watch: Watch
) -> Checked:
    """What would be offered if the rows were imported now, and what stands against the others."""
    reading = _Reading(upload, layout, merged)
    entries = reading.read(rows)

    def take(rows: list[ContractRow]) -> None:
        check_offers(rows, by=upload.received_by, today=today)

    good = _as_far_as_possible(upload, entries, take, reading.refuse_by_the_books)
    watch(len(rows))
    return Checked([*reading.faults, *good], len(reading.bad), len(good), 0, 0, 0, reading.hijri)


def apply_contracts(upload: Upload, entries: Sequence[UploadEntry], *, by, now: datetime) -> None:
    """The entries are offered to their people; what is refused by now says why. They are changed and not saved."""

    def refuse(entry: UploadEntry, field: str, refusal: DomainError) -> None:
        entry.problem, entry.problem_values = stored(refusal)

    for entry in _as_far_as_possible(upload, entries, lambda rows: offer_contracts(rows, by=by, now=now), refuse):
        entry.is_done = True


def _as_far_as_possible(
    upload: Upload,
    entries: Sequence[UploadEntry],
    take: Callable[[list[ContractRow]], object],
    refuse: Callable[[UploadEntry, str, DomainError], None],
) -> list[UploadEntry]:
    """Those that are taken, once all that are refused have been left out: they may have stood in others' way."""
    left = list(entries)
    while left:
        try:
            take([_row(upload, entry) for entry in left])
            break
        except RowsRefused as refused:
            for position, field, refusal in refused.rows:
                refuse(left[position], field, refusal)
            positions = {position for position, *_ in refused.rows}
            left = [entry for position, entry in enumerate(left) if position not in positions]
    return left


def _row(upload: Upload, entry: UploadEntry) -> ContractRow:
    terms = entry.terms
    return ContractRow(
        contract_no="",
        unified_number=upload.establishment.unified_number,
        national_id=terms["national_id"],
        starts_on=date.fromisoformat(terms["starts_on"]),
        ends_on=date.fromisoformat(terms["ends_on"]),
        hourly_wage=Decimal(terms["hourly_wage"]),
    )


class _Reading(Rows):
    """The terms that each row names, as entries that may be offered."""

    def read(self, rows: Lines) -> list[UploadEntry]:
        readers = {"national_id": str, "starts_on": self.read_day, "ends_on": self.read_day, "hourly_wage": read_amount}
        entries = []
        for number, cells in rows:
            label, terms = self.label(cells), {}
            try:
                self.check_form(number, cells)
            except DomainError as refusal:
                self.fault(number, refusal, label=label)
                continue
            for column, read in readers.items():
                self._read(number, cells, column, read, terms)
            if number not in self.bad:
                entries.append(UploadEntry(upload=self.upload, row=number, label=label, terms=terms))
        return entries

    def _read(self, number: int, cells: Sequence[str], column: str, read: Callable, terms: dict[str, str]) -> None:
        text = self.key(cells, column)
        try:
            if not text:
                raise rules.CellMissing
            terms[column] = str(read(text))
        except DomainError as refusal:
            self.fault(number, refusal, label=self.label(cells), column=column, text=self.layout.cell(cells, column))

    def refuse_by_the_books(self, entry: UploadEntry, field: str, refusal: DomainError) -> None:
        column = field if field in _TERMS else ""
        text = shown(entry.terms[column]) if column else ""
        self.fault(entry.row, refusal, label=entry.label, column=column, text=text)
