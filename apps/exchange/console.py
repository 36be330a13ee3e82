"""What commands show on a terminal: their language, Arabic where the machine speaks it, and bars of progress."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager

from django.utils import translation
from tqdm import tqdm

# In the order in which the system itself looks.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> str:
    told = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    return "ar" if told.startswith("ar") else "en"


def spoken() -> AbstractContextManager:
    """What is printed inside is in the terminal's language."""
    return translation.override(language())


def with_bar(name: str, rows: Iterable) -> Iterable:
    """The rows as they pass, counted on a terminal and nowhere else."""
    return tqdm(rows, desc=name, unit=" rows", unit_scale=True, disable=None)
