"""Invented data of any size, always the same for the same size: into the tables by COPY, or as exchange files.

Establishments have Zipf-like sizes, one for every ten contracts. Most subscribers work in one of them, some in two or
three, and a few of those pass the wage ceiling. A contract works on ten days of a month, fifty hours on average.
"""

import csv
import datetime
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction

from apps.common.db import copy_rows
from apps.common.names import search_key
from apps.common.periods import Month, months_between
from apps.contracts.models import Contract, ContractWage
from apps.registry.models import Establishment, Subscriber
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests.factories import national_id

CONTRACTS_AN_ESTABLISHMENT = 10
LIMIT_MINUTES = 5700
_TERM = 12
_PATTERNS = 64
_GIVEN = [("أحمد", "Ahmad"), ("فاطمة", "Fatimah"), ("عبد الله", "Abdullah"), ("مريم", "Maryam"), ("مؤيد", "Muayyad")]
_FAMILY = [("الحربي", "Alharbi"), ("القحطاني", "Alqahtani"), ("الغامدي", "Alghamdi"), ("الزهراني", "Alzahrani")]


class Agreement(NamedTuple):
    """One contract, by the numbers from 0 of itself, its establishment and its subscriber. Wages in halalas."""

    number: int
    establishment: int
    subscriber: int
    first: Month
    last: Month
    hourly_wage: int
    raised_from: Month | None
    is_full: bool

    @property
    def contract_no(self) -> str:
        return f"B-{self.number:08d}"

    @property
    def wages(self) -> dict[Month, int]:
        raised = {self.raised_from: self.hourly_wage + 150} if self.raised_from else {}
        return {self.first: self.hourly_wage, **raised}


def agreements(contracts: int, month: Month, history_months: int = 0) -> list[Agreement]:
    """So many contracts in force throughout the month, and the ones they followed in the months of history."""
    dice = random.Random(contracts)
    found = []
    for subscriber, places in enumerate(_places(contracts)):
        # Three employers at 250.00 an hour and 88 hours each pass the ceiling of the month.
        is_full = len(places) == 3 and subscriber % 2 == 0
        for place in places:
            wage = 25_000 if is_full else dice.randrange(1_800, 6_000, 25)
            first = month + -dice.randrange(_TERM)
            while True:
                raised_from = first + 6 if subscriber % 10 == 3 else None
                last = first + (_TERM - 1)
                found.append(Agreement(len(found), place, subscriber, first, last, wage, raised_from, is_full))
                if first <= month + -history_months:
                    break
                first = first + -_TERM
    return found


def _places(contracts: int) -> Iterator[list[int]]:
    """The establishments of each subscriber: a chair for every contract, taken in mixed order."""
    dice = random.Random(f"places {contracts}")
    establishments = max(1, contracts // CONTRACTS_AN_ESTABLISHMENT)
    weights = [1 / rank for rank in range(1, establishments + 1)]
    chairs = [*range(establishments), *dice.choices(range(establishments), weights, k=contracts - establishments)]
    dice.shuffle(chairs)
    while chairs:
        wanted = dice.choices((1, 2, 3), (85, 11, 4))[0]
        places = [chairs.pop()]
        while chairs and len(places) < wanted and chairs[-1] not in places:
            places.append(chairs.pop())
        yield places


@cache
def _patterns(month: Month, is_full: bool) -> list[list[tuple[datetime.date, int]]]:
    dice = random.Random(f"{month} {is_full}")
    days = month.days
    if is_full:
        return [[(day, 480) for day in sorted(dice.sample(days, 11))] for _ in range(_PATTERNS)]
    return [[(day, 15 * dice.randint(8, 32)) for day in sorted(dice.sample(days, 10))] for _ in range(_PATTERNS)]


def hours(agreed: list[Agreement], months: list[Month]) -> Iterator[tuple[int, datetime.date, int]]:
    """(number of the contract, day, minutes), month after month."""
    for month in months:
        patterns = {is_full: _patterns(month, is_full) for is_full in (False, True)}
        for one in agreed:
            if one.first <= month <= one.last:
                for day, minutes in patterns[one.is_full][one.number % _PATTERNS]:
                    yield one.number, day, minutes


def establishment_row(number: int) -> tuple[str, str, str]:
    """Unified number and names."""
    return f"7{number + 1:09d}", f"منشأة النخيل {number + 1}", f"Palms Establishment {number + 1}"


def subscriber_row(number: int) -> tuple[str, str, str, datetime.date, datetime.date | None]:
    """National ID, names, birth date and first insured date; every second one is under the new law."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number % len(_FAMILY)]
    birth_date = datetime.date(1970 + number % 35, number % 12 + 1, number % 28 + 1)
    insured = datetime.date(2022, number % 12 + 1, 1) if number % 2 else None
    return (
        national_id(number + 1),
        f"{given[0]} {family[0]} {number + 1}",
        f"{given[1]} {family[1]} {number + 1}",
        birth_date,
        insured,
    )


@transaction.atomic
def load(contracts: int, month: Month, history_months: int = 0) -> None:
    """Fills empty tables: the month and the ones before it are entered and open, for the engine to close in order.

    The planner knows the new rows.
    """
    agreed = agreements(contracts, month, history_months)
    months = months_between(month + -history_months, month)
    first_establishment, first_subscriber = _load_parties(agreed)
    first_contract = _load_contracts(agreed, first_establishment, first_subscriber)
    _load_hours(agreed, months, first_contract)
    _load_totals(agreed, months, first_establishment, first_subscriber)
    with connection.cursor() as cursor:
        for model in (Establishment, Subscriber, Contract, ContractWage, HoursEntry, MonthTotal, Timesheet):
            cursor.execute(f'ANALYZE "{model._meta.db_table}"')


def _load_parties(agreed: list[Agreement]) -> tuple[int, int]:
    establishments = 1 + max(one.establishment for one in agreed)
    first_establishment = _take_ids(Establishment, establishments)
    rows = map(establishment_row, range(establishments))
    copy_rows(
        Establishment._meta.db_table,
        ("id", "unified_number", "name_ar", "name_en", "search_key"),
        ((pk, *row, search_key(*row[1:])) for pk, row in enumerate(rows, first_establishment)),
    )
    subscribers = 1 + max(one.subscriber for one in agreed)
    first_subscriber = _take_ids(Subscriber, subscribers)
    rows = map(subscriber_row, range(subscribers))
    copy_rows(
        Subscriber._meta.db_table,
        ("id", "national_id", "full_name_ar", "full_name_en", "birth_date", "first_insured_on", "search_key", "mobile"),
        ((pk, *row, search_key(*row[1:3]), "") for pk, row in enumerate(rows, first_subscriber)),
    )
    return first_establishment, first_subscriber


def _load_contracts(agreed: list[Agreement], first_establishment: int, first_subscriber: int) -> int:
    first_contract = _take_ids(Contract, len(agreed))
    copy_rows(
        Contract._meta.db_table,
        (
            *("id", "contract_no", "establishment_id", "subscriber_id", "starts_on", "ends_on", "agreed_ends_on"),
            *("created_at", "status", "termination_reason"),
        ),
        (
            (
                first_contract + one.number,
                one.contract_no,
                first_establishment + one.establishment,
                first_subscriber + one.subscriber,
                one.first.first_day,
                one.last.last_day,
                one.last.last_day,
                f"{one.first.first_day} 06:00+00",
                "active",
                "",
            )
            for one in agreed
        ),
    )
    copy_rows(
        ContractWage._meta.db_table,
        ("contract_id", "effective_from", "hourly_wage"),
        (
            (first_contract + one.number, month.first_day, riyals(wage))
            for one in agreed
            for month, wage in one.wages.items()
        ),
    )
    return first_contract


def _load_hours(agreed: list[Agreement], months: list[Month], first_contract: int) -> None:
    copy_rows(
        HoursEntry._meta.db_table,
        ("contract_id", "work_date", "minutes", "entered_at"),
        ((first_contract + number, day, minutes, f"{day} 15:00+00") for number, day, minutes in hours(agreed, months)),
    )


def _load_totals(agreed: list[Agreement], months: list[Month], first_establishment: int, first_subscriber: int) -> None:
    for month in months:
        in_force = [one for one in agreed if one.first <= month <= one.last]
        copy_rows(
            MonthTotal._meta.db_table,
            ("establishment_id", "subscriber_id", "month", "minutes", "limit_minutes"),
            (
                (
                    first_establishment + one.establishment,
                    first_subscriber + one.subscriber,
                    month.first_day,
                    sum(minutes for _, minutes in _patterns(month, one.is_full)[one.number % _PATTERNS]),
                    LIMIT_MINUTES,
                )
                for one in in_force
            ),
        )
        copy_rows(
            Timesheet._meta.db_table,
            ("establishment_id", "month", "status", "is_nil", "reference"),
            (
                (first_establishment + number, month.first_day, "open", "f", "")
                for number in sorted({one.establishment for one in in_force})
            ),
        )


def _take_ids(model, count: int) -> int:
    """The first of so many numbers in a row that the table will not give out again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(sequence, nextval(sequence) + %s) FROM pg_get_serial_sequence(%s, 'id') AS sequence",
            [count, model._meta.db_table],
        )
        return cursor.fetchone()[0] - count


def riyals(halalas: int) -> str:
    return f"{halalas // 100}.{halalas % 100:02d}"


def write_folder(path: Path, contracts: int, month: Month) -> int:
    """The same data as the exchange files of `import_data`; how many rows of hours there are."""
    agreed = agreements(contracts, month)
    path.mkdir(parents=True, exist_ok=True)
    numbers = [establishment_row(number) for number in range(1 + max(one.establishment for one in agreed))]
    _write(path / "establishments.csv", ("unified_number", "name_ar", "name_en"), numbers)
    people = [subscriber_row(number) for number in range(1 + max(one.subscriber for one in agreed))]
    _write(
        path / "subscribers.csv",
        ("national_id", "full_name_ar", "full_name_en", "birth_date", "first_insured_on", "mobile"),
        ((*row, "") for row in people),
    )
    _write(
        path / "contracts.csv",
        ("contract_no", "unified_number", "national_id", "start_date", "end_date", "hourly_wage"),
        (
            (
                one.contract_no,
                numbers[one.establishment][0],
                people[one.subscriber][0],
                one.first.first_day,
                one.last.last_day,
                riyals(one.hourly_wage),
            )
            for one in agreed
        ),
    )
    _write(
        path / "wage_changes.csv",
        ("contract_no", "effective_from", "hourly_wage"),
        (
            (one.contract_no, month.first_day, riyals(wage))
            for one in agreed
            for month, wage in one.wages.items()
            if month != one.first
        ),
    )
    return _write(
        path / "hours.csv",
        ("contract_no", "national_id", "work_date", "hours", "note"),
        (
            (agreed[number].contract_no, people[agreed[number].subscriber][0], day, f"{minutes / 60:.2f}", "")
            for number, day, minutes in hours(agreed, [month])
        ),
    )


def _write(path: Path, columns: tuple[str, ...], rows) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        count = 0
        for count, row in enumerate(rows, 1):  # noqa: B007
            writer.writerow(row)
    return count
