"""Reminding establishments of a month that lacks hours or their declaration, on the planned days before the cut-off."""

import datetime
from collections.abc import Collection, Iterator

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from apps.accounts.models import User
from apps.common import dates, text
from apps.common.periods import Month
from apps.outbox import services as outbox
from apps.registry import selectors as registry
from apps.registry.choices import MANAGING, Role
from apps.registry.models import Establishment, Membership
from apps.regulations import selectors as regulations
from apps.timesheets import rules, selectors

PLACES_NAMED = 3


def send_reminders(*, now: datetime.datetime, today: datetime.date) -> int:
    """Whoever still has to enter or attest is reminded, once for each planned day; returns how many messages wait.

    A month without hours is told to owners, supervisors and hours clerks; one that only lacks its declaration to those
    who may give it. Of planned days that were missed the latest is caught up with.
    """
    last_closed = regulations.last_closed_month()
    running = Month.of(today)
    first = max(regulations.first_month(), running.previous)
    months = [month for month in {first, running} if last_closed is None or month > last_closed]
    return sum(_remind(month, now, today) for month in sorted(months))


@transaction.atomic
def _remind(month: Month, now: datetime.datetime, today: datetime.date) -> int:
    last_entry_day = regulations.rules_of(month).last_entry_day
    planned_on = rules.reminder_day(last_entry_day, regulations.reminder_days(month), today=today)
    if planned_on is None:
        return 0
    lacking = selectors.establishments_lacking(month)
    if today < month.last_day:
        # Hours can still follow, so nobody can attest them yet.
        lacking = {pk: has_hours for pk, has_hours in lacking.items() if not has_hours}
    reminded = _take(month, planned_on, list(lacking), now)
    return outbox.post_notices(_notices(month, reminded, lacking, last_entry_day, today), now=now)


def _take(month: Month, planned_on: datetime.date, establishment_ids: list[int], now: datetime.datetime) -> list[int]:
    """Those not reminded yet; who asks at the same moment waits, and then finds them taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO timesheets_reminder (establishment_id, month, planned_on, sent_at)
            SELECT unnest(%s::bigint[]), %s, %s, %s ON CONFLICT DO NOTHING RETURNING establishment_id
            """,
            [sorted(establishment_ids), month.first_day, planned_on, now],
        )
        return [establishment_id for (establishment_id,) in cursor.fetchall()]


def _notices(
    month: Month,
    reminded: Collection[int],
    lacking: dict[int, bool],
    last_entry_day: datetime.date,
    today: datetime.date,
) -> Iterator[outbox.Notice]:
    """One for each person, in his language, of all his establishments."""
    roles = {True: MANAGING, False: (*MANAGING, Role.HOURS_CLERK)}
    members = registry.in_force(Membership.objects.filter(establishment_id__among=list(reminded)), on=today)
    members = members.filter(user__is_active=True).select_related("user", "establishment")
    people: dict[int, tuple[User, dict[bool, list[Establishment]]]] = {}
    for member in members.order_by("establishment__search_key", "pk"):
        has_hours = lacking[member.establishment_id]
        if member.role in roles[has_hours]:
            _user, places = people.setdefault(member.user_id, (member.user, {}))
            places.setdefault(has_hours, []).append(member.establishment)
    for user, places in people.values():
        with override(user.language or settings.LANGUAGE_CODE):
            values = {"month": dates.month_name(month), "date": dates.gregorian(last_entry_day)}
            body = " ".join(
                _words(has_hours) % {**values, "places": _named(found)} for has_hours, found in sorted(places.items())
            )
            yield outbox.Notice(user.mobile, user.email, _("Hours of %(month)s") % values, body)


def _words(has_hours: bool) -> str:
    if has_hours:
        return _(
            "Flexible Work Portal: the hours of %(month)s are not attested yet for %(places)s. They can be attested "
            "until %(date)s; after that the portal attests what is entered."
        )
    return _(
        "Flexible Work Portal: no hours of %(month)s are entered yet for %(places)s. They can be entered until "
        "%(date)s. If nobody worked, that can be declared."
    )


def _named(places: list[Establishment]) -> str:
    names = pgettext("list", ", ").join(place.name for place in places[:PLACES_NAMED])
    more = len(places) - PLACES_NAMED
    if more <= 0:
        return names
    words = ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", more)
    return words % {"names": names, "count": text.number(more)}
