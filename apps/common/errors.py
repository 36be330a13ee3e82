"""A refusal: something a person may meet, said in words. Anything else is a fault and reaches the log whole."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from apps.common import dates, text
from apps.common.periods import Month


class DomainError(Exception):
    """Subclasses are named as refusals, live beside what raises them, and carry a `message` with named placeholders.

    A day, a month, or a pair such as `("minutes", 720)` (kinds as in `text.words`) is said in the reader's language.
    """

    message = _("This is not possible.")

    def __init__(self, **values):
        super().__init__(self.message)
        self.values = values

    def __str__(self) -> str:
        values = {name: _said(value) for name, value in self.values.items()}
        return str(self.message) % values if values else str(self.message)


def _said(value):
    """Days and months by their names, counted things with their unit, in the language in use."""
    if isinstance(value, datetime.date):
        return dates.gregorian(value)
    if isinstance(value, tuple):
        return text.words(*value)
    return dates.month_name(value) if isinstance(value, Month) else value


class RowRefusal(NamedTuple):
    """What is wrong with one of many rows: its place among them, from 0, and the field, empty for the whole row."""

    position: int
    field: str
    refusal: DomainError

    def __str__(self) -> str:
        return str(self.refusal)


class RowsRefused(DomainError):
    """Nothing of many rows is taken. `rows` has every fault of every row, in the order of the rows."""

    message = _("Rows that cannot be taken: %(count)s")

    def __init__(self, rows: Iterable[RowRefusal]):
        self.rows = sorted(rows, key=lambda row: row.position)
        super().__init__(count=len({row.position for row in self.rows}))


class Fault(DomainError):
    """Stands for an error nobody foresaw, where one record is set aside so that the others go on."""

    message = _("An unexpected fault (%(fault)s) stopped this. The log has the details.")


Kept = dict[str, str | list]


def stored(error: Exception) -> tuple[str, Kept]:
    """A refusal as it is kept in the database: its English template and what stands in it, in no language yet."""
    refusal = error if isinstance(error, DomainError) else Fault(fault=type(error).__name__)
    with override(None):
        return str(refusal.message), {name: _kept(value) for name, value in refusal.values.items()}


def _kept(value) -> str | list:
    if isinstance(value, datetime.date):
        return ["day", value.isoformat()]
    if isinstance(value, Month):
        return ["month", str(value)]
    return list(value) if isinstance(value, tuple) else str(value)


_READ = {"day": datetime.date.fromisoformat, "month": Month.parse}


def _found(value: str | list):
    if not isinstance(value, list):
        return value
    kind, said = value
    return _said(_READ[kind](said) if kind in _READ and isinstance(said, str) else (kind, said))


def sentence(template: str, values: Kept) -> str:
    """A stored refusal in the reader's language."""
    return gettext(template) % {name: _found(value) for name, value in values.items()} if template else ""
