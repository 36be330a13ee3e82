"""A person changes his number while staff correct it: one waits for the other, and neither for ever."""

import time
import uuid

import pytest

from apps.accounts import selectors
from apps.accounts.choices import Purpose
from apps.accounts.models import OneTimeCode, User
from apps.portal.services import contacts
from apps.registry import services as registry
from tests import factories
from tests.conftest import NOW
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_record_is_held_before_the_account(monkeypatch):
    subscriber = factories.make_subscriber(mobile="+966512345678")
    user = factories.make_user(national_id=subscriber.national_id, mobile="+966512345678")
    registry.link_user(subscriber=subscriber, user=user)
    clerk, attempt = factories.make_staff("clerk"), uuid.uuid4()
    OneTimeCode.objects.create(
        purpose=Purpose.MOBILE,
        attempt=attempt,
        subject="user",
        recipient="+966598765432",
        user=user,
        digest="0" * 64,
        network="127.0.0.1",
        sent_at=NOW,
        used_at=NOW,
        expires_at=NOW.replace(hour=11),
    )
    proof_of = selectors.proof_of

    def take_time(*args, **options):
        """The account is held by now; whoever corrects the record has the time to hold that."""
        time.sleep(0.5)
        return proof_of(*args, **options)

    monkeypatch.setattr(selectors, "proof_of", take_time)
    results = at_once(
        lambda: contacts.change_mobile(user=user, attempt=attempt, visit=factories.VISIT, now=NOW),
        lambda: registry.correct_mobile(
            subscriber=subscriber, mobile="+966500000001", by=clerk, address="127.0.0.1", now=NOW
        ),
    )
    assert not [result for result in results if isinstance(result, Exception)]
    subscriber.refresh_from_db()
    assert User.objects.get(pk=user.pk).mobile == subscriber.mobile
