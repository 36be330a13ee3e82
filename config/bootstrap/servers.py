"""The portal's own PostgreSQL and Valkey, for as long as anybody needs them.

The commands that use one runtime folder share one pair of servers: the first starts them, the last to leave stops
them. Each holds a share of a lock while it works. The kernel takes the share back from whoever is killed, so nothing
has to be counted, and servers that a killed command left running are simply used by the next one.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from config.bootstrap import folders, processes
from config.bootstrap.postgres import Postgres
from config.bootstrap.valkey import Valkey

CONNECTIONS = "connections.json"


@contextlib.contextmanager
def running(folder: Path, *, careless: bool = False) -> Iterator[list]:
    """DATABASE_URL and REDIS_URL lead to servers that answer. What the environment names already is left as it is.

    Gives those of our own that are in use. Whoever may read the folder finds their addresses in `connections.json`.
    """
    if all(os.environ.get(server.variable) for server in (Postgres, Valkey)):
        yield []
        return
    ours = [server for server in _servers(folder, careless) if not os.environ.get(server.variable)]
    share = folders.Lock(folder / "servers.users")
    try:
        with processes.undisturbed():
            _start(folder, ours, share)
        yield ours
    finally:
        with processes.undisturbed():
            _leave(folder, careless, share)


def _servers(folder: Path, careless: bool) -> list:
    return [Postgres(folder, careless=careless), Valkey(folder)]


def _start(folder: Path, ours: list, share: folders.Lock) -> None:
    with folders.locked(folder / "servers.gate"):
        share.share()
        for server in ours:
            if not server.url():
                server.start()
            os.environ[server.variable] = server.url()
        _note(folder, ours)


def _leave(folder: Path, careless: bool, share: folders.Lock) -> None:
    with folders.locked(folder / "servers.gate"):
        if share.try_alone():
            stop_all(folder, careless=careless)
        share.close()


def stop_all(folder: Path, *, careless: bool = False) -> None:
    """None of the folder's servers runs."""
    for server in _servers(folder, careless):
        server.stop()
    (folder / CONNECTIONS).unlink(missing_ok=True)


def _note(folder: Path, ours: list) -> None:
    path = folder / CONNECTIONS
    known = json.loads(path.read_text()) if path.exists() else {}
    known.update({server.variable: server.url() for server in ours})
    folders.write_private(path, json.dumps(known, indent=2) + "\n")
