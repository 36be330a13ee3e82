"""Files that establishments upload: the page that takes them, the page of each, and the workbooks handed out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from apps.common import clock, limits
from apps.common.errors import DomainError
from apps.common.limits import limited
from apps.common.periods import Month
from apps.common.queue import hurry
from apps.exchange import pages, selectors, services
from apps.exchange.choices import Kind
from apps.exchange.models import Upload
from apps.exchange.pages import StartPage, UploadPage
from apps.exchange.rules import MIB, uploads
from apps.exchange.tasks import work_on_upload
from apps.registry.access import Desk, desk_for

# A file of contracts can ask after as many people as it has rows, and writes to them.
LIMITS = {Kind.HOURS: "upload", Kind.CONTRACTS: "upload_contracts"}
ACTS = {Kind.HOURS: "enter_hours", Kind.CONTRACTS: "manage_contracts"}


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, unified_number: str, kind: Kind, month: Month | None = None) -> HttpResponse:
    """Takes a file, which is then checked; nothing of it is written before somebody decides so."""
    desk = desk_for(request, unified_number, act=ACTS[kind])
    page = StartPage(desk, kind, month, clock.today())
    status = 200
    if request.method == "POST":
        if refusal := limits.refusal(request, LIMITS[kind]):
            return refusal
        try:
            return redirect(pages.address_of(_take(request, page)))
        except DomainError as refusal:
            page.refusal, status = refusal, 422
    context = {"desk": desk, "page": page, "has_errors": status != 200}
    return render(request, "exchange/upload_start.html", context, status=status)


def _take(request: HttpRequest, page: StartPage) -> Upload:
    if page.lock:
        raise page.lock
    file = request.FILES.get("file")
    if file is None:
        raise uploads.FileMissing
    if file.size > uploads.LARGEST_MIB * MIB:
        raise uploads.FileTooLarge(limit=uploads.LARGEST_MIB)
    upload = services.take_upload(
        establishment=page.desk.establishment,
        kind=page.kind,
        month=page.month,
        name=file.name,
        content=file.read(),
        by=request.user,
        now=clock.now(),
    )
    _go_on(upload)
    return upload


def _go_on(upload: Upload) -> None:
    """A small file is worked on at once, a large one by the workers."""
    if not services.is_small(upload):
        hurry(work_on_upload, upload.pk)
        return
    while services.work(upload_id=upload.pk, clock=clock.now):
        pass


def _upload(desk: Desk, kind: Kind, public_id: str) -> Upload:
    return get_object_or_404(selectors.uploads_of(desk.establishment, kind), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def upload_detail(request: HttpRequest, unified_number: str, kind: Kind, public_id: str) -> HttpResponse:
    """The file as it stands, asked again every two seconds while it is worked on; POST decides on it."""
    desk = desk_for(request, unified_number, act=ACTS[kind])
    upload = _upload(desk, kind, public_id)
    page, status = UploadPage(desk, upload, request), 200
    if request.method == "POST":
        try:
            _decide(request, upload)
            return redirect(pages.address_of(upload))
        except DomainError as refusal:
            page.refusal, status = refusal, 409
    context = {"desk": desk, "page": page, "upload": upload, "has_errors": status != 200}
    template = "exchange/_upload.html" if request.htmx else "exchange/upload_detail.html"
    return render(request, template, context, status=status)


def _decide(request: HttpRequest, upload: Upload) -> None:
    do = request.POST.get("do")
    if do == "import":
        _go_on(services.request_import(upload_id=upload.pk, by=request.user, now=clock.now()))
    elif do == "convert":
        _go_on(services.convert_dates(upload_id=upload.pk, now=clock.now()))
    elif do == "discard":
        services.discard(upload_id=upload.pk, by=request.user, now=clock.now())


@require_safe
@limited("export")
def upload_problems(request: HttpRequest, unified_number: str, kind: Kind, public_id: str) -> HttpResponse:
    """The file as it came, with a column that says what is wrong with each row."""
    desk = desk_for(request, unified_number, act=ACTS[kind])
    upload = _upload(desk, kind, public_id)
    if upload.is_under_way or not UploadPage(desk, upload, request).has_problems:
        raise Http404
    return pages.corrections(upload)


@require_safe
@limited("export")
def hours_template(request: HttpRequest, unified_number: str, month: Month) -> HttpResponse:
    """A workbook to fill in, with the month's people and what is entered already."""
    desk = desk_for(request, unified_number, act="enter_hours")
    page = StartPage(desk, Kind.HOURS, month, clock.today())
    return pages.template(desk, page.month)


@require_safe
@limited("export")
def contracts_template(request: HttpRequest, unified_number: str) -> HttpResponse:
    """A workbook to fill in, with the columns of a contract."""
    desk_for(request, unified_number, act="manage_contracts")
    return pages.template_of_contracts()
