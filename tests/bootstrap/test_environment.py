"""The Python packages, their stamp, and the way into the environment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.bootstrap import environment, folders, pango
from config.bootstrap.console import CannotStart


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder with its two lock files and no environment yet; what it would install, pip installs."""
    root = tmp_path / "project"
    (root / "tests").mkdir(parents=True)
    for name, value in {
        "ROOT": root,
        "VENV": root / ".venv",
        "PYTHON": root / ".venv" / "bin" / "python",
        "STAMP": root / ".venv" / "stamp",
        "LOCK": root / "requirements.lock",
        "TESTS_LOCK": root / "tests" / "requirements.lock",
    }.items():
        monkeypatch.setattr(environment, name, value)
    monkeypatch.setattr(environment.shutil, "which", lambda program: None)
    environment.LOCK.write_text("django==1 \\\n")
    environment.TESTS_LOCK.write_text("django==1 \\\npytest==2 \\\n")
    return root


class Installer:
    """Stands where pip would run; writes down what it is asked."""

    def __init__(self, *, breaks=False):
        self.commands = []
        self.breaks = breaks

    def __call__(self, command, turn):
        self.commands.append(" ".join(map(str, command)))
        if " venv " in self.commands[-1]:
            environment.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            environment.PYTHON.touch()
            environment.PYTHON.with_name("pip").touch()
        elif self.breaks:
            raise subprocess.CalledProcessError(1, command)

    @property
    def began_anew(self):
        return any("--clear" in command for command in self.commands)


def install(monkeypatch, lock, **options):
    installer = Installer(**options)
    monkeypatch.setattr(environment, "_run", installer)
    with folders.locked(environment.ROOT) as turn:
        environment._install(lock, turn)
    return installer


def test_a_second_start_installs_nothing(project, monkeypatch):
    assert not environment.is_current(environment.LOCK)
    assert install(monkeypatch, environment.LOCK).began_anew
    assert environment.is_current(environment.LOCK)
    monkeypatch.setattr(environment, "_run", None)
    assert environment.prepare(tests=False) == environment.PYTHON


def test_the_tests_packages_serve_the_portal_but_not_the_other_way_round(project, monkeypatch):
    install(monkeypatch, environment.LOCK)
    assert not environment.is_current(environment.TESTS_LOCK)
    assert not install(monkeypatch, environment.TESTS_LOCK).began_anew
    assert environment.is_current(environment.LOCK)


def test_a_changed_lock_file_is_installed_on_top(project, monkeypatch):
    install(monkeypatch, environment.LOCK)
    environment.LOCK.write_text("django==2 \\\n")
    assert not environment.is_current(environment.LOCK)
    assert not install(monkeypatch, environment.LOCK).began_anew
    assert environment.is_current(environment.LOCK)


def test_an_interrupted_install_begins_anew(project, monkeypatch):
    with pytest.raises(CannotStart, match="could not be installed"):
        install(monkeypatch, environment.LOCK, breaks=True)
    assert not environment.is_current(environment.LOCK)
    assert install(monkeypatch, environment.LOCK).began_anew


def test_another_python_begins_anew(project, monkeypatch):
    install(monkeypatch, environment.LOCK)
    stamp = environment.STAMP.read_text()
    environment.STAMP.write_text(stamp.replace(sys.implementation.cache_tag, "cpython-39"))
    assert not environment.is_current(environment.LOCK)
    assert install(monkeypatch, environment.LOCK).began_anew


def test_hashes_are_demanded(project, monkeypatch):
    asked = install(monkeypatch, environment.LOCK).commands[-1]
    assert "--require-hashes" in asked
    assert "--only-binary :all:" in asked


def test_a_python_that_has_every_package_in_its_version_is_used_as_it_is(tmp_path):
    lock = tmp_path / "some.lock"
    lock.write_text(f"pytest=={pytest.__version__} \\\n    --hash=sha256:00\nwinonly==1 ; sys_platform == 'win32' \\\n")
    assert environment.has_packages(lock)
    lock.write_text("pytest==1.0 \\\n")
    assert not environment.has_packages(lock)
    lock.write_text("no-such-package==1.0 \\\n")
    assert not environment.has_packages(lock)


def test_the_tests_lock_contains_the_portals():
    def pins(lock):
        return set(re.findall(r"^[\w.-]+==\S+", lock.read_text(), re.MULTILINE))

    assert pins(environment.LOCK) < pins(environment.TESTS_LOCK)


def test_the_command_goes_on_in_the_environments_python(monkeypatch):
    entered = []
    monkeypatch.setattr(os, "execve", lambda *call: entered.append(call))
    environment.reenter(Path("/elsewhere/python"), ["migrate", "--plan"], with_variables={"LD_LIBRARY_PATH": "/x"})
    [(program, command, variables)] = entered
    assert program == Path("/elsewhere/python")
    assert command == ["/elsewhere/python", str(folders.ROOT / "manage.py"), "migrate", "--plan"]
    assert variables["LD_LIBRARY_PATH"] == "/x"
    assert variables["PATH"] == os.environ["PATH"]


def test_it_is_entered_only_once(monkeypatch):
    monkeypatch.setattr(os, "execve", None)
    environment.reenter(Path(sys.executable), ["migrate"], with_variables={})


def test_unpacked_pango_that_did_not_help_is_not_tried_for_ever(runtime, monkeypatch):
    monkeypatch.setattr(pango, "_is_found", lambda: False)
    library = runtime / "pango" / "usr" / "lib" / "libpango-1.0.so.0"
    library.parent.mkdir(parents=True)
    library.touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    wanted = {"LD_LIBRARY_PATH": f"{library.parent}:/opt/lib"}
    assert pango.variables(install=False) == wanted
    monkeypatch.setenv("LD_LIBRARY_PATH", wanted["LD_LIBRARY_PATH"])
    assert pango.variables(install=False) == {}


def test_an_old_python_is_refused_with_a_sentence():
    """The first file must be readable to it: no syntax and no import that came later."""
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path(sys.argv[1], run_name='__main__')",
        str(folders.ROOT / "manage.py"),
    )
    refused = subprocess.run([sys.executable, "-c", *program], capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert refused.stderr == "The portal needs Python 3.11 or newer; this is Python 3.9.\n"
