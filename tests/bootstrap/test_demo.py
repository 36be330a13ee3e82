"""The demonstration: what is refused beforehand, what is ended, who is named."""

import signal
import socket
import sys

import pytest

from config.bootstrap import demo, folders, network
from config.bootstrap.console import CannotStart
from config.bootstrap.crew import Crew
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
