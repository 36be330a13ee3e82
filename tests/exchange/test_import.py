"""A folder of exchange files is taken in whole, or not at all and with every reason."""

import datetime
from decimal import Decimal

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from apps.common.periods import Month
from apps.contracts.models import Contract, ContractWage
from apps.exchange.services import FolderRefused
from apps.registry.models import Establishment, Subscriber
from apps.regulations.services import freeze_month
from apps.timesheets.models import HoursEntry, MonthTotal
from tests import factories
from tests.exchange import folders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def books() -> tuple[int, ...]:
    models = (Establishment, Subscriber, Contract, ContractWage, HoursEntry, MonthTotal)
    return tuple(model.objects.count() for model in models)


def test_a_folder_is_taken_in_whole(tmp_path):
    taken = folders.take(folders.write(tmp_path))

    assert [tuple(each) for each in taken] == [
        ("establishments.csv", 1, 1, 0),
        ("subscribers.csv", 1, 1, 0),
        ("contracts.csv", 1, 1, 0),
        ("wage_changes.csv", 1, 0, 1),
        ("hours.csv", 2, 2, 0),
    ]
    subscriber = Subscriber.objects.get()
    assert (subscriber.national_id, subscriber.mobile) == ("1012345672", "+966512345678")
    assert (subscriber.birth_date, subscriber.first_insured_on) == (
        datetime.date(1995, 3, 14),
        datetime.date(2020, 1, 1),
    )
    contract = Contract.objects.get(contract_no="K-1")
    assert dict(contract.wages.values_list("effective_from", "hourly_wage")) == {
        Month(2026, 1): Decimal("30.00"),
        Month(2026, 6): Decimal("31.25"),
    }
    hours = HoursEntry.objects.order_by("work_date").values_list("work_date", "minutes", "note")
    assert list(hours) == [(datetime.date(2026, 9, 1), 480, ""), (datetime.date(2026, 9, 2), 450, "جرد")]
    assert MonthTotal.objects.get().minutes == 930


def test_the_same_folder_again_changes_nothing(tmp_path):
    folders.take(folders.write(tmp_path))
    stamps = list(HoursEntry.objects.order_by("pk").values_list("pk", "entered_at"))

    taken = folders.take(tmp_path)

    assert not any(each.added or each.changed for each in taken)
    assert list(HoursEntry.objects.order_by("pk").values_list("pk", "entered_at")) == stamps


def test_what_differs_is_changed_where_it_may(tmp_path):
    folders.take(folders.write(tmp_path))

    taken = folders.take(
        folders.write(
            tmp_path,
            establishments=["7001234561,مخبز السنابل,Sanabel Bakeries"],
            hours=["K-1,1012345672,2026-09-01,6,", "K-1,1012345672,2026-09-02,7.5,جرد"],
        )
    )

    assert {each.file: each.changed for each in taken if each.changed} == {"establishments.csv": 1, "hours.csv": 1}
    assert Establishment.objects.get().name_en == "Sanabel Bakeries"
    assert MonthTotal.objects.get().minutes == 810


def test_what_decides_over_law_age_or_contract_cannot_be_changed_by_a_file(tmp_path):
    folders.take(folders.write(tmp_path))

    (problem,) = folders.problems(folders.write(tmp_path, subscribers=["1012345672,سارة الحربي,,1995-03-14,,"]))
    assert problem.startswith("subscribers.csv:2: first_insured_on: The person is recorded with 1 January 2020.")

    other_term = ["K-1,7001234561,1012345672,2026-01-01,2026-11-30,30.00"]
    (problem,) = folders.problems(folders.write(tmp_path, contracts=other_term))
    assert problem == "contracts.csv:2: contract_no: Contract K-1 is already recorded with other facts"


def test_two_changes_of_one_wage_both_hold(tmp_path):
    changes = ["K-1,2026-09-01,30.00", "K-1,2026-06-01,40.00"]
    folders.take(folders.write(tmp_path, wage_changes=changes))
    wages = dict(Contract.objects.get().wages.values_list("effective_from", "hourly_wage"))
    assert wages[Month(2026, 6)] == Decimal("40.00")
    assert wages[Month(2026, 9)] == Decimal("30.00")
    assert not any(each.changed for each in folders.take(tmp_path))


def test_a_dry_run_counts_the_same_and_writes_nothing(tmp_path):
    folder = folders.write(tmp_path)
    counted = folders.take(folder, is_dry=True)
    assert books() == (0,) * 6
    assert counted == folders.take(folder)


def test_columns_come_in_any_order_and_unknown_ones_are_passed_over(tmp_path):
    folder = folders.write(tmp_path)
    (folder / "hours.csv").write_text(
        "\ufeffHours,colour,work_date, NATIONAL_ID ,contract_no\n8,red,2026-09-01,1012345672,K-1\n", encoding="utf-8"
    )
    folders.take(folder)
    assert HoursEntry.objects.get().minutes == 480


def test_arabic_and_persian_digits_are_read(tmp_path):
    folders.take(
        folders.write(
            tmp_path,
            establishments=["٧٠٠١٢٣٤٥٦١,مخبز السنابل,"],
            subscribers=["۱۰۱۲۳۴۵۶۷۲,سارة الحربي,,١٩٩٥-٠٣-١٤,٠١/٠١/٢٠٢٠,٠٥١٢٣٤٥٦٧٨"],
            contracts=["K-١,7001234561,١٠١٢٣٤٥٦٧٢,٢٠٢٦-٠١-٠١,2026-12-31,١٬٠٠٠٫٥٠"],
            wage_changes=[],
            hours=["K-۱,1012345672,٢٠٢٦-٠٩-٠١,٧:٣٠,", "K-1,1012345672,2026-09-02,٧٫٥,"],
        )
    )
    assert ContractWage.objects.get().hourly_wage == Decimal("1000.50")
    assert list(HoursEntry.objects.order_by("pk").values_list("minutes", flat=True)) == [450, 450]


def test_every_fault_of_every_file_is_told_and_nothing_is_written(tmp_path):
    found = folders.problems(
        folders.write(
            tmp_path,
            establishments=["7001234561,مخبز السنابل,", "6001234561,متجر,"],
            subscribers=[
                *folders.ROWS["subscribers"],
                "1000000008,فلان,,2026-02-30,,",
                "2123456788,فلان,,1990-01-01,,",
            ],
            contracts=[*folders.ROWS["contracts"], "K-2,7001234561,1012345672,2026-06-01,2026-07-01,30"],
            wage_changes=["K-1,2026-06-15,31.25"],
            hours=["K-1,1012345672,2026-09-01,12.25,", "K-1,1098765439,2026-09-02,8,", "K-9,1012345672,2026-09-02,8,"],
        )
    )
    assert [": ".join(line.split(": ")[:2]) for line in found] == [
        "establishments.csv:3: unified_number",
        "subscribers.csv:3: birth_date",
        "subscribers.csv:4: national_id",
        "contracts.csv:3: start_date",
        "wage_changes.csv:2: effective_from",
        "hours.csv:2: hours",
        "hours.csv:3: national_id",
        "hours.csv:4: contract_no",
    ]
    assert books() == (0,) * 6


def test_rows_that_refer_to_a_refused_one_are_counted_and_not_blamed(tmp_path):
    folder = folders.write(tmp_path, subscribers=["1012345672,سارة الحربي,,1447-07-12,,"])
    with pytest.raises(FolderRefused) as refused:
        folders.take(folder)
    (problem,) = map(str, refused.value.problems)
    assert problem.startswith("subscribers.csv:2: birth_date: Is this a Hijri date?")
    assert "01/01/2026" in problem
    assert refused.value.unchecked_rows == 1 + 1 + 2


def test_a_row_without_its_name_is_told_alone(tmp_path):
    folder = folders.write(tmp_path, subscribers=["1012345672,,,1995-03-14,,"])
    assert folders.problems(folder) == ["subscribers.csv:2: full_name_ar: The cell is empty"]


def test_every_fault_of_one_row_is_told(tmp_path):
    bad = ["1012345673,سارة 😀,,1995-13-14,soon,12"]
    folder = folders.write(tmp_path, subscribers=bad, contracts=[], wage_changes=[], hours=[])
    assert [problem.split(": ")[1] for problem in folders.problems(folder)] == [
        "national_id",
        "full_name_ar",
        "birth_date",
        "first_insured_on",
        "mobile",
    ]


def test_files_that_need_an_unreadable_one_are_named_and_not_blamed(tmp_path):
    folder = folders.write(tmp_path, hours=[])
    (folder / "subscribers.csv").write_text("national_id,full_name_ar\n", encoding="utf-8")
    with pytest.raises(FolderRefused) as refused:
        folders.take(folder)
    assert [str(problem).rsplit(": ", 1)[0] for problem in refused.value.problems] == [
        "subscribers.csv:1: birth_date",
        "subscribers.csv:1: first_insured_on",
    ]
    assert refused.value.unchecked_files == ["contracts.csv", "wage_changes.csv", "hours.csv"]


@pytest.mark.parametrize(
    ("hours", "refused"),
    [
        ("8.333", True),
        ("8,5", True),
        ('"8,5"', False),
        ("8:30", False),
        ("-1", True),
        ("-0", False),
        ("1e2", True),
        ("NaN", True),
        ("0x8", True),
        ("²", True),
        ("1_0", True),
        ("٨٬٠٠٠", True),
        ("８", True),
        ("8٨", True),
        ("8\u200f", False),
        ("8\u061c", False),
        ("\u00a08", False),
        ("12.25", True),
        ("", True),
        ("-", True),
        ("7.10", True),
    ],
)
def test_hours_are_read_or_refused_in_their_cell(tmp_path, hours, refused):
    folder = folders.write(tmp_path, hours=[f"K-1,1012345672,2026-09-01,{hours},"])
    if refused:
        assert folders.problems(folder)[0].startswith("hours.csv:2: ")
    else:
        folders.take(folder)


@pytest.mark.parametrize(
    "national_id", ["101234567", "10123456722", "10123456a2", "3012345672", "1012345673", "1111111111", "1٠12345672"]
)
def test_a_national_id_that_is_none_is_refused_without_naming_anybody(tmp_path, national_id):
    folder = folders.write(
        tmp_path, subscribers=[f"{national_id},سارة الحربي,,1995-03-14,,"], contracts=[], hours=[], wage_changes=[]
    )
    (problem,) = folders.problems(folder)
    assert problem.startswith("subscribers.csv:2: national_id: ")
    assert "سارة" not in problem


@pytest.mark.parametrize("national_id", ["١٠١٢٣٤٥٦٧٢", " 1012345672 ", "1012345672\u200b", '"1012345672\n"'])
def test_a_national_id_is_one_person_however_it_is_typed(tmp_path, national_id):
    subscribers = [*folders.ROWS["subscribers"], f"{national_id},سارة الحربي,,1995-03-14,2020-01-01,"]
    (problem,) = folders.problems(folders.write(tmp_path, subscribers=subscribers))
    assert problem == "subscribers.csv:3: national_id: 1012345672 stands in an earlier row already"


@pytest.mark.parametrize(
    "day", ["2026-02-30", "31/04/2026", "2026-13-01", "0001-01-01", "9999-12-31", "1447-07-12", "2026-09", "soon"]
)
def test_a_day_that_is_none_is_refused_in_its_cell(tmp_path, day):
    folder = folders.write(tmp_path, hours=[f"K-1,1012345672,{day},8,"])
    (problem,) = folders.problems(folder)
    assert problem.startswith("hours.csv:2: work_date: ")


@pytest.mark.parametrize("wage", ["0", "-5", "0.001", "1e15", "ريال", "1000000000000000", "1.005"])
def test_an_amount_that_is_none_is_refused_in_its_cell(tmp_path, wage):
    folder = folders.write(
        tmp_path, contracts=[f"K-1,7001234561,1012345672,2026-01-01,2026-12-31,{wage}"], wage_changes=[], hours=[]
    )
    (problem,) = folders.problems(folder)
    assert problem.startswith("contracts.csv:2: hourly_wage: ")


@pytest.mark.parametrize("name", ["", "  ", "سارة\u202e", "سارة 😀", "س" * 151, "س" * 20_000, "=1+1\x01", "سا\ue000رة"])
def test_a_name_that_cannot_be_kept_is_refused(tmp_path, name):
    folder = folders.write(
        tmp_path, subscribers=[f"1012345672,{name},,1995-03-14,,"], contracts=[], wage_changes=[], hours=[]
    )
    (problem,) = folders.problems(folder)
    assert problem.startswith("subscribers.csv:2: full_name_ar: ")
    assert len(problem) < 200


def test_a_month_takes_exactly_its_limit(tmp_path):
    full = [f"K-1,1012345672,2026-09-{day:02d},9.5," for day in range(1, 11)]
    folders.take(folders.write(tmp_path, hours=full))
    assert MonthTotal.objects.get().minutes == 5700
    (problem,) = folders.problems(folders.write(tmp_path, hours=[*full, "K-1,1012345672,2026-09-11,0.25,"]))
    assert problem.startswith("hours.csv:12: ")
    assert "95" in problem


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-10-21", "future"),
        ("2026-10-26", "outside the contract"),
        ("2024-06-30", "July 2024"),
        ("2026-08-31", "closed"),
    ],
)
def test_a_day_that_takes_no_hours_is_refused_with_the_rule(tmp_path, day, said):
    contracts = {"contracts": ["K-1,7001234561,1012345672,2026-01-01,2026-10-25,30.00"]}
    folders.take(folders.write(tmp_path, **contracts))
    freeze_month(month=Month(2026, 8), now=factories.at(datetime.date(2026, 9, 6)))
    (problem,) = folders.problems(folders.write(tmp_path, **contracts, hours=[f"K-1,1012345672,{day},8,"]))
    assert problem.startswith("hours.csv:2: work_date: ")
    assert said in problem


def test_the_same_day_twice_is_refused_even_when_it_says_the_same(tmp_path):
    row = folders.ROWS["hours"][0]
    (problem,) = folders.problems(folders.write(tmp_path, hours=[row, row]))
    assert problem.startswith("hours.csv:3: work_date: ")


def test_past_months_are_loaded_after_the_employers_last_day(tmp_path):
    folders.take(folders.write(tmp_path, hours=["K-1,1012345672,2026-01-31,8,"]))
    assert HoursEntry.objects.get().work_date == datetime.date(2026, 1, 31)


def test_workbooks_are_read_like_csv(tmp_path):
    folder = folders.write(tmp_path)
    (folder / "hours.csv").unlink()
    (folder / "contracts.csv").unlink()
    contracts, hours = openpyxl.Workbook(), openpyxl.Workbook()
    contracts.active.append(folders.HEADERS["contracts"].split(","))
    contracts.active.append(
        ["K-1", 7001234561, 1012345672, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), 30.1]
    )
    contracts.save(folder / "contracts.xlsx")
    hours.active.append(folders.HEADERS["hours"].split(","))
    hours.active.append(["K-1", "1012345672", "2026-09-01", 7.5, "=note"])
    hours.active.append([])
    hours.active.append(["K-1", 1012345672, datetime.date(2026, 9, 2), datetime.time(7, 30)])
    hours.active.append(["K-1", 1012345672, datetime.date(2026, 9, 3), datetime.timedelta(hours=8)])
    hours.save(folder / "hours.xlsx")

    folders.take(folder)

    assert list(HoursEntry.objects.order_by("work_date").values_list("minutes", flat=True)) == [450, 450, 480]
    assert ContractWage.objects.order_by("effective_from").first().hourly_wage == Decimal("30.10")


def test_the_line_of_a_workbook_is_the_row_of_its_sheet(tmp_path):
    folder = folders.write(tmp_path)
    (folder / "hours.csv").unlink()
    book = openpyxl.Workbook()
    book.active.append(folders.HEADERS["hours"].split(","))
    book.active["A9"], book.active["B9"], book.active["C9"] = "K-1", "1012345672", "2026-09-01"
    book.save(folder / "hours.xlsx")
    assert folders.problems(folder) == ["hours.xlsx:9: hours: The cell is empty"]


def test_only_the_first_faults_are_listed_and_the_rest_is_counted(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    hours = [f"K-1,1012345672,2026-09-01,{text}," for text in ["x"] * 1200]
    folder = folders.write(tmp_path, hours=hours)
    with pytest.raises(CommandError, match="1200"):
        call_command("import_data", str(folder))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "hours.csv:2: hours: “x” is not understood. Write 7.5 or 7:30"
    assert len(lines) == 1001
    assert lines[-1] == "and 200 more faults"
    assert books() == (0,) * 6


def test_faults_are_told_in_arabic_where_the_terminal_is(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "ar")
    folder = folders.write(tmp_path)
    (folder / "establishments.csv").write_bytes(b"unified_number,name_ar\n7001234561," + "مخبز".encode("cp1256"))
    with pytest.raises(CommandError, match="لم يُستورد شيء"):
        call_command("import_data", str(folder))
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "establishments.csv:2: name_ar: الخلية ليست بترميز UTF-8. احفظ الملف بصيغة «CSV UTF-8»"


@pytest.mark.parametrize(
    ("variables", "word"), [({"LANG": "ar_SA.UTF-8"}, "لم يُكتب"), ({"LANG": "C.UTF-8"}, "Dry run")]
)
def test_the_command_speaks_the_terminals_language(tmp_path, capsys, monkeypatch, variables, word):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    call_command("import_data", str(folders.write(tmp_path)), "--dry-run")
    assert word in capsys.readouterr().out


def test_the_command_says_what_it_did_not_read(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    folder = folders.write(tmp_path)
    (folder / "payments.csv").write_text("reference\n", encoding="utf-8")
    call_command("import_data", str(folder))
    assert capsys.readouterr().err == "payments.csv was not read: this command does not take it in\n"
    call_command("import_data", str(folder))
    assert "Nothing changed" in capsys.readouterr().out


def test_a_folder_without_any_of_the_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match=r"hours\.csv"):
        call_command("import_data", str(tmp_path / "empty"))
    with pytest.raises(CommandError, match="no folder"):
        call_command("import_data", str(tmp_path / "nowhere"))


def test_two_files_of_one_sheet_are_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    folder = folders.write(tmp_path)
    (folder / "hours.xlsx").write_bytes(b"")
    with pytest.raises(CommandError, match=r"hours\.csv and hours\.xlsx"):
        call_command("import_data", str(folder))
