"""Settings from the environment: a missing or bad value stops the start with a sentence, not a surprise later."""

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()


def text(name: str, default: str | None = None) -> str:
    value = _env.str(name, default="" if default is None else default).strip()
    if not value and default is None:
        raise ImproperlyConfigured(f"The environment variable {name} is required.")
    return value


def boolean(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in {"yes", "no", "true", "false", "1", "0", "on", "off"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in {"yes", "true", "1", "on"}


def integer(name: str, *, default: int) -> int:
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def names(name: str, default: str | None = None) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def database(name: str = "DATABASE_URL") -> dict:
    """A Django database from a URL; only PostgreSQL, because the schema relies on its constraints."""
    url = text(name)
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name} must be a postgres:// address.")
    return _env.db_url_config(url)
