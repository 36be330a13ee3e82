"""States of an establishment's month, why a declared one is open again, and the ways hours come in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TimesheetStatus(models.TextChoices):
    OPEN = "open", _("Draft")
    ATTESTED = "attested", _("Attested")
    CLOSED = "closed", _("Closed")


class ReopeningCause(models.TextChoices):
    MEMBER = "member", _("Opened by the establishment")
    CONTRACT = "contract", _("A contract was documented afterwards")


class Source(models.TextChoices):
    """How an establishment entered the hours of a day; staff's exchange files say nothing."""

    GRID = "grid", _("Hours grid")
    FILE = "file", _("Imported file")
