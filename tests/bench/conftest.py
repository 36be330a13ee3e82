"""Figures are those of the portal, not of the guards that the tests put around it."""

import pytest


@pytest.fixture(autouse=True)
def shuffled_querysets():
    """Rows come as the database gives them."""


@pytest.fixture(autouse=True)
def reading_never_writes():
    """Reading is not watched."""


@pytest.fixture(autouse=True, scope="session")
def unknown_variables_fail():
    """Templates are drawn as in production."""
