"""A subscriber's closed months by contract."""

from django.utils.translation import gettext_lazy as _

from apps.accruals.models import Accrual
from apps.common.tables import Column, HoursColumn, LinkColumn, MoneyColumn, MonthColumn, NumberColumn, Table


class MonthLinkColumn(LinkColumn, MonthColumn):
    """The month as the row's heading, and the way to its page."""

    def render(self, value, record, table):
        return LinkColumn.render(self, MonthColumn.render(self, value), record, table)


class HoursTable(Table):
    month = MonthLinkColumn("portal:subscriber_month", {"month": "month"}, verbose_name=_("Month"))
    employer = Column(verbose_name=_("Employer"), accessor="contract__establishment__name", orderable=False)
    worked_minutes = HoursColumn(verbose_name=_("Hours"))
    carried_in_minutes = HoursColumn(verbose_name=_("Carried in"))
    days = NumberColumn(verbose_name=_("Registered days"))
    carried_out_minutes = HoursColumn(verbose_name=_("Carried out"))
    lapsed_minutes = HoursColumn(verbose_name=_("Lapsed"))
    contributory_wage = MoneyColumn(verbose_name=_("Contributory wage"))
    employer_share = MoneyColumn(verbose_name=_("Employer's share"))
    subscriber_share = MoneyColumn(verbose_name=_("Your share"))

    class Meta(Table.Meta):
        model = Accrual
        fields = ()
