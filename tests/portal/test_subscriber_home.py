"""The subscriber's home: the ring and its reasons, the calendar, the employers, and when the next month completes."""

import datetime
import re
from html import unescape

import pytest

from apps.accruals import rules, selectors
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.common import text
from apps.common.periods import Month, months_between
from apps.contracts.models import Contract
from apps.regulations.models import RuleSetRecord
from apps.regulations.services import freeze_month
from apps.timesheets.choices import TimesheetStatus
from apps.timesheets.models import Timesheet
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def hind(db):
    """A subscriber who signs in."""
    user = factories.make_user(full_name="هند القحطاني")
    factories.make_subscriber(user=user, full_name_ar="هند القحطاني", full_name_en="Hind Alqahtani")
    return user


@pytest.fixture
def contract(establishment, hind):
    return factories.make_contract(establishment=establishment, subscriber=hind.subscriber)


def page(client, address="/me/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    """What a reader sees, without the script-independent islands and marks around it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("  ", " ").split())


def spoken(step) -> str:
    return " ".join(text.sentence(step).split())


def attest(contract: Contract, month: Month) -> None:
    Timesheet.objects.create(
        establishment=contract.establishment,
        month=month,
        status=TimesheetStatus.ATTESTED,
        attested_at=factories.at(month.last_day),
    )


def test_who_is_not_signed_in_is_led_to_the_sign_in_page(client):
    response = client.get("/me/")
    assert response.status_code == 302
    assert response.url.startswith("/account/login/")


def test_who_is_no_subscriber_finds_no_such_page(client, noura):
    client.force_login(noura)
    assert client.get("/me/").status_code == 404
    assert client.get("/me/hours/").status_code == 404
    assert client.get("/me/hours/2026-09/").status_code == 404


def test_without_a_contract_the_page_says_what_comes(client, hind):
    client.force_login(hind)
    html = page(client)
    assert "لا يوجد عقد بعد" in html
    assert 'class="ring"' not in html


def test_hours_not_attested_are_a_lighter_arc_and_wait_for_the_employer(client, hind, contract):
    factories.make_month(contract, OCTOBER, 20)
    client.force_login(hind)
    html = page(client)
    assert 'class="pending"' in html
    assert 'stroke-dasharray="2 30"' in html
    assert 'class="done"' not in html
    assert "ويوجد يومان آخران بانتظار إقرار صاحب العمل." in html
    assert "لم يُسجَّل أي يوم بعد" not in html


def test_attested_hours_are_said_to_be_attested(client, hind, contract):
    factories.make_month(contract, OCTOBER, 24)
    attest(contract, OCTOBER)
    client.force_login(hind)
    html = page(client)
    assert "وتوجد 3 أيام أخرى معتمدة." in html
    assert "6 نوفمبر 2026" in html


def test_the_ring_shows_what_the_calculation_says(client, hind, contract):
    factories.make_month(contract, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    html = page(client)
    assert "يتبقى 20 يومًا لاكتمال شهر الاشتراك الأول" in html
    assert 'class="done"' in html
    assert 'stroke-dasharray="10 30"' in html
    assert "<strong>" in html


def test_the_reasons_are_the_steps_of_the_calculation_word_for_word(client, hind, contract):
    factories.make_month(contract, SEPTEMBER.previous, 95)
    factories.close_month(SEPTEMBER.previous)
    factories.make_month(contract, SEPTEMBER, 95)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    said = plain(page(client))
    accrual = Accrual.objects.select_related("contract", "rule_set").get(month=SEPTEMBER)
    used = selectors.rules_used(accrual)
    for step in rules.explain_days(selectors.result(accrual), SEPTEMBER, used):
        assert spoken(step) in said
    assert spoken(rules.explain_total(11, 12, SEPTEMBER)) in said
    assert spoken(rules.explain_months(23, used)) in said


def test_more_than_thirty_days_of_a_month_are_registered_but_not_credited(client, hind):
    for _ in range(3):
        one = factories.make_contract(subscriber=hind.subscriber, hourly_wage="187.50")
        factories.make_month(one, SEPTEMBER, 95)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    said = plain(page(client))
    assert "33 يومًا" in said
    assert "يتبقى 30 يومًا لاكتمال شهر الاشتراك الثاني" in said
    credit = rules.explain_credit(33, 30, SEPTEMBER)
    assert spoken(credit) in said


FORMS = {
    0: ("0 يوم", "يتبقى 30 يومًا"),
    1: ("يوم واحد", "يتبقى 29 يومًا"),
    2: ("يومان", "يتبقى 28 يومًا"),
    3: ("3 أيام", "يتبقى 27 يومًا"),
    11: ("11 يومًا", "يتبقى 19 يومًا"),
    19: ("19 يومًا", "يتبقى 11 يومًا"),
    27: ("27 يومًا", "يتبقى 3 أيام"),
    28: ("28 يومًا", "يتبقى يومان"),
    29: ("29 يومًا", "يتبقى يوم واحد"),
    100: ("100 يوم", "يتبقى 20 يومًا"),
}


@pytest.mark.parametrize(("days", "words"), FORMS.items())
def test_days_take_their_arabic_form(client, hind, contract, days, words):
    if days:
        SubscriberMonth.objects.create(
            subscriber=hind.subscriber,
            month=Month(2026, 8),
            days=days % 31,
            credited_days=days % 31,
            total_days=days,
            total_credited_days=days,
        )
    client.force_login(hind)
    said = plain(page(client))
    registered, left = words
    assert f"أيام الاشتراك المسجَّلة {registered}" in said
    assert left in said


def test_in_english_the_same_page_is_english(client, hind, contract):
    factories.make_month(contract, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    client.cookies["language"] = "en"
    html = page(client)
    assert "20 days left to complete contribution month 1" in html
    assert "Welcome, Hind Alqahtani" in html


def test_the_calendar_prints_every_days_hours_with_its_shade(client, hind, contract):
    days = {datetime.date(2026, 9, 1): 240, datetime.date(2026, 9, 2): 270, datetime.date(2026, 9, 3): 360}
    factories.make_hours(contract, days)
    factories.close_month(SEPTEMBER)
    factories.make_hours(contract, {datetime.date(2026, 10, 1): 450})
    client.force_login(hind)
    html = page(client)
    for shade, day, hours in (("l1", 1, "4"), ("l2", 2, "4.5"), ("l3", 3, "6"), ("wait", 1, "7.5")):
        cell = re.search(rf'<td class="{shade}"><small>{day}</small>.*?</td>', html)
        assert cell, shade
        assert f'<bdi dir="ltr">{hours}</bdi>' in cell[0]
    assert html.count('class="far"') == 11  # the days of October after the twentieth


def test_a_day_with_two_employers_is_one_sum_and_waits_for_the_later_one(client, hind, contract):
    other = factories.make_contract(subscriber=hind.subscriber)
    day = datetime.date(2026, 10, 5)
    factories.make_hours(contract, {day: 180})
    factories.make_hours(other, {day: 240})
    attest(contract, OCTOBER)
    client.force_login(hind)
    cell = re.search(r'<td class="wait"><small>5</small>.*?</td>', page(client))
    assert '<bdi dir="ltr">7</bdi>' in cell[0]


def test_the_sums_of_the_calendar_are_those_of_the_employers(client, hind, contract):
    other = factories.make_contract(subscriber=hind.subscriber)
    factories.make_month(contract, SEPTEMBER, 44.5)
    factories.make_month(other, SEPTEMBER, 20)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    said = plain(page(client))
    assert "1448هـ، 64.5 ساعة" in said
    assert "الإجمالي 64.5 7" in said


def test_of_other_people_nothing_is_shown(client, hind, contract):
    other = factories.make_contract(
        establishment=contract.establishment,
        subscriber=factories.make_subscriber(full_name_ar="منيرة الدوسري", full_name_en="Munira"),
    )
    factories.make_month(contract, SEPTEMBER, 8)
    factories.make_month(other, SEPTEMBER, 93.25)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    for address in ("/me/", "/me/hours/", "/me/hours/2026-09/"):
        html = page(client, address)
        assert "منيرة" not in html
        assert "93.25" not in html
        assert other.contract_no not in html


def test_a_month_that_could_not_be_computed_is_admitted(client, hind, contract):
    ParkedSubscriber.objects.create(
        subscriber=hind.subscriber, month=SEPTEMBER, reason="x", parked_at=factories.at(SEPTEMBER.last_day)
    )
    client.force_login(hind)
    assert "لم يمكن احتساب أيام سبتمبر 2026 بعد" in page(client)


def test_the_address_of_the_outlook_gives_its_answer_again(client, hind, contract):
    client.force_login(hind)
    # 30 days are 240 hours; at 21 hours a week three hours a day: the eightieth day from tomorrow is 8 January.
    for weekly in ("21", "٢١", "21.0", "۲۱"):
        html = page(client, f"/me/?weekly={weekly}")
        assert "نحو 8 يناير 2027" in html
        assert "1448هـ" in html


@pytest.mark.parametrize(
    ("weekly", "said"),
    [
        ("0", "لا يكتمل شهر دون ساعات عمل"),
        ("0.25", "لا يكتمل خلال عشر سنوات بهذا المعدل"),
        ("40", "لا يُسجَّل أكثر من 95 ساعة في الشهر"),
        ("169", "في الأسبوع 168 ساعة."),
        ("كثيرًا", "غير مفهومة"),
        ("1" * 11, "error"),
    ],
)
def test_a_pace_that_leads_nowhere_is_answered_kindly(client, hind, contract, weekly, said):
    client.force_login(hind)
    assert said in page(client, f"/me/?weekly={weekly}")


def test_the_outlook_begins_with_the_pace_of_the_past_month(client, hind, contract):
    factories.make_month(contract, SEPTEMBER, 90)
    factories.close_month(SEPTEMBER)
    client.force_login(hind)
    assert 'value="21"' in page(client)


def test_in_the_first_month_it_begins_with_the_pace_so_far(client, hind, contract):
    factories.make_month(contract, OCTOBER, 60)  # in twenty days
    client.force_login(hind)
    assert 'value="21"' in page(client)


@pytest.mark.parametrize("query", ["weekly=1&weekly=2", "weekly=" + "7" * 2000, "weekly=%F0%9F%8C%B4", "x=1"])
def test_a_senseless_query_is_still_the_page(client, hind, contract, query):
    client.force_login(hind)
    page(client, f"/me/?{query}")


def test_hours_already_entered_may_be_enough(client, hind, contract):
    SubscriberMonth.objects.create(
        subscriber=hind.subscriber,
        month=Month(2026, 8),
        days=29,
        credited_days=29,
        total_days=29,
        total_credited_days=29,
    )
    factories.make_month(contract, OCTOBER, 8)
    client.force_login(hind)
    said = plain(page(client, "/me/?weekly=10"))
    assert "الساعات المدخلة كافية" in said
    assert "وبها يكتمل الشهر" in said


def history(subscriber, months: int) -> None:
    """So many closed months behind the running one, written straight into the books: a contract for every year."""
    freeze_month(month=SEPTEMBER, now=factories.at(OCTOBER.first_day))
    record = RuleSetRecord.objects.get(month=SEPTEMBER, law="old")
    counts = dict(zip(selectors.COUNTS, (4800, 0, 10, 0, 0), strict=True))
    amounts = dict.fromkeys(selectors.AMOUNTS, 0)
    for number, month in enumerate(months_between(OCTOBER + -months, SEPTEMBER)):
        if number % 12 == 0:
            contract = factories.make_contract(subscriber=subscriber, starts_on=month.first_day)
        Accrual.objects.create(contract=contract, month=month, rule_set=record, **counts, **amounts)
        SubscriberMonth.objects.create(
            subscriber=subscriber,
            month=month,
            days=10,
            credited_days=10,
            total_days=10 * number + 10,
            total_credited_days=10 * number + 10,
        )


QUERIES = {"/me/": 15, "/me/hours/": 12, "/me/hours/2026-09/": 11}


@pytest.mark.parametrize("months", [1, 60])
@pytest.mark.parametrize(("address", "count"), QUERIES.items())
def test_five_years_cost_as_many_queries_as_one_month(client, hind, django_assert_num_queries, months, address, count):
    history(hind.subscriber, months)
    client.force_login(hind)
    with django_assert_num_queries(count):
        page(client, address)
