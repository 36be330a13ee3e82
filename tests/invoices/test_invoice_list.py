"""The list of invoices: who sees which, how they are found, what a page costs, and the workbook."""

import datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from apps.common.periods import Month
from apps.invoices.models import Invoice
from tests import factories

pytestmark = pytest.mark.django_db

MONTHS = [Month(2026, number) for number in (6, 7, 8, 9)]


@pytest.fixture
def address(establishment):
    return reverse("invoices:invoice_list", args=[establishment.unified_number])


@pytest.fixture
def invoices(establishment, contract):
    """Four months of one person, the last of them due on 15 October."""
    for month in MONTHS:
        factories.make_month(contract, month, 80)
        factories.close_month(month)
    return list(Invoice.objects.order_by("month"))


def numbers(client, address: str, **query) -> list[str]:
    return [row.record.number for row in client.get(address, query).context["table"].page.object_list]


def test_the_owner_sees_her_invoices_the_latest_first_and_nobody_else_s(client, noura, invoices, address):
    other = factories.make_contract()
    factories.make_month(other, Month(2026, 10), 80)
    factories.close_month(Month(2026, 10))
    client.force_login(noura)
    assert numbers(client, address) == [invoice.number for invoice in reversed(invoices)]
    html = client.get(address).content.decode()
    assert "سبتمبر 2026" in html
    assert "480.00" in html
    assert Invoice.objects.get(month=Month(2026, 10)).number not in html


@pytest.mark.parametrize(
    ("role", "page", "workbook"),
    [
        ("owner", 200, 200),
        ("accountant", 200, 200),
        ("supervisor", 200, 403),
        ("viewer", 200, 403),
        ("hours_clerk", 403, 403),
    ],
)
def test_who_may_see_and_who_may_take_away(client, establishment, invoices, address, role, page, workbook):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    answer = client.get(address)
    assert answer.status_code == page
    assert client.get(address, {"export": "xlsx"}).status_code == workbook
    if page == 200:
        assert ("تنزيل XLSX" in answer.content.decode()) == (workbook == 200)


def test_a_stranger_and_an_unknown_establishment_are_answered_alike(client, salem, invoices, address):
    client.force_login(salem)
    assert client.get(address).status_code == 404
    assert client.get(address, {"export": "xlsx"}).status_code == 404
    assert client.get(reverse("invoices:invoice_list", args=["7999999999"])).status_code == 404


def test_status_follows_the_day(client, noura, invoices, address, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 15)))
    client.force_login(noura)
    assert numbers(client, address, status="issued") == [invoices[3].number]
    assert numbers(client, address, status="overdue") == [invoice.number for invoice in invoices[2::-1]]
    clock.move_to(factories.at(datetime.date(2026, 10, 16)))
    client.force_login(noura)
    assert numbers(client, address, status="issued") == []
    html = client.get(address, {"status": "issued"}).content.decode()
    assert 'aria-current="true">مستحقة' in html
    assert "لا توجد نتائج مطابقة" in html


def test_invoices_are_found_by_number_and_by_month(client, noura, invoices, address):
    client.force_login(noura)
    june, july, august, september = invoices
    assert numbers(client, address, number=june.number[-6:]) == [june.number]
    assert numbers(client, address, since="2026-08") == [september.number, august.number]
    assert numbers(client, address, until="2026-07") == [july.number, june.number]
    assert numbers(client, address, since="2026-07", until="2026-08") == [august.number, july.number]


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=1000000000", "page=abc", "sort=password", "sort=-", "status=paid", "since=2026-13",
        "since=1", "number=%D9%A1&number=2", "filter=1", "number=" + "9" * 2000, "export=pdf",
    ],
)  # fmt: skip
def test_whatever_the_address_holds_is_no_error(client, noura, invoices, address, query):
    client.force_login(noura)
    assert client.get(f"{address}?{query}").status_code == 200


def test_the_workbook_holds_the_filtered_rows(client, noura, invoices, address):
    client.force_login(noura)
    answer = client.get(address, {"export": "xlsx", "until": "2026-07", "sort": "month"})
    sheet = load_workbook(BytesIO(answer.getvalue())).active
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[0] == "الرقم"
    assert [row[0] for row in rows] == [invoice.number for invoice in invoices[:2]]
    assert [row[1] for row in rows] == ["2026-06", "2026-07"]
    assert [float(row[5]) for row in rows] == [480.0, 480.0]
    assert sheet.sheet_view.rightToLeft
    assert 'filename="' not in answer["Content-Disposition"] or answer["Content-Disposition"].isascii()


def test_an_establishment_without_invoices_is_told_when_the_first_comes(client, noura, address):
    client.force_login(noura)
    assert "تصدر الأولى بعد إقرار أول شهر" in client.get(address).content.decode()


def test_a_page_costs_the_same_for_one_invoice_and_for_many(
    client, noura, invoices, address, django_assert_num_queries
):
    client.force_login(noura)
    with django_assert_num_queries(10):
        client.get(address, {"until": "2026-06"})
    with django_assert_num_queries(10):
        client.get(address)
