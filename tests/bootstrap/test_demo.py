"""The demonstration: what is refused beforehand, what is ended, who is named."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from config.bootstrap import demo, folders, network, processes
from config.bootstrap.console import CannotStart
from config.bootstrap.crew import Crew
from config.bootstrap.postgres import Postgres
from config.bootstrap.valkey import Valkey
from tests.bootstrap import SLEEPER, mode


def test_a_busy_port_is_refused_before_anything_starts(runtime):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"127\.0\.0\.1:{port}.*another program uses this port.*--port \d+$"):
            demo.check(["--port", str(port)])
    demo.check(["--port", str(port)])
    assert [entry.name for entry in runtime.iterdir()] == ["demo.lock"]


@pytest.mark.parametrize("port", ["0", "65536", "web"])
def test_a_port_that_is_none_is_refused(runtime, port):
    with pytest.raises(SystemExit):
        demo.check(["--port", port])


def test_a_host_that_is_none_is_refused(runtime, monkeypatch):
    def know_nobody(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", know_nobody)
    with pytest.raises(CannotStart, match="http://nowhere:8000/: the host name is not known"):
        demo.check(["--host", "nowhere"])


def test_a_second_demonstration_is_told_where_the_first_is(runtime):
    lock, first = folders.Lock(runtime / "demo.lock"), Crew(runtime, address="http://127.0.0.1:8123/")
    assert lock.try_alone()
    first.launch("web", SLEEPER)
    with pytest.raises(CannotStart, match=r"running already: http://127\.0\.0\.1:8123/"):
        demo.check([])
    assert first.end()
    lock.close()


def test_what_a_killed_one_left_running_is_ended(runtime, capsys):
    killed = Crew(runtime, address="http://127.0.0.1:8123/")
    left = killed.launch("web", SLEEPER)
    assert mode(runtime / "demo.json") == 0o600
    demo.check(["--port", str(network.free_port())])
    assert left.wait() == -signal.SIGTERM
    assert "had left processes running" in capsys.readouterr().out
    assert not (runtime / "demo.json").exists()


def test_who_falls_is_named_with_the_end_of_the_log(runtime):
    crew = Crew(runtime, address="")
    crew.launch("worker", [sys.executable, "-c", "print('the reason'); raise SystemExit(3)"]).wait()
    with pytest.raises(CannotStart, match=r"worker stopped by itself \(exit code 3\)[^$]*worker\.log:\nthe reason"):
        crew.refuse_fallen()
    crew.end()


def test_a_step_that_fails_stops_the_start(runtime):
    crew = Crew(runtime, address="")
    crew.finish("migrate", [sys.executable, "-c", ""])
    with pytest.raises(CannotStart, match=r"migrate stopped by itself \(exit code 1\)"):
        crew.finish("migrate", [sys.executable, "-c", "raise SystemExit(1)"])
    crew.end()


# The demonstration as it is, but for its data, which would take longer than all the rest.
DEMO_WITHOUT_DATA = """
import sys
from config import bootstrap
from config.bootstrap.crew import Crew

finish = Crew.finish
Crew.finish = lambda crew, name, *rest, **options: name == "load_demo" or finish(crew, name, *rest, **options)
sys.exit(bootstrap.main(["demo", *sys.argv[1:]]))
"""


@contextlib.contextmanager
def demonstration(*, port):
    """The demonstration, once it has said its address."""
    command = [sys.executable, "-c", DEMO_WITHOUT_DATA, "--port", str(port)]
    with subprocess.Popen(command, cwd=folders.ROOT, stdout=subprocess.PIPE, text=True) as process:
        said = []
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                break
        try:
            assert f"http://127.0.0.1:{port}/" in "".join(said)
            yield process
        finally:
            process.terminate()


@pytest.mark.faults
def test_it_serves_until_asked_to_stop_and_leaves_nothing(runtime):
    port = network.free_port()
    with demonstration(port=port) as process:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert 'dir="rtl"' in page.read().decode()
        members = [processes.Identity(*one) for one in json.loads((runtime / "demo.json").read_text())["processes"]]
        assert sum(member.is_alive() for member in members) == 3
        own = [Postgres(runtime), Valkey(runtime)]
        assert all(server.is_alive() for server in own)
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "\nStopped.\n"
        assert process.wait() == 0
    assert not any(member.is_alive() for member in members)
    assert not any(server.is_alive() for server in own)
    assert network.refusal("127.0.0.1", port) == ""


@pytest.mark.faults
def test_killed_it_starts_again_on_the_same_port(runtime):
    port = network.free_port()
    with demonstration(port=port) as killed:
        killed.kill()
    assert network.answers("127.0.0.1", port)
    with demonstration(port=port) as process:
        process.terminate()
        assert process.wait() == 0
    assert network.refusal("127.0.0.1", port) == ""


@pytest.mark.faults
def test_when_one_falls_the_others_end_too(runtime):
    with demonstration(port=network.free_port()) as process:
        web, *others = json.loads((runtime / "demo.json").read_text())["processes"][-3:]
        os.kill(web[0], signal.SIGKILL)
        assert "web stopped by itself (exit code -9)" in process.stdout.read()
        assert process.wait() == 1
    assert not any(processes.Identity(*one).is_alive() for one in others)
