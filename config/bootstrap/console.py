"""What a person reads while the portal starts."""

import sys
from pathlib import Path


class CannotStart(Exception):
    """A reason to stop that the person at the keyboard can do something about."""


def say(text: str) -> None:
    """One line, at once, in whatever encoding the terminal claims to have."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def last_lines(log: Path, count: int = 12) -> str:
    """The end of a log file, for a person who wants to know why before looking for the file."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-count:])
