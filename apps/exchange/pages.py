"""What the pages of uploaded files know, and the workbooks they hand out."""

import datetime
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.common import dates, text, workbook
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.contracts.selectors import contracts_in_month
from apps.exchange import selectors, services
from apps.exchange.choices import Kind, Stage
from apps.exchange.models import Upload, UploadEntry
from apps.exchange.rules import uploads
from apps.registry.access import Desk
from apps.timesheets.pages import SheetPage
from apps.timesheets.rules import as_hours

ENTRIES_PER_PAGE = 50
RECENT = 10
_TAGS = {
    Stage.CHECKED: "warn",
    Stage.APPLIED: "ok",
    Stage.REFUSED: "bad",
    Stage.CHECKING: "info",
    Stage.APPLYING: "info",
}
_PLAIN_NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,6})?")


class UploadLine:
    """A file in a list of files."""

    def __init__(self, upload: Upload):
        self.upload, self.kind = upload, _TAGS.get(Stage(upload.stage), "")
        self.address = address_of(upload)

    @property
    def words(self) -> str:
        """What came of it, or how many rows there are to correct."""
        if self.upload.stage == Stage.APPLIED:
            return imported_words(self.upload)
        if self.upload.stage == Stage.CHECKED and self.upload.bad_rows:
            return _("Rows to correct: %(count)s") % {"count": text.number(self.upload.bad_rows)}
        return self.upload.refusal_text


def imported_words(upload: Upload) -> str:
    """`Imported: 42`; of a file of contracts the offers that went out."""
    words = _("Imported: %(count)s") if upload.kind == Kind.HOURS else _("Offers sent: %(count)s")
    return words % {"count": text.number(upload.imported)}


def address_of(upload: Upload, view: str = "upload") -> str:
    number = upload.establishment.unified_number
    return reverse(f"exchange:{upload.kind}_{view}", args=[number, upload.public_id])


class StartPage:
    """The page that takes a file. `refusal` says why the last one was not taken."""

    refusal: DomainError | None = None

    def __init__(self, desk: Desk, kind: Kind, month: Month | None, today: datetime.date):
        self.desk, self.kind, self.month = desk, kind, month
        self.sheet = SheetPage(desk, month, today) if month else None

    @property
    def lock(self) -> DomainError | None:
        """Why the month takes no hours, or nothing."""
        return self.sheet.lock if self.sheet else None

    @property
    def is_of_hours(self) -> bool:
        return self.kind == Kind.HOURS

    @cached_property
    def recent(self) -> list[UploadLine]:
        found = selectors.uploads_of(self.desk.establishment, self.kind)
        return [UploadLine(upload) for upload in found[:RECENT]]

    largest, most_rows = uploads.LARGEST_MIB, uploads.MOST_ROWS
    accepted = ",".join(uploads.SUFFIXES)


class UploadPage:
    """One file as it stands: under way, or what was found in it and what can be done."""

    refusal: DomainError | None = None

    @property
    def is_of_hours(self) -> bool:
        return self.upload.kind == Kind.HOURS

    def __init__(self, desk: Desk, upload: Upload, request: HttpRequest):
        self.desk, self.upload, self.request = desk, upload, request

    @property
    def is_checked(self) -> bool:
        return self.upload.stage == Stage.CHECKED

    @property
    def problems_address(self) -> str:
        return address_of(self.upload, "problems")

    @property
    def start_address(self) -> str:
        month = [self.upload.month] if self.upload.month else []
        return reverse(f"exchange:{self.upload.kind}_start", args=[self.desk.establishment.unified_number, *month])

    @property
    def progress_words(self) -> str:
        if self.upload.started_at is None:
            place = selectors.place_in_line(self.upload)
            return _("Waiting for a worker. Place in line: %(place)s") % {"place": text.number(place)}
        values = {"done": text.number(self.upload.done), "total": text.number(self.upload.total)}
        return _("%(done)s of %(total)s done") % values

    @property
    def valid_rows(self) -> int:
        return self.upload.rows - self.upload.bad_rows

    @property
    def changes(self) -> int:
        """How many values would be, or were, written."""
        return self.upload.added + self.upload.changed - self.refused

    @property
    def is_nothing_new(self) -> bool:
        return not self.changes and not self.upload.bad_rows

    @cached_property
    def earlier(self) -> Upload | None:
        return selectors.earlier_import(self.upload) if self.is_checked and not self.changes else None

    @property
    def imported_words(self) -> str:
        return imported_words(self.upload)

    @property
    def refused(self) -> int:
        """Values that could not be imported any more when it came to it."""
        upload = self.upload
        return upload.added + upload.changed - upload.imported if upload.stage == Stage.APPLIED else 0

    @property
    def has_problems(self) -> bool:
        return self.upload.is_kept and bool(self.upload.bad_rows or self.refused)

    @property
    def hijri(self) -> tuple[str, str] | None:
        """The first Hijri date and the same day in the Gregorian calendar, while that is still a question."""
        found = self.upload.findings.get("hijri")
        if not found or self.upload.takes_hijri or not self.is_checked:
            return None
        return found[0], dates.gregorian(datetime.date.fromisoformat(found[1]))

    @property
    def ignored(self) -> str:
        return pgettext("list", ", ").join(self.upload.findings.get("ignored", ()))

    @property
    def cleared(self) -> int:
        return self.upload.findings.get("cleared", 0)

    @property
    def shows_problems(self) -> bool:
        asked = self.request.GET.get("show")
        return self.has_problems and not (asked == "changes" and self.changes)

    @cached_property
    def page(self) -> Page:
        """The problems of the file, or its changes, in the order of its rows."""
        return Paginator(self._entries(), ENTRIES_PER_PAGE).get_page(self.request.GET.get("page"))

    def _entries(self) -> QuerySet[UploadEntry]:
        found = self.upload.entries.select_related("subscriber")
        found = found.exclude(problem="") if self.shows_problems else found.filter(problem="")
        return found.order_by("row", "day", "pk")

    @property
    def entries(self) -> list["EntryLine"]:
        return [EntryLine(entry) for entry in self.page]


class EntryLine:
    """One change or problem in words."""

    def __init__(self, entry: UploadEntry):
        self.row, self.problem, self.text = entry.row, entry.problem_text, entry.text
        self.person = entry.subscriber.name if entry.subscriber else entry.label
        self.day = dates.day_and_month(entry.day) if entry.day else ""
        self.column = services.word(entry.column) if entry.column else ""
        self.terms = _terms(entry.terms) if entry.terms else None
        self.before, self.after = (as_hours(minutes) if minutes else "" for minutes in (entry.before, entry.minutes))


def _terms(terms: dict[str, str]) -> dict[str, str]:
    days = {name: dates.gregorian(datetime.date.fromisoformat(terms[name])) for name in ("starts_on", "ends_on")}
    return {**days, "hourly_wage": text.riyals(Decimal(terms["hourly_wage"]))}


def template_of_contracts() -> FileResponse:
    """The columns of contracts, to be filled in."""
    columns = {"national_id": workbook.TEXT, "name": "", "starts_on": workbook.DAY, "ends_on": workbook.DAY}
    headings = [workbook.Heading(services.word(name), form) for name, form in columns.items()]
    headings.append(workbook.Heading(services.word("hourly_wage"), workbook.MONEY))
    return workbook.attachment(name=_("Contracts"), headings=headings, rows=[])


def template(desk: Desk, month: Month) -> FileResponse:
    """The grid of a month as a workbook: its people, its days, and what is entered already."""
    fixed = [
        workbook.Heading(services.word("national_id"), workbook.TEXT, 14),
        workbook.Heading(services.word("name"), width=26),
        workbook.Heading(services.word("contract_no"), workbook.TEXT, 16),
    ]
    days = [workbook.Heading(str(day.day), width=6) for day in month.days]
    name = _("Hours of %(month)s") % {"month": dates.month_name(month)}
    rows = _rows_of_template(desk, month)
    return workbook.attachment(name=name, headings=[*fixed, *days], rows=rows, frozen=len(fixed))


def _rows_of_template(desk: Desk, month: Month) -> Iterator[Sequence]:
    stored = selectors.minutes_by_day(desk.establishment, month)
    for contract in contracts_in_month(desk.establishment, month).iterator(chunk_size=2000):
        minutes = stored.get(contract.pk, {})
        hours = (Decimal(as_hours(minutes[day.day])) if day.day in minutes else None for day in month.days)
        yield contract.subscriber.national_id, contract.subscriber.name, contract.contract_no, *hours


def corrections(upload: Upload) -> FileResponse:
    """The file's own rows in their order and places, and what is wrong with each in a column of its own."""
    table = services.table_of(upload)
    layout, _rows = services.columns_of(upload).find(table.lines)
    problems = {layout.row: str(services.PROBLEM), **_problems(upload)}
    lines, place, numbers = dict(table.lines), layout.problem_place, layout.number_places
    width = max(place + 1, *(len(cells) for cells in lines.values()))

    def row(number: int) -> list:
        cells = [_value(cell) if at in numbers else cell for at, cell in enumerate(lines.get(number, ()))]
        cells += [None] * (width - len(cells))
        cells[place] = problems.get(number)
        return cells

    headings = [workbook.Heading(str(cell or "")) for cell in row(1)]
    rows = (row(number) for number in range(2, max(lines) + 1))
    name = _("%(file)s, with problems") % {"file": upload.name.rpartition(".")[0]}
    return workbook.attachment(name=name, headings=headings, rows=rows)


def _problems(upload: Upload) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for entry in upload.entries.exclude(problem="").order_by("row", "day", "pk"):
        words = entry.problem_text
        if entry.day and entry.text:
            words = f"{dates.day_and_month(entry.day)}: {words}"
        elif entry.column:
            words = f"{services.word(entry.column)}: {words}"
        found.setdefault(entry.row, []).append(words)
    return {row: " | ".join(dict.fromkeys(words)) for row, words in found.items()}


def _value(cell: str) -> str | Decimal:
    """Hours and wages stay numbers, so that the sheet can still be reckoned with."""
    return Decimal(cell) if _PLAIN_NUMBER.fullmatch(cell) else cell
