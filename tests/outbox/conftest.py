"""A gateway of text messages to talk to, and one moment after another."""

import json
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from apps.outbox import gateway as adapter
from apps.outbox import services
from apps.outbox.models import Message

TOKEN = "gateway-token-never-logged"


class Phones:
    """The program, and what it has seen."""

    def __init__(self, port: int):
        self.address = f"http://127.0.0.1:{port}"

    def will(self, *words) -> None:
        urlopen(Request(f"{self.address}/set", json.dumps(words).encode(), method="POST"), timeout=5).close()

    def _seen(self) -> dict:
        with urlopen(f"{self.address}/seen", timeout=5) as answer:
            return json.load(answer)

    @property
    def requests(self) -> list[dict]:
        return self._seen()["requests"]

    @property
    def delivered(self) -> dict[str, str]:
        return self._seen()["delivered"]


@pytest.fixture
def phones(settings):
    program = Path(__file__).with_name("gateway_server.py")
    with subprocess.Popen([sys.executable, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        port = int(run.stdout.readline())
        settings.SMS_GATEWAY = gateway_at(f"http://127.0.0.1:{port}/send")
        yield Phones(port)
        run.stdin.close()
        run.wait(5)


def gateway_at(url: str, **overrides) -> dict:
    fields = {"recipient": "to", "text": "text", "sender": "sender", "key": "reference"}
    return {"url": url, "token": TOKEN, "is_json": True, "sender": "PORTAL", "fields": fields, **overrides}


def deliver() -> Message | None:
    """One message, as the task takes it."""
    return services.deliver_next(send=adapter.send, now=timezone.now(), keeps_secrets=django_settings.PORTAL_DEMO)


def wait_for(condition, seconds: float = 20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "It did not come to pass."
        time.sleep(0.05)
