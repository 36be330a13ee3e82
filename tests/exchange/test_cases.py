"""Two folders whose months an independent calculation has worked out: everything comes out equal, to the halala."""

from pathlib import Path

import pytest
from django.core.management import call_command

from apps.invoices.models import Invoice, InvoiceLine
from tests.exchange.compare import FILES, differences, read

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request):
    return request.param


@pytest.mark.django_db(transaction=True)
def test_an_independent_calculation_comes_to_the_same(case, tmp_path, capsys):
    call_command("import_data", str(case / "in"))
    for month in (case / "months.txt").read_text().split():
        call_command("close_month", month, "--inline")
    call_command("export_data", str(tmp_path))
    assert differences(case / "expected", tmp_path) == {}
    orders = {"accruals.csv": ("period", "contract_no"), "subscribers.csv": ("national_id",)}
    orders |= {"invoices.csv": ("invoice_no",), "invoice_lines.csv": ("invoice_no", "contract_no")}
    for name in FILES:
        keys = [tuple(row[column] for column in orders[name]) for row in read(tmp_path / name)]
        assert keys == sorted(set(keys))
    capsys.readouterr()

    call_command("import_data", str(case / "in"))
    assert "Nothing changed" in capsys.readouterr().out

    invoices, lines = Invoice.objects.count(), InvoiceLine.objects.count()
    call_command("close_month", month, "--inline")
    assert (Invoice.objects.count(), InvoiceLine.objects.count()) == (invoices, lines)


def test_the_comparison_sees_a_single_halala(case, tmp_path):
    for name in FILES:
        rows = read(case / "expected" / name)
        numbered = name in ("invoices.csv", "invoice_lines.csv")
        lines = [",".join([*rows[0], "invoice_no"] if numbered else rows[0])]
        lines += [",".join([*row.values(), row["unified_number"]] if numbered else row.values()) for row in rows]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    assert differences(case / "expected", tmp_path) == {}
    text = (tmp_path / "invoice_lines.csv").read_text()
    total = read(case / "expected" / "invoice_lines.csv")[0]["total"]
    (tmp_path / "invoice_lines.csv").write_text(text.replace(f",{total},", f",{total[:-1]}x,", 1))
    assert list(differences(case / "expected", tmp_path)) == ["invoice_lines.csv"]
