"""The hours form as a browser would send it back."""

from html.parser import HTMLParser

from django.urls import reverse

from apps.common.periods import Month


def address(establishment, month: Month, name: str = "month_grid") -> str:
    return reverse(f"timesheets:{name}", args=[establishment.unified_number, month])


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields: dict[str, str] = {}
        self.is_inside = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "main":
            self.is_inside = True
        elif self.is_inside and tag == "input" and attributes.get("type") not in ("radio", "checkbox", "search"):
            self.fields[attributes["name"]] = attributes.get("value", "")


def form_of(response) -> dict[str, str]:
    """Every field of the page's own form with its value; choices between two values are left open."""
    reader = _Fields()
    reader.feed(response.content.decode())
    return {name: value for name, value in reader.fields.items() if name != "csrfmiddlewaretoken"}


def cell(contract, day: int) -> str:
    return f"h-{contract.pk}-{day}"


def said(response) -> str:
    """The page's text, in one line."""
    return " ".join(response.content.decode().split())
