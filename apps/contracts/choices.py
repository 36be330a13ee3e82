"""States of a flexible-work contract, as they are stored and as they appear on a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContractStatus(models.TextChoices):
    """What was decided; that a term has run out is told by its last day."""

    ACTIVE = "active", _("Active")
    TERMINATED = "terminated", _("Terminated")


class Standing(models.TextChoices):
    """How a contract stands on a day, by its dates and what was decided."""

    UPCOMING = "upcoming", _("Not begun")
    IN_FORCE = "in_force", _("In force")
    EXPIRED = "expired", _("Expired")
    TERMINATED = "terminated", _("Terminated")
