"""Lists of billing."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from apps.common import dates, text, workbook
from apps.common.money import to_riyals
from apps.common.tables import Column, DayColumn, LinkColumn, MoneyColumn, MonthColumn, NumberColumn, StateColumn, Table
from apps.common.workbook import Heading
from apps.invoices.choices import InvoiceStatus, Stage
from apps.invoices.documents import BillLine
from apps.invoices.models import BillingRun, Invoice

STATUS_KINDS = {InvoiceStatus.ISSUED: "info", InvoiceStatus.OVERDUE: "bad"}
STAGE_KINDS = {Stage.FINISHED: "ok", Stage.REFUSED: "bad", Stage.ACCRUING: "info", Stage.BILLING: "info"}


class RunMonthColumn(LinkColumn):
    """The month of a run as its heading, and the way to its page."""

    def render(self, value, record, table):
        return super().render(dates.month_name(value), record, table)

    def cell(self, value) -> str:
        return str(value)


class KindColumn(Column):
    def render(self, value) -> str:
        return _("Dry run") if value else _("Real run")


class MomentColumn(Column):
    def render(self, value) -> str:
        return dates.moment(value)


class StarterColumn(Column):
    """Who started a run; nobody did when the calendar asked for it."""

    empty_values = ()

    def render(self, value):
        return super().render(value.full_name) if value else _("The portal, on the invoice day")


class RunTable(Table):
    month = RunMonthColumn("invoices:run_detail", {"public_id": "public_id"}, verbose_name=_("Month"))
    is_dry = KindColumn(verbose_name=_("Kind"))
    stage = StateColumn(Stage, STAGE_KINDS, verbose_name=_("Stage"))
    started_at = MomentColumn(verbose_name=_("Started at"))
    started_by = StarterColumn(verbose_name=_("Started by"), orderable=False)

    class Meta(Table.Meta):
        model = BillingRun
        fields = ()


class InvoiceTable(Table):
    number = LinkColumn("invoices:invoice_detail", {"public_id": "public_id"}, ltr=True, verbose_name=_("Number"))
    month = MonthColumn(verbose_name=_("Month"))
    days = NumberColumn(verbose_name=_("Days"))
    employer_share = MoneyColumn(verbose_name=_("Employer's share"))
    subscriber_share = MoneyColumn(verbose_name=_("Subscribers' share"))
    total = MoneyColumn(verbose_name=_("Total"))
    due_on = DayColumn(verbose_name=_("Due on"))
    status = StateColumn(InvoiceStatus, STATUS_KINDS, verbose_name=_("Status"))

    class Meta(Table.Meta):
        model = Invoice
        fields = ()


# Heading and number format of a line's columns.
LINE_COLUMNS = (
    (_("Subscriber"), ""),
    (_("National ID, masked"), workbook.TEXT),
    (_("Contract number"), workbook.TEXT),
    (_("Hours"), ""),
    (_("Hours carried in"), ""),
    (_("Days"), ""),
    (_("Hours carried out"), ""),
    (_("Hours lapsed"), ""),
    (_("Hourly wage"), workbook.MONEY),
    (_("Daily wage"), workbook.MONEY),
    (_("Contributory wage"), workbook.MONEY),
    (_("Annuities, employer"), workbook.MONEY),
    (_("Annuities, subscriber"), workbook.MONEY),
    (_("Occupational hazards, employer"), workbook.MONEY),
    (_("SANED, employer"), workbook.MONEY),
    (_("SANED, subscriber"), workbook.MONEY),
    (_("Employer's share"), workbook.MONEY),
    (_("Subscriber's share"), workbook.MONEY),
    (_("Total"), workbook.MONEY),
)


def line_headings() -> list[Heading]:
    return [Heading(str(name), number_format) for name, number_format in LINE_COLUMNS]


def line_cells(line: BillLine) -> list:
    """A line of a bill under `LINE_COLUMNS`."""
    result, subscriber = line.result, line.contract.subscriber
    hours = (result.worked_minutes, result.carried_in_minutes, result.carried_out_minutes, result.lapsed_minutes)
    worked, carried_in, carried_out, lapsed = (Decimal(minutes) / 60 for minutes in hours)
    amounts = (*result[7:], result.employer_share, result.subscriber_share, result.total)
    person = [subscriber.name, text.masked_id(subscriber.national_id), line.contract.contract_no]
    return [*person, worked, carried_in, result.days, carried_out, lapsed, *map(to_riyals, amounts)]
