"""What IDs, mobile numbers and one-time codes are like, and how often a code may be asked for.

A national ID or Iqama number has ten digits, the first 1 (Saudi) or 2 (resident), the last a check digit.
"""

import datetime
import ipaddress
import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from stdnum import luhn

from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError

_TEN_DIGITS = re.compile(r"[0-9]{10}")
_BETWEEN = re.compile("[\\s().\u2010-\u2015-]")
_COUNTRY = re.compile(r"(?:00966|\+?966|0)?(.*)")

# The text of `portal/terms.html`: whoever changes it gives it a new version.
TERMS_VERSION = "2026-11"
# A longer password proves nothing more, and only costs time to hash.
PASSWORD_LENGTH = 128
TRIES = 5
CODE_LIFE = datetime.timedelta(minutes=15)
# How long it is known that a code was sent, tried and used; longer than any limit counts back.
CODE_KEPT = datetime.timedelta(days=30)
# How long whoever has proven himself by a code may take for the page after it.
PROOF_LIFE = datetime.timedelta(minutes=30)
RESEND_AFTER = datetime.timedelta(seconds=60)
CHANGES_A_DAY = 3
DAY = datetime.timedelta(days=1)


class Limit(NamedTuple):
    count: int
    within: datetime.timedelta


# What one visitor may ask for one person, and for all together: he is told when he has had enough.
PER_VISITOR = (Limit(5, datetime.timedelta(hours=1)), Limit(10, DAY))
PER_ADDRESS = (Limit(20, datetime.timedelta(hours=1)), Limit(100, DAY))
# What is sent for one person or to one recipient, whoever asks: more than one visitor may ask for, so that no stranger
# alone uses up another's codes. It silences messages without a word.
PER_PERSON = (Limit(10, datetime.timedelta(hours=1)), Limit(30, DAY))


class Visit(NamedTuple):
    """Whence somebody asks: his network address, the site he sees, and the language he reads it in."""

    address: str
    host: str
    language: str

    @property
    def network(self) -> str:
        """What counts as one visitor: a whole IPv6 network of 64 bits belongs to one household."""
        address = ipaddress.ip_address(self.address)
        if address.version == 4:
            return str(address)
        return str(ipaddress.IPv6Network((address, 64), strict=False).network_address)


class IdNotTenDigits(DomainError):
    message = _("The ID has 10 digits; %(n)s were entered")


class IdNotDigits(DomainError):
    message = _("The ID consists of digits only")


class IdBeginsWrong(DomainError):
    message = _("The ID begins with 1 or 2")


class IdNotValid(DomainError):
    message = _("This ID number is not valid. Check the digits")


class MobileNotValid(DomainError):
    message = _("A mobile number is written 05XXXXXXXX")


class MobileNotDigits(MobileNotValid):
    message = _("A mobile number consists of digits, such as 0512345678")


class MobileNotSaudi(MobileNotValid):
    message = _("Only Saudi mobile numbers are possible: they begin with 05")


class MobileWrongLength(MobileNotValid):
    message = _("A mobile number has 10 digits, such as 0512345678")


class CodeNotSixDigits(DomainError):
    message = _("The code consists of 6 digits")


class CodeWrong(DomainError):
    message = _("The code is not correct. Attempts left: %(left)s")


class CodeTriesUsed(DomainError):
    message = _("The code is not correct, and no attempts are left. A new code can be sent")


class CodeExpired(DomainError):
    """Whoever hears it sends a new one, unless the limits stand against it."""

    message = _("The code has expired. A new one was sent")


class CodeTooSoon(DomainError):
    message = _("Seconds until a new code can be sent: %(seconds)s")


class CodesTooMany(DomainError):
    message = _("Too many attempts. Try again after %(time)s")


class SignInsTooMany(DomainError):
    message = _("Too many attempts. Try again after %(time)s")


class ChangesTooMany(DomainError):
    message = _("This was changed three times within a day. Try again tomorrow")


class AlreadyOnFile(DomainError):
    message = _("This is on file already")


class AccountExists(DomainError):
    message = _("The account is open already. Sign in with the ID number and the password")


def check_person_id(text: str) -> str:
    """The ID in its one stored form, from whatever digits and spaces it is typed with; else the reason it is none."""
    number = "".join(to_ascii(text).split())
    if mixes_scripts(text) or not (number.isascii() and number.isdigit()):
        raise IdNotDigits
    if not _TEN_DIGITS.fullmatch(number):
        raise IdNotTenDigits(n=len(number))
    if number[0] not in "12":
        raise IdBeginsWrong
    if len(set(number)) == 1 or not luhn.is_valid(number):
        raise IdNotValid
    return number


def check_mobile(text: str) -> str:
    """`+9665XXXXXXXX`, from 05…, 5…, 9665…, +9665… or 009665… in whatever digits; else a `MobileNotValid`."""
    number = _BETWEEN.sub("", to_ascii(text))
    if mixes_scripts(text) or not re.fullmatch(r"\+?[0-9]+", number):
        raise MobileNotDigits
    local = _COUNTRY.fullmatch(number)[1]
    if not local.startswith("5"):
        raise MobileNotSaudi
    if len(local) != 9:
        raise MobileWrongLength
    return f"+966{local}"


def check_code(text: str) -> str:
    """Six digits, however they are pasted; refuses with `CodeNotSixDigits`."""
    code = _BETWEEN.sub("", to_ascii(text))
    if mixes_scripts(text) or not re.fullmatch(r"[0-9]{6}", code):
        raise CodeNotSixDigits
    return code


def free_at(
    moments: Iterable[datetime.datetime], limits: Iterable[Limit], *, now: datetime.datetime
) -> datetime.datetime | None:
    """When it may happen again after it happened at these moments; None when it may happen now."""
    past = sorted(moments)
    waits = []
    for limit in limits:
        recent = [moment for moment in past if moment > now - limit.within]
        if len(recent) >= limit.count:
            waits.append(recent[-limit.count] + limit.within)
    return max(waits, default=None)
