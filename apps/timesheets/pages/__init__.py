"""What the pages of a month know."""

from apps.timesheets.pages.declared import DeclarationPage, HistoryPage
from apps.timesheets.pages.entry import MonthPage
from apps.timesheets.pages.months import months_of
from apps.timesheets.pages.paste import PastePage
from apps.timesheets.pages.review import AttestPage
from apps.timesheets.pages.script import told
from apps.timesheets.pages.sheet import SheetPage

__all__ = ["AttestPage", "DeclarationPage", "HistoryPage", "MonthPage", "PastePage", "SheetPage", "months_of", "told"]
