"""What an answer means, and how long a message rests."""

import datetime

import pytest

from apps.outbox import rules
from apps.outbox.choices import Failure
from apps.outbox.tasks import deliver

MINUTE = datetime.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (200, None),
        (202, None),
        (204, None),
        (301, Failure.REFUSED),
        (307, Failure.REFUSED),
        (400, Failure.REFUSED),
        (401, Failure.BUSY),
        (403, Failure.BUSY),
        (404, Failure.REFUSED),
        (408, Failure.BUSY),
        (422, Failure.REFUSED),
        (429, Failure.BUSY),
        (500, Failure.BUSY),
        (503, Failure.BUSY),
    ],
)
def test_a_gateways_answer_is_read(status, failure):
    assert rules.read_http(status) == rules.Attempt(failure, status)


@pytest.mark.parametrize(
    ("code", "failure"), [(421, Failure.BUSY), (452, Failure.BUSY), (535, Failure.BUSY), (550, Failure.REFUSED)]
)
def test_a_mail_servers_answer_is_read(code, failure):
    assert rules.read_smtp(code).failure == failure


def test_pauses_grow_and_then_stay():
    assert [rules.pause_after(attempts) / MINUTE for attempts in (1, 2, 3, 4, 5, 6, 50)] == [
        1,
        5,
        15,
        60,
        240,
        240,
        240,
    ]


def test_a_task_is_over_before_its_message_is_due_again():
    assert deliver.time_limit < rules.PAUSES[0].total_seconds()
