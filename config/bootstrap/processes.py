"""Processes of our own: told apart from a stranger with the same number, and ended for certain."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
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
    """When the process began, in the system's own words; empty when there is none, or a dead one not yet buried."""
    if sys.platform != "linux":
        state, _, began = _ps("stat=,lstart=", pid).partition(" ")
        return "" if state.startswith("Z") else began.strip()
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return ""
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return "" if fields[0] in (b"Z", b"X") else f"{boot} {int(fields[19])}"


def program(pid: int) -> str:
    """The name of the program that the process runs; empty when there is no such process."""
    if sys.platform != "linux":
        return Path(_ps("comm=", pid)).name
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def end(identities: Iterable[Identity], *, patience: float) -> None:
    """None of the processes, each the leader of its group, is alive, nor anybody in its group.

    They are asked first, and killed after `patience` seconds.
    """
    ours = [one for one in identities if birth(one.pid) in ("", one.born)]
    for one in ours:
        if one.is_alive():
            _signal(os.kill, one.pid, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while any(one.is_alive() for one in ours) and time.monotonic() < deadline:
        time.sleep(0.05)
    for one in ours:
        _signal(os.killpg, one.pid, signal.SIGKILL)
    while any(one.is_alive() for one in ours):
        time.sleep(0.02)


def _signal(how: Callable[[int, int], None], pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        how(pid, number)


def _ps(columns: str, pid: int) -> str:
    shown = subprocess.run(["ps", "-o", columns, "-p", str(pid)], capture_output=True, text=True, check=False)
    return shown.stdout.strip()


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
