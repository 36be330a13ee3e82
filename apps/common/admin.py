"""The admin is a reading room: what staff find and read there; what changes, changes through a service."""

from collections.abc import Callable

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import connection, models
from django.db.models import F, Field, Func, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from apps.common import clock, dates, limits, names, text
from apps.common.db import MoneyField, MonthField
from apps.common.periods import Month
from apps.common.templatetags import components


class PlainCount(Paginator):
    """A count that never reads a whole large table: an estimate of all rows, and of a search no more than `MOST`."""

    MOST = 10_000

    @cached_property
    def count(self) -> int:
        return self._estimate or self.object_list.order_by()[: self.MOST].count()

    @property
    def how_many(self) -> str:
        """The count in words, which say when it is no exact one."""
        if self._estimate:
            return _("about %(count)s") % {"count": text.result_count(self.count)}
        if self.count == self.MOST:
            return _("%(count)s or more") % {"count": text.result_count(self.count)}
        return text.result_count(self.count)

    @cached_property
    def _estimate(self) -> int:
        """What the database believes of a whole large table; 0 for a small one or a search."""
        if self.object_list.query.where:
            return 0
        with connection.cursor() as cursor:
            table = f'"{self.object_list.model._meta.db_table}"'
            cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
            rows = int(cursor.fetchone()[0])
        return rows if rows > self.MOST else 0


def folded(field: str) -> Func:
    """A name that has no search key of its own, folded by the database as `names.fold` folds what is searched for."""
    letters = {chr(code): letter for code, letter in names.FOLD.items()}
    known = sorted(letters, key=lambda letter: letters[letter] is None)
    # What has no counterpart at the end is left out.
    replaced = "".join(letters[letter] or "" for letter in known)
    return Func(F(field), Value("".join(known)), Value(replaced), function="translate", output_field=models.CharField())


class MonthFilter(admin.SimpleListFilter):
    """The rows of one month, of the last two years' months or, in the address, of any."""

    title = _("month")
    parameter_name = "month"
    MONTHS = 24

    def lookups(self, request: HttpRequest, model_admin) -> list[tuple[str, str]]:
        running = Month.of(clock.today())
        return [(str(month), dates.month_name(month)) for month in (running + -back for back in range(self.MONTHS))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        try:
            return self.of_month(queryset, Month.parse(self.value()))
        except ValueError as error:
            raise IncorrectLookupParameters from error

    def of_month(self, queryset: QuerySet, month: Month) -> QuerySet:
        return queryset.filter(month=month)


def _column(field: Field, words: Callable) -> Callable:
    @admin.display(description=field.verbose_name, ordering=field.name, empty_value="–")
    def column(record):
        value = getattr(record, field.name)
        return None if value is None else words(value)

    column.__name__ = field.name
    return column


class Room(admin.ModelAdmin):
    """What every model of the admin has in common: no bulk action, no deletion, no count of a whole large table."""

    actions = None
    show_full_result_count = False
    list_per_page = 50
    paginator = PlainCount
    empty_value_display = "–"

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        if request.GET.get("q") and (refusal := limits.refusal(request, "search")):
            return refusal
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str):
        """Names and numbers are searched as people write them."""
        return super().get_search_results(request, queryset, names.fold(search_term))


class ReadingRoom(Room):
    """A model that staff find and read. Nobody adds or changes it here, whoever he is.

    Amounts and months are printed as everywhere in the portal.
    """

    hidden: tuple[str, ...] = ()

    WORDS = ((MoneyField, components.money), (MonthField, dates.month_name))

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        self.printed = {
            field.name: _column(field, words)
            for field in model._meta.concrete_fields
            for kind, words in self.WORDS
            if isinstance(field, kind)
        }

    def has_add_permission(self, request: HttpRequest, *args) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def get_list_display(self, request: HttpRequest) -> list:
        return [self.printed.get(name, name) for name in self.list_display]

    def get_list_display_links(self, request: HttpRequest, list_display: list) -> list:
        return list_display[:1]

    def get_fields(self, request: HttpRequest, obj=None) -> list:
        if self.fields:
            return [self.printed.get(name, name) for name in self.fields]
        shown = (
            field.name
            for field in self.model._meta.concrete_fields
            if field.editable and not field.primary_key and field.name not in self.hidden
        )
        return [self.printed.get(name, name) for name in shown]

    def get_readonly_fields(self, request: HttpRequest, obj=None) -> list:
        return self.get_fields(request, obj)


class ReadingInline(admin.TabularInline):
    """Rows that belong to the record above them, to be read."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, *args) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class PaperRoom(ReadingRoom):
    """Stored PDFs: their state to be read, and the very file that was stored to be opened."""

    list_filter = ("language", ("rendered_at", admin.EmptyFieldListFilter))
    ordering = ("-pk",)
    sortable_by = ()
    hidden = ("content",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("content")

    def get_urls(self) -> list:
        name = f"{self.opts.app_label}_{self.opts.model_name}_pdf"
        return [path("<int:pk>/pdf/", self.admin_site.admin_view(self.pdf), name=name), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj=None) -> list:
        return [*super().get_fields(request, obj), "file"]

    @admin.display(description=_("file"))
    def file(self, paper) -> str | None:
        if not paper.is_ready:
            return None
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_pdf", args=[paper.pk])
        return format_html('<a href="{}">{}</a>', address, _("Open the PDF"))

    def pdf(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if refusal := limits.refusal(request, "paper"):
            return refusal
        paper = get_object_or_404(self.model.objects.exclude(content=None), pk=pk)
        return HttpResponse(bytes(paper.content), content_type="application/pdf")
