"""A list page: its address holds filters, order and page; whatever else stands there is passed over, never an error."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_tables2 import SingleTableView
from django_tables2.rows import BoundRows

from apps.common import limits, names, workbook
from apps.common.tables import Table

ROWS_PER_PAGE = 25


class SearchFilter(django_filters.CharFilter):
    """Finds names as people write them: every word of the search must occur in the folded search key."""

    def __init__(self, field_name: str = "search_key", **options):
        super().__init__(field_name=field_name, max_length=100, **{"label": _("Search"), **options})
        self.extra["widget"] = self.field_class.widget(attrs={"type": "search"})

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        for word in names.fold(value or "").split():
            queryset = queryset.filter(**{f"{self.field_name}__contains": word})
        return queryset


class ListView(SingleTableView):
    """Set `table_class`, perhaps `filterset_class`, and write `get_queryset`; the order of the rows ends in `pk`.

    A page costs three queries whatever its number: a count, the keys of its rows, and the rows. `?export=xlsx` answers
    with all filtered rows as a workbook called `export_name`; `may_export` decides who gets it.

    `first_rows` may name a column, and the condition of the rows that this column puts before all others. A page of
    them alone is then found by the rest of the order, for which there is an index, without all rows being sorted.
    """

    table_class: type[Table]
    filterset_class: type[django_filters.FilterSet] | None = None
    export_name = ""
    empty_text = _("Nothing here yet.")
    first_rows: tuple[str, Q] = ("", Q())

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        costly = "export" if self._is_export() else "search" if request.GET.get("q") else ""
        if costly and (refusal := limits.refusal(request, costly)):
            return refusal
        self.object_list = self.get_queryset()
        self.filterset = None
        if self.filterset_class:
            self.filterset = self.filterset_class(request.GET, queryset=self.object_list, request=request)
            # An invalid value is not in the form's cleaned data, so it filters nothing.
            self.object_list = self.filterset.qs
        if self._is_export():
            return self.export()
        return self.render_to_response(self.get_context_data())

    def get_table(self, **kwargs) -> Table:
        table = self.table_class(self.object_list, **{"route_kwargs": self.kwargs, **kwargs})
        table.request = self.request
        sort = self.request.GET.getlist("sort")
        if sort:
            table.order_by = sort
        rows = table.data.data
        table.data.data = rows.order_by(*rows.query.order_by, "pk")
        return table

    def get_context_data(self, **kwargs) -> dict:
        table = self.get_table()
        table.page = self._page(table)
        table.empty_text = self.empty_text
        table.is_filtered = self._is_filtered()
        table.may_export = bool(self.export_name) and self.may_export()
        return {"table": table, "filters": self.filterset, "view": self, **kwargs}

    def may_export(self) -> bool:
        return True

    def export(self) -> HttpResponse:
        if not self.may_export():
            raise PermissionDenied
        table = self.get_table()
        rows = (table.cells(record) for record in table.data.data.iterator(chunk_size=2000))
        return workbook.attachment(name=str(self.export_name), headings=table.headings(), rows=rows)

    def _is_export(self) -> bool:
        return bool(self.export_name) and self.request.GET.get("export") == "xlsx"

    def _page(self, table: Table) -> Page:
        ordered = searched = table.data.data
        paginator = Paginator(ordered, ROWS_PER_PAGE)
        column, condition = self.first_rows
        is_led = ordered.query.order_by[0] == column
        if is_led:
            counts = ordered.aggregate(all=Count("*"), first=Count(Value(1), filter=condition))
            paginator.count = counts["all"]
        number = _page_number(self.request.GET.get("page", ""), last=paginator.num_pages)
        start = (number - 1) * ROWS_PER_PAGE
        end = min(start + ROWS_PER_PAGE, paginator.count)
        if is_led and end <= counts["first"]:
            searched = ordered.filter(condition).order_by(*ordered.query.order_by[1:])
        # Keys first: the joins of a deep page are then those of 25 rows only.
        keys = list(searched.values_list("pk", flat=True)[start:end])
        rows = BoundRows(data=list(ordered.filter(pk__in=keys)), table=table)
        return Page(rows, number, paginator)

    def _is_filtered(self) -> bool:
        return self.filterset is not None and any(self.request.GET.get(name) for name in self.filterset.filters)


def _page_number(written: str, *, last: int) -> int:
    """The page asked for, or the first when there is no such page."""
    number = int(written) if written.isascii() and written.isdecimal() and len(written) <= 9 else 1
    return number if 1 <= number <= last else 1
