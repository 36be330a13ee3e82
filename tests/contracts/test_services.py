"""Documenting many contracts or one, changing wages, ending early."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from apps.common.errors import RowsRefused
from apps.common.periods import Month
from apps.contracts import rules, services
from apps.contracts.models import Contract, ContractWage
from apps.contracts.rules import ContractRow, WageRow
from apps.registry import rules as registry_rules
from apps.regulations.models import ClosedMonth
from apps.regulations.rules import MonthClosed
from apps.timesheets.services import reopen_months
from tests import factories

pytestmark = pytest.mark.django_db

JANUARY, DECEMBER = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)


@pytest.fixture
def subscriber():
    return factories.make_subscriber()


def row(establishment, subscriber, **overrides) -> ContractRow:
    fields = {
        "contract_no": "",
        "unified_number": establishment.unified_number,
        "national_id": subscriber.national_id,
        "starts_on": JANUARY,
        "ends_on": DECEMBER,
        "hourly_wage": Decimal("30.00"),
    }
    return ContractRow(**fields | overrides)


def document(*rows, by=None):
    return services.document_contracts(rows, by=by, now=timezone.now(), reopen_months=reopen_months)


def change(*rows, by=None):
    return services.change_wages(rows, by=by, now=timezone.now())


def end(contract, last_day, *, worked=()):
    return services.terminate_contract(
        contract_id=contract.pk,
        last_day=last_day,
        reason="انتهاء المشروع",
        by=None,
        now=timezone.now(),
        months_worked_after=lambda contract, day: worked,
    )


def refusals(call, *arguments) -> list[tuple[int, str, type]]:
    with pytest.raises(RowsRefused) as caught:
        call(*arguments)
    return [(fault.position, fault.field, type(fault.refusal)) for fault in caught.value.rows]


# One contract


def test_a_documented_contract_has_its_term_its_first_wage_and_who_made_it(establishment, subscriber, noura):
    found = document(row(establishment, subscriber), by=noura)
    contract = Contract.objects.get()
    assert found.ids == {contract.contract_no: contract.pk}
    assert found.created == 1
    assert contract.contract_no.startswith("C-2026-")
    assert (contract.starts_on, contract.ends_on, contract.agreed_ends_on) == (JANUARY, DECEMBER, DECEMBER)
    assert contract.created_by == noura
    wage = contract.wages.get()
    assert (wage.effective_from, wage.hourly_wage, wage.set_by) == (Month(2026, 1), Decimal("30.00"), noura)


def test_numbers_follow_each_other_and_pass_over_those_of_files(establishment):
    first, second = factories.make_subscriber(), factories.make_subscriber()
    (number,) = document(row(establishment, first)).ids
    serial = int(number[-6:])
    taken = f"C-2026-{serial + 1:06d}"
    document(row(establishment, second, contract_no=taken))
    (after,) = document(row(establishment, factories.make_subscriber())).ids
    assert int(after[-6:]) == serial + 2


def test_ids_in_other_digits_are_the_same_people(establishment, subscriber):
    arabic = subscriber.national_id.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    document(row(establishment, subscriber, national_id=f" {arabic}\n"))
    assert Contract.objects.get().subscriber == subscriber


def test_a_wage_under_the_floor_is_documented(establishment, subscriber):
    document(row(establishment, subscriber, hourly_wage=Decimal("5.00")))
    assert ContractWage.objects.get().hourly_wage == Decimal("5.00")


def test_a_contract_may_begin_before_the_first_month_of_the_portal(establishment, subscriber):
    document(row(establishment, subscriber, starts_on=datetime.date(2024, 3, 1), ends_on=datetime.date(2024, 9, 30)))
    assert Contract.objects.get().wages.get().effective_from == Month(2024, 3)


# What stands against it


@pytest.mark.parametrize(
    ("overrides", "field", "refusal"),
    [
        ({"ends_on": datetime.date(2025, 12, 31)}, "ends_on", rules.EndBeforeStart),
        ({"ends_on": datetime.date(2027, 1, 1)}, "ends_on", rules.TermTooLong),
        ({"hourly_wage": Decimal(0)}, "hourly_wage", rules.WageNotPositive),
        ({"hourly_wage": Decimal("30.001")}, "hourly_wage", rules.WageNotInHalalas),
        ({"unified_number": "7999999999"}, "unified_number", rules.EstablishmentUnknown),
        ({"unified_number": "1999999999"}, "unified_number", registry_rules.UnifiedNumberNotValid),
        ({"national_id": "1012345672"}, "national_id", rules.SubscriberUnknown),
        ({"national_id": "2123456788"}, "national_id", registry_rules.NotSaudi),
    ],
)
def test_a_wrong_row_is_refused_by_name_and_field(establishment, subscriber, overrides, field, refusal):
    assert refusals(document, row(establishment, subscriber, **overrides)) == [(0, field, refusal)]
    assert not Contract.objects.exists()


def test_every_fault_of_every_row_is_told_with_its_place(establishment, subscriber):
    child = factories.make_subscriber(birth_date=datetime.date(2011, 1, 2))
    found = refusals(
        document,
        row(establishment, subscriber),
        row(establishment, child, hourly_wage=Decimal(-1)),
        row(establishment, subscriber, starts_on=datetime.date(2026, 6, 1)),
    )
    assert found == [
        (1, "starts_on", rules.TooYoung),
        (1, "hourly_wage", rules.WageNotPositive),
        (2, "starts_on", rules.RowsOverlap),
    ]
    assert not Contract.objects.exists()


def test_a_contract_cannot_begin_in_a_closed_month(establishment, subscriber):
    ClosedMonth.objects.create(month=Month(2026, 1), closed_at=timezone.now())
    assert refusals(document, row(establishment, subscriber)) == [(0, "starts_on", MonthClosed)]
    document(row(establishment, subscriber, starts_on=datetime.date(2026, 2, 1)))


def test_the_same_person_cannot_have_two_contracts_on_one_day(establishment, subscriber):
    document(row(establishment, subscriber, ends_on=datetime.date(2026, 6, 30)))
    late = row(establishment, subscriber, starts_on=datetime.date(2026, 6, 30))
    assert refusals(document, late) == [(0, "starts_on", rules.ContractsOverlap)]
    document(late._replace(starts_on=datetime.date(2026, 7, 1)))
    document(late._replace(unified_number=factories.make_establishment().unified_number))


def test_a_long_contract_meets_every_later_one_inside_it(establishment, subscriber):
    inside = [
        row(establishment, subscriber, starts_on=day, ends_on=day) for day in (JANUARY.replace(month=4), DECEMBER)
    ]
    assert refusals(document, row(establishment, subscriber), *inside) == [
        (1, "starts_on", rules.RowsOverlap),
        (2, "starts_on", rules.RowsOverlap),
    ]


# The same again


def test_the_same_row_again_changes_nothing(establishment, subscriber):
    wanted = row(establishment, subscriber, contract_no="A-1")
    first, second = document(wanted), document(wanted)
    assert first.ids == second.ids
    assert (first.created, second.created) == (1, 0)


def test_a_recorded_number_with_other_facts_is_refused(establishment, subscriber):
    wanted = row(establishment, subscriber, contract_no="A-1")
    document(wanted)
    other = wanted._replace(hourly_wage=Decimal("31.00"))
    assert refusals(document, other) == [(0, "contract_no", rules.ContractRecordedOtherwise)]


def test_one_number_twice_in_a_file_is_refused(establishment, subscriber):
    rows = [row(establishment, person, contract_no="A-1") for person in (subscriber, factories.make_subscriber())]
    assert refusals(document, *rows) == [(1, "contract_no", rules.ContractRepeated)]


def test_thousands_cost_as_many_queries_as_one(establishment, django_assert_max_num_queries):
    people = [factories.make_subscriber() for _ in range(300)]
    with django_assert_max_num_queries(22):
        assert document(*(row(establishment, person) for person in people)).created == 300


# Wages


def test_a_wage_holds_from_its_month_on(establishment, contract, noura):
    assert change(WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal("35.50")), by=noura) == 1
    wage = contract.wages.get(effective_from=Month(2026, 11))
    assert (wage.hourly_wage, wage.set_by) == (Decimal("35.50"), noura)


def test_the_same_wages_again_change_nothing(contract):
    rows = [WageRow(contract.contract_no, datetime.date(2026, month, 1), Decimal(20 + month)) for month in (11, 12)]
    assert (change(*rows), change(*rows)) == (2, 0)


def test_a_wage_of_an_open_month_may_be_changed_again(contract):
    november = WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal("35.50"))
    change(november)
    change(november._replace(hourly_wage=Decimal("36.00")))
    assert contract.wages.get(effective_from=Month(2026, 11)).hourly_wage == Decimal("36.00")


def test_wages_are_judged_in_the_order_of_their_months(contract):
    november = WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal("40.00"))
    back = november._replace(effective_from=datetime.date(2026, 12, 1), hourly_wage=Decimal("30.00"))
    assert change(back, november) == 2
    assert [wage.hourly_wage for wage in contract.wages.order_by("effective_from")] == [30, 40, 30]


@pytest.mark.parametrize(
    ("day", "wage", "refusal"),
    [
        (datetime.date(2026, 11, 2), "31", rules.WageNotFromFirst),
        (datetime.date(2025, 12, 1), "31", rules.WageBeforeStart),
        (datetime.date(2026, 1, 1), "31", rules.WageBeforeStart),
        (datetime.date(2027, 1, 1), "31", rules.WageAfterEnd),
        (datetime.date(2026, 9, 1), "31", MonthClosed),
        (datetime.date(2026, 8, 1), "31", MonthClosed),
    ],
)
def test_a_wage_out_of_place_is_refused(contract, day, wage, refusal):
    ClosedMonth.objects.create(month=Month(2026, 9), closed_at=timezone.now())
    assert refusals(change, WageRow(contract.contract_no, day, Decimal(wage))) == [(0, "effective_from", refusal)]


def test_repeating_the_wage_of_a_closed_month_is_no_change(contract):
    ClosedMonth.objects.create(month=Month(2026, 9), closed_at=timezone.now())
    assert change(WageRow(contract.contract_no, datetime.date(2026, 9, 1), Decimal("30.00"))) == 0


def test_wages_of_unknown_contracts_and_repeated_ones_are_refused(contract):
    november = WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal(31))
    assert refusals(change, november._replace(contract_no="none"), november, november) == [
        (0, "contract_no", rules.ContractUnknown),
        (2, "effective_from", rules.WageRepeated),
    ]


@pytest.mark.parametrize("wages", [("30.00", "31.00"), ("31.00", "30.00"), ("30.00", "30.00")])
def test_two_wages_of_one_month_are_refused_in_any_order_and_each_time(contract, wages):
    rows = [WageRow(contract.contract_no, datetime.date(2026, 11, 1), Decimal(wage)) for wage in wages]
    for _ in range(2):
        assert refusals(change, *rows) == [(1, "effective_from", rules.WageRepeated)]


# Ending early


def test_an_ended_contract_is_in_force_up_to_its_last_day(contract):
    end(contract, datetime.date(2026, 10, 31))
    contract.refresh_from_db()
    assert contract.status == "terminated"
    assert (contract.ends_on, contract.agreed_ends_on) == (datetime.date(2026, 10, 31), DECEMBER)
    assert contract.termination_reason == "انتهاء المشروع"


def test_a_new_contract_may_follow_the_day_after(contract, establishment):
    end(contract, datetime.date(2026, 10, 31))
    document(row(establishment, contract.subscriber, starts_on=datetime.date(2026, 11, 1)))


def test_an_ended_contract_cannot_end_again(contract):
    end(contract, datetime.date(2026, 10, 31))
    with pytest.raises(rules.AlreadyTerminated):
        end(contract, datetime.date(2026, 10, 30))


@pytest.mark.parametrize("last_day", [datetime.date(2025, 12, 31), datetime.date(2027, 1, 1)])
def test_the_last_day_lies_in_the_term(contract, last_day):
    with pytest.raises(rules.LastDayOutsideTerm):
        end(contract, last_day)


def test_the_last_day_cannot_lie_in_a_closed_month(contract):
    ClosedMonth.objects.create(month=Month(2026, 9), closed_at=timezone.now())
    with pytest.raises(MonthClosed):
        end(contract, datetime.date(2026, 9, 30))
    end(contract, datetime.date(2026, 10, 1))


def test_hours_after_the_last_day_block_the_end_and_are_named(contract):
    with pytest.raises(rules.HoursAfterLastDay) as caught:
        end(contract, datetime.date(2026, 10, 15), worked=[Month(2026, 10)])
    assert caught.value.months == [Month(2026, 10)]
    contract.refresh_from_db()
    assert contract.status == "active"
