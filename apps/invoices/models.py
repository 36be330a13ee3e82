"""The billing of a month: its run, the outcome of every establishment, and invoices that never change once issued."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.accruals.models import Accrual
from apps.common.db import MoneyField, MonthField, insert_only
from apps.common.errors import sentence
from apps.common.models import StoredPdf
from apps.invoices.choices import Outcome, Stage
from apps.registry.models import Establishment


class BillingRun(models.Model):
    """One closing and billing of a month, or a dry run of it. Its row is its progress; its chunks are its queue."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    month = MonthField(_("month"))
    is_dry = models.BooleanField(_("dry run"), default=False)
    issued_on = models.DateField(_("issue date"))
    stage = models.CharField(_("stage"), max_length=8, choices=Stage.choices, default=Stage.QUEUED)
    refusal = models.CharField(_("refusal"), max_length=500, blank=True)
    refusal_values = models.JSONField(default=dict, editable=False)
    summary = models.JSONField(_("summary"), null=True, blank=True)
    started_at = models.DateTimeField(_("started at"))
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("started by")
    )
    progressed_at = models.DateTimeField(_("last progress at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("billing run")
        verbose_name_plural = _("billing runs")
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["month"], condition=Q(is_dry=False, finished_at=None), name="run_one_unfinished_a_month"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=[Stage.FINISHED, Stage.REFUSED], finished_at__isnull=False)
                | (~Q(stage__in=[Stage.FINISHED, Stage.REFUSED]) & Q(finished_at=None)),
                name="run_finished_with_stamp",
            ),
        ]

    def __str__(self):
        return f"{self.month} {self.get_stage_display()}"

    @property
    def refusal_text(self) -> str:
        return sentence(self.refusal, self.refusal_values)


class BillingChunk(models.Model):
    """A share of a run's stage: subscribers to accrue or establishments to bill, by a range of their keys.

    Who works on it holds its row lock; when he dies the lock goes, and the next one finds it still to be done.
    """

    run = models.ForeignKey(BillingRun, models.CASCADE, related_name="chunks", verbose_name=_("run"))
    stage = models.CharField(_("stage"), max_length=8, choices=Stage.choices)
    first_key = models.BigIntegerField(_("first key"))
    last_key = models.BigIntegerField(_("last key"))
    size = models.IntegerField(_("size"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, db_default=0)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    result = models.JSONField(_("result of a dry run"), null=True, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)

    class Meta:
        verbose_name = _("part of a run")
        verbose_name_plural = _("parts of runs")
        # By its key: the order of runs would bring their rows into every query, and into every lock.
        ordering = ["run_id", "stage", "first_key"]
        constraints = [models.UniqueConstraint(fields=["run", "stage", "first_key"], name="chunk_once")]

    def __str__(self):
        return f"{self.run} {self.stage} {self.first_key}"


class InvoiceCounter(models.Model):
    """The last number given in a year. Its row is locked until the invoice is written, so that no number is lost."""

    year = models.SmallIntegerField(_("year"), unique=True)
    last_number = models.IntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("invoice counter")
        verbose_name_plural = _("invoice counters")
        triggers = [
            pgtrigger.Protect(
                name="counter_only_rises",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__last_number__lt=pgtrigger.F("old__last_number"))
                | ~pgtrigger.Q(new__year=pgtrigger.F("old__year")),
            ),
            pgtrigger.Protect(name="counter_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.year}: {self.last_number}"


class Invoice(models.Model):
    """What one establishment owes for one month, in riyals: the sums of its lines."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    number = models.CharField(_("number"), max_length=20, unique=True)
    year = models.SmallIntegerField(_("year"))
    sequence = models.IntegerField(_("number within the year"))
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="invoices", verbose_name=_("establishment"), db_index=False
    )
    month = MonthField(_("month"))
    # The name on an issued invoice stays, whatever the establishment is called later.
    establishment_name_ar = models.CharField(_("name in Arabic"), max_length=150)
    establishment_name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    issued_on = models.DateField(_("issued on"))
    due_on = models.DateField(_("due on"))
    days = models.IntegerField(_("days"))
    contributory_wage = MoneyField(_("contributory wages"))
    employer_share = MoneyField(_("employer's share"))
    subscriber_share = MoneyField(_("subscribers' share"))
    total = MoneyField(_("total"))

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["year", "sequence"], name="invoice_number_once"),
            models.UniqueConstraint(fields=["establishment", "month"], name="invoice_once_a_month"),
            models.CheckConstraint(
                condition=Q(total=F("employer_share") + F("subscriber_share"), total__gt=0), name="invoice_adds_up"
            ),
        ]
        triggers = insert_only("invoice")

    def __str__(self):
        return self.number


class InvoiceLine(models.Model):
    """One contract's part of an invoice. An accrual is billed at most once."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="lines", verbose_name=_("invoice"))
    accrual = models.OneToOneField(Accrual, models.PROTECT, related_name="line", verbose_name=_("accrual"))
    days = models.SmallIntegerField(_("days"))
    contributory_wage = MoneyField(_("contributory wage"))
    employer_share = MoneyField(_("employer's share"))
    subscriber_share = MoneyField(_("subscriber's share"))
    total = MoneyField(_("total"))

    class Meta:
        verbose_name = _("invoice line")
        verbose_name_plural = _("invoice lines")
        constraints = [
            models.CheckConstraint(condition=Q(total=F("employer_share") + F("subscriber_share")), name="line_adds_up")
        ]
        triggers = insert_only("invoice_line")

    def __str__(self):
        return f"{self.invoice} {self.accrual_id}"


class BillingOutcome(models.Model):
    """How an establishment's closed month ended; every one with a contract in the month has exactly one."""

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="+", verbose_name=_("establishment"), db_index=False
    )
    month = MonthField(_("month"))
    outcome = models.CharField(_("outcome"), max_length=6, choices=Outcome.choices)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    reason_values = models.JSONField(default=dict, editable=False)
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("outcome of a month")
        verbose_name_plural = _("outcomes of months")
        constraints = [
            models.UniqueConstraint(fields=["month", "establishment"], name="outcome_once_a_month"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PARKED) ^ Q(reason=""), name="outcome_parked_with_reason"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="outcome_is_final",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=~pgtrigger.Q(old__outcome=Outcome.PARKED),
            )
        ]

    def __str__(self):
        return f"{self.establishment} {self.month}: {self.get_outcome_display()}"

    @property
    def reason_text(self) -> str:
        return sentence(self.reason, self.reason_values)


class BillSnapshot(models.Model):
    """The coming bill of an establishment as it stood at a moment, so that a later look can say what changed since.

    `lines` are all accruals of the month as if it had closed then, each as the whole numbers of `Accrued` without its
    establishment. A row is written when the lines differ from the row before; `confirmed_at` is the last time they
    were found to be the same.
    """

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="+", verbose_name=_("establishment"), db_index=False
    )
    month = MonthField(_("month"))
    taken_at = models.DateTimeField(_("taken at"))
    confirmed_at = models.DateTimeField(_("confirmed at"))
    total = MoneyField(_("total"))
    lines = models.JSONField(_("lines"))

    class Meta:
        verbose_name = _("snapshot of a bill")
        verbose_name_plural = _("snapshots of bills")
        constraints = [
            models.UniqueConstraint(fields=["establishment", "month", "taken_at"], name="snapshot_once_a_moment")
        ]

    def __str__(self):
        return f"{self.establishment} {self.month} {self.taken_at:%Y-%m-%d %H:%M}"


class InvoiceDocument(StoredPdf):
    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="documents", verbose_name=_("invoice"))

    class Meta(StoredPdf.Meta):
        verbose_name = _("invoice document")
        verbose_name_plural = _("invoice documents")
        constraints = [
            *StoredPdf.Meta.constraints,
            models.UniqueConstraint(fields=["invoice", "language"], name="invoice_document_once"),
        ]

    def __str__(self):
        return f"{self.invoice} {self.language}"
