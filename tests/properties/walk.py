"""One history lived by the portal and by the model side by side, and what must hold whenever a month is closed."""

import datetime
from collections import defaultdict
from random import Random

from apps.common.periods import Month, months_between
from tests.properties.model import Model
from tests.properties.world import Attest, Close, CloseAgain, Enter, Fill, Go, Job, Rush, World


def live(world: World, events: list, books) -> Model:
    """Every event happens to both, with the same verdict; then a month passes and all that are over are closed."""
    model = Model(world)
    for event in [Go(0), *events, Go(31)]:
        _STEPS[type(event)](event, model, books)
    while model.may_close(model.next_to_close):
        _close(Close(), model, books)
    assert model.closed
    return model


def _go(event: Go, model: Model, books) -> None:
    last_day = Month.of(model.today).last_day
    if event.days:
        model.today += datetime.timedelta(days=event.days)
    else:
        model.today = last_day if model.today < last_day else last_day + datetime.timedelta(days=3)


def _enter(event: Enter | Fill, model: Model, books) -> None:
    job, month = model.world.jobs[event.job], Month.of(model.today) + -event.months_ago
    cells = _filled(event, model, job, month) if isinstance(event, Fill) else _run_of_days(event, model, job, month)
    accepted = books.enter(job, month, cells, model.today)
    assert accepted == model.accepts(job, month, cells), (job, month, cells, model.today)
    if accepted:
        model.enter(job, month, cells)


def _run_of_days(event: Enter, model: Model, job: Job, month: Month) -> dict[int, int]:
    days = [day for day in month.days if event.first_day <= day.day < event.first_day + event.days]
    if not event.careless:
        days = [day for day in days if job.first <= day <= min(job.last, model.today)]
    return {day.day: event.minutes for day in days}


def _filled(event: Fill, model: Model, job: Job, month: Month) -> dict[int, int]:
    missing, cells = 5700 - event.left - model.month_of_pair(job, month), {}
    for day in month.days:
        stands = model.minutes.get((job.number, day), 0)
        if missing > 0 and stands < event.pace and job.first <= day <= min(job.last, model.today):
            cells[day.day] = min(event.pace, stands + missing)
            missing -= cells[day.day] - stands
    return cells


def _rush(event: Rush, model: Model, books) -> None:
    for place, job in enumerate(model.world.jobs):
        if job.worker == event.worker:
            _enter(Fill(place, event.months_ago, event.left, pace=480), model, books)


def _attest(event: Attest, model: Model, books) -> None:
    place = event.employer, Month.of(model.today) + -event.months_ago
    if books.attest(*place, model.today):
        assert place not in model.attested
        assert place[1] not in model.closed
        model.attested.add(place)


def _close(event: Close, model: Model, books) -> None:
    month = model.next_to_close
    assert books.close(month, model.today) == model.may_close(month)
    if model.may_close(month):
        model.closed.append(month)


def _close_again(event: CloseAgain, model: Model, books) -> None:
    """I11: what is closed and billed is neither changed nor added to."""
    if model.closed:
        before = books.written()
        assert books.close(model.closed[len(model.closed) // 2], model.today)
        assert books.written() == before


_STEPS = {
    Go: _go,
    Enter: _enter,
    Fill: _enter,
    Rush: _rush,
    Attest: _attest,
    Close: _close,
    CloseAgain: _close_again,
}


def check(books, model: Model) -> None:
    """The portal came to what the model says, and to nothing that the invariants forbid."""
    results = books.results()
    assert results == model.results()
    stored = books.stored()
    assert {(number, day): each for number, days in stored.items() for day, each in days.items()} == {
        place: minutes for place, minutes in model.minutes.items() if minutes
    }
    limits_hold(model.world, stored)
    minutes_are_used_once(results["contracts"])
    days_are_credited(results)
    shares_add_up(model.world, results)


def limits_hold(world: World, stored: dict) -> None:
    """I1: 95 h a month and 12 h a day in one establishment, 24 h a day over all, in quarter hours."""
    months, days, people = defaultdict(int), defaultdict(int), defaultdict(int)
    for job in world.jobs:
        for day, minutes in stored.get(job.number, {}).items():
            assert minutes % 15 == 0
            assert job.first <= day <= job.last
            months[job.worker, job.employer, Month.of(day)] += minutes
            days[job.worker, job.employer, day] += minutes
            people[job.worker, day] += minutes
    assert max(months.values(), default=0) <= 5700
    assert max(days.values(), default=0) <= 720
    assert max(people.values(), default=0) <= 1440


def minutes_are_used_once(contracts: dict) -> None:
    """I2, I4: every minute is in a day of 480, carried, or lapsed; what one month carries out the next carries in."""
    carried = {}
    for (number, month), line in sorted(contracts.items(), key=lambda item: item[0][1]):
        assert line["carried_in"] == carried.pop(number, 0)
        assert line["worked"] + line["carried_in"] == 480 * line["days"] + line["carried_out"] + line["lapsed"]
        assert 0 <= line["carried_out"] + line["lapsed"] < 480
        if line["carried_out"]:
            carried[number] = line["carried_out"]
        assert contracts.get((number, month.next)) or not line["carried_out"] or month == _last(contracts)


def _last(contracts: dict) -> Month:
    return max(month for _, month in contracts)


def days_are_credited(results: dict) -> None:
    """I3: at most 30 days of a month, and the running totals are their sums."""
    totals = defaultdict(lambda: (0, 0))
    for (worker, _), row in sorted(results["workers"].items(), key=lambda item: item[0][1]):
        days, credited, all_days, all_credited = row
        assert credited == min(30, days)
        totals[worker] = (totals[worker][0] + days, totals[worker][1] + credited)
        assert (all_days, all_credited) == totals[worker]


def shares_add_up(world: World, results: dict) -> None:
    """I8: an invoice is the sum of its lines, and the wages of a month over all employers never pass 45,000.00."""
    jobs = {job.number: job for job in world.jobs}
    wages, invoices = defaultdict(int), defaultdict(lambda: (0, 0, 0, 0))
    for (number, month), line in results["contracts"].items():
        wages[jobs[number].worker, month] += line["wage"]
        if line["days"]:
            employer = line["annuities_employer"] + line["hazards"]
            part = (line["days"], line["wage"], employer, line["annuities_subscriber"])
            place = jobs[number].employer, month
            invoices[place] = tuple(map(sum, zip(invoices[place], part, strict=True)))
    assert max(wages.values(), default=0) <= 4_500_000
    assert results["invoices"] == invoices


def replay(world: World, minutes: dict, books, order: Random, until: Month) -> None:
    """I12: the same hours, one day at a time in another order, and the months closed after them."""
    for month in months_between(world.begins, until):
        cells = [(number, day, each) for (number, day), each in minutes.items() if day in month and each]
        order.shuffle(cells)
        for number, day, each in cells:
            job = next(job for job in world.jobs if job.number == number)
            assert books.enter(job, month, {day.day: each}, month.last_day)
        assert books.close(month, month.next.first_day)
