"""Billing runs for staff: what comes next, a dry run, the start, and a page for every run to be watched on."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.permissions import require_staff, staff_can
from apps.accounts.reauthentication import reauthenticated
from apps.common import clock
from apps.common.errors import DomainError, sentence
from apps.common.lists import ListView
from apps.common.periods import Month
from apps.common.queue import hurry
from apps.invoices import selectors, services
from apps.invoices.choices import Stage
from apps.invoices.models import BillingRun
from apps.invoices.tables import RunTable
from apps.invoices.tasks import work_on_run
from apps.regulations import selectors as regulations

MONTHS_SHOWN = 12


class RunList(ListView):
    table_class = RunTable
    template_name = "invoices/run_list.html"
    empty_text = gettext_lazy("No run yet.")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        require_staff(request.user, "see_runs")
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return selectors.runs()

    def get_context_data(self, **kwargs) -> dict:
        month = selectors.next_month_to_close()
        return super().get_context_data(
            month=month,
            rules=month and regulations.rules_of(month),
            today=clock.today(),
            unfinished=selectors.runs().filter(finished_at=None).first(),
            billed=[(run, Decimal(run.summary["total"])) for run in selectors.billed_months()[:MONTHS_SHOWN]],
            can_start=staff_can(self.request.user, "start_run"),
            **kwargs,
        )


def require_starter(request: HttpRequest, month: Month) -> None:
    """Only who may start runs comes through, and only with a month that the portal knows and that has begun."""
    require_staff(request.user, "start_run")
    if not regulations.first_month() <= month <= Month.of(clock.today()):
        raise Http404


@require_http_methods(["GET", "HEAD", "POST"])
@reauthenticated
def run_start(request: HttpRequest, month: Month) -> HttpResponse:
    """GET says what will happen; POST starts the run, or leads to the one under way."""
    require_starter(request, month)
    refusal = None
    if request.method == "POST":
        try:
            return redirect("invoices:run_detail", _request(request, month, is_dry=False).public_id)
        except DomainError as error:
            refusal = error
    context = {**_outlook(month), "refusal": refusal, "has_errors": refusal is not None}
    return render(request, "invoices/run_start.html", context, status=422 if refusal else 200)


def _outlook(month: Month) -> dict:
    return {
        "month": month,
        "rules": regulations.rules_of(month),
        "today": clock.today(),
        "is_again": regulations.is_closed(month),
        "is_over": clock.today() > month.last_day,
        "to_bill": selectors.establishments_to_bill(month).count(),
        "to_attest": selectors.sheets_to_attest(month),
        "size": selectors.size_of_month(month),
    }


@require_POST
def run_dry(request: HttpRequest, month: Month) -> HttpResponse:
    """A dry run of the month is under way; nothing of it is issued."""
    require_starter(request, month)
    try:
        return redirect("invoices:run_detail", _request(request, month, is_dry=True).public_id)
    except DomainError as refusal:
        messages.error(request, str(refusal))
        return redirect("invoices:run_list")


def _request(request: HttpRequest, month: Month, *, is_dry: bool) -> BillingRun:
    run = services.request_run(month=month, is_dry=is_dry, by=request.user, now=clock.now(), today=clock.today())
    hurry(work_on_run, run.pk)
    return run


@require_safe
def run_detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The run as it stands: asked again every two seconds while it works, and the same page after any reload."""
    require_staff(request.user, "see_runs")
    run = get_object_or_404(selectors.runs(), public_id=public_id)
    context = {"run": run, "progress": progress_of(run), "can_start": staff_can(request.user, "start_run")}
    if run.summary:
        context |= {"parked": _parked(run.summary), "figures": _figures(run)}
    return render(request, "invoices/_run.html" if request.htmx else "invoices/run_detail.html", context)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands, in stages and in pieces of the present one."""

    stages: list[Promise]
    current: int
    done: int
    total: int

    @property
    def words(self) -> str:
        return _("%(done)s of %(total)s done") % {"done": f"{self.done:,}", "total": f"{self.total:,}"}


def progress_of(run: BillingRun) -> Progress:
    stages = [Stage.QUEUED, *([] if run.is_dry else [Stage.ACCRUING]), Stage.BILLING, Stage.FINISHED]
    names = {Stage.BILLING: gettext_lazy("Working out invoices")} if run.is_dry else {}
    done, total = (0, 0) if run.finished_at else selectors.progress(run)
    # A finished run has left its last stage behind.
    current = len(stages) + 1 if run.finished_at else stages.index(run.stage) + 1
    return Progress([names.get(stage, stage.label) for stage in stages], current, done, total)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a run beside that of the month before; amounts are `Decimal` riyals, the rest are counts."""

    name: Promise
    now: int | Decimal
    before: int | Decimal | None

    @property
    def is_amount(self) -> bool:
        return isinstance(self.now, Decimal)

    @property
    def difference(self) -> int | Decimal | None:
        return None if self.before is None else self.now - self.before


FIGURES = (
    ("establishments", gettext_lazy("Establishments with contracts"), int),
    ("contracts", gettext_lazy("Contracts"), int),
    ("days", gettext_lazy("Contribution days billed"), int),
    ("invoices", gettext_lazy("Invoices"), int),
    ("nil", gettext_lazy("Nothing to bill"), int),
    ("employer_share", gettext_lazy("Employers' shares"), Decimal),
    ("subscriber_share", gettext_lazy("Subscribers' shares"), Decimal),
    ("total", gettext_lazy("Contributions in all"), Decimal),
)


def _figures(run: BillingRun) -> list[Figure]:
    before = selectors.summary_before(run.month)
    return [Figure(name, kind(run.summary[key]), kind(before[key]) if before else None) for key, name, kind in FIGURES]


def _parked(summary: dict) -> list[dict]:
    """The parked establishments, named and explained in the reader's language."""
    english = get_language() == "en"
    return [
        {
            **row,
            "name": row["name_en"] if english and row["name_en"] else row["name_ar"],
            "reason": sentence(row["reason"], row["reason_values"]),
        }
        for row in summary["parked"]
    ]
