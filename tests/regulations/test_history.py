"""A rule is a dated row: a change is a new one, and what a closed month has used stands still for ever."""

import datetime
import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from apps.common.periods import Month
from apps.regulations import selectors, services
from apps.regulations.choices import Law
from apps.regulations.models import ClosedMonth, Regulation, RuleSetRecord
from apps.regulations.rules import RULE_KEYS, MonthClosed, MonthUnknown, RuleMissing
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)
NOW = factories.at(datetime.date(2026, 10, 6))


@pytest.fixture
def closed():
    services.freeze_month(month=SEPTEMBER, now=NOW)


def row(day: datetime.date, value: str = "600", key: str = "minutes_per_day", **fields) -> Regulation:
    given = {"unit": "minutes", "legal_reference": "Another resolution"} | fields
    return Regulation(key=key, effective_from=day, value=value, **given)


def refused(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except DatabaseError:
        return True
    return False


def test_the_portal_begins_with_a_value_for_every_rule_in_every_month_it_knows():
    for month in (Month(2024, 7), SEPTEMBER, Month(2029, 1)):
        assert {law: rules.month for law, rules in selectors.rulesets(month).items()} == dict.fromkeys(Law, month)


def test_every_rule_names_its_unit_and_its_source():
    assert not Regulation.objects.filter(legal_reference="").exists()
    assert not Regulation.objects.filter(unit="").exists()
    assert refused(lambda: row(datetime.date(2027, 1, 1), legal_reference="").save())


def test_a_change_is_a_new_row_from_its_day_on():
    row(datetime.date(2026, 10, 15)).save()
    assert selectors.rules_of(SEPTEMBER).minutes_per_day == 480
    assert selectors.rules_of(Month(2026, 10)).minutes_per_day == 600


def test_one_rule_has_one_value_a_day():
    with pytest.raises(IntegrityError):
        row(datetime.date(2024, 5, 28)).save()


def test_a_month_without_a_value_is_refused():
    Regulation.objects.filter(key="hazards_rate").delete()
    with pytest.raises(RuleMissing, match="hazards_rate"):
        selectors.rulesets(SEPTEMBER)
    with pytest.raises(RuleMissing):
        services.freeze_month(month=SEPTEMBER, now=NOW)
    assert not ClosedMonth.objects.exists()


def test_a_closed_month_keeps_the_values_it_used(closed):
    for record in RuleSetRecord.objects.filter(month=SEPTEMBER):
        assert record.values.keys() == set(RULE_KEYS)
    row(datetime.date(2026, 10, 1), "600").save()
    assert selectors.rules_of(SEPTEMBER).minutes_per_day == 480


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda: row(datetime.date(2026, 9, 30)).save(), id="added before"),
        pytest.param(lambda: Regulation.objects.filter(key="minutes_per_day").update(value="600"), id="changed"),
        pytest.param(lambda: Regulation.objects.filter(key="minutes_per_day").delete(), id="deleted"),
        pytest.param(
            lambda: Regulation.objects.filter(key="annuities_rate", effective_from="2027-07-01").update(
                effective_from="2026-09-15"
            ),
            id="moved back",
        ),
        pytest.param(lambda: ClosedMonth.objects.update(month=Month(2026, 8)), id="another month"),
        pytest.param(lambda: ClosedMonth.objects.all().delete(), id="opened again"),
        pytest.param(lambda: RuleSetRecord.objects.update(values={}), id="other values"),
        pytest.param(lambda: RuleSetRecord.objects.all().delete(), id="no values"),
    ],
)
def test_what_a_closed_month_used_cannot_be_touched_not_even_in_the_database(closed, act):
    assert refused(act)


def test_a_rule_of_months_to_come_can_be_taken_back(closed):
    Regulation.objects.filter(key="annuities_rate", effective_from="2027-07-01").update(value="10.75")
    assert selectors.rules_of(Month(2027, 8)).annuities_rate == 10_750


def test_a_closed_month_and_all_before_it_take_no_changes(closed):
    for month in (SEPTEMBER, SEPTEMBER.previous):
        with pytest.raises(MonthClosed):
            services.require_open(month)
    with pytest.raises(MonthUnknown):
        services.require_open(Month(2024, 6))
    services.require_open(SEPTEMBER.next)


@pytest.mark.django_db(transaction=True)
def test_a_month_does_not_close_while_somebody_still_writes_in_it():
    waited = []

    def close():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
                services.hold_calendar(shared=False)
            waited.append(False)
        except DatabaseError:
            waited.append(True)
        finally:
            connection.close()

    with transaction.atomic():
        services.require_open(SEPTEMBER)
        other = threading.Thread(target=close)
        other.start()
        other.join()
    assert waited == [True]
