"""A subscriber's statement: what it sums up, why, up to which month, and that it never changes."""

import datetime
from collections import Counter

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone, translation

from apps.accruals import rules as accrual_rules
from apps.accruals import selectors as accruals
from apps.accruals.models import Accrual, ParkedSubscriber, SubscriberMonth
from apps.certificates import documents, rules, selectors, services
from apps.certificates.models import Statement
from apps.common import text
from apps.common.periods import Month
from apps.invoices import services as invoices
from apps.regulations.models import Regulation
from tests import factories, papers

pytestmark = pytest.mark.django_db

JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER = (Month(2026, number) for number in (6, 7, 8, 9, 10))


@pytest.fixture
def subscriber():
    return factories.make_subscriber(full_name_ar="هند المطيري", full_name_en="Hind Almutairi")


@pytest.fixture
def contract(subscriber, establishment):
    """E2 to E4: three months of 95 hours at 25.00, June to August."""
    contract = factories.make_contract(establishment=establishment, subscriber=subscriber, hourly_wage="25.00")
    for month in (JUNE, JULY, AUGUST):
        factories.make_month(contract, month, 95)
        factories.close_month(month)
    return contract


def draw(subscriber, language: str = "en") -> Statement:
    statement = services.request_statement(subscriber=subscriber, language=language, now=timezone.now())
    services.render_statement(statement_id=statement.pk, now=timezone.now())
    statement.refresh_from_db()
    assert statement.failure == ""
    return statement


def test_days_and_months_are_those_of_the_last_month(subscriber, contract):
    statement = services.request_statement(subscriber=subscriber, language="ar", now=timezone.now())
    standing = documents.standing_of(statement)
    assert statement.as_of == AUGUST
    assert (standing.days, standing.credited_days) == (35, 35)
    assert (standing.months, standing.rest) == (1, 5)
    assert text.sentence(standing.reason) == "35 يومًا ÷ 30 = شهر واحد، والباقي 5 أيام"
    assert standing.limits == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_figures_on_paper_are_those_of_the_ledger(subscriber, contract, language):
    printed = papers.amounts(draw(subscriber, language).content)
    wanted = Counter()
    for accrual in Accrual.objects.all():
        employer = accrual.annuities_employer + accrual.hazards_employer
        wanted += Counter([accrual.contributory_wage, accrual.daily_wage, accrual.hourly_wage])
        wanted += Counter([employer, accrual.annuities_subscriber, employer + accrual.annuities_subscriber])
    assert not wanted - printed


def test_the_english_paper_prints_totals_reasons_and_steps(subscriber, contract):
    printed = papers.text(draw(subscriber).content)
    for words in (
        *("Hind Almutairi", subscriber.national_id, "1 month and 5 days", "35 days ÷ 30 = 1 month", "Sanabel Bakery"),
        *("Payments are not part of this statement", "June 2026 – August 2026", "285", "Page 1 of 1"),
    ):
        assert words in printed
    with translation.override("en"):
        for row in selectors.accruals_until(subscriber, AUGUST):
            steps = accrual_rules.explain(accruals.result(row), row.month, accruals.rules_used(row))
            assert all(text.sentence(step).replace("\u2066", "").replace("\u2069", "") in printed for step in steps)


def test_the_arabic_paper_speaks_of_registered_days_and_both_calendars(subscriber, contract):
    statement = services.request_statement(subscriber=subscriber, language="ar", now=timezone.now())
    html = documents.statement_html(statement)
    for words in ("مدة الاشتراك المسجلة", "شهر واحد و5 أيام", "أما المدد المدفوعة فرقم آخر", "1448هـ", "هند المطيري"):
        assert words in html


def test_a_month_over_thirty_days_is_explained(subscriber):
    for _ in range(3):
        contract = factories.make_contract(subscriber=subscriber, hourly_wage="187.50")
        factories.make_month(contract, SEPTEMBER, 95)
    factories.close_month(SEPTEMBER)
    statement = services.request_statement(subscriber=subscriber, language="en", now=timezone.now())
    standing = documents.standing_of(statement)
    assert (standing.days, standing.credited_days) == (33, 30)
    printed = papers.text(draw(subscriber).content)
    assert "33 days" in printed
    assert "30 days credited" in printed
    assert "cut to the ceiling of SAR 45,000.00" in printed


def test_a_month_is_explained_by_what_it_credited_whatever_later_months_allow(subscriber):
    contract = factories.make_contract(subscriber=subscriber)
    factories.make_month(contract, SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    Regulation.objects.create(
        key="max_credit_days",
        effective_from=datetime.date(2026, 10, 1),
        value="5",
        unit="days",
        legal_reference="Implementing Regulation",
    )
    factories.make_month(contract, OCTOBER, 80)
    factories.close_month(OCTOBER)
    standing = documents.standing_of(
        services.request_statement(subscriber=subscriber, language="en", now=timezone.now())
    )
    assert standing.credited_days == 10 + 5
    assert [limit.values["month"] for limit in standing.limits] == [("month", OCTOBER)]


def test_employers_come_with_their_own_sums(subscriber, contract, establishment):
    other = factories.make_establishment(name_ar="مغسلة", name_en="Laundry")
    factories.make_month(factories.make_contract(establishment=other, subscriber=subscriber), SEPTEMBER, 16)
    factories.close_month(SEPTEMBER)
    rows = list(selectors.accruals_until(subscriber, SEPTEMBER))
    first, second = documents.employers_of(rows)
    assert (first.establishment, first.days, first.worked_minutes) == (establishment, 35, 3 * 95 * 60)
    assert (first.first, first.last) == (JUNE, SEPTEMBER)  # six hours were carried into September
    assert (second.establishment, second.days) == (other, 2)
    assert first.contributory_wage + second.contributory_wage == sum(row.contributory_wage for row in rows)
    assert sum(each.days for each in (first, second)) == SubscriberMonth.objects.latest("month").total_days


def test_nobody_else_s_hours_are_on_it(subscriber, contract, establishment):
    stranger = factories.make_subscriber(full_name_en="Somebody Else")
    factories.make_month(factories.make_contract(establishment=establishment, subscriber=stranger), SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    printed = papers.text(draw(subscriber).content)
    assert "Somebody" not in printed
    assert "480.00" in papers.text(draw(stranger).content)


def test_before_a_month_is_closed_there_is_nothing_to_state(subscriber, establishment):
    contract = factories.make_contract(establishment=establishment, subscriber=subscriber)
    factories.make_month(contract, SEPTEMBER, 80)
    with pytest.raises(rules.NothingToState):
        services.request_statement(subscriber=subscriber, language="ar", now=timezone.now())
    assert not Statement.objects.exists()


def test_a_month_that_is_still_being_computed_is_left_out(subscriber, contract):
    factories.make_month(contract, SEPTEMBER, 95)
    day = datetime.date(2026, 10, 6)
    run = invoices.request_run(month=SEPTEMBER, is_dry=False, now=factories.at(day), today=day)
    invoices.work(run_id=run.pk, now=factories.at(day), today=day)
    assert selectors.last_month_computed() == AUGUST
    assert services.request_statement(subscriber=subscriber, language="ar", now=timezone.now()).as_of == AUGUST
    while invoices.work(run_id=run.pk, now=factories.at(day), today=day) is not invoices.Work.NOTHING:
        pass
    assert services.request_statement(subscriber=subscriber, language="ar", now=timezone.now()).as_of == SEPTEMBER


def test_a_subscriber_set_aside_waits_for_his_statement(subscriber, contract):
    ParkedSubscriber.objects.create(subscriber=subscriber, month=JULY, reason="x", parked_at=timezone.now())
    with pytest.raises(rules.MonthNotComputed) as refused:
        services.request_statement(subscriber=subscriber, language="ar", now=timezone.now())
    assert "يوليو 2026" in str(refused.value)


def test_a_statement_is_drawn_once_and_stays_when_later_months_close(subscriber, contract):
    first = draw(subscriber)
    assert services.request_statement(subscriber=subscriber, language="en", now=timezone.now()).pk == first.pk
    assert documents.statement_pdf(first) == bytes(first.content)
    factories.make_month(contract, SEPTEMBER, 95)
    factories.close_month(SEPTEMBER)
    second = draw(subscriber)
    assert (second.as_of, second.pk != first.pk) == (SEPTEMBER, True)
    assert documents.statement_pdf(first) == bytes(first.content)
    with pytest.raises(DatabaseError), transaction.atomic():
        Statement.objects.filter(pk=first.pk).update(sha256="0" * 64)


@pytest.mark.parametrize("name", ["<img src=file:///etc/passwd>", "{{7*7}}", "</table><script>"])
def test_a_name_is_printed_as_it_is(subscriber, contract, name):
    subscriber.full_name_en = name
    subscriber.save()
    assert "".join(name.split()) in "".join(papers.text(draw(subscriber).content).split())


def test_the_file_name_names_nobody(subscriber, contract):
    name = documents.file_name(Statement(subscriber=subscriber, as_of=AUGUST, language="ar"))
    assert name == "كشف المُدد حتى أغسطس 2026.pdf"
