"""Private files, locks, logs, and the runtime folder."""

import os
import subprocess
import sys

import pytest

from config.bootstrap import folders
from config.bootstrap.console import CannotStart
from tests.bootstrap import mode


def test_a_private_file_is_whole_and_only_its_owners(tmp_path):
    path = tmp_path / "secret"
    folders.write_private(path, "one")
    folders.write_private(path, "two")
    assert path.read_text() == "two"
    assert mode(path) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret"]


def test_a_folder_that_cannot_be_written_is_refused_with_a_way_out(monkeypatch):
    monkeypatch.setenv("RUNTIME_DIR", "/dev/null/portal")
    with pytest.raises(CannotStart, match="RUNTIME_DIR"):
        folders.runtime()


def test_a_relative_folder_means_the_same_to_every_process(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RUNTIME_DIR", "here")
    assert folders.runtime() == tmp_path / "here"
    assert os.environ["RUNTIME_DIR"] == str(tmp_path / "here")


def test_a_lock_dies_with_its_holder_even_by_sigkill(tmp_path):
    hold = (
        f"import sys, time; sys.path.insert(0, {str(folders.ROOT)!r})\n"
        "from pathlib import Path; from config.bootstrap import folders\n"
        "lock = folders.Lock(Path(sys.argv[1])); print(lock.try_alone(), flush=True); time.sleep(600)"
    )
    holder = subprocess.Popen([sys.executable, "-c", hold, tmp_path / "lock"], stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout.readline() == "True\n"
        lock = folders.Lock(tmp_path / "lock")
        assert not lock.try_alone()
        holder.kill()
    assert lock.try_alone()
    lock.close()


def test_the_log_of_the_time_before_is_kept(tmp_path):
    for text in (b"first", b"second", b"third"):
        with folders.new_log(tmp_path, "web") as log:
            log.write(text)
    assert folders.log(tmp_path, "web").read_text() == "third"
    assert (tmp_path / "log" / "web.log.1").read_text() == "second"
