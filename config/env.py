"""Settings from the environment: a missing or bad value stops the start with a sentence, not a surprise later."""

from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


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


def both(*names: str) -> list[str]:
    """Values that make sense together only: every one of them, or none."""
    values = [text(name, "") for name in names]
    if any(values) and not all(values):
        raise ImproperlyConfigured(f"{' and '.join(names)} must be set together, or left out together.")
    return values


def at_most_one(*names: str) -> list[bool]:
    values = [boolean(name, default=False) for name in names]
    if sum(values) > 1:
        raise ImproperlyConfigured(f"Only one of {' and '.join(names)} can be yes.")
    return values


def web_address(name: str, value: str) -> str:
    """What leaves the machine for this address leaves it encrypted."""
    parts = urlsplit(value)
    if parts.hostname is None or parts.scheme not in ({"http", "https"} if parts.hostname in LOOPBACK else {"https"}):
        raise ImproperlyConfigured(f"{name} must be an https:// address.")
    return value


def sms_gateway() -> dict | None:
    """Where and how text messages are handed over, from `SMS_GATEWAY_URL` and its companions; None without one."""
    url, token = both("SMS_GATEWAY_URL", "SMS_GATEWAY_TOKEN")
    if not url:
        return None
    form = text("SMS_GATEWAY_FORMAT", "json").lower()
    if form not in {"json", "form"}:
        raise ImproperlyConfigured(f"SMS_GATEWAY_FORMAT must be json or form, not {form!r}.")
    if not (token.isascii() and token.isprintable()):
        raise ImproperlyConfigured("SMS_GATEWAY_TOKEN must consist of printable ASCII characters.")
    usual = {"recipient": "to", "text": "text", "sender": "sender", "key": "reference"}
    return {
        "url": web_address("SMS_GATEWAY_URL", url),
        "token": token,
        "is_json": form == "json",
        "sender": text("SMS_GATEWAY_SENDER", ""),
        "fields": {part: text(f"SMS_GATEWAY_{part.upper()}_FIELD", name) for part, name in usual.items()},
    }


def national_sign_in() -> dict | None:
    """The OpenID provider that people may sign in with, from `OIDC_ISSUER` and its companions; None without one."""
    issuer, client_id, secret = both("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    if not issuer:
        return None
    return {
        "issuer": web_address("OIDC_ISSUER", issuer),
        "client_id": client_id,
        "secret": secret,
        "claim": text("OIDC_NATIONAL_ID_CLAIM", "national_id"),
        "scope": text("OIDC_SCOPE", "openid").split(),
        "name": text("OIDC_NAME", ""),
    }


def openid_provider(sign_in: dict | None) -> dict:
    """The same as django-allauth wants to be told."""
    apps = sign_in and [
        {
            "provider_id": "national",
            "name": "national",
            "client_id": sign_in["client_id"],
            "secret": sign_in["secret"],
            "settings": {"server_url": sign_in["issuer"], "oauth_pkce_enabled": True},
        }
    ]
    return {"openid_connect": {"provider_class": "apps.accounts.national.NationalProvider", "APPS": apps or []}}


def database(name: str = "DATABASE_URL") -> dict:
    """A Django database from a URL; only PostgreSQL, because the schema relies on its constraints."""
    url = text(name)
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name} must be a postgres:// address.")
    return _env.db_url_config(url)
