"""An employer's home: what the month still asks for, what it costs, who nears the limit, what was done last."""

import datetime
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.accruals.selectors import contracts_of_month
from apps.common import dates, text
from apps.common.money import to_riyals
from apps.common.periods import Month, months_between
from apps.contracts import selectors as contracts
from apps.contracts.choices import OfferStatus
from apps.invoices import selectors as invoices
from apps.invoices.choices import InvoiceStatus
from apps.invoices.models import Invoice
from apps.invoices.tables import STATUS_KINDS
from apps.portal.selectors.activity import Event, last_activity
from apps.registry import permissions
from apps.registry.access import Desk
from apps.registry.models import Subscriber
from apps.timesheets import rules as hours
from apps.timesheets.choices import ReopeningCause
from apps.timesheets.pages import SheetPage
from apps.timesheets.selectors import last_contract_day, totals_of

# The coming bill is computed with all other contracts of the same people; beyond so many it is left to its own page.
PEOPLE_OF_A_QUICK_BILL = 300
NEAR_SHOWN = 8


class Task(NamedTuple):
    """One thing of the month: a link for who may do it, else the roles that may; a tag says where it stands."""

    title: str
    detail: str
    state: str
    kind: str = ""
    url: str = ""
    doers: str = ""


class NearLimit(NamedTuple):
    person: Subscriber
    minutes: int


class EmployerHome:
    """The month is the past one while it waits for somebody here, else the running one."""

    def __init__(self, desk: Desk, *, today: datetime.date):
        self.desk, self.today, self.establishment = desk, today, desk.establishment
        past = SheetPage(desk, Month.of(today).previous, today)
        self.sheet = past if past.is_waiting else SheetPage(desk, Month.of(today), today)
        self.month = self.sheet.month

    @cached_property
    def is_new(self) -> bool:
        """Whether nobody was ever employed here."""
        return not self.establishment.contracts.exists()

    @property
    def tasks(self) -> list[Task]:
        steps = [self._for(self._entering, "enter_hours"), self._for(self._attesting, "attest_hours"), self._billing]
        if self.wanted_changes:
            steps.insert(0, self._for(self._correcting, "manage_contracts"))
        return [*steps, self._paying] if self.latest_invoice else steps

    def _for(self, task: Task, act: str) -> Task:
        """The task as this member meets it: nobody is sent to a page on which he cannot do it."""
        if self.desk.can[act]:
            return task
        doers = pgettext("list", ", ").join(str(role.label) for role in permissions.roles_for(act))
        return task._replace(url="", doers="" if task.kind == "ok" else doers)

    @cached_property
    def wanted_changes(self) -> int:
        """How many offers a subscriber wants otherwise."""
        if not self.desk.can["see_contracts"]:
            return 0
        return contracts.offers_of(self.establishment).filter(status=OfferStatus.CHANGE_ASKED).count()

    @property
    def _correcting(self) -> Task:
        address = reverse("contracts:offer_list", args=[self.establishment.unified_number])
        detail = _("Subscribers ask for a change: %(offers)s") % {"offers": text.offer_count(self.wanted_changes)}
        title, url = _("Answer the wanted changes of offers"), f"{address}?status={OfferStatus.CHANGE_ASKED}"
        return Task(title, detail, _("To do"), "warn", url)

    @property
    def _entering(self) -> Task:
        title = _("Enter the hours")
        url = self.sheet.address()
        if self.sheet.lock is not None:
            return Task(title, str(self.sheet.lock), _("Done"), "ok", url)
        if not self.sheet.people_count:
            return Task(title, self._no_contracts, _("Nothing to do"))
        entered = self._people["entered"]
        detail = _("Hours are entered for %(entered)s of %(people)s; until %(day)s") % {
            "entered": text.number(entered),
            "people": text.subscriber_count(self.sheet.people_count),
            "day": dates.gregorian(self.sheet.deadline),
        }
        return Task(title, detail, *((_("In progress"), "info") if entered else (_("Not begun"), "warn")), url)

    @property
    def _attesting(self) -> Task:
        title = _("Review and attest")
        url = self.sheet.address("month_attest")
        if self.sheet.is_declared:
            at = dates.moment(self.sheet.sheet.attested_at)
            return Task(title, _("Attested on %(moment)s") % {"moment": at}, _("Done"), "ok", url)
        if not self.sheet.people_count:
            return Task(title, self._no_contracts, _("Nothing to do"))
        last = last_contract_day(self.establishment, self.month)
        first_day = hours.attestable_from(self.month, last_contract_day=last)
        if self.today < first_day:
            detail = _("Possible from %(day)s on, when no more hours can follow") % {"day": dates.gregorian(first_day)}
            return Task(title, detail, _("Cannot start yet"))
        words = _("Attest by: %(date)s")
        if self.sheet.is_reopened:
            words = _("Attest again by: %(date)s. A contract was documented after the month was attested")
            again = self.sheet.reopening
            if again is not None and again.cause == ReopeningCause.MEMBER:
                words = _("Attest again by: %(date)s. The month was opened again after it was attested")
        return Task(title, words % {"date": dates.gregorian(self.sheet.deadline)}, _("To do"), "warn", url)

    @property
    def _billing(self) -> Task:
        issued_on = dates.gregorian(self.sheet.limits.invoice_date)
        detail = _("The invoice is issued by itself on %(date)s") % {"date": issued_on}
        url = self._preview(self.month) if self.desk.can["see_invoices"] and self.sheet.people_count else ""
        return Task(_("See the coming bill"), detail, _("Automatic"), "", url)

    @property
    def _paying(self) -> Task:
        invoice = self.latest_invoice
        values = {"month": dates.month_name(invoice.month), "date": dates.gregorian(invoice.due_on)}
        status = InvoiceStatus(invoice.status)
        url = reverse("invoices:invoice_detail", args=[self.establishment.unified_number, invoice.public_id])
        title = _("Pay the invoice for %(month)s") if self.desk.can["pay_invoices"] else _("Invoice for %(month)s")
        return Task(title % values, _("Due on %(date)s") % values, str(status.label), STATUS_KINDS[status], url)

    @property
    def _no_contracts(self) -> str:
        return str(hours.NoContracts(month=self.month))

    @cached_property
    def latest_invoice(self) -> Invoice | None:
        if not self.desk.can["see_invoices"]:
            return None
        return invoices.invoices_of(self.establishment, today=self.today).first()

    @cached_property
    def coming_bill(self) -> Decimal | None:
        """What the hours entered so far would be billed, in riyals; None where it is not computed here."""
        if not self.desk.can["see_invoices"] or not 0 < self.sheet.people_count <= PEOPLE_OF_A_QUICK_BILL:
            return None
        sums, _lines = invoices.preview_invoice(self.establishment, self.month)
        return to_riyals(sums.employer_share + sums.subscriber_share)

    @cached_property
    def bill_change(self) -> tuple[Decimal, datetime.datetime] | None:
        """By how much the coming bill has changed, in riyals, and since when; None where that is not known."""
        if self.coming_bill is None:
            return None
        kept = invoices.last_total(self.establishment, self.month)
        return (self.coming_bill - kept.total, kept.confirmed_at) if kept else None

    @property
    def previews(self) -> list[tuple[Month, str]]:
        """The open months whose bill is still coming, with the address of its preview."""
        last_closed = self.sheet.rulebook.last_closed
        first = max(last_closed.next, Month.of(self.today).previous) if last_closed else self.month
        months = months_between(first, Month.of(self.today))
        return [(month, self._preview(month)) for month in months if self._has_contracts(month)]

    def _has_contracts(self, month: Month) -> bool:
        return contracts_of_month(month).filter(establishment=self.establishment).exists()

    def _preview(self, month: Month) -> str:
        return reverse("invoices:bill_preview", args=[self.establishment.unified_number, month])

    @cached_property
    def _people(self) -> dict[str, int]:
        """How many people have hours in the month, and how many of them near the limit."""
        counts = {"entered": Count("pk", filter=Q(minutes__gt=0)), "near": Count("pk", filter=self._is_near)}
        return totals_of(self.establishment, self.month).aggregate(**counts)

    @property
    def _is_near(self) -> Q:
        return Q(minutes__gte=hours.near_limit_from(self.sheet.limits))

    @property
    def near_limit_count(self) -> int:
        """How many have used nine tenths of the month's hours here."""
        return self._people["near"]

    @cached_property
    def near_limit(self) -> list[NearLimit]:
        """The nearest of them, as many as the page has room for; the grid of the month shows all."""
        if not self.near_limit_count:
            return []
        totals = totals_of(self.establishment, self.month).filter(self._is_near).select_related("subscriber")
        nearest = totals.order_by("-minutes", "subscriber__search_key", "pk")[:NEAR_SHOWN]
        return [NearLimit(total.subscriber, total.minutes) for total in nearest]

    @cached_property
    def activity(self) -> list[Event]:
        can = self.desk.can
        return last_activity(
            self.establishment, month=self.month, sees_hours=can["see_hours"], sees_invoices=can["see_invoices"]
        )
