"""Pango, the one system library that the PDF documents need: WeasyPrint draws with it, and no wheel brings it.

Root on Debian installs it. Everybody else on Debian has its packages unpacked into the runtime folder, which changes
nothing on the machine; the folder then has to stand in LD_LIBRARY_PATH before Python starts.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from config.bootstrap import environment, folders
from config.bootstrap.console import CannotStart, say

DEBIAN = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
LIBRARIES = [
    *("libgobject-2.0.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    *("libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1"),
]
ADVICE = f"""\
The PDF documents need the library Pango, which is not on this machine. Install it and start again:
  Debian, Ubuntu   sudo apt-get install {" ".join(DEBIAN)}
  Fedora           sudo dnf install pango
  macOS            brew install pango"""


def variables(*, install: bool) -> dict[str, str]:
    """What the environment must hold so that Pango is found: nothing, where the system has it.

    With `install` a missing Pango is brought; `CannotStart` says how, where that is beyond us.
    """
    unpacked = folders.runtime() / "pango"
    if _on_this_system():
        return {}
    if install and not (unpacked / "lib").exists():
        _bring(unpacked)
    if not (unpacked / "lib").exists():
        return {}
    others = [path for path in os.environ.get("LD_LIBRARY_PATH", "").split(":") if path and path != str(unpacked / "lib")]
    return {"LD_LIBRARY_PATH": ":".join([str(unpacked / "lib"), *others])}


def _on_this_system() -> bool:
    if sys.platform != "linux":  # the names differ; WeasyPrint itself tells what it misses
        return True
    try:
        for name in LIBRARIES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _bring(unpacked: Path) -> None:
    try:
        if not shutil.which("apt-get"):
            raise CannotStart(ADVICE)
        if os.geteuid() == 0:
            environment.apt_install(*DEBIAN)
        else:
            _unpack(unpacked)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotStart(ADVICE) from error


def _unpack(unpacked: Path) -> None:
    """Pango and what it needs beyond this system lie in the folder, complete or not at all."""
    say("Unpacking Pango into the runtime folder, because only root could install it.")
    draft = unpacked.with_name("pango.new")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "lib").mkdir(parents=True)
    try:
        _download(draft, options=[])
    except subprocess.CalledProcessError:  # the machine's package lists are old or were never fetched
        _download(draft, options=_own_lists(draft))
    for package in draft.glob("*.deb"):
        subprocess.run(["dpkg-deb", "--extract", package, draft / "files"], check=True)
    for library in (draft / "files").rglob("*.so.*"):
        (draft / "lib" / library.name).symlink_to(os.path.relpath(library, draft / "lib"))
    draft.rename(unpacked)


def _download(folder: Path, *, options: list[str]) -> None:
    """The packages that apt would install on this machine lie in the folder."""
    plan = _apt("install", "--simulate", "--no-install-recommends", *DEBIAN, options=options)
    names = [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")]
    _apt("download", *names, options=options, cwd=folder)


def _own_lists(folder: Path) -> list[str]:
    """The options that make apt read fresh package lists of our own."""
    (folder / "lists" / "partial").mkdir(parents=True)
    (folder / "cache" / "archives" / "partial").mkdir(parents=True)
    options = ["-o", f"Dir::State::Lists={folder / 'lists'}", "-o", f"Dir::Cache={folder / 'cache'}"]
    _apt("update", options=options)
    return options


def _apt(*arguments: str, options: list[str], cwd: Path | None = None) -> str:
    return subprocess.run(
        ["apt-get", "-qq", *options, *arguments], cwd=cwd, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ).stdout
