"""The hours grid in a browser, measured: `python3 manage.py test tests/bench/grid.py -s` prints the figures."""

import datetime
import statistics

import pytest

from apps.common.periods import Month
from tests import factories
from tests.journeys.conftest import browser, walk  # noqa: F401

TYPE = """() => {
    const fields = [...document.querySelectorAll("input[name^='h-']")];
    const times = fields.slice(0, 200).map((field, at) => {
        const start = performance.now();
        field.value = String(at % 9);
        field.dispatchEvent(new Event("input", {bubbles: true}));
        document.querySelector("#month-minutes").offsetWidth;
        return performance.now() - start;
    });
    return [fields.length, times];
}"""


@pytest.mark.browser
def test_from_input_to_total(walk, establishment, noura, clock):  # noqa: F811
    """Twenty people of thirty-one days: from a typed value to all totals, laid out."""
    clock.move_to(factories.at(datetime.date(2026, 11, 2)))
    for _ in range(20):
        factories.make_month(factories.make_contract(establishment=establishment), Month(2026, 10), 60)
    visitor = walk(noura).go(f"/e/{establishment.unified_number}/hours/2026-10/")
    count, times = visitor.page.evaluate(TYPE)
    times.sort()
    middle, worst = statistics.median(times), times[int(len(times) * 0.95)]
    print(
        f"\n  input to total with {count} fields: median {middle:.1f} ms, 95% within {worst:.1f} ms (aim: under 50 ms)"
    )
