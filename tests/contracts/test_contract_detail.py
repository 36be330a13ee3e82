"""The page of one contract, another wage, and an early end."""

import datetime
import uuid
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.common.periods import Month
from apps.regulations.models import ClosedMonth
from apps.timesheets.models import Timesheet
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = ("contract_detail", "contract_wage", "contract_end")


def address(contract, name="contract_detail", establishment=None):
    return reverse(
        f"contracts:{name}", args=[(establishment or contract.establishment).unified_number, contract.public_id]
    )


@pytest.fixture
def owner(client, noura):
    client.force_login(noura)
    return client


# Who


def test_the_page_tells_terms_wages_hours_and_history(owner, establishment, noura):
    contract = factories.make_contract(
        establishment=establishment, wages={Month(2026, 9): "5.00"}, created_by=noura, contract_no="C-9"
    )
    factories.make_month(contract, Month(2026, 9), 40)
    html = owner.get(address(contract)).content.decode()
    for words in (
        "C-9",
        "1 يناير 2026",
        "31 ديسمبر 2026",
        "سبتمبر 2026",
        "لم يُقفل بعد",
        "دون الحد الأدنى",
        "توثيق العقد",
    ):
        assert words in html
    assert contract.subscriber.national_id not in html
    assert reverse("timesheets:month_grid", args=[establishment.unified_number, Month(2026, 9)]) in html


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_and_another_establishment_of_ones_own_get_nothing(client, owner, contract, noura, salem, name):
    other = factories.make_establishment()
    factories.make_membership(user=noura, establishment=other)
    assert owner.get(address(contract, name, other)).status_code == 404
    unknown = address(contract, name).replace(str(contract.public_id), str(uuid.uuid4()))
    assert owner.get(unknown).status_code == 404
    client.force_login(salem)
    assert client.get(address(contract, name)).status_code == 404


@pytest.mark.parametrize("name", ["contract_wage", "contract_end"])
@pytest.mark.parametrize("role", ["hours_clerk", "accountant", "viewer"])
def test_only_those_who_manage_change_anything(client, establishment, contract, role, name):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    assert client.post(address(contract, name)).status_code == 403
    page = client.get(address(contract))
    assert page.status_code == (403 if role == "hours_clerk" else 200)
    assert address(contract, name) not in page.content.decode()


def test_an_accountant_sees_no_hours(client, establishment, contract):
    factories.make_month(contract, Month(2026, 9), 40)
    client.force_login(factories.make_member("عضو", establishment=establishment, role="accountant"))
    html = client.get(address(contract)).content.decode()
    assert "الساعات حسب الشهر" not in html
    assert "/hours/2026-09/" not in html


@pytest.mark.parametrize("path", ["0", "-1", "١٢", "1;--", "..%2f", "x" * 5000, str(2**63)])
def test_an_address_that_is_none_finds_nothing(owner, establishment, path):
    assert owner.get(f"/e/{establishment.unified_number}/contracts/{path}/").status_code == 404


def test_the_page_says_which_attested_month_the_contract_opened_again(owner, contract):
    moment = contract.created_at
    Timesheet.objects.create(establishment=contract.establishment, month=Month(2026, 9), reopened_at=moment)
    html = owner.get(address(contract)).content.decode()
    assert "اعتُمد سبتمبر 2026 قبل توثيق هذا العقد" in html
    Timesheet.objects.update(reopened_at=moment + datetime.timedelta(seconds=1))
    assert "قبل توثيق هذا العقد" not in owner.get(address(contract)).content.decode()


def test_the_page_costs_the_same_for_few_and_many_months(owner, contract, django_assert_num_queries):
    factories.make_month(contract, Month(2026, 1), 8)
    owner.get(address(contract))
    with django_assert_num_queries(18):
        owner.get(address(contract))
    for month in range(2, 10):
        factories.make_month(contract, Month(2026, month), 8)
    with django_assert_num_queries(18):
        owner.get(address(contract))


# Another wage


def test_a_wage_from_next_month_on(owner, contract, noura):
    html = owner.get(address(contract, "contract_wage")).content.decode()
    assert "نوفمبر 2026" in html
    assert 'value="2026-10"' not in html
    response = owner.post(address(contract, "contract_wage"), {"month": "2026-11", "hourly_wage": "٣٥٫٥٠"}, follow=True)
    assert "تغيّر الأجر، وأُبلغ المشترك" in response.content.decode()
    wage = contract.wages.get(effective_from=Month(2026, 11))
    assert (str(wage.hourly_wage), wage.set_by) == ("35.50", noura)
    assert "أجر الساعة 35.50 ريال اعتبارًا من نوفمبر 2026" in response.content.decode()


@pytest.mark.parametrize("month", ["2026-10", "2026-09", "2027-01", "2026-13", "2026-1", "", "x"])
def test_a_month_that_is_not_offered_is_not_taken(owner, contract, month):
    response = owner.post(address(contract, "contract_wage"), {"month": month, "hourly_wage": "35"})
    assert response.status_code == 422
    assert contract.wages.count() == 1


def test_a_wage_that_begins_after_the_last_day_is_left_out(owner, establishment):
    wages = {Month(2026, 11): "45.00"}
    contract = factories.make_contract(
        establishment=establishment, ends_on=datetime.date(2026, 10, 25), wages=wages, hourly_wage="30.00"
    )
    assert [wage.hourly_wage for wage in owner.get(address(contract)).context["wages"]] == [Decimal("30.00")]


def test_in_its_last_month_a_contract_takes_no_other_wage(owner, establishment):
    contract = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 10, 31))
    assert "قبل أن يبدأ أجر آخر" in owner.get(address(contract, "contract_wage")).content.decode()
    assert address(contract, "contract_wage") not in owner.get(address(contract)).content.decode()


# An early end


def end(client, contract, do: str, last_day: str = "31/10/2026", reason: str = "انتهاء المشروع"):
    return client.post(address(contract, "contract_end"), {"last_day": last_day, "reason": reason, "do": do})


def test_an_end_is_checked_first_and_then_done(owner, contract, noura):
    checked = end(owner, contract, "check")
    assert checked.status_code == 200
    assert "المراجعة قبل إنهاء العقد" in checked.content.decode()
    contract.refresh_from_db()
    assert contract.status == "active"
    assert end(owner, contract, "end")["Location"] == address(contract)
    contract.refresh_from_db()
    assert (contract.status, contract.ends_on, contract.terminated_by) == (
        "terminated",
        datetime.date(2026, 10, 31),
        noura,
    )
    html = owner.get(address(contract)).content.decode()
    assert "انتهاء المشروع" in html
    assert "فسخ العقد، واليوم الأخير 31 أكتوبر 2026" in html


def test_values_can_be_changed_after_the_check(owner, contract):
    html = end(owner, contract, "change").content.decode()
    assert 'value="31/10/2026"' in html
    assert "انتهاء المشروع" in html
    contract.refresh_from_db()
    assert contract.status == "active"


def test_hours_after_the_last_day_block_the_end_with_links_to_them(owner, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, 12): 480, datetime.date(2026, 9, 30): 60})
    for do in ("check", "end"):
        response = end(owner, contract, do, "29/09/2026")
        assert response.status_code == 422
        html = response.content.decode()
        assert "توجد ساعات مدخلة بعد 29 سبتمبر 2026" in html
        assert "/hours/2026-09/" in html
        assert "/hours/2026-10/" in html
    contract.refresh_from_db()
    assert contract.status == "active"
    assert end(owner, contract, "end", "12/10/2026").status_code == 302


def test_cleared_hours_block_nothing(owner, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, 12): 0})
    assert end(owner, contract, "end", "10/10/2026").status_code == 302


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"last_day": ""}, "اليوم الأخير مطلوب"),
        ({"reason": "  "}, "السبب مطلوب"),
        ({"last_day": "31/12/2025"}, "ضمن مدة العقد"),
        ({"last_day": "01/01/2027"}, "ضمن مدة العقد"),
        ({"last_day": "1448-05-20"}, "تاريخ هجري؟"),
        ({"last_day": "30/09/2026"}, "سبتمبر 2026"),
        ({"reason": "س" * 301}, "الحد الأعلى لعدد الأحرف 300، والمُدخل 301"),
        ({"reason": "سبب \u202e مقلوب"}, "علامات خفية"),
        ({"reason": "سبب 😀"}, "لا يمكن استخدام الرمز «😀»"),
    ],
)
def test_an_end_that_cannot_be_says_why(owner, contract, typed, message):
    ClosedMonth.objects.create(month=Month(2026, 9), closed_at=timezone.now())
    response = end(owner, contract, "end", **{"last_day": "31/10/2026", "reason": "سبب"} | typed)
    assert response.status_code == 422
    assert message in response.content.decode()


@pytest.mark.parametrize("reason", ["<script>alert(1)</script>", "{{7*7}}", "<img src=file:///etc/passwd>"])
def test_what_looks_like_code_is_shown_as_text(owner, contract, reason):
    end(owner, contract, "end", reason=reason)
    html = owner.get(address(contract)).content.decode()
    assert "<script>alert" not in html
    assert "49" not in html.split("سبب")[-1][:50]
    assert "<img src=file" not in html


def test_an_ended_contract_is_not_ended_again(owner, contract):
    end(owner, contract, "end")
    assert address(contract, "contract_end") not in owner.get(address(contract)).content.decode()
    response = end(owner, contract, "end", "15/10/2026")
    assert response.status_code == 422
    assert "فُسخ هذا العقد من قبل" in response.content.decode()
