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
