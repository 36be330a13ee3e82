"""What an uploaded file holds, and how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    HOURS = "hours", _("Hours of a month")
    CONTRACTS = "contracts", _("Contracts")


class Stage(models.TextChoices):
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", pgettext_lazy("file", "Checked")
    APPLYING = "applying", _("Being imported")
    APPLIED = "applied", pgettext_lazy("file", "Imported")
    DISCARDED = "discarded", pgettext_lazy("file", "Discarded")
    REFUSED = "refused", pgettext_lazy("file", "Refused")
