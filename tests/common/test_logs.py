"""Lines of the log: what would open something is not in them."""

import io
import logging
from logging.config import DictConfigurator

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db

SECRET = "Zk3-secret_9"


@pytest.fixture
def lines():
    """What the console would show."""
    configured = dict(settings.LOGGING["formatters"]["line"])
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(DictConfigurator(settings.LOGGING).configure_formatter(configured))
    root = logging.getLogger()
    root.addHandler(handler)
    yield handler.stream
    root.removeHandler(handler)


@pytest.mark.parametrize("address", [f"/invitations/{SECRET}/", f"/account/password/reset/key/1z-{SECRET}/extra/"])
def test_the_key_of_a_link_that_is_refused_is_not_in_the_log(client, lines, address):
    client.get(address)
    Client(enforce_csrf_checks=True).post(address, {})
    client.put(address)
    said = lines.getvalue()
    assert address.split(SECRET)[0].removesuffix("1z-") in said
    assert SECRET not in said


def test_nor_is_it_in_the_trace_of_a_fault(lines):
    try:
        raise RuntimeError(f"<WSGIRequest: GET '/invitations/{SECRET}/'>")
    except RuntimeError:
        logging.getLogger("anything").exception("It failed at %s", f"/invitations/{SECRET}/")
    assert "RuntimeError" in lines.getvalue()
    assert "/invitations/…/" in lines.getvalue()
    assert SECRET not in lines.getvalue()
