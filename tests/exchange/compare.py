"""An export beside the results of an independent calculation, row by row."""

import csv
from operator import itemgetter
from pathlib import Path

# invoice_lines.csv names the establishment there and the invoice here; numbers and states cannot be known in advance.
FILES = ("accruals.csv", "subscribers.csv", "invoices.csv", "invoice_lines.csv")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def differences(expected: Path, exported: Path) -> dict[str, list[str]]:
    """File → what is missing (`-`) and what is too much (`+`), in the columns that both know; {} when all is equal."""
    establishment_of = {row["invoice_no"]: row["unified_number"] for row in read(exported / "invoices.csv")}
    found = {}
    for name in FILES:
        wanted, got = read(expected / name), read(exported / name)
        columns = list(wanted[0])
        if "unified_number" in columns and name == "invoice_lines.csv":
            for row in got:
                row["unified_number"] = establishment_of[row["invoice_no"]]
        pick = itemgetter(*columns)
        wanted_rows, got_rows = sorted(map(pick, wanted)), sorted(map(pick, got))
        if wanted_rows != got_rows:
            missing = [f"- {','.join(row)}" for row in set(wanted_rows) - set(got_rows)]
            extra = [f"+ {','.join(row)}" for row in set(got_rows) - set(wanted_rows)]
            found[name] = sorted([*missing, *extra]) or ["rows are repeated"]
    return found
