"""Pango, the one system library that the PDF documents need (WeasyPrint draws with it, and no wheel brings it)."""

from pathlib import Path


def variables(python: Path, *, install: bool) -> dict[str, str]:
    return {}
