"""From a file to the books: taken in, checked without writing anything, decided on, and then imported piece by piece.

A file of few rows is worked on while its sender waits, a large one by the workers; both do the same. The row of the
file is its place in line: whoever works on it takes it for a moment, each piece ends with one transaction, and whatever
a dead worker left is found again after that moment. Nothing is doubled, because a piece holds the file's row and looks
whether its work is still to be done.
"""

import datetime
import hashlib
import json
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from apps.accounts.models import User
from apps.common.db import copy_rows
from apps.common.errors import DomainError, stored
from apps.common.periods import Month
from apps.exchange import selectors
from apps.exchange.choices import Kind, Stage
from apps.exchange.models import Upload, UploadEntry
from apps.exchange.rules import WorkbookNotReadable, uploads
from apps.exchange.services.contracts import apply_contracts, check_contracts
from apps.exchange.services.hours import PEOPLE_AT_ONCE, apply_hours, check_hours
from apps.exchange.services.layouts import Columns
from apps.exchange.services.rows import shown
from apps.exchange.services.tables import Table, read_table
from apps.outbox import services as outbox
from apps.registry.models import Establishment

A_MOMENT = datetime.timedelta(seconds=30)
Clock = Callable[[], datetime.datetime]


def take_upload(
    *, establishment: Establishment, kind: Kind, month: Month | None, name: str, content: bytes, by: User, now
) -> Upload:
    """The file waits to be checked; its rows have been counted. Nothing of it is in the books.

    Refuses whatever cannot be read, names no columns, or has more rows than a file may have (`rules.uploads`).
    """
    name, columns = uploads.shown_name(name), Columns(kind, month)
    table = read_table(content, is_head=columns.is_head)
    try:
        layout, rows = columns.find(table.lines)
    except uploads.ColumnsUnknown:
        if uploads.is_misnamed(name, content):
            raise WorkbookNotReadable from None
        raise
    return Upload.objects.create(
        kind=kind,
        establishment=establishment,
        month=month,
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        rows=len(rows),
        total=len(rows),
        findings={"ignored": list(map(shown, layout.ignored[:20]))},
        received_at=now,
        received_by=by,
        queued_at=now,
        progressed_at=now,
    )


def is_small(upload: Upload) -> bool:
    """Whether the sender waits for the work on this file."""
    return upload.rows <= uploads.ROWS_AT_ONCE


def columns_of(upload: Upload) -> Columns:
    return Columns(Kind(upload.kind), upload.month, takes_hijri=upload.takes_hijri)


def table_of(upload: Upload) -> Table:
    """The rows of the file as they came."""
    return read_table(bytes(upload.content), is_head=columns_of(upload).is_head)


@transaction.atomic
def convert_dates(*, upload_id: int, now: datetime.datetime) -> Upload:
    """Hijri dates of the file count as the same days of the Gregorian calendar; it waits to be checked anew.

    Refuses with `MoveNotAllowed` unless the file is checked, and when that is done already.
    """
    upload = _hold(upload_id)
    if upload.takes_hijri:
        raise uploads.MoveNotAllowed(stage=upload.get_stage_display())
    _queue(upload, "convert", now, total=upload.rows)
    upload.takes_hijri, upload.checked_at = True, None
    upload.entries.all().delete()
    upload.save()
    return upload


@transaction.atomic
def request_import(*, upload_id: int, by: User, now: datetime.datetime) -> Upload:
    """The rows without fault wait to be imported. Refuses with `MoveNotAllowed` unless the file is checked."""
    upload = _hold(upload_id)
    _queue(upload, "apply", now, total=_to_import(upload).count())
    upload.decided_at, upload.decided_by = now, by
    upload.save()
    return upload


@transaction.atomic
def discard(*, upload_id: int, by: User | None, now: datetime.datetime) -> Upload:
    """Nothing of the file is imported, and its content is deleted at once."""
    upload = _hold(upload_id)
    upload.stage = uploads.next_stage(upload.stage, "discard")
    upload.decided_at = upload.finished_at = now
    upload.decided_by = by
    upload.save()
    _forget(Upload.objects.filter(pk=upload.pk), now)
    return upload


def _hold(upload_id: int) -> Upload:
    held = Upload.objects.select_for_update(of=("self",)).defer("content")
    return held.select_related("establishment", "received_by", "decided_by").get(pk=upload_id)


def _queue(upload: Upload, move: str, now: datetime.datetime, *, total: int) -> None:
    upload.stage = uploads.next_stage(upload.stage, move)
    upload.queued_at = upload.progressed_at = now
    upload.started_at = upload.taken_at = None
    upload.attempts, upload.done, upload.total = 0, 0, total


def work(*, upload_id: int, clock: Clock) -> bool:
    """Does the next piece of work on a file; False when there is none, or somebody else is at it.

    `clock` tells the moment, because a piece may take a while and shows how far it is.
    """
    upload = _take(upload_id, clock())
    if upload is None:
        return False
    try:
        if upload.attempts > uploads.ATTEMPTS:
            raise uploads.WorkGivenUp(attempts=uploads.ATTEMPTS)
        if upload.stage == Stage.CHECKING:
            _check(upload, clock)
        else:
            _import_next(upload, clock())
    except DomainError as refusal:
        _refuse(upload, refusal, clock())
    except BaseException:
        with suppress(DatabaseError):
            Upload.objects.filter(pk=upload_id).update(taken_at=None)
        raise
    return True


def _take(upload_id: int, now: datetime.datetime) -> Upload | None:
    """The file, when nobody is at it. The attempt is counted before the work, and stays when the worker is lost."""
    free = selectors.unfinished_uploads().filter(Q(taken_at=None) | Q(taken_at__lt=now - A_MOMENT), pk=upload_id)
    taken = free.order_by().update(taken_at=now, attempts=F("attempts") + 1)
    if not taken:
        return None
    Upload.objects.filter(pk=upload_id, started_at=None).update(started_at=now)
    return Upload.objects.defer("content").select_related("establishment", "received_by").get(pk=upload_id)


def _check(upload: Upload, clock: Clock) -> None:
    def watch(done: int) -> None:
        now = clock()
        Upload.objects.filter(pk=upload.pk, attempts=upload.attempts).update(done=done, progressed_at=now, taken_at=now)

    table = table_of(upload)
    layout, rows = columns_of(upload).find(table.lines)
    if upload.kind == Kind.HOURS:
        found = check_hours(upload, layout, rows, table.merged, today=clock().date(), watch=watch)
    else:
        found = check_contracts(upload, layout, rows, table.merged, today=clock().date(), watch=watch)
    with transaction.atomic():
        held = _hold(upload.pk)
        if (held.stage, held.attempts) != (upload.stage, upload.attempts):
            return
        _store(found.entries)
        held.bad_rows, held.added, held.changed, held.same = found.bad_rows, found.added, found.changed, found.same
        held.findings |= {"cleared": found.cleared, "hijri": found.hijri}
        held.stage, held.checked_at = uploads.next_stage(held.stage, "check"), clock()
        held.attempts, held.taken_at, held.done = 0, None, held.total
        held.save()
        _tell(held, clock())


_COLUMNS = (
    *("upload_id", "row", "label", "subscriber_id", "contract_id", "day", "column", "text", "terms"),
    *("before", "minutes", "problem", "problem_values", "is_done"),
)
_JSON = ("terms", "problem_values")


def _store(entries: list[UploadEntry]) -> None:
    def cell(entry: UploadEntry, name: str):
        value = getattr(entry, name)
        return value if value is None or name not in _JSON else json.dumps(value)

    copy_rows(
        UploadEntry._meta.db_table, _COLUMNS, (tuple(cell(entry, name) for name in _COLUMNS) for entry in entries)
    )


def _to_import(upload: Upload) -> QuerySet[UploadEntry]:
    return upload.entries.filter(problem="", is_done=False)


@transaction.atomic
def _import_next(upload: Upload, now: datetime.datetime) -> None:
    """The next people's entries are in the books or say why not; with the last ones the import is over."""
    held = _hold(upload.pk)
    if held.stage != Stage.APPLYING:
        return
    entries = _next_entries(held)
    if entries:
        if held.kind == Kind.HOURS:
            apply_hours(held, entries, by=held.decided_by, now=now, today=now.date())
        else:
            apply_contracts(held, entries, by=held.decided_by, now=now)
        refused = [entry for entry in entries if not entry.is_done]
        UploadEntry.objects.filter(pk__among=[entry.pk for entry in entries if entry.is_done]).update(is_done=True)
        UploadEntry.objects.bulk_update(refused, ["problem", "problem_values"], batch_size=1000)
        held.imported += len(entries) - len(refused)
        held.done += len(entries)
    if held.done == held.total:
        held.stage, held.finished_at = uploads.next_stage(held.stage, "finish"), now
        _tell(held, now)
    held.progressed_at, held.attempts, held.taken_at = now, 0, None
    held.save()


def _next_entries(upload: Upload) -> list[UploadEntry]:
    """Of hours those of the next people, every person's together; of contracts the next rows."""
    left = _to_import(upload)
    if upload.kind == Kind.CONTRACTS:
        return list(left.order_by("row", "pk")[:PEOPLE_AT_ONCE])
    people = left.order_by("subscriber_id").values_list("subscriber_id", flat=True).distinct()[:PEOPLE_AT_ONCE]
    of_people = left.filter(subscriber_id__among=list(people))
    return list(of_people.order_by("subscriber_id", "contract_id", "day", "pk"))


@transaction.atomic
def _refuse(upload: Upload, refusal: DomainError, now: datetime.datetime) -> None:
    """Nothing more comes of the file. What was imported before stays, every person's whole."""
    held = _hold(upload.pk)
    if not held.is_under_way:
        return
    held.stage = uploads.next_stage(held.stage, "refuse")
    held.refusal, held.refusal_values = stored(refusal)
    held.finished_at = held.progressed_at = now
    held.taken_at = None
    held.save()
    _tell(held, now)


def _tell(upload: Upload, now: datetime.datetime) -> None:
    """Who did not wait for a large file is told that its work is over."""
    if is_small(upload):
        return
    user = upload.decided_by or upload.received_by
    with override(user.language or settings.LANGUAGE_CODE):
        subject = _SUBJECTS[Stage(upload.stage)]()
        body = _("Flexible Work Portal: %(subject)s (%(file)s). The result stands on the page of the file.")
        body %= {"subject": subject, "file": upload.name}
    if user.email:
        outbox.post_email(to=user.email, subject=subject, body=body, now=now)
    elif user.mobile:
        outbox.post_sms(to=user.mobile, body=body, now=now)


_SUBJECTS = {
    Stage.CHECKED: lambda: _("Your file is checked"),
    Stage.APPLIED: lambda: _("Your file is imported"),
    Stage.REFUSED: lambda: _("Your file could not be imported"),
}


@transaction.atomic
def forget_uploads(*, now: datetime.datetime) -> int:
    """The content and the rows of files older than a week are gone; what nobody decided on is discarded.

    Returns how many files were forgotten. A file that is worked on waits for the next night.
    """
    old = Upload.objects.filter(forgotten_at=None, received_at__lt=now - uploads.KEPT)
    old = old.exclude(stage__in=[Stage.CHECKING, Stage.APPLYING])
    old.filter(stage=Stage.CHECKED).update(
        stage=uploads.next_stage(Stage.CHECKED, "discard"), decided_at=now, finished_at=now
    )
    return _forget(old, now)


def _forget(found: QuerySet[Upload], now: datetime.datetime) -> int:
    UploadEntry.objects.filter(upload__in=found).delete()
    return found.update(content=None, forgotten_at=now)
