"""The days of a subscriber's calendar: most of his home page, and a template takes its time for each variable."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from apps.common import text
from apps.common.templatetags import components
from apps.portal.selectors.hours_calendar import CalendarMonth
from apps.timesheets.choices import TimesheetStatus

register = template.Library()

_WORKED = '<span aria-hidden="true">%s</span><span class="vh">%s</span>'


@register.simple_tag
def calendar_weeks(calendar: CalendarMonth) -> SafeString:
    """The rows of one month: each day with its hours, drawn in its shade."""
    words_behind = {
        TimesheetStatus.OPEN: _("Awaiting the employer"),
        TimesheetStatus.ATTESTED: _("Attested, not yet billed"),
    }
    behind = {state: escape(f" ({words})") for state, words in words_behind.items()}
    # No call for a translation stands within an f-string: there it would not be found.
    none = _("no hours")
    no_hours = f'<span class="vh">{escape(none)}</span>'
    rows = []
    for week in calendar.weeks:
        cells = []
        for cell in week:
            if cell is None:
                cells.append("<td></td>")
                continue
            said = "" if cell.lies_ahead else no_hours
            if cell.minutes:
                words = escape(text.hour_count(cell.minutes)) + behind.get(cell.state, "")
                said = _WORKED % (components.hours(cell.minutes), words)
            cells.append(f'<td class="{cell.shade}"><small>{cell.day.day}</small>{said}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return mark_safe("".join(rows))  # noqa: S308  # nosec # words are escaped above
