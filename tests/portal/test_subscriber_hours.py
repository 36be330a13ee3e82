"""A subscriber's months: the list with its filters and workbook, and one month with its reasons, days and rules."""

import datetime
import io
import re
from decimal import Decimal
from html import unescape

import openpyxl
import pytest

from apps.accruals import rules, selectors
from apps.accruals.models import Accrual
from apps.common import text
from apps.common.periods import Month
from apps.timesheets.models import HoursEntry
from tests import factories

pytestmark = pytest.mark.django_db

# Plain text isolates a percentage by marks, a page by its own element.
ISOLATES = dict.fromkeys([0x2066, 0x2069])
AUGUST, SEPTEMBER, OCTOBER = Month(2026, 8), Month(2026, 9), Month(2026, 10)


@pytest.fixture
def hind(db):
    user = factories.make_user(full_name="هند القحطاني")
    factories.make_subscriber(user=user, full_name_ar="هند القحطاني")
    return user


@pytest.fixture
def contract(establishment, hind):
    return factories.make_contract(establishment=establishment, subscriber=hind.subscriber)


@pytest.fixture
def two_employers(contract):
    """August and September closed, October running; the second employer only in September."""
    other = factories.make_contract(
        establishment=factories.make_establishment(name_ar="مقهى ركن القهوة"),
        subscriber=contract.subscriber,
        starts_on=SEPTEMBER.first_day,
        ends_on=SEPTEMBER.last_day,
    )
    factories.make_month(contract, AUGUST, 95)
    factories.close_month(AUGUST)
    factories.make_month(contract, SEPTEMBER, 40)
    factories.make_month(other, SEPTEMBER, 13)
    factories.close_month(SEPTEMBER)
    factories.make_month(contract, OCTOBER, 10)
    return other


def page(client, address="/me/hours/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def body_rows(html: str) -> list[str]:
    """The rows of the list of registered months."""
    return re.findall(r'<tr role="row">.*?</tr>', html.split('aria-labelledby="closed"')[1], re.DOTALL)[1:]


def test_the_list_shows_every_closed_month_by_employer(client, hind, two_employers):
    client.force_login(hind)
    rows = [plain(row) for row in body_rows(page(client))]
    assert len(rows) == 3
    assert "سبتمبر 2026 مخبز السنابل 40 7 5 7 0 1,200.00 132.00 108.00" in rows
    assert "سبتمبر 2026 مقهى ركن القهوة 13 0 1 0 5 240.00 26.40 21.60" in rows
    assert rows[2].startswith("أغسطس 2026")


def test_open_months_stand_above_as_they_are_now(client, hind, two_employers):
    client.force_login(hind)
    html = page(client).split('aria-labelledby="closed"')[0]
    assert "أكتوبر 2026 مخبز السنابل 10 7 2 1 بانتظار إقرار صاحب العمل" in plain(html)


@pytest.mark.parametrize(
    ("query", "count", "open_count"),
    [
        ("employer=7000000001", 2, 1),
        ("employer=7000000002", 1, 0),
        ("year=2026", 3, 1),
        ("employer=7999999999", 3, 1),
        ("year=1999", 3, 1),
        ("year=abc&employer=%27%3B--", 3, 1),
        ("page=0", 3, 1),
        ("page=abc&sort=nonsense", 3, 1),
        ("sort=-days", 3, 1),
    ],
)
def test_filters_live_in_the_address_and_nonsense_filters_nothing(
    client, hind, two_employers, query, count, open_count
):
    client.force_login(hind)
    html = page(client, f"/me/hours/?{query}")
    assert len(body_rows(html)) == count
    assert html.split('aria-labelledby="closed"')[0].count("/me/hours/2026-10/") == open_count


def test_the_workbook_holds_the_filtered_rows(client, hind, two_employers):
    client.force_login(hind)
    response = client.get("/me/hours/?employer=7000000002&export=xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    rows = list(sheet.values)
    assert rows[0][:3] == ("الشهر", "جهة العمل", "الساعات")
    assert rows[1][:6] == ("2026-09", "مقهى ركن القهوة", 13, 0, 1, 0)
    assert len(rows) == 2


def test_before_the_first_closed_month_the_list_says_so(client, hind, contract):
    client.force_login(hind)
    assert "لم يُقفل أي شهر بعد" in page(client)


def test_a_month_explains_every_contract_by_the_steps_that_were_billed(client, hind, two_employers):
    client.force_login(hind)
    said = plain(page(client, "/me/hours/2026-09/"))
    accruals = Accrual.objects.filter(month=SEPTEMBER).select_related("contract", "rule_set").order_by("pk")
    for accrual in accruals:
        for step in rules.explain(selectors.result(accrual), SEPTEMBER, selectors.rules_used(accrual)):
            assert text.sentence(step).translate(ISOLATES) in said.replace(" ،", "،")
    assert "وتسقط 5 ساعات بانتهاء العقد" in said


def test_a_running_month_is_explained_as_it_stands(client, hind, two_employers):
    client.force_login(hind)
    said = plain(page(client, "/me/hours/2026-10/"))
    assert "10 ساعات في أكتوبر 2026 + 7 ساعات مرحَّلة من سبتمبر 2026 = 17 ساعة" in said
    assert "الأيام حتى الآن 2" in said


def test_a_month_lists_the_days_worked_in_both_calendars(client, hind, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, 5): 450, datetime.date(2026, 10, 6): 0})
    HoursEntry.objects.update(note="<b>ورشة</b>")
    client.force_login(hind)
    html = page(client, "/me/hours/2026-10/")
    said = plain(html)
    assert "أيام العمل: يوم واحد" in said
    assert "الاثنين 5 أكتوبر 2026 24 ربيع الآخر 1448هـ 7.5" in said
    assert "&lt;b&gt;ورشة&lt;/b&gt;" in html


def test_a_month_names_the_rules_in_force_with_their_references(client, hind, two_employers):
    client.force_login(hind)
    said = plain(page(client, "/me/hours/2026-09/"))
    assert "ساعات يوم الاشتراك 8 ساعات 28 مايو 2024 إعلان العمل المرن" in said
    # First insured in 2020: the old law's rate, and not the new one's.
    assert "المعاشات، نسبة كل طرف 9%" in said
    assert "10%" not in said


def test_a_month_without_hours_says_so(client, hind, contract):
    client.force_login(hind)
    assert "لا توجد ساعات في هذا الشهر" in page(client, "/me/hours/2026-10/")


@pytest.mark.parametrize("month", ["2024-06", "2026-11", "2026-13", "2026-1", "0000-00", "9999-99", "٢٠٢٦-٠٩"])
def test_a_month_that_is_none_of_the_portals_is_no_page(client, hind, contract, month):
    client.force_login(hind)
    assert client.get(f"/me/hours/{month}/").status_code == 404


def test_the_steps_multiply_out(client, hind, two_employers):
    client.force_login(hind)
    said = plain(page(client, "/me/hours/2026-09/")).replace(",", "")
    days, daily, wage = map(Decimal, re.search(r"(\d+) أيام × ([\d.]+) ريال = ([\d.]+) ريال", said).groups())
    assert days * daily == wage


@pytest.mark.parametrize("address", ["/me/", "/me/hours/", "/me/hours/2026-09/"])
def test_pages_of_a_subscriber_take_no_post(client, hind, contract, address):
    client.force_login(hind)
    assert client.post(address).status_code == 405
