"""The books leave as files: columns and order as agreed, text that stays text, whole files or none."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from apps.common.periods import Month
from apps.exchange.documents import write_folder
from tests import factories
from tests.exchange.compare import read

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def two_closed_months():
    """One person with 80 hours in August and 12 in September, under contract number =A-1."""
    contract = factories.make_contract(contract_no="=A-1", establishment=factories.make_establishment())
    factories.make_month(contract, Month(2026, 8), 80)
    factories.make_month(contract, Month(2026, 9), 12)
    factories.make_subscriber()
    for month in ("2026-08", "2026-09"):
        call_command("close_month", month, "--inline", "--issue-date", "2026-10-06")
    return contract


def text(path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_file_has_its_columns_and_rows(two_closed_months, tmp_path):
    write_folder(tmp_path, month=None, today=datetime.date(2026, 10, 15))

    subscriber, establishment = two_closed_months.subscriber, two_closed_months.establishment
    assert text(tmp_path / "accruals.csv") == (
        "period,contract_no,worked_minutes,carried_in_minutes,days,carried_out_minutes,lapsed_minutes\n"
        "2026-08,'=A-1,4800,0,10,0,0\n"
        "2026-09,'=A-1,720,0,1,240,0\n"
    )
    assert text(tmp_path / "subscribers.csv") == (
        "national_id,billed_days,credited_days,months,remaining_days,paid_days\n"
        f"{subscriber.national_id},11,11,0,11,0\n"
        f"{factories.national_id(2)},0,0,0,0,0\n"
    )
    assert text(tmp_path / "invoices.csv") == (
        "invoice_no,unified_number,period,issued_on,due_on,employer_share,subscriber_share,total,open_amount,status\n"
        f"FW-2026-000001,{establishment.unified_number},2026-08,2026-10-06,2026-09-15,"
        "264.00,216.00,480.00,480.00,overdue\n"
        f"FW-2026-000002,{establishment.unified_number},2026-09,2026-10-06,2026-10-15,"
        "26.40,21.60,48.00,48.00,issued\n"
    )
    assert text(tmp_path / "invoice_lines.csv") == (
        "invoice_no,contract_no,period,days,daily_wage,contributory_wage,annuities_employer,annuities_subscriber,"
        "hazards_employer,saned_employer,saned_subscriber,total\n"
        "FW-2026-000001,'=A-1,2026-08,10,240.00,2400.00,216.00,216.00,48.00,0.00,0.00,480.00\n"
        "FW-2026-000002,'=A-1,2026-09,1,240.00,240.00,21.60,21.60,4.80,0.00,0.00,48.00\n"
    )


def test_a_period_narrows_accruals_and_invoices_and_leaves_subscribers_whole(two_closed_months, tmp_path, capsys):
    call_command("export_data", str(tmp_path / "new" / "folder"), "--period", "2026-09")
    folder = tmp_path / "new" / "folder"
    for name in ("accruals.csv", "invoices.csv", "invoice_lines.csv"):
        assert [row["period"] for row in read(folder / name)] == ["2026-09"]
    assert read(folder / "subscribers.csv")[0]["billed_days"] == "11"
    assert sorted(path.name for path in folder.iterdir()) == [
        "accruals.csv",
        "invoice_lines.csv",
        "invoices.csv",
        "subscribers.csv",
    ]
    assert "accruals.csv        rows 1" in capsys.readouterr().out


def test_empty_books_give_files_with_heads_alone(tmp_path):
    call_command("export_data", str(tmp_path))
    assert {len(text(path).splitlines()) for path in tmp_path.iterdir()} == {1}


def test_a_fault_half_way_leaves_the_earlier_files_as_they_were(two_closed_months, tmp_path):
    (tmp_path / "accruals.csv").write_text("of yesterday", encoding="utf-8")

    def break_down(name, rows):
        if name == "invoices.csv":
            raise RuntimeError
        return rows

    with pytest.raises(RuntimeError):
        write_folder(tmp_path, month=None, today=datetime.date(2026, 10, 15), watch=break_down)
    assert [path.name for path in tmp_path.iterdir()] == ["accruals.csv"]
    assert text(tmp_path / "accruals.csv") == "of yesterday"


@pytest.mark.parametrize("period", ["2026-13", "2026-1", "٢٠٢٦-٠١", "soon"])
def test_a_period_that_is_none_is_refused(tmp_path, period):
    with pytest.raises(CommandError, match="is not a month"):
        call_command("export_data", str(tmp_path), "--period", period)


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("export_data", str(tmp_path / "file"))
