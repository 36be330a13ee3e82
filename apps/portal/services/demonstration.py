"""The demonstration: fourteen months of work and the running one, entered, attested and billed by the portal itself.

Everything goes through the services that people use, at the moments at which they would have used them, so what the
demonstration shows is what the portal does.
"""

import datetime
import random
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from apps.accounts.models import User
from apps.common.periods import Month, end_of_term, months_between
from apps.contracts.models import Contract
from apps.contracts.rules import ContractRow, WageRow
from apps.contracts.services import change_wages, document_contracts
from apps.invoices import selectors as bills
from apps.invoices import services as invoices
from apps.portal.services import demo_people as people
from apps.portal.services.demo_offers import add_offers
from apps.portal.services.demo_roles import add_roles
from apps.registry.choices import Role
from apps.registry.models import Establishment, Subscriber
from apps.registry.services import grant_membership, link_user, register_establishments, register_subscribers
from apps.regulations import selectors as regulations
from apps.timesheets import rules as hours
from apps.timesheets import services as timesheets

MONTHS = 14
# What came in on the last days: by so much the coming bills have changed since they were looked at.
DAYS_ENTERED_LATELY = 3
RIYADH = ZoneInfo("Asia/Riyadh")
# Places whose owner leaves attesting to the system; whose running month is half entered; where it is not begun.
FORGETFUL, HALF_DONE, NOT_BEGUN = (4, 9), (0, 2, 5), (3, 8)


class Job(NamedTuple):
    """One person's work in one establishment: an hourly wage in riyals, weekdays, and minutes a day."""

    person: int
    place: int
    wage: Decimal
    weekdays: tuple[int, ...]
    minutes: int
    begins_after: int  # months after the first one
    day: int


def is_loaded() -> bool:
    return Establishment.objects.filter(unified_number=people.ESTABLISHMENTS[0].unified_number).exists()


@transaction.atomic
def load_demonstration(*, now: datetime.datetime, today: datetime.date, address: str) -> bool:
    """The demonstration stands as of today; False when it stood already, and then nothing is touched.

    `address` is where its pages are found, for links in messages: `http://127.0.0.1:8000`.
    """
    if is_loaded():
        return False
    running = Month.of(today)
    last = running.previous
    if regulations.rules_of(last).invoice_date > today:
        last = last.previous
    months = months_between(last + (1 - MONTHS), last)
    register_establishments(people.ESTABLISHMENTS)
    register_subscribers(people.subscribers())
    owners = _make_users(months[0], now)
    add_roles(
        establishment=Establishment.objects.get(unified_number=people.ESTABLISHMENTS[0].unified_number),
        owner=owners[0],
        second_owner=_user(*people.SECOND_OWNER),
        delegate=_user(*people.DELEGATE),
        since=months[0].first_day,
        now=now,
        today=today,
        address=address,
    )
    jobs = _jobs()
    _document(jobs, months[0], running, now)
    for month in months:
        _work_through(month, jobs, owners)
        _close(month)
    open_months = months_between(last.next, running)
    entered_on = today - datetime.timedelta(days=DAYS_ENTERED_LATELY)
    for month in open_months:
        if month.first_day < entered_on:
            _begin(month, jobs, owners, _at(entered_on, 18, 5), entered_on)
    _look_at_bills(today)
    for month in open_months:
        _begin(month, jobs, owners, now, today)
    add_offers(owners=owners, now=now, today=today)
    timesheets.tell_subscribers(now=now, today=today - datetime.timedelta(days=1))
    return True


def _at(day: datetime.date, hour: int, minute: int = 0) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=RIYADH)


def _make_users(first: Month, now: datetime.datetime) -> dict[int, User]:
    """Everybody who signs in; returns the owner of each place."""
    since = first.first_day
    places = {row.unified_number: row for row in Establishment.objects.all()}
    places = [places[row.unified_number] for row in people.ESTABLISHMENTS]
    owners = {}
    for member in people.MEMBERS:
        user = _user(member.national_id, member.name_ar)
        for place in member.establishments:
            grant_membership(establishment=places[place], user=user, role=member.role, starts_on=since, now=now)
            if member.role == Role.OWNER:
                owners[place] = user
    for number, name, role in people.STAFF:
        _user(number, name, is_staff=True).groups.add(Group.objects.get_or_create(name=role)[0])
    _user(*people.SUPERUSER, is_staff=True, is_superuser=True)
    for story in (people.AT_CEILING, people.PAST_THIRTY_DAYS, people.NEAR_MONTH, people.BOTH_SIDES):
        subscriber = Subscriber.objects.get(national_id=people.national_id(1 + story))
        user = _user(subscriber.national_id, subscriber.full_name_ar, mobile=subscriber.mobile)
        link_user(subscriber=subscriber, user=user)
        if story == people.BOTH_SIDES:
            grant_membership(establishment=places[6], user=user, role=Role.HOURS_CLERK, starts_on=since, now=now)
    return owners


def _user(national_id: str, full_name: str, **fields) -> User:
    return User.objects.create(national_id=national_id, full_name=full_name, password=_hashed_password(), **fields)


@cache
def _hashed_password() -> str:
    # Hashing is slow on purpose; once is enough for a password that is printed on the sign-in page.
    return make_password(people.PASSWORD)


def _jobs() -> list[Job]:
    """Who works where: everybody somewhere, some in two or three places, and the two with a story in three."""
    dice = random.Random("jobs")
    seats = [place for place, workers in enumerate(people.WORKERS) for _ in range(workers)]
    fixed = [
        *(Job(people.AT_CEILING, place, Decimal("187.50"), (6, 0, 2, 3), 360, 0, 1) for place in (0, 1, 2)),
        *(Job(people.PAST_THIRTY_DAYS, place, Decimal("32.00"), (6, 1, 2, 4), 360, 0, 1) for place in (0, 2, 3)),
        Job(people.NEAR_MONTH, 0, Decimal("35.00"), (6, 0, 1, 2), 300, 0, 1),
        Job(people.NEAR_MONTH, 3, Decimal("28.50"), (3, 4), 210, 2, 1),
        Job(people.BOTH_SIDES, 0, Decimal("27.25"), (0, 1, 2), 300, 0, 1),
    ]
    for job in fixed:
        seats.remove(job.place)
    dice.shuffle(seats)
    taken = {(job.person, job.place) for job in fixed}
    jobs = list(fixed)
    newcomers = list(range(4, people.PEOPLE))
    for place in seats:
        choices = newcomers or [person for person in range(4, people.PEOPLE) if (person, place) not in taken]
        person = newcomers.pop() if newcomers else dice.choice(choices)
        taken.add((person, place))
        jobs.append(_job(dice, person, place))
    return jobs


def _job(dice: random.Random, person: int, place: int) -> Job:
    wage = Decimal("5.50") if dice.random() < 0.02 else Decimal(dice.randint(72, 260)) / 4
    weekdays = tuple(dice.sample((6, 0, 1, 2, 3, 4, 5), dice.choice((2, 3, 3, 4))))
    begins_after = 0 if dice.random() < 0.6 else dice.randint(1, MONTHS)
    return Job(person, place, wage, weekdays, 15 * dice.randint(10, 26), begins_after, dice.choice((1, 1, 1, 12, 18)))


def _document(jobs: list[Job], first: Month, running: Month, now: datetime.datetime) -> None:
    """Contracts of at most a year, one after another until beyond the running month, and a raise for every eighth.

    Each is documented some days before it begins and numbered in that order, so that the next number is the highest.
    """
    documented: dict[datetime.datetime, list[tuple[ContractRow, WageRow | None]]] = {}
    for place, job in enumerate(jobs):
        starts_on = (first + job.begins_after).day(job.day)
        while starts_on <= running.last_day:
            ends_on = end_of_term(starts_on, months=12)
            raise_from = Month.of(starts_on) + 6
            has_raise = place % 8 == 0 and raise_from <= running
            raised = WageRow("", raise_from.first_day, job.wage + Decimal("2.50")) if has_raise else None
            at = min(_at(starts_on - datetime.timedelta(days=3 + place % 5), 9 + job.place % 7, 5 * job.place), now)
            documented.setdefault(at, []).append((_contract_row(job, starts_on, ends_on), raised))
            starts_on = ends_on + datetime.timedelta(days=1)
    raises: dict[datetime.date, list[WageRow]] = {}
    for at, pairs in sorted(documented.items()):
        numbers = document_contracts(
            [row for row, _raised in pairs], by=None, now=at, reopen_months=timesheets.reopen_months
        ).ids
        for number, (_row, raised) in zip(numbers, pairs, strict=True):
            if raised:
                raises.setdefault(raised.effective_from, []).append(raised._replace(contract_no=number))
    for first_day, rows in sorted(raises.items()):
        change_wages(rows, by=None, now=_at(first_day - datetime.timedelta(days=6), 10, 20))


def _contract_row(job: Job, starts_on: datetime.date, ends_on: datetime.date) -> ContractRow:
    establishment = people.ESTABLISHMENTS[job.place].unified_number
    return ContractRow("", establishment, people.national_id(1 + job.person), starts_on, ends_on, job.wage)


def _days(job: Job, month: Month, until: datetime.date, limit: int) -> dict[int, int]:
    """Day of the month → minutes: the usual weekdays, now and then one missed or a little longer, 95 hours at most."""
    dice = random.Random(f"{job.person} {job.place} {month}")
    is_steady = job.person in (people.AT_CEILING, people.PAST_THIRTY_DAYS)
    left, days = limit, {}
    for day in month.days:
        if day.weekday() not in job.weekdays or day > until or (not is_steady and dice.random() < 0.12):
            continue
        minutes = min(job.minutes + (0 if is_steady else 15 * dice.randint(-3, 4)), left)
        if minutes:
            days[day.day] = minutes
            left -= minutes
    return days


def _worked(month: Month, jobs: list[Job], until: datetime.date) -> Iterator[tuple[Contract, int, dict[int, int]]]:
    """Every contract of the month with its place and the days worked in it."""
    contracts = Contract.objects.filter(starts_on__lte=month.last_day, ends_on__gte=month.first_day)
    by_pair = {}
    for contract in contracts.select_related("subscriber", "establishment").order_by("starts_on", "pk"):
        pair = contract.subscriber.national_id, contract.establishment.unified_number
        by_pair.setdefault(pair, []).append(contract)
    limit = regulations.rules_of(month).max_minutes_month
    for job in jobs:
        days = _days(job, month, until, limit)
        pair = people.national_id(1 + job.person), people.ESTABLISHMENTS[job.place].unified_number
        for contract in by_pair.get(pair, []):
            yield (
                contract,
                job.place,
                {day: minutes for day, minutes in days.items() if contract.is_in_force(month.day(day))},
            )


def _work_through(month: Month, jobs: list[Job], owners: dict[int, User]) -> None:
    """A past month: the hours come in at its end, and most owners attest them two days later."""
    entries, places = [], {}
    for contract, place, days in _worked(month, jobs, month.last_day):
        for day, minutes in days.items():
            number = contract.subscriber.national_id
            entries.append((len(entries) + 1, contract.contract_no, number, month.day(day), minutes, ""))
            places[place] = contract.establishment
    timesheets.load_hours(entries, now=_at(month.last_day, 21, 10))
    attested_on = month.next.day(3)
    for place, establishment in sorted(places.items()):
        if place not in FORGETFUL:
            timesheets.attest_timesheet(
                establishment=establishment,
                month=month,
                by=owners[place],
                now=_at(attested_on, 16, 18 + place),
                today=attested_on,
            )


def _close(month: Month) -> None:
    """The month is closed and billed on its invoice day, two hours after midnight."""
    day = regulations.rules_of(month).invoice_date
    now = _at(day, 2)
    run = invoices.request_run(month=month, is_dry=False, now=now, today=day, issued_on=day)
    while invoices.work(run_id=run.pk, now=now, today=day) is not invoices.Work.NOTHING:
        pass


def _begin(
    month: Month, jobs: list[Job], owners: dict[int, User], now: datetime.datetime, today: datetime.date
) -> None:
    """A month still open: entered up to the day before, in some places only for some people, in two not at all."""
    rows: dict[int, list[hours.EnteredRow]] = {}
    establishments = {}
    for contract, place, days in _worked(month, jobs, today - datetime.timedelta(days=1)):
        establishments[place] = contract.establishment
        if days and place not in NOT_BEGUN and (place not in HALF_DONE or contract.pk % 3):
            rows.setdefault(place, []).append(hours.EnteredRow(contract.pk, days))
    for place, entered in sorted(rows.items()):
        timesheets.record_hours(
            establishment=establishments[place], month=month, rows=entered, by=owners[place], now=now, today=today
        )


def _look_at_bills(today: datetime.date) -> None:
    """The coming bills as the night before left them."""
    for month in bills.open_months_to_watch(today=today):
        while invoices.take_snapshots(month=month, since=_at(today, 0), now=_at(today, 0, 5))[0]:
            pass
