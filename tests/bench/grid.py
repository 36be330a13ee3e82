"""The hours grid in a browser, measured: `python3 manage.py test tests/bench/grid.py -s` prints the figures."""

import datetime
import statistics
import time

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


# From the request on: the first byte, the first paint, and all there.
SEEN = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return [page.responseStart, paint.startTime, page.loadEventEnd];
}"""


@pytest.fixture
def grid(walk, establishment, noura, clock):  # noqa: F811
    """October of forty people, all days over, of which twenty stand on a page."""
    clock.move_to(factories.at(datetime.date(2026, 11, 2)))
    for _ in range(40):
        factories.make_month(factories.make_contract(establishment=establishment), Month(2026, 10), 60)
    return walk(noura).go(f"/e/{establishment.unified_number}/hours/2026-10/", axe=False)


def show(label: str, times: list[float], aim: str = "") -> None:
    times = sorted(times)
    middle, most = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"  {label}: median {middle:.1f} ms, 95% within {most:.1f} ms{aim}")


@pytest.mark.browser
def test_from_input_to_total(grid):
    """From a typed value to all totals, laid out."""
    count, times = grid.page.evaluate(TYPE)
    show(f"\n  input to total with {count} fields", times, " (aim: under 50 ms)")


@pytest.mark.browser
def test_from_page_to_page(grid):
    """Both pages of the month, turn by turn; then a value for everybody and the press on save, to the page after it."""
    address, turns, saves = grid.page.url, [], []
    for turn in range(20):
        grid.page.goto(f"{address}?page={turn % 2 + 1}", wait_until="load")
        grid.page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        turns.append(grid.page.evaluate(SEEN))
    for label, times in zip(("first byte", "first paint", "all there"), zip(*turns, strict=True), strict=True):
        show(label, list(times))
    for turn in range(10):
        for field in grid.page.locator("input[name$='-1'][name^='h-']").all():
            field.fill(str(turn % 4 + 1))
        start = time.perf_counter()
        with grid.page.expect_navigation(wait_until="load"):
            grid.page.locator("#dock [value=save]").click()
        saves.append((time.perf_counter() - start) * 1000)
    show("from the press on save to the page after it", saves)
