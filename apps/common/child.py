"""Work that may hang, grow or crash, in a child of this process with limits on memory and time."""

import gc
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Callable

MEMORY = 512 * 2**20


class ChildFailed(Exception):
    """The work did not come to its end; the message says why, in English, for the log and for staff."""


def run(work: Callable[[], bytes], *, seconds: int, memory: int = MEMORY) -> bytes:
    """What the work returns.

    Raises `ChildFailed` when it needs more than so many seconds of processor time or bytes of memory, or breaks off
    for any other reason. The child inherits everything and must touch no connection of its parent's.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(work, reading, writing, seconds, memory)
    os.close(writing)
    try:
        content = _read(reading, seconds=3 * seconds)
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        os.close(reading)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        raise ChildFailed(content.decode(errors="replace") if code == 1 else f"it ended with {_name(code)}")
    return content


def _name(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"code {code}"


def _read(pipe: int, *, seconds: int) -> bytes:
    """Everything that comes through the pipe; `ChildFailed` when nothing comes for so long."""
    parts = []
    while select.select([pipe], [], [], seconds)[0]:
        part = os.read(pipe, 2**16)
        if not part:
            return b"".join(parts)
        parts.append(part)
    raise ChildFailed(f"nothing came of it for {seconds} seconds")


def _be_the_child(work: Callable[[], bytes], reading: int, writing: int, seconds: int, memory: int) -> None:
    """Writes what came of the work, or the reason why nothing did, and ends without the parent's farewells."""
    code = 2
    try:
        os.close(reading)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
            signal.signal(number, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        gc.disable()  # the child ends before there is anything worth collecting
        code, content = _outcome(work)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(content)
    finally:
        os._exit(code)


def _outcome(work: Callable[[], bytes]) -> tuple[int, bytes]:
    try:
        return 0, work()
    except BaseException as error:  # some libraries' refusals pass every `except Exception`
        traceback.print_exc(file=sys.stderr)
        return 1, f"{type(error).__name__}: {error}".encode()
