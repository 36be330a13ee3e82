"""Exchange files on their way into the books, from staff's folders and from establishments' uploads."""

from apps.exchange.services.folders import FolderRefused, Problem, Taken, Watch, import_folder
from apps.exchange.services.layouts import PROBLEM, word
from apps.exchange.services.sheets import left_over
from apps.exchange.services.uploads import (
    columns_of,
    convert_dates,
    discard,
    forget_uploads,
    is_small,
    request_import,
    table_of,
    take_upload,
    work,
)

__all__ = [
    "PROBLEM",
    "FolderRefused",
    "Problem",
    "Taken",
    "Watch",
    "columns_of",
    "convert_dates",
    "discard",
    "forget_uploads",
    "import_folder",
    "is_small",
    "left_over",
    "request_import",
    "table_of",
    "take_upload",
    "word",
    "work",
]
