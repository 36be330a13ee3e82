"""The month as a table of people and days: what its cells hold, its totals, and what is said under a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.regulations.rules import RuleSet
from apps.timesheets import rules
from apps.timesheets.forms import PostedRow, revision
from apps.timesheets.rules.outlook import ContractOutlook
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
    weekday: str
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
    conflicts: list[tuple[rules.Conflict, str, str, str]] = field(default_factory=list)
    left_minutes: int | None = None
    outlook: ContractOutlook | None = None

    @property
    def outlook_words(self) -> str:
        """`8 days, 5 h carried`"""
        days, carried, lapsed = self.outlook
        if carried or lapsed:
            words = _("%(days)s, %(hours)s h carried") if carried else _("%(days)s, %(hours)s h lapse")
            return words % {"days": text.day_count(days), "hours": text.hours(carried or lapsed)}
        return text.day_count(days)

    @property
    def left_count(self) -> int:
        """The number that the words for the hours left follow: fractions take the last plural form, as 100 does."""
        return 100 if self.left_minutes % 60 else self.left_minutes // 60

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
    outlook: Mapping[int, ContractOutlook] = field(default_factory=dict)

    def build(self, contracts: Iterable[Contract]) -> Grid:
        day_heads = heads(self.month)
        styles = [head.css for head in day_heads]
        day_totals = [0] * len(day_heads)
        rows = [self._row(contract, styles, day_totals) for contract in contracts]
        totals = [rules.as_hours(minutes) if minutes else "" for minutes in day_totals]
        return Grid(self.month, day_heads, rows, totals, self.limits.max_minutes_month)

    def _row(self, contract: Contract, styles: Sequence[str], day_totals: list[int]) -> Row:
        stored = self.stored.get(contract.pk, {})
        first, last = rules.term_in(self.month, contract.starts_on, contract.ends_on)
        open_days = range(first, min(last, self.until) + 1) if self.is_editable else range(0)
        # What a person typed and is not saved; a cell he left alone shows what is saved by now.
        typed = self.posted[contract.pk].changed if contract.pk in self.posted else {}
        refused = self.refused.get(contract.pk, _NO_REFUSAL)
        invalid = {problem.day for problem in refused.problems if problem.day}
        asked = {conflict.day for conflict in refused.conflicts}
        copied = self.copied.get(contract.pk, {})
        pk, minutes, cells = str(contract.pk), 0, []
        for day, style in enumerate(styles, start=1):
            shown = typed.get(day)
            written = shown if shown is not None else rules.as_hours(stored[day]) if stored.get(day) else ""
            css = style
            if day in copied and not written.strip():
                written, css = rules.as_hours(copied[day]), f"{style} new"
            in_cell = rules.minutes_or_none(written) or 0 if written else 0
            minutes += in_cell
            day_totals[day - 1] += in_cell
            if day in asked:
                kind = "asked"
            elif day in open_days or (shown and self.is_editable):
                kind = "input"
            elif written or first <= day <= last:
                kind = "ahead" if not written and day > self.until else "shown"
            else:
                kind, css = "off", f"{style} off"
            cells.append(Cell(kind, css, str(day), written, _invalid(pk) if day in invalid else ""))
        stored_minutes = sum(stored.values())
        row = Row(
            contract=contract,
            pk=pk,
            cells=cells,
            revision=revision(self._shown(contract.pk, stored, typed, open_days)),
            minutes=minutes,
            person_minutes=self.totals.get(contract.subscriber_id, 0) - stored_minutes + minutes,
            is_saved=minutes == stored_minutes and not typed,
            outlook=self.outlook.get(contract.pk),
        )
        self._remark(row, refused)
        return row

    def _shown(
        self, contract_id: int, stored: Mapping[int, int], typed: Mapping[int, str], open_days: range
    ) -> dict[int, int]:
        """What each cell showed before it was typed into: asked about once, a conflict must not come again."""
        shown = {day: stored.get(day, 0) for day in open_days}
        if not self.is_judged and contract_id in self.posted:
            original = self.posted[contract_id].original
            shown |= {day: original.get(day, 0) for day in typed if day in shown}
        return shown

    def _remark(self, row: Row, refused: Refused) -> None:
        for conflict in refused.conflicts:
            day = dates.day_and_month(self.month.day(conflict.day))
            row.conflicts.append((conflict, day, rules.as_hours(conflict.saved), rules.as_hours(conflict.entered)))
        for problem in refused.problems:
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
            said = _("%(problem)s. Did you mean %(hours)s?") % {"problem": said, "hours": rules.as_hours(meant)}
        day = self.month.day(problem.day)
        return Remark(f"h{row.pk}-{problem.day}", dates.weekday_name(day), dates.day_and_month(day), said)


def _of_month(row: Row, said: str) -> Remark:
    return Remark(f"p{row.pk}", "", "", said)


def _invalid(pk: str) -> SafeString:
    return format_html(' aria-invalid="true" aria-describedby="m{}"', pk)
