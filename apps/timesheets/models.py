"""Hours as they were entered, an establishment's month, and the running total that guards the monthly limit."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.common.db import MonthField
from apps.contracts.models import Contract
from apps.registry.models import Establishment, Subscriber
from apps.regulations.models import refuse_in_closed
from apps.timesheets.choices import Source, TimesheetStatus


class Timesheet(models.Model):
    """The hours of one establishment and month: open, attested by the employer or the system, closed at month end.

    An attested month is open again since `reopened_at`, when a contract of it was documented after the declaration.
    """

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="timesheets", verbose_name=_("establishment")
    )
    month = MonthField(_("month"))
    status = models.CharField(_("status"), max_length=8, choices=TimesheetStatus.choices, default=TimesheetStatus.OPEN)
    is_nil = models.BooleanField(_("no work this month"), default=False)
    attested_at = models.DateTimeField(_("attested at"), null=True, blank=True)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("attested by")
    )
    reference = models.CharField(_("reference number"), max_length=20, blank=True)
    reopened_at = models.DateTimeField(_("reopened at"), null=True, blank=True)

    class Meta:
        verbose_name = _("timesheet")
        verbose_name_plural = _("timesheets")
        ordering = ["-month", "establishment"]
        constraints = [
            models.UniqueConstraint(fields=["establishment", "month"], name="timesheet_once_a_month"),
            models.CheckConstraint(
                condition=Q(status=TimesheetStatus.OPEN, attested_at=None, attested_by=None, is_nil=False)
                | (~Q(status=TimesheetStatus.OPEN) & Q(attested_at__isnull=False)),
                name="timesheet_attested_with_stamp",
            ),
        ]
        triggers = refuse_in_closed("timesheets", column="month", operations=(pgtrigger.Update, pgtrigger.Delete))

    def __str__(self):
        return f"{self.establishment} {self.month}"

    @property
    def is_attested_by_system(self) -> bool:
        return self.attested_at is not None and self.attested_by_id is None


class HoursEntry(models.Model):
    """The minutes one contract worked on one day. A cleared day keeps its row with 0: who cleared it stays known."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="hours", verbose_name=_("contract"))
    work_date = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    note = models.CharField(_("note"), max_length=200, blank=True, db_default="")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
        db_index=False,
    )
    entered_at = models.DateTimeField(_("entered at"))
    source = models.CharField(_("entered by way of"), max_length=4, choices=Source.choices, blank=True, db_default="")

    class Meta:
        verbose_name = _("hours of a day")
        verbose_name_plural = _("hours of days")
        constraints = [
            # With the minutes in it, the index alone answers what a contract worked in a month.
            models.UniqueConstraint(fields=["contract", "work_date"], include=["minutes"], name="hours_once_a_day"),
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="hours_fit_in_a_day"),
        ]
        triggers = refuse_in_closed(
            "hours", column="work_date", operations=(pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete)
        )

    def __str__(self):
        return f"{self.contract} {self.work_date}: {self.minutes}"


class MonthTotal(models.Model):
    """The minutes of one subscriber in one establishment and month, and the limit they may not pass.

    Written with the hours in one transaction, by adding the difference to the stored total: two savers who each saw
    room for the last hours still meet in this row, and the database refuses the second.
    """

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="+", verbose_name=_("establishment"), db_index=False
    )
    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="+", verbose_name=_("subscriber"))
    month = MonthField(_("month"))
    minutes = models.IntegerField(_("minutes"))
    limit_minutes = models.IntegerField(_("limit in minutes"))

    class Meta:
        verbose_name = _("hours of a month")
        verbose_name_plural = _("hours of months")
        # The earliest month with hours is where open months begin.
        indexes = [models.Index(fields=["month"], name="month_total_month")]
        constraints = [
            models.UniqueConstraint(fields=["establishment", "month", "subscriber"], name="month_total_once"),
            models.CheckConstraint(
                condition=Q(minutes__gte=0, minutes__lte=F("limit_minutes")), name="month_total_within_limit"
            ),
        ]
        triggers = refuse_in_closed("totals", column="month", operations=(pgtrigger.Update, pgtrigger.Delete))

    def __str__(self):
        return f"{self.subscriber} {self.month}: {self.minutes}"
