"""What the tests of the launcher share: two programs to start, and two small looks at the system."""

import stat
import sys
import time

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
# Does not hear SIGTERM, and prints the number of a child that it leaves behind.
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).pid, flush=True)\n"
    "time.sleep(600)",
]


def mode(path):
    """The rights on a file, as in `0o600`."""
    return stat.S_IMODE(path.stat().st_mode)


def wait_until(condition):
    """The condition holds; it is given ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
