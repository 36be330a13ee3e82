"""`python3 manage.py demo [--port N] [--host H]`: the whole portal with demonstration data, until Ctrl-C.

Pages, worker and scheduler are processes of their own, each with its log. They end together: by Ctrl-C or SIGTERM, or
because one of them died. What a killed demonstration left behind is ended by the next one.
"""

import argparse
import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import NoReturn

from config.bootstrap import folders, network, processes, servers
from config.bootstrap.console import CannotStart, say
from config.bootstrap.crew import Crew

PATIENCE = 120  # seconds until the pages must answer
READY = """
  بوابة العمل المرن   {address}
  The portal is ready. Ctrl-C stops it.
"""


def check(arguments: list[str]) -> None:
    """Refuses at once what would otherwise be refused only after a minute of installing."""
    options = _parse(arguments)
    with _the_only_one(options):
        _refuse_busy_port(options)


def run(arguments: list[str]) -> NoReturn:
    """Serve until asked to stop, which is a `KeyboardInterrupt`, or until something falls, which is a `CannotStart`.

    Either way nothing is left running.
    """
    options = _parse(arguments)
    _listen_for_signals()
    with _the_only_one(options) as crew, servers.running(crew.folder) as ours:
        _refuse_busy_port(options)
        _serve(options, crew)
        say(READY.format(address=_address(options)))
        _watch(crew, ours)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py demo", description="The portal with demonstration data.")
    parser.add_argument("--port", type=int, default=8000, help="8000, unless given")
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1 (this machine only), unless given")
    options = parser.parse_args(arguments)
    if not 0 < options.port < 65536:
        parser.error("a port is a number from 1 to 65535")
    return options


def _address(options: argparse.Namespace) -> str:
    host = "127.0.0.1" if network.is_everywhere(options.host) else options.host
    return f"http://{network.bracketed(host)}:{options.port}/"


@contextlib.contextmanager
def _the_only_one(options: argparse.Namespace) -> Iterator[Crew]:
    """No other demonstration runs in this runtime folder, nor what a killed one left; afterwards nothing of ours."""
    folder = folders.runtime()
    lock, crew = folders.Lock(folder / "demo.lock"), Crew(folder, address=_address(options))
    try:
        if not lock.try_alone():
            raise CannotStart(f"The demonstration is running already: {crew.address_of_note()}")
        with processes.undisturbed():
            some_left = crew.end()
        if some_left:
            say("A demonstration that was killed had left processes running; they are ended now.")
        try:
            yield crew
        finally:
            with processes.undisturbed():
                crew.end()
    finally:
        lock.close()


def _refuse_busy_port(options: argparse.Namespace) -> None:
    reason = network.refusal(options.host, options.port)
    if reason:
        other = f"python3 manage.py demo --port {network.free_port()}"
        raise CannotStart(f"Nothing can be served at {_address(options)}: {reason}. With another port: {other}")


def _listen_for_signals() -> None:
    """The first signal ends the demonstration in order; later ones find it ending already."""

    def stop(*_) -> None:
        for number in processes.STOPPING:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in processes.STOPPING:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup asks to outlive the terminal
            signal.signal(number, stop)


def _serve(options: argparse.Namespace, crew: Crew) -> None:
    """The pages answer, the data is in place, and worker and scheduler are about to begin."""
    os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.dev", PORTAL_DEMO="1", PYTHONUNBUFFERED="1")
    os.environ.setdefault("ALLOWED_HOSTS", "*" if network.is_everywhere(options.host) else options.host)
    say("Preparing the database.")
    crew.finish("migrate", [sys.executable, "manage.py", "migrate", "--verbosity", "1"])
    load = [sys.executable, "manage.py", "load_demo"]
    crew.finish("load_demo", [*load, "--address", _address(options)], on_screen=True)
    bind = f"{network.bracketed(options.host)}:{options.port}"
    web = ["gunicorn", "config.wsgi:application", "--preload", "--workers", "2", "--threads", "4", "--bind", bind]
    crew.launch("web", [sys.executable, "-m", *web, "--access-logfile", "-", "--no-control-socket"])
    _wait_for_answer(options, crew)
    celery = [sys.executable, "-m", "celery", "--app", "config"]
    schedule = str(crew.folder / "beat-schedule")
    crew.launch("worker", [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-mingle"])
    crew.launch("scheduler", [*celery, "beat", "--loglevel", "INFO", "--schedule", schedule, "--pidfile", ""])


def _wait_for_answer(options: argparse.Namespace, crew: Crew) -> None:
    deadline = time.monotonic() + PATIENCE
    while not network.answers(options.host, options.port):
        crew.refuse_fallen()
        if time.monotonic() > deadline:
            log = folders.log(crew.folder, "web")
            raise CannotStart(f"The pages did not answer within {PATIENCE} seconds; see {log}")
        time.sleep(0.1)


def _watch(crew: Crew, ours: list) -> NoReturn:
    """Refuses with `CannotStart` when a process or one of our servers is no longer there."""
    while True:
        crew.refuse_fallen()
        for server in ours:
            if not server.is_alive():
                raise CannotStart(f"{server.name} stopped by itself, and everything else with it; see {server.log}")
        time.sleep(0.5)
