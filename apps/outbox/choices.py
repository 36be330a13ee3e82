"""The ways a message leaves, and why it has not."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")


class Failure(models.TextChoices):
    """What the last attempt came to, or why there will be no other."""

    UNFINISHED = "unfinished", _("The attempt did not come to its end")
    NO_WAY = "no_way", _("No gateway is set up")
    NO_ANSWER = "no_answer", _("No answer")
    BUSY = "busy", _("The gateway asked for patience")
    REFUSED = "refused", _("Refused for good")
    TOO_OLD = "too_old", _("Too old to be of use")
