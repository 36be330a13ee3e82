"""Stages of a billing run, outcomes of an establishment's month, states of an invoice."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    QUEUED = "queued", _("Queued")
    ACCRUING = "accruing", _("Computing days")
    BILLING = "billing", _("Issuing invoices")
    FINISHED = "finished", _("Finished")
    REFUSED = "refused", _("Refused")


class Outcome(models.TextChoices):
    BILLED = "billed", _("Billed")
    NIL = "nil", _("Nothing to bill")
    PARKED = "parked", _("Parked")


class InvoiceStatus(models.TextChoices):
    ISSUED = "issued", _("Issued")
    OVERDUE = "overdue", _("Overdue")


class Cause(models.TextChoices):
    """Why a contract's part of a coming bill is not what it was."""

    HOURS = "hours", _("Hours entered or changed")
    CARRIED = "carried", _("Hours carried over from the month before changed")
    WAGE = "wage", _("The hourly wage changed")
    ENDED = "ended", _("The contract ends in this month")
    CEILING = "ceiling", _("The ceiling of the contributory wage, because of work elsewhere too")
    RULE = "rule", _("A rule changed")
