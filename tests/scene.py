"""A portal in use: two closed months, one running, several establishments, people with one and with two employers."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from apps.accounts.models import User
from apps.certificates import services as certificates
from apps.certificates.models import Statement
from apps.common.periods import Month
from apps.contracts import services as contracts
from apps.contracts.models import Contract
from apps.invoices import selectors
from apps.invoices import services as invoices
from apps.invoices.models import Invoice
from apps.registry import services as registry
from apps.registry.models import Establishment
from apps.timesheets import services as timesheets
from apps.timesheets.models import Declaration
from tests import factories

JULY, AUGUST, SEPTEMBER, OCTOBER = (Month(2026, number) for number in (7, 8, 9, 10))


@dataclass
class Scene:
    establishment: Establishment
    owner: User
    officer: User
    worker: User
    contracts: list[Contract]

    @property
    def number(self) -> str:
        return self.establishment.unified_number

    @property
    def invoice(self) -> Invoice:
        return self.establishment.invoices.get(month=AUGUST)


def make_scene(*, closed: tuple[Month, ...] = (JULY, AUGUST)) -> Scene:
    """Hours of July, August and September are entered and those of October begun; the closed months are billed."""
    establishment = factories.make_establishment(name_ar="مخبز السنابل", name_en="Sanabel Bakery")
    owner = factories.make_member("نورة العتيبي", establishment=establishment, role="owner")
    worker = factories.make_user(full_name="مؤيد الزهراني", national_id=factories.national_id(4))
    people = [factories.make_subscriber() for _ in range(4)]
    registry.link_user(subscriber=people[3], user=worker)
    elsewhere = factories.make_establishment(name_ar="مطعم الديرة", name_en="Dirah Restaurant")
    wages = ("30.00", "5.00", "23.35", "187.50")
    contracts = [
        factories.make_contract(establishment=establishment, subscriber=person, hourly_wage=wage)
        for person, wage in zip(people, wages, strict=True)
    ]
    second = factories.make_contract(establishment=elsewhere, subscriber=people[3], hourly_wage="40.00")
    for month, hours in {JULY: (80, 16, 56, 95), AUGUST: (95, 0, 37.5, 88.5), SEPTEMBER: (64, 7.25, 90, 60)}.items():
        for contract, count in zip(contracts, hours, strict=True):
            factories.make_month(contract, month, count)
        factories.make_month(second, month, 61)
    attest(establishment, AUGUST, by=owner)
    factories.make_hours(contracts[0], {datetime.date(2026, 10, day): 450 for day in (1, 4, 5, 6)}, by=owner)
    for month in closed:
        assert factories.close_month(month).summary["parked"] == []
    officer = factories.make_staff("billing officer", full_name="هند السبيعي")
    return Scene(establishment, owner, officer, worker, contracts)


def attest(establishment: Establishment, month: Month, *, by: User) -> Declaration:
    """The month is declared on its last day."""
    day = month.last_day
    sheet = timesheets.attest_timesheet(
        establishment=establishment, month=month, by=by, now=factories.at(day), today=day
    )
    return sheet.declarations.get()


def work() -> None:
    """What the workers do while nobody looks: every run that waits is done."""
    for run in selectors.unfinished_runs():
        today = timezone.localdate()
        while invoices.work(run_id=run.pk, now=timezone.now(), today=today) is not invoices.Work.NOTHING:
            pass


def draw() -> None:
    """And every paper that waits is drawn."""
    while invoices.render_next_document(now=timezone.now()):
        pass
    while timesheets.render_next_paper(now=timezone.now()):
        pass
    while certificates.render_next_statement(now=timezone.now()):
        pass
    while contracts.render_next_paper(now=timezone.now()):
        pass


def statement_of(user: User) -> Statement:
    return certificates.request_statement(subscriber=user.subscriber, language="ar", now=timezone.now())
