"""The groups that staff belong to; the names are those of `auth.Group`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StaffRole(models.TextChoices):
    CLERK = "clerk", _("Clerk")
    BILLING_OFFICER = "billing officer", _("Billing officer")
    AUDITOR = "auditor", _("Auditor")
