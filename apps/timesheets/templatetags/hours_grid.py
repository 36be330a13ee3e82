"""Rows and cells of the hours grid: most of the page, and a template takes its time for each of its variables.

So does `format_html` for each of a thousand values. What is put in here by `%` is a number, a class or already safe;
what people wrote goes through `escape`, the standard library's.
"""

from html import escape

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from apps.common.templatetags import components
from apps.timesheets.grid import Grid, Row, both_words

register = template.Library()

_CELL = '<td role="cell" class="d%s" data-d="%s">%s</td>\n'
_INPUT = (
    '<input id="h%(pk)s-%(day)s" name="h-%(pk)s-%(day)s" value="%(value)s" inputmode="decimal" autocomplete="off"'
    ' dir="ltr" aria-labelledby="p%(pk)s d%(day)s"%(attributes)s>'
)
_SPOKEN = '<span class="vh">%s</span>'
_INVALID = ' aria-invalid="true" aria-describedby="m%s"'
_ROW = (
    '<tr role="row"%(row)s%(data)s>\n<th role="rowheader" scope="row" class="who"><span class="name" id="p%(pk)s">'
    '<bdi>%(name)s</bdi></span> <span class="id">%(number)s</span>%(revision)s%(week)s</th>\n'
    '%(cells)s<td role="cell" class="tot">%(total)s</td></tr>'
)
_REVISION = '<input type="hidden" name="rev-%s" value="%s">'
_DATA = (
    ' data-person="%s" data-minutes="%s" data-stored="%s" data-person-stored="%s" data-brought="%s" data-lapses="%s"'
)
_TOTAL = '<span><b>%s</b> %s</span>%s<span class="days">%s</span><span class="both">%s</span>'
_HEAD = (
    '<th role="columnheader" scope="col" id="d{0}"{1}><abbr title="{4}">{3}</abbr>{0}<span class="vh"> {2}</span>'
    '<span class="h" aria-hidden="true">{5}</span></th>\n'
)


@register.simple_tag
def day_heads(grid: Grid) -> SafeString:
    """The days over the grid, with their letters and Hijri days."""
    month = grid.month_word
    return format_html_join(
        "",
        _HEAD,
        (
            (number, format_html(' class="{}"', css) if css else "", month, letter, weekday, hijri)
            for number, css, letter, weekday, hijri in grid.heads
        ),
    )


@register.simple_tag
def week_letters(grid: Grid) -> SafeString:
    """Sunday to Saturday over the days of one person, where a narrow screen shows them as a calendar."""
    letters = format_html_join("", "<span>{}</span>", ((letter,) for letter in grid.week))
    return format_html('<span class="wk" aria-hidden="true">{}</span>', letters)


@register.simple_tag
def hours_row(row: Row, grid: Grid, week: SafeString, *, is_editable: bool) -> SafeString:
    """One contract: its person, its days and its total. What the script counts on from stands with it while it can."""
    person = row.contract.subscriber
    parts = {
        "row": f' class="{row.css}"' if row.css else "",
        "data": _data(row) if is_editable else "",
        "pk": row.pk,
        "name": escape(person.name),
        "number": components.masked_id(person.national_id),
        "revision": _REVISION % (row.pk, escape(row.revision)) if is_editable else "",
        "week": week,
        "cells": _cells(row),
        "total": _total(row, grid),
    }
    return mark_safe(_ROW % parts)  # noqa: S308  # nosec # every part is escaped


@register.simple_tag
def day_totals(grid: Grid) -> SafeString:
    """What everybody's hours of each day come to."""
    return format_html_join("", '<td role="cell">{}</td>', ((minutes,) for minutes in grid.day_totals))


def _cells(row: Row) -> str:
    """The days of one row; what a person typed is escaped like everything else."""
    fixed = {
        "ahead": "",
        "off": _SPOKEN % escape(_("Outside contract")),
        "asked": '<b aria-hidden="true">?</b>' + _SPOKEN % escape(_("choose below")),
    }
    invalid = _INVALID % row.pk
    parts = []
    for kind, css, day, value, is_invalid, is_unsaved in row.cells:
        inside = fixed.get(kind)
        if inside is None:
            inside = escape(value) if value else ""
        if kind == "input":
            attributes = (invalid if is_invalid else "") + (" data-unsaved" if is_unsaved else "")
            inside = _INPUT % {"pk": row.pk, "day": day, "value": inside, "attributes": attributes}
        parts.append(_CELL % (css, day, inside))
    return "".join(parts)


def _data(row: Row) -> str:
    """What a script counts on from: whose row it is, and its minutes as shown, as stored, and brought along."""
    brought = "" if row.brought_minutes is None else row.brought_minutes
    minutes = row.contract.subscriber_id, row.minutes, row.stored_minutes, row.person_stored_minutes
    return _DATA % (*minutes, brought, "yes" if row.lapses else "")


def _total(row: Row, grid: Grid) -> str:
    """One row's hours beside the limit of the month, and what they come to."""
    is_bad = row.css == "is-bad"
    if is_bad:
        words = _("Computed after correction")
    elif not row.is_saved:
        words = _("Computed after saving")
    else:
        words = row.outlook_words if row.outlook else ""
    both = ""
    if not is_bad and row.person_minutes != row.minutes:
        both = escape(both_words()) % {"hours": components.hours(row.person_minutes)}
    shown, meter = components.hours(row.minutes), components.meter(row.person_minutes, grid.limit_minutes)
    return _TOTAL % (shown, escape(grid.limit_words), meter, escape(words), both)


@register.simple_tag
def row_near(row: Row) -> SafeString:
    """That the month's limit is near, the number in its island."""
    return mark_safe(escape(row.near_words) % {"left": components.hours(row.left_minutes)})  # noqa: S308  # nosec
