"""The outbox in the admin: read without codes, and sent once more by whom the matrix names."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from apps.outbox import rules, services
from apps.outbox.choices import Failure
from apps.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/admin/outbox/message/"


@pytest.fixture
def given_up():
    message = services.post_sms(to="+966512345678", body="صدرت الفاتورة", now=timezone.now())
    services.deliver_next(send=lambda _: rules.Attempt(Failure.REFUSED, 400), now=timezone.now())
    message.refresh_from_db()
    return message


@pytest.fixture
def code():
    return services.post_sms(to="+966512345678", body="الرمز 135790", now=timezone.now(), is_secret=True)


def as_staff(client, role):
    is_super = role == "superuser"
    client.force_login(
        factories.make_user(is_staff=True, is_superuser=True) if is_super else factories.make_staff(role)
    )


def page(message):
    return reverse("admin:outbox_message_change", args=[message.pk])


@pytest.mark.parametrize("role", ["billing officer", "auditor", "superuser"])
def test_messages_are_read_and_codes_are_not(client, given_up, code, role):
    as_staff(client, role)
    assert "135790" not in client.get(LIST).content.decode()
    html = client.get(page(code)).content.decode()
    assert "135790" not in html
    assert "ولا يُعرض نصها" in html
    html = client.get(page(given_up)).content.decode()
    assert "صدرت الفاتورة" in html
    assert "مرفوضة نهائيًّا" in html


def test_states_are_found(client, given_up, code):
    as_staff(client, "auditor")
    for state, count in (("waiting", 1), ("given_up", 1), ("sent", 0)):
        assert client.get(LIST, {"state": state}).context["cl"].result_count == count


def again(client, *messages):
    return client.post(LIST, {"action": "send_again", "_selected_action": [message.pk for message in messages]})


def test_a_billing_officer_has_it_sent_once_more(client, given_up):
    as_staff(client, "billing officer")
    again(client, given_up)
    given_up.refresh_from_db()
    assert (given_up.given_up_at, given_up.failure, given_up.attempts) == (None, "", 0)
    assert LogEntry.objects.get().object_id == str(given_up.pk)


@pytest.mark.parametrize("role", ["auditor", "superuser", "clerk"])
def test_nobody_else_does(client, given_up, role):
    as_staff(client, role)
    again(client, given_up)
    given_up.refresh_from_db()
    assert given_up.given_up_at
    assert not LogEntry.objects.exists()


def test_what_cannot_be_repeated_is_said(client, code):
    as_staff(client, "billing officer")
    answer = client.post(LIST, {"action": "send_again", "_selected_action": [code.pk]}, follow=True)
    assert "لا تُعاد إلا محاولة" in answer.content.decode()
    assert Message.objects.get().due_at == code.due_at
