"""States of a flexible-work contract, as they are stored and as they appear on a day, and of what is offered."""

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


class OfferKind(models.TextChoices):
    """What an employer offers; all but the first are about a contract there is."""

    NEW = "new", _("New contract")
    RENEWAL = "renewal", _("Renewal")
    EXTENSION = "extension", _("Extension")
    WAGE = "wage", _("Lower wage")


class OfferStatus(models.TextChoices):
    """Where an offer stands: the subscriber accepts, refuses or asks for a change; the last two end it otherwise."""

    WAITING = "waiting", _("Awaiting the answer")
    CHANGE_ASKED = "change_asked", _("Change asked for")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")


# What can still come to something.
OPEN = (OfferStatus.WAITING, OfferStatus.CHANGE_ASKED)
# Accepting one of these makes a contract of its own.
MAKING = (OfferKind.NEW, OfferKind.RENEWAL)
