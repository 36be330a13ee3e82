"""Records of establishments and subscribers, taken by the thousand, and the account that a subscriber has."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext, override

from apps.accounts import services as accounts
from apps.accounts.choices import Event
from apps.accounts.models import User
from apps.accounts.rules import AlreadyOnFile
from apps.common import db
from apps.common.errors import RowsRefused
from apps.common.names import search_key
from apps.outbox import services as outbox
from apps.registry import rules
from apps.registry.models import Establishment, Subscriber
from apps.registry.rules import EstablishmentRow, SubscriberRow

# From so many new rows on, the planner must be told of them within the transaction.
MANY = 1000


class Registered(NamedTuple):
    """The key of every record that was asked for, by its number, and how many of them were new or changed."""

    ids: dict[str, int]
    created: int
    changed: int


@transaction.atomic
def register_establishments(rows: Iterable[EstablishmentRow]) -> Registered:
    """Every establishment of the rows is recorded, its names as the rows say.

    Nothing is written when a row is wrong: `RowsRefused` has all faults of all rows.
    """
    checked, faults = rules.check_establishments(rows)
    if faults:
        raise RowsRefused(faults)
    db.lock("registry")
    known = _known(Establishment.objects, "unified_number", EstablishmentRow._fields, checked)
    return _store(Establishment, checked, known, name_fields=("name_ar", "name_en"))


@transaction.atomic
def register_subscribers(rows: Iterable[SubscriberRow]) -> Registered:
    """Every subscriber of the rows is recorded, names and mobile number as the rows say.

    Nothing is written when a row is wrong, or differs from the record in a date that decides over age or law:
    `RowsRefused` has all faults of all rows.
    """
    checked, faults = rules.check_subscribers(rows)
    db.lock("registry")
    known = _known(Subscriber.objects, "national_id", SubscriberRow._fields, checked)
    refused = {fault.position for fault in faults}
    for position, row in enumerate(checked):
        if position not in refused and row.national_id in known:
            recorded = SubscriberRow._make(known[row.national_id][1:])
            faults.extend(rules.check_unchanged(position, row, recorded=recorded))
    if faults:
        raise RowsRefused(faults)
    return _store(Subscriber, checked, known, name_fields=("full_name_ar", "full_name_en"))


@transaction.atomic
def correct_first_insured(*, subscriber_id: int, first_insured_on: datetime.date | None) -> Subscriber:
    """The person was first insured on this day, or never; the months still open are computed under the law it means.

    A closed month keeps what it was computed with. Refuses with `InsuredBeforeBirth`.
    """
    subscriber = Subscriber.objects.select_for_update(no_key=True).get(pk=subscriber_id)
    rules.check_first_insured(first_insured_on, birth_date=subscriber.birth_date)
    subscriber.first_insured_on = first_insured_on
    subscriber.save(update_fields=["first_insured_on"])
    return subscriber


@transaction.atomic
def link_user(*, subscriber: Subscriber, user: User) -> None:
    """The user sees the subscriber's own pages. Both carry the same national ID, and each belongs to one other only.

    Refuses with `NotTheSamePerson` or `AccountTaken`.
    """
    if subscriber.national_id != user.national_id:
        raise rules.NotTheSamePerson
    locked = Subscriber.objects.select_for_update(no_key=True).get(pk=subscriber.pk)
    if locked.user_id not in (None, user.pk):
        raise rules.AccountTaken
    locked.user = user
    locked.save(update_fields=["user"])


@transaction.atomic
def change_mobile(*, subscriber: Subscriber, mobile: str) -> Subscriber:
    """The record has the number, in its stored form, that the person has proven to be his own."""
    held = Subscriber.objects.select_for_update(no_key=True).get(pk=subscriber.pk)
    held.mobile = mobile
    held.save(update_fields=["mobile"])
    return held


@transaction.atomic
def correct_mobile(
    *, subscriber: Subscriber, mobile: str, by: User, address: str, now: datetime.datetime
) -> Subscriber:
    """Another number is on file, on the word of staff or of national sign-in; the number left behind is told.

    An account follows it.

    Refuses with `AlreadyOnFile`.
    """
    locked = Subscriber.objects.select_for_update(of=("self",), no_key=True).select_related("user")
    held = locked.get(pk=subscriber.pk)
    if held.mobile == mobile and (held.user is None or held.user.mobile == mobile):
        raise AlreadyOnFile
    if held.user is not None:
        accounts.follow_mobile(user=held.user, mobile=mobile, by=by, address=address, now=now)
    else:
        accounts.record(Event.CONTACT_CHANGED, now=now, by=by, address=address, subscriber=held.pk, field="mobile")
        if held.mobile:
            outbox.post_sms(to=held.mobile, body=_mobile_changed(), now=now)
    held.mobile = mobile
    held.save(update_fields=["mobile"])
    return held


def _mobile_changed() -> str:
    """What the number left behind is told of a person without an account, whose language is not known."""
    with override(settings.LANGUAGE_CODE):
        return gettext(
            "Your mobile number on file in the Flexible Work Portal was changed. "
            "If it was not you who asked for it, ask the portal for help at once."
        )


def hold_subscribers(subscriber_ids: Iterable[int]) -> None:
    """Whoever changes hours or contracts of these subscribers waits until the transaction ends; always in key order."""
    rows = Subscriber.objects.select_for_update(no_key=True).filter(pk__among=list(subscriber_ids)).order_by("pk")
    list(rows.values_list("pk"))


def _known(records: QuerySet, key: str, fields: Sequence[str], rows: Sequence[NamedTuple]) -> dict[str, tuple]:
    """The records that the rows speak of, as (pk, *fields) by their key."""
    found = records.filter(**{f"{key}__among": [getattr(row, key) for row in rows]}).order_by("pk")
    return {record[1]: record for record in found.values_list("pk", *fields)}


def _store(
    model: type[Model], rows: Sequence[NamedTuple], known: dict[str, tuple], *, name_fields: tuple[str, str]
) -> Registered:
    """Writes what is new and what differs; a row begins with its key, and an empty field keeps what is known."""
    if not rows:
        return Registered({}, 0, 0)
    key, *fields = rows[0]._fields
    new = [row for row in rows if row[0] not in known]
    if new:
        records = ((*row, search_key(*(getattr(row, field) for field in name_fields))) for row in new)
        db.copy_rows(model._meta.db_table, [key, *fields, "search_key"], records)
        if len(new) >= MANY:
            db.analyze(model)
    changed = []
    for row in rows:
        pk, *recorded = known.get(row[0], (None,))
        said = [value or kept for value, kept in zip(row, recorded, strict=False)]
        if said != recorded:
            record = model(pk=pk, **dict(zip(row._fields, said, strict=True)))
            record.search_key = search_key(*(getattr(record, field) for field in name_fields))
            changed.append(record)
    if changed:
        model.objects.bulk_update(changed, [*fields, "search_key"], batch_size=500)
    added = _known(model.objects, key, [key], new) if new else {}
    ids = {number: record[0] for number, record in [*known.items(), *added.items()]}
    return Registered({row[0]: ids[row[0]] for row in rows}, len(new), len(changed))
