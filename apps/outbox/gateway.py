"""How a message leaves the house: a text by the gateway's HTTP address, a letter by Django's mail backend.

What is logged is the message's key and what came of it; never its words, its receiver or the gateway's token.
"""

import logging
import smtplib
from email.utils import parseaddr

import requests
from django.conf import settings
from django.core.mail import EmailMessage

from apps.outbox.choices import Channel, Failure
from apps.outbox.models import Message
from apps.outbox.rules import Attempt, read_http, read_smtp

CONNECT_SECONDS, ANSWER_SECONDS = 5, 10
log = logging.getLogger(__name__)


def send(message: Message) -> Attempt:
    """Hands the message over once. In the demonstration nothing leaves: its page shows what would have."""
    if settings.PORTAL_DEMO:
        return Attempt()
    attempt = _text(message) if message.channel == Channel.SMS else _letter(message)
    if attempt.failure:
        log.warning("Message %s was not sent: %s, answer %s", message.public_id, attempt.failure, attempt.answer)
    return attempt


def _text(message: Message) -> Attempt:
    """One request, known by the message's key: a gateway that has seen the key before does not send it twice."""
    gateway = settings.SMS_GATEWAY
    if gateway is None:
        return Attempt(Failure.NO_WAY)
    key = str(message.public_id)
    values = {"recipient": message.recipient, "text": message.body, "sender": gateway["sender"], "key": key}
    payload = {gateway["fields"][part]: value for part, value in values.items() if value}
    try:
        with requests.post(
            gateway["url"],
            **{"json" if gateway["is_json"] else "data": payload},
            headers={"Idempotency-Key": key, "Accept": "application/json"},
            auth=_Bearer(gateway["token"]),
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            allow_redirects=False,
            stream=True,  # what it says beyond the number is not read
        ) as answer:
            return read_http(answer.status_code)
    except requests.RequestException:
        return Attempt(Failure.NO_ANSWER)


class _Bearer(requests.auth.AuthBase):
    """Sets the token last, so that no `.netrc` of the machine takes its place."""

    def __init__(self, token: str):
        self.token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


def _letter(message: Message) -> Attempt:
    """One letter. A repeated one has the same `Message-ID`, by which mailboxes know it."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{message.public_id}@{domain}>", "Auto-Submitted": "auto-generated"}
    letter = EmailMessage(message.subject, message.body, to=[message.recipient], headers=headers)
    try:
        is_taken = bool(letter.send())
    except smtplib.SMTPRecipientsRefused as refusal:
        return read_smtp(max(code for code, _ in refusal.recipients.values()))
    except smtplib.SMTPSenderRefused as refusal:
        return Attempt(Failure.BUSY, refusal.smtp_code)
    except smtplib.SMTPResponseException as refusal:
        return read_smtp(refusal.smtp_code)
    except OSError:
        return Attempt(Failure.NO_ANSWER)
    except ValueError:
        # A receiver or subject that would have broken out of its line.
        is_taken = False
    return Attempt(None if is_taken else Failure.REFUSED)
