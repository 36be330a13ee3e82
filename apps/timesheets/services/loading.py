"""Hours from files, by the million: everything is checked before anything is written, and written by COPY."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.common.db import batched, copy_rows
from apps.common.errors import DomainError
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.registry.services import hold_subscribers
from apps.regulations import selectors as regulations
from apps.regulations.rules import MonthClosed, MonthUnknown, RuleSet
from apps.regulations.services import hold_calendar
from apps.timesheets import rules
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import HoursEntry, MonthTotal
from apps.timesheets.services import books
from apps.timesheets.services.books import Pair, Term

# A planner that still believes the tables small turns the next query into a minute's work.
_WORTH_ANALYSING = 20_000
_CHUNK = 2_000


class ContractUnknown(DomainError):
    message = _("There is no contract %(contract_no)s")


class SubscriberDiffers(DomainError):
    message = _("Contract %(contract_no)s is not of the subscriber with this national ID")


class DayTwice(DomainError):
    message = _("This contract and day stand in the file twice, first in line %(line)s")


class HoursOutOfRange(DomainError):
    message = _("A day cannot have more than 24 hours, or fewer than none")


class BadLine(NamedTuple):
    """What is wrong with one line of the file; `column` is named as in the file."""

    line: int
    column: str
    refusal: DomainError


class HoursRefused(DomainError):
    """Nothing was written; `lines` says why, in the order of the file."""

    def __init__(self, lines: Iterable[BadLine]):
        super().__init__()
        self.lines = sorted(lines, key=lambda bad: bad[:2])


class Loaded(NamedTuple):
    """Days that were new, days whose hours or note changed, and days that stood as said already."""

    added: int
    changed: int
    unchanged: int


# Line, day and minutes of a cell in one number: a million of them must fit into memory.
_DAY_BITS, _MINUTE_BITS = 5, 11
_DAYS, _MINUTES = (1 << _DAY_BITS) - 1, (1 << _MINUTE_BITS) - 1


def _line(cell: int) -> int:
    return cell >> _DAY_BITS + _MINUTE_BITS


def _day(cell: int) -> int:
    return cell >> _MINUTE_BITS & _DAYS


def _minutes(cell: int) -> int:
    return cell & _MINUTES


@dataclass(slots=True)
class _Place:
    """One month of the file: its rules and how far it has come, or why it takes no hours at all."""

    month: Month | None = None
    rules: RuleSet | None = None
    until: int = 0
    refusal: DomainError | None = None
    closed: DomainError | None = None


class _Group(NamedTuple):
    """One contract of the file: month as a number → cells."""

    national_id: str
    months: dict[int, list[int]]


class _Stored(NamedTuple):
    """What the books hold of one contract and month: minutes by day, and the notes."""

    minutes: dict[int, int]
    notes: dict[int, str]


_EMPTY = _Stored({}, {})


def load_hours(
    entries: Iterable[tuple[int, str, str, datetime.date, int, str]],
    *,
    now: datetime.datetime,
    by=None,
    may_write: Callable[[], bool] = lambda: True,
) -> Loaded:
    """All the hours stand as said; or none, when one line is wrong.

    Entries are (line, contract number, national ID, day, minutes, note) in any order. Steps, contract days, daily and
    monthly limits together with what is stored, attested and closed months hold as in the portal; the employer's last
    day of entry does not. What stands already is left untouched, in a closed month too. `may_write` is asked when all
    is checked; a no leaves the books as they are. Refuses with `HoursRefused`.
    """
    loading = _Loading(now)
    loading.read(entries)
    with transaction.atomic():
        hold_calendar(shared=True)
        loading.hold()
        loading.check()
        if loading.bad:
            raise HoursRefused(loading.bad)
        return loading.write(by) if may_write() else loading.outcome()


class _Loading:
    """One file on its way into the books; each method is a stage."""

    def __init__(self, now: datetime.datetime):
        self.now = now
        self.today = timezone.localdate(now)
        self.bad: list[BadLine] = []
        self.groups: dict[str, _Group] = {}
        self.notes: dict[int, str] = {}
        self.new: list[tuple[int, Month, list[int]]] = []
        self.changed: list[tuple[int, datetime.date, int, str]] = []
        self.differences: dict[Pair, int] = {}
        self.unchanged = 0

    def read(self, entries: Iterable[tuple[int, str, str, datetime.date, int, str]]) -> None:
        """Every cell lies with its contract and month; nothing is asked of the database yet."""
        groups, notes = self.groups, self.notes
        for line, contract_no, national_id, work_date, minutes, note in entries:
            if not 0 <= minutes <= 1440:
                self.bad.append(BadLine(line, "hours", HoursOutOfRange()))
                continue
            group = groups.get(contract_no)
            if group is None:
                group = groups[contract_no] = _Group(national_id, {})
            elif group[0] != national_id:
                self.bad.append(BadLine(line, "national_id", SubscriberDiffers(contract_no=contract_no)))
            number = work_date.year * 12 + work_date.month - 1
            cell = (line << _DAY_BITS | work_date.day) << _MINUTE_BITS | minutes
            cells = group[1].get(number)
            if cells is None:
                group[1][number] = [cell]
            else:
                cells.append(cell)
            if note:
                notes[line] = note

    def hold(self) -> None:
        """The sheets, people and contracts of the file are held; lines of unknown or wrong contracts are bad."""
        known = self._known_contracts()
        self._drop_unknown(known)
        self.places = self._places()
        keys = {
            (known[contract_no][1], place.month)
            for contract_no, group in self.groups.items()
            for number in group.months
            if (place := self.places[number]).refusal is None
        }
        sheets = books.hold_sheets(keys)
        self.attested = {key for key, sheet in sheets.items() if sheet.status != TimesheetStatus.OPEN}
        hold_subscribers({known[contract_no][2] for contract_no in self.groups})
        contract_ids = [known[contract_no][0] for contract_no in self.groups]
        self.terms = books.terms_of(Contract.objects.filter(pk__among=contract_ids))

    def _known_contracts(self) -> dict[str, tuple[int, int, int, str]]:
        """Contract number → its key, its establishment, its subscriber and his national ID."""
        found = Contract.objects.filter(contract_no__among=list(self.groups)).order_by()
        fields = ("contract_no", "pk", "establishment_id", "subscriber_id", "subscriber__national_id")
        return {row[0]: row[1:] for row in found.values_list(*fields).iterator(chunk_size=5000)}

    def _drop_unknown(self, known: dict[str, tuple[int, int, int, str]]) -> None:
        for contract_no, (national_id, months) in list(self.groups.items()):
            if contract_no not in known:
                column, refusal = "contract_no", ContractUnknown(contract_no=contract_no)
            elif known[contract_no][3] != national_id:
                column, refusal = "national_id", SubscriberDiffers(contract_no=contract_no)
            else:
                continue
            for cells in months.values():
                self._refuse(cells, column, refusal)
            del self.groups[contract_no]

    def _places(self) -> dict[int, _Place]:
        first, last_closed = regulations.first_month(), regulations.last_closed_month()
        this_month = Month.of(self.today)
        places = {}
        for number in {number for group in self.groups.values() for number in group.months}:
            year, index = divmod(number, 12)
            if number < first.year * 12 + first.number - 1:
                places[number] = _Place(refusal=MonthUnknown(first=first, month=f"{year:04d}-{index + 1:02d}"))
            elif number > this_month.year * 12 + this_month.number - 1:
                places[number] = _Place(refusal=rules.DayInFuture())
            else:
                month = Month(year, index + 1)
                is_closed = last_closed is not None and month <= last_closed
                places[number] = _Place(
                    month,
                    regulations.rules_of(month),
                    rules.last_day_so_far(month, today=self.today),
                    closed=MonthClosed(month=month) if is_closed else None,
                )
        return places

    def check(self) -> None:
        """What the books already say is counted and left; all else is weighed, person by person."""
        months = sorted(place.month for place in self.places.values() if place.month is not None)
        for people in _people(self.terms):
            stored = _stored(list(people), months[0], months[-1]) if months else {}
            for subscriber_id, terms in people.items():
                asked: dict[int, list[tuple[Term, list[int]]]] = {}
                for term in terms:
                    for number, cells in self.groups[term.contract_no].months.items():
                        asked.setdefault(number, []).append((term, cells))
                for number, claimed in asked.items():
                    self._check_month(self.places[number], claimed, stored.get((subscriber_id, number), {}))

    def _check_month(
        self, place: _Place, asked: list[tuple[Term, list[int]]], stored: dict[tuple[int, int], _Stored]
    ) -> None:
        """One person's month over all establishments; `stored` is by establishment and contract."""
        if place.refusal:
            for _, cells in asked:
                self._refuse(cells, "work_date", place.refusal)
            return
        claims: dict[int, list[rules.Claim]] = {}
        for term, cells in asked:
            key = term.establishment_id, term.contract_id
            changes = self._changes(place, term, cells, stored.pop(key, _EMPTY))
            claims.setdefault(term.establishment_id, []).append(changes)
        for (establishment_id, contract_id), (minutes, _) in stored.items():
            claim = rules.Claim(contract_id, place.month.first_day, place.month.last_day, minutes)
            claims.setdefault(establishment_id, []).append(claim)
        for establishment_id, own in claims.items():
            elsewhere = _days_elsewhere(claims, establishment_id) if len(claims) > 1 else {}
            found = rules.check_hours(own, month=place.month, elsewhere=elsewhere, rules=place.rules, until=place.until)
            for contract_id, problem in found:
                self._refuse_days(asked, contract_id, problem)
            pair = Pair(establishment_id, asked[0][0].subscriber_id, place.month)
            more = sum(minutes - claim.saved.get(day, 0) for claim in own for day, minutes in claim.changes.items())
            if more:
                self.differences[pair] = more

    def _changes(self, place: _Place, term: Term, cells: list[int], stored: _Stored) -> rules.Claim:
        """What the file would change of one contract's month, made ready to be written."""
        claim = rules.Claim(term.contract_id, term.starts_on, term.ends_on, stored.minutes, {})
        seen: set[int] = set()
        new, changed = [], []
        for cell in cells:
            day, minutes = cell >> _MINUTE_BITS & _DAYS, cell & _MINUTES
            if day in seen:
                first = next(_line(other) for other in cells if _day(other) == day)
                self._refuse([cell], "work_date", DayTwice(line=first))
                continue
            seen.add(day)
            before = stored.minutes.get(day)
            if before is None and minutes:
                new.append(cell)
            elif minutes != (before or 0) or (before is not None and self._note(cell) != stored.notes.get(day, "")):
                changed.append(cell)
            else:
                self.unchanged += 1
                continue
            if minutes != before:
                claim.changes[day] = minutes
        if new:
            self.new.append((term.contract_id, place.month, new))
        self.changed += [
            (term.contract_id, place.month.day(_day(cell)), _minutes(cell), self._note(cell)) for cell in changed
        ]
        if new or changed:
            if place.closed:
                self._refuse([*new, *changed], "work_date", place.closed)
            elif (term.establishment_id, place.month) in self.attested:
                self._refuse([*new, *changed], "work_date", rules.MonthAttested())
        return claim

    def _note(self, cell: int) -> str:
        return self.notes.get(_line(cell), "") if self.notes else ""

    def _refuse(self, cells: Iterable[int], column: str, refusal: DomainError) -> None:
        self.bad += [BadLine(_line(cell), column, refusal) for cell in cells]

    def _refuse_days(self, asked: list[tuple[Term, list[int]]], contract_id: int, problem: rules.Problem) -> None:
        """A problem of the whole month is told with the last of its lines."""
        cells = next(cells for term, cells in asked if term.contract_id == contract_id)
        if problem.day is None:
            self._refuse([max(cells)], "hours", problem.refusal)
        else:
            cell = next(cell for cell in cells if _day(cell) == problem.day)
            column = "hours" if isinstance(problem.refusal, _OF_HOURS) else "work_date"
            self._refuse([cell], column, problem.refusal)

    def write(self, by) -> Loaded:
        added = copy_rows(HoursEntry._meta.db_table, _COLUMNS, self._new_rows(by))
        for changed in batched(self.changed, _CHUNK):
            entries = [row[:3] for row in changed]
            books.write_entries(entries, by=by, now=self.now, notes=[row[3] for row in changed])
        limits = {place.month: place.rules.max_minutes_month for place in self.places.values() if place.month}
        books.add_to_totals(self.differences, limits=limits)
        if added > _WORTH_ANALYSING:
            with connection.cursor() as cursor:
                cursor.execute(f"ANALYZE {HoursEntry._meta.db_table}, {MonthTotal._meta.db_table}")
        return self.outcome()

    def outcome(self) -> Loaded:
        return Loaded(sum(len(cells) for *_, cells in self.new), len(self.changed), self.unchanged)

    def _new_rows(self, by) -> Iterator[tuple]:
        entered_by, entered_at = by.pk if by else None, self.now.isoformat()
        texts = {place.month: [str(day) for day in place.month.days] for place in self.places.values() if place.month}
        for contract_id, month, cells in self.new:
            days = texts[month]
            for cell in cells:
                yield contract_id, days[_day(cell) - 1], _minutes(cell), self._note(cell), entered_by, entered_at


_COLUMNS = ("contract_id", "work_date", "minutes", "note", "entered_by_id", "entered_at")
_OF_HOURS = (rules.DayOverLimit, rules.DayOverLimitInAll, rules.HoursNotInSteps)


def _people(terms: Sequence[Term]) -> Iterator[dict[int, list[Term]]]:
    """Subscriber → contracts, some thousand subscribers at a time; the contracts come sorted by subscriber."""
    people: dict[int, list[Term]] = {}
    for subscriber_id, group in groupby(terms, key=lambda term: term.subscriber_id):
        people[subscriber_id] = list(group)
        if len(people) == _CHUNK:
            yield people
            people = {}
    if people:
        yield people


def _stored(
    subscriber_ids: Sequence[int], first: Month, last: Month
) -> dict[tuple[int, int], dict[tuple[int, int], _Stored]]:
    """(subscriber, month as a number) → (establishment, contract) → what the books hold."""
    entries = HoursEntry.objects.filter(
        contract__subscriber_id__among=subscriber_ids, work_date__range=(first.first_day, last.last_day)
    ).order_by()
    fields = ("contract__subscriber_id", "contract__establishment_id", "contract_id", "work_date", "minutes", "note")
    found: dict[tuple[int, int], dict[tuple[int, int], _Stored]] = {}
    for subscriber_id, establishment_id, contract_id, day, minutes, note in entries.values_list(*fields):
        months = found.setdefault((subscriber_id, day.year * 12 + day.month - 1), {})
        stored = months.get((establishment_id, contract_id))
        if stored is None:
            stored = months[establishment_id, contract_id] = _Stored({}, {})
        stored.minutes[day.day] = minutes
        if note:
            stored.notes[day.day] = note
    return found


def _days_elsewhere(claims: dict[int, list[rules.Claim]], establishment_id: int) -> dict[int, int]:
    """Day → minutes in all other establishments, as they will be."""
    days: dict[int, int] = {}
    for other, others in claims.items():
        if other != establishment_id:
            for claim in others:
                for day, minutes in {**claim.saved, **claim.changes}.items():
                    days[day] = days.get(day, 0) + minutes
    return days
