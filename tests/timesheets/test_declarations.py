"""Declaring a month: by the employer, as a month without work, or by the system when it closes."""

import datetime
from decimal import Decimal

import pytest

from apps.common.errors import RowsRefused
from apps.common.periods import Month
from apps.contracts import services as contracts
from apps.contracts.models import Contract
from apps.contracts.rules import ContractRow
from apps.timesheets import rules, selectors, services
from apps.timesheets.models import HoursEntry, Timesheet
from tests import factories

pytestmark = pytest.mark.django_db
SEPTEMBER = Month(2026, 9)
TODAY = datetime.date(2026, 10, 3)
NOW = factories.at(TODAY)


def attest(contract, by, *, today=TODAY, service=services.attest_timesheet, **options):
    return service(
        establishment=contract.establishment, month=SEPTEMBER, by=by, now=factories.at(today), today=today, **options
    )


@pytest.fixture
def worked(contract):
    factories.make_month(contract, SEPTEMBER, 40)
    return contract


def test_an_attested_month_carries_its_signer_and_number(worked, noura):
    sheet = attest(worked, noura)
    sheet.refresh_from_db()
    assert (sheet.status, sheet.attested_by, sheet.attested_at) == ("attested", noura, NOW)
    assert sheet.reference == f"H-202609-{sheet.pk:06d}"
    assert not sheet.is_nil


def test_a_month_is_attested_once(worked, noura):
    attest(worked, noura)
    with pytest.raises(rules.TransitionNotAllowed):
        attest(worked, noura)


def test_a_month_is_attested_from_its_last_day_on(worked, noura):
    with pytest.raises(rules.AttestTooEarly):
        attest(worked, noura, today=datetime.date(2026, 9, 29))
    assert attest(worked, noura, today=datetime.date(2026, 9, 30)).status == "attested"


def test_a_month_whose_contracts_have_ended_is_attested_at_once(contract, noura):
    contract.ends_on = datetime.date(2026, 9, 10)
    contract.save()
    factories.make_month(contract, SEPTEMBER, 8)
    assert attest(contract, noura, today=datetime.date(2026, 9, 10)).status == "attested"


def test_after_the_cut_off_nobody_attests_any_more(worked, noura):
    with pytest.raises(rules.EntryTimeOver):
        attest(worked, noura, today=datetime.date(2026, 10, 6))


def more_hours(contract):
    factories.make_hours(contract, {datetime.date(2026, 9, 28): 60})


def the_same_hours_on_another_day(contract):
    HoursEntry.objects.filter(work_date=datetime.date(2026, 9, 1)).update(work_date=datetime.date(2026, 9, 29))


def another_contract(contract):
    factories.make_contract(establishment=contract.establishment)


@pytest.mark.parametrize("change", [more_hours, the_same_hours_on_another_day, another_contract])
def test_a_month_that_is_not_what_its_signer_was_shown_is_not_attested(worked, noura, change):
    seen = selectors.month_fingerprint(worked.establishment, SEPTEMBER)
    change(worked)
    with pytest.raises(rules.HoursChangedMeanwhile):
        attest(worked, noura, seen=seen)
    assert not Timesheet.objects.filter(status="attested").exists()


def test_what_is_of_another_month_or_another_establishment_changes_nothing_that_was_shown(worked, noura):
    seen = selectors.month_fingerprint(worked.establishment, SEPTEMBER)
    factories.make_month(worked, SEPTEMBER.next, 8)
    factories.make_month(factories.make_contract(subscriber=worked.subscriber), SEPTEMBER, 8)
    assert attest(worked, noura, seen=seen).status == "attested"


def test_a_month_without_hours_is_declared_without_work(contract, noura):
    with pytest.raises(rules.NothingToAttest):
        attest(contract, noura)
    sheet = attest(contract, noura, service=services.declare_nil)
    assert (sheet.status, sheet.is_nil) == ("attested", True)


def test_a_month_with_hours_is_not_declared_without_work(worked, noura):
    with pytest.raises(rules.HoursAreEntered):
        attest(worked, noura, service=services.declare_nil)


def test_without_contracts_there_is_nothing_to_declare(noura, establishment):
    with pytest.raises(rules.NoContracts):
        services.declare_nil(establishment=establishment, month=SEPTEMBER, by=noura, now=NOW, today=TODAY)


# A contract documented after the declaration


def document(establishment, by, *, starts_on, ends_on=datetime.date(2026, 12, 31), now=NOW):
    row = ContractRow(
        "",
        establishment.unified_number,
        factories.make_subscriber().national_id,
        starts_on,
        ends_on,
        Decimal("30.00"),
    )
    documented = contracts.document_contracts([row], by=by, now=now, reopen_months=services.reopen_months)
    return Contract.objects.get(pk__in=documented.ids.values())


@pytest.mark.parametrize("service", [services.attest_timesheet, services.declare_nil])
def test_a_contract_documented_after_the_declaration_opens_its_month_again(contract, noura, service):
    if service is services.attest_timesheet:
        factories.make_month(contract, SEPTEMBER, 40)
    attest(contract, noura, service=service)
    late = document(contract.establishment, noura, starts_on=datetime.date(2026, 9, 20))
    sheet = Timesheet.objects.get()
    assert (sheet.status, sheet.is_nil, sheet.attested_at, sheet.attested_by) == ("open", False, None, None)
    assert (sheet.reference, sheet.reopened_at) == ("", NOW)
    assert selectors.months_reopened_by(late) == [SEPTEMBER]
    recorded = services.record_hours(
        establishment=contract.establishment,
        month=SEPTEMBER,
        rows=[rules.EnteredRow(late.pk, {21: 480})],
        by=noura,
        now=NOW,
        today=TODAY,
    )
    assert recorded.changed == 1
    assert attest(contract, noura).reference
    assert selectors.months_reopened_by(late) == []


def test_hours_of_a_month_attested_early_follow_whoever_comes_later(contract, noura):
    contract.ends_on = datetime.date(2026, 9, 10)
    contract.save()
    factories.make_month(contract, SEPTEMBER, 8)
    attest(contract, noura, today=datetime.date(2026, 9, 12))
    document(contract.establishment, noura, starts_on=datetime.date(2026, 9, 15))
    assert Timesheet.objects.get().status == "open"


def test_a_declaration_stays_when_the_contract_is_another_month_s_or_another_s(worked, noura, establishment):
    attest(worked, noura)
    document(establishment, noura, starts_on=datetime.date(2026, 10, 1))
    document(factories.make_establishment(), noura, starts_on=datetime.date(2026, 9, 20))
    assert Timesheet.objects.get().status == "attested"


def test_a_contract_that_is_refused_or_repeated_opens_nothing(worked, noura, establishment):
    attest(worked, noura)
    with pytest.raises(RowsRefused):
        document(establishment, noura, starts_on=datetime.date(2026, 9, 20), ends_on=datetime.date(2026, 9, 1))
    row = ContractRow(
        worked.contract_no,
        establishment.unified_number,
        worked.subscriber.national_id,
        worked.starts_on,
        worked.agreed_ends_on,
        Decimal("30.00"),
    )
    assert contracts.document_contracts([row], by=None, now=NOW, reopen_months=services.reopen_months).created == 0
    assert Timesheet.objects.get().status == "attested"


def test_closing_attests_what_is_open_and_leaves_what_is_declared(worked, noura):
    declared = attest(worked, noura)
    waiting, silent = factories.make_contract(), factories.make_contract()
    Timesheet.objects.create(establishment=waiting.establishment, month=SEPTEMBER)
    later = factories.at(datetime.date(2026, 10, 6))
    services.close_sheets(SEPTEMBER, now=later)
    sheets = {sheet.establishment_id: sheet for sheet in Timesheet.objects.filter(month=SEPTEMBER)}
    assert {sheet.status for sheet in sheets.values()} == {"closed"}
    own = sheets[worked.establishment_id]
    assert (own.attested_by, own.attested_at, own.reference) == (noura, NOW, declared.reference)
    for contract in (waiting, silent):
        sheet = sheets[contract.establishment_id]
        assert sheet.is_attested_by_system
        assert (sheet.attested_at, sheet.reference) == (later, f"H-202609-{sheet.pk:06d}")


def test_an_establishment_without_contracts_in_the_month_gets_no_sheet(establishment):
    factories.make_contract(establishment=establishment, starts_on=datetime.date(2026, 10, 1))
    services.close_sheets(SEPTEMBER, now=NOW)
    assert not Timesheet.objects.exists()


def test_closing_costs_the_same_for_any_number(django_assert_num_queries):
    for _ in range(5):
        factories.make_contract()
    with django_assert_num_queries(3):
        services.close_sheets(SEPTEMBER, now=NOW)
    assert Timesheet.objects.filter(status="closed").count() == 5
