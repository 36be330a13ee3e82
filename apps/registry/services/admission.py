"""Establishments that ask to be admitted, and what staff decide about them."""

import datetime
import uuid
from typing import NamedTuple

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.services import record
from apps.common.names import search_key
from apps.outbox import services as outbox
from apps.registry import rules, selectors
from apps.registry.choices import EstablishmentKind, RequestState, Role
from apps.registry.models import Establishment, EstablishmentRequest
from apps.registry.services.invitations import LinkFor, Offer, invite
from apps.registry.services.records import register_establishments
from apps.registry.services.roles import hold_roles


class Application(NamedTuple):
    """What an establishment says of itself and its owner, every value in its stored form."""

    unified_number: str
    name_ar: str
    name_en: str
    kind: EstablishmentKind | str
    mobile: str
    email: str
    owner_national_id: str
    owner_name: str
    owner_birth_date: datetime.date | None = None


@transaction.atomic
def request_admission(
    *, key: uuid.UUID, application: Application, language: str, now: datetime.datetime
) -> EstablishmentRequest:
    """The request waits for staff, whether the number or the owner is known or not; the same key asks once."""
    values = application._asdict()
    names = search_key(application.name_ar, application.name_en, application.owner_name)
    values |= {"search_key": names, "language": language, "received_at": now}
    return EstablishmentRequest.objects.get_or_create(public_id=key, defaults=values)[0]


@transaction.atomic
def admit_establishment(
    *,
    request: EstablishmentRequest,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    link_for: LinkFor,
    address: str | None = None,
) -> EstablishmentRequest:
    """The establishment is on record, its owner is invited, and the contact is told. A known record stays as it is.

    Refuses with `RequestDecided`.
    """
    asked = _pending(request)
    establishment = Establishment.objects.filter(unified_number=asked.unified_number).first()
    if establishment is None:
        row = rules.EstablishmentRow(asked.unified_number, asked.name_ar, asked.name_en)
        key = register_establishments([row]).ids[asked.unified_number]
        establishment = Establishment.objects.get(pk=key)
    asked.establishment = establishment
    _decide(asked, RequestState.ADMITTED, by=by, now=now)
    _invite_owner(asked, by=by, now=now, today=today, link_for=link_for, address=address)
    _record(Event.ESTABLISHMENT_ADMITTED, asked, by=by, now=now, address=address)
    with translation.override(asked.language):
        body = _(
            "Request %(reference)s is accepted: %(establishment)s is registered in the Flexible Work Portal. "
            "The owner receives an invitation of his own."
        )
        _tell(asked, body % {"reference": asked.reference, "establishment": asked.name}, now=now)
    return asked


@transaction.atomic
def refuse_establishment(
    *, request: EstablishmentRequest, reason: str, by: User, now: datetime.datetime, address: str | None = None
) -> EstablishmentRequest:
    """The request is refused and the contact is told why. Refuses with `RequestDecided` or `ReasonMissing`."""
    if not reason:
        raise rules.ReasonMissing
    asked = _pending(request)
    asked.reason = reason
    _decide(asked, RequestState.REFUSED, by=by, now=now)
    _record(Event.ESTABLISHMENT_REFUSED, asked, by=by, now=now, address=address)
    with translation.override(asked.language):
        body = _("Request %(reference)s for %(establishment)s could not be accepted: %(reason)s")
        values = {"reference": asked.reference, "establishment": asked.name, "reason": reason}
        _tell(asked, body % values, now=now)
    return asked


def _pending(request: EstablishmentRequest) -> EstablishmentRequest:
    asked = EstablishmentRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if asked.state != RequestState.PENDING:
        raise rules.RequestDecided
    return asked


def _decide(asked: EstablishmentRequest, state: RequestState, *, by: User, now: datetime.datetime) -> None:
    asked.state, asked.decided_by, asked.decided_at = state, by, now
    asked.save(update_fields=["state", "decided_by", "decided_at", "reason", "establishment"])


def _record(kind: Event, asked: EstablishmentRequest, *, by: User, now: datetime.datetime, address: str | None) -> None:
    record(kind, now=now, by=by, address=address, request=asked.reference, establishment=asked.unified_number)


def _invite_owner(
    asked: EstablishmentRequest,
    *,
    by: User,
    now: datetime.datetime,
    today: datetime.date,
    link_for: LinkFor,
    address: str | None,
) -> None:
    """An earlier invitation gives way to this one; who has a role already is asked for nothing."""
    establishment = asked.establishment
    hold_roles(establishment)
    held = establishment.memberships.filter(user__national_id=asked.owner_national_id)
    if selectors.in_force(held, on=today).exists():
        return
    earlier = establishment.invitations.filter(national_id=asked.owner_national_id)
    earlier.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=by)
    offer = Offer(asked.owner_national_id, asked.owner_name, Role.OWNER, asked.mobile, asked.email)
    invite(establishment=establishment, offer=offer, by=by, now=now, today=today, link_for=link_for, address=address)


def _tell(asked: EstablishmentRequest, body: str, *, now: datetime.datetime) -> None:
    subject = _("Your registration request in the Flexible Work Portal")
    outbox.post_sms(to=asked.mobile, body=body, now=now)
    outbox.post_email(to=asked.email, subject=subject, body=body, now=now)
