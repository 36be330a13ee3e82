"""The list of contracts: who sees which rows, how they are found, and what a page costs."""

import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from apps.common.periods import Month
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(establishment):
    return reverse("contracts:contract_list", args=[establishment.unified_number])


def make(establishment, name: str = "نورة العتيبي", **overrides):
    subscriber = factories.make_subscriber(full_name_ar=name, full_name_en="")
    return factories.make_contract(establishment=establishment, subscriber=subscriber, **overrides)


def names(client, address: str, **query) -> list[str]:
    table = client.get(address, query).context["table"]
    return [row.record.subscriber.full_name_ar for row in table.page.object_list]


def test_the_owner_sees_every_contract_of_her_establishment_and_no_other(client, establishment, noura, address):
    make(establishment, "مريم الحربي")
    make(factories.make_establishment(), "سلطان الغامدي")
    client.force_login(noura)
    html = client.get(address).content.decode()
    assert "مريم الحربي" in html
    assert "سلطان الغامدي" not in html


def test_ids_are_masked_on_the_page_and_in_the_workbook(client, noura, contract, address):
    client.force_login(noura)
    number = contract.subscriber.national_id
    assert number not in client.get(address).content.decode()
    sheet = load_workbook(BytesIO(client.get(address, {"export": "xlsx"}).getvalue())).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert f"1••••••{number[-3:]}" in cells
    assert number not in cells


def test_an_hours_clerk_sees_no_contracts_and_no_wages(client, badr, address):
    client.force_login(badr)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("role", ["owner", "supervisor", "accountant", "viewer"])
def test_every_other_role_sees_contracts_and_hours_only_by_right(client, establishment, contract, address, role):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    headings = [str(column.header) for column in client.get(address).context["table"].columns]
    assert ("الساعات" in headings) == (role != "accountant")


@pytest.mark.parametrize(
    ("role", "status"), [("owner", 200), ("supervisor", 200), ("viewer", 403), ("hours_clerk", 403)]
)
def test_the_workbook_is_for_those_who_manage(client, establishment, address, role, status):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    assert client.get(address, {"export": "xlsx"}).status_code == status


def test_only_those_who_manage_are_offered_a_new_contract(client, establishment, noura, address):
    link = reverse("contracts:contract_person", args=[establishment.unified_number])
    client.force_login(noura)
    assert link in client.get(address).content.decode()
    client.force_login(factories.make_member("عضو", establishment=establishment, role="viewer"))
    assert link not in client.get(address).content.decode()


def test_a_stranger_gets_what_an_unknown_establishment_gets(client, establishment, salem, address):
    client.force_login(salem)
    strange, unknown = client.get(address), client.get("/e/7999999999/contracts/")
    assert strange.status_code == unknown.status_code == 404


def test_the_hours_of_the_running_month_stand_beside_their_limit(client, establishment, noura, contract, address):
    factories.make_month(contract, Month(2026, 10), 86)
    factories.make_month(contract, Month(2026, 9), 12)
    client.force_login(noura)
    html = client.get(address).content.decode()
    assert '<span class="used is-near"><bdi dir="ltr">86</bdi><progress class="meter" value="5160" max="5700"' in html


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("احمد", ["أحمد الحربي"]),
        ("فاطمه", ["فاطمة القحطاني"]),
        ("عبدالله", ["عبد الله الغامدي"]),
        ("القحطاني فاطمة", ["فاطمة القحطاني"]),
        ("C-77", ["أحمد الحربي"]),
        ("١٧٢", ["فاطمة القحطاني"]),
        ("1000000172", ["فاطمة القحطاني"]),
        ("٠٠٠١٧٢", []),
        ("0172", []),
        ("100000", []),
        ("زيد", []),
    ],
)
def test_people_are_found_as_their_names_are_written(client, establishment, noura, address, search, found):
    make(establishment, "أحمد الحربي", contract_no="C-77")
    fatimah = factories.make_subscriber(full_name_ar="فاطمة القحطاني", full_name_en="", national_id="1000000172")
    factories.make_contract(establishment=establishment, subscriber=fatimah)
    make(establishment, "عبد الله الغامدي")
    client.force_login(noura)
    assert names(client, address, q=search) == found


def test_contracts_are_filtered_by_how_they_stand_today(client, establishment, noura, address):
    make(establishment, "ساري")
    make(establishment, "لم يبدأ", starts_on=datetime.date(2026, 11, 1))
    make(establishment, "منتهي", starts_on=datetime.date(2025, 1, 1))
    ended = {"status": "terminated", "terminated_at": factories.at(datetime.date(2026, 5, 1))}
    make(establishment, "مفسوخ", ends_on=datetime.date(2026, 5, 31), **ended)
    client.force_login(noura)
    found = {standing: names(client, address, standing=standing) for standing in ("in_force", "upcoming", "expired")}
    assert found == {"in_force": ["ساري"], "upcoming": ["لم يبدأ"], "expired": ["منتهي"]}
    assert names(client, address, standing="terminated") == ["مفسوخ"]
    assert len(names(client, address, standing="rubbish")) == 4


@pytest.mark.parametrize(
    "query", [{"page": "0"}, {"page": "-1"}, {"page": "abc"}, {"sort": "password"}, {"q": "x" * 2000}, {"q": "%"}]
)
def test_odd_addresses_show_a_list_all_the_same(client, noura, contract, address, query):
    client.force_login(noura)
    assert client.get(address, query).status_code == 200


def test_the_wage_shown_is_the_one_in_force_or_the_first_to_come(client, establishment, noura, address):
    make(establishment, "الآن", wages={Month(2026, 10): "35.00", Month(2026, 12): "40.00"})
    make(establishment, "لاحقًا", starts_on=datetime.date(2026, 12, 1), hourly_wage="21.00")
    client.force_login(noura)
    rows = client.get(address).context["table"].page.object_list
    wages = {row.record.subscriber.full_name_ar: row.record.hourly_wage for row in rows}
    assert wages == {"الآن": Decimal("35.00"), "لاحقًا": Decimal("21.00")}


def test_an_empty_list_says_so(client, noura, address):
    client.force_login(noura)
    assert "لا توجد عقود بعد" in client.get(address).content.decode()


def test_a_page_costs_the_same_for_one_and_for_many(client, establishment, noura, address, django_assert_num_queries):
    make(establishment)
    client.force_login(noura)
    client.get(address)
    with django_assert_num_queries(9):
        client.get(address)
    for _ in range(30):
        make(establishment)
    with django_assert_num_queries(9):
        client.get(address)


def test_contracts_in_force_come_first_each_with_its_own_hours(client, establishment, noura, address, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 20)))
    person = factories.make_subscriber(full_name_ar="أحمد الحربي", full_name_en="")
    shared = {"establishment": establishment, "subscriber": person}
    ended = factories.make_contract(**shared, ends_on=datetime.date(2026, 10, 10))
    running = factories.make_contract(**shared, starts_on=datetime.date(2026, 10, 11))
    factories.make_hours(ended, {datetime.date(2026, 10, 5): 300})
    factories.make_hours(running, {datetime.date(2026, 10, 12): 480})
    make(establishment, "يوسف العتيبي")
    client.force_login(noura)
    rows = [row.record for row in client.get(address).context["table"].page.object_list]
    assert [row.subscriber.full_name_ar for row in rows] == ["أحمد الحربي", "يوسف العتيبي", "أحمد الحربي"]
    assert [row.minutes for row in rows] == [480, 0, 300]


def test_pages_follow_each_other_where_contracts_in_force_end(client, establishment, noura, address):
    client.force_login(noura)
    ended = {"starts_on": datetime.date(2025, 1, 1), "ends_on": datetime.date(2025, 12, 31)}
    for number in range(28):
        make(establishment, f"سالم {number:02d}", **(ended if number < 2 else {}))
    in_order = [f"سالم {number:02d}" for number in (*range(2, 28), 0, 1)]
    assert names(client, address) + names(client, address, page=2) == in_order
    backwards = [f"سالم {number:02d}" for number in (0, 1, *range(2, 28))]
    assert names(client, address, sort="-standing") == backwards[:25]


def test_a_page_of_contracts_in_force_is_found_by_name_alone(client, establishment, noura, contract, address):
    client.force_login(noura)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    (keys,) = [each["sql"] for each in queries if each["sql"].startswith('SELECT "contracts_contract"."id" AS "pk"')]
    assert 'ORDER BY "registry_subscriber"."search_key" ASC, 1 ASC' in keys
