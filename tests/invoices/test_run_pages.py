"""The staff's pages of billing runs: who may, what is said before the start, the watch, the report and its proof."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.urls import reverse

from apps.accruals import services as accrual_services
from apps.common.periods import Month
from apps.invoices import services, tasks
from apps.invoices.choices import Stage
from apps.invoices.models import BillingChunk, BillingRun, Invoice
from apps.regulations.models import ClosedMonth
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/staff/billing-runs/"
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
START, DRY = f"{LIST}start/2026-09/", f"{LIST}dry/2026-09/"


@pytest.fixture
def hurried(monkeypatch):
    """Runs that a page asked workers to begin with at once; no broker is needed."""
    begun = []
    monkeypatch.setattr("apps.invoices.views.runs.hurry", lambda task, *args: begun.append((task.name, *args)))
    return begun


@pytest.fixture
def officer(client, hurried):
    user = factories.make_staff("billing officer", full_name="هيا المالكي")
    client.force_login(user)
    return user


@pytest.fixture
def worked(contract):
    factories.make_month(contract, SEPTEMBER, 80)
    return contract


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def watch(run: BillingRun) -> str:
    return reverse("invoices:run_detail", args=[run.public_id])


def work(run: BillingRun) -> BillingRun:
    now = factories.at(OCTOBER.day(20))
    while services.work(run_id=run.pk, now=now, today=now.date()) is not services.Work.NOTHING:
        pass
    run.refresh_from_db()
    return run


@pytest.fixture
def run(client, officer, worked):
    client.post(START)
    return BillingRun.objects.get()


# Who may

ALLOWED = {"billing officer": (200, 200), "auditor": (200, 403), "superuser": (403, 403), "clerk": (403, 403)}


@pytest.mark.parametrize(("role", "answers"), ALLOWED.items())
def test_a_billing_officer_starts_others_read_or_are_refused(client, hurried, worked, role, answers):
    reads, starts = answers
    run = BillingRun.objects.create(
        month=SEPTEMBER,
        is_dry=True,
        issued_on=OCTOBER.day(6),
        started_at=factories.at(OCTOBER.day(6)),
        progressed_at=factories.at(OCTOBER.day(6)),
    )
    is_superuser = role == "superuser"
    client.force_login(
        factories.make_user(is_staff=True, is_superuser=True) if is_superuser else factories.make_staff(role)
    )
    assert client.get(LIST).status_code == reads
    assert client.get(watch(run)).status_code == reads
    assert client.get(START).status_code == starts
    if starts == 403:
        assert client.post(START).status_code == client.post(DRY).status_code == 403
        assert not BillingRun.objects.filter(is_dry=False).exists()
        assert not hurried
    if reads == 200:
        assert ("تشغيل تجريبي</button>" in page(client, LIST)) == (starts == 200)


def test_the_refusal_says_whose_part_it_is(client):
    client.force_login(factories.make_staff("clerk"))
    assert "مسؤول فوترة" in client.get(LIST).content.decode()


@pytest.mark.parametrize("address", [LIST, START])
def test_members_and_strangers_are_refused(client, noura, salem, address):
    for user in (noura, salem):
        client.force_login(user)
        assert client.get(address).status_code == 403
    client.logout()
    assert client.get(address).url.startswith("/account/login/")


def test_an_inactive_or_former_officer_is_refused_at_his_next_click(client, officer):
    assert client.get(LIST).status_code == 200
    officer.groups.clear()
    assert client.get(LIST).status_code == 403


@pytest.mark.parametrize("address", [f"{LIST}start/2026-13/", f"{LIST}not-a-run/", f"{LIST}start/26-9/"])
def test_what_is_no_month_and_no_run_is_no_page(client, officer, address):
    assert client.get(address).status_code == 404


def test_an_unknown_run_is_no_page(client, officer):
    assert client.get(f"{LIST}6f1d7f5e-0000-4000-8000-000000000000/").status_code == 404


# The list


def test_the_list_names_the_month_that_comes_next_and_its_dates(client, officer, worked):
    said = plain(page(client, LIST))
    assert "الشهر سبتمبر 2026" in said
    assert "آخر موعد للإدخال 5 أكتوبر 2026" in said
    assert "يُقفل آليًّا في 6 أكتوبر 2026" in said
    assert START in page(client, LIST)


def test_a_month_that_is_not_over_offers_only_a_dry_run(client, officer, worked):
    factories.close_month(SEPTEMBER)
    html = page(client, LIST)
    assert "لم ينتهِ شهر أكتوبر 2026 بعد" in html
    assert f"{LIST}dry/2026-10/" in html
    assert f"{LIST}start/2026-10/" not in html


def test_without_hours_there_is_nothing_to_close(client, officer):
    assert "لم تُدخل ساعات بعد" in page(client, LIST)


def test_closed_months_stand_with_their_figures(client, officer, worked):
    factories.close_month(SEPTEMBER)
    assert "سبتمبر 2026 1 1 0 0 480.00" in plain(page(client, LIST))


@pytest.mark.parametrize("query", ["page=0", "page=abc", "sort=x", "sort=-month&page=9", "a=1&a=2", "q=" + "x" * 2000])
def test_a_senseless_query_is_still_the_list(client, officer, worked, query):
    factories.close_month(SEPTEMBER)
    page(client, f"{LIST}?{query}")


def test_the_list_costs_the_same_queries_however_many_runs(client, officer, worked, django_assert_num_queries):
    factories.close_month(SEPTEMBER)
    for _ in range(30):
        factories.close_month(SEPTEMBER, is_dry=True)
    with django_assert_num_queries(13):
        page(client, LIST)


# Before the start, and the start


def test_before_the_start_the_page_says_what_will_happen(client, officer, worked):
    said = plain(page(client, START))
    assert "منشآت لديها عقود 1" in said
    assert "لم يُقرّها صاحب العمل 1" in said
    assert "15 أكتوبر 2026" in said
    assert "يُقفل شهر سبتمبر 2026 نهائيًّا" in said
    assert not BillingRun.objects.exists()


def test_a_month_that_is_not_over_has_no_button_to_start_it(client, officer, worked):
    html = page(client, f"{LIST}start/2026-10/")
    assert "لا يُقفل الشهر إلا بعد انتهائه" in html
    assert "<button" not in html.split("<main")[1]


def test_the_start_asks_for_the_run_and_leads_to_its_page(client, officer, worked, hurried):
    answer = client.post(START)
    run = BillingRun.objects.get()
    assert (run.month, run.is_dry, run.started_by, run.issued_on) == (SEPTEMBER, False, officer, OCTOBER.day(20))
    assert answer.url == watch(run)
    assert hurried == [("invoices.work_on_run", run.pk)]


def test_a_double_click_starts_one_run(client, officer, worked):
    assert client.post(START).url == client.post(START).url
    assert BillingRun.objects.count() == 1


@pytest.mark.parametrize(
    ("month", "words"),
    [("2026-10", "لم ينتهِ شهر أكتوبر 2026 بعد"), ("2026-09", "تُقفل الأشهر بالترتيب: أغسطس 2026 أولًا")],
)
def test_a_month_out_of_turn_is_refused_with_the_reason(client, officer, contract, month, words):
    factories.make_month(contract, Month(2026, 8), 8)
    answer = client.post(f"{LIST}start/{month}/")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "errors-title" in html
    assert words in html
    assert not BillingRun.objects.exists()


def test_a_month_before_the_first_is_no_page(client, officer, worked):
    assert client.get(f"{LIST}start/2024-06/").status_code == 404
    assert client.post(f"{LIST}start/2024-06/").status_code == 404
    assert client.post(f"{LIST}dry/2024-06/").status_code == 404
    for ahead in ("2026-11", "2076-01", "2199-12"):
        assert client.get(f"{LIST}start/{ahead}/").status_code == 404
        assert client.post(f"{LIST}start/{ahead}/").status_code == 404
        assert client.post(f"{LIST}dry/{ahead}/").status_code == 404


# A dry run


def test_a_dry_run_reports_and_issues_nothing(client, officer, worked, hurried):
    answer = client.post(DRY)
    run = work(BillingRun.objects.get())
    assert answer.url == watch(run)
    said = plain(page(client, watch(run)))
    assert "لم يُقفل شهر ولم تصدر فاتورة" in said
    assert "1 مفوترة + 0 لا شيء لفوترته + 0 معلَّقة = 1 منشأة لديها عقود" in said
    assert "480.00" in said
    assert not Invoice.objects.exists()
    assert not ClosedMonth.objects.exists()
    assert START not in page(client, watch(run))


def test_a_dry_run_is_only_asked_for_by_post(client, officer, worked):
    assert client.get(DRY).status_code == 405
    assert not BillingRun.objects.exists()


# The watch


def test_a_run_that_waits_says_so_and_looks_again_with_and_without_javascript(client, run):
    html = page(client, watch(run))
    assert "بانتظار بدء المعالجة" in html
    assert 'hx-trigger="every 2s"' in html
    assert f'hx-get="{watch(run)}"' in html
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in html
    assert "هيا المالكي" in html


def test_a_run_at_work_shows_how_far_it_is_after_any_reload(client, run):
    BillingRun.objects.update(stage=Stage.ACCRUING)
    for first, size, done in ((1, 120, True), (200, 360, False)):
        BillingChunk.objects.create(
            run=run,
            stage=Stage.ACCRUING,
            first_key=first,
            last_key=first + size,
            size=size,
            done_at=factories.at(OCTOBER.day(20)) if done else None,
        )
    for _ in range(2):
        html = page(client, watch(run))
        assert "عولجت 120 من 480" in html
        assert re.search(r'<progress[^>]*value="120" max="480"', html)
        assert 'aria-current="step"' in html


def test_the_poll_is_answered_with_the_part_alone_and_ends_with_the_run(client, run):
    poll = {"HX-Request": "true"}
    part = client.get(watch(run), headers=poll).content.decode()
    assert "<html" not in part
    assert "hx-trigger" in part
    work(run)
    part = client.get(watch(run), headers=poll).content.decode()
    assert "hx-trigger" not in part
    assert "لكل منشأة نتيجتها" in part


def test_a_finished_page_looks_no_more(client, run):
    html = page(client, watch(work(run)))
    assert "http-equiv" not in html
    assert "htmx" not in html


def test_a_refused_run_gives_its_reason(client, run):
    BillingRun.objects.update(
        stage=Stage.REFUSED,
        refusal="Months close in order: %(expected)s comes first.",
        refusal_values={"expected": "2026-08"},
        finished_at=factories.at(OCTOBER.day(20)),
    )
    assert "تُقفل الأشهر بالترتيب: 2026-08 أولًا." in page(client, watch(run))


# The report


def test_the_report_proves_that_nobody_is_missing_and_compares_with_the_month_before(client, officer, contract):
    factories.make_month(contract, SEPTEMBER.previous, 40)
    factories.close_month(SEPTEMBER.previous)
    factories.make_month(contract, SEPTEMBER, 80)
    nil = factories.make_contract()
    assert nil
    run = factories.close_month(SEPTEMBER)
    said = plain(page(client, watch(run)))
    assert "1 مفوترة + 1 لا شيء لفوترته + 0 معلَّقة = 2 منشأة لديها عقود" in said
    assert "أيام الاشتراك المفوترة 10 5 5" in said
    total, before, difference = re.search(r"إجمالي الاشتراكات ([\d.]+) ([\d.]+) ([\d.]+)", said).groups()
    assert Decimal(total) - Decimal(before) == Decimal(difference) == Decimal("240.00")


def test_the_first_month_has_nothing_to_be_compared_with(client, officer, worked):
    assert "إجمالي الاشتراكات 480.00 – –" in plain(page(client, watch(factories.close_month(SEPTEMBER))))


def test_the_parked_stand_with_their_reasons_and_are_tried_again(client, officer, worked, monkeypatch):
    other = factories.make_contract(establishment=factories.make_establishment(name_ar="ورشة <b>الأمل</b>"))
    factories.make_month(other, SEPTEMBER, 40)
    accrue = accrual_services.rules.accrue_subscriber

    def fails(contracts, rules):
        if contracts[0].establishment_id == other.establishment_id:
            raise ZeroDivisionError
        return accrue(contracts, rules)

    monkeypatch.setattr(accrual_services.rules, "accrue_subscriber", fails)
    run = factories.close_month(SEPTEMBER)
    html = page(client, watch(run))
    assert "ورشة &lt;b&gt;الأمل&lt;/b&gt;" in html
    assert other.establishment.unified_number in html
    assert "ZeroDivisionError" in html
    assert "1 مفوترة + 0 لا شيء لفوترته + 1 معلَّقة = 2" in plain(html)
    assert START in html
    monkeypatch.setattr(accrual_services.rules, "accrue_subscriber", accrue)
    assert "منشأة واحدة من هذا الشهر المقفل" in page(client, START)
    client.post(START)
    again = work(BillingRun.objects.filter(is_dry=False).order_by("-pk").first())
    assert again.summary["invoices"] == 2
    assert again.summary["parked"] == []
    assert Invoice.objects.count() == 2


def test_an_auditor_reads_the_report_and_finds_no_button(client, worked):
    run = factories.close_month(SEPTEMBER)
    client.force_login(factories.make_staff("auditor"))
    html = page(client, watch(run))
    assert "<button" not in html.split("<main")[1]


def test_the_task_that_a_page_hurries_is_the_one_the_sweeper_sends():
    assert tasks.work_on_run.name == "invoices.work_on_run"


def test_in_english_the_pages_are_english(client, officer, worked):
    client.cookies["language"] = "en"
    run = factories.close_month(SEPTEMBER)
    for address in (LIST, watch(run), START):
        html = page(client, address).split("<main")[1]
        text = plain(html).replace("هيا المالكي", "").replace("مخبز السنابل", "")
        assert not re.search("[؀-ۿ]", text), address
