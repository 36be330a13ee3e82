"""The posted grid: which rows came, what they showed at the beginning, what was typed into each day; and a reason."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.forms import PlainTextField
from apps.common.periods import Month
from apps.timesheets import rules

# Keys of the database stay below this many digits; a longer number is nobody's.
_HOURS = re.compile(r"h-([0-9]{1,18})-([0-9]{1,2})")
_REVISION = re.compile(r"([0-9]{1,2}):((?:[0-9]{1,4},)*[0-9]{1,4})")


class FormDoesNotFit(DomainError):
    """Rows or days are missing, came twice or do not belong here: nothing of such a form can be trusted."""

    message = _("The form did not arrive whole, so nothing was saved. Open the month again")


@dataclass(frozen=True, slots=True)
class PostedRow:
    """One contract's row: the minutes that each of its cells showed, and the text that each holds now, by day."""

    contract_id: int
    original: Mapping[int, int]
    texts: Mapping[int, str]

    @property
    def changed(self) -> dict[int, str]:
        """The texts that are not what their cells showed."""
        return {
            day: text for day, text in self.texts.items() if rules.minutes_or_none(text) != self.original.get(day, 0)
        }

    def entered(self) -> rules.EnteredRow:
        """The texts as minutes; a text that is none becomes a problem of its day."""
        minutes, problems = {}, []
        for day, text in self.texts.items():
            try:
                minutes[day] = rules.parse_minutes(text) or 0 if text else 0
            except DomainError as refusal:
                problems.append(rules.Problem(day, refusal))
        return rules.EnteredRow(self.contract_id, minutes, self.original, problems)


def hours_name(contract_id: int, day: int) -> str:
    """The field of one day."""
    return f"h-{contract_id}-{day}"


def revision(shown: Mapping[int, int]) -> str:
    """What a row's cells show, from the first to the last of them, as the form carries it: `12:480,0,450`."""
    return f"{min(shown)}:{','.join(str(shown[day]) for day in sorted(shown))}" if shown else ""


def read_grid(post: QueryDict, month: Month) -> dict[int, PostedRow]:
    """Every row that the form says it has, by contract; `FormDoesNotFit` when any is not as it was sent."""
    numbers = _one(post, "rows").split(",")
    if not all(number.isascii() and number.isdecimal() and len(number) <= 18 for number in numbers):
        raise FormDoesNotFit
    contract_ids = list(map(int, numbers))
    texts: dict[int, dict[int, str]] = {contract_id: {} for contract_id in contract_ids}
    for name in post:
        if name.startswith("h-"):
            found = _HOURS.fullmatch(name)
            if not found or int(found[1]) not in texts or not 1 <= int(found[2]) <= month.length:
                raise FormDoesNotFit
            texts[int(found[1])][int(found[2])] = _one(post, name)
    revisions = [name for name in post if name.startswith("rev-")]
    if len(texts) != len(contract_ids) or len(revisions) != len(texts):
        raise FormDoesNotFit
    rows = {pk: PostedRow(pk, _shown(_one(post, f"rev-{pk}"), month), days) for pk, days in texts.items()}
    if not all(row.original.keys() <= row.texts.keys() for row in rows.values()):
        raise FormDoesNotFit
    return rows


def salvaged(post: QueryDict, contract_ids: Iterable[int], month: Month) -> dict[int, PostedRow]:
    """What was typed for these contracts in a form that is not whole: shown again, never saved."""
    rows = {}
    for pk in contract_ids:
        names = {day: hours_name(pk, day) for day in range(1, month.length + 1)}
        rows[pk] = PostedRow(pk, {}, {day: post[name] for day, name in names.items() if name in post})
    return rows


def _one(post: QueryDict, name: str) -> str:
    values = post.getlist(name)
    if len(values) != 1:
        raise FormDoesNotFit
    return values[0]


def _shown(text: str, month: Month) -> dict[int, int]:
    if not text:
        return {}
    found = _REVISION.fullmatch(text)
    if not found:
        raise FormDoesNotFit
    minutes = found[2].split(",")
    first = int(found[1])
    if not 1 <= first <= first + len(minutes) - 1 <= month.length:
        raise FormDoesNotFit
    return dict(enumerate(map(int, minutes), start=first))


class ReopenForm(forms.Form):
    reason = PlainTextField(
        label=_("Reason"),
        help_text=_("Everybody who sees the hours of the establishment reads it; up to 300 characters"),
        limit=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("The reason is required")},
    )
