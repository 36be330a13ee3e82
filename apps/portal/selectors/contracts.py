"""A contract with what became of it: its hours, its days, its wages and its history."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Case, OuterRef, QuerySet, Subquery, Sum, When
from django.db.models.functions import Coalesce, TruncMonth
from django.utils.translation import gettext as _

from apps.accruals.models import Accrual
from apps.common import dates, text
from apps.common.money import to_halalas
from apps.common.periods import Month
from apps.contracts import selectors
from apps.contracts.choices import ContractStatus, Standing
from apps.contracts.models import Contract, ContractOffer
from apps.portal.selectors.activity import Event, name_of
from apps.portal.selectors.offers import offer_events
from apps.registry.models import Establishment
from apps.timesheets.models import HoursEntry


class WorkedMonth(NamedTuple):
    """Minutes of one contract in a month; the registered days once the month is closed."""

    month: Month
    minutes: int
    days: int | None


class Wage(NamedTuple):
    """An hourly wage from a month on; under the floor contributions are taken on the floor."""

    month: Month
    hourly_wage: Decimal
    is_below_floor: bool
    is_in_force: bool


def contract_rows(establishment: Establishment, *, today: datetime.date) -> QuerySet[Contract]:
    """The contracts of the establishment as of today, each with its own `minutes` in the running month.

    Their `standing_rank` puts those in force first, then those to come.
    """
    running = Month.of(today)
    worked = HoursEntry.objects.filter(contract=OuterRef("pk"), work_date__range=(running.first_day, running.last_day))
    total = worked.order_by().values("contract").annotate(total=Sum("minutes")).values("total")
    contracts = selectors.as_of(selectors.contracts_of(establishment), today)
    rank = Case(When(standing=Standing.IN_FORCE, then=0), When(standing=Standing.UPCOMING, then=1), default=2)
    return contracts.annotate(minutes=Coalesce(Subquery(total), 0), standing_rank=rank)


def worked_months(contract: Contract) -> list[WorkedMonth]:
    """The months in which the contract has hours or days, the latest first."""
    minutes = {
        Month.of(first): total
        for first, total in HoursEntry.objects.filter(contract=contract, minutes__gt=0)
        .annotate(first=TruncMonth("work_date"))
        .values("first")
        .order_by("first")
        .annotate(total=Sum("minutes"))
        .values_list("first", "total")
    }
    days = dict(Accrual.objects.filter(contract=contract).order_by("month").values_list("month", "days"))
    return [
        WorkedMonth(month, minutes.get(month, 0), days.get(month)) for month in sorted({*minutes, *days}, reverse=True)
    ]


def wages_of(contract: Contract, *, today: datetime.date) -> list[Wage]:
    """Every wage of the contract that takes effect before it ends, the latest first."""
    last = Month.of(contract.ends_on)
    by_month = {
        month: wage for month, wage in selectors.wages_by_month([contract.pk])[contract.pk].items() if month <= last
    }
    begun = [month for month in by_month if month <= max(Month.of(today), Month.of(contract.starts_on))]
    return [
        Wage(
            month,
            wage.hourly_wage,
            selectors.rules_from(month).is_below_floor(to_halalas(wage.hourly_wage)),
            month == begun[-1],
        )
        for month, wage in reversed(by_month.items())
    ]


def events_of(contract: Contract, offers: Iterable[ContractOffer], *, today: datetime.date) -> list[Event]:
    """What happened to the contract and to the offers about it, latest first; what lies ahead has no moment."""
    events, happened = [], []
    if contract.ends_on >= today:
        events.append(Event(_("Ends on %(date)s") % {"date": dates.gregorian(contract.ends_on)}))
    if contract.status == ContractStatus.TERMINATED:
        title = _("Ended early, last day %(date)s") % {"date": dates.gregorian(contract.ends_on)}
        happened.append(Event(title, contract.terminated_at, name_of(contract.terminated_by)))
    first, *changes = selectors.wages_by_month([contract.pk])[contract.pk].values()
    for wage in sorted((wage for wage in changes if wage.set_at), key=lambda wage: wage.set_at, reverse=True):
        values = {"wage": text.riyals(wage.hourly_wage), "month": dates.month_name(wage.effective_from)}
        happened.append(Event(_("Wage of %(wage)s an hour from %(month)s") % values, wage.set_at, name_of(wage.set_by)))
    wage = {"wage": text.riyals(first.hourly_wage)}
    title = _("Contract documented at %(wage)s an hour") % wage
    happened.append(Event(title, contract.created_at, name_of(contract.created_by)))
    # What came of an acceptance stands above it.
    happened += offer_events(offers)
    return [*events, *sorted(happened, key=lambda event: event.at, reverse=True)]
