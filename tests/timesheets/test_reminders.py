"""Reminders of hours and declarations: to whom, on which days, once each, and when they stop."""

import datetime

import pytest

from apps.common.periods import Month
from apps.outbox.models import Message
from apps.regulations.models import Regulation
from apps.timesheets import rules, services
from apps.timesheets.models import Reminder
from apps.timesheets.services import reminders
from tests import factories
from tests.timesheets.test_races import at_once

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
LAST_DAY, THREE_LEFT, ONE_LEFT = (datetime.date(2026, 9, 30), datetime.date(2026, 10, 2), datetime.date(2026, 10, 4))


def remind(today) -> int:
    return services.send_reminders(now=factories.at(today, hour=9), today=today)


def texts(user) -> list[str]:
    return list(Message.objects.filter(recipient=user.mobile).order_by("pk").values_list("body", flat=True))


@pytest.fixture
def people(establishment, contract):
    """An owner, a supervisor, an hours clerk and an accountant, each with a mobile number."""
    roles = ("owner", "supervisor", "hours_clerk", "accountant")
    return {
        role: factories.make_member(role, establishment=establishment, role=role, mobile=f"+96650000000{place}")
        for place, role in enumerate(roles, start=1)
    }


@pytest.mark.parametrize(
    ("today", "planned"),
    [
        (datetime.date(2026, 9, 29), None),
        (LAST_DAY, LAST_DAY),
        (datetime.date(2026, 10, 1), LAST_DAY),
        (THREE_LEFT, THREE_LEFT),
        (datetime.date(2026, 10, 5), ONE_LEFT),
        (datetime.date(2026, 10, 6), None),
    ],
)
def test_of_the_planned_days_the_latest_that_has_come_counts(today, planned):
    assert rules.reminder_day(datetime.date(2026, 10, 5), [5, 3, 1], today=today) == planned


def test_who_may_enter_is_reminded_of_a_month_without_hours(people):
    assert remind(LAST_DAY) == 3
    for role in ("owner", "supervisor", "hours_clerk"):
        [words] = texts(people[role])
        assert "لم تُدخل ساعات سبتمبر 2026 بعد لدى مخبز السنابل" in words
        assert "حتى 5 أكتوبر 2026" in words
    assert texts(people["accountant"]) == []


def test_who_may_attest_is_reminded_of_hours_without_a_declaration(people, contract):
    factories.make_month(contract, SEPTEMBER, 8)
    assert remind(LAST_DAY) == 2
    assert "لم تُعتمد ساعات سبتمبر 2026 بعد" in texts(people["supervisor"])[0]
    assert texts(people["hours_clerk"]) == []


def test_each_day_reminds_once_and_missed_days_do_not_come_in_a_burst(people):
    assert [remind(LAST_DAY), remind(LAST_DAY), remind(datetime.date(2026, 10, 1))] == [3, 0, 0]
    assert [remind(ONE_LEFT), remind(ONE_LEFT)] == [3, 0]
    assert Reminder.objects.count() == 2
    assert remind(datetime.date(2026, 10, 6)) == 0


@pytest.mark.parametrize("service", ["attest_timesheet", "declare_nil"])
def test_a_declaration_ends_them(people, contract, service):
    if service == "attest_timesheet":
        factories.make_month(contract, SEPTEMBER, 8)
    moment = {"now": factories.at(LAST_DAY), "today": LAST_DAY, "by": people["owner"]}
    getattr(services, service)(establishment=contract.establishment, month=SEPTEMBER, **moment)
    assert remind(THREE_LEFT) == 0


def test_a_month_opened_again_is_reminded_of_again(people, contract):
    factories.make_month(contract, SEPTEMBER, 8)
    moment = {"now": factories.at(LAST_DAY), "today": LAST_DAY, "by": people["owner"]}
    place = {"establishment": contract.establishment, "month": SEPTEMBER}
    services.attest_timesheet(**place, **moment)
    services.reopen_timesheet(**place, **moment, reason="خطأ")
    assert remind(THREE_LEFT) == 2


def test_who_has_several_places_gets_one_message_in_his_language(people, establishment):
    owner = people["owner"]
    for name in ("Bakery A", "Bakery B", "Bakery C"):
        place = factories.make_establishment(name_ar=name, name_en=name)
        factories.make_contract(establishment=place)
        factories.make_membership(user=owner, establishment=place, role="owner")
    owner.language = "en"
    owner.save()
    remind(LAST_DAY)
    [words] = texts(owner)
    assert "Bakery A, Bakery B, Bakery C and 1 more" in words


def test_a_letter_goes_where_there_is_no_number_and_nothing_to_accounts_out_of_use(people):
    owner, supervisor, clerk, _accountant = people.values()
    owner.mobile, owner.email = "", "owner@example.com"
    owner.save()
    supervisor.is_active = False
    supervisor.save()
    clerk.memberships.update(ends_on=SEPTEMBER.first_day)
    assert remind(LAST_DAY) == 1
    assert Message.objects.get().recipient == "owner@example.com"


def test_without_a_contract_in_the_month_nobody_is_reminded(noura):
    assert remind(LAST_DAY) == 0


def test_the_days_are_dated_rows(people):
    Regulation.objects.create(
        key="reminder_first_days",
        effective_from=SEPTEMBER.first_day,
        value="10",
        unit="days",
        legal_reference="Decision of the test",
    )
    assert remind(datetime.date(2026, 9, 25)) == 3


def test_nobody_is_reminded_to_attest_what_cannot_be_attested_yet(people, contract):
    Regulation.objects.create(
        key="reminder_first_days",
        effective_from=SEPTEMBER.first_day,
        value="10",
        unit="days",
        legal_reference="Decision of the test",
    )
    factories.make_month(contract, SEPTEMBER, 8)
    assert [remind(datetime.date(2026, 9, 25)), remind(LAST_DAY)] == [0, 2]


def test_what_is_killed_before_its_end_leaves_no_trace(people, monkeypatch):
    def die(*args, **options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(reminders.outbox, "post_notices", die)
        with pytest.raises(KeyboardInterrupt):
            remind(LAST_DAY)
    assert not Reminder.objects.exists()
    assert remind(LAST_DAY) == 3


def test_the_number_of_queries_does_not_grow_with_the_places(people, django_assert_num_queries):
    for _ in range(5):
        place = factories.make_establishment()
        factories.make_contract(establishment=place)
        factories.make_member("مالك", establishment=place, role="owner", mobile="+966511111111")
    with django_assert_num_queries(16):
        assert remind(LAST_DAY) == 8


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_remind_once(people):
    assert sorted(at_once(*[lambda: remind(LAST_DAY)] * 3)) == [0, 0, 3]
    assert Message.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_twin_without_the_taking_each_worker_reminds(people, monkeypatch):
    monkeypatch.setattr(reminders, "_take", lambda month, planned_on, establishment_ids, now: establishment_ids)
    assert sorted(at_once(*[lambda: remind(LAST_DAY)] * 2)) == [3, 3]
