"""The admin as a reading room: every model found by every role that may, nothing changed by anybody who may not."""

import datetime
from itertools import product

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from apps.accounts.models import User
from apps.common.periods import Month
from apps.contracts.services import request_paper
from apps.invoices.models import InvoiceDocument
from apps.registry.models import Membership
from apps.timesheets.models import ReplacedHours
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)
MODELS = sorted(site._registry, key=lambda model: model._meta.label)
ACCOUNTS = {
    "accounts.User",
    "accounts.OneTimeCode",
    "accounts.TermsAcceptance",
    "accounts.SecurityEvent",
    "auth.Group",
    "admin.LogEntry",
}
RUNS = {
    "invoices.BillingRun",
    "invoices.BillingChunk",
    "invoices.BillingOutcome",
    "invoices.InvoiceCounter",
}
RULES = {"regulations.Regulation", "regulations.ClosedMonth", "regulations.RuleSetRecord"}
HIDDEN_FROM = {
    "auditor": set(),
    "superuser": set(),
    "billing officer": ACCOUNTS
    | {
        "registry.Membership",
        "registry.Invitation",
        "registry.EstablishmentRequest",
    },
    "clerk": ACCOUNTS | RUNS | RULES | {"outbox.Message", "accruals.ParkedSubscriber"},
}


def list_of(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def page_of(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def add_page(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


@pytest.fixture
def staff(client):
    """Signs in one of the body's people and returns him."""

    def sign_in(role: str) -> User:
        if role == "superuser":
            user = factories.make_user(is_staff=True, is_superuser=True)
        else:
            user = factories.make_staff(role)
        client.force_login(user)
        return user

    return sign_in


@pytest.fixture
def billed(noura, contract):
    """One month closed and billed, with a row in nearly every table."""
    factories.make_month(contract, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    factories.make_offer(establishment=contract.establishment, offered_by=noura)
    request_paper(contract=contract, language="ar", shows_id=False, now=timezone.now())
    replace_hours(contract, noura)
    return contract


def replace_hours(contract, by) -> None:
    moments = {"entered_at": timezone.now(), "replaced_at": timezone.now()}
    ReplacedHours.objects.create(
        contract=contract, work_date=SEPTEMBER.first_day, minutes=480, entered_by=by, **moments
    )


def test_every_model_of_the_portal_is_in_the_admin():
    labels = {model._meta.app_label for model in MODELS}
    assert labels == {
        "accounts",
        "accruals",
        "admin",
        "auth",
        "certificates",
        "contracts",
        "exchange",
        "invoices",
        "outbox",
        "registry",
        "regulations",
        "timesheets",
    }
    assert len(MODELS) == 41


def test_sign_in_is_the_portals_own(client):
    chain = client.get("/admin/invoices/invoice/", follow=True).redirect_chain
    assert chain[-1] == ("/account/login/?next=/admin/invoices/invoice/", 302)
    assert client.get("/admin/login/").url == "/account/login/?next=/admin/login/"


def test_whoever_is_no_staff_is_refused(client, noura):
    client.force_login(noura)
    assert client.get("/admin/", follow=True).status_code == 403
    assert client.get("/admin/invoices/invoice/", follow=True).status_code == 403


def test_staff_without_a_role_sees_nothing(client):
    client.force_login(factories.make_user(is_staff=True))
    assert client.get("/admin/").status_code == 200
    for model in MODELS:
        assert client.get(list_of(model)).status_code == 403, model


@pytest.mark.parametrize("role", HIDDEN_FROM)
def test_a_role_finds_the_models_that_are_its_own(client, staff, billed, role):
    staff(role)
    for model in MODELS:
        expected = 403 if model._meta.label in HIDDEN_FROM[role] else 200
        assert client.get(list_of(model)).status_code == expected, model


@pytest.mark.parametrize("role", ["auditor", "superuser"])
def test_every_record_can_be_opened(client, staff, billed, role):
    staff(role)
    for model in MODELS:
        record = model._default_manager.order_by("-pk").first()
        if record is not None:
            assert client.get(page_of(record)).status_code == 200, model


def test_an_auditor_changes_nothing(client, staff, billed):
    staff("auditor")
    for model in MODELS:
        assert client.get(add_page(model)).status_code == 403, model
        assert client.post(add_page(model), {}).status_code == 403, model
        record = model._default_manager.order_by("-pk").first()
        if record is not None:
            assert client.post(page_of(record), {}).status_code == 403, model


@pytest.mark.parametrize(
    ("label", "large"),
    [
        ("timesheets.Declaration", "figures"),
        ("timesheets.Reopening", "figures"),
        ("timesheets.DeclarationPaper", "figures"),
        ("invoices.BillSnapshot", "lines"),
    ],
)
def test_a_list_leaves_alone_what_is_large(client, staff, billed, label, large):
    staff("auditor")
    with CaptureQueriesContext(connection) as asked:
        client.get(list_of(apps.get_model(label)))
    assert not [query["sql"] for query in asked if f'"{large}"' in query["sql"]]


WRITTEN_HERE = {"accounts.User", "registry.Membership", "registry.Subscriber", "regulations.Regulation"}


@pytest.mark.parametrize("role", ["superuser", "billing officer", "clerk"])
def test_money_hours_and_closed_months_are_read_only_for_everybody(client, staff, billed, role):
    staff(role)
    for model in MODELS:
        if model._meta.label in WRITTEN_HERE:
            continue
        assert client.post(add_page(model), {}).status_code == 403, model
        record = model._default_manager.order_by("-pk").first()
        if record is not None:
            assert client.post(page_of(record), {}).status_code == 403, model


def test_nobody_deletes(client, staff, billed):
    staff("superuser")
    for model in MODELS:
        before = set(model._default_manager.order_by("pk").values_list("pk", flat=True))
        if before:
            delete = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_delete", args=[max(before)])
            assert client.post(delete, {"post": "yes"}).status_code == 403, model
        picked = {"action": "delete_selected", "_selected_action": list(before)[:1], "post": "yes"}
        client.post(list_of(model), picked)
        assert before <= set(model._default_manager.order_by("pk").values_list("pk", flat=True)), model


SEARCHES = [
    ("registry.Establishment", "السنابل"),
    ("registry.Establishment", "sanabel"),
    ("registry.Establishment", "٧٠٠"),
    ("registry.Subscriber", "فاطمه"),
    ("registry.Subscriber", "1000000"),
    ("contracts.Contract", "c-2026-0000"),
    ("contracts.Contract", "السنابل"),
    ("timesheets.HoursEntry", "C-2026"),
    ("accruals.Accrual", "C-2026"),
    ("invoices.Invoice", "fw-2026"),
    ("invoices.Invoice", "سنابل"),
    ("invoices.InvoiceLine", "FW-2026"),
    ("accounts.User", "نورة"),
    ("accounts.User", "نوره العتيبى"),
    ("registry.Membership", "نورة"),
    ("regulations.Regulation", "annuities"),
]


def test_records_are_found_as_people_write_them(client, staff, billed):
    staff("auditor")
    for label, words in SEARCHES:
        place = list_of(apps.get_model(label))
        assert client.get(place, {"q": words}).context["cl"].result_count, (label, words)
        assert client.get(place, {"q": "لا أحد بهذا الاسم"}).context["cl"].result_count == 0, label


SENSELESS = ["p=abc", "p=99999999", "o=99", "nonsense=1", "month=2026-13", "month=abc", "q=" + "س" * 2000, "e=1"]


def test_a_senseless_query_is_a_page_and_never_a_fault(client, staff, billed):
    staff("auditor")
    for label, query in product(("invoices.Invoice", "timesheets.HoursEntry"), SENSELESS):
        assert client.get(f"{list_of(apps.get_model(label))}?{query}", follow=True).status_code == 200, (label, query)


def test_a_month_filters_hours_and_invoices(client, staff, billed):
    staff("auditor")
    for address in ("/admin/timesheets/hoursentry/", "/admin/invoices/invoice/", "/admin/accruals/accrual/"):
        assert client.get(f"{address}?month=2026-09").context["cl"].result_count
        assert not client.get(f"{address}?month=2026-08").context["cl"].result_count


def test_amounts_and_months_are_printed_as_in_the_portal(client, staff, billed):
    staff("auditor")
    html = client.get("/admin/invoices/invoice/").content.decode()
    assert '<bdi dir="ltr">480.00</bdi>' in html
    assert "سبتمبر 2026" in html
    assert '<html lang="ar" dir="rtl">' in html
    client.cookies["language"] = "en"
    html = client.get("/admin/invoices/invoice/").content.decode()
    assert "September 2026" in html
    assert '<html lang="en" dir="ltr">' in html


def test_a_list_costs_the_same_queries_for_one_row_and_for_many(client, staff, billed):
    staff("auditor")

    def queries(model) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(list_of(model)).status_code == 200
        return len(captured)

    for model in MODELS:
        queries(model)  # what is asked once and kept
    few = {model: queries(model) for model in MODELS}
    for _ in range(3):
        one = factories.make_contract(establishment=billed.establishment)
        factories.make_membership(user=factories.make_user(), establishment=billed.establishment, role="viewer")
        factories.make_month(one, Month(2026, 10), 40)
        replace_hours(one, factories.make_user())
    factories.close_month(Month(2026, 10))
    assert {model: queries(model) for model in MODELS} == few


def test_no_list_of_the_admin_shows_a_stored_paper_or_reads_its_bytes(client, staff, billed):
    staff("auditor")
    document = InvoiceDocument.objects.get()
    file = reverse("admin:invoices_invoicedocument_pdf", args=[document.pk])
    assert client.get(file).status_code == 404
    InvoiceDocument.objects.update(content=b"%PDF-1.7", sha256="0" * 64, rendered_at=factories.at(SEPTEMBER.last_day))
    with CaptureQueriesContext(connection) as captured:
        client.get("/admin/invoices/invoicedocument/")
    assert not [query for query in captured if '"content"' in query["sql"]]
    answer = client.get(file)
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Type"] == "application/pdf"
    staff("clerk")
    assert client.get(file).status_code == 200
    client.force_login(factories.make_user(is_staff=True))
    assert client.get(file).status_code == 403


def test_a_large_table_is_estimated_and_a_search_is_counted_to_a_bound(client, staff, billed, monkeypatch):
    staff("auditor")
    monkeypatch.setattr("apps.common.admin.PlainCount.MOST", 3)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE timesheets_hoursentry")
    assert "نحو 10 نتائج" in client.get("/admin/timesheets/hoursentry/").content.decode()
    assert "3 نتائج أو أكثر" in client.get("/admin/timesheets/hoursentry/?q=C-2026").content.decode()


def test_pages_obey_the_content_policy_and_carry_no_inline_style_or_script(client, staff, billed):
    staff("superuser")
    for address in ("/admin/", list_of(User), add_page(User), add_page(Membership), "/admin/invoices/invoice/"):
        answer = client.get(address)
        html = answer.content.decode()
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert " style=" not in html
        assert "<style" not in html
        assert "onclick=" not in html
        assert html.count("<h1>") == 1


def test_the_groups_of_staff_come_with_the_portal():
    assert set(Group.objects.values_list("name", flat=True)) == {"clerk", "billing officer", "auditor"}
    auditor = Group.objects.get(name="auditor")
    assert set(auditor.permissions.values_list("codename", flat=True)) == {
        f"view_{model._meta.model_name}" for model in MODELS
    }


def test_what_staff_changed_is_in_the_log_with_its_reason(client, staff, establishment):
    by = staff("superuser")
    person = factories.make_user(full_name="محمد السبيعي")
    client.post(
        add_page(Membership),
        {
            "person": person.national_id,
            "establishment_number": establishment.unified_number,
            "role": "viewer",
            "starts_on": "2026-10-20",
            "reason": "طلب المنشأة رقم 12",
        },
    )
    entry = LogEntry.objects.get()
    assert entry.user == by
    assert "طلب المنشأة رقم 12" in client.get("/admin/admin/logentry/").content.decode()
    assert entry.action_time.date() == datetime.date(2026, 10, 20)


def test_a_contract_stands_by_its_dates_as_it_does_for_its_employer(client, staff):
    ended = factories.make_contract(ends_on=datetime.date(2026, 1, 31))
    staff("auditor")
    address = reverse("admin:contracts_contract_changelist")
    assert ended.contract_no in client.get(address, {"standing": "expired"}).content.decode()
    assert ended.contract_no not in client.get(address, {"standing": "in_force"}).content.decode()
    page = client.get(reverse("admin:contracts_contract_change", args=[ended.pk])).content.decode()
    assert "منتهي" in page
    assert "ساري" not in page
