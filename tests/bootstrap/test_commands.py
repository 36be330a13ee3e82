"""The door itself: test runs, Django commands, and what a person reads."""

import io
import os
import signal
import subprocess
import sys

from config import bootstrap
from config.bootstrap import console, demo, folders, suite
from config.bootstrap.console import CannotStart
from config.bootstrap.postgres import Postgres


def test_runs_have_folders_of_their_own_and_clear_away_those_of_the_killed(runtime):
    killed = runtime / "tests" / "run-killed"
    killed.mkdir(parents=True)
    server = Postgres(killed)
    server.start()
    with suite._private_folder() as one, suite._private_folder() as other:
        assert one != other
        assert one.exists()
        assert not killed.exists()
    assert not server.is_alive()
    assert list((runtime / "tests").iterdir()) == []


def test_the_exit_code_is_that_of_pytest(runtime):
    """With servers named, so that nothing is started: a run of no test at all is code 5."""
    variables = {**os.environ, "DATABASE_URL": "postgres://nowhere/x", "REDIS_URL": "redis://nowhere/0"}
    command = [sys.executable, "manage.py", "test", "tests/bootstrap/test_commands.py", "-k", "there_is_no_such_test"]
    ran = subprocess.run(command, cwd=folders.ROOT, env=variables, capture_output=True, check=False)
    assert ran.returncode == 5


def test_what_a_person_can_mend_is_a_sentence_and_exit_code_1(runtime, monkeypatch, capsys):
    def refuse(arguments):
        raise CannotStart("Mend this.")

    monkeypatch.setattr(demo, "check", refuse)
    before = signal.getsignal(signal.SIGTERM)
    try:
        assert bootstrap.main(["demo"]) == 1
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capsys.readouterr().out == "Mend this.\n"


def test_production_gets_no_servers_of_our_own(runtime):
    """There a missing address must stop the start."""
    variables = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    command = [sys.executable, "manage.py", "check"]
    refused = subprocess.run(command, cwd=folders.ROOT, env=variables, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "DATABASE_URL" in refused.stderr
    assert list(runtime.iterdir()) == []


def test_a_terminal_that_knows_no_arabic_still_gets_its_line(monkeypatch):
    screen = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, encoding="ascii"))
    console.say("بوابة http://127.0.0.1/")
    assert screen.getvalue() == b"????? http://127.0.0.1/\n"
