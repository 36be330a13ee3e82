"""What the script of the hours grid is told: the limits, and every word it says, with places for what is typed."""

from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.timesheets import grid, rules
from apps.timesheets.pages.entry import MonthPage


def told(page: MonthPage) -> dict:
    """Texts with `{places}`; counted ones as one text for each plural form."""
    return {
        "limits": _limits(page),
        "words": _words(page),
        "days": [f"{dates.weekday_name(day)} {dates.day_and_month(day)}" for day in page.month.days],
        "said": {remark.anchor: remark.text for row in page.grid.rows for remark in row.remarks if remark.number},
    }


def _limits(page: MonthPage) -> dict[str, int]:
    limits = page.limits
    return {
        "day": limits.max_minutes_day,
        "month": limits.max_minutes_month,
        "near": limits.max_minutes_month - rules.near_limit_from(limits),
        "step": limits.entry_step_minutes,
        "unit": limits.minutes_per_day,
    }


def _words(page: MonthPage) -> dict[str, str | dict[str, str]]:
    limits = page.limits
    limit = ("minutes", limits.max_minutes_day)
    month = rules.MonthOverLimit(
        total="{total}", limit=rules.as_hours(limits.max_minutes_month), excess="{excess}", left="{left}"
    )
    near = {form: grid.near_words(count) % {"left": "{left}"} for form, count in text.PLURAL_FORMS.items()}
    return {
        "value": str(rules.HoursNotUnderstood(value="{value}")),
        "step": str(rules.HoursNotInSteps()),
        "day": str(rules.DayOverLimit(limit=limit, entered="{entered}")),
        "slip": grid.slip_words() % {"problem": "{problem}", "hours": "{hours}"},
        "month": str(month),
        "near": near | {"0": grid.reached_words()},
        "days": text.day_forms(),
        "carried": grid.carried_words() % {"days": "{days}", "hours": "{hours}"},
        "lapsed": grid.lapsed_words() % {"days": "{days}", "hours": "{hours}"},
        "both": grid.both_words() % {"hours": "{hours}"},
        "after": _("Computed after saving"),
        "correct": _("Computed after correction"),
        "totals": _("%(name)s: %(hours)s hours, %(days)s. The whole month: %(month)s hours")
        % {"name": "{name}", "hours": "{hours}", "days": "{days}", "month": "{month}"},
    }
