"""What an establishment's and a subscriber's record must be like, and how roles follow one another."""

import datetime
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from apps.accounts import rules as accounts
from apps.accounts.rules import IdBeginsWrong, check_person_id
from apps.common.digits import mixes_scripts, to_ascii
from apps.common.errors import DomainError, RowRefusal
from apps.common.periods import end_of_term
from apps.common.scripts import plain_text
from apps.registry.choices import DELEGABLE, Role

NAME_LENGTH = 150
INVITATION_LIFE = datetime.timedelta(days=7)
_UNIFIED_NUMBER = re.compile(r"7[0-9]{9}")
_EARLIEST_BIRTH = datetime.date(1900, 1, 1)


class UnifiedNumberNotValid(DomainError):
    message = _("A unified number has 10 digits and begins with 7")


class NotSaudi(DomainError):
    message = _("Flexible work is open to Saudis only: the national ID begins with 1 (Labour Regulation 27/2/2)")


class NameMissing(DomainError):
    message = _("The name in Arabic is missing")


class BirthDateNotPossible(DomainError):
    message = _("The birth date %(day)s is not possible")


class InsuredBeforeBirth(DomainError):
    message = _("The first insured date %(day)s comes before the birth date")


class RowRepeated(DomainError):
    message = _("%(key)s stands in an earlier row already")


class RecordedOtherwise(DomainError):
    """Birth and first insured date decide over age and law; a file cannot change them."""

    message = _("The person is recorded with %(recorded)s. The insurance body's staff can correct it")


class RoleHeld(DomainError):
    message = _("%(user)s already holds a role in this establishment in that time")


class RoleDatesDisordered(DomainError):
    message = _("A role cannot end before it begins")


class RoleEnded(DomainError):
    message = _("This role has ended on %(ends_on)s.")


class RoleEndsEarlier(DomainError):
    message = _("This role ends on %(ends_on)s already; an end can only be brought forward")


class LastOwner(DomainError):
    message = _("An establishment keeps an owner without a last day. Name another owner first")


class NotGranted(DomainError):
    message = _("Nobody gives more than he holds: a role is given by an owner of the establishment")


class OwnGrant(DomainError):
    message = _("Nobody gives a role to himself")


class RoleUnchanged(DomainError):
    message = _("The person holds this role already")


class DelegationNotLimited(DomainError):
    message = _("An outside office can be hours clerk, accountant or viewer")


class DelegationNotEnding(DomainError):
    message = _("A delegation to an outside office needs a last day")


class DelegationTooLong(DomainError):
    message = _("A delegation to an outside office ends on %(last)s at the latest; it can be given anew")


class LastDayPast(DomainError):
    message = _("The last day has passed already")


class ContactMissing(DomainError):
    message = _("A mobile number or an e-mail address is needed: the invitation goes there")


class InvitationWaiting(DomainError):
    message = _("An invitation to this person is waiting already. It can be sent again or withdrawn")


class InvitationGone(DomainError):
    message = _("This invitation is not open any more")


class InvitationOfAnother(DomainError):
    """A wrong ID and a wrong birth date get one answer."""

    message = _("What was entered does not match the invitation. Check it and try again")


class RequestDecided(DomainError):
    message = _("This request was decided already")


class ReasonMissing(DomainError):
    message = _("The reason is missing")


class NotTheSamePerson(DomainError):
    message = _("The account and the subscriber have different national IDs")


class AccountTaken(DomainError):
    message = _("The account or the subscriber is already linked to another one")


class EstablishmentRow(NamedTuple):
    unified_number: str
    name_ar: str
    name_en: str = ""


class SubscriberRow(NamedTuple):
    """`first_insured_on` is None for a person never insured before."""

    national_id: str
    full_name_ar: str
    full_name_en: str
    birth_date: datetime.date
    first_insured_on: datetime.date | None = None
    mobile: str = ""


def check_unified_number(text: str) -> str:
    """The number in its one stored form; refuses with `UnifiedNumberNotValid`."""
    number = "".join(to_ascii(text).split())
    if mixes_scripts(text) or not _UNIFIED_NUMBER.fullmatch(number):
        raise UnifiedNumberNotValid
    return number


def check_national_id(text: str) -> str:
    """A subscriber's ID in its one stored form. Flexible work is for Saudis only (Labour Regulation 27/2/2)."""
    try:
        number = check_person_id(text)
    except IdBeginsWrong:
        raise NotSaudi from None
    if not number.startswith("1"):
        raise NotSaudi
    return number


def check_mobile(text: str) -> str:
    """`+9665XXXXXXXX`, or nothing when nothing is given; refuses with `MobileNotValid`."""
    return accounts.check_mobile(text) if to_ascii(text) else ""


def check_establishments(rows: Iterable[EstablishmentRow]) -> tuple[list[EstablishmentRow], list[RowRefusal]]:
    """The rows in their stored form, and everything wrong with any of them."""
    faults: list[RowRefusal] = []
    checked = []
    for position, row in enumerate(rows):
        read = _reader(position, faults)
        checked.append(
            EstablishmentRow(
                read("unified_number", check_unified_number, row.unified_number),
                read("name_ar", _required_name, row.name_ar),
                read("name_en", _name, row.name_en),
            )
        )
    faults.extend(repeated("unified_number", [row.unified_number for row in checked]))
    return checked, faults


def check_subscribers(rows: Iterable[SubscriberRow]) -> tuple[list[SubscriberRow], list[RowRefusal]]:
    """The rows in their stored form, and everything wrong with any of them."""
    faults: list[RowRefusal] = []
    checked = []
    for position, row in enumerate(rows):
        read = _reader(position, faults)
        checked.append(
            SubscriberRow(
                read("national_id", check_national_id, row.national_id),
                read("full_name_ar", _required_name, row.full_name_ar),
                read("full_name_en", _name, row.full_name_en),
                read("birth_date", _check_birth, row.birth_date),
                read("first_insured_on", _check_insured, row),
                read("mobile", check_mobile, row.mobile),
            )
        )
    faults.extend(repeated("national_id", [row.national_id for row in checked]))
    return checked, faults


def repeated(field: str, keys: Iterable[str]) -> Iterator[RowRefusal]:
    """Which rows repeat the key of an earlier one; rows without a key are passed over."""
    seen = set()
    for position, key in enumerate(keys):
        if key and key in seen:
            yield RowRefusal(position, field, RowRepeated(key=key))
        seen.add(key)


def check_unchanged(position: int, row: SubscriberRow, *, recorded: SubscriberRow) -> Iterator[RowRefusal]:
    """What a row says otherwise than the record about the dates that a file cannot change."""
    for field in ("birth_date", "first_insured_on"):
        before = getattr(recorded, field)
        if getattr(row, field) != before:
            yield RowRefusal(position, field, RecordedOtherwise(recorded=before or "–"))


def check_first_insured(first_insured_on: datetime.date | None, *, birth_date: datetime.date) -> None:
    """Refuses with `InsuredBeforeBirth`; no day means that the person was never insured."""
    if first_insured_on is not None and first_insured_on < birth_date:
        raise InsuredBeforeBirth(day=first_insured_on)


def check_role_dates(starts_on: datetime.date, ends_on: datetime.date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise RoleDatesDisordered


def check_delegation(
    *, role: Role | str, ends_on: datetime.date | None, office_name: str, today: datetime.date
) -> None:
    """An outside office holds a limited role for a year at most; a last day of anybody's role lies ahead."""
    if ends_on is not None and ends_on < today:
        raise LastDayPast
    if not office_name:
        return
    if role not in DELEGABLE:
        raise DelegationNotLimited
    if ends_on is None:
        raise DelegationNotEnding
    last = end_of_term(today, months=12)
    if ends_on > last:
        raise DelegationTooLong(last=last)


def expiry(*, now: datetime.datetime, ends_on: datetime.date | None) -> datetime.datetime:
    """An invitation is open for a week, and not beyond the last day of the role it offers."""
    week = now + INVITATION_LIFE
    if ends_on is None:
        return week
    midnight = datetime.datetime.combine(ends_on + datetime.timedelta(days=1), datetime.time(), tzinfo=now.tzinfo)
    return min(week, midnight)


def digest(token: str) -> str:
    """What is kept of the secret of a link."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _reader(position: int, faults: list[RowRefusal]) -> Callable:
    """Reads one field of the row; what is refused is noted and reads as nothing."""

    def read(field: str, check: Callable, value):
        try:
            return check(value)
        except DomainError as refusal:
            faults.append(RowRefusal(position, field, refusal))
            return ""

    return read


def _name(text: str) -> str:
    return plain_text(text, limit=NAME_LENGTH)


def _required_name(text: str) -> str:
    name = _name(text)
    if not name:
        raise NameMissing
    return name


def check_birth_date(day: datetime.date, *, today: datetime.date) -> datetime.date:
    """A day on which somebody who lives was born; refuses with `BirthDateNotPossible`."""
    if day > today:
        raise BirthDateNotPossible(day=day)
    return _check_birth(day)


def _check_birth(day: datetime.date) -> datetime.date:
    if day < _EARLIEST_BIRTH:
        raise BirthDateNotPossible(day=day)
    return day


def _check_insured(row: SubscriberRow) -> datetime.date | None:
    check_first_insured(row.first_insured_on, birth_date=row.birth_date)
    return row.first_insured_on
