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

from config.bootstrap.console import CannotStart, say
from config.bootstrap.folders import ROOT, locked

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
        with locked(ROOT, waiting="Another command is installing the packages; waiting for it."):
            if not is_current(lock):
                _install(lock)
    return PYTHON


def reenter(python: Path, arguments: list[str], with_variables: dict[str, str]) -> None:
    """Continue as the same process under the given Python and variables; returns only when they are those of now."""
    right_python = python == Path(sys.executable) or (python == PYTHON and _is_venv(Path(sys.prefix)))
    if right_python and all(os.environ.get(name) == value for name, value in with_variables.items()):
        return
    sys.stdout.flush()
    os.execve(python, [str(python), str(ROOT / "manage.py"), *arguments], {**os.environ, **with_variables})  # noqa: S606


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


def _install(lock: Path) -> None:
    began = time.monotonic()
    uv = shutil.which("uv")
    complete = STAMP.exists() and _python_line() in STAMP.read_text() and PYTHON.exists()
    STAMP.unlink(missing_ok=True)
    try:
        if not complete or not (uv or (VENV / "bin" / "pip").exists()):
            _create(uv)
        say(f"Installing the packages with {'uv' if uv else 'pip'}; the first time this takes about a minute.")
        _fetch(uv, lock)
    except subprocess.CalledProcessError as error:
        raise CannotStart("The packages could not be installed (the reason stands above). Start again to retry.") from error
    satisfied = [LOCK, TESTS_LOCK] if lock == TESTS_LOCK else [LOCK]
    STAMP.write_text("\n".join([_python_line(), *map(_lock_line, satisfied)]) + "\n")
    say(f"The packages are ready, after {time.monotonic() - began:.0f} seconds.")


def _create(uv: str | None) -> None:
    base = getattr(sys, "_base_executable", sys.executable)
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", base, VENV], check=True)
        return
    if not importlib.util.find_spec("ensurepip"):
        _bring_ensurepip()
    subprocess.run([base, "-m", "venv", "--clear", VENV], check=True)


def _bring_ensurepip() -> None:
    """Debian keeps this part of Python in a package of its own."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise CannotStart("This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv")
    apt_install("python3-venv")


def apt_install(*packages: str) -> None:
    """The Debian packages are installed; needs root."""
    say(f"Installing {' '.join(packages)} with apt-get.")
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    quiet["env"] = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-qq", "--no-install-recommends", *packages], check=True, **quiet)


def _fetch(uv: str | None, lock: Path) -> None:
    sure = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", lock]
    if uv:
        subprocess.run([uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON, *sure], check=True)
    else:
        pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
        subprocess.run([*pip, "install", "-qq", *sure], check=True)  # twice quiet: errors only
