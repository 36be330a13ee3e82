"""One page of a month's people, as it is stored or as it came back from a person."""

import dataclasses
import datetime
from collections.abc import Mapping
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.common import dates, names
from apps.common.periods import Month
from apps.contracts.models import Contract
from apps.contracts.selectors import contracts_of, with_id
from apps.registry.access import Desk
from apps.timesheets import rules, selectors
from apps.timesheets.forms import PostedRow
from apps.timesheets.grid import Builder, Grid
from apps.timesheets.models import HoursEntry
from apps.timesheets.pages.sheet import SheetPage
from apps.timesheets.rules.outlook import LookAhead, Outlook
from apps.timesheets.services import Recorded, Refused

# 31 days of more people would be more fields than a browser should carry and a server take at a time.
PEOPLE_PER_PAGE = 20


class MonthPage(SheetPage):
    """One page of the month's people: as it is stored, or as it came back from a person with what he typed."""

    def __init__(self, desk: Desk, month: Month, today: datetime.date, *, query: QueryDict, look_ahead: LookAhead):
        super().__init__(desk, month, today)
        self.search = query.get("q", "").strip()[:100]
        self.number = query.get("page", "")
        self._look_ahead = look_ahead
        self.posted: dict[int, PostedRow] = {}
        self.recorded: Recorded | None = None
        self.copied: dict[int, dict[int, int]] = {}
        self.days_outside = self.days_ahead = 0
        self.has_copied = False
        self.pasted: rules.Pasted | None = None
        self.undone: selectors.LastSave | None = None

    def take(self, posted: Mapping[int, PostedRow]) -> None:
        """What was posted is shown and judged from now on; 404 for a contract of another establishment."""
        own = contracts_of(self.desk.establishment).filter(pk__among=list(posted))
        if own.count() != len(posted):
            raise Http404
        self.posted = dict(posted)

    def put(self, pasted: rules.Pasted) -> None:
        """The texts of a block stand in their days, with what can already be said against them; nothing is saved."""
        self.pasted = pasted
        self._type(pasted.cells)

    def undo(self) -> None:
        """What stood before the member's last save stands in its days again; nothing is saved.

        Whatever the page showed there when it was sent, it is changed from what stands now.
        """
        self.undone = selectors.last_save(
            self.desk.establishment,
            self.month,
            user_id=self.desk.membership.user_id,
            contract_ids=list(self.posted),
        )
        stored = self._stored
        for contract_id, days in self.undone.before.items():
            row = self.posted[contract_id]
            original = row.original | {day: stored[contract_id][day] for day in days}
            self.posted[contract_id] = dataclasses.replace(row, original=original)
        self._type(
            {
                contract_id: {day: rules.as_hours(minutes) if minutes else "" for day, minutes in days.items()}
                for contract_id, days in self.undone.before.items()
            }
        )

    @property
    def undone_days(self) -> int:
        return sum(map(len, self.undone.before.values()))

    @property
    def undone_words(self) -> str:
        """When that save was."""
        return self._moment(self.undone.at)

    def _type(self, cells: Mapping[int, Mapping[int, str]]) -> None:
        for contract_id, texts in cells.items():
            row = self.posted[contract_id]
            self.posted[contract_id] = dataclasses.replace(row, texts=row.texts | texts)

    @cached_property
    def page(self) -> Page:
        paginator = Paginator(self._found, PEOPLE_PER_PAGE)
        if not self.search:
            paginator.count = self.contract_count
        written = self.number
        number = int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 1
        return paginator.page(number if 1 <= number <= paginator.num_pages else 1)

    @property
    def _found(self) -> QuerySet[Contract]:
        """The people that the search names: every word within the folded names, or the ID as it may be asked for."""
        found = self.contracts
        for word in names.fold(self.search).split():
            found = found.filter(Q(subscriber__search_key__contains=word) | with_id(word))
        return found

    @cached_property
    def shown(self) -> list[Contract]:
        if self.posted:
            return list(self.contracts.filter(pk__among=list(self.posted)))
        return list(self.page.object_list)

    @property
    def shown_ids(self) -> list[int]:
        return [contract.pk for contract in self.shown]

    @cached_property
    def totals(self) -> dict[int, int]:
        """Those of the people shown."""
        shown = {contract.subscriber_id for contract in self.shown}
        return selectors.month_totals(self.desk.establishment, self.month, subscriber_ids=shown)

    @property
    def minutes(self) -> int:
        return self.sums.minutes

    @cached_property
    def _entered(self) -> list[selectors.Entered]:
        return selectors.entered(self.shown_ids, self.month, user_id=self.desk.membership.user_id)

    @property
    def saved_at(self) -> datetime.datetime | None:
        return max((each.saved_at for each in self._entered), default=None)

    @property
    def has_own_hours(self) -> bool:
        """Whether the member has saved hours here that still stand."""
        return any(each.has_own for each in self._entered)

    @property
    def saved_words(self) -> str:
        return self._moment(self.saved_at)

    def _moment(self, at: datetime.datetime) -> str:
        """`today 2:32 pm`, or the day in full."""
        if timezone.localdate(at) == self.today:
            return _("today %(time)s") % {"time": dates.time12(at)}
        return dates.moment(at)

    @property
    def _stored(self) -> dict[int, dict[int, int]]:
        return {
            each.contract_id: {day.day: minutes for day, minutes in zip(each.days, each.minutes, strict=True)}
            for each in self._entered
        }

    @cached_property
    def outlook(self) -> Outlook:
        return self._look_ahead(self.month, self.shown, self.rulebook)

    @property
    def is_whole(self) -> bool:
        """Whether the page holds all people of the month, so that its sums are the month's."""
        return len(self.shown) == self.contract_count

    @property
    def until(self) -> int:
        """The last day that has come."""
        return rules.last_day_so_far(self.month, today=self.today)

    @cached_property
    def doubts(self) -> dict[int, Refused]:
        """What stands against the texts as posted, before anybody saves: all but what other establishments know."""
        stored, problems, claims = self._stored, {}, {}
        for contract in self.shown:
            entered = self.posted[contract.pk].entered()
            problems[contract.pk] = list(entered.problems)
            changes = {day: entered.entered[day] for day in self.posted[contract.pk].changed if day in entered.entered}
            claim = rules.Claim(contract.pk, contract.starts_on, contract.ends_on, stored.get(contract.pk, {}), changes)
            claims.setdefault(contract.subscriber_id, []).append(claim)
        for person in claims.values():
            found = rules.check_hours(person, month=self.month, elsewhere={}, rules=self.limits, until=self.until)
            for contract_id, problem in found:
                problems[contract_id].append(problem)
        return {contract_id: Refused(said) for contract_id, said in problems.items() if said}

    @cached_property
    def grid(self) -> Grid:
        saved = self.recorded.saved if self.recorded else ()
        return Builder(
            month=self.month,
            limits=self.limits,
            until=self.until,
            is_editable=self.is_editable,
            stored=self._stored,
            totals=self.totals,
            posted={pk: row for pk, row in self.posted.items() if pk not in saved},
            refused=self.recorded.refused if self.recorded else self.doubts if self.pasted else {},
            copied=self.copied,
            is_judged=self.recorded is not None,
            outlook=self.outlook,
        ).build(self.shown)

    def copy(self) -> None:
        """The hours of the month before stand in the empty days of the same weekdays; nothing is saved."""
        self.has_copied = True
        worked = self._worked_before()
        for contract in self.shown:
            hours = rules.by_weekday(
                worked.get(contract.subscriber_id, {}), source=self.month.previous, target=self.month
            )
            first, last = rules.term_in(self.month, contract.starts_on, contract.ends_on)
            self.days_outside += sum(not first <= day <= last for day in hours)
            self.days_ahead += sum(first <= day <= last and day > self.until for day in hours)
            self.copied[contract.pk] = {
                day: minutes for day, minutes in hours.items() if first <= day <= min(last, self.until)
            }

    def _worked_before(self) -> dict[int, dict[int, int]]:
        """Subscriber → day → minutes in this establishment in the month before."""
        before = self.month.previous
        entries = HoursEntry.objects.filter(
            contract__establishment=self.desk.establishment,
            contract__subscriber_id__among=[contract.subscriber_id for contract in self.shown],
            work_date__range=(before.first_day, before.last_day),
            minutes__gt=0,
        ).order_by()
        found: dict[int, dict[int, int]] = {}
        for subscriber_id, work_date, minutes in entries.values_list("contract__subscriber_id", "work_date", "minutes"):
            found.setdefault(subscriber_id, {})[work_date.day] = minutes
        return found

    @property
    def draft_key(self) -> str:
        """Under which a browser's tab keeps what is not saved yet."""
        return f"hours:{self.desk.establishment.pk}:{self.month}"

    @property
    def has_unsaved(self) -> bool:
        return any(not row.is_saved for row in self.grid.rows)

    @cached_property
    def unsaved(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What was typed and has no cell any more: name → (day, text).

        The month takes no hours any more, or the contract was ended before it meanwhile.
        """
        lost = set(self.posted).difference(self.shown_ids if self.is_editable else ())
        if not lost:
            return []
        found = []
        for contract in contracts_of(self.desk.establishment).filter(pk__in=lost).order_by("pk"):
            changed = sorted(self.posted[contract.pk].changed.items())
            words = [(dates.day_and_month(self.month.day(day)), text) for day, text in changed]
            if words:
                found.append((contract.subscriber.name, words))
        return found

    @property
    def saved_people(self) -> int:
        """Whose hours this save changed; who was left as he stood is not counted."""
        return len({row.contract.subscriber_id for row in self.grid.rows if row.contract.pk in self.recorded.written})

    @property
    def refused_people(self) -> int:
        return len({row.contract.subscriber_id for row in self.grid.rows if row.contract.pk in self.recorded.refused})

    def address_after(self, post: QueryDict) -> str:
        """Where a saved page leads: to the review, to another page, to the people searched for, or back to itself."""
        asked = post.get("do", "")
        if asked == "review":
            return self.address("month_attest")
        query = QueryDict(mutable=True)
        search, number = self.search, str(self.number)
        if asked == "find":
            search, number = post.get("q", "").strip()[:100], ""
        elif asked.startswith("page-"):
            number = asked.removeprefix("page-")
        query.update({key: value for key, value in (("q", search), ("page", number)) if value})
        return f"{self.address()}?{query.urlencode()}" if query else self.address()
