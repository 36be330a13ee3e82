"""How often and how long a message is tried, and what an answer to an attempt means."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError
from apps.outbox.choices import Failure

# The first pause is longer than a task may run: while a message is in somebody's hands, it is not due to anybody else.
PAUSES = tuple(datetime.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
LIFE = datetime.timedelta(hours=24)
# A code that arrives when it has expired only confuses.
SECRET_LIFE = datetime.timedelta(minutes=15)

# The portal is refused, and not the message: a wrong token, too many requests, a gateway that is slow today.
PATIENCE = {401, 403, 407, 408, 425, 429}


class NotToBeRepeated(DomainError):
    message = _("Only messages that were given up, and that held no code, can be tried again.")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What an attempt came to: sent when there is no failure. `answer` is the number that the other side answered."""

    failure: Failure | None = None
    answer: int | None = None


def pause_after(attempts: int) -> datetime.timedelta:
    """How long a message rests that was tried so many times."""
    return PAUSES[min(attempts, len(PAUSES)) - 1]


def read_http(status: int) -> Attempt:
    """A gateway's answer: 2xx is sent, 4xx refused but for those that ask for patience, 5xx may pass.

    An answer that leads elsewhere is refused as well: the message is not carried to an address nobody has set.
    """
    if 200 <= status < 300:
        return Attempt(answer=status)
    if status in PATIENCE or status >= 500:
        return Attempt(Failure.BUSY, status)
    return Attempt(Failure.REFUSED, status)


def read_smtp(code: int) -> Attempt:
    """A mail server's answer: 5xx is refused for good; 4xx, and 53x about our own sign-in, may pass."""
    if 500 <= code < 600 and not 530 <= code < 540:
        return Attempt(Failure.REFUSED, code)
    return Attempt(Failure.BUSY, code)
