"""Invented histories against a model of the rules: 2,000 of them, or as many as `HISTORIES` says.

Through the pure rules all of them, through the services on a real database a twentieth part.
"""

from decimal import ROUND_HALF_EVEN, Decimal
from random import Random

import hypothesis
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from apps.accruals import rules as accruals
from apps.common.periods import Month
from apps.regulations.choices import Law
from apps.timesheets import rules as timesheets
from tests import factories
from tests.factories import ruleset
from tests.properties import books
from tests.properties.books import DatabaseBooks, PureBooks
from tests.properties.model import Model
from tests.properties.walk import check, live, replay
from tests.properties.world import HISTORIES, World, histories

MANY = settings(
    max_examples=HISTORIES,
    deadline=None,
    derandomize=HISTORIES <= 2000,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
SOME = settings(MANY, max_examples=HISTORIES // 20)
A_LOOK = settings(SOME, max_examples=400, phases=[Phase.generate], database=None, derandomize=True)


@MANY
@given(histories())
def test_the_rules_come_to_what_the_model_says(history):
    portal = PureBooks(history[0])
    check(portal, live(*history, portal))


@settings(MANY, max_examples=HISTORIES // 20)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_hours_are_entered_changes_nothing(history, order):
    world, events = history
    portal, again = PureBooks(world), PureBooks(world)
    model = live(world, events, portal)
    replay(world, model.minutes, again, order, model.closed[-1])
    assert again.results() == portal.results()


@pytest.mark.django_db
@SOME
@given(histories(max_size=20))
def test_the_services_come_to_what_the_model_says(history):
    with transaction.atomic():
        factories.restart()
        portal = DatabaseBooks(history[0])
        check(portal, live(*history, portal))
        portal.check_numbers()
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(SOME, max_examples=HISTORIES // 100)
@given(histories(max_size=20), st.randoms(use_true_random=False))
def test_a_file_of_hours_in_any_order_comes_to_the_same(history, order):
    """The bulk file goes another way into the books than the pages do, and must meet them there."""
    world, events = history
    model = live(world, events, PureBooks(world))
    with transaction.atomic():
        factories.restart()
        portal = DatabaseBooks(world)
        portal.load(model.minutes, order, today=model.today)
        for month in model.closed:
            assert portal.close(month, model.today)
        assert portal.results() == model.results()
        transaction.set_rollback(True)


wages = st.integers(1, 30_000) | st.sampled_from([18_750, 18_751, 100_000])


@settings(MANY, max_examples=500)
@given(st.lists(st.tuples(wages, st.integers(480, 5700)), min_size=3, max_size=8))
def test_whatever_passes_the_ceiling_is_cut_to_exactly_the_ceiling(contracts):
    month = Month(2026, 9)
    worked = [
        accruals.Worked(number, f"C-{number}", number, wage, minutes, 0, False)
        for number, (wage, minutes) in enumerate(contracts)
    ]
    found = {each.contract_id: each for each in accruals.accrue_subscriber(worked, ruleset(month))}
    model = Model(World(month, (None,), 0, ()))
    lines = {number: {"hourly_wage": wage, "days": minutes // 480} for number, (wage, minutes) in enumerate(contracts)}
    model.amounts(lines, 0, month)
    assert {number: each.contributory_wage for number, each in found.items()} == {
        number: line["wage"] for number, line in lines.items()
    }


# What the histories are worth: they reach every edge, and a rule bent anywhere is found out.


def _lived(history) -> tuple[Model, dict]:
    portal = PureBooks(history[0])
    model = live(*history, portal)
    return model, portal.results()


def _wages_of_a_month(history) -> int:
    model, results = _lived(history)
    jobs = {job.number: job.worker for job in model.world.jobs}
    sums = {}
    for (number, month), line in results["contracts"].items():
        sums[jobs[number], month] = sums.get((jobs[number], month), 0) + line["wage"]
    return max(sums.values(), default=0)


@pytest.mark.parametrize(
    "edge",
    [
        pytest.param(lambda history: _wages_of_a_month(history) == 4_500_000, id="the ceiling"),
        pytest.param(lambda history: any(row[0] > 30 for row in _lived(history)[1]["workers"].values()), id="30 days"),
        pytest.param(
            lambda history: any(line["lapsed"] for line in _lived(history)[1]["contracts"].values()), id="a lapsed rest"
        ),
        pytest.param(
            lambda history: (
                5700 in {_lived(history)[0].month_of_pair(job, Month.of(job.first)) for job in history[0].jobs}
            ),
            id="a full month",
        ),
        pytest.param(lambda history: _lived(history)[0].attested, id="an attested month"),
        pytest.param(lambda history: len(_lived(history)[0].closed) > 5, id="half a year"),
    ],
)
def test_the_histories_reach(edge):
    assert hypothesis.find(histories(), edge, settings=settings(A_LOOK, max_examples=2000), random=Random(1))


def _half_even(amount: int, numerator: int, denominator: int) -> int:
    return int((Decimal(amount * numerator) / denominator).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def _cut_off(total: int, weights: list[int]) -> list[int]:
    return [total * weight // sum(weights) for weight in weights]


@pytest.mark.parametrize(
    ("module", "name", "bent"),
    [
        (accruals, "days_of", lambda minutes, rules: divmod(minutes, 481)),
        (accruals, "credited", lambda days, rules: days),
        (accruals, "apportion", _cut_off),
        (accruals, "monthly_wage", lambda hourly_wage, rules: min(hourly_wage * 240, rules.wage_ceiling)),
        (accruals, "monthly_wage", lambda hourly_wage, rules: max(hourly_wage * 240, rules.wage_floor)),
        (accruals, "fraction", lambda amount, numerator, denominator: amount * numerator // denominator),
        (books, "ruleset", lambda month, law=Law.OLD: ruleset(month, law, max_minutes_month=5715)),
        (books, "ruleset", lambda month, law=Law.OLD: ruleset(month, law, max_minutes_day=735)),
        (books, "ruleset", lambda month, law=Law.OLD: ruleset(month, law, carry_remainder="none")),
        (timesheets, "last_day_so_far", lambda month, today: 31),
        (timesheets, "check_entry_time", lambda month, rules, today: None),
    ],
)
def test_a_rule_that_is_bent_is_found_out(monkeypatch, module, name, bent):
    monkeypatch.setattr(module, name, bent)

    @settings(A_LOOK, max_examples=2000, report_multiple_bugs=False)
    @given(histories())
    def lives(history):
        portal = PureBooks(history[0])
        check(portal, live(*history, portal))

    with pytest.raises((AssertionError, ValueError)):
        lives()
