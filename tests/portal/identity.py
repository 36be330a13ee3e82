"""What tests of sign-up, password and contacts share: a visitor's steps, and what reached the telephone."""

import re

from apps.outbox.models import Message

PASSWORD = "Rimal-1448-sahra"
TOKENS = re.compile(r'value="[A-Za-z0-9]{64}"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|<b data-seconds>\d+</b>')


def page(response) -> str:
    """The answer without what differs from request to request: form tokens, the attempt's key, the countdown."""
    return TOKENS.sub("", response.content.decode())


def messages_to(recipient: str) -> list[str]:
    return list(Message.objects.filter(recipient=recipient).order_by("pk").values_list("body", flat=True))


def code_to(recipient: str) -> str:
    """The latest code sent to a number or an address."""
    return re.search(r"#(\d{6})\Z", messages_to(recipient)[-1])[1]


def other(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"
