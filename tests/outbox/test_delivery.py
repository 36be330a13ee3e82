"""From the row to the telephone: with a real database, a real gateway, and whatever goes wrong between them."""

import datetime
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from urllib.parse import parse_qs, quote

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from apps.outbox import gateway as adapter
from apps.outbox import rules, services, tasks
from apps.outbox.choices import Failure
from apps.outbox.models import Message
from tests.outbox.conftest import TOKEN, deliver, gateway_at, wait_for
from tests.races import at_once

pytestmark = pytest.mark.django_db

NUMBER, WORDS = "+966512345678", "رمز التحقق 135790"
MINUTE = datetime.timedelta(minutes=1)


def text(**overrides) -> Message:
    return services.post_sms(**{"to": NUMBER, "body": WORDS, "now": timezone.now(), **overrides})


def again(message: Message) -> Message:
    message.refresh_from_db()
    return message


# The request


def test_a_text_is_sent_and_stamped(phones):
    message = text()
    assert deliver() == message
    assert deliver() is None
    again(message)
    assert (message.sent_at, message.failure, message.answer, message.attempts) == (message.due_at - MINUTE, "", 200, 1)
    (request,) = phones.requests
    assert request["headers"]["Authorization"] == f"Bearer {TOKEN}"
    assert request["headers"]["Idempotency-Key"] == str(message.public_id)
    assert json.loads(request["body"]) == {
        "to": NUMBER,
        "text": WORDS,
        "sender": "PORTAL",
        "reference": str(message.public_id),
    }


def test_fields_are_named_as_the_gateway_wants_them(phones, settings):
    fields = {"recipient": "numbers", "text": "msg", "sender": "from", "key": "id"}
    settings.SMS_GATEWAY = gateway_at(f"{phones.address}/send", is_json=False, sender="", fields=fields)
    message = text()
    deliver()
    sent = parse_qs(phones.requests[0]["body"])
    assert sent == {"numbers": [NUMBER], "msg": [WORDS], "id": [str(message.public_id)]}


def test_a_netrc_of_the_machine_does_not_take_the_tokens_place(phones, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    text()
    deliver()
    assert phones.requests[0]["headers"]["Authorization"] == f"Bearer {TOKEN}"


# What goes wrong


def test_a_failure_passes_and_the_message_is_sent(phones, clock):
    phones.will(500, 429)
    message = text()
    begin = message.created_at
    for answer, rest in ((500, 1), (429, 5)):
        deliver()
        again(message)
        assert (message.failure, message.answer, message.sent_at) == (Failure.BUSY, answer, None)
        assert deliver() is None
        clock.shift(rest * MINUTE)
    deliver()
    assert again(message).sent_at >= begin + 6 * MINUTE
    assert len(phones.delivered) == 1


@pytest.mark.parametrize("word", ["drop", "slow"])
def test_no_answer_in_time_is_tried_again(phones, clock, monkeypatch, word):
    monkeypatch.setattr(adapter, "ANSWER_SECONDS", 0.5)
    phones.will(word)
    message = text()
    deliver()
    assert (again(message).failure, message.sent_at) == (Failure.NO_ANSWER, None)
    clock.shift(MINUTE)
    deliver()
    assert again(message).sent_at
    assert [request["word"] for request in phones.requests] == [word, "200"]


def test_a_lost_answer_rings_no_telephone_twice(phones, clock):
    """The gateway took the message and its answer was lost: the repeat carries the same key, by which it is known."""
    phones.will("lost")
    message = text()
    deliver()
    clock.shift(MINUTE)
    deliver()
    assert again(message).sent_at
    assert len(phones.requests) == 2
    assert list(phones.delivered) == [str(message.public_id)]


@pytest.mark.parametrize("word", [400, 404, 422, "astray"])
def test_a_refusal_for_good_is_not_repeated(phones, clock, word):
    phones.will(word)
    message = text()
    deliver()
    assert again(message).given_up_at
    assert message.failure == Failure.REFUSED
    clock.shift(datetime.timedelta(days=2))
    assert deliver() is None
    assert [request["path"] for request in phones.requests] == ["/send"]


def test_no_gateway_and_a_dead_gateway_lose_nothing(settings, clock):
    message = text()
    deliver()
    assert again(message).failure == Failure.NO_WAY
    settings.SMS_GATEWAY = gateway_at("http://127.0.0.1:9/send")
    clock.shift(MINUTE)
    deliver()
    assert again(message).failure == Failure.NO_ANSWER
    assert message.given_up_at is None


def test_after_a_day_it_is_given_up_with_the_reason(phones, clock):
    phones.will(*[503] * 50)
    message = text()
    end = message.expires_at
    while not again(message).given_up_at:
        clock.move_to(max(message.due_at, timezone.now()))
        deliver()
    assert message.failure == Failure.BUSY
    assert end - 241 * MINUTE <= message.given_up_at <= end
    assert 8 <= message.attempts <= 12
    assert len(phones.requests) == message.attempts
    assert message.body == WORDS


def test_nothing_is_logged_of_words_number_and_token(phones, caplog, monkeypatch):
    monkeypatch.setattr(adapter, "ANSWER_SECONDS", 0.5)
    caplog.set_level(logging.DEBUG)
    phones.will(500, "drop", 400, "slow", "astray")
    keys = [str(text().public_id) for _ in range(6)]
    while deliver():
        pass
    assert len(phones.requests) == 6
    assert keys[0] in caplog.text
    for secret in (NUMBER, NUMBER[1:], WORDS, "135790", TOKEN):
        assert secret not in caplog.text


# Codes


def test_a_code_leaves_before_what_waits_longer(phones):
    text(body="إشعار", now=timezone.now() - datetime.timedelta(hours=1))
    code = text(is_secret=True)
    assert deliver() == code


def test_a_code_is_not_kept_once_it_is_sent(phones):
    code, notice = text(is_secret=True), text()
    deliver(), deliver()
    assert (again(code).body, again(notice).body) == ("", WORDS)
    assert [json.loads(body)["text"] for body in phones.delivered.values()] == [WORDS, WORDS]


def test_a_code_that_is_refused_is_not_kept_either(phones):
    phones.will(400)
    code = text(is_secret=True)
    deliver()
    assert again(code).given_up_at
    assert code.body == ""


def test_a_code_is_kept_while_it_waits_and_is_not_sent_late(phones, clock):
    phones.will(500)
    code = text(is_secret=True)
    deliver()
    assert again(code).body == WORDS
    clock.shift(datetime.timedelta(minutes=15))
    deliver()
    assert (again(code).failure, code.body, code.sent_at) == (Failure.TOO_OLD, "", None)
    assert len(phones.requests) == 1


def test_a_link_that_holds_longer_than_a_code_is_tried_longer_and_kept_till_then(phones, clock):
    phones.will(500)
    link = text(is_secret=True, life=datetime.timedelta(days=7))
    deliver()
    assert again(link).body == WORDS
    clock.shift(datetime.timedelta(hours=2))
    deliver()
    assert again(link).sent_at
    assert link.body == ""
    assert len(phones.requests) == 2


def test_in_the_demonstration_nothing_leaves_and_everything_is_kept(phones, settings, mailoutbox):
    settings.PORTAL_DEMO = True
    code = text(is_secret=True)
    letter = services.post_email(to="a@b.example", subject="س", body="ن", now=timezone.now(), is_secret=True)
    deliver(), deliver()
    assert again(code).sent_at
    assert again(letter).sent_at
    assert (code.body, letter.body) == (WORDS, "ن")
    assert phones.requests == []
    assert mailoutbox == []


# The queue


def test_a_cause_that_is_undone_leaves_no_message(phones):
    with transaction.atomic():
        text()
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    assert deliver() is None


def test_the_task_sends_all_that_is_due_and_leaves_the_rest_to_the_sweep(phones, monkeypatch):
    for _ in range(5):
        text()
    tasks.deliver(seconds=0)
    assert phones.requests == []
    tasks.deliver()
    assert len(phones.delivered) == 5
    assert not Message.objects.filter(sent_at=None).exists()


def test_a_fault_in_sending_leaves_the_message_for_later(clock):
    def fail(message):
        raise ZeroDivisionError

    message = text()
    with pytest.raises(ZeroDivisionError):
        services.deliver_next(send=fail, now=timezone.now())
    assert (again(message).failure, message.attempts) == (Failure.UNFINISHED, 1)
    assert deliver() is None
    clock.shift(MINUTE)
    assert deliver() == message


def test_a_failure_that_comes_home_late_says_nothing_over_a_later_attempt(clock):
    message = text()

    def late(taken):
        clock.shift(2 * MINUTE)
        services.deliver_next(send=lambda _: rules.Attempt(Failure.BUSY, 503), now=timezone.now())
        return rules.Attempt(Failure.REFUSED, 400)

    services.deliver_next(send=late, now=timezone.now())
    assert (again(message).attempts, message.failure, message.answer) == (2, Failure.BUSY, 503)


def test_a_success_that_comes_home_late_counts(clock):
    message = text()

    def late(taken):
        clock.shift(2 * MINUTE)
        services.deliver_next(send=lambda _: rules.Attempt(Failure.BUSY, 503), now=timezone.now())
        return rules.Attempt(answer=200)

    services.deliver_next(send=late, now=timezone.now())
    assert again(message).sent_at
    assert message.failure == ""


@pytest.mark.django_db(transaction=True)
def test_two_deliverers_at_once_send_one(phones):
    for _ in range(10):
        Message.objects.all().delete()
        text()
        at_once(deliver, deliver, deliver)
        assert Message.objects.get().attempts == 1
    assert len(phones.requests) == 10


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_both_would_send_it(phones, monkeypatch):
    """The guard off: both have read the row before either writes, and the gateway gets it twice."""
    both_have_read = threading.Barrier(2)

    def take_unguarded(now, keeps_secrets):
        message = Message.objects.get(sent_at=None)
        both_have_read.wait(10)
        message.attempts += 1
        message.due_at = now + MINUTE
        message.save()
        return message

    monkeypatch.setattr(services, "_take_next", take_unguarded)
    text()
    at_once(deliver, deliver)
    assert len(phones.requests) == 2


@pytest.mark.django_db(transaction=True)
def test_many_deliverers_send_each_message_once(phones):
    for _ in range(40):
        text()

    def all_of_them():
        while deliver():
            pass

    at_once(*[all_of_them] * 4)
    keys = [request["headers"]["Idempotency-Key"] for request in phones.requests]
    assert len(keys) == len(set(keys)) == 40


KILLED = """
import django, sys
django.setup()
from django.conf import settings
from tests.outbox.conftest import deliver, gateway_at
settings.SMS_GATEWAY = gateway_at(sys.argv[1])
deliver()
"""


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_neither_loses_nor_doubles(phones, clock):
    """It dies while the gateway thinks: the message waits for its pause, and goes once more under the same key."""
    phones.will("slow")
    message = text(now=timezone.now() - datetime.timedelta(days=400))
    Message.objects.update(expires_at=timezone.now() + datetime.timedelta(days=4000))
    database = {**os.environ, "DATABASE_URL": _address(), "PYTHONPATH": str(django_settings.BASE_DIR)}
    with subprocess.Popen([sys.executable, "-c", KILLED, f"{phones.address}/send"], env=database) as worker:
        wait_for(lambda: phones.requests)
        worker.send_signal(signal.SIGKILL)
    assert (again(message).attempts, message.failure, message.sent_at) == (1, Failure.UNFINISHED, None)
    clock.move_to(message.due_at - datetime.timedelta(seconds=2))
    assert deliver() is None
    clock.move_to(message.due_at + MINUTE)
    deliver()
    assert again(message).sent_at
    assert {request["headers"]["Idempotency-Key"] for request in phones.requests} == {str(message.public_id)}
    assert len(phones.delivered) == 1


def _address() -> str:
    """Where the test's own database is, for a process of its own."""
    parts = connection.get_connection_params()
    user = f"{quote(parts['user'])}:{quote(parts.get('password', ''))}"
    host = quote(parts["host"], safe="")
    return f"postgresql://{user}@{host}:{parts.get('port', 5432)}/{parts['dbname']}"


# What the database refuses


@pytest.mark.parametrize(
    "values",
    [
        {"sent_at": "now", "given_up_at": "now", "failure": "refused"},
        {"given_up_at": "now"},
        {"sent_at": "now", "failure": "busy"},
        {"subject": "س"},
        {"channel": "email"},
    ],
)
def test_a_message_in_two_states_is_no_row(values):
    message = text()
    values = {name: timezone.now() if value == "now" else value for name, value in values.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(**values)


# Once more


def test_what_was_given_up_is_tried_again_under_its_key(phones, clock):
    phones.will(400)
    message = text()
    deliver()
    clock.shift(datetime.timedelta(days=3))
    services.try_again(message_id=message.pk, now=timezone.now())
    deliver()
    assert again(message).sent_at
    assert list(phones.delivered) == [str(message.public_id)]


def test_neither_a_code_nor_what_waits_or_was_sent_is_tried_again(phones):
    phones.will(400)
    code = text(is_secret=True)
    deliver()
    waiting = text()
    for message in (code, waiting):
        with pytest.raises(rules.NotToBeRepeated):
            services.try_again(message_id=message.pk, now=timezone.now())
    deliver()
    with pytest.raises(rules.NotToBeRepeated):
        services.try_again(message_id=waiting.pk, now=timezone.now())
