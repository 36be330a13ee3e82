"""The rules once more, from their text (domain rules §2, §10 to §12) and in another way: by totals since the beginning.

A contract's days are the difference of two whole quotients, amounts are exact fractions until the one rounding that
the text names, and halalas that the ceiling leaves over are handed out one at a time. Of the portal it knows `Month`.
"""

import datetime
from collections import defaultdict
from fractions import Fraction

from apps.common.periods import Month
from tests.properties.world import Job, World

STEP, DAY, MONTH = 15, 480, 5700
A_DAY_HERE, A_DAY_IN_ALL = 720, 1440
GRACE = datetime.timedelta(days=5)
NEW_LAW = datetime.date(2024, 7, 3)
NEW_RATES = [
    (Month(2028, 7), "11"),
    (Month(2027, 7), "10.5"),
    (Month(2026, 7), "10"),
    (Month(2025, 7), "9.5"),
    (Month(2024, 7), "9"),
]


def half_up(amount: Fraction) -> int:
    """Riyals as whole halalas, half a halala upwards."""
    return int(amount * 100 + Fraction(1, 2))


class Model:
    def __init__(self, world: World):
        self.world = world
        self.today = world.begins.first_day
        self.minutes: dict[tuple[int, datetime.date], int] = {}
        self.attested: set[tuple[int, Month]] = set()
        self.closed: list[Month] = []

    # What may be entered.

    def accepts(self, job: Job, month: Month, cells: dict[int, int]) -> bool:
        """Whether the minutes of these days, by number, may stand; what only lowers hours passes the limits."""
        in_time = month.first_day <= self.today <= month.last_day + GRACE
        if not in_time or month in self.closed or (job.employer, month) in self.attested or not job.is_in(month):
            return False
        days = {month.day(number): minutes for number, minutes in cells.items()}
        changed = {day: new for day, new in days.items() if new != self.minutes.get((job.number, day), 0)}
        if any(new % STEP for new in changed.values()):
            return False
        raised = {day: new for day, new in changed.items() if new > self.minutes.get((job.number, day), 0)}
        for day, new in raised.items():
            elsewhere = self._worked(day, day, lambda other: other.worker == job.worker and other != job)
            if not job.first <= day <= min(job.last, self.today) or new > A_DAY_HERE or new + elsewhere > A_DAY_IN_ALL:
                return False
        here = self.month_of_pair(job, month)
        total = here + sum(new - self.minutes.get((job.number, day), 0) for day, new in changed.items())
        return total <= MONTH or total <= here

    def enter(self, job: Job, month: Month, cells: dict[int, int]) -> None:
        self.minutes |= {(job.number, month.day(number)): minutes for number, minutes in cells.items()}

    def month_of_pair(self, job: Job, month: Month) -> int:
        """A1: the limit is one worker's in one establishment, over all contracts of the two."""
        pair = (job.worker, job.employer)
        return self._worked(month.first_day, month.last_day, lambda other: (other.worker, other.employer) == pair)

    def may_close(self, month: Month) -> bool:
        return month.last_day < self.today

    @property
    def next_to_close(self) -> Month:
        return self.closed[-1].next if self.closed else self.world.begins

    def _worked(self, first: datetime.date, last: datetime.date, wanted) -> int:
        numbers = {job.number for job in self.world.jobs if wanted(job)}
        return sum(
            minutes for (number, day), minutes in self.minutes.items() if number in numbers and first <= day <= last
        )

    # What comes of it.

    def results(self) -> dict[str, dict]:
        """What the closed months must have come to, in minutes, days and halalas."""
        if not self.closed:
            return {"contracts": {}, "workers": {}, "invoices": {}}
        contracts, workers, lines = {}, {}, defaultdict(list)
        totals = defaultdict(lambda: [0, 0])
        for month in self.closed:
            for worker in range(len(self.world.first_insured)):
                of_worker = self._month_of_worker(worker, month)
                contracts |= {(number, month): line for number, line in of_worker.items()}
                days = sum(line["days"] for line in of_worker.values())
                if days:
                    credited = days if days < 30 else 30
                    totals[worker] = [totals[worker][0] + days, totals[worker][1] + credited]
                    workers[worker, month] = (days, credited, *totals[worker])
                for number, line in of_worker.items():
                    if line["days"]:
                        lines[self._job(number).employer, month].append(line)
        invoices = {place: self._invoice(each) for place, each in lines.items()}
        return {"contracts": contracts, "workers": workers, "invoices": invoices}

    def _job(self, number: int) -> Job:
        return next(job for job in self.world.jobs if job.number == number)

    def _month_of_worker(self, worker: int, month: Month) -> dict[int, dict]:
        lines = {}
        for job in sorted(self.world.jobs, key=lambda job: job.contract_no):
            if job.worker != worker or not job.is_in(month):
                continue
            before = self._worked(job.first, month.previous.last_day, lambda other, job=job: other == job)
            until = self._worked(job.first, month.last_day, lambda other, job=job: other == job)
            # The remainder of a month is carried into the next, so both are quotients of totals.
            if until == before and before % DAY == 0:
                continue
            days, left, ends = until // DAY - before // DAY, until % DAY, job.last <= month.last_day
            lines[job.number] = {
                "worked": until - before,
                "carried_in": before % DAY,
                "days": days,
                "carried_out": 0 if ends else left,
                "lapsed": left if ends else 0,
                "hourly_wage": [wage for since, wage in job.wages if since <= month][-1],
            }
        self.amounts(lines, worker, month)
        return lines

    def amounts(self, lines: dict[int, dict], worker: int, month: Month) -> None:
        """Wages and shares of one worker's month, from the hourly wages and days of his contracts by number."""
        annuities, hazards = self._rate(worker, month), Fraction(2, 100)
        for line in lines.values():
            monthly = min(max(Fraction(line["hourly_wage"], 100) * 240, 1500), 45_000)
            line["daily_wage"] = half_up(monthly / 30)
            line["wage"] = half_up(monthly / 30 * line["days"])
        self._hold_ceiling(lines)
        for line in lines.values():
            wage = Fraction(line["wage"], 100)
            line["annuities_employer"] = line["annuities_subscriber"] = half_up(wage * annuities)
            line["hazards"] = half_up(wage * hazards)

    def _rate(self, worker: int, month: Month) -> Fraction:
        since = self.world.first_insured[worker]
        if since is not None and since < NEW_LAW:
            return Fraction(9, 100)
        return Fraction(next(rate for first, rate in NEW_RATES if first <= month)) / 100

    @staticmethod
    def _hold_ceiling(lines: dict[int, dict]) -> None:
        """45,000 over all establishments: cut in proportion, then halala by halala to whoever lost the largest part."""
        ceiling, whole = 4_500_000, sum(line["wage"] for line in lines.values())
        if whole <= ceiling:
            return
        exact = {number: Fraction(line["wage"] * ceiling, whole) for number, line in lines.items()}
        parts = {number: int(share) for number, share in exact.items()}
        while sum(parts.values()) < ceiling:
            lost = max(exact[number] - parts[number] for number in parts)
            parts[min(number for number in parts if exact[number] - parts[number] == lost)] += 1
        for number, line in lines.items():
            line["wage"] = parts[number]

    @staticmethod
    def _invoice(lines: list[dict]) -> tuple[int, int, int, int]:
        """Days, contributory wages, employer's share, subscribers' share."""
        employer = sum(line["annuities_employer"] + line["hazards"] for line in lines)
        subscriber = sum(line["annuities_subscriber"] for line in lines)
        return sum(line["days"] for line in lines), sum(line["wage"] for line in lines), employer, subscriber
