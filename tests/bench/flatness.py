"""Whether time tells a stranger who is known: `python3 manage.py test tests/bench/flatness.py -s` prints medians.

Known and unknown people are asked for in turns, so that a machine that slows down slows both. No time is asserted; the
medians of 200 tries are to lie within 10 ms.
"""

import os
import statistics
import time

import pytest
from django.core.cache import cache
from django.test import Client

from apps.accounts.models import OneTimeCode
from apps.registry.services import link_user
from config.settings import base
from tests import factories

TRIES = int(os.environ.get("TRIES", "200"))

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def true_hashes(settings):
    """A password costs what it costs in production."""
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS


def took(page: str, fields: dict) -> float:
    """Milliseconds that a first answer took."""
    cache.clear()
    client = Client()
    start = time.perf_counter()
    assert client.post(page, fields).status_code in (200, 302)
    return 1000 * (time.perf_counter() - start)


def measure(page: str, cases: dict[str, dict]) -> None:
    times = {case: [] for case in cases}
    for _ in range(TRIES):
        for case, fields in cases.items():
            times[case].append(took(page, fields))
        OneTimeCode.objects.all().delete()
    medians = {case: statistics.median(taken) for case, taken in times.items()}
    print()
    for case, median in medians.items():
        print(f"  {page:<36} {case:<24} {median:>8.2f} ms")
    print(f"  {page:<36} {'apart':<24} {max(medians.values()) - min(medians.values()):>8.2f} ms")


def test_a_wrong_password_takes_equally_long_for_everybody():
    known = factories.make_user()
    asleep = factories.make_user(is_active=False)
    cases = {
        "known": {"login": known.national_id, "password": "wrong"},
        "not active": {"login": asleep.national_id, "password": "wrong"},
        "unknown": {"login": factories.national_id(77_777_777), "password": "wrong"},
    }
    measure("/account/login/", cases)


def test_sign_up_takes_equally_long_for_everybody():
    known = factories.make_subscriber(mobile="+966512345678")
    registered = factories.make_subscriber(mobile="+966598765432")
    link_user(subscriber=registered, user=factories.make_user(national_id=registered.national_id))
    given = {"birth_date": "14/03/1995", "mobile": "0511111111"}
    cases = {
        "known": {**given, "national_id": known.national_id},
        "registered": {**given, "national_id": registered.national_id},
        "wrong birth date": {**given, "national_id": known.national_id, "birth_date": "15/03/1995"},
        "unknown": {**given, "national_id": factories.national_id(77_777_777)},
    }
    measure("/account/signup/", cases)


def test_a_forgotten_password_takes_equally_long_for_everybody():
    cases = {
        "by text message": {"national_id": factories.make_user(mobile="+966512345678").national_id},
        "by e-mail": {"national_id": factories.make_user(email="noura@example.com").national_id},
        "unknown": {"national_id": factories.national_id(77_777_777)},
    }
    measure("/account/password/reset/", cases)


def test_a_link_by_email_takes_equally_long_for_everybody():
    factories.make_user(email="noura@example.com")
    cases = {"known": {"email": "noura@example.com"}, "unknown": {"email": "nobody@example.com"}}
    measure("/account/password/reset/by-email/", cases)
