"""Fields, locks and bulk writing that every app uses."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from billiard.exceptions import SoftTimeLimitExceeded
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, models, transaction
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


@models.ForeignKey.register_lookup
@models.Field.register_lookup
class Among(models.Lookup):
    """`pk__among=[…]`: one array instead of a parameter for each of thousands of keys."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", [*left_params, list(self.rhs)]


def lock(name: str, *, shared: bool = False) -> None:
    """Waits for a lock of that name, held until the transaction ends; shared holders only keep an exclusive one out."""
    function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtextextended(%s, 0))", [name])


# A lost database, or a worker whose time is up: no fault of the rows at hand, which wait for the next hand.
INTERRUPTIONS = (OperationalError, SoftTimeLimitExceeded)


def narrow_down(
    keys: Sequence[int], work: Callable[[Sequence[int]], object], set_aside: Callable[[int, Exception], object]
) -> None:
    """Works on all keys at once; a fault among many is narrowed down by halves until its key stands alone.

    That one is set aside with the error, and all others are worked on. An interruption is raised.
    """
    try:
        with transaction.atomic():
            work(keys)
    except INTERRUPTIONS:
        raise
    except Exception as error:
        if len(keys) == 1:
            set_aside(keys[0], error)
            return
        middle = len(keys) // 2
        for half in (keys[:middle], keys[middle:]):
            narrow_down(half, work, set_aside)


def copy_rows(table: str, columns: Iterable[str], rows: Iterable[tuple]) -> int:
    """Appends rows by COPY, the quickest way in, and returns how many; constraints and triggers hold as for INSERT.

    The server takes in one batch while the next is made, so `rows` is best a generator.
    """
    columns = list(columns)
    names = ", ".join(f'"{column}"' for column in columns)
    count = 0
    statement = f'COPY "{table}" ({names}) FROM STDIN'
    # Under Django's names for errors, so that a lost connection is told from a bad row here too.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for lines in batched(_copy_lines(rows, len(columns)), 2000):
            count += len(lines)
            copy.write("".join(lines))
    return count


def analyze(*models: type[models.Model]) -> None:
    """Tells the planner what the tables hold now: rows of the running transaction are unknown to it otherwise."""
    with connection.cursor() as cursor:
        for model in models:
            cursor.execute(f'ANALYZE "{model._meta.db_table}"')


def _copy_lines(rows: Iterable[tuple], width: int) -> Iterator[str]:
    """Rows in the text form of COPY. Nearly all are plain, and one look at the finished line tells which are not."""
    template = "\t".join(["%s"] * width) + "\n"
    for row in rows:
        line = template % row
        is_plain = line.count("\t") == width - 1 and line.count("\n") == 1 and "\\" not in line and "\r" not in line
        if not is_plain:
            line = "\t".join(map(_copy_text, row)) + "\n"
        elif None in row:
            line = template % tuple([r"\N" if value is None else value for value in row])
        yield line


def batched(items: Iterable, size: int) -> Iterator[list]:
    """The items in lists of so many, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _copy_text(value) -> str:
    return r"\N" if value is None else str(value).translate(_ESCAPES)


@contextmanager
def streamed(query: str, parameters: Iterable = ()) -> Iterator[Iterator[tuple]]:
    """Tuples of a large query through a server-side cursor, so that memory stays flat; needs an open transaction."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor(name="streamed") as cursor:
        cursor.itersize = 5000
        cursor.execute(query, parameters)
        yield iter(cursor)
