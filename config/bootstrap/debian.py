"""Packages of Debian and its kin: installed by root, unpacked into a folder by everybody else."""

import os
import shutil
import subprocess
from pathlib import Path


def is_here() -> bool:
    """This machine is of Debian's kind."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))


def install(*packages: str) -> None:
    """The packages are installed on the machine; needs root. A failure is a `CalledProcessError`."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--no-install-recommends", *packages]):
        full = ["apt-get", "-qq", *command]
        subprocess.run(full, env=environment, stdin=subprocess.DEVNULL, check=True, capture_output=True)


def unpack(*packages: str, into: Path) -> None:
    """The files of the packages, and of all they need beyond this machine, lie in the folder, complete or not at all.

    Nothing on the machine changes. A failure is a `CalledProcessError`.
    """
    draft = into.with_name(f"{into.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "debs").mkdir(parents=True)
    try:
        _download(packages, draft / "debs", options=[])
    except subprocess.CalledProcessError:  # the machine's package lists are old, or were never fetched
        _download(packages, draft / "debs", options=_fresh_lists(draft))
    for package in (draft / "debs").iterdir():
        subprocess.run(["dpkg-deb", "--extract", package, draft / "files"], check=True)
    (draft / "files").rename(into)
    shutil.rmtree(draft)


def _download(packages: tuple[str, ...], folder: Path, *, options: list[str]) -> None:
    plan = _apt_get("install", "--simulate", "--no-install-recommends", *packages, options=options)
    needed = {line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")}
    _apt_get("download", *sorted({*packages, *needed}), options=options, cwd=folder)


def _fresh_lists(folder: Path) -> list[str]:
    """The options for apt to read package lists of our own, just fetched; those of the machine only root may fetch."""
    (folder / "lists" / "partial").mkdir(parents=True)
    (folder / "cache" / "archives" / "partial").mkdir(parents=True)
    options = ["-o", f"Dir::State::Lists={folder / 'lists'}", "-o", f"Dir::Cache={folder / 'cache'}"]
    _apt_get("update", options=options)
    return options


def _apt_get(*arguments: str, options: list[str], cwd: Path | None = None) -> str:
    command = ["apt-get", "-qq", *options, *arguments]
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, check=True, capture_output=True, text=True)
    return done.stdout
