"""Where things lie, and how two commands at one time keep out of each other's way."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from config.bootstrap.console import CannotStart, say

ROOT = Path(__file__).resolve().parents[2]


def runtime() -> Path:
    """The folder of all that a run leaves behind (RUNTIME_DIR, or `.runtime` in the project), made when missing.

    From then on RUNTIME_DIR names it, in full, to this process and those it starts.
    """
    folder = Path(os.environ.get("RUNTIME_DIR") or ROOT / ".runtime").absolute()
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CannotStart(f"{folder} cannot be written to. RUNTIME_DIR may name another folder.")
    os.environ["RUNTIME_DIR"] = str(folder)
    return folder


def log(folder: Path, name: str) -> Path:
    """Where the program of this name writes what it has to say, inside a runtime folder."""
    return folder / "log" / f"{name}.log"


def new_log(folder: Path, name: str) -> BinaryIO:
    """An empty log, open for writing; the one of the time before is kept beside it."""
    path = log(folder, name)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if path.exists():
        path.replace(path.with_suffix(".log.1"))
    return path.open("wb")


def write_private(path: Path, text: str) -> None:
    """The file holds the text, whole or not at all, and only its owner can read it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


class Lock:
    """A lock on a file or folder that the kernel itself releases when its holder dies, however it dies."""

    def __init__(self, path: Path):
        self.path = path
        kind = os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT
        self.descriptor = os.open(path, kind | os.O_CLOEXEC, 0o600)

    def try_alone(self) -> bool:
        """Hold the lock alone, unless somebody else holds it: then the answer is no."""
        return self._try(fcntl.LOCK_EX)

    def share(self) -> None:
        """Hold the lock together with others who share it."""
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)

    def wait_alone(self) -> None:
        """Hold the lock alone, after everybody else."""
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)

    def close(self) -> None:
        os.close(self.descriptor)

    def _try(self, kind: int) -> bool:
        try:
            fcntl.flock(self.descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def locked(path: Path, waiting: str = "") -> Iterator[Lock]:
    """One process at a time in this block; who has to wait is told so with the sentence given."""
    lock = Lock(path)
    try:
        if not lock.try_alone():
            if waiting:
                say(waiting)
            lock.wait_alone()
        yield lock
    finally:
        lock.close()
