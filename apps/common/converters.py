"""A month in a path: `/hours/2026-10/`. What is no month is no page."""

from django.urls import register_converter

from apps.common.periods import Month


class MonthConverter:
    regex = "[0-9]{4}-[0-9]{2}"

    def to_python(self, value: str) -> Month:
        return Month.parse(value)

    def to_url(self, value: Month) -> str:
        return str(value)


def register() -> None:
    """Makes `<month:month>` known to the paths that are declared afterwards."""
    register_converter(MonthConverter, "month")
