"""A message is written where its cause is written, and leaves when that is certain."""

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db import transaction

from apps.outbox import rules
from apps.outbox.choices import Channel, Failure
from apps.outbox.models import Message

LONGEST_SUBJECT = Message._meta.get_field("subject").max_length


class Notice(NamedTuple):
    """Words for one person, with the ways to him; either may be empty."""

    mobile: str
    email: str
    subject: str
    body: str


def post_notices(notices: Iterable[Notice], *, now: datetime.datetime) -> None:
    """Each waits to be sent as a text message or, where there is no number, as a letter; without a way there is none.

    One statement for all of them; as with `post_sms`, none without the end of the running transaction.
    """
    posted = (_addressed(notice, now) for notice in notices if notice.mobile or notice.email)
    Message.objects.bulk_create(posted, batch_size=2000)


def _addressed(notice: Notice, now: datetime.datetime) -> Message:
    if notice.mobile:
        return _message(Channel.SMS, notice.mobile, "", notice.body, now, rules.LIFE, False)
    return _message(Channel.EMAIL, notice.email, _one_line(notice.subject), notice.body, now, rules.LIFE, False)


def post_sms(
    *,
    to: str,
    body: str,
    now: datetime.datetime,
    is_secret: bool = False,
    life: datetime.timedelta | None = None,
) -> Message:
    """The text waits to be sent to this mobile number (`+9665…`), if the running transaction comes to its end.

    A key that holds longer than a code says so by its `life`: until then it is worth sending.
    """
    return _post(Channel.SMS, to, "", body, now, life, is_secret)


def post_email(
    *,
    to: str,
    subject: str,
    body: str,
    now: datetime.datetime,
    is_secret: bool = False,
    life: datetime.timedelta | None = None,
) -> Message:
    """The letter waits to be sent to this address, if the running transaction comes to its end; `life` as above."""
    return _post(Channel.EMAIL, to, _one_line(subject), body, now, life, is_secret)


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]


def _post(
    channel: Channel,
    recipient: str,
    subject: str,
    body: str,
    now: datetime.datetime,
    life: datetime.timedelta | None,
    is_secret: bool,
) -> Message:
    message = _message(
        channel,
        recipient,
        subject,
        body,
        now,
        life or (rules.SECRET_LIFE if is_secret else rules.LIFE),
        is_secret,
    )
    message.save(force_insert=True)
    return message


def _message(
    channel: Channel,
    recipient: str,
    subject: str,
    body: str,
    now: datetime.datetime,
    life: datetime.timedelta,
    is_secret: bool,
) -> Message:
    return Message(
        channel=channel,
        recipient=recipient,
        subject=subject,
        body=body,
        is_secret=is_secret,
        created_at=now,
        due_at=now,
        expires_at=now + life,
    )


def deliver_next(
    *, send: Callable[[Message], rules.Attempt], now: datetime.datetime, keeps_secrets: bool = False
) -> Message | None:
    """The message that waits longest has been tried, codes before all others; None when nothing is due.

    Three steps, each on its own:

    1. The attempt is written down, counted, and the message is due again after a pause. This is committed.
    2. `send` hands the message over. No row is locked meanwhile, and no transaction is open.
    3. What came of it is written: sent, given up, or nothing but the reason.

    A worker killed before or during step 2 loses nothing: the message is due again after its pause, which is longer
    than a task may live, so that never two hold it. One killed between 2 and 3 cannot know that the message has left;
    it is sent again under the same key (`public_id`), by which the gateway knows it. And a message on which every
    worker dies is not tried for ever, because its attempts were counted before.
    """
    message = _take_next(now, keeps_secrets)
    if message is not None and message.given_up_at is None:
        _write(message, send(message), now, keeps_secrets)
    return message


@transaction.atomic
def _take_next(now: datetime.datetime, keeps_secrets: bool) -> Message | None:
    """The attempt is counted and the next one set; what is too old by now is given up instead."""
    waiting = Message.objects.filter(sent_at=None, given_up_at=None, due_at__lte=now)
    message = waiting.order_by("-is_secret", "due_at", "pk").select_for_update(skip_locked=True).first()
    if message is None:
        return None
    if message.expires_at <= now:
        _give_up(message, Failure.TOO_OLD, now, keeps_secrets)
        return message
    message.attempts += 1
    message.due_at = now + rules.pause_after(message.attempts)
    message.failure, message.answer = Failure.UNFINISHED, None
    message.save(update_fields=["attempts", "due_at", "failure", "answer"])
    return message


@transaction.atomic
def _write(message: Message, attempt: rules.Attempt, now: datetime.datetime, keeps_secrets: bool) -> None:
    """The attempt's end stands in the message; a failure counts for nothing once a later attempt has begun."""
    held = Message.objects.select_for_update().get(pk=message.pk)
    if held.sent_at or held.given_up_at or (attempt.failure and held.attempts != message.attempts):
        return
    held.answer = attempt.answer
    if attempt.failure is None:
        held.sent_at, held.failure = now, ""
        _close(held, keeps_secrets)
    elif attempt.failure is Failure.REFUSED or held.due_at >= held.expires_at:
        _give_up(held, attempt.failure, now, keeps_secrets)
    else:
        held.failure = attempt.failure
        held.save(update_fields=["failure", "answer"])


def _give_up(message: Message, failure: Failure, now: datetime.datetime, keeps_secrets: bool) -> None:
    message.given_up_at, message.failure = now, failure
    _close(message, keeps_secrets)


def _close(message: Message, keeps_secrets: bool) -> None:
    """Nothing will be sent any more; a code or a key is not kept."""
    if message.is_secret and not keeps_secrets:
        message.body = ""
    message.save(update_fields=["sent_at", "given_up_at", "failure", "answer", "body"])


@transaction.atomic
def try_again(*, message_id: int, now: datetime.datetime) -> Message:
    """A message that was given up waits once more, as if it were new, under the key it has always had.

    Refuses with `rules.NotToBeRepeated` when it was not given up, or held a code.
    """
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.given_up_at is None or message.is_secret:
        raise rules.NotToBeRepeated
    message.given_up_at, message.failure, message.answer, message.attempts = None, "", None, 0
    message.due_at, message.expires_at = now, now + rules.LIFE
    message.save(update_fields=["given_up_at", "failure", "answer", "attempts", "due_at", "expires_at"])
    return message
