"""Letters: through Django's mail backend, to a mail server that has its own ways; nothing breaks out of its line."""

import socketserver
import threading

import pytest
from django.utils import timezone

from apps.outbox import services
from apps.outbox.choices import Failure
from apps.outbox.models import Message
from tests.outbox.conftest import deliver

pytestmark = pytest.mark.django_db


def letter(**overrides) -> Message:
    words = {"to": "noura@mail.example", "subject": "كلمة مرور جديدة", "body": "الرابط أدناه"}
    return services.post_email(**{**words, "now": timezone.now(), **overrides})


class MailServer(socketserver.ThreadingTCPServer):
    """Speaks as much SMTP as it takes to accept a letter, or not to: `answers` says what becomes of each command."""

    daemon_threads = True

    def __init__(self):
        self.answers: dict[bytes, bytes] = {}
        self.letters: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Speaker)


class Speaker(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        for line in self.rfile:
            verb = line[:4].upper()
            said = self.server.answers.get(verb, b"354 go on" if verb == b"DATA" else b"250 fine")
            if not said:
                return
            self.wfile.write(said + b"\r\n")
            if said.startswith(b"354"):
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                self.wfile.write(self.server.answers.get(b"END.", b"250 taken") + b"\r\n")


@pytest.fixture
def post_office(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with MailServer() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_a_letter_leaves_under_its_key(post_office):
    message = letter()
    deliver()
    message.refresh_from_db()
    assert message.sent_at
    (source,) = post_office.letters
    assert f"Message-ID: <{message.public_id}@localhost>".encode() in source
    assert b"Auto-Submitted: auto-generated" in source
    assert b"To: noura@mail.example" in source


@pytest.mark.parametrize(
    ("verb", "said", "failure", "answer"),
    [
        (b"RCPT", b"450 busy", Failure.BUSY, 450),
        (b"RCPT", b"550 no such mailbox", Failure.REFUSED, 550),
        (b"MAIL", b"451 later", Failure.BUSY, 451),
        (b"DATA", b"554 no", Failure.REFUSED, 554),
        (b"END.", b"452 full", Failure.BUSY, 452),
        (b"RCPT", b"", Failure.NO_ANSWER, None),
    ],
)
def test_what_a_mail_server_says_decides(post_office, verb, said, failure, answer):
    post_office.answers[verb] = said
    message = letter()
    deliver()
    message.refresh_from_db()
    assert (message.failure, message.answer) == (failure, answer)
    assert bool(message.given_up_at) is (failure == Failure.REFUSED)


def test_a_mail_server_that_is_away_loses_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    message = letter()
    deliver()
    message.refresh_from_db()
    assert (message.failure, message.given_up_at) == (Failure.NO_ANSWER, None)


BREAK = "نورة\r\nBcc: victim@mail.example\n\n\x0b\x85\u2028X: y"


def test_a_name_in_a_subject_stays_in_its_line(mailoutbox):
    letter(subject=f"رسالة إلى {BREAK}")
    deliver()
    (sent,) = mailoutbox
    assert sent.message()["Bcc"] is None
    assert "\n" not in sent.subject
    assert sent.recipients() == ["noura@mail.example"]


@pytest.mark.parametrize("address", ["noura@mail.example\nBcc: victim@mail.example", "noura@mail.example\r\n", ""])
def test_an_address_that_breaks_its_line_is_refused(post_office, address):
    message = letter(to=address)
    deliver()
    message.refresh_from_db()
    assert message.sent_at is None
    assert message.failure == Failure.REFUSED
    assert post_office.letters == []


def test_a_long_subject_is_cut():
    assert len(letter(subject="س" * 500).subject) == 200
