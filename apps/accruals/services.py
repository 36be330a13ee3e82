"""Month end, first pass: the month is closed to changes, and every subscriber's days and contributions are written."""

import datetime
import logging
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Q

from apps.accruals import rules, selectors
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.accruals.selectors import Totals
from apps.common import errors
from apps.common.db import copy_rows, narrow_down
from apps.common.money import plain
from apps.common.periods import Month
from apps.regulations import selectors as regulations
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet, check_closing
from apps.regulations.services import freeze_month, hold_calendar
from apps.timesheets import selectors as timesheets
from apps.timesheets.services import close_sheets

logger = logging.getLogger(__name__)

_ACCRUAL_COLUMNS = ("month", "rule_set_id", "contract_id", *selectors.COUNTS, *selectors.AMOUNTS)
_MONTH_COLUMNS = ("month", "subscriber_id", "days", "credited_days", "total_days", "total_credited_days")


@transaction.atomic
def close_off_month(*, month: Month, now: datetime.datetime, today: datetime.date, by=None) -> None:
    """The month takes no more changes, its rules are frozen and its open sheets are attested by the system.

    Nothing happens when it is closed already. Refuses with `MonthUnknown`, `MonthNotOver`, `MonthOutOfOrder` or
    `RuleMissing`.
    """
    hold_calendar(shared=False)
    if regulations.rule_set_ids(month):
        return
    check_closing(
        month,
        first=regulations.first_month(),
        last_closed=regulations.last_closed_month(),
        earliest_open=timesheets.earliest_month_with_hours(),
        today=today,
    )
    close_sheets(month, now=now)
    freeze_month(month=month, now=now, by=by)


@transaction.atomic
def accrue_subscribers(*, month: Month, subscriber_ids: list[int], now: datetime.datetime) -> None:
    """The closed month of these subscribers is computed and written, once; who cannot be computed is parked alone.

    An interruption is no fault of a subscriber and is raised.
    """
    narrow_down(
        subscriber_ids,
        lambda ids: _accrue(month, ids),
        lambda pk, error: park_subscriber(month=month, subscriber_id=pk, error=error, now=now),
    )


def _accrue(month: Month, subscriber_ids: list[int]) -> None:
    rules_of = regulations.rulesets(month)
    rule_set_ids = regulations.rule_set_ids(month)
    chosen = Q(subscriber_id__among=subscriber_ids)
    for earlier in selectors.parked_before(month, subscriber_ids).values():
        raise rules.EarlierMonthParked(month=earlier)
    before = selectors.totals_before(month, subscriber_ids)
    computed = [
        (part.subscriber_id, part.law, rules.accrue_subscriber(part.contracts, rules_of[part.law]))
        for part in selectors.inputs(month, chosen, rules_of=rules_of)
    ]
    copy_rows(
        Accrual._meta.db_table,
        _ACCRUAL_COLUMNS,
        (
            (month.first_day, rule_set_ids[law], each.contract_id, *each[2:7], *map(plain, each[7:]))
            for _, law, results in computed
            for each in results
        ),
    )
    copy_rows(SubscriberMonth._meta.db_table, _MONTH_COLUMNS, _months(month, computed, before, rules_of))
    ParkedSubscriber.objects.filter(month=month, subscriber_id__among=subscriber_ids).delete()


def _months(
    month: Month, computed: Iterable[tuple], before: dict[int, Totals], rules_of: dict[Law, RuleSet]
) -> Iterator[tuple]:
    """The subscribers' rows: this month's days, and the totals with them."""
    for subscriber_id, law, results in computed:
        days = sum(each.days for each in results)
        if days:
            so_far = before.get(subscriber_id, Totals(0, 0))
            credited = rules.credited(days, rules_of[law])
            totals = (so_far.days + days, so_far.credited_days + credited)
            yield (month.first_day, subscriber_id, days, credited, *totals)


def park_subscriber(*, month: Month, subscriber_id: int, error: Exception, now: datetime.datetime) -> None:
    """The subscriber's month waits, with the reason, until a later run computes it, and his establishments with him."""
    if not isinstance(error, errors.DomainError):
        logger.error("month %s of subscriber %s is parked", month, subscriber_id, exc_info=error)
    reason, values = errors.stored(error)
    ParkedSubscriber.objects.update_or_create(
        month=month,
        subscriber_id=subscriber_id,
        defaults={"reason": reason, "reason_values": values},
        create_defaults={"reason": reason, "reason_values": values, "parked_at": now},
    )
