"""Files that establishments upload: what may come in at all, what can be wrong with a row, and the moves of a file.

What a file is follows from its content. Its name is repeated to people, must have a known ending, and at most explains
why a file could not be read.
"""

import datetime
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.common.scripts import plain_text
from apps.exchange.choices import Stage
from apps.exchange.rules import MIB, FileEmpty, FileNotReadable, WorkbookLocked, WorkbookNotReadable

LARGEST_MIB = 10
UNPACKED_MIB = 20
# What one file may hold, and from how many rows on it is work for the background.
MOST_ROWS = 5000
FARTHEST_ROW = 20_000
ROWS_AT_ONCE = 500
NAME_LENGTH = 150
SUFFIXES = (".xlsx", ".csv", ".txt", ".tsv")
# Files and their rows hold names and IDs: nobody needs them longer.
KEPT = datetime.timedelta(days=7)
# So often may work on a file break off before it is given up.
ATTEMPTS = 3


class FileMissing(DomainError):
    message = _("No file was chosen")


class FileTooLarge(DomainError):
    message = _("The file is larger than %(limit)s MB. Split it, or save it as CSV")


class FileKindUnknown(DomainError):
    message = _("This is neither an Excel workbook (.xlsx) nor a CSV file")


class WorkbookOld(DomainError):
    message = _("This is a workbook of an old kind (.xls). Save it as .xlsx")


class NameUnfit(DomainError):
    message = _("The name of the file holds hidden or unknown characters, or is too long. Rename the file")


class RowsTooMany(DomainError):
    message = _("The file has more than %(limit)s rows. Split it into several files and import them one after another")


class RowsMissing(DomainError):
    message = _("The file has no rows below the names of its columns")


class ColumnsUnknown(DomainError):
    """No row names the columns that are needed; `needed` says which."""

    message = _("No row of the file names its columns. Needed are: %(needed)s. The template has them")


class ColumnAgain(DomainError):
    message = _("Two columns have the same meaning: %(first)s and %(second)s. Delete one of them")


class CellsMerged(DomainError):
    message = _("The cells %(range)s are merged. Separate them and fill in each of them")


class PersonMissing(DomainError):
    message = _("The row names nobody: write the national ID or the contract number")


class PersonUnknown(DomainError):
    """Also said of people whom only other establishments know."""

    message = _("Nobody with the national ID %(value)s has a contract here in %(month)s")


class ContractNotHere(DomainError):
    message = _("There is no contract %(value)s here in %(month)s")


class ContractOfAnother(DomainError):
    message = _("Contract %(value)s is not of the person with this national ID")


class PersonTwice(DomainError):
    message = _("This person stands in the file twice, first in row %(line)s")


class DayOfOtherMonth(DomainError):
    message = _("%(day)s does not lie in %(month)s")


class DayChangedMeanwhile(DomainError):
    message = _("Somebody has changed this day to %(hours)s since the file was checked. Import the file again")


class ContractGone(DomainError):
    message = _("The contract has left this month since the file was checked. Import the file again")


class PersonHeldBack(DomainError):
    """Nothing stands against this day itself."""

    message = _("Other hours of this person could not be imported, so these were left out too")


class WorkGivenUp(DomainError):
    message = _("Work on this file broke off %(attempts)s times and was given up. Upload it again, or ask for help")


class MoveNotAllowed(DomainError):
    message = _("The file is “%(stage)s”; this cannot be done any more.")


NEXT = {
    (Stage.CHECKING, "check"): Stage.CHECKED,
    (Stage.CHECKING, "refuse"): Stage.REFUSED,
    (Stage.CHECKED, "convert"): Stage.CHECKING,
    (Stage.CHECKED, "apply"): Stage.APPLYING,
    (Stage.CHECKED, "discard"): Stage.DISCARDED,
    (Stage.APPLYING, "finish"): Stage.APPLIED,
    (Stage.APPLYING, "refuse"): Stage.REFUSED,
}


def next_stage(stage: str, move: str) -> Stage:
    """Where the move leads; refuses with `MoveNotAllowed`."""
    try:
        return NEXT[Stage(stage), move]
    except KeyError:
        raise MoveNotAllowed(stage=Stage(stage).label) from None


def is_misnamed(name: str, content: bytes) -> bool:
    """Whether a text goes by the name of a workbook, which a spreadsheet program would not open either."""
    return PurePath(name).suffix.lower() == ".xlsx" and not is_workbook(content)


def shown_name(name: str) -> str:
    """The name of a file as it may be repeated; refuses with `NameUnfit` or `FileKindUnknown`."""
    try:
        shown = plain_text(name, limit=NAME_LENGTH)
    except DomainError as refusal:
        raise NameUnfit from refusal
    if PurePath(shown).suffix.lower() not in SUFFIXES:
        raise FileKindUnknown
    return shown


_ZIP, _END_OF_ZIP, _OLE = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Programs, papers, pictures and packages that are no table, whatever they are called.
_OTHERS = (b"MZ", b"%PDF", b"\x7fELF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_END_LENGTH = 22


def is_workbook(content: bytes) -> bool:
    """Whether this is a packed workbook, or else text; refuses whatever is neither, is empty, too large or cut off.

    A workbook begins with its first member and ends with its directory: before and behind it nothing else can hide.
    """
    if not content:
        raise FileEmpty
    if len(content) > LARGEST_MIB * MIB:
        raise FileTooLarge(limit=LARGEST_MIB)
    if content.startswith(_ZIP):
        if content[-_END_LENGTH : -_END_LENGTH + 4] != _END_OF_ZIP:
            raise WorkbookNotReadable
        return True
    if content.startswith(_OLE):
        raise WorkbookLocked if _ENCRYPTED in content else WorkbookOld
    if content.startswith(_OTHERS) or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise FileKindUnknown
    return False


# Signs of UTF-16 without a mark: every other byte of Latin text is empty.
_HALF = 2
_CONTROLS = frozenset(range(32)) - {9, 10, 13}


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1256; refuses with `FileKindUnknown` what is no text."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileNotReadable from error
    text = text.removeprefix("\ufeff")
    if any(ord(sign) in _CONTROLS for sign in set(text)) or text.lstrip().startswith("<"):
        raise FileKindUnknown
    return text


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        is_two_bytes = b"\0" in content[:1000] and len(content) % _HALF == 0
    else:
        is_two_bytes = b"\0" in content
        if not is_two_bytes:
            return "utf-8-sig"
    if not is_two_bytes:
        return "cp1256"
    head = content[:1000]
    return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
