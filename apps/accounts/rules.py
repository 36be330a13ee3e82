"""What a national ID or Iqama number is: ten digits, the first 1 (Saudi) or 2 (resident), the last a check digit."""

import re

from django.utils.translation import gettext_lazy as _
from stdnum import luhn

from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError

_TEN_DIGITS = re.compile(r"[0-9]{10}")


class IdNotTenDigits(DomainError):
    message = _("The ID has 10 digits; %(n)s were entered")


class IdNotDigits(DomainError):
    message = _("The ID consists of digits only")


class IdBeginsWrong(DomainError):
    message = _("The ID begins with 1 or 2")


class IdNotValid(DomainError):
    message = _("This ID number is not valid. Check the digits")


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
