"""The Python packages: exactly those of the lock file, checked by hash, in `.venv`.

A stamp inside `.venv` says which lock files it satisfies. It is taken away before anything changes and written when all
is done, so a folder without a stamp is an interrupted one and begins anew.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from config.bootstrap import debian
from config.bootstrap.console import CannotStart, say
from config.bootstrap.folders import ROOT, Lock, locked, runtime

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "portal-packages"
LOCK = ROOT / "requirements.lock"
TESTS_LOCK = ROOT / "tests" / "requirements.lock"


def prepare(*, tests: bool) -> Path:
    """The Python that has the packages: this one where they are all there already, otherwise that of `.venv`.

    The lock file of the tests contains the portal's own, so an environment made for tests serves everything.
    """
    lock = TESTS_LOCK if tests else LOCK
    if not _is_venv(Path(sys.prefix)) and has_packages(lock):
        return Path(sys.executable)
    if not is_current(lock):
        with locked(ROOT, waiting="Another command is installing the packages; waiting for it.") as turn:
            if not is_current(lock):
                _install(lock, turn)
    return PYTHON


def reenter(python: Path, arguments: list[str], with_variables: dict[str, str]) -> None:
    """Continue as the same process under the given Python and variables; returns only when they are those of now."""
    right_python = python == Path(sys.executable) or (python == PYTHON and _is_venv(Path(sys.prefix)))
    if right_python and all(os.environ.get(name) == value for name, value in with_variables.items()):
        return
    sys.stdout.flush()
    os.execve(python, [str(python), str(ROOT / "manage.py"), *arguments], {**os.environ, **with_variables})  # noqa: S606 our own program


def is_current(lock: Path) -> bool:
    """`.venv` holds what this lock file asks for, for this version of Python."""
    try:
        stamp = STAMP.read_text().splitlines()
    except OSError:
        return False
    return PYTHON.exists() and _python_line() in stamp and _lock_line(lock) in stamp


def has_packages(lock: Path) -> bool:
    """The Python that reads this has every package of the lock file in the very version."""
    pins = re.findall(r"^([\w.-]+)==(\S+) (?!;)", lock.read_text(), re.MULTILINE)
    try:
        return all(importlib.metadata.version(name) == version for name, version in pins)
    except importlib.metadata.PackageNotFoundError:
        return False


def package_folder(name: str) -> Path:
    """Where an installed package lies; it is not imported."""
    found = importlib.util.find_spec(name)
    if not found:
        raise CannotStart(f"The package {name} is not installed; delete {VENV} and start again.")
    return Path(found.submodule_search_locations[0])


def _is_venv(prefix: Path) -> bool:
    return prefix.resolve() == VENV.resolve()


def _python_line() -> str:
    return f"python {sys.implementation.cache_tag}"


def _lock_line(lock: Path) -> str:
    return f"{lock.relative_to(ROOT)} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def _install(lock: Path, turn: Lock) -> None:
    """The programs that install hold our turn too: if we are killed, nobody else begins before they have ended."""
    began = time.monotonic()
    complete = STAMP.exists() and _python_line() in STAMP.read_text() and PYTHON.exists()
    STAMP.unlink(missing_ok=True)
    uv = shutil.which("uv")
    try:
        if not complete:
            _run(_create(uv), turn)
        say(f"Installing the packages with {'uv' if uv else 'pip'}; the first time this takes about a minute.")
        exactly = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", lock]
        _run([*_installer(uv), *exactly], turn)
    except subprocess.CalledProcessError as error:
        raise CannotStart("The packages could not be installed, for the reason above. Start again to retry.") from error
    satisfied = [LOCK, TESTS_LOCK] if lock == TESTS_LOCK else [LOCK]
    STAMP.write_text("\n".join([_python_line(), *map(_lock_line, satisfied)]) + "\n")
    say(f"The packages are ready, after {time.monotonic() - began:.0f} seconds.")


def _run(command: list[str | Path], turn: Lock) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True, pass_fds=[turn.descriptor])


def _create(uv: str | None) -> list[str | Path]:
    """The command that makes an empty `.venv`, with pip where Python brings it."""
    python = getattr(sys, "_base_executable", sys.executable)
    if uv:
        return [uv, "venv", "--quiet", "--clear", "--python", python, VENV]
    pip = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    return [python, "-m", "venv", "--clear", *pip, VENV]


def _installer(uv: str | None) -> list[str | Path]:
    """The command that installs into `.venv`, short of saying what."""
    if uv:
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON]
    pip = ["-m", "pip"] if (VENV / "bin" / "pip").exists() else [_pip_of_debian() / "pip"]
    return [PYTHON, *pip, "install", "-qq", "--disable-pip-version-check", "--no-input"]  # twice quiet: errors only


def _pip_of_debian() -> Path:
    """A wheel of pip, which runs as it is. Debian takes pip out of Python and keeps it in a package of its own."""
    unpacked = runtime() / "pip"
    try:
        if not unpacked.exists():
            say("This Python has no pip; unpacking Debian's into the runtime folder.")
            debian.unpack("python3-pip-whl", into=unpacked)
        return next(unpacked.rglob("pip-*.whl"))
    except (StopIteration, OSError, subprocess.CalledProcessError) as error:
        raise CannotStart("This Python has no pip. On Debian or Ubuntu: sudo apt-get install python3-venv") from error
