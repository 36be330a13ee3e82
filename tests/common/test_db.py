"""Months and amounts in the database, locks that are waited for, and rows that arrive in bulk."""

import threading
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from apps.common import db
from apps.common.db import MonthField
from apps.common.periods import Month
from apps.contracts.models import ContractWage
from apps.registry.models import Establishment
from apps.timesheets.models import Timesheet
from tests import factories


@pytest.mark.django_db
def test_a_month_is_a_month_in_python_and_its_first_day_in_the_database():
    sheet = Timesheet.objects.create(establishment=factories.make_establishment(), month=Month(2026, 9))
    sheet.refresh_from_db()
    assert sheet.month == Month(2026, 9)
    with connection.cursor() as cursor:
        cursor.execute("SELECT month::text FROM timesheets_timesheet")
        assert cursor.fetchone() == ("2026-09-01",)
    assert Timesheet.objects.filter(month__lt=Month(2026, 10), month__gte="2026-09").exists()


@pytest.mark.parametrize("text", ["2026-13", "September", ""])
def test_a_month_field_takes_no_other_text(text):
    with pytest.raises(ValidationError):
        MonthField().to_python(text)


@pytest.mark.django_db
def test_rows_arrive_by_copy_whatever_is_written_in_them():
    names = ["سنابل\tالقمح", "سطر\nآخر", "ظهر\\خط", "r\rn", r"\N", "😀"]
    rows = [(f"70000000{number:02d}", name, "", "key") for number, name in enumerate(names)]
    columns = ("unified_number", "name_ar", "name_en", "search_key")
    assert db.copy_rows("registry_establishment", columns, iter(rows)) == len(names)
    assert list(Establishment.objects.order_by("unified_number").values_list("name_ar", flat=True)) == names


@pytest.mark.django_db
def test_rows_without_a_value_stand_among_others():
    names = ["None", None, "ظهر\\خط", "نخيل"]
    rows = [(factories.make_subscriber().pk, Month(2026, 9).first_day, name or "", name) for name in names]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE notes (subscriber bigint, month date, said text, note text)")
    assert db.copy_rows("notes", ("subscriber", "month", "said", "note"), rows) == len(names)
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM notes ORDER BY subscriber")
        assert [note for (note,) in cursor] == names


@pytest.mark.django_db
def test_amounts_arrive_in_halalas_and_are_read_in_them():
    contract = factories.make_contract()
    ContractWage.objects.all().delete()
    wages = {Month(2026, number): halalas for number, halalas in enumerate([1, 10, 625, 123_450, 99_999_999_999], 1)}
    db.copy_rows(
        ContractWage._meta.db_table,
        ("contract_id", "effective_from", "hourly_wage"),
        ((contract.pk, month.first_day, halalas) for month, halalas in wages.items()),
        halalas=["hourly_wage"],
    )
    found = ContractWage.objects.order_by("effective_from")
    assert [str(row.hourly_wage) for row in found] == ["0.01", "0.10", "6.25", "1234.50", "999999999.99"]
    assert db.tuples(found.values_list("contract_id", db.in_halalas("hourly_wage", "hourly_wage"))) == [
        (contract.pk, 2 * halalas) for halalas in wages.values()
    ]


@pytest.mark.django_db
def test_constraints_hold_for_rows_that_arrive_by_copy():
    columns = ("unified_number", "name_ar", "name_en", "search_key")
    with pytest.raises(IntegrityError):
        db.copy_rows("registry_establishment", columns, [("1", "منشأة", "", "")])


@pytest.mark.django_db
def test_a_large_query_comes_row_by_row():
    for _ in range(3):
        factories.make_establishment()
    with db.streamed("SELECT unified_number FROM registry_establishment WHERE name_en LIKE %s", ["Palms%"]) as rows:
        assert len(list(rows)) == 3


@pytest.mark.django_db
def test_an_amount_keeps_two_places():
    contract = factories.make_contract(hourly_wage="23.5")
    assert str(contract.wages.get().hourly_wage) == "23.50"
    assert contract.wages.get().hourly_wage == Decimal("23.50")


def holds_up(first: bool, second: bool) -> bool:
    """Whether a lock (shared or not) that is held keeps a second one waiting."""
    waited = []

    def ask():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
                db.lock("test", shared=second)
            waited.append(False)
        except DatabaseError:
            waited.append(True)
        finally:
            connection.close()

    with transaction.atomic():
        db.lock("test", shared=first)
        other = threading.Thread(target=ask)
        other.start()
        other.join()
    return waited == [True]


@pytest.mark.django_db(transaction=True)
def test_who_holds_a_lock_alone_keeps_everybody_waiting_and_shared_holders_only_him():
    assert holds_up(first=False, second=False)
    assert holds_up(first=False, second=True)
    assert holds_up(first=True, second=False)
    assert not holds_up(first=True, second=True)
