"""As whom PostgreSQL runs, because it refuses to be root.

For root it runs in a user namespace, where root goes by another number. Where the kernel refuses namespaces, as it does
in most containers, it runs as `nobody`, and what `nobody` cannot reach in the project lies in a house of his own.
"""

import hashlib
import importlib.metadata
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path

HOUSE_OF_NOBODY = Path("/var/lib/flexible-work-portal")
NAMESPACE = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"]


@dataclass(frozen=True)
class Account:
    """Which binaries run, where their data lies, and what makes root somebody else (nothing, for who is not root)."""

    binaries: Path
    home: Path
    prefix: list[str] = field(default_factory=list)
    user: dict = field(default_factory=dict)

    def may(self, right: str, path: Path) -> bool:
        """The account has this right on the path; rights as the program `test` writes them."""
        command = [*self.prefix, "test", right, path]
        return subprocess.run(command, stderr=subprocess.DEVNULL, cwd="/", check=False, **self.user).returncode == 0

    def give(self, path: Path) -> None:
        """The path belongs to the account."""
        if self.user:
            os.chown(path, self.user["user"], self.user["group"])


def choose(install: Path, folder: Path) -> Account:
    """The account for an installation of PostgreSQL and a runtime folder; always the same for the same two."""
    plain = Account(install / "bin", folder)
    if os.geteuid() != 0:
        return plain
    elsewhere = replace(plain, prefix=NAMESPACE)
    if shutil.which("unshare") and elsewhere.may("-w", folder) and elsewhere.may("-x", plain.binaries / "initdb"):
        return elsewhere
    entry = pwd.getpwnam("nobody")
    nobody = replace(plain, user={"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []})
    return replace(nobody, binaries=_binaries_for(nobody, install), home=_home_for(nobody, folder))


def _binaries_for(nobody: Account, install: Path) -> Path:
    if nobody.may("-x", install / "bin" / "initdb"):
        return install / "bin"
    package = install.parent
    version = importlib.metadata.version(package.name)
    copy = _house() / f"binaries-{version}-{_short(install)}"
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(install, draft / package.name / install.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        try:
            draft.rename(copy)
        except OSError:  # another command was quicker
            shutil.rmtree(draft)
    return copy / package.name / install.name / "bin"


def _home_for(nobody: Account, folder: Path) -> Path:
    if nobody.may("-x", folder.parent):
        folder.chmod(folder.stat().st_mode | 0o001)  # to walk through, not to look around
        home = folder / "nobody"
    else:
        home = _house() / f"data-{_short(folder)}"
    home.mkdir(mode=0o700, exist_ok=True)
    nobody.give(home)
    return home


def _house() -> Path:
    HOUSE_OF_NOBODY.mkdir(mode=0o711, parents=True, exist_ok=True)
    return HOUSE_OF_NOBODY


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
