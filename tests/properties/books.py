"""The portal, twice under one interface: its pure rules alone, and its services on a real database."""

import datetime
import functools
from collections import defaultdict
from itertools import groupby
from random import Random

from apps.accruals import rules as accruals
from apps.accruals.models import Accrual, SubscriberMonth
from apps.common.errors import DomainError
from apps.common.money import to_halalas, to_riyals
from apps.common.periods import Month
from apps.invoices import rules as invoices
from apps.invoices import services
from apps.invoices.choices import Stage
from apps.invoices.models import BillingOutcome, Invoice, InvoiceLine
from apps.regulations.rules import check_closing, law_of
from apps.timesheets import rules as timesheets
from apps.timesheets import services as hours
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories
from tests.properties.world import Job, World

ruleset = functools.cache(factories.ruleset)
FIRST_MONTH = Month(2024, 7)


def _line(accrued: accruals.Accrued) -> dict:
    return {
        "worked": accrued.worked_minutes,
        "carried_in": accrued.carried_in_minutes,
        "days": accrued.days,
        "carried_out": accrued.carried_out_minutes,
        "lapsed": accrued.lapsed_minutes,
        "hourly_wage": accrued.hourly_wage,
        "daily_wage": accrued.daily_wage,
        "wage": accrued.contributory_wage,
        "annuities_employer": accrued.annuities_employer,
        "annuities_subscriber": accrued.annuities_subscriber,
        "hazards": accrued.hazards_employer,
    }


class PureBooks:
    """Dictionaries and the rules of timesheets, accruals and invoices; no database."""

    def __init__(self, world: World):
        self.world = world
        self.minutes: dict[int, dict[datetime.date, int]] = defaultdict(dict)
        self.status: dict[tuple[int, Month], str] = defaultdict(lambda: TimesheetStatus.OPEN)
        self.closed: dict[Month, dict[int, accruals.Accrued]] = {}

    def _here(self, job: Job, month: Month) -> list[Job]:
        pair = (job.worker, job.employer)
        return [other for other in self.world.jobs if (other.worker, other.employer) == pair and other.is_in(month)]

    def _of(self, job: Job, month: Month) -> dict[int, int]:
        return {day.day: minutes for day, minutes in self.minutes[job.number].items() if day in month}

    def enter(self, job: Job, month: Month, cells: dict[int, int], today: datetime.date) -> bool:
        rules = ruleset(month)
        try:
            timesheets.check_entry_time(month, rules=rules, today=today)
        except DomainError:
            return False
        if self.status[job.employer, month] != TimesheetStatus.OPEN or not job.is_in(month):
            return False
        saved = self._of(job, month)
        row = timesheets.EnteredRow(contract_id=job.number, entered=cells)
        changes, _, _ = timesheets.merge(row, saved)
        claims = [
            timesheets.Claim(
                contract_id=other.number,
                first=other.first,
                last=other.last,
                saved=self._of(other, month),
                changes=changes if other == job else {},
            )
            for other in self._here(job, month)
        ]
        elsewhere: dict[int, int] = defaultdict(int)
        for other in self.world.jobs:
            if other.worker == job.worker and other.employer != job.employer:
                for day, minutes in self._of(other, month).items():
                    elsewhere[day] += minutes
        until = timesheets.last_day_so_far(month, today=today)
        if timesheets.check_hours(claims, month=month, elsewhere=elsewhere, rules=rules, until=until):
            return False
        self.minutes[job.number] |= {month.day(day): minutes for day, minutes in changes.items()}
        return True

    def attest(self, employer: int, month: Month, today: datetime.date) -> bool:
        jobs = [job for job in self.world.jobs if job.employer == employer and job.is_in(month)]
        try:
            timesheets.check_entry_time(month, rules=ruleset(month), today=today)
            status = timesheets.next_status(self.status[employer, month], "attest")
        except DomainError:
            return False
        if not any(sum(self._of(job, month).values()) for job in jobs):
            return False
        if today < timesheets.attestable_from(month, last_contract_day=max(job.last for job in jobs)):
            return False
        self.status[employer, month] = status
        return True

    def close(self, month: Month, today: datetime.date) -> bool:
        if month in self.closed:
            return True
        try:
            last_closed = max(self.closed, default=None)
            check_closing(month, first=FIRST_MONTH, last_closed=last_closed, earliest_open=None, today=today)
        except DomainError:
            return False
        for employer in range(self.world.employers):
            self.status[employer, month] = timesheets.next_status(self.status[employer, month], "close")
        self.closed[month] = {}
        for worker in range(len(self.world.first_insured)):
            self._accrue(worker, month)
        return True

    def _rules(self, worker: int, month: Month):
        new_law_from = ruleset(month).new_law_from
        return ruleset(month, law_of(self.world.first_insured[worker], new_law_from=new_law_from))

    def _accrue(self, worker: int, month: Month) -> None:
        before = self.closed.get(month.previous, {})
        contracts = [
            accruals.Worked(
                contract_id=job.number,
                contract_no=job.contract_no,
                establishment_id=job.employer,
                hourly_wage=[wage for since, wage in job.wages if since <= month][-1],
                worked_minutes=sum(self._of(job, month).values()),
                carried_in_minutes=before[job.number].carried_out_minutes if job.number in before else 0,
                is_last_month=job.last <= month.last_day,
            )
            for job in sorted(self.world.jobs, key=lambda job: job.contract_no)
            if job.worker == worker and job.is_in(month)
        ]
        for accrued in accruals.accrue_subscriber(contracts, self._rules(worker, month)):
            self.closed[month][accrued.contract_id] = accrued

    def written(self) -> list:
        """Everything that closing has written, to be compared with itself after closing again."""
        return [self.closed.copy(), dict(self.status)]

    def stored(self) -> dict[int, dict[datetime.date, int]]:
        """Job → day → minutes, as they stand."""
        return {number: {day: each for day, each in days.items() if each} for number, days in self.minutes.items()}

    def results(self) -> dict[str, dict]:
        workers, bills = {}, {}
        totals: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        worker_of = {job.number: job.worker for job in self.world.jobs}
        for month, found in self.closed.items():
            by_worker = sorted(found.values(), key=lambda each: worker_of[each.contract_id])
            for worker, group in groupby(by_worker, key=lambda each: worker_of[each.contract_id]):
                if days := sum(each.days for each in group):
                    credited = accruals.credited(days, ruleset(month))
                    totals[worker] = [totals[worker][0] + days, totals[worker][1] + credited]
                    workers[worker, month] = (days, credited, *totals[worker])
            by_employer = sorted(invoices.billable(found.values()), key=lambda each: each.establishment_id)
            for employer, group in groupby(by_employer, key=lambda each: each.establishment_id):
                bills[employer, month] = tuple(invoices.sums(map(invoices.line, group)))
        contracts = {
            (number, month): _line(each) for month, found in self.closed.items() for number, each in found.items()
        }
        return {"contracts": contracts, "workers": workers, "invoices": bills}


class DatabaseBooks:
    """The services on PostgreSQL, as the portal calls them; made anew for each history, inside its savepoint."""

    def __init__(self, world: World):
        self.world = world
        self.signer = factories.make_user()
        self.employers = [factories.make_establishment() for _ in range(world.employers)]
        self.workers = [factories.make_subscriber(first_insured_on=since) for since in world.first_insured]
        self.contracts = {job.number: self._document(job) for job in world.jobs}
        self.job_of = {contract.pk: number for number, contract in self.contracts.items()}

    def _document(self, job: Job):
        (_, wage), *changes = ((month, str(to_riyals(halalas))) for month, halalas in job.wages)
        return factories.make_contract(
            contract_no=job.contract_no,
            establishment=self.employers[job.employer],
            subscriber=self.workers[job.worker],
            starts_on=job.first,
            ends_on=job.last,
            hourly_wage=wage,
            wages=dict(changes),
        )

    def enter(self, job: Job, month: Month, cells: dict[int, int], today: datetime.date) -> bool:
        row = timesheets.EnteredRow(contract_id=self.contracts[job.number].pk, entered=cells)
        place = {"establishment": self.employers[job.employer], "month": month}
        try:
            recorded = hours.record_hours(**place, rows=[row], by=None, now=factories.at(today), today=today)
        except DomainError:
            return False
        return not recorded.refused

    def load(self, minutes: dict[tuple[int, datetime.date], int], order: Random, *, today: datetime.date) -> None:
        """All hours arrive in one file, its lines in any order."""
        rows = [(place, each) for place, each in minutes.items() if each]
        order.shuffle(rows)
        lines = (
            (line, self.contracts[number].contract_no, self.contracts[number].subscriber.national_id, day, each, "")
            for line, ((number, day), each) in enumerate(rows, start=2)
        )
        hours.load_hours(lines, now=factories.at(today))

    def attest(self, employer: int, month: Month, today: datetime.date) -> bool:
        place = {"establishment": self.employers[employer], "month": month}
        try:
            hours.attest_timesheet(**place, by=self.signer, now=factories.at(today), today=today)
        except DomainError:
            return False
        return True

    def close(self, month: Month, today: datetime.date) -> bool:
        now = factories.at(today)
        try:
            run = services.request_run(month=month, is_dry=False, now=now, today=today)
        except DomainError:
            return False
        while services.work(run_id=run.pk, now=now, today=today) is not services.Work.NOTHING:
            pass
        run.refresh_from_db()
        assert run.stage == Stage.FINISHED
        assert run.summary["parked"] == []
        return True

    def written(self) -> list:
        tables = (Accrual, SubscriberMonth, Invoice, InvoiceLine, BillingOutcome, Timesheet)
        return [list(table.objects.order_by("pk").values()) for table in tables]

    def stored(self) -> dict[int, dict[datetime.date, int]]:
        found: dict[int, dict[datetime.date, int]] = {}
        rows = HoursEntry.objects.filter(minutes__gt=0).values_list("contract", "work_date", "minutes")
        for pk, day, minutes in rows:
            found.setdefault(self.job_of[pk], {})[day] = minutes
        for total in MonthTotal.objects.all():
            jobs = [
                self.job_of[pk] for pk in self.job_of if self._pair(pk) == (total.establishment_id, total.subscriber_id)
            ]
            days = [(day, minutes) for job in jobs for day, minutes in found.get(job, {}).items()]
            assert total.minutes == sum(minutes for day, minutes in days if Month.of(day) == total.month) <= 5700
        return found

    def check_numbers(self) -> None:
        """I6: one invoice an establishment and month, and numbers without a gap or a repetition in every year."""
        invoices = list(Invoice.objects.order_by("year", "sequence"))
        assert len({(invoice.establishment_id, invoice.month) for invoice in invoices}) == len(invoices)
        for year, group in groupby(invoices, key=lambda invoice: invoice.year):
            numbers = [invoice.number for invoice in group]
            assert numbers == [f"FW-{year}-{sequence:06d}" for sequence in range(1, len(numbers) + 1)]

    def _pair(self, pk: int) -> tuple[int, int]:
        contract = self.contracts[self.job_of[pk]]
        return contract.establishment_id, contract.subscriber_id

    def results(self) -> dict[str, dict]:
        fields = accruals.Accrued._fields
        contracts = {}
        for row in Accrual.objects.select_related("contract"):
            values = [row.contract_id, row.contract.establishment_id, *(getattr(row, name) for name in fields[2:7])]
            amounts = (to_halalas(getattr(row, name)) for name in fields[7:])
            contracts[self.job_of[row.contract_id], row.month] = _line(accruals.Accrued(*values, *amounts))
        numbers = {worker.pk: number for number, worker in enumerate(self.workers)}
        workers = {
            (numbers[row.subscriber_id], row.month): (
                row.days,
                row.credited_days,
                row.total_days,
                row.total_credited_days,
            )
            for row in SubscriberMonth.objects.all()
        }
        employers = {employer.pk: number for number, employer in enumerate(self.employers)}
        bills = {}
        for invoice in Invoice.objects.prefetch_related("lines"):
            amounts = ("contributory_wage", "employer_share", "subscriber_share")
            bill = (invoice.days, *(to_halalas(getattr(invoice, name)) for name in amounts))
            lines = [
                (line.days, *(to_halalas(getattr(line, name)) for name in amounts)) for line in invoice.lines.all()
            ]
            assert bill == tuple(map(sum, zip(*lines, strict=True)))
            assert invoice.total == invoice.employer_share + invoice.subscriber_share
            bills[employers[invoice.establishment_id], invoice.month] = bill
        return {"contracts": contracts, "workers": workers, "invoices": bills}
