"""What time it is in Riyadh. Views, commands and tasks ask here, and hand the answer down as an argument."""

import datetime

from django.utils import timezone


def now() -> datetime.datetime:
    """This moment, aware, in the portal's time zone."""
    return timezone.localtime()


def today() -> datetime.date:
    return now().date()
