"""What exchange files look like, what can be wrong with one before its rows are read, and text that is safe to open."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.scripts import FORMULA_STARTS

# Longer than anything a cell may hold; what is longer is an accident or an attack, and is not repeated in a message.
CELL_LENGTH = 500
ALL_COLUMNS = "*"


class FolderUnknown(DomainError):
    message = _("There is no folder “%(folder)s”")


class FolderWithoutFiles(DomainError):
    message = _("The folder “%(folder)s” has none of the files %(names)s")


class FileTwice(DomainError):
    message = _("The folder has %(first)s and %(second)s: one of the two must go")


class FileEmpty(DomainError):
    message = _("The file is empty")


class FileNotText(DomainError):
    message = _("The file is not text. Save it as “CSV UTF-8”")


class FileNotReadable(DomainError):
    message = _("The file cannot be read")


class QuotesDisordered(DomainError):
    message = _("A quotation mark is out of place; from here on the file was not read")


class ColumnMissing(DomainError):
    message = _("The first row does not name this column")


class ColumnTwice(DomainError):
    message = _("The first row names this column twice")


class HeaderRepeated(DomainError):
    message = _("The first row stands here again")


class TooManyCells(DomainError):
    message = _("The row has %(cells)s cells, the first row %(columns)s")


class CellMissing(DomainError):
    message = _("The cell is empty")


class CellTooLong(DomainError):
    message = _("The cell has %(length)s characters, at most %(limit)s are possible")


class CellNotUtf8(DomainError):
    message = _("The cell is not UTF-8. Save the file as “CSV UTF-8”")


class CellWithNul(DomainError):
    message = _("The cell contains a NUL character")


class WorkbookNotReadable(DomainError):
    message = _("The file is not an .xlsx workbook, or it is damaged")


class WorkbookLocked(DomainError):
    message = _("The workbook is protected by a password")


class WorkbookWithMacros(DomainError):
    message = _("The workbook contains macros. Save it as a plain .xlsx")


class WorkbookTooLarge(DomainError):
    message = _("Unpacked, the workbook would be larger than %(limit)s MiB. Save it as CSV")


class WorkbookSuspicious(DomainError):
    """Its directory announces what no spreadsheet program writes."""

    message = _("The workbook is packed in an unusual way and was not opened")


class Column(NamedTuple):
    """`is_required`: no cell may be empty. `is_optional`: the file may leave the whole column out."""

    name: str
    is_required: bool = True
    is_optional: bool = False


class Sheet(NamedTuple):
    name: str
    columns: tuple[Column, ...]


def _may_be_empty(name: str) -> Column:
    return Column(name, is_required=False)


def _may_be_absent(name: str) -> Column:
    return Column(name, is_required=False, is_optional=True)


ESTABLISHMENTS = Sheet("establishments", (Column("unified_number"), Column("name_ar"), _may_be_absent("name_en")))
SUBSCRIBERS = Sheet(
    "subscribers",
    (
        Column("national_id"),
        Column("full_name_ar"),
        _may_be_absent("full_name_en"),
        Column("birth_date"),
        # Empty says "never insured before" and decides the law, so that the column must be there.
        _may_be_empty("first_insured_on"),
        _may_be_absent("mobile"),
    ),
)
CONTRACTS = Sheet(
    "contracts",
    tuple(map(Column, ("contract_no", "unified_number", "national_id", "start_date", "end_date", "hourly_wage"))),
)
WAGE_CHANGES = Sheet("wage_changes", tuple(map(Column, ("contract_no", "effective_from", "hourly_wage"))))
HOURS = Sheet(
    "hours",
    (*map(Column, ("contract_no", "national_id", "work_date", "hours")), _may_be_absent("note")),
)
# In the order in which they are read: each may refer to the ones before it.
SHEETS = (ESTABLISHMENTS, SUBSCRIBERS, CONTRACTS, WAGE_CHANGES, HOURS)


class Member(NamedTuple):
    """What the directory of a packed workbook says of one member, in bytes."""

    name: str
    packed: int
    unpacked: int
    is_encrypted: bool


MIB = 1024 * 1024
_MEMBERS = 64
_FOLDER_MIB = 200
_RATIO = 100
_NESTED = (".zip", ".xlsx", ".xlsm", ".xls", ".7z", ".rar", ".gz")


def check_archive(members: list[Member], *, unpacked_mib: int = _FOLDER_MIB) -> None:
    """Refuses, from its directory alone, a workbook that would grow out of bounds or holds what a sheet never needs."""
    if any(member.is_encrypted for member in members):
        raise WorkbookLocked
    if any(member.name.casefold().endswith("vbaproject.bin") for member in members):
        raise WorkbookWithMacros
    if sum(member.unpacked for member in members) > unpacked_mib * MIB:
        raise WorkbookTooLarge(limit=unpacked_mib)
    is_bomb = any(member.unpacked > _RATIO * max(member.packed, 1) for member in members)
    is_nested = any(member.name.casefold().endswith(_NESTED) for member in members)
    if len(members) > _MEMBERS or is_bomb or is_nested:
        raise WorkbookSuspicious


def inert(text: str) -> str:
    """The text as a spreadsheet shows it and never runs it: what looks like a formula is quoted."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
