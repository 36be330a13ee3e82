"""The cells of the hours grid. Six hundred of them are most of the page, and a template takes its time for each."""

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from apps.timesheets.grid import Row

register = template.Library()

_CELL = '<td role="cell" class="d%s" data-d="%s">%s</td>\n'
_INPUT = (
    '<input id="h%(pk)s-%(day)s" name="h-%(pk)s-%(day)s" value="%(value)s" inputmode="decimal" autocomplete="off"'
    ' dir="ltr" aria-labelledby="p%(pk)s d%(day)s"%(attributes)s>'
)
_INVALID = ' aria-invalid="true" aria-describedby="m%s"'


@register.simple_tag
def cells(row: Row) -> SafeString:
    """The days of one row; what a person typed is escaped like everything else."""
    fixed = {
        "ahead": "",
        "off": format_html('<span class="vh">{}</span>', _("Outside contract")),
        "asked": format_html('<b aria-hidden="true">?</b><span class="vh">{}</span>', _("choose below")),
    }
    invalid = _INVALID % row.pk
    parts = []
    for kind, css, day, value, is_invalid in row.cells:
        inside = fixed.get(kind)
        if inside is None:
            inside = escape(value) if value else ""
        if kind == "input":
            attributes = invalid if is_invalid else ""
            inside = _INPUT % {"pk": row.pk, "day": day, "value": inside, "attributes": attributes}
        parts.append(_CELL % (css, day, inside))
    return mark_safe("".join(parts))  # noqa: S308
