"""What the columns of an uploaded file mean: names in either language, in any order, below whatever title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext

from apps.common import names
from apps.common.digits import to_ascii
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.common.reading import DayIsHijri, read_day
from apps.exchange.choices import Kind
from apps.exchange.rules import uploads
from apps.exchange.services.tables import Lines

PROBLEM = _("Problem")
_NAMES = {
    "national_id": (
        *("national id", "national id number", "national id or iqama", "id", "id number", "id no", "subscriber id"),
        *("رقم الهوية", "رقم الهوية الوطنية", "رقم الهوية الوطنية أو الإقامة", "الهوية", "الهوية الوطنية"),
        *("هوية المشترك", "رقم هوية المشترك", "السجل المدني", "رقم السجل المدني"),
    ),
    "contract_no": ("contract", "contract no", "contract number", "رقم العقد", "العقد"),
    "name": (
        *("name", "full name", "subscriber", "subscriber name", "employee", "employee name", "worker"),
        *("الاسم", "الاسم الكامل", "اسم المشترك", "المشترك", "اسم الموظف", "الموظف", "العامل", "اسم العامل"),
    ),
    "work_date": (
        *("day", "date", "work date", "work day"),
        *("اليوم", "التاريخ", "تاريخ العمل", "يوم العمل", "تاريخ اليوم"),
    ),
    "hours": ("hours", "working hours", "hours worked", "الساعات", "ساعات العمل", "عدد الساعات", "ساعات اليوم"),
    "starts_on": (
        *("first day", "start date", "starts on", "start", "from"),
        *("أول يوم", "اليوم الأول", "تاريخ البداية", "بداية العقد", "تاريخ بداية العقد", "من"),
    ),
    "ends_on": (
        *("last day", "end date", "ends on", "end", "until", "to"),
        *("آخر يوم", "اليوم الأخير", "تاريخ النهاية", "نهاية العقد", "تاريخ نهاية العقد", "إلى"),
    ),
    "hourly_wage": ("hourly wage", "wage", "hour wage", "أجر الساعة", "الأجر بالساعة", "أجر ساعة العمل"),
    "problem": ("problem", "problems", "error", "errors", "المشكلة", "الأخطاء", "الخطأ"),
}
_WORDS = {
    "national_id": _("National ID"),
    "contract_no": _("Contract number"),
    "name": _("Name"),
    "work_date": _("Day"),
    "hours": _("Hours"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "hourly_wage": _("Hourly wage"),
}
_USED = {
    Kind.HOURS: ("national_id", "contract_no", "name", "work_date", "hours", "problem"),
    Kind.CONTRACTS: ("national_id", "name", "starts_on", "ends_on", "hourly_wage", "problem"),
}
_CONTRACT = ("national_id", "starts_on", "ends_on", "hourly_wage")
_NUMBER = re.compile(r"0?([1-9]|[12][0-9]|3[01])", re.ASCII)


def word(column: str) -> str:
    """The name of a column, as the template and messages write it."""
    return str(_WORDS[column])


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", names.fold(text))


_MEANING = {_key(name): column for column, spellings in _NAMES.items() for name in spellings}


def _with_own_words() -> dict[str, str]:
    """The template's own words are understood, whatever their translation."""
    known = dict(_MEANING)
    for language in ("ar", "en"):
        with override(language):
            known |= {_key(str(text)): column for column, text in _WORDS.items()}
            known[_key(str(PROBLEM))] = "problem"
    return known


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A column of hours: its place, how it is called, and its day in the month, or why that is no day of it."""

    place: int
    text: str
    day: int = 0
    refusal: DomainError | None = None


@dataclass(slots=True)
class Layout:
    """Where the columns stand. With `days`, a row is a person and each of them one day; without, a row is one day."""

    row: int = 0
    head: Sequence[str] = ()
    places: dict[str, int] = field(default_factory=dict)
    days: list[DayColumn] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def cell(self, cells: Sequence[str], column: str) -> str:
        place = self.places.get(column)
        return cells[place] if place is not None and place < len(cells) else ""

    @property
    def number_places(self) -> set[int]:
        """Where hours or wages stand. Numbers of people and contracts are names: they may begin or end with a zero."""
        named = {place for column, place in self.places.items() if column in ("hours", "hourly_wage")}
        return named | {day.place for day in self.days}

    @property
    def problem_place(self) -> int:
        """Where the column of problems stands, or would stand."""
        return self.places.get("problem", len(self.head))


class Columns:
    """Recognises the row that names the columns of a file of this kind, and of this month where it has one."""

    def __init__(self, kind: Kind, month: Month | None = None, *, takes_hijri: bool = False):
        self.kind, self.month, self.takes_hijri = kind, month, takes_hijri
        self.known = {key: column for key, column in _with_own_words().items() if column in _USED[kind]}

    def is_head(self, cells: Sequence[str]) -> bool:
        """Whether the row names at least what such a file cannot be without."""
        return self._is_whole(self._read(0, cells))

    def find(self, lines: Lines) -> tuple[Layout, Lines]:
        """The layout and the rows below it, repetitions of its names left out.

        Refuses with `ColumnsUnknown`, `ColumnAgain`, `RowsMissing` or `RowsTooMany`.
        """
        for index, (number, cells) in enumerate(lines):
            layout = self._read(number, cells)
            if self._is_whole(layout):
                self._refuse_doubles(layout)
                rows = [line for line in lines[index + 1 :] if line[1] != cells]
                if not rows:
                    raise uploads.RowsMissing
                if len(rows) > uploads.MOST_ROWS:
                    raise uploads.RowsTooMany(limit=uploads.MOST_ROWS)
                return layout, rows
        raise uploads.ColumnsUnknown(needed=self._needed())

    def _read(self, number: int, cells: Sequence[str]) -> Layout:
        layout = Layout(number, cells)
        for place, cell in enumerate(cells):
            column = self.known.get(_key(cell))
            if column is not None and column not in layout.places:
                layout.places[column] = place
            elif self.kind == Kind.HOURS and (day := self._day(place, cell)):
                layout.days.append(day)
            elif cell:
                layout.ignored.append(cell)
        if {"work_date", "hours"} <= layout.places.keys():
            layout.ignored += [day.text for day in layout.days]
            layout.days = []
        return layout

    def _is_whole(self, layout: Layout) -> bool:
        named = layout.places.keys()
        if self.kind == Kind.CONTRACTS:
            return named >= set(_CONTRACT)
        is_somebody = not named.isdisjoint(("national_id", "contract_no"))
        return is_somebody and (bool(layout.days) or named >= {"work_date", "hours"})

    def _day(self, place: int, cell: str) -> DayColumn | None:
        text = to_ascii(cell)
        if found := _NUMBER.fullmatch(text):
            day = int(found[1])
            return DayColumn(place, text, day) if day <= self.month.length else None
        try:
            day = read_day(text)
        except DayIsHijri as refusal:
            day = refusal.values["day"]
            if not self.takes_hijri:
                return DayColumn(place, text, refusal=refusal)
        except DomainError:
            return None
        if day not in self.month:
            return DayColumn(place, text, refusal=uploads.DayOfOtherMonth(day=day, month=self.month))
        return DayColumn(place, text, day.day)

    def _refuse_doubles(self, layout: Layout) -> None:
        seen: dict[object, str] = {column: layout.head[place] for column, place in layout.places.items()}
        for cell in layout.ignored:
            column = self.known.get(_key(cell))
            if column not in (None, "problem", "name"):
                raise uploads.ColumnAgain(first=seen[column], second=cell)
        for day in layout.days:
            if day.day and day.day in seen:
                raise uploads.ColumnAgain(first=seen[day.day], second=day.text)
            seen[day.day] = day.text

    def _needed(self) -> str:
        comma = pgettext("list", ", ")
        if self.kind == Kind.CONTRACTS:
            return comma.join(map(word, _CONTRACT))
        return str(_("national ID or contract number, then either day and hours, or one column for each day"))
