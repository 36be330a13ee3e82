"""Fields, locks and bulk writing that every app uses."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from apps.common.periods import Month


class MoneyField(models.DecimalField):
    """An amount in riyals with two places."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 14, "decimal_places": 2, **kwargs})


class MonthField(models.DateField):
    """A calendar month: `Month` in Python, its first day in the database."""

    description = _("Month")

    def from_db_value(self, value, expression, connection):
        return None if value is None else Month.of(value)

    def to_python(self, value):
        if value is None or isinstance(value, Month):
            return value
        if isinstance(value, datetime.date):
            return Month.of(value)
        try:
            return Month.parse(value[:7])
        except (TypeError, ValueError) as error:
            raise ValidationError(_("Enter a month such as 2026-10."), code="invalid") from error

    def get_prep_value(self, value):
        month = self.to_python(value)
        return None if month is None else month.first_day

    def value_to_string(self, obj):
        return str(self.value_from_object(obj))


def lock(name: str, *, shared: bool = False) -> None:
    """Waits for a lock of that name, held until the transaction ends; shared holders only keep an exclusive one out."""
    function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtextextended(%s, 0))", [name])


def copy_rows(table: str, columns: Iterable[str], rows: Iterable[tuple]) -> int:
    """Appends rows by COPY, the quickest way in, and returns how many; constraints and triggers hold as for INSERT."""
    statement = f'COPY "{table}" ({", ".join(columns)}) FROM STDIN'
    count = 0
    # Under Django's names for errors, so that a lost connection is told from a bad row here too.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for lines in _batches(rows):
            count += len(lines)
            copy.write("".join(lines))
    return count


def _batches(rows: Iterable[tuple], size: int = 2000) -> Iterator[list[str]]:
    lines = []
    for row in rows:
        lines.append("\t".join(map(_copy_text, row)) + "\n")
        if len(lines) == size:
            yield lines
            lines = []
    if lines:
        yield lines


_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _copy_text(value) -> str:
    if value is None:
        return r"\N"
    return value.translate(_ESCAPES) if isinstance(value, str) else str(value)


@contextmanager
def streamed(query: str, parameters: Iterable = ()) -> Iterator[Iterator[tuple]]:
    """Tuples of a large query through a server-side cursor, so that memory stays flat; needs an open transaction."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor(name="streamed") as cursor:
        cursor.itersize = 5000
        cursor.execute(query, parameters)
        yield iter(cursor)
