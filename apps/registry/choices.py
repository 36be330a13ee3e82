"""Roles in an establishment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    SUPERVISOR = "supervisor", _("Supervisor")
    HOURS_CLERK = "hours_clerk", _("Hours clerk")
    ACCOUNTANT = "accountant", _("Accountant")
    VIEWER = "viewer", _("Viewer")


# Who can change what others have entered or agreed.
MANAGING = (Role.OWNER, Role.SUPERVISOR)
