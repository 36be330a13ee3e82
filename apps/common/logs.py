"""Lines of the application's log: no key of a link stands in them, and a refused page is found by its number."""

import logging
import re
import secrets

from django.http import HttpRequest

logger = logging.getLogger(__name__)
# What opens something to whoever has it: the token of an invitation, the key of a new password.
_KEYS = re.compile(r"(/invitations/|/password/reset/key/)[^/\s'\"]+")


class WithoutKeys(logging.Formatter):
    """Django names the address of every refused request; here it stands without what would open it again."""

    def format(self, record: logging.LogRecord) -> str:
        return _KEYS.sub(r"\1…", super().format(record))


def answered(request: HttpRequest, status: int, reason: object = "") -> str:
    """The line of a page that could not be shown is written; the answer is the number that stands on the page too."""
    number = reference()
    page = request.resolver_match.view_name if request.resolver_match else "no page"
    logger.warning("Answered %s, reference %s, %s %s %s", status, number, request.method, page, reason)
    return number


def reference() -> str:
    """Eight digits in two groups are easy to read out on the telephone."""
    number = f"{secrets.randbelow(10**8):08d}"
    return f"{number[:4]}-{number[4:]}"
