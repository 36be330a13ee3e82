"""Pango, the one system library that the PDF documents need: WeasyPrint draws with it, and no wheel brings it.

Root on Debian has it installed. For everybody else it is unpacked into the runtime folder, and that folder then has to
stand in LD_LIBRARY_PATH before Python starts.
"""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

from config.bootstrap import debian, folders
from config.bootstrap.console import CannotStart, say

PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
LIBRARIES = [
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    *("libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1"),
]
ADVICE = f"""\
The PDF documents need the library Pango, which is not on this machine. Install it and start again:
  Debian, Ubuntu   sudo apt-get install {" ".join(PACKAGES)}
  Fedora           sudo dnf install pango
  macOS            brew install pango"""


def variables(*, install: bool) -> dict[str, str]:
    """What the environment must hold so that Pango is found: nothing, where the system has it.

    With `install` a missing Pango is brought; `CannotStart` says how, where that is beyond us.
    """
    if _is_found():
        return {}
    unpacked = folders.runtime() / "pango"
    if install and not unpacked.exists():
        _bring(unpacked)
    ours = sorted({str(library.parent) for library in unpacked.rglob("*.so.*")})
    present = [path for path in os.environ.get("LD_LIBRARY_PATH", "").split(":") if path]
    if set(ours) <= set(present):  # there is nothing to add, or it did not help
        return {}
    return {"LD_LIBRARY_PATH": ":".join([*ours, *present])}


def _is_found() -> bool:
    if sys.platform != "linux":  # the names differ there; WeasyPrint itself tells what it misses
        return True
    try:
        for name in LIBRARIES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _bring(unpacked: Path) -> None:
    if not debian.is_here():
        raise CannotStart(ADVICE)
    try:
        if os.geteuid() == 0:
            say("Installing Pango, which draws the PDF documents.")
            debian.install(*PACKAGES)
        else:
            say("Unpacking Pango, which draws the PDF documents, into the runtime folder.")
            debian.unpack(*PACKAGES, into=unpacked)
    except subprocess.CalledProcessError as error:
        raise CannotStart(ADVICE) from error
