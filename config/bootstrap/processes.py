"""Processes of our own: told apart from a stranger with the same number, and ended for certain."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Identity(NamedTuple):
    """A process and the moment it was born; a number alone may be given to a stranger after its death."""

    pid: int
    born: str

    @classmethod
    def of(cls, pid: int) -> "Identity":
        return cls(pid, birth(pid))

    def is_alive(self) -> bool:
        return bool(self.born) and birth(self.pid) == self.born


def birth(pid: int) -> str:
    """When the process began, in the system's own words; empty when there is no such process or it is only waiting for burial."""
    if Path("/proc/self/stat").exists():
        try:
            fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        except OSError:
            return ""
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return "" if fields[0] in (b"Z", b"X") else f"{boot} {int(fields[19])}"
    shown = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    state, _, began = shown.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else began.strip()


def program(pid: int) -> str:
    """The name of the program that the process runs; empty when there is no such process."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        shown = subprocess.run(["ps", "-o", "comm=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return Path(shown.stdout.strip()).name


def end(identities: Iterable[Identity], *, patience: float) -> None:
    """None of the processes, each the leader of its group, is alive, nor anybody in its group.

    They are asked first, and killed after `patience` seconds.
    """
    alive = [one for one in identities if one.is_alive()]
    for one in alive:
        with contextlib.suppress(ProcessLookupError):
            os.kill(one.pid, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while any(one.is_alive() for one in alive) and time.monotonic() < deadline:
        time.sleep(0.05)
    for one in alive:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(one.pid, signal.SIGKILL)
        while one.is_alive():
            time.sleep(0.02)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(one.pid, os.WNOHANG)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """A signal to stop waits until the block is over: a server is not left half started or half stopped."""
    came: list[int] = []
    before = {number: signal.signal(number, lambda caught, _: came.append(caught)) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])
