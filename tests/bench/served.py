"""The portal behind gunicorn, asked over HTTP by one browser: what a person waits for, but for his line.

Every turn asks for a page that says nothing as well, because machines differ and drift: it is the limit of every page.
"""

import http.client
import multiprocessing
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import NamedTuple

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.http import urlencode
from gunicorn.app.base import BaseApplication

from config.urls import *  # noqa: F403
from config.urls import urlpatterns

HOST = "127.0.0.1"
# How a browser sends a form that carries no file.
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# The first turns fill the caches of the process and open the connections of its threads.
WARMING = 8


def bare(request: HttpRequest) -> HttpResponse:
    """Session and user, without a page."""
    return HttpResponse(request.user.full_name)


urlpatterns = [path("bare/", bare), *urlpatterns]


class Turns(NamedTuple):
    """What the turns took, in milliseconds and in order of their length, beside the limit's."""

    page: list[float]
    limit: list[float]


class Browser:
    """One signed-in person on one connection."""

    def __init__(self, port: int, user):
        client = Client()
        client.force_login(user)
        self.cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
        self.connection = http.client.HTTPConnection(HOST, port, timeout=60)

    def ask(self, method: str, address: str, body: str | None = None) -> tuple[float, int, str]:
        """Milliseconds until the whole answer is there, its status and its text."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        start = time.perf_counter()
        self.connection.request(method, address, body, headers | (FORM if body else {}))
        answer = self.connection.getresponse()
        content = answer.read()
        taken = (time.perf_counter() - start) * 1000
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return taken, answer.status, content.decode()

    def turns(self, address: str, *, post: Callable[[str, int], dict] | None = None, count: int = 40) -> Turns:
        """The page again and again; or, with `post`, what that makes of it sent back."""
        self.connection.close()  # the server has given up one that rested; it opens anew by itself
        pages, limits = [], []
        for turn in range(WARMING + count):
            limits.append(self.ask("GET", "/bare/")[0])
            taken, status, html = self.ask("GET", address)
            if post is not None:
                token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[1]
                taken, status, html = self.ask(
                    "POST", address, urlencode({**post(html, turn), "csrfmiddlewaretoken": token})
                )
            assert status == (200 if post is None else 303), status
            pages.append(taken)
        return Turns(sorted(pages[WARMING:]), sorted(limits[WARMING:]))


class Server(BaseApplication):
    """As `manage.py demo` starts it, with the settings, the database and the clock of the process it is a child of."""

    def __init__(self, port: int):
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        chosen = {"bind": f"{HOST}:{self.port}", "preload_app": True, "workers": 2, "threads": 4, "loglevel": "warning"}
        for name, value in {**chosen, "control_socket_disable": True}.items():
            self.cfg.set(name, value)

    def load(self):
        settings.ROOT_URLCONF = __name__
        from config.wsgi import application

        return application


@contextmanager
def served() -> Iterator[Callable[..., Browser]]:
    """Makes browsers for users while the portal answers."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    connections.close_all()
    server = multiprocessing.get_context("fork").Process(target=Server(port).run)
    server.start()
    try:
        while server.is_alive() and not _answers(port):
            time.sleep(0.05)
        assert server.is_alive(), "the server did not start"
        yield lambda user: Browser(port, user)
    finally:
        server.terminate()
        server.join()


def _answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex((HOST, port)) == 0
