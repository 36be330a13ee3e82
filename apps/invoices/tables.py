"""Lists of billing."""

from django.utils.translation import gettext_lazy as _

from apps.common import dates
from apps.common.tables import Column, LinkColumn, StateColumn, Table
from apps.invoices.choices import Stage
from apps.invoices.models import BillingRun

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
