"""Which law a subscriber is under, and how a rule's value is read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Law(models.TextChoices):
    OLD = "old", _("Old law")
    NEW = "new", _("New law")


class Unit(models.TextChoices):
    MINUTES = "minutes", _("minutes")
    DAYS = "days", _("days")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")
    DAY_OF_MONTH = "day_of_month", _("day of the month")
    PERCENT = "percent", _("percent")
    RIYALS = "riyals", _("riyals")
    CHOICE = "choice", _("choice")
    DATE = "date", _("date")
