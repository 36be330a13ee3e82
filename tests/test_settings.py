"""Production starts with everything it needs or not at all, and Django's own deployment check finds nothing to say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED = {
    "SECRET_KEY": "4kY!mZp0#v8Rw2Qe7Tj5Lb9Xc1Nd6Hg3Fs-As_Du+Io=Pa~Qw^Er&Ty*Ui(Op)Zx",
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:secret@127.0.0.1:1/portal",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}


def production(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """A command in the environment of a deployment, with nothing of ours left in it."""
    ours = {*NEEDED, "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE", "RUNTIME_DIR", "CACHE_URL", "DEBUG"}
    clean = {
        key: value
        for key, value in os.environ.items()
        if key not in ours and not key.startswith(("SMS_", "EMAIL_", "OIDC_"))
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**clean, "DJANGO_SETTINGS_MODULE": "config.settings.production", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("missing", sorted(NEEDED))
def test_production_refuses_to_start_without(missing):
    given = {key: value for key, value in NEEDED.items() if key != missing}
    result = production("check", **given)
    assert result.returncode != 0
    assert f"{missing} is required" in result.stderr


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("DATABASE_URL", "sqlite:///portal.db", "postgres://"),
        ("SECURE_SSL_REDIRECT", "perhaps", "yes or no"),
        ("TRUSTED_PROXY_COUNT", "one", "whole number"),
        ("SMS_GATEWAY_URL", "https://sms.example/send", "SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN must be set together"),
        ("SMS_GATEWAY_TOKEN", "token", "SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN must be set together"),
        ("OIDC_ISSUER", "https://id.example", "must be set together"),
        ("EMAIL_HOST_USER", "portal", "EMAIL_HOST_USER and EMAIL_HOST_PASSWORD must be set together"),
    ],
)
def test_production_refuses_to_start_with_a_value_it_cannot_read(variable, value, words):
    result = production("check", **{**NEEDED, variable: value})
    assert result.returncode != 0
    assert words in result.stderr


GATEWAY = {"SMS_GATEWAY_URL": "https://sms.example/send", "SMS_GATEWAY_TOKEN": "token"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (GATEWAY | {"SMS_GATEWAY_URL": "http://sms.example/send"}, "must be an https:// address"),
        (GATEWAY | {"SMS_GATEWAY_URL": "sms.example"}, "must be an https:// address"),
        (GATEWAY | {"SMS_GATEWAY_TOKEN": "رمز"}, "printable ASCII"),
        (GATEWAY | {"SMS_GATEWAY_FORMAT": "xml"}, "json or form"),
        (
            {"OIDC_ISSUER": "http://id.example", "OIDC_CLIENT_ID": "portal", "OIDC_CLIENT_SECRET": "secret"},
            "must be an https:// address",
        ),
        ({"EMAIL_USE_TLS": "yes", "EMAIL_USE_SSL": "yes"}, "Only one of"),
    ],
)
def test_production_refuses_ways_out_that_lead_nowhere(given, words):
    result = production("check", **NEEDED, **given)
    assert result.returncode != 0
    assert words in result.stderr


def test_a_gateway_is_read_from_the_environment():
    given = GATEWAY | {"SMS_GATEWAY_FORMAT": "form", "SMS_GATEWAY_RECIPIENT_FIELD": "numbers", "EMAIL_PORT": "587"}
    result = production("shell", "--no-imports", "-c", PRINT, **NEEDED, **given)
    assert result.stdout.strip() == "https://sms.example/send False numbers text 587"


PRINT = """
from django.conf import settings
gateway, port = settings.SMS_GATEWAY, settings.EMAIL_PORT
print(gateway["url"], gateway["is_json"], gateway["fields"]["recipient"], gateway["fields"]["text"], port)
"""


def test_the_host_of_the_administration_is_one_of_the_portals_hosts():
    ask = "from django.conf import settings; print(*settings.ALLOWED_HOSTS, *settings.CSRF_TRUSTED_ORIGINS)"
    result = production("shell", "-v0", "-c", ask, **NEEDED, ADMIN_HOST="staff.example")
    assert result.stdout.split() == [
        "portal.example",
        "staff.example",
        "https://portal.example",
        "https://staff.example",
    ], result.stderr


def test_the_deployment_check_finds_nothing(tmp_path):
    result = production("check", "--deploy", "--fail-level", "WARNING", RUNTIME_DIR=str(tmp_path), **NEEDED)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout + result.stderr


def test_production_asks_for_a_second_factor_whatever_the_environment_says():
    told = {"MFA_REQUIRED": "0", "PORTAL_DEMO": "1"}
    ask = "from django.conf import settings; print(settings.MFA_REQUIRED, settings.PORTAL_DEMO)"
    result = production("shell", "-v0", "-c", ask, **NEEDED, **told)
    assert result.stdout.split() == ["True", "False"], result.stderr


# The least versions without a hole that is known: raised with every advisory, and checked against both lock files.
FLOORS = {"django": "5.2.19", "django-allauth": "65.14.2", "weasyprint": "70.0", "cryptography": "50.0.2"}


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize("lock", ["requirements.lock", "tests/requirements.lock"])
def test_no_package_is_older_than_its_floor(name, lock):
    text = (ROOT / lock).read_text()
    pinned = re.search(rf"^{name}==([0-9.]+) ", text, re.MULTILINE)[1]
    assert tuple(map(int, pinned.split("."))) >= tuple(map(int, FLOORS[name].split(".")))
