"""A message is written where its cause is written, and leaves when that is certain."""

import datetime

from apps.outbox.choices import Channel
from apps.outbox.models import Message


def post_sms(*, to: str, body: str, now: datetime.datetime, is_secret: bool = False) -> Message:
    """The text waits to be sent to this mobile number (`+9665…`), if the running transaction comes to its end."""
    return _post(Channel.SMS, to, "", body, now, is_secret)


def post_email(*, to: str, subject: str, body: str, now: datetime.datetime, is_secret: bool = False) -> Message:
    """The letter waits to be sent to this address, if the running transaction comes to its end."""
    return _post(Channel.EMAIL, to, " ".join(subject.split()), body, now, is_secret)


def _post(
    channel: Channel, recipient: str, subject: str, body: str, now: datetime.datetime, is_secret: bool
) -> Message:
    return Message.objects.create(
        channel=channel,
        recipient=recipient,
        subject=subject,
        body=body,
        is_secret=is_secret,
        created_at=now,
        due_at=now,
    )
