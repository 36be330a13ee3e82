"""One-time codes: sent within limits, and right once. A known and an unknown person cost the same work and writing."""

import datetime
import secrets
import uuid
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext, gettext_lazy, override

from apps.accounts import rules
from apps.accounts.choices import Event, Purpose
from apps.accounts.models import OneTimeCode, User
from apps.accounts.rules import Visit
from apps.accounts.services.log import record
from apps.common import dates, db
from apps.common.errors import DomainError
from apps.outbox import services as outbox
from apps.outbox.rules import LIFE

WORDS = {
    Purpose.SIGN_UP: gettext_lazy("Code to open an account in the Flexible Work Portal: %(code)s"),
    Purpose.PASSWORD: gettext_lazy("Code for a new password in the Flexible Work Portal: %(code)s"),
    Purpose.MOBILE: gettext_lazy("Code to confirm this mobile number in the Flexible Work Portal: %(code)s"),
    Purpose.EMAIL: gettext_lazy("Code to confirm this e-mail address in the Flexible Work Portal: %(code)s"),
}
# A letter to nobody is written for this number before it is taken back.
NOBODY = "+966500000000"


class Letter(NamedTuple):
    """A text message, or with a subject an e-mail; to nobody when `to` is empty."""

    to: str = ""
    body: str = ""
    subject: str = ""


def send_code(
    *,
    purpose: Purpose,
    attempt: uuid.UUID,
    subject: str,
    to: str,
    visit: Visit,
    now: datetime.datetime,
    user: User | None = None,
    instead: Letter | None = None,
    is_quiet: bool = True,
) -> None:
    """A code is on its way to a mobile number or an e-mail address; earlier ones of the attempt stay valid.

    With nobody to write to, or a letter `instead`, as much is done and written, but nothing typed will be right.
    `subject` is whom the visitor asks for. He is refused when he has asked too often, for this person or for all.
    What others have asked for the person or sent to the recipient would be told by a refusal, and could be used to
    keep the person out: it only silences the message, unless the visitor has proven who he is (not `is_quiet`).
    Refuses with `CodeTooSoon` or `CodesTooMany` before anything is sent.
    """
    code = f"{secrets.randbelow(10**6):06d}"
    letter = instead or _letter(purpose, to, code, visit, user)
    # Whoever has proven himself does not pay for what strangers ask for him.
    subject = _digest("subject" if is_quiet else "proven subject", subject)
    try:
        _send(purpose, attempt, subject, code, letter, instead is None, visit, now, user, is_quiet)
    except DomainError as refusal:
        _refused(purpose, type(refusal).__name__, visit, now, user)
        raise


@transaction.atomic
def _send(purpose, attempt, subject, code, letter, is_code, visit, now, user, is_quiet) -> None:
    # One at a time, so that nobody comes past a limit beside another.
    db.lock("one-time codes")
    if not _within_limits(attempt, subject, letter.to, visit, now, is_quiet=is_quiet):
        letter = letter._replace(to="")
    OneTimeCode.objects.create(
        purpose=purpose,
        attempt=attempt,
        subject=subject,
        recipient=letter.to,
        user=user,
        digest=_digest(str(attempt), code),
        is_decoy=not (letter.to and is_code),
        network=visit.network,
        sent_at=now,
        expires_at=now + rules.CODE_LIFE,
    )
    _post(letter, now, life=None if is_code else LIFE)
    if letter.to:
        record(Event.CODE_SENT, now=now, user=user, address=visit.address, purpose=purpose, is_code=str(is_code))
    else:
        _refused(purpose, "nobody", visit, now, user)


def _within_limits(attempt, subject, recipient, visit, now, *, is_quiet: bool) -> bool:
    """Whether the person may have one more message; the limits of who asks are refusals."""
    past = list(
        OneTimeCode.objects.filter(sent_at__gt=now - rules.DAY)
        .filter(
            Q(subject=subject)
            | Q(network=visit.network)
            | Q(recipient=recipient, recipient__gt="")
            | Q(attempt=attempt)
        )
        .order_by("sent_at", "pk")
    )
    latest = max((code.sent_at for code in past if code.attempt == attempt), default=None)
    if latest is not None and now < latest + rules.RESEND_AFTER:
        raise rules.CodeTooSoon(seconds=-((now - latest - rules.RESEND_AFTER) // datetime.timedelta(seconds=1)))
    of_visitor = [
        code.sent_at for code in past if code.subject == subject and (code.network == visit.network or not is_quiet)
    ]
    # Nobody is reached by what was silenced: asking on does not keep a person silent for longer.
    to_person = [
        code.sent_at for code in past if code.recipient and (code.subject == subject or code.recipient == recipient)
    ]
    limits = (
        (rules.PER_VISITOR, of_visitor),
        (rules.PER_ADDRESS, [code.sent_at for code in past if code.network == visit.network]),
        *(() if is_quiet else ((rules.PER_PERSON, to_person),)),
    )
    waits = [rules.free_at(moments, limit, now=now) for limit, moments in limits]
    if any(waits):
        raise rules.CodesTooMany(time=dates.moment(max(filter(None, waits))))
    return rules.free_at(to_person, rules.PER_PERSON, now=now) is None


def _post(letter: Letter, now: datetime.datetime, *, life: datetime.timedelta | None) -> None:
    """The letter leaves; one to nobody is written too and taken back, because the time it takes can be measured."""
    mark, kept = transaction.savepoint(), {"now": now, "is_secret": True, "life": life}
    if letter.subject:
        outbox.post_email(to=letter.to, subject=letter.subject, body=letter.body, **kept)
    else:
        outbox.post_sms(to=letter.to or NOBODY, body=letter.body, **kept)
    if letter.to:
        transaction.savepoint_commit(mark)
    else:
        transaction.savepoint_rollback(mark)


def check_code(
    *,
    purpose: Purpose,
    attempt: uuid.UUID,
    typed: str,
    visit: Visit,
    now: datetime.datetime,
    user: User | None = None,
) -> OneTimeCode:
    """The person of the attempt has proven himself; its other codes are void.

    A wrong one costs all its live codes a try. Refuses with `CodeWrong`, `CodeTriesUsed` or `CodeExpired`.
    The same code sent twice by the same attempt, as by a double click, is right both times.
    """
    found = _try(purpose, attempt, typed, now)
    if isinstance(found, DomainError):
        _refused(purpose, type(found).__name__, visit, now, user)
        raise found
    return found


@transaction.atomic
def _try(purpose, attempt, typed, now) -> OneTimeCode | DomainError:
    """The code that is right, or why none is: a refusal is returned, because the try that it cost must stay."""
    codes = list(
        OneTimeCode.objects.select_for_update(of=("self",)).filter(attempt=attempt, purpose=purpose).order_by("pk")
    )
    digest = _digest(str(attempt), typed)
    right = [code for code in codes if constant_time_compare(code.digest, digest) and not code.is_decoy]
    used = [code for code in right if code.used_at is not None]
    if used:
        return used[-1]
    live = [code for code in codes if code.is_live(now)]
    if not live:
        is_expired = not codes or codes[-1].expires_at <= now
        return rules.CodeExpired() if is_expired else rules.CodeTriesUsed()
    proven = next((code for code in live if code in right), None)
    for code in live:
        _spend(code, now, is_right=code is proven, is_over=proven is not None)
    OneTimeCode.objects.bulk_update(live, ["tries", "used_at", "void_at"])
    if proven is not None:
        return proven
    left = rules.TRIES - live[-1].tries
    return rules.CodeWrong(left=left) if left else rules.CodeTriesUsed()


def _spend(code: OneTimeCode, now: datetime.datetime, *, is_right: bool, is_over: bool) -> None:
    if is_right:
        code.used_at = now
        return
    code.tries += not is_over
    if is_over or code.tries >= rules.TRIES:
        code.void_at = now


def _letter(purpose: Purpose, to: str, code: str, visit: Visit, user: User | None) -> Letter:
    """The last line binds the code to this site, so that a browser fills it in here and nowhere else."""
    with override((user and user.language) or visit.language):
        words = str(WORDS[purpose]) % {"code": code}
        care = gettext("It is valid for 15 minutes. Nobody of the portal asks for it; it is given to nobody.")
        body = f"{words}\n{care}\n\n@{visit.host.partition(':')[0]} #{code}"
        return Letter(to, body, gettext("Verification code") if purpose == Purpose.EMAIL else "")


def _refused(purpose, reason: str, visit: Visit, now: datetime.datetime, user: User | None) -> None:
    record(Event.CODE_REFUSED, now=now, user=user, address=visit.address, purpose=purpose, reason=reason)


def _digest(salt: str, text: str) -> str:
    """What the table keeps instead of a code or an ID: without the key, trying all of them finds nothing."""
    return salted_hmac(f"one-time code {salt}", text, algorithm="sha256").hexdigest()
