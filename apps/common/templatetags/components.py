"""How numbers, days and reasons appear on a page; numbers stand in islands, or Arabic text reorders them."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from apps.common import dates, text
from apps.common.money import to_riyals

register = template.Library()

register.filter("gregorian", dates.gregorian)
register.filter("hijri", dates.hijri)
register.filter("both_dates", dates.both_dates)
register.filter("weekday", dates.weekday_name)
register.filter("weekday_letter", dates.weekday_letter)
register.filter("month_name", dates.month_name)
register.filter("both_month", dates.both_month)
register.filter("moment", dates.moment)
register.filter("hours_unit", text.hour_count)
for noun, count in text.COUNTS.items():
    register.filter(f"{noun}_count", count)


@register.filter
def island(value) -> SafeString:
    """An ID, a number or an address, kept in its own order: `<bdi dir="ltr">7001234567</bdi>`."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def number(value) -> SafeString:
    return island(text.number(value))


@register.filter
def money(amount) -> SafeString:
    """Riyals without their name; anything but a Decimal is a `TypeError`."""
    return island(text.money(amount))


@register.filter
def signed_money(amount) -> SafeString:
    """A difference in riyals, a rise with its sign too."""
    return island(f"{'+' if amount > 0 else ''}{text.money(amount)}")


@register.filter
def riyals(amount) -> SafeString:
    """Riyals with their name, the number in its island."""
    return mark_safe(escape(_("SAR %(amount)s")) % {"amount": money(amount)})  # noqa: S308  # nosec # escaped here


@register.filter
def hours(minutes) -> SafeString:
    """Minutes as hours without their name: `7.5`."""
    return island(text.hours(minutes))


def meter(value: int, maximum: int) -> SafeString:
    """A bar beside words that say the same, for many rows; components/meter.html has its other forms."""
    return format_html('<progress class="meter" value="{}" max="{}" aria-hidden="true"></progress>', value, maximum)


@register.filter
def masked_id(national_id) -> SafeString:
    return island(text.masked_id(national_id))


@register.filter
def step(reason) -> SafeString:
    """One step of an explanation (`accruals.rules.Step`) as a sentence, amounts in islands, everything escaped."""
    values = {name: _said(kind, value) for name, (kind, value) in reason.values.items()}
    return mark_safe(escape(str(reason.template)) % values)  # noqa: S308  # nosec # escaped here


def _said(kind: str, value) -> SafeString:
    if kind == "money":
        return riyals(to_riyals(value))
    said = text.words(kind, value)
    return island(said) if kind in {"number", "rate"} else escape(said)


@register.simple_tag
@cache
def icon(name: str, *, directional: bool = False) -> SafeString:
    """An icon of static/img/icons.svg in the colour of its text, silent to screen readers: `{% icon "download" %}`.

    A directional one (arrows, undo) is mirrored in right-to-left pages.
    """
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        " icon--directional" if directional else "",
        static("img/icons.svg"),
        name,
    )


@register.simple_block_tag
def note(content, kind="info", live=""):
    """A remark of a kind (`info ok warn bad`): `{% note "warn" %}…{% endnote %}`; `live="status"` has it read out."""
    icon = {"ok": "done", "info": "info", "warn": "clock", "bad": "alert"}[kind]
    return render_to_string("components/note.html", {"content": content, "kind": kind, "icon": icon, "live": live})


@register.filter
def control(field, direction="auto") -> SafeString:
    """The input of a bound field with the portal's look; `ltr` for identifiers, amounts and dates.

    No words inside it: they vanish when typing begins, and the label and the hint say them already.
    """
    kind = getattr(field.field.widget, "input_type", "text")
    if kind in {"checkbox", "radio"}:
        return field.as_widget()
    return field.as_widget(
        attrs={"class": "field", "placeholder": False, **({} if kind == "select" else {"dir": direction})}
    )


@register.filter
def page_range(page) -> list[int | None]:
    """The page numbers worth showing: first, last and the neighbours; None stands for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]
