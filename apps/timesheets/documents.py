"""A declaration on paper: whose hours on which days, who declared them and when, and the digest over the figures."""

from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from apps.common import dates, pdf, text
from apps.common.periods import Month
from apps.timesheets import rules
from apps.timesheets.models import DeclarationPaper
from apps.timesheets.rules import attested

# A cell for each day costs time; beyond so many contracts the paper has totals, and the digest stands for the days.
CONTRACTS_WITH_DAYS = 150
# A table of WeasyPrint costs more per row the longer it is.
ROWS_A_TABLE = 50


class PrintedContract(NamedTuple):
    """One contract's month as text alone, as `invoices.documents.PrintedLine`; `days` is empty on papers of totals."""

    name: str
    national_id: str
    contract: str
    days: list[str]
    days_worked: str
    hours: str


def printed(each: rules.AttestedContract, month: Month, *, has_days: bool) -> PrintedContract:
    is_english = translation.get_language() == "en" and each.name_en
    days = [text.hours(each.days[day]) if day in each.days else "" for day in range(1, month.length + 1)]
    return PrintedContract(
        each.name_en if is_english else each.name_ar,
        text.isolated(text.masked_id(each.national_id)),
        text.isolated(each.contract_no),
        days if has_days else [],
        text.number(len(each.days)),
        text.hours(each.minutes),
    )


def declaration_html(paper: DeclarationPaper) -> str:
    """The declaration in the language of the paper, as it is drawn."""
    declaration, month = paper.declaration, paper.declaration.timesheet.month
    figures = attested.read(declaration.figures)
    has_days = len(figures) <= CONTRACTS_WITH_DAYS
    with translation.override(paper.language):
        rows = [printed(each, month, has_days=has_days) for each in figures]
        context = {
            "declaration": declaration,
            "month": month,
            "unified_number": declaration.timesheet.establishment.unified_number,
            "tables": [rows[start : start + ROWS_A_TABLE] for start in range(0, len(rows), ROWS_A_TABLE)],
            "days": [(day.day, dates.weekday_letter(day)) for day in month.days] if has_days else [],
            "minutes": sum(each.minutes for each in figures),
            "people": len({each.national_id for each in figures if each.minutes}),
        }
        return render_to_string("timesheets/documents/declaration.html", context)


def declaration_pdf(paper: DeclarationPaper) -> bytes:
    """The declaration in the language of the paper. Raises `pdf.NotDrawn`."""
    contracts = len(paper.declaration.figures)
    return pdf.draw(declaration_html(paper), seconds=pdf.SECONDS + contracts // 20)


def file_name(paper: DeclarationPaper) -> str:
    """What the paper is called once downloaded; no person's number stands in it."""
    with translation.override(paper.language):
        return _("Declared hours %(reference)s.pdf") % {"reference": paper.declaration.reference}
