"""A block from a spreadsheet over one page of people: what it would change there, and what it cannot."""

from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from apps.common import dates, text
from apps.common.errors import DomainError
from apps.timesheets import rules
from apps.timesheets.forms import hours_name
from apps.timesheets.pages.entry import MonthPage


class Change(NamedTuple):
    """One day as it stands and as it would be; `problem` says why it could not be saved so."""

    name: str
    day: str
    before: str
    after: str
    problem: str


class PastePage:
    """The block of a form, and the people and days it would land on. `refusal` says why it cannot be read."""

    def __init__(self, page: MonthPage, post: QueryDict):
        self.page = page
        self.block = post.get("block", "")
        self.hidden = [pair for pair in post.items() if pair[0] == "rows" or pair[0].startswith(("h-", "rev-"))]
        self.contract_id = _number(post.get("person"))
        self.day = _number(post.get("day")) or 1
        self.refusal: DomainError | None = None

    @property
    def is_tried(self) -> bool:
        return bool(self.block.strip())

    @property
    def people(self) -> list[tuple[int, str]]:
        return [(contract.pk, contract.subscriber.name) for contract in self.page.shown]

    @property
    def days(self) -> list[tuple[int, str]]:
        return [(day.day, dates.day_and_month(day)) for day in self.page.month.days]

    @cached_property
    def pasted(self) -> rules.Pasted:
        try:
            block = rules.read_block(self.block)
        except DomainError as refusal:
            self.refusal = refusal
            return rules.Pasted()
        month_length = self.page.month.length
        return rules.paste(block, self._places, contract_id=self.contract_id, day=self.day, month_length=month_length)

    @property
    def _places(self) -> list[rules.Place]:
        places = []
        for contract in self.page.shown:
            person = contract.subscriber
            first, last = rules.term_in(self.page.month, contract.starts_on, contract.ends_on)
            term, open_days = range(first, last + 1), range(first, min(last, self.page.until) + 1)
            keys = rules.name_keys(person.full_name_ar, person.full_name_en)
            places.append(rules.Place(contract.pk, person.national_id, keys, term, open_days))
        return places

    @cached_property
    def changes(self) -> list[Change]:
        """What would change against what the page held, by person and day."""
        texts = {contract_id: row.texts for contract_id, row in self.page.posted.items()}
        differing = list(rules.differing(self.pasted.cells, texts))
        self.page.put(self.pasted)
        names = dict(self.people)
        said = {remark.anchor: remark.text for row in self.page.grid.rows for remark in row.remarks}
        changes = []
        for contract_id, day, before, after in differing:
            word = dates.day_and_month(self.page.month.day(day))
            changes.append(Change(names[contract_id], word, before, after, said.get(f"h{contract_id}-{day}", "")))
        return changes

    @property
    def answer(self) -> dict:
        """For the page's script: the text of each field, and what is said of the block."""
        cells = {
            hours_name(contract_id, day): written
            for contract_id, days in self.pasted.cells.items()
            for day, written in days.items()
        }
        return {"cells": cells, "said": ". ".join(self.said)}

    @property
    def said(self) -> list[str]:
        """What became of the block: how much landed, what did not and why."""
        if self.refusal:
            return [str(self.refusal)]
        return [self.count_words, *self.skipped_words] + [self.unmatched_words] * self.has_unmatched

    @property
    def has_unmatched(self) -> bool:
        return bool(self.pasted.unmatched or self.pasted.nameless)

    @property
    def unmatched_words(self) -> str:
        nameless = (_("row %(number)s, which has no name") % {"number": number} for number in self.pasted.nameless)
        labels = pgettext("list", ", ").join([*self.pasted.unmatched, *nameless])
        return _("Not found on this page: %(labels)s") % {"labels": labels}

    @property
    def count_words(self) -> str:
        """`Pasted 42 values, skipped 3`"""
        count = self.pasted.count
        values = {"n": text.number(count), "skipped": text.number(self.pasted.skipped)}
        if not self.pasted.skipped:
            return ngettext("Pasted %(n)s value", "Pasted %(n)s values", count) % values
        return (
            ngettext("Pasted %(n)s value, skipped %(skipped)s", "Pasted %(n)s values, skipped %(skipped)s", count)
            % values
        )

    @property
    def skipped_words(self) -> list[str]:
        reasons = (
            (_("Outside the contract: %(count)s"), self.pasted.outside),
            (_("Still to come: %(count)s"), self.pasted.ahead),
            (_("Beyond the people and days of this page: %(count)s"), self.pasted.beyond),
        )
        return [words % {"count": text.number(count)} for words, count in reasons if count]


def _number(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) <= 18 else 0
