"""Fields, locks and bulk writing that every app uses."""

import datetime
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from itertools import islice

import pgtrigger
from billiard.exceptions import SoftTimeLimitExceeded
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, models, transaction
from django.db.models.functions import Cast
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


def insert_only(name: str) -> list[pgtrigger.Trigger]:
    """What is written once: no row of it is changed or deleted, and the table is not emptied."""
    return [
        pgtrigger.Protect(name=f"{name}_is_final", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name=f"{name}_is_kept",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'pgtrigger: Cannot truncate % table', TG_TABLE_NAME;",
        ),
    ]


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


def read_by_index() -> None:
    """For the rest of the transaction tables are read through their indexes, and foreign keys checked so.

    For work on a small part of tables that grow meanwhile. The planner may know them as they were when nearly empty,
    and keeps for the whole session how a foreign key was first checked: reading such a table whole, row by row of it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")


def check_now(model: type[models.Model], field: str) -> None:
    """Checks a foreign key's rows here instead of at COMMIT, before something is locked that others wait for."""
    columns = [model._meta.get_field(field).column]
    with connection.cursor() as cursor:
        for name, each in connection.introspection.get_constraints(cursor, model._meta.db_table).items():
            if each["foreign_key"] and each["columns"] == columns:
                cursor.execute(f"SET CONSTRAINTS {connection.ops.quote_name(name)} IMMEDIATE")


def tuples(rows: models.QuerySet) -> list[tuple]:
    """The rows of a `values_list` as the driver reads them: no converter of a field is called for every value."""
    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        return cursor.fetchall()


def in_halalas(*fields: str) -> Cast:
    """The sum of fields in riyals, as a whole number of halalas."""
    return Cast(reduce(operator.add, map(models.F, fields)) * 100, models.BigIntegerField())


def copy_rows(table: str, columns: Iterable[str], rows: Iterable[tuple], *, halalas: Collection[str] = ()) -> int:
    """Appends rows by COPY, the quickest way in, and returns how many; constraints and triggers hold as for INSERT.

    Columns named in `halalas` hold riyals and are given in whole halalas, never None. The server takes in one batch
    while the next is made, so `rows` is best a generator.
    """
    columns = list(columns)
    names = ", ".join(f'"{column}"' for column in columns)
    # `123450e-2` is 1234.50 to the database, without a `Decimal` or a text of our own for each of a million amounts.
    template = "\t".join("%se-2" if column in halalas else "%s" for column in columns) + "\n"
    count = 0
    statement = f'COPY "{table}" ({names}) FROM STDIN'
    # Under Django's names for errors, so that a lost connection is told from a bad row here too.
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for batch in batched(rows, 1000):
            count += len(batch)
            copy.write(_copy_text(batch, template))
    return count


def analyze(*models: type[models.Model], only: Collection[str] = ()) -> None:
    """Tells the planner what the tables hold now: rows of the running transaction are unknown to it otherwise.

    `only` names the columns to look at, for a wide table of which few are ever asked for. Then a tenth of the usual
    sample is enough: read by index, such a table need only be known not to be empty.
    """
    columns = f" ({', '.join(only)})" if only else ""
    with connection.cursor() as cursor:
        if only:
            cursor.execute("SET LOCAL default_statistics_target = 10")
        for model in models:
            cursor.execute(f'ANALYZE "{model._meta.db_table}"{columns}')


def _copy_text(rows: list[tuple], template: str) -> str:
    """Rows in the text form of COPY. Nearly all are plain, and one look at many finished lines tells that they are."""
    lines = list(map(template.__mod__, rows))
    text = "".join(lines)
    tabs = template.count("\t")
    if "None" not in text and _is_plain(text, tabs * len(rows), len(rows)):
        return text
    return "".join(_copy_line(line, row, template, tabs) for line, row in zip(lines, rows, strict=True))


def _copy_line(line: str, row: tuple, template: str, tabs: int) -> str:
    if not _is_plain(line, tabs, 1):
        return template % tuple(map(_escaped, row))
    if None in row:
        return template % tuple([r"\N" if value is None else value for value in row])
    return line


def _is_plain(text: str, tabs: int, lines: int) -> bool:
    return text.count("\t") == tabs and text.count("\n") == lines and "\\" not in text and "\r" not in text


def batched(items: Iterable, size: int) -> Iterator[list]:
    """The items in lists of so many, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _escaped(value) -> str:
    return r"\N" if value is None else str(value).translate(_ESCAPES)


@contextmanager
def streamed(query: str, parameters: Iterable = ()) -> Iterator[Iterator[tuple]]:
    """Tuples of a large query through a server-side cursor, so that memory stays flat; needs an open transaction."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor(name="streamed") as cursor:
        cursor.itersize = 5000
        cursor.execute(query, parameters)
        yield iter(cursor)
