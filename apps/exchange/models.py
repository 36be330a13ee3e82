"""Files that establishments upload, and what was found in their rows. Neither is kept longer than it is needed."""

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.common.db import MonthField
from apps.common.errors import sentence
from apps.contracts.models import Contract
from apps.exchange.choices import Kind, Stage
from apps.registry.models import Establishment, Subscriber

# Which of the stamps checked, decided, finished a stage has.
_STAMPS = {
    Stage.CHECKING: (False, False, False),
    Stage.CHECKED: (True, False, False),
    Stage.APPLYING: (True, True, False),
    Stage.APPLIED: (True, True, True),
    Stage.DISCARDED: (True, True, True),
}


def _stamped(stage: Stage, stamps: tuple[bool, bool, bool]) -> Q:
    names = ("checked_at", "decided_at", "finished_at")
    return Q(stage=stage, **{f"{name}__isnull": not has for name, has in zip(names, stamps, strict=True)})


def _any_stage() -> Q:
    allowed = Q(stage=Stage.REFUSED, finished_at__isnull=False)
    for stage, stamps in _STAMPS.items():
        allowed |= _stamped(stage, stamps)
    return allowed


class Upload(models.Model):
    """One file: checked without writing anything, then imported, or not. Its row is its progress and its place in line.

    `done` of `total` rows are through in the present stage. The bytes and the entries go after some days; who uploaded
    what, and what came of it, stays.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="uploads", verbose_name=_("establishment")
    )
    month = MonthField(_("month"), null=True, blank=True)
    stage = models.CharField(_("state"), max_length=9, choices=Stage.choices, default=Stage.CHECKING)
    name = models.CharField(_("name of the file"), max_length=150)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    content = models.BinaryField(_("content"), null=True, blank=True)
    takes_hijri = models.BooleanField(_("Hijri dates are converted"), default=False)
    rows = models.PositiveIntegerField(_("rows"))
    bad_rows = models.PositiveIntegerField(_("rows to correct"), default=0)
    added = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("unchanged"), default=0)
    imported = models.PositiveIntegerField(_("imported"), default=0)
    findings = models.JSONField(default=dict, editable=False)
    refusal = models.CharField(_("refusal"), max_length=500, blank=True)
    refusal_values = models.JSONField(default=dict, editable=False)
    received_at = models.DateTimeField(_("received at"))
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("received from")
    )
    queued_at = models.DateTimeField(_("waiting since"))
    started_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    progressed_at = models.DateTimeField(_("last progress at"))
    done = models.PositiveIntegerField(_("rows done"), default=0)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("content deleted at"), null=True, blank=True)

    class Meta:
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["establishment", "kind", "-received_at"], name="upload_recent"),
            models.Index(
                fields=["queued_at"], condition=Q(stage__in=[Stage.CHECKING, Stage.APPLYING]), name="upload_in_line"
            ),
            models.Index(fields=["received_at"], condition=Q(forgotten_at=None), name="upload_to_forget"),
        ]
        constraints = [
            models.CheckConstraint(condition=_any_stage(), name="upload_stage_with_its_stamps"),
            models.CheckConstraint(
                condition=Q(kind=Kind.HOURS, month__isnull=False) | Q(kind=Kind.CONTRACTS, month=None),
                name="upload_month_by_kind",
            ),
            models.CheckConstraint(
                condition=Q(content=None, forgotten_at__isnull=False) | Q(content__isnull=False, forgotten_at=None),
                name="upload_forgotten_whole",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="upload_progress_within_total"),
        ]

    def __str__(self):
        return f"{self.name} · {self.establishment}"

    @property
    def is_under_way(self) -> bool:
        return self.stage in (Stage.CHECKING, Stage.APPLYING)

    @property
    def is_kept(self) -> bool:
        """Whether the rows can still be looked at."""
        return self.forgotten_at is None

    @property
    def refusal_text(self) -> str:
        return sentence(self.refusal, self.refusal_values)


class UploadEntry(models.Model):
    """One thing a file would change, or one thing that is wrong with a row of it. Minutes; terms of a contract as text.

    A row without fault that changes nothing leaves no entry.
    """

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="entries", verbose_name=_("uploaded file"))
    row = models.PositiveIntegerField(_("row"))
    label = models.CharField(_("named in the file"), max_length=60, blank=True)
    subscriber = models.ForeignKey(
        Subscriber, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("subscriber")
    )
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("contract")
    )
    day = models.DateField(_("day"), null=True, blank=True)
    column = models.CharField(_("column"), max_length=11, blank=True)
    text = models.CharField(_("value"), max_length=60, blank=True)
    terms = models.JSONField(_("terms"), null=True, blank=True)
    before = models.PositiveSmallIntegerField(_("minutes before"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=500, blank=True)
    problem_values = models.JSONField(default=dict, editable=False)
    is_done = models.BooleanField(_("imported"), default=False)

    class Meta:
        verbose_name = _("entry of an uploaded file")
        verbose_name_plural = _("entries of uploaded files")
        ordering = ["upload", "row", "day", "pk"]
        indexes = [models.Index(fields=["upload", "row", "day"], name="upload_entry_by_row")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(problem="")
                | Q(terms__isnull=False)
                | Q(contract__isnull=False, subscriber__isnull=False, day__isnull=False, minutes__isnull=False),
                name="upload_entry_whole_or_wrong",
            ),
            models.CheckConstraint(condition=Q(problem="") | Q(is_done=False), name="upload_entry_wrong_not_done"),
        ]

    def __str__(self):
        return f"{self.upload} {self.row}"

    @property
    def problem_text(self) -> str:
        return sentence(self.problem, self.problem_values)
