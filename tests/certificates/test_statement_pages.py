"""The subscriber asks for his statement, waits, and takes it; nobody else does."""

import hashlib
from urllib.parse import unquote

import pytest
from django.urls import reverse

from apps.certificates import tasks
from apps.certificates.models import Statement
from apps.common import pdf
from apps.common.periods import Month
from tests import factories

pytestmark = pytest.mark.django_db

SEPTEMBER = Month(2026, 9)
LIST, REQUEST = reverse("certificates:statement_list"), reverse("certificates:statement_request")


@pytest.fixture
def hind():
    """Hind works by the hour; her September is closed."""
    user = factories.make_user(full_name="هند المطيري")
    subscriber = factories.make_subscriber(full_name_ar="هند المطيري", user=user)
    factories.make_month(factories.make_contract(subscriber=subscriber), SEPTEMBER, 80)
    factories.close_month(SEPTEMBER)
    return user


def address(statement: Statement, name: str = "statement_detail") -> str:
    return reverse(f"certificates:{name}", args=[statement.public_id])


def test_a_statement_is_asked_for_waited_for_and_downloaded(
    client, hind, monkeypatch, django_capture_on_commit_callbacks
):
    sent = []
    monkeypatch.setattr(tasks.render_statement, "apply_async", lambda args, **options: sent.append(args))
    client.force_login(hind)
    assert "سبتمبر 2026" in client.get(LIST).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(REQUEST, {"language": "ar"})
    statement = Statement.objects.get()
    assert answer["Location"] == address(statement)
    assert sent == [(statement.pk,)]
    assert "المستند قيد الإعداد" in client.get(address(statement)).content.decode()
    assert client.get(address(statement, "statement_download")).status_code == 404
    assert "قيد الإعداد" in client.get(LIST).content.decode()

    tasks.render_statement(statement.pk)
    statement.refresh_from_db()
    page = client.get(address(statement)).content.decode()
    assert statement.sha256 in page
    assert "hx-trigger" not in page
    answer = client.get(address(statement, "statement_download"))
    assert hashlib.sha256(answer.getvalue()).hexdigest() == statement.sha256
    assert unquote(answer["Content-Disposition"]).endswith("''كشف المُدد حتى سبتمبر 2026.pdf")
    assert "جاهز" in client.get(LIST).content.decode()


def test_asking_again_gives_the_same_statement(client, hind):
    client.force_login(hind)
    first = client.post(REQUEST, {"language": "en"})["Location"]
    tasks.render_missing_statements()
    content = client.get(address(Statement.objects.get(), "statement_download")).getvalue()
    assert client.post(REQUEST, {"language": "en"})["Location"] == first
    assert client.get(address(Statement.objects.get(), "statement_download")).getvalue() == content


def test_another_subscriber_and_a_person_who_is_none_find_nothing(client, hind, noura):
    client.force_login(hind)
    client.post(REQUEST, {"language": "ar"})
    tasks.render_missing_statements()
    statement = Statement.objects.get()
    other = factories.make_user()
    factories.make_subscriber(user=other)
    for user in (other, noura):
        client.force_login(user)
        for name in ("statement_detail", "statement_download"):
            assert client.get(address(statement, name)).status_code == 404
    client.force_login(noura)
    assert client.get(LIST).status_code == 404
    assert client.post(REQUEST, {"language": "ar"}).status_code == 404
    client.logout()
    assert client.get(address(statement, "statement_download")).status_code == 302


def test_a_refusal_is_said_on_the_list(client):
    user = factories.make_user()
    factories.make_subscriber(user=user)
    client.force_login(user)
    answer = client.post(REQUEST, {"language": "ar"}, follow=True)
    assert "لم يُقفل بعد أي شهر" in answer.content.decode()
    assert not Statement.objects.exists()


def test_a_statement_that_cannot_be_drawn_is_told_and_can_be_asked_for_again(client, hind, monkeypatch):
    def fail(html, **options):
        raise pdf.NotDrawn("no ink")

    client.force_login(hind)
    client.post(REQUEST, {"language": "ar"})
    statement = Statement.objects.get()
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "draw", fail)
        for _ in range(3):
            tasks.render_missing_statements()
    assert "تعذّر إعداد المستند" in client.get(address(statement)).content.decode()
    assert "تعذّر الإعداد" in client.get(LIST).content.decode()
    client.post(REQUEST, {"language": "ar"})
    tasks.render_missing_statements()
    statement.refresh_from_db()
    assert statement.is_ready


@pytest.mark.parametrize("language", ["", "fr"])
def test_only_two_languages_are_spoken(client, hind, language):
    client.force_login(hind)
    assert client.post(REQUEST, {"language": language}).status_code == 404


def test_asking_is_a_post(client, hind):
    client.force_login(hind)
    assert client.get(REQUEST).status_code == 405


def test_the_list_costs_the_same_for_one_statement_and_for_many(client, hind, django_assert_num_queries):
    client.force_login(hind)
    client.post(REQUEST, {"language": "ar"})
    with django_assert_num_queries(7):
        client.get(LIST)
    for month in (Month(2026, 1) + number for number in range(8)):
        first = Statement.objects.first()
        Statement.objects.create(
            subscriber=first.subscriber, as_of=month, language="en", requested_at=first.requested_at
        )
    with django_assert_num_queries(7):
        client.get(LIST)
