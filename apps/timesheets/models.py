"""Hours as they were entered, an establishment's month with its declarations, and the running total under its limit."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from apps.common.db import MonthField, insert_only
from apps.common.models import StoredPdf
from apps.contracts.models import Contract
from apps.registry.choices import Role
from apps.registry.models import Establishment, Subscriber
from apps.regulations.models import refuse_in_closed
from apps.timesheets.choices import ReopeningCause, Source, TimesheetStatus


class Timesheet(models.Model):
    """The hours of one establishment and month: open, attested by the employer or the system, closed at month end.

    An attested month is open again since `reopened_at`, when its people opened it or a contract of it was documented
    after the declaration; `Reopening` has who and why.
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
    reference = models.CharField(_("reference number"), max_length=24, blank=True)
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


class Declaration(models.Model):
    """What a person declared of an establishment's month, kept as it was declared whatever becomes of the month.

    `figures` are the contracts of the month with their hours by day (`rules.AttestedContract`), `digest` the SHA-256
    over them (`rules.digest_of`). Names and role are those of that moment.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    timesheet = models.ForeignKey(
        Timesheet, models.PROTECT, related_name="declarations", verbose_name=_("timesheet"), db_index=False
    )
    sequence = models.PositiveSmallIntegerField(_("number within the month"))
    reference = models.CharField(_("reference number"), max_length=24, unique=True)
    is_nil = models.BooleanField(_("no work this month"))
    attested_at = models.DateTimeField(_("attested at"))
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("attested by")
    )
    signer_name = models.CharField(_("name of the signer"), max_length=150)
    signer_role = models.CharField(_("role of the signer"), max_length=12, choices=Role.choices, blank=True)
    establishment_name_ar = models.CharField(_("name in Arabic"), max_length=150)
    establishment_name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    figures = models.JSONField(_("figures"))
    digest = models.CharField(_("SHA-256 of the figures"), max_length=64)

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        constraints = [models.UniqueConstraint(fields=["timesheet", "sequence"], name="declaration_number_once")]
        triggers = insert_only("declaration")

    def __str__(self):
        return self.reference

    @property
    def establishment_name(self) -> str:
        is_english = get_language() == "en" and self.establishment_name_en
        return self.establishment_name_en if is_english else self.establishment_name_ar


class Reopening(models.Model):
    """A declaration that holds no longer: its month was opened again, by whom and why."""

    declaration = models.OneToOneField(
        Declaration, models.PROTECT, related_name="reopening", verbose_name=_("declaration")
    )
    at = models.DateTimeField(_("at"))
    cause = models.CharField(_("cause"), max_length=8, choices=ReopeningCause.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("done by")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("reopening")
        verbose_name_plural = _("reopenings")
        constraints = [
            models.CheckConstraint(
                condition=(Q(cause=ReopeningCause.MEMBER, by__isnull=False) & ~Q(reason=""))
                | Q(cause=ReopeningCause.CONTRACT, by=None, reason=""),
                name="reopening_says_why",
            )
        ]
        triggers = insert_only("reopening")

    def __str__(self):
        return f"{self.declaration} {self.at:%Y-%m-%d}"


class DeclarationPaper(StoredPdf):
    """A declaration as PDF in one language."""

    declaration = models.ForeignKey(
        Declaration, models.PROTECT, related_name="papers", verbose_name=_("declaration"), db_index=False
    )

    class Meta(StoredPdf.Meta):
        verbose_name = _("paper of a declaration")
        verbose_name_plural = _("papers of declarations")
        constraints = [
            *StoredPdf.Meta.constraints,
            models.UniqueConstraint(fields=["declaration", "language"], name="declaration_paper_once"),
        ]

    def __str__(self):
        return f"{self.declaration} {self.language}"


class Reminder(models.Model):
    """That an establishment's people were reminded of a month on a day of the plan: they are so once."""

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="+", verbose_name=_("establishment"), db_index=False
    )
    month = MonthField(_("month"))
    planned_on = models.DateField(_("planned on"))
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        verbose_name = _("reminder of hours")
        verbose_name_plural = _("reminders of hours")
        constraints = [models.UniqueConstraint(fields=["establishment", "month", "planned_on"], name="reminder_once")]

    def __str__(self):
        return f"{self.establishment} {self.month} {self.planned_on}"


class HoursDigest(models.Model):
    """What a subscriber was told of his hours last: (establishment, month) → minutes, and a digest of the days.

    What differs from it is news. Who wants no messages keeps the row up to date, so that later ones begin from there.
    """

    subscriber = models.OneToOneField(
        Subscriber, models.PROTECT, related_name="hours_digest", verbose_name=_("subscriber")
    )
    is_wanted = models.BooleanField(_("messages wanted"), default=True, db_default=True)
    told = models.JSONField(_("told so far"), default=dict, blank=True)
    told_on = models.DateField(_("last told on"), null=True, blank=True)

    class Meta:
        verbose_name = _("messages about hours")
        verbose_name_plural = _("messages about hours")

    def __str__(self):
        return str(self.subscriber)


class DayHours(models.Model):
    """The minutes of one contract on one day: who entered them, when, and in which way."""

    # The indexes by day begin with the contract: another one would only cost every row its time.
    contract = models.ForeignKey(Contract, models.PROTECT, verbose_name=_("contract"), db_index=False)
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
        abstract = True

    def __str__(self):
        return f"{self.contract} {self.work_date}: {self.minutes}"


_KEPT = [field.column for field in DayHours._meta.local_fields]
_KEEP = f"""
    INSERT INTO timesheets_replacedhours ({", ".join(_KEPT)}, replaced_at)
        SELECT {", ".join(f"old_rows.{column}" for column in _KEPT)},"""
# Whoever changes hours past the services leaves the moment of the ones before.
_REPLACED = f"""{_KEEP}
            CASE WHEN new_rows.entered_at = old_rows.entered_at THEN now() ELSE new_rows.entered_at END
        FROM old_rows JOIN new_rows USING (id)
        WHERE (old_rows.contract_id, old_rows.work_date, old_rows.minutes, old_rows.note)
            <> (new_rows.contract_id, new_rows.work_date, new_rows.minutes, new_rows.note);
    RETURN NULL;
"""
_DELETED = f"""{_KEEP} now() FROM old_rows;
    RETURN NULL;
"""


def _keep(name: str, operation, func: str, **rows: str) -> pgtrigger.Trigger:
    """Hours that a statement replaces or takes away become `ReplacedHours`, with one look for all of them."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        func=func,
    )


class HoursEntry(DayHours):
    """What stands on a day. A cleared one keeps its row with 0 minutes: who cleared it stays known."""

    class Meta:
        verbose_name = _("hours of a day")
        verbose_name_plural = _("hours of days")
        constraints = [
            # With the minutes in it, the index alone answers what a contract worked in a month.
            models.UniqueConstraint(fields=["contract", "work_date"], include=["minutes"], name="hours_once_a_day"),
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="hours_fit_in_a_day"),
        ]
        triggers = [
            *refuse_in_closed(
                "hours", column="work_date", operations=(pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete)
            ),
            _keep("hours_replaced_are_kept", pgtrigger.Update, _REPLACED, old="old_rows", new="new_rows"),
            _keep("hours_deleted_are_kept", pgtrigger.Delete, _DELETED, old="old_rows"),
        ]


class ReplacedHours(DayHours):
    """What stood on a day before something else did; the database keeps it, whoever changes or deletes hours."""

    replaced_at = models.DateTimeField(_("replaced at"))

    class Meta:
        verbose_name = _("replaced hours of a day")
        verbose_name_plural = _("replaced hours of days")
        indexes = [models.Index(fields=["contract", "work_date"], name="replaced_hours_day")]
        triggers = insert_only("replaced_hours")


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
