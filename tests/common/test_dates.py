"""Days in both calendars and both languages; the Umm al-Qura days are the published ones."""

import datetime

import pytest
from django.utils import translation

from apps.common import clock as riyadh
from apps.common import dates
from apps.common.periods import Month

UTC = datetime.UTC


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        (datetime.date(2024, 5, 28), (1445, 11, 20)),
        (datetime.date(2024, 7, 3), (1445, 12, 27)),
        (datetime.date(2025, 10, 15), (1447, 4, 23)),
        (datetime.date(2026, 9, 30), (1448, 4, 19)),
        (datetime.date(2026, 11, 15), (1448, 6, 5)),
    ],
)
def test_days_fall_where_umm_al_qura_puts_them(day, hijri):
    assert dates.to_hijri(day) == hijri


def test_a_day_is_said_in_both_calendars():
    day = datetime.date(2026, 11, 15)
    assert dates.both_dates(day) == "15 نوفمبر 2026 (5 جمادى الآخرة 1448هـ)"
    with translation.override("en"):
        assert dates.both_dates(day) == "15 November 2026 (5 Jumada al-Akhirah 1448 AH)"


def test_the_fourth_hijri_month_is_called_the_last_rabi():
    assert dates.hijri(datetime.date(2026, 9, 30)) == "19 ربيع الآخر 1448هـ"


def test_a_day_outside_the_published_calendar_is_said_in_one():
    day = datetime.date(2090, 1, 1)
    assert dates.to_hijri(day) is None
    assert dates.hijri(day) == ""
    assert dates.both_dates(day) == "1 يناير 2090"
    assert dates.hijri_span(datetime.date(2026, 1, 1), day) == ""
    assert dates.both_month(Month(2090, 1)) == "يناير 2090"


def test_a_month_is_said_with_the_hijri_months_it_touches():
    assert dates.both_month(Month(2026, 10)) == "أكتوبر 2026 (ربيع الآخر – جمادى الأولى 1448هـ)"


def test_a_range_of_days_names_the_hijri_year_once_unless_it_turns():
    october = Month(2026, 10)
    assert dates.hijri_span(october.first_day, october.last_day) == "20 ربيع الآخر – 20 جمادى الأولى 1448هـ"
    june = Month(2026, 6)
    assert dates.hijri_span(june.first_day, june.last_day) == "15 ذو الحجة 1447هـ – 15 محرم 1448هـ"
    one = dates.hijri_span(datetime.date(2026, 11, 12), datetime.date(2026, 11, 15), days=False)
    assert one == "جمادى الآخرة 1448هـ"


def test_the_week_has_arabic_names_and_letters():
    days = [datetime.date(2026, 11, number) for number in range(15, 22)]
    assert [dates.weekday_name(day) for day in days[:2]] == ["الأحد", "الاثنين"]
    assert "".join(dates.weekday_letter(day) for day in days) == "حنثرخجس"


@pytest.mark.parametrize(
    ("hour", "minute", "said"), [(0, 5, "12:05 ص"), (9, 0, "9:00 ص"), (12, 0, "12:00 م"), (16, 18, "4:18 م")]
)
def test_times_are_said_in_twelve_hours(hour, minute, said):
    riyadh = datetime.timezone(datetime.timedelta(hours=3))
    assert dates.time12(datetime.datetime(2026, 11, 15, hour, minute, tzinfo=riyadh)) == said


def test_a_moment_late_in_the_evening_of_london_is_the_next_day_in_riyadh():
    at = datetime.datetime(2026, 10, 31, 21, 1, tzinfo=UTC)
    assert dates.moment(at) == "1 نوفمبر 2026، 12:01 ص"
    with translation.override("en"):
        assert dates.moment(at) == "1 November 2026, 12:01 am"


def test_today_turns_at_midnight_in_riyadh(clock):
    clock.move_to(datetime.datetime(2026, 10, 31, 20, 59, tzinfo=UTC))
    assert riyadh.today() == datetime.date(2026, 10, 31)
    clock.move_to(datetime.datetime(2026, 10, 31, 21, 1, tzinfo=UTC))
    assert riyadh.today() == datetime.date(2026, 11, 1)
