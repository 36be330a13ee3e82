"""The month as a table of people and days: what its cells hold, its totals, and what is said under a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.common import dates, text
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.regulations.rules import RuleSet
from apps.timesheets import rules
from apps.timesheets.forms import PostedRow, revision
from apps.timesheets.rules.outlook import ContractOutlook, Outlook
from apps.timesheets.services import Refused

_WEEKEND = (4, 5)  # Friday and Saturday
_NO_REFUSAL = Refused()


class Head(NamedTuple):
    number: str
    css: str
    letter: str
    weekday: str
    hijri: str


class Cell(NamedTuple):
    """`kind`: input, shown (read-only), off (outside the contract), ahead (yet to come) or asked (in conflict).

    An unsaved one holds what was typed or copied.
    """

    kind: str
    css: str
    day: str
    value: str
    is_invalid: bool
    is_unsaved: bool


class Remark(NamedTuple):
    """A line under a row, and where the error summary leads from it."""

    anchor: str
    number: int | None
    weekday: str
    day: str
    text: str


# Words with their places still open: the page's script fills in what is typed.


def near_words(count: int) -> str:
    return ngettext(
        "Close to the limit: only %(left)s hour more", "Close to the limit: only %(left)s hours more", count
    )


def reached_words() -> str:
    return _("The limit of the month is reached")


def carried_words() -> str:
    return _("%(days)s, %(hours)s h carried")


def lapsed_words() -> str:
    return _("%(days)s, %(hours)s h lapse")


def both_words() -> str:
    return _("With the other contract: %(hours)s")


def slip_words() -> str:
    return _("%(problem)s. Did you mean %(hours)s?")


@dataclass(slots=True)
class Row:
    """One contract. Minutes are those its cells show; `person_minutes` those of the person's whole month here.

    `brought_minutes` come from the month before, None when unknown; `lapses` says that a rest is not carried on.
    """

    contract: Contract
    pk: str
    cells: list[Cell]
    revision: str
    minutes: int
    stored_minutes: int
    person_minutes: int
    person_stored_minutes: int
    is_saved: bool
    brought_minutes: int | None
    lapses: bool
    remarks: list[Remark] = field(default_factory=list)
    conflicts: list[tuple[rules.Conflict, str, str, str]] = field(default_factory=list)
    left_minutes: int | None = None
    outlook: ContractOutlook | None = None

    @property
    def outlook_words(self) -> str:
        """`8 days, 5 h carried`"""
        days, carried, lapsed = self.outlook
        if carried or lapsed:
            words = carried_words() if carried else lapsed_words()
            return words % {"days": text.day_count(days), "hours": text.hours(carried or lapsed)}
        return text.day_count(days)

    @property
    def near_words(self) -> str:
        """How much is left of a limit that is near, with a place for it; a fraction takes the last plural form."""
        if not self.left_minutes:
            return reached_words()
        return near_words(100 if self.left_minutes % 60 else self.left_minutes // 60)

    @property
    def css(self) -> str:
        if self.remarks or self.conflicts:
            return "is-bad"
        return "is-near" if self.left_minutes is not None else ""


@dataclass
class Grid:
    month: Month
    heads: list[Head]
    rows: list[Row]
    day_totals: list[str]
    limit_minutes: int

    @property
    def first_column(self) -> int:
        """In which column of a week from Sunday to Saturday the month begins."""
        return self.month.first_day.isoweekday() % 7 + 1

    @property
    def week(self) -> list[str]:
        """The letters of Sunday to Saturday."""
        return [dates.weekday_letter(day) for day in sorted(self.month.days[:7], key=lambda day: day.isoweekday() % 7)]

    @property
    def month_word(self) -> str:
        return str(dates.MONTHS[self.month.number - 1])

    @cached_property
    def limit_words(self) -> str:
        return _("of %(limit)s") % {"limit": text.hour_count(self.limit_minutes)}

    @property
    def minutes(self) -> int:
        return sum(row.minutes for row in self.rows)

    @property
    def has_wide_totals(self) -> bool:
        """Whether a day's total is too long for the width of a day."""
        return any(len(total) > 4 for total in self.day_totals)

    @property
    def contract_ids(self) -> str:
        return ",".join(row.pk for row in self.rows)

    @property
    def width(self) -> int:
        return len(self.heads) + 2

    @property
    def bad_rows(self) -> list[Row]:
        return [row for row in self.rows if row.css == "is-bad"]


def heads(month: Month) -> list[Head]:
    return [
        Head(
            str(day.day),
            " we" if day.weekday() in _WEEKEND else "",
            dates.weekday_letter(day),
            dates.weekday_name(day),
            str(dates.to_hijri(day)[2]),
        )
        for day in month.days
    ]


class _Text(NamedTuple):
    """What stands in a cell, and the minutes that it means: 0 when it is no number of hours."""

    text: str
    minutes: int
    is_copied: bool = False


_NO_TEXT = _Text("", 0)


@dataclass(slots=True)
class _Source:
    """What one row is made of, by day."""

    stored: Mapping[int, int]
    typed: Mapping[int, str]
    texts: Mapping[int, _Text]
    term: range
    open_days: range
    refused: Refused
    invalid: set[int | None] = field(init=False)
    asked: set[int] = field(init=False)

    def __post_init__(self):
        self.invalid = {problem.day for problem in self.refused.problems}
        self.asked = {conflict.day for conflict in self.refused.conflicts}


@dataclass(slots=True, kw_only=True)
class Builder:
    """Everything the cells of a page follow from. Minutes by contract and day, totals by subscriber."""

    month: Month
    limits: RuleSet
    until: int
    is_editable: bool
    stored: Mapping[int, Mapping[int, int]]
    totals: Mapping[int, int]
    posted: Mapping[int, PostedRow] = field(default_factory=dict)
    refused: Mapping[int, Refused] = field(default_factory=dict)
    copied: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    is_judged: bool = False
    outlook: Outlook

    def build(self, contracts: Iterable[Contract]) -> Grid:
        day_heads = heads(self.month)
        styles = [head.css for head in day_heads]
        day_totals = [0] * len(day_heads)
        rows = [self._row(contract, styles, day_totals) for contract in contracts]
        totals = [rules.as_hours(minutes) if minutes else "" for minutes in day_totals]
        return Grid(self.month, day_heads, rows, totals, self.limits.max_minutes_month)

    def _row(self, contract: Contract, styles: Sequence[str], day_totals: list[int]) -> Row:
        source = self._source(contract)
        for day, written in source.texts.items():
            day_totals[day - 1] += written.minutes
        stored_minutes = sum(source.stored.values())
        minutes = sum(written.minutes for written in source.texts.values())
        row = Row(
            contract=contract,
            pk=str(contract.pk),
            cells=[self._cell(source, day, style) for day, style in enumerate(styles, start=1)],
            revision=revision(self._shown(contract.pk, source)),
            minutes=minutes,
            stored_minutes=stored_minutes,
            person_stored_minutes=self.totals.get(contract.subscriber_id, 0),
            brought_minutes=self.outlook.brought_minutes(contract.pk, stored_minutes, self.limits.minutes_per_day),
            lapses=contract.ends_on <= self.month.last_day or self.limits.carry_remainder != "contract",
            person_minutes=self.totals.get(contract.subscriber_id, 0) - stored_minutes + minutes,
            is_saved=minutes == stored_minutes and not source.typed,
            outlook=self.outlook.contracts.get(contract.pk),
        )
        self._remark(row, source.refused)
        return row

    def _source(self, contract: Contract) -> _Source:
        stored = self.stored.get(contract.pk, {})
        # What a person typed and is not saved; a cell he left alone shows what is saved by now.
        typed = self.posted[contract.pk].changed if contract.pk in self.posted else {}
        texts = {day: _Text(rules.as_hours(minutes), minutes) for day, minutes in stored.items() if minutes}
        texts |= {day: _Text(entered, rules.minutes_or_none(entered) or 0) for day, entered in typed.items()}
        for day, minutes in self.copied.get(contract.pk, {}).items():
            if day not in texts or not texts[day].text.strip():
                texts[day] = _Text(rules.as_hours(minutes), minutes, is_copied=True)
        first, last = rules.term_in(self.month, contract.starts_on, contract.ends_on)
        open_days = range(first, min(last, self.until) + 1) if self.is_editable else range(0)
        return _Source(
            stored, typed, texts, range(first, last + 1), open_days, self.refused.get(contract.pk, _NO_REFUSAL)
        )

    def _cell(self, source: _Source, day: int, style: str) -> Cell:
        written = source.texts.get(day, _NO_TEXT)
        if day in source.asked:
            kind = "asked"
        elif day in source.open_days or (self.is_editable and source.typed.get(day)):
            kind = "input"
        elif written.text:
            kind = "shown"
        elif day not in source.term:
            kind = "off"
        else:
            kind = "ahead" if day > self.until else "shown"
        mark = " off" if kind == "off" else " new" if written.is_copied else ""
        is_unsaved = written.is_copied or day in source.typed
        return Cell(kind, style + mark, str(day), written.text, day in source.invalid, is_unsaved)

    def _shown(self, contract_id: int, source: _Source) -> dict[int, int]:
        """What each cell showed before it was typed into: asked about once, a conflict must not come again."""
        shown = {day: source.stored.get(day, 0) for day in source.open_days}
        if not self.is_judged and contract_id in self.posted:
            original = self.posted[contract_id].original
            shown |= {day: original.get(day, 0) for day in source.typed if day in shown}
        return shown

    def _remark(self, row: Row, refused: Refused) -> None:
        for conflict in refused.conflicts:
            day = dates.day_and_month(self.month.day(conflict.day))
            row.conflicts.append((conflict, day, rules.as_hours(conflict.saved), rules.as_hours(conflict.entered)))
        for problem in sorted(refused.problems, key=_in_order_of_days):
            row.remarks.append(self._remark_of(row, problem))
        if row.contract.pk in self.refused and not row.remarks and not row.conflicts:
            row.remarks.append(_of_month(row, _("Another contract of the same person has to be corrected")))
        limit = self.limits.max_minutes_month
        if row.contract.pk in self.copied and row.person_minutes > limit:
            saved = self.totals.get(row.contract.subscriber_id, 0)
            row.remarks.append(_of_month(row, str(rules.over_limit(row.person_minutes, saved, self.limits))))
        left = limit - row.person_minutes
        if self.is_editable and left >= 0 and rules.is_near_limit(row.person_minutes, rules=self.limits):
            row.left_minutes = left

    def _remark_of(self, row: Row, problem: rules.Problem) -> Remark:
        said = str(problem)
        if problem.day is None:
            return _of_month(row, said)
        if problem.entered is not None and (meant := rules.likely_slip(problem.entered, rules=self.limits)):
            said = slip_words() % {"problem": said, "hours": rules.as_hours(meant)}
        day = self.month.day(problem.day)
        return Remark(f"h{row.pk}-{problem.day}", problem.day, dates.weekday_name(day), dates.day_and_month(day), said)


def _in_order_of_days(problem: rules.Problem) -> tuple[bool, int]:
    """What concerns the whole month comes last."""
    return problem.day is None, problem.day or 0


def _of_month(row: Row, said: str) -> Remark:
    return Remark(f"p{row.pk}", None, "", "", said)
