"""Telling subscribers in the evening what employers entered for them: once a day at most, nothing twice."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from apps.common import dates, text
from apps.common.periods import Month
from apps.outbox import services as outbox
from apps.registry.models import Establishment, Subscriber
from apps.regulations import selectors as regulations
from apps.timesheets import selectors
from apps.timesheets.models import HoursDigest
from apps.timesheets.rules.news import Entered, Hours, News, news

SUBSCRIBERS_AT_ONCE = 1000


def set_digest(*, subscriber: Subscriber, is_wanted: bool) -> None:
    """From now on the subscriber is told of his hours, or is not."""
    HoursDigest.objects.update_or_create(subscriber=subscriber, defaults={"is_wanted": is_wanted})


@transaction.atomic
def tell_subscribers(*, now: datetime.datetime, today: datetime.date, after: int = 0) -> int | None:
    """The next subscribers with an account know what changed in their open months; returns the last one's key.

    None when none is left after `after`. What is told and the message are written together: who is killed before has
    told nothing, who comes again finds it told. Who was told today waits until tomorrow.
    """
    with_account = Subscriber.objects.filter(pk__gt=after, user__is_active=True).order_by("pk")
    keys = list(with_account.values_list("pk", flat=True)[:SUBSCRIBERS_AT_ONCE])
    if not keys:
        return None
    HoursDigest.objects.bulk_create((HoursDigest(subscriber_id=pk) for pk in keys), ignore_conflicts=True)
    held = HoursDigest.objects.filter(subscriber__in=keys).exclude(told_on=today).order_by("subscriber")
    digests = list(held.select_for_update(of=("self",)).select_related("subscriber__user"))
    running, last_closed = Month.of(today), regulations.last_closed_month()
    open_from = max(running.previous, last_closed.next) if last_closed else running.previous
    outbox.post_notices(_notices(digests, open_from, running, today), now=now)
    return keys[-1]


def _notices(
    digests: Sequence[HoursDigest], open_from: Month, running: Month, today: datetime.date
) -> Iterator[outbox.Notice]:
    """One for each who has news and wants to know; all digests are brought up to date."""
    subscriber_ids = [digest.subscriber_id for digest in digests]
    entered = defaultdict(dict)
    for subscriber_id, establishment_id, month, minutes, spread in selectors.hours_entered(
        subscriber_ids, open_from, running
    ):
        entered[subscriber_id][establishment_id, Month.of(month)] = Entered(minutes, spread)
    found: dict[int, list[News]] = {}
    stale = []
    for digest in digests:
        hours = entered[digest.subscriber_id]
        fresh = news(_read(digest.told), hours, open_from=open_from)
        if fresh and digest.is_wanted:
            found[digest.subscriber_id] = fresh
            digest.told_on = today
        if (kept := _kept(hours)) != digest.told:
            digest.told = kept
            stale.append(digest)
    HoursDigest.objects.bulk_update(stale, ["told", "told_on"], batch_size=500)
    places = Establishment.objects.in_bulk({each.establishment_id for fresh in found.values() for each in fresh})
    for digest in digests:
        if fresh := found.get(digest.subscriber_id):
            yield _notice(digest.subscriber, fresh, places)


def _notice(subscriber: Subscriber, fresh: list[News], places: dict[int, Establishment]) -> outbox.Notice:
    user = subscriber.user
    with override(user.language or settings.LANGUAGE_CODE):
        lines = [_line(each, places[each.establishment_id]) for each in fresh]
        body = "\n".join([_("Flexible Work Portal: your working hours were entered or changed."), *lines])
        return outbox.Notice(user.mobile or subscriber.mobile, user.email, _("Your working hours"), body)


def _line(each: News, place: Establishment) -> str:
    values = {
        "place": place.name,
        "month": dates.month_name(each.month),
        "hours": text.hour_count(each.minutes),
        "difference": text.hour_count(abs(each.difference)),
    }
    if each.difference > 0:
        return _("%(place)s, %(month)s: %(difference)s more, %(hours)s in all") % values
    if each.difference < 0:
        return _("%(place)s, %(month)s: %(difference)s fewer, %(hours)s in all") % values
    return _("%(place)s, %(month)s: on other days, %(hours)s in all") % values


def _kept(hours: Hours) -> dict[str, list]:
    return {f"{establishment_id} {month}": list(each) for (establishment_id, month), each in hours.items()}


def _read(told: dict[str, list]) -> Hours:
    keys = {key: key.split() for key in told}
    return {(int(pk), Month.parse(month)): Entered(*told[key]) for key, (pk, month) in keys.items()}
