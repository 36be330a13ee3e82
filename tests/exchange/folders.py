"""Folders of exchange files, written from the rows that a test names."""

from pathlib import Path

from apps.common import clock
from apps.exchange.services import FolderRefused, import_folder

HEADERS = {
    "establishments": "unified_number,name_ar,name_en",
    "subscribers": "national_id,full_name_ar,full_name_en,birth_date,first_insured_on,mobile",
    "contracts": "contract_no,unified_number,national_id,start_date,end_date,hourly_wage",
    "wage_changes": "contract_no,effective_from,hourly_wage",
    "hours": "contract_no,national_id,work_date,hours,note",
}
ROWS = {
    "establishments": ["7001234561,مخبز السنابل,Sanabel Bakery"],
    "subscribers": ["1012345672,سارة الحربي,Sarah Alharbi,1995-03-14,2020-01-01,0512345678"],
    "contracts": ["K-1,7001234561,1012345672,2026-01-01,2026-12-31,30.00"],
    "wage_changes": ["K-1,2026-06-01,31.25"],
    "hours": ["K-1,1012345672,2026-09-01,8,", "K-1,1012345672,2026-09-02,7.5,جرد"],
}


def write(folder: Path, **rows: list[str]) -> Path:
    """A folder that can be taken in whole, with the rows of some of its files in place of the good ones."""
    folder.mkdir(exist_ok=True)
    for name, lines in {**ROWS, **rows}.items():
        (folder / f"{name}.csv").write_text("\n".join([HEADERS[name], *lines, ""]), encoding="utf-8")
    return folder


def take(folder: Path, **options):
    return import_folder(folder, now=clock.now(), **options)


def problems(folder: Path, **options) -> list[str]:
    """What is said against the folder, line by line; it is refused."""
    try:
        take(folder, **options)
    except FolderRefused as refused:
        return [str(problem) for problem in refused.problems]
    raise AssertionError("the folder was taken in")
