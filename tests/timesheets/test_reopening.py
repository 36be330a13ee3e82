"""A declared month is opened again: until the cut-off, with a reason, and what was declared stays on record."""

import datetime
import hashlib

import pytest
from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from apps.common.periods import Month
from apps.timesheets import rules, services
from apps.timesheets.models import Declaration, Reopening, Timesheet
from apps.timesheets.rules import attested
from tests import factories
from tests.timesheets.pages import address, said
from tests.timesheets.test_races import at_once

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
TODAY = datetime.date(2026, 10, 3)
REASON = "سُجّلت ساعات يوم بالخطأ"


def attest(establishment, by, *, today=TODAY):
    moment = {"now": factories.at(today), "today": today}
    return services.attest_timesheet(establishment=establishment, month=SEPTEMBER, by=by, **moment)


def reopen(establishment, by, *, today=TODAY, reason=REASON):
    moment = {"now": factories.at(today), "today": today}
    return services.reopen_timesheet(establishment=establishment, month=SEPTEMBER, by=by, reason=reason, **moment)


def enter(contract, by, day, hours):
    row = rules.EnteredRow(contract.pk, {day: hours * 60})
    moment = {"now": factories.at(TODAY), "today": TODAY}
    return services.record_hours(establishment=contract.establishment, month=SEPTEMBER, rows=[row], by=by, **moment)


@pytest.fixture
def declared(contract, noura, clock):
    """Forty hours in September, attested on 3 October."""
    clock.move_to(factories.at(TODAY))
    factories.make_month(contract, SEPTEMBER, 40)
    attest(contract.establishment, noura)
    return contract


@pytest.fixture
def desk(client, noura):
    client.force_login(noura)
    return client


def test_the_digest_is_that_of_the_documented_text(declared, establishment):
    declaration = Declaration.objects.get()
    days = " ".join(f"{day}=480" for day in range(1, 6))
    text = (
        "hours-declaration 1\n"
        f"{establishment.unified_number}\n"
        "2026-09\n"
        f"{declared.contract_no} {declared.subscriber.national_id} {days}\n"
    )
    assert declaration.digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_digest_knows_neither_the_order_nor_the_names_but_every_minute():
    one = rules.AttestedContract("C-1", "1010101010", "أحمد", "", {1: 480, 2: 60})
    two = rules.AttestedContract("C-2", "1020202020", "بدر", "", {})
    digest = rules.digest_of("7001", SEPTEMBER, [one, two])
    renamed = one._replace(name_ar="محمد", days={2: 60, 1: 480, 3: 0})
    assert digest == rules.digest_of("7001", SEPTEMBER, [two, renamed])
    for change in ({"days": {1: 480, 3: 60}}, {"days": {1: 465, 2: 60}}, {"contract_no": "C-3"}):
        other = one._replace(**change)
        assert digest != rules.digest_of("7001", SEPTEMBER, [other, two])
    assert digest != rules.digest_of("7001", SEPTEMBER, [one])
    assert digest != rules.digest_of("7001", SEPTEMBER.next, [one, two])
    assert attested.read(attested.stored([two, one])) == [one, two]


def test_what_was_declared_stays_when_the_month_is_opened_changed_and_declared_again(declared, noura, establishment):
    first = Declaration.objects.get()
    sheet = reopen(establishment, noura)
    assert (sheet.status, sheet.attested_at, sheet.attested_by, sheet.reference) == ("open", None, None, "")
    assert enter(declared, noura, 20, 8).changed == 1
    sheet = attest(establishment, noura)
    assert sheet.reference == f"{first.reference}-2"
    kept, second = Declaration.objects.order_by("sequence")
    assert (kept.digest, kept.figures) == (first.digest, first.figures)
    assert second.digest != first.digest
    assert (kept.reopening.by, kept.reopening.reason) == (noura, REASON)
    assert not hasattr(second, "reopening")


def test_a_declaration_and_its_reopening_are_written_once(declared, noura, establishment):
    reopen(establishment, noura)
    for model, change in ((Declaration, {"digest": "0" * 64}), (Reopening, {"reason": "غيره"})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()


def test_the_role_and_name_of_that_moment_are_kept(declared, noura):
    declaration = Declaration.objects.get()
    assert (declaration.signer_name, declaration.signer_role) == (noura.full_name, "owner")
    noura.memberships.update(role="viewer")
    declaration.refresh_from_db()
    assert declaration.signer_role == "owner"


def test_only_an_attested_month_is_opened_and_only_until_the_cut_off(declared, noura, establishment):
    with pytest.raises(rules.ReopenTimeOver):
        reopen(establishment, noura, today=datetime.date(2026, 10, 6))
    reopen(establishment, noura, today=datetime.date(2026, 10, 5))
    with pytest.raises(rules.TransitionNotAllowed):
        reopen(establishment, noura)
    assert Reopening.objects.count() == 1


def test_a_month_that_the_system_attests_after_it_was_opened_has_a_number_of_its_own(declared, noura, establishment):
    first = Declaration.objects.get()
    reopen(establishment, noura)
    services.close_sheets(SEPTEMBER, now=factories.at(datetime.date(2026, 10, 6)))
    sheet = Timesheet.objects.get()
    assert sheet.is_attested_by_system
    assert sheet.reference == f"{first.reference}-2"


@pytest.mark.django_db(transaction=True)
def test_two_who_open_it_at_once_open_it_once(declared, noura, establishment):
    results = at_once(*[lambda: reopen(establishment, noura)] * 2)
    assert sorted(type(result).__name__ for result in results) == ["Timesheet", "TransitionNotAllowed"]
    assert Reopening.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twin_without_locks_the_database_still_keeps_one_reopening(declared, noura, establishment, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **options: self)
    results = at_once(*[lambda: reopen(establishment, noura)] * 2)
    assert Reopening.objects.count() == 1
    assert sum(isinstance(result, Timesheet) for result in results) >= 1


# Pages


def test_the_owner_opens_the_month_with_a_reason_that_everybody_reads(desk, declared, establishment, noura):
    page = address(establishment, SEPTEMBER, "month_reopen")
    assert "حتى 5 أكتوبر 2026" in said(desk.get(page))
    response = desk.post(page, {"reason": " "})
    assert response.status_code == 422
    assert "السبب مطلوب" in said(response)
    assert Timesheet.objects.get().status == "attested"
    response = desk.post(page, {"reason": REASON})
    assert response.url == address(establishment, SEPTEMBER)
    grid, months = said(desk.get(response.url)), said(desk.get(f"/e/{establishment.unified_number}/hours/"))
    for read in (grid, months, said(desk.get(address(establishment, SEPTEMBER, "month_history")))):
        assert noura.full_name in read
        assert REASON in read
    home = said(desk.get(f"/e/{establishment.unified_number}/"))
    assert "أُعيد فتح سبتمبر 2026" in home
    assert "تُعتمد من جديد في موعد أقصاه" in home


def test_a_second_click_and_a_month_that_is_open_lead_to_the_hours(desk, declared, establishment):
    page = address(establishment, SEPTEMBER, "month_reopen")
    assert [desk.post(page, {"reason": REASON}).url for _ in range(2)] == [address(establishment, SEPTEMBER)] * 2
    assert Reopening.objects.count() == 1


def test_after_the_cut_off_the_page_says_whom_to_ask(desk, declared, establishment, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 6)))
    page = address(establishment, SEPTEMBER, "month_reopen")
    read = said(desk.get(page))
    assert "إلا بتصحيح" in read
    assert "/help/#contact" in read
    assert '<textarea name="reason"' not in read
    assert desk.post(page, {"reason": REASON}).status_code == 409
    assert Timesheet.objects.get().status == "attested"


def test_a_grid_that_is_attested_says_how_it_is_opened(client, desk, declared, establishment, badr, clock):
    assert address(establishment, SEPTEMBER, "month_reopen") in said(desk.get(address(establishment, SEPTEMBER)))
    client.force_login(badr)
    read = said(client.get(address(establishment, SEPTEMBER)))
    assert address(establishment, SEPTEMBER, "month_reopen") not in read
    assert "يمكن للمالك أو المشرف إعادة فتحه" in read


def test_an_earlier_declaration_keeps_its_page_and_says_that_it_no_longer_holds(desk, declared, establishment, noura):
    declaration = Declaration.objects.get()
    page = f"{address(establishment, SEPTEMBER)}declarations/{declaration.public_id}/"
    read = said(desk.get(page))
    assert declaration.digest in read
    assert "تعطي هذه البصمة نفسها" in read
    assert "ما زالت هي التي أُقِرَّ بها" in read
    reopen(establishment, noura)
    enter(declared, noura, 20, 8)
    read = said(desk.get(page))
    assert REASON in read
    assert "تغيّرت ساعات الشهر أو عقوده بعد هذا الإقرار" in read
    assert '<bdi dir="ltr">40</bdi>' in read


def test_the_history_costs_the_same_for_any_number(desk, declared, establishment, noura, django_assert_num_queries):
    page = address(establishment, SEPTEMBER, "month_history")
    desk.get(page)
    for _ in range(2):
        with django_assert_num_queries(7):
            desk.get(page)
        reopen(establishment, noura)
        attest(establishment, noura)


def test_the_months_cost_the_same_for_any_number(desk, declared, establishment, noura, django_assert_num_queries):
    page = f"/e/{establishment.unified_number}/hours/"
    desk.get(page)
    for _ in range(2):
        with django_assert_num_queries(8):
            desk.get(page)
        reopen(establishment, noura)
        attest(establishment, noura)
