"""What holds for every test: a fixed moment, Arabic, a clean cache, and guards that turn quiet faults into failures."""

import datetime
import ipaddress
import random
import re
import socket
import sys
from pathlib import Path

import pgtrigger
import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.core.handlers.base import BaseHandler
from django.db import connection, connections, transaction
from django.db.models import QuerySet
from django.template import engines
from django.template.base import FilterExpression, Node
from django.template.defaultfilters import default
from django.test import TransactionTestCase
from django.test import client as test_client
from django.utils import timezone, translation

from apps.common.periods import Month
from tests import factories

# A Tuesday morning: September is over and past its invoice day, October is running.
NOW = datetime.datetime(2026, 10, 20, 10, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=3)))


@pytest.fixture(autouse=True)
def clock(request):
    """The moment of the test in Riyadh, `NOW` unless it says otherwise: `clock.move_to(moment)`; it ticks on."""
    if request.node.get_closest_marker("faults"):
        yield None  # workers of their own live in the real time
        return
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture(autouse=True, scope="session")
def static_root():
    """The folder that the pages' files are served from is there, as after `collectstatic`."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def arabic():
    """Arabic is in force at the start, whatever the test before it left active."""
    with translation.override("ar"), timezone.override(None):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A test with real transactions ends with every table as the migrations left it, in a tenth of a flush's time."""
    with django_db_blocker.unblock():
        migrated = {table: _rows_of(table) for table in _filled_tables()}
    flush = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda case: _bring_back(migrated)
    yield
    TransactionTestCase._fixture_teardown = flush


def _filled_tables() -> list[str]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [table for (table,) in cursor]


def _rows_of(table: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(copy)


def _bring_back(migrated: dict[str, bytes]) -> None:
    with transaction.atomic(), pgtrigger.ignore(), connection.cursor() as cursor:
        for table in _filled_tables():
            cursor.execute(f"DELETE FROM {table}")
        for table, rows in migrated.items():
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(rows)


@pytest.fixture(autouse=True)
def only_the_page_is_kept(monkeypatch):
    """Of all that a page is drawn from the test client keeps the page's own context, and copies no other."""
    keep = test_client.store_rendered_templates

    def keep_first(store, *arguments, **options):
        if "context" not in store:
            keep(store, *arguments, **options)

    monkeypatch.setattr(test_client, "store_rendered_templates", keep_first)


@pytest.fixture(autouse=True)
def clean_cache():
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def numbers_from_one():
    """Every test makes the same people with the same numbers, whichever test ran before."""
    factories.restart()


@pytest.fixture
def establishment(db):
    return factories.make_establishment(name_ar="مخبز السنابل", name_en="Sanabel Bakery")


@pytest.fixture
def noura(establishment):
    """Noura owns the establishment."""
    return factories.make_member("نورة العتيبي", establishment=establishment, role="owner")


@pytest.fixture
def badr(establishment):
    """Badr is her clerk: he enters hours and nothing else."""
    return factories.make_member("بدر الشهري", establishment=establishment, role="hours_clerk")


@pytest.fixture
def salem(db):
    """Salem is a stranger: he owns another establishment."""
    return factories.make_member("سالم الدوسري", establishment=factories.make_establishment(), role="owner")


@pytest.fixture
def contract(establishment):
    """One person's contract with the establishment, all of 2026, at 30.00 an hour, under the old law."""
    return factories.make_contract(establishment=establishment)


@pytest.fixture
def september():
    return Month(2026, 9)


@pytest.fixture
def october():
    return Month(2026, 10)


def _refuse(reason: str):
    pytest.fail(reason, pytrace=True)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Only this machine can be reached, and no name is looked up."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host):
        host = host.decode() if isinstance(host, bytes) else host
        if host not in {None, "", "localhost", socket.gethostname()} and not _is_loopback(host):
            _refuse(f"The test wanted to reach {host}.")

    def guarded(original):
        def call(self, address):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                check(address[0])
            return original(self, address)

        return call

    def guarded_look_up(host, *arguments, **options):
        check(host)
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded(connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


class Absent(str):
    """What Django prints for an unknown variable. Asked whether it is empty, it looks at who asks: ours fail."""

    # Templates that stand in for a package's own follow its manners.
    FOREIGN = ("admin", "allauth", "django_tables2")

    def __bool__(self):
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        while frame is not None and not isinstance(frame.f_locals.get("self"), Node):
            frame = frame.f_back
        if frame is None or not isinstance(expression, FilterExpression) or _names_a_default(expression):
            return False
        origin = getattr(frame.f_locals["self"], "origin", None)
        path = Path(origin.name) if origin else Path()
        ours = settings.BASE_DIR / "templates"
        if path.is_relative_to(ours) and path.relative_to(ours).parts[0] not in self.FOREIGN:
            _refuse(f"{path.relative_to(ours)} knows no variable {expression.token!r}.")
        return False


def _names_a_default(expression: FilterExpression) -> bool:
    """`{{ name|default:"…" }}` says by itself that the name may be absent."""
    return any(function is default for function, _ in expression.filters[:1])


@pytest.fixture(autouse=True, scope="session")
def unknown_variables_fail():
    engine = engines["django"].engine
    engine.string_if_invalid, before = Absent(), engine.string_if_invalid
    yield
    engine.string_if_invalid = before


@pytest.fixture(autouse=True)
def shuffled_querysets(request, monkeypatch):
    """Rows asked for in no order come in no order, so that nothing can rely on the one they happened to have."""
    shuffle = random.Random(request.node.nodeid).shuffle
    fetch_all = QuerySet._fetch_all

    def fetch_shuffled(self):
        is_new = self._result_cache is None
        fetch_all(self)
        if is_new and not self.ordered and not self.query.is_sliced:
            shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", fetch_shuffled)


_READS = re.compile(r"\s*\(*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|SHOW|EXPLAIN|DECLARE|FETCH|CLOSE|SET)\b", re.IGNORECASE)
# OpenID Connect brings the visitor back by a GET, and signing in is what he comes for.
SIGNS_IN_BY_GET = "/account/national/callback/"
_BOOKS = re.compile(
    r'\s*((INSERT INTO|UPDATE|DELETE FROM) "(django_session|usersessions_usersession)"'
    r'|INSERT INTO "accounts_securityevent")'
)


@pytest.fixture(autouse=True)
def reading_never_writes(monkeypatch):
    """A GET or HEAD runs no SQL but SELECT; only the session and the security log keep their books."""
    answer = BaseHandler.get_response

    def refuse_writes(execute, sql, parameters, many, context):
        if not _READS.match(sql) and not _BOOKS.match(sql):
            _refuse(f"A page that is only read wrote: {sql[:300]}")
        return execute(sql, parameters, many, context)

    def answer_guarded(self, request):
        if request.method not in ("GET", "HEAD") or request.path_info == SIGNS_IN_BY_GET:
            return answer(self, request)
        with connections["default"].execute_wrapper(refuse_writes):
            return answer(self, request)

    monkeypatch.setattr(BaseHandler, "get_response", answer_guarded)
