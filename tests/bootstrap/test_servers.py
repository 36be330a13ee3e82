"""The real PostgreSQL and Valkey, started, shared, killed and started again."""

import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest
import redis

from config.bootstrap import account, processes, servers
from config.bootstrap.postgres import Postgres
from config.bootstrap.valkey import Valkey
from tests.bootstrap import SLEEPER, mode, wait_until


def test_the_first_starts_them_and_the_last_stops_them(runtime):
    with servers.running(runtime) as ours:
        first = os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
        del os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
        with servers.running(runtime):
            assert (os.environ["DATABASE_URL"], os.environ["REDIS_URL"]) == first
        assert all(server.is_alive() and server.url() in first for server in ours)
        for path in ("connections.json", "valkey.json", "postgres-18.password"):
            assert mode(runtime / path) == 0o600
        with psycopg.connect(first[0]) as connection:
            connection.execute("create table kept as select 'محمد' as name")
        assert redis.Redis.from_url(first[1]).ping()
    assert [server.url() for server in ours] == [None, None]
    assert not (runtime / "connections.json").exists()
    assert not (runtime / "valkey.json").exists()

    del os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
    with servers.running(runtime), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        assert connection.execute("select name from kept").fetchone() == ("محمد",)


def test_nobody_gets_in_without_the_password(runtime):
    with servers.running(runtime):
        database, broker = os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
        for wrong in (re.sub(":[^:@]+@", "@", database), re.sub(":[^:@]+@", ":guess@", database)):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(wrong)
        with pytest.raises(redis.AuthenticationError):
            redis.Redis.from_url(re.sub(":[^:@]+@", "", broker)).ping()


def test_arabic_letters_are_letters(runtime):
    with servers.running(runtime), psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        query = r"select 'محمد' ~ '^\w+$', to_tsvector('simple', 'شركة النخيل')::text, lower('ÀÉ')"
        assert connection.execute(query).fetchone() == (True, "'النخيل':2 'شركة':1", "àé")


def test_servers_that_the_environment_names_are_left_alone(runtime, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/portal")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    with servers.running(runtime) as ours:
        assert ours == []
        assert os.environ["DATABASE_URL"] == "postgres://elsewhere/portal"
    assert list(runtime.iterdir()) == []


def test_what_a_killed_command_left_running_is_used_and_stopped(runtime):
    left = [Postgres(runtime), Valkey(runtime)]
    for server in left:
        server.start()
    urls = [server.url() for server in left]
    with servers.running(runtime):
        assert [os.environ["DATABASE_URL"], os.environ["REDIS_URL"]] == urls
    assert [server.url() for server in left] == [None, None]


def test_killed_servers_start_again(runtime):
    server, broker = Postgres(runtime), Valkey(runtime)
    with servers.running(runtime):
        for pid in (server._pid_file()[0], broker._read_note()["pid"]):
            os.kill(pid, signal.SIGKILL)
            wait_until(lambda pid=pid: not processes.birth(pid))
    del os.environ["DATABASE_URL"], os.environ["REDIS_URL"]
    with servers.running(runtime) as ours:
        assert all(server.url() for server in ours)


def test_a_stranger_with_the_number_of_a_dead_server_is_left_alone(runtime):
    """After the machine itself died, its pid files lie there and the numbers belong to others."""
    with subprocess.Popen(SLEEPER, start_new_session=True) as stranger:
        server, broker = Postgres(runtime), Valkey(runtime)
        server.start()
        broker.start()
        pid_file, note = server.data / "postmaster.pid", broker.note
        number, rest = pid_file.read_text().split("\n", 1)
        noted = note.read_text().replace(f'"pid": {broker._read_note()["pid"]}', f'"pid": {stranger.pid}')
        server.stop()
        broker.stop()
        pid_file.write_text(f"{stranger.pid}\n{rest}")
        note.write_text(noted)
        assert number != str(stranger.pid)
        with servers.running(runtime) as ours:
            assert all(server.url() for server in ours)
        assert stranger.poll() is None
        stranger.kill()


def test_a_restart_keeps_the_address(runtime):
    with servers.running(runtime):
        for how in ("fast", "immediate"):
            server = Postgres(runtime)
            server.restart(how)
            assert server.url() == os.environ["DATABASE_URL"]


def test_an_interrupted_initdb_begins_anew(runtime):
    half = runtime / "postgres-18.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    with servers.running(runtime):
        assert Postgres(runtime).url()
    assert not half.exists()


@pytest.mark.parametrize("rights", [0o700, 0o755])
def test_where_namespaces_are_refused_root_runs_it_as_nobody(monkeypatch, rights):
    """Below a folder that nobody may enter, its data and binaries lie elsewhere; otherwise in the runtime folder."""
    monkeypatch.setattr(account.shutil, "which", lambda program: None)
    with tempfile.TemporaryDirectory() as house, tempfile.TemporaryDirectory() as parent:
        Path(house).chmod(0o711)
        Path(parent).chmod(rights)
        monkeypatch.setattr(account, "HOUSE_OF_NOBODY", Path(house))
        runtime = Path(parent) / "my portal"
        runtime.mkdir(mode=0o700)
        server = Postgres(runtime)
        assert server.account.prefix == []
        server.start()
        try:
            owner = Path(f"/proc/{server._pid_file()[0]}").stat().st_uid
            assert owner != 0
            assert server.password_file.stat().st_uid == owner
            assert mode(server.password_file) == 0o600
            assert mode(server.data) == 0o700
            assert server.data.is_relative_to(runtime) == (os.geteuid() != 0 or rights == 0o755)
        finally:
            server.remove()
        assert not server.data.exists()
