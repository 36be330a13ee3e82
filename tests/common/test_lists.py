"""A list page over the dated rules: filters, order, pages and workbooks, whatever the address holds."""

import io
from urllib.parse import unquote

import django_filters
import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from apps.accounts.models import User
from apps.common import lists, tables
from apps.regulations.models import Regulation

pytestmark = pytest.mark.django_db


class RuleTable(tables.Table):
    key = tables.Column(verbose_name="المفتاح")
    value = tables.IdColumn(verbose_name="القيمة")
    effective_from = tables.DayColumn(verbose_name="من تاريخ")

    class Meta(tables.Table.Meta):
        order_by = "key"


class RuleFilters(django_filters.FilterSet):
    q = lists.SearchFilter("key")
    unit = django_filters.ChoiceFilter(choices=[("minutes", "minutes"), ("percent", "percent")], label="الوحدة")


class RuleList(lists.ListView):
    table_class = RuleTable
    filterset_class = RuleFilters
    export_name = "القواعد"

    def get_queryset(self):
        return Regulation.objects.all()

    def render_to_response(self, context):
        return context


def ask(query: str = "", view=RuleList):
    request = RequestFactory().get(f"/rules/?{query}")
    request.user = User(pk=1)
    return view.as_view()(request)


def keys(context) -> list[str]:
    return [row.record.key for row in context["table"].paginated_rows]


def html(query: str = "") -> str:
    request = RequestFactory().get(f"/rules/?{query}")
    request.user = User(pk=1)
    page = RuleList.as_view()(request)
    template = engines["django"].from_string(
        '{% load django_tables2 %}{% include "components/filters.html" %}{% render_table table %}'
    )
    return template.render(page, request)


def test_a_page_holds_25_rows_in_an_order_that_ends_in_the_key():
    page = ask()
    assert len(keys(page)) == 25
    assert keys(page) == sorted(Regulation.objects.values_list("key", flat=True))[:25]
    assert page["table"].data.data.query.order_by == ("key", "pk")
    assert keys(ask("page=2")) == sorted(Regulation.objects.values_list("key", flat=True))[25:50]


@pytest.mark.parametrize("number", ["0", "-1", "1000000000", "99999999999999999999", "abc", "1.5", "", "٢", "²"])
def test_a_page_that_does_not_exist_is_the_first(number):
    assert keys(ask(f"page={number}")) == keys(ask())


def test_the_number_of_rows_is_not_for_the_address_to_say():
    assert len(keys(ask("per_page=10000"))) == 25


@pytest.mark.parametrize("sort", ["unknown", "-unknown", "--key", "pk", "key; DROP TABLE", "", "key,value", "\x00"])
def test_an_unknown_order_is_passed_over(sort):
    assert len(keys(ask(f"sort={sort}"))) == 25


def test_rows_can_be_ordered_both_ways():
    assert keys(ask("sort=-key")) == sorted(Regulation.objects.values_list("key", flat=True), reverse=True)[:25]


def test_filters_narrow_the_list_and_wrong_values_do_nothing():
    assert set(keys(ask("q=annuities"))) == {"annuities_rate"}
    assert {row.record.unit for row in ask("unit=percent")["table"].paginated_rows} == {"percent"}
    assert len(keys(ask("unit=nonsense"))) == 25
    assert len(keys(ask("q=" + "x" * 2000))) == 25
    assert keys(ask("q=annuities&q=hazards")) == keys(ask("q=hazards"))


def test_a_page_asks_three_questions_whatever_its_number(django_assert_num_queries):
    for number in (1, 2):
        with django_assert_num_queries(3):
            assert keys(ask(f"page={number}"))


def test_the_table_prints_headings_labels_and_order():
    page = html("sort=-key&unit=minutes")
    assert 'aria-sort="descending"' in page
    assert 'data-l="المفتاح"' in page
    assert 'role="table"' in page
    assert '<option value="minutes" selected>' in page


def test_links_keep_what_the_address_holds():
    page = html("sort=-key&page=2")
    assert 'href="?sort=-key&amp;page=1"' in page
    assert 'href="?sort=-key&amp;export=xlsx"' in page


def test_nothing_found_offers_to_clear_the_filters():
    page = html("q=nothing-is-called-so")
    assert "لا توجد نتائج مطابقة" in page
    assert 'href="/rules/"' in page


def workbook_of(response) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active


def test_the_workbook_holds_the_filtered_rows_and_all_of_them():
    response = ask("export=xlsx&unit=percent&page=2")
    assert "القواعد.xlsx" in unquote(response["Content-Disposition"])
    rows = list(workbook_of(response).values)
    assert rows[0] == ("المفتاح", "القيمة", "من تاريخ")
    assert len(rows) - 1 == Regulation.objects.filter(unit="percent").count()
    assert all(isinstance(row[1], str) for row in rows[1:])


def test_the_workbook_reads_in_the_direction_of_the_language():
    assert workbook_of(ask("export=xlsx")).sheet_view.rightToLeft
    with translation.override("en"):
        assert not workbook_of(ask("export=xlsx")).sheet_view.rightToLeft


def test_without_the_right_there_is_neither_link_nor_workbook():
    class Closed(RuleList):
        def may_export(self):
            return False

    assert not ask(view=Closed)["table"].may_export
    with pytest.raises(PermissionDenied):
        ask("export=xlsx", view=Closed)
