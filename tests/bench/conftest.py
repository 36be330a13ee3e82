"""Figures are those of the portal, not of the guards that the tests put around it."""

import pytest

from config.startup import settle


@pytest.fixture(autouse=True, scope="session")
def what_lives_on_is_set_aside():
    """As in `config.wsgi`."""
    settle()


@pytest.fixture(autouse=True)
def shuffled_querysets():
    """Rows come as the database gives them."""


@pytest.fixture(autouse=True)
def reading_never_writes():
    """Reading is not watched."""


@pytest.fixture(autouse=True)
def only_the_page_is_kept(monkeypatch):
    """The test client keeps a copy of every context of every template drawn; a server does not."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_, **__: None)


@pytest.fixture(autouse=True, scope="session")
def unknown_variables_fail():
    """Templates are drawn as in production."""
