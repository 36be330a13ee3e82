"""States of an establishment's month."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimesheetStatus(models.TextChoices):
    OPEN = "open", _("Draft")
    ATTESTED = "attested", _("Attested")
    CLOSED = "closed", _("Closed")
