"""The month as a table of people and days: what its cells hold, its totals, and what is said under a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.common import dates
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.regulations.rules import RuleSet
from apps.timesheets import rules
from apps.timesheets.forms import PostedRow, revision
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
    """`kind`: input, shown (read-only), off (outside the contract), ahead (yet to come) or asked (in conflict)."""

    kind: str
    css: str
    day: str
    value: str
    attributes: str


class Remark(NamedTuple):
    """A line under a row, and where the error summary leads from it."""

    anchor: str
    day: str
    text: str


@dataclass(slots=True)
class Row:
    """One contract. Minutes are those its cells show; `person_minutes` those of the person's whole month here."""

    contract: Contract
    pk: str
    cells: list[Cell]
    revision: str
    minutes: int
    person_minutes: int
    is_saved: bool
    remarks: list[Remark] = field(default_factory=list)
    conflicts: list[tuple[rules.Conflict, str]] = field(default_factory=list)
    left_minutes: int | None = None

    @property
    def css(self) -> str:
        if self.remarks or self.conflicts:
            return "is-bad"
        return "is-near" if self.left_minutes is not None else ""


@dataclass(slots=True)
class Grid:
    month: Month
    heads: list[Head]
    rows: list[Row]
    day_totals: list[int]
    limit_minutes: int

    @property
    def first_column(self) -> int:
        """In which column of a week from Sunday to Saturday the month begins."""
        return self.month.first_day.isoweekday() % 7 + 1

    @property
    def minutes(self) -> int:
        return sum(row.minutes for row in self.rows)

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

    def build(self, contracts: Iterable[Contract]) -> Grid:
        day_heads = heads(self.month)
        styles = [head.css for head in day_heads]
        day_totals = [0] * len(day_heads)
        rows = [self._row(contract, styles, day_totals) for contract in contracts]
        return Grid(self.month, day_heads, rows, day_totals, self.limits.max_minutes_month)

    def _row(self, contract: Contract, styles: Sequence[str], day_totals: list[int]) -> Row:
        stored = self.stored.get(contract.pk, {})
        first, last = rules.term_in(self.month, contract.starts_on, contract.ends_on)
        open_days = range(first, min(last, self.until) + 1) if self.is_editable else range(0)
        typed = self._typed(contract.pk, stored)
        refused = self.refused.get(contract.pk, _NO_REFUSAL)
        invalid = {problem.day for problem in refused.problems if problem.day}
        asked = {conflict.day for conflict in refused.conflicts}
        copied = self.copied.get(contract.pk, {})
        pk, minutes, cells = str(contract.pk), 0, []
        for day, style in enumerate(styles, start=1):
            shown = typed.get(day)
            text = shown if shown is not None else rules.as_hours(stored[day]) if stored.get(day) else ""
            css = style
            if day in copied and not text.strip():
                text, css = rules.as_hours(copied[day]), f"{style} new"
            in_cell = rules.minutes_or_none(text) or 0 if text else 0
            minutes += in_cell
            day_totals[day - 1] += in_cell
            if day in asked:
                kind = "asked"
            elif day in open_days or (shown and self.is_editable):
                kind = "input"
            elif text or first <= day <= last:
                kind = "ahead" if not text and day > self.until else "shown"
            else:
                kind, css = "off", f"{style} off"
            cells.append(Cell(kind, css, str(day), text, _invalid(pk) if day in invalid else ""))
        stored_minutes = sum(stored.values())
        row = Row(
            contract=contract,
            pk=pk,
            cells=cells,
            revision=revision({day: stored.get(day, 0) for day in open_days}),
            minutes=minutes,
            person_minutes=self.totals.get(contract.subscriber_id, 0) - stored_minutes + minutes,
            is_saved=minutes == stored_minutes and not typed,
        )
        self._remark(row, refused)
        return row

    def _typed(self, contract_id: int, stored: Mapping[int, int]) -> dict[int, str]:
        """What a person typed and is not saved; a cell he left alone shows what is saved by now."""
        row = self.posted.get(contract_id)
        if row is None:
            return {}
        return {day: text for day, text in row.texts.items() if rules.minutes_or_none(text) != row.original.get(day, 0)}

    def _remark(self, row: Row, refused: Refused) -> None:
        for conflict in refused.conflicts:
            row.conflicts.append((conflict, dates.day_and_month(self.month.day(conflict.day))))
        for problem in refused.problems:
            row.remarks.append(self._remark_of(row, problem))
        if row.contract.pk in self.refused and not row.remarks and not row.conflicts:
            row.remarks.append(Remark(f"p{row.pk}", "", _("Another contract of the same person has to be corrected")))
        left = self.limits.max_minutes_month - row.person_minutes
        if left >= 0 and rules.is_near_limit(row.person_minutes, rules=self.limits):
            row.left_minutes = left

    def _remark_of(self, row: Row, problem: rules.Problem) -> Remark:
        text = str(problem)
        if problem.day is None:
            return Remark(f"p{row.pk}", "", text)
        if problem.entered is not None and (meant := rules.likely_slip(problem.entered, rules=self.limits)):
            text = _("%(problem)s. Did you mean %(hours)s?") % {"problem": text, "hours": rules.as_hours(meant)}
        return Remark(f"h{row.pk}-{problem.day}", dates.day_and_month(self.month.day(problem.day)), text)


def _invalid(pk: str) -> SafeString:
    return format_html(' aria-invalid="true" aria-describedby="m{}"', pk)
