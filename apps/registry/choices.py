"""Roles in an establishment, and the states of invitations and of requests for admission."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    SUPERVISOR = "supervisor", _("Supervisor")
    HOURS_CLERK = "hours_clerk", _("Hours clerk")
    ACCOUNTANT = "accountant", _("Accountant")
    VIEWER = "viewer", _("Viewer")


# Who can change what others have entered or agreed.
MANAGING = (Role.OWNER, Role.SUPERVISOR)
# What an outside office may be entrusted with.
DELEGABLE = (Role.HOURS_CLERK, Role.ACCOUNTANT, Role.VIEWER)


class InvitationState(models.TextChoices):
    """How an invitation stands at a moment, by its stamps and its last day."""

    OPEN = "open", _("Waiting")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")


class EstablishmentKind(models.TextChoices):
    COMPANY = "company", _("Company")
    SOLE = "sole", _("Sole proprietorship")
    PROFESSIONAL = "professional", _("Professional office")
    NON_PROFIT = "non_profit", _("Non-profit organisation")
    OTHER = "other", _("Another kind")


class RequestState(models.TextChoices):
    """What was decided about an establishment that asks to be admitted."""

    PENDING = "pending", _("Under review")
    ADMITTED = "admitted", _("Admitted")
    REFUSED = "refused", pgettext_lazy("request", "Refused")
