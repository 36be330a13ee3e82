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
from apps.common.db import INTERRUPTIONS, copy_rows
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
def accrue_subscribers(*, month: Month, keys: tuple[int, int], now: datetime.datetime) -> None:
    """The closed month of the subscribers in a range of keys is written, once; who cannot be computed is parked alone.

    An interruption is no fault of a subscriber and is raised.
    """
    try:
        with transaction.atomic():
            _accrue(month, keys)
    except INTERRUPTIONS:
        raise
    except Exception as error:
        subscriber_ids = selectors.subscribers_to_accrue(month, keys)
        if not subscriber_ids:
            raise
        if len(subscriber_ids) == 1:
            park_subscriber(month=month, subscriber_id=subscriber_ids[0], error=error, now=now)
            return
        first, last = keys
        middle = subscriber_ids[len(subscriber_ids) // 2]
        accrue_subscribers(month=month, keys=(first, middle - 1), now=now)
        accrue_subscribers(month=month, keys=(middle, last), now=now)


def _within(keys: tuple[int, int]) -> Q:
    return Q(subscriber_id__gte=keys[0], subscriber_id__lte=keys[1])


def _accrue(month: Month, keys: tuple[int, int]) -> None:
    chosen = _within(keys)
    rules_of = regulations.rulesets(month)
    rule_set_ids = regulations.rule_set_ids(month)
    waiting = selectors.parked_before(month, chosen)
    before = selectors.totals_before(month, keys)
    parts = selectors.inputs(month, range(keys[0], keys[1] + 1), rules_of=rules_of)
    days_of: list[tuple[int, Law, int]] = []

    def accruals() -> Iterator[tuple]:
        """Computed while the server takes in the ones before."""
        first_day = str(month.first_day)
        for subscriber_id, law, contracts in parts:
            if subscriber_id in waiting:
                raise rules.EarlierMonthParked(month=waiting[subscriber_id])
            days = 0
            for each in rules.accrue_subscriber(contracts, rules_of[law]):
                days += each.days
                yield (first_day, rule_set_ids[law], each.contract_id, *each[2:])
            if days:
                days_of.append((subscriber_id, law, days))

    copy_rows(Accrual._meta.db_table, _ACCRUAL_COLUMNS, accruals(), halalas=selectors.AMOUNTS)
    copy_rows(SubscriberMonth._meta.db_table, _MONTH_COLUMNS, _months(month, days_of, before, rules_of))
    ParkedSubscriber.objects.filter(chosen, month=month).delete()


def _months(
    month: Month, days_of: Iterable[tuple[int, Law, int]], before: dict[int, Totals], rules_of: dict[Law, RuleSet]
) -> Iterator[tuple]:
    """The subscribers' rows: this month's days, and the totals with them."""
    first_day, none = str(month.first_day), Totals(0, 0)
    for subscriber_id, law, days in days_of:
        so_far = before.get(subscriber_id, none)
        credited = rules.credited(days, rules_of[law])
        yield (first_day, subscriber_id, days, credited, so_far.days + days, so_far.credited_days + credited)


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
