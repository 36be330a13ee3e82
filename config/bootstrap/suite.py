"""`python3 manage.py test [what pytest understands]`: the tests, on servers and folders of their own.

Every run has a private folder below RUNTIME_DIR/tests, so that several may run at one time and none sees the data of
the demonstration. A run that was killed leaves its folder behind; the next run clears it away.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from config.bootstrap import folders, servers
from config.bootstrap.folders import ROOT
from config.bootstrap.postgres import Postgres

# All tests together are shared among the cores; a few that somebody names are quicker in one process.
ALL = ["--numprocesses=auto", "--dist=worksteal"]


def run(arguments: list[str]) -> int:
    """Run pytest and answer with its exit code."""
    with _private_folder() as folder, servers.running(folder, careless=True):
        os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.test", RUNTIME_DIR=str(folder))
        return _pytest(arguments)


def _pytest(arguments: list[str]) -> int:
    """Ctrl-C reaches pytest by itself, and SIGTERM is handed on; either way it ends first and the servers after it."""
    with subprocess.Popen([sys.executable, "-m", "pytest", *(arguments or ALL)], cwd=ROOT) as tests:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: tests.terminate())
        return tests.wait()


@contextlib.contextmanager
def _private_folder() -> Iterator[Path]:
    runs = folders.runtime() / "tests"
    runs.mkdir(mode=0o700, exist_ok=True)
    with folders.locked(runs):
        for leftover in runs.iterdir():
            _clear(leftover)
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=runs))
        life = folders.Lock(folder / "alive")
        life.share()
    try:
        yield folder
    finally:
        life.close()
        with folders.locked(runs):
            _clear(folder)


def _clear(folder: Path) -> None:
    """The folder of a run that is over is gone, with whatever still ran in it; that of a living run is left alone."""
    life = folders.Lock(folder / "alive")
    if life.try_alone():
        servers.stop_all(folder, careless=True)
        Postgres(folder).remove()
        shutil.rmtree(folder)
    life.close()
