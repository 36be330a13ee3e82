"""An employer's home: the tasks of the month, the amounts, who nears the limit, and what was done last."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from apps.common.periods import Month
from apps.contracts import services as contracts
from apps.timesheets import services as timesheets
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
TODAY = datetime.date(2026, 10, 20)


@pytest.fixture
def address(establishment):
    return reverse("portal:employer_home", args=[establishment.unified_number])


@pytest.fixture
def home(client, noura, address):
    """The page's own knowledge, as Noura gets it."""

    def look():
        client.logout()  # a session does not outlive a jump of the clock
        client.force_login(noura)
        return client.get(address).context["home"]

    return look


def states(home) -> list[str]:
    return [task.state for task in home.tasks]


def attest(establishment, month, by, on: datetime.date):
    timesheets.attest_timesheet(establishment=establishment, month=month, by=by, now=factories.at(on), today=on)


def close(month: Month) -> None:
    call_command("close_month", str(month), "--inline", verbosity=0)


def test_a_new_establishment_gets_its_first_steps(client, noura, badr, address, establishment):
    link = reverse("contracts:contract_person", args=[establishment.unified_number])
    client.force_login(noura)
    html = client.get(address).content.decode()
    assert "الخطوات الأولى" in html
    assert link in html
    client.force_login(badr)
    html = client.get(address).content.decode()
    assert "هذا متاح لمالك المنشأة أو المشرف" in html
    assert link not in html


def test_the_tasks_follow_the_month(home, contract, establishment, noura, clock):
    assert states(home()) == ["لم يبدأ بعد", "لم يحن وقته", "آلي"]
    factories.make_month(contract, OCTOBER, 16)
    assert states(home()) == ["قيد الإدخال", "لم يحن وقته", "آلي"]
    clock.move_to(factories.at(datetime.date(2026, 11, 2)))
    assert states(home()) == ["قيد الإدخال", "مطلوب", "آلي"]
    attest(establishment, OCTOBER, noura, datetime.date(2026, 11, 2))
    assert (home().month, states(home())[0]) == (Month(2026, 11), "لم يبدأ بعد")


def test_a_month_opened_again_asks_for_its_attesting_and_says_why(home, contract, establishment, noura, clock):
    day = datetime.date(2026, 11, 2)
    clock.move_to(factories.at(day))
    factories.make_month(contract, OCTOBER, 16)
    attest(establishment, OCTOBER, noura, day)
    timesheets.reopen_months([(establishment.pk, datetime.date(2026, 10, 20), day)], factories.at(day))
    page = home()
    assert (page.month, states(page)[1]) == (OCTOBER, "مطلوب")
    assert "وُثِّق عقد بعد اعتماد الشهر" in page.tasks[1].detail
    assert any("فُتح أكتوبر 2026 من جديد" in event.title for event in page.activity)


def test_the_past_month_waits_here_until_its_days_of_grace_are_over(home, contract, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 5)))
    assert home().month == SEPTEMBER
    clock.move_to(factories.at(datetime.date(2026, 10, 6)))
    assert home().month == OCTOBER


def test_what_cannot_start_yet_is_no_link(home, contract):
    entering, attesting, billing = home().tasks
    assert entering.url.endswith("/hours/2026-10/")
    assert attesting.url == ""
    assert billing.url.endswith("/bill/2026-10/")


def test_a_month_without_contracts_asks_for_nothing(home, establishment):
    factories.make_contract(establishment=establishment, starts_on=datetime.date(2026, 12, 1))
    assert states(home())[:2] == ["لا شيء مطلوب"] * 2
    assert home().coming_bill is None


@pytest.mark.parametrize("is_new", [True, False])
def test_a_wanted_change_of_an_offer_is_the_first_task(client, home, establishment, noura, address, is_new):
    if not is_new:
        factories.make_contract(establishment=establishment)
    user = factories.make_user()
    offer = factories.make_offer(establishment=establishment, subscriber=factories.make_subscriber(user=user))
    words = "عروض طلب المشتركون تعديلها: عرض واحد"
    client.force_login(noura)
    assert words not in client.get(address).content.decode()
    contracts.ask_change(offer_id=offer.pk, by=user, now=timezone.now(), note="أجر أعلى")
    html = client.get(address).content.decode()
    assert words in html
    assert reverse("contracts:offer_list", args=[establishment.unified_number]) in html
    if not is_new:
        task = home().tasks[0]
        assert (task.title, task.state) == ("الرد على طلبات تعديل العروض", "مطلوب")
        assert task.url.endswith("/offers/?status=change_asked")
    client.force_login(factories.make_member("كاتب", establishment=establishment, role="hours_clerk"))
    assert words not in client.get(address).content.decode()


def test_the_latest_invoice_is_to_be_paid_until_it_is_overdue(home, contract, clock):
    factories.make_month(contract, SEPTEMBER, 80)
    close(SEPTEMBER)
    *_tasks, paying = home().tasks
    assert (paying.title, paying.state) == ("سداد فاتورة سبتمبر 2026", "متأخرة")
    assert paying.url.endswith(f"/invoices/{home().latest_invoice.public_id}/")


def test_the_bill_of_the_month_so_far_is_shown(home, contract):
    factories.make_month(contract, OCTOBER, 80)
    # 10 days at 240.00, 9 % and 9 % and 2 %: E1 of the rules.
    assert str(home().coming_bill) == "480.00"


def test_who_nears_the_limit_is_named_with_the_nearest_first(home, establishment):
    for hours, name in [(85.5, "عند الحد تمامًا"), (86, "فوقه"), (95, "عند النهاية"), (10, "بعيد")]:
        subscriber = factories.make_subscriber(full_name_ar=name)
        factories.make_month(
            factories.make_contract(establishment=establishment, subscriber=subscriber), OCTOBER, str(hours)
        )
    assert [each.person.full_name_ar for each in home().near_limit] == ["عند النهاية", "فوقه"]


def test_what_was_done_last_comes_first(home, establishment, contract, noura, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 2)))
    factories.make_hours(contract, {datetime.date(2026, 9, 30): 480}, by=noura)
    attest(establishment, SEPTEMBER, noura, datetime.date(2026, 10, 2))
    clock.move_to(factories.at(TODAY))
    factories.make_hours(contract, {TODAY: 480}, by=noura)
    titles = [event.title for event in home().activity]
    assert titles[:2] == ["حفظ ساعات أكتوبر 2026: مشترك واحد", "إقرار ساعات سبتمبر 2026"]
    assert titles[-1] == f"توثيق عقد {contract.subscriber.full_name_ar}"
    assert home().activity[0].by == "نورة العتيبي"


@pytest.mark.parametrize("role", ["owner", "supervisor", "hours_clerk", "accountant", "viewer"])
def test_each_role_sees_what_it_may(client, establishment, contract, address, role):
    factories.make_month(contract, OCTOBER, 95)
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    html = client.get(address).content.decode()
    assert ("قاربوا الحد الشهري" in html) == (role != "accountant")
    assert ("/bill/2026-10/" in html) == (role != "hours_clerk")
    assert ("/hours/2026-10/" in html) == (role in ("owner", "supervisor", "hours_clerk"))
    assert ("من صلاحية: مالك، مشرف، مُدخل ساعات" in html) == (role in ("accountant", "viewer"))


def test_a_stranger_gets_nothing(client, salem, address):
    client.force_login(salem)
    assert client.get(address).status_code == 404


def test_the_page_costs_the_same_for_few_and_many(client, establishment, noura, address, django_assert_num_queries):
    def employ(count: int) -> None:
        for _ in range(count):
            factories.make_month(factories.make_contract(establishment=establishment), OCTOBER, 90, by=noura)

    client.force_login(noura)
    employ(2)
    client.get(address)
    with django_assert_num_queries(32):
        client.get(address)
    employ(12)
    with django_assert_num_queries(32):
        client.get(address)
