"""Columns that print themselves, on a page and in a workbook, and a table that needs no template per cell."""

import datetime
import inspect
from collections.abc import Mapping
from decimal import Decimal

import django_tables2
from django.db.models import TextChoices
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django_tables2.utils import Accessor

from apps.common import dates, workbook
from apps.common.periods import Month
from apps.common.templatetags import components


class Column(django_tables2.Column):
    """Text in its own direction. `css` goes to heading and cell alike; a heading column names its row."""

    css = "text"
    is_heading = False
    number_format = ""

    def render(self, value) -> SafeString:
        return format_html("<bdi>{}</bdi>", value)

    def cell(self, value):
        """What a workbook gets: text, a number, a date or nothing."""
        return value


class LinkColumn(Column):
    """The row's heading and the way to its page: `LinkColumn("invoices:invoice_detail", {"public_id": "public_id"})`.

    The route's other arguments come from the table's `route_kwargs`.
    """

    is_heading = True

    def __init__(self, route: str, kwargs: Mapping[str, str], *, ltr: bool = False, **options):
        super().__init__(**options)
        self.route = route
        self.route_accessors = {name: Accessor(path) for name, path in kwargs.items()}
        self.direction = "ltr" if ltr else "auto"

    def render(self, value, record, table) -> SafeString:
        kwargs = {name: accessor.resolve(record) for name, accessor in self.route_accessors.items()}
        url = reverse(self.route, kwargs={**table.route_kwargs, **kwargs})
        return format_html('<a href="{}"><bdi dir="{}">{}</bdi></a>', url, self.direction, value)


class IdColumn(Column):
    """An identifier: left to right on the page, text in a workbook."""

    css = "id"
    number_format = workbook.TEXT

    def render(self, value) -> SafeString:
        return components.island(value)


class NumberColumn(Column):
    css = "num"

    def render(self, value) -> SafeString:
        return components.number(value)


class MoneyColumn(NumberColumn):
    """Riyals (`Decimal`)."""

    number_format = workbook.MONEY

    def render(self, value) -> SafeString:
        return components.money(value)


class HoursColumn(NumberColumn):
    """Minutes in the database, hours on the page and in a workbook."""

    def render(self, value) -> SafeString:
        return components.hours(value)

    def cell(self, value):
        return None if value is None else Decimal(value) / 60


class MonthColumn(Column):
    css = ""

    def render(self, value) -> str:
        return dates.month_name(value)

    def cell(self, value: Month):
        return None if value is None else str(value)


class DayColumn(Column):
    css = ""
    number_format = workbook.DAY

    def render(self, value: datetime.date) -> str:
        return dates.gregorian(value)


class StateColumn(Column):
    """A state of a `TextChoices` as a dot and a word; `kinds` says which states are ok, warn, bad or info."""

    css = ""

    def __init__(self, states: type[TextChoices], kinds: Mapping[str, str], **options):
        super().__init__(**options)
        self.states, self.kinds = states, kinds

    def render(self, record) -> SafeString:
        value = self.accessor.resolve(record)
        kind = self.kinds.get(value)
        return format_html('<span class="tag{}">{}</span>', f" tag--{kind}" if kind else "", self.states(value).label)

    def cell(self, value):
        return None if value is None else str(self.states(value).label)


class Table(django_tables2.Table):
    """Rows are model instances or dictionaries (`queryset.values(…)`); their order always ends in `pk`.

    `route_kwargs` are the arguments of every link that come from the page's own address.
    """

    class Meta:
        template_name = "django_tables2/portal.html"

    def __init__(self, *args, route_kwargs: Mapping[str, object] | None = None, **kwargs):
        self.route_kwargs = route_kwargs or {}
        super().__init__(*args, **{"default": "–", **kwargs})

    def rows_html(self) -> SafeString:
        """The rows of the page. What a column's `render` wants to know is looked up once, not for every cell."""
        writers = [_Writer(bound) for bound in self.columns]
        rows = ("".join(writer.cell(row.record, self) for writer in writers) for row in self.paginated_rows)
        return mark_safe("".join(f'<tr role="row">{cells}</tr>' for cells in rows))  # noqa: S308  # nosec # of safe cells

    def headings(self) -> list[workbook.Heading]:
        return [workbook.Heading(str(bound.header), bound.column.number_format) for bound in self.columns]

    def cells(self, record) -> list:
        """One row of the workbook."""
        return [bound.column.cell(bound.accessor.resolve(record, quiet=True)) for bound in self.columns]


class _Writer:
    """Writes the cells of one column."""

    def __init__(self, bound):
        self.bound, self.column = bound, bound.column
        self.wanted = tuple(inspect.signature(bound.render).parameters)
        label = conditional_escape(bound.header)
        css = f' class="{self.column.css}"' if self.column.css else ""
        heading, cell = ("th", 'role="rowheader" scope="row"'), ("td", f'role="cell"{css} data-l="{label}"')
        self.tag, self.attributes = heading if self.column.is_heading else cell

    def cell(self, record, table: Table) -> str:
        value = self.bound.accessor.resolve(record, quiet=True)
        if value in self.column.empty_values:
            text = self.bound.default
        else:
            known = {
                "value": value,
                "record": record,
                "table": table,
                "column": self.column,
                "bound_column": self.bound,
            }
            text = self.bound.render(**{name: known[name] for name in self.wanted})
        return f"<{self.tag} {self.attributes}>{conditional_escape(text)}</{self.tag}>"
