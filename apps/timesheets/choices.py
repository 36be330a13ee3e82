"""States of an establishment's month, and why a declared one is open again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimesheetStatus(models.TextChoices):
    OPEN = "open", _("Draft")
    ATTESTED = "attested", _("Attested")
    CLOSED = "closed", _("Closed")


class ReopeningCause(models.TextChoices):
    MEMBER = "member", _("Opened by the establishment")
    CONTRACT = "contract", _("A contract was documented afterwards")
