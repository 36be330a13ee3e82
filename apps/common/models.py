"""Shapes of rows that several apps keep; no tables of its own."""

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StoredPdf(models.Model):
    """A paper in one language. The row is the request for it; its bytes are written once and never drawn again."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    language = models.CharField(_("language"), max_length=2, choices=[("ar", "العربية"), ("en", "English")])
    requested_at = models.DateTimeField(_("requested at"))
    content = models.BinaryField(_("content"), null=True, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, db_default="")
    rendered_at = models.DateTimeField(_("rendered at"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0, db_default=0)
    failure = models.CharField(_("last failure"), max_length=500, blank=True, db_default="")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(content=None, rendered_at=None, sha256="")
                | (Q(content__isnull=False, rendered_at__isnull=False) & ~Q(sha256="")),
                name="%(class)s_rendered_whole",
            )
        ]
        indexes = [models.Index(fields=["failures", "requested_at"], condition=Q(content=None), name="%(class)s_todo")]
        triggers = [
            pgtrigger.Protect(
                name="document_is_final",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__content__isnull=False),
            )
        ]

    @property
    def is_ready(self) -> bool:
        return self.rendered_at is not None
