"""Subscribers are told in the evening what was entered for them: once a day, nothing twice, and not who said no."""

import datetime
import threading

import pytest
from django.urls import reverse

from apps.common.periods import Month
from apps.outbox.models import Message
from apps.registry.services import link_user
from apps.timesheets import services
from apps.timesheets.models import HoursDigest, HoursEntry
from apps.timesheets.rules import EnteredRow
from apps.timesheets.rules.news import Entered, News, news
from apps.timesheets.services import digests
from apps.timesheets.tasks import tell_subscribers
from tests import factories
from tests.races import PATIENCE, at_once

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
TODAY = datetime.date(2026, 10, 20)


def tell(days: int = 0) -> list[str]:
    """An evening; the texts that it adds."""
    day = TODAY + datetime.timedelta(days=days)
    known = set(Message.objects.values_list("pk", flat=True))
    services.tell_subscribers(now=factories.at(day, hour=20), today=day)
    return list(Message.objects.exclude(pk__in=known).order_by("pk").values_list("body", flat=True))


def enter(contract, hours_by_day):
    row = EnteredRow(contract.pk, {day: hours * 60 for day, hours in hours_by_day.items()})
    moment = {"by": None, "now": factories.at(TODAY), "today": TODAY}
    services.record_hours(establishment=contract.establishment, month=OCTOBER, rows=[row], **moment)


def account_of(contract, **fields):
    """The subscriber's account."""
    user = factories.make_user(national_id=contract.subscriber.national_id, **fields)
    link_user(subscriber=contract.subscriber, user=user)
    return user


@pytest.fixture
def hind(contract):
    """The contract's subscriber, with an account and a mobile number."""
    user = account_of(contract, full_name="هند", mobile="+966501112223")
    contract.subscriber.refresh_from_db()
    return user


def test_news_are_what_differs_in_open_months():
    told = {(1, SEPTEMBER): Entered(60, "a"), (1, OCTOBER): Entered(60, "b"), (2, OCTOBER): Entered(60, "c")}
    now = {(1, OCTOBER): Entered(90, "d"), (3, OCTOBER): Entered(30, "e"), (2, OCTOBER): Entered(60, "f")}
    assert news(told, now, open_from=OCTOBER) == [
        News(1, OCTOBER, 90, 30),
        News(2, OCTOBER, 60, 0),
        News(3, OCTOBER, 30, 30),
    ]
    assert news(told, told, open_from=OCTOBER) == []
    assert news(told, {}, open_from=SEPTEMBER)[0] == News(1, SEPTEMBER, 0, -60)


def test_one_message_sums_the_day_by_establishment(hind, contract):
    other = factories.make_contract(subscriber=contract.subscriber)
    enter(contract, {1: 8, 2: 4})
    enter(other, {3: 6})
    [words] = tell()
    assert "مخبز السنابل، أكتوبر 2026: الزيادة 12 ساعة، والمجموع 12 ساعة" in words
    assert f"{other.establishment.name}، أكتوبر 2026: الزيادة 6 ساعات" in words
    assert Message.objects.get().recipient == hind.mobile


def test_nothing_new_is_nothing_told(hind, contract):
    assert tell() == []
    enter(contract, {1: 8})
    assert len(tell()) == 1
    assert tell(days=1) == tell(days=2) == []


def test_twice_an_evening_tells_once_and_the_rest_comes_the_next_day(hind, contract):
    enter(contract, {1: 8})
    assert len(tell()) == 1
    enter(contract, {2: 4})
    assert tell() == []
    [words] = tell(days=1)
    assert "زيادة 4 ساعات، والمجموع 12 ساعة" in words


def test_fewer_hours_and_other_days_are_told_too(hind, contract):
    enter(contract, {1: 8, 2: 4})
    tell()
    enter(contract, {2: 0})
    assert "نقص 4 ساعات، والمجموع 8 ساعات" in tell(days=1)[0]
    enter(contract, {1: 0, 5: 8})
    assert "تغيّرت الأيام، والمجموع 8 ساعات" in tell(days=2)[0]


def test_a_month_that_closes_is_not_news(hind, contract):
    factories.make_month(contract, SEPTEMBER, 8)
    assert len(tell()) == 1
    factories.close_month(SEPTEMBER)
    assert tell(days=1) == []
    assert "2026-09" not in str(HoursDigest.objects.get().told)


def test_who_said_no_is_not_told_and_later_not_of_what_was_before(hind, contract):
    services.set_digest(subscriber=contract.subscriber, is_wanted=False)
    enter(contract, {1: 8})
    assert tell() == []
    services.set_digest(subscriber=contract.subscriber, is_wanted=True)
    assert tell(days=1) == []
    enter(contract, {2: 4})
    assert "زيادة 4 ساعات" in tell(days=2)[0]


def test_who_has_no_account_is_not_told(contract):
    enter(contract, {1: 8})
    assert tell() == []


def test_the_message_is_in_his_language_and_by_letter_without_a_number(hind, contract):
    contract.subscriber.mobile = ""
    contract.subscriber.save()
    hind.mobile, hind.email, hind.language = "", "hind@example.com", "en"
    hind.save()
    enter(contract, {1: 8})
    assert "Sanabel Bakery, October 2026: 8 hours more, 8 hours in all" in tell()[0]
    assert Message.objects.get().recipient == "hind@example.com"


def test_a_worker_killed_midway_has_told_nothing(hind, contract, monkeypatch):
    def die(*args, **options):
        list(args[0])
        raise KeyboardInterrupt

    enter(contract, {1: 8})
    with monkeypatch.context() as patch:
        patch.setattr(digests.outbox, "post_notices", die)
        with pytest.raises(KeyboardInterrupt):
            tell()
    assert not Message.objects.exists()
    assert len(tell()) == 1


def test_the_task_goes_through_everybody(hind, contract, monkeypatch):
    monkeypatch.setattr(digests, "SUBSCRIBERS_AT_ONCE", 1)
    second = factories.make_contract()
    account_of(second, mobile="+966503334445")
    for each in (contract, second):
        enter(each, {1: 8})
    tell_subscribers()
    assert Message.objects.count() == 2


def test_an_evening_costs_the_same_for_few_and_for_many(django_assert_num_queries):
    for people in (1, 6):
        for number in range(people):
            contract = factories.make_contract()
            account_of(contract, mobile=f"+96650{people}0000{number:02}")
            enter(contract, {1: 8})
        HoursDigest.objects.all().delete()
        with django_assert_num_queries(12):
            tell()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_tell_once(hind, contract):
    enter(contract, {1: 8})
    at_once(*[tell] * 3)
    assert Message.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twin_without_the_locks_both_tell(hind, contract, monkeypatch):
    enter(contract, {1: 8})
    HoursDigest.objects.create(subscriber=contract.subscriber)
    monkeypatch.setattr(digests.HoursDigest.objects._queryset_class, "select_for_update", lambda self, **options: self)
    both_have_read = threading.Barrier(2)

    def compare(*told, **options):
        both_have_read.wait(PATIENCE)
        return news(*told, **options)

    monkeypatch.setattr(digests, "news", compare)
    at_once(*[tell] * 2)
    assert Message.objects.count() == 2


# The account and the subscriber's own pages


def test_the_account_switches_messages_off_and_on(client, hind, contract):
    client.force_login(hind)
    account, switch = reverse("account_home"), reverse("account_digest")
    assert "مفعّلة" in client.get(account).content.decode()
    assert client.get(switch).status_code == 405
    assert client.post(switch, {"wanted": "no"}).url == account
    assert "متوقفة" in client.get(account).content.decode()
    assert not HoursDigest.objects.get().is_wanted
    client.post(switch, {"wanted": "yes"})
    assert HoursDigest.objects.get().is_wanted


def test_who_is_no_subscriber_has_no_such_messages(client, noura):
    client.force_login(noura)
    assert reverse("account_digest") not in client.get(reverse("account_home")).content.decode()
    assert client.post(reverse("account_digest"), {"wanted": "no"}).status_code == 404


def test_each_day_says_where_it_stands(client, hind, contract, noura, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 3)))
    factories.make_month(contract, SEPTEMBER, 16)
    HoursEntry.objects.update(entered_by=noura)
    client.force_login(hind)
    month, home = reverse("portal:subscriber_month", args=[SEPTEMBER]), reverse("portal:subscriber_home")
    assert client.get(month).content.decode().count("بانتظار إقرار صاحب العمل") == 3
    moment = {"by": noura, "now": factories.at(datetime.date(2026, 10, 3)), "today": datetime.date(2026, 10, 3)}
    services.attest_timesheet(establishment=contract.establishment, month=SEPTEMBER, **moment)
    assert client.get(home).content.decode().count("(معتمد ولم يُفوتر بعد)") == 2
    assert "l3 attested" in client.get(home).content.decode()
