"""The day is the day in Riyadh, wherever the server stands."""

import datetime

import pytest

from apps.common import clock as portal
from apps.common.periods import Month

UTC = datetime.UTC


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime.datetime(2026, 9, 30, 20, 59, 59, tzinfo=UTC), datetime.date(2026, 9, 30)),
        (datetime.datetime(2026, 9, 30, 21, 0, 0, tzinfo=UTC), datetime.date(2026, 10, 1)),
        (datetime.datetime(2026, 12, 31, 20, 59, 59, tzinfo=UTC), datetime.date(2026, 12, 31)),
        (datetime.datetime(2026, 12, 31, 21, 0, 0, tzinfo=UTC), datetime.date(2027, 1, 1)),
        (datetime.datetime(2028, 2, 28, 21, 0, 1, tzinfo=UTC), datetime.date(2028, 2, 29)),
    ],
)
def test_a_new_day_begins_at_nine_in_the_evening_utc(clock, moment, day):
    clock.move_to(moment)
    assert portal.today() == day
    assert portal.now().utcoffset() == datetime.timedelta(hours=3)
    assert Month.of(portal.today()) == Month.of(day)
