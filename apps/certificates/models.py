"""Papers for subscribers. The statement shows the days and months earned up to a closed month, and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.common.db import MonthField
from apps.common.models import StoredPdf
from apps.registry.models import Subscriber


class Statement(StoredPdf):
    """A subscriber's statement as of a closed month."""

    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="statements", verbose_name=_("subscriber"))
    as_of = MonthField(_("as of month"))

    class Meta(StoredPdf.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *StoredPdf.Meta.constraints,
            models.UniqueConstraint(fields=["subscriber", "as_of", "language"], name="statement_once"),
        ]

    def __str__(self):
        return f"{self.subscriber} {self.as_of} {self.language}"
