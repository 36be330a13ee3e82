"""Every test of the launcher has a runtime folder of its own."""

import pytest

from config.bootstrap import folders


@pytest.fixture
def runtime(tmp_path, monkeypatch):
    """A runtime folder with a space and Arabic in its path, and an environment that names no servers."""
    monkeypatch.setenv("RUNTIME_DIR", str(tmp_path / "my portal بوابة"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    return folders.runtime()
