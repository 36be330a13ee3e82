"""One-time codes: how they are read, how often they are sent, and that each is right once."""

import contextlib
import datetime
import re
import threading
import uuid

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from apps.accounts import rules, selectors, services
from apps.accounts.choices import Event, Purpose
from apps.accounts.models import OneTimeCode, SecurityEvent, TermsAcceptance
from apps.accounts.rules import Limit, Visit
from apps.outbox.models import Message
from tests import factories
from tests.conftest import NOW

HOME = Visit("198.51.100.7", "portal.example:8000", "ar")
MOBILE = "+966512345678"
MINUTE = datetime.timedelta(minutes=1)
DIGITS = {"latin": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}


# Reading


@pytest.mark.parametrize("script", DIGITS)
@given(local=st.integers(500_000_000, 599_999_999), prefix=st.sampled_from(["0", "", "966", "+966", "00966"]))
def test_a_mobile_number_has_one_stored_form_however_it_is_typed(script, local, prefix):
    typed = f"{prefix}{local}".translate({ord(str(value)): digit for value, digit in enumerate(DIGITS[script])})
    spaced = f" {typed[:4]} {typed[4:7]}-{typed[7:]}\u200f\n"
    assert rules.check_mobile(typed) == rules.check_mobile(spaced) == f"+966{local}"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("phone", rules.MobileNotDigits),
        ("05123٤5678", rules.MobileNotDigits),
        ("05１2345678", rules.MobileNotDigits),
        ("++966512345678", rules.MobileNotDigits),
        ("0112345678", rules.MobileNotSaudi),
        ("+971512345678", rules.MobileNotSaudi),
        ("051234567", rules.MobileWrongLength),
        ("05123456789", rules.MobileWrongLength),
    ],
)
def test_what_is_no_saudi_mobile_number_is_told_why(typed, refusal):
    with pytest.raises(refusal):
        rules.check_mobile(typed)


@given(st.text(max_size=40))
def test_any_text_is_a_mobile_number_or_refused(text):
    with contextlib.suppress(rules.MobileNotValid):
        assert re.fullmatch(r"\+9665[0-9]{8}", rules.check_mobile(text))


@pytest.mark.parametrize(
    "typed", ["123456", "123 456", "123-456", " 123456\n", "١٢٣٤٥٦", "۱۲۳ ۴۵۶", "\u200f123456\u200e", "1 2 3 4 5 6"]
)
def test_a_code_is_read_however_it_is_pasted(typed):
    assert rules.check_code(typed) == "123456"


@pytest.mark.parametrize("typed", ["12345", "1234567", "12345a", "", "12٣456", "１２３４５６"])
def test_what_is_no_code_costs_no_try(typed):
    with pytest.raises(rules.CodeNotSixDigits):
        rules.check_code(typed)


@given(
    st.lists(st.integers(0, 3 * 86400), max_size=40),
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 86400)), min_size=1, max_size=3),
)
def test_it_may_happen_again_when_no_limit_is_reached_and_not_a_moment_before(ago, limits):
    limits = [Limit(count, datetime.timedelta(seconds=seconds)) for count, seconds in limits]
    moments = [NOW - datetime.timedelta(seconds=seconds) for seconds in ago]

    def is_free(now):
        return all(sum(now - limit.within < each for each in moments) < limit.count for limit in limits)

    free_at = rules.free_at(moments, limits, now=NOW)
    assert (free_at is None) == is_free(NOW)
    if free_at is not None:
        assert is_free(free_at)
        assert not is_free(free_at - datetime.timedelta(seconds=1))


@pytest.mark.parametrize(
    ("address", "network"), [("198.51.100.7", "198.51.100.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
)
def test_an_ipv6_household_is_one_visitor(address, network):
    assert HOME._replace(address=address).network == network


# Sending and checking


def send(attempt=None, *, now=NOW, to=MOBILE, subject="1012345672", visit=HOME, **options):
    attempt = attempt or uuid.uuid4()
    services.send_code(
        purpose=Purpose.SIGN_UP, attempt=attempt, subject=subject, to=to, visit=visit, now=now, **options
    )
    return attempt


def code_in(message) -> str:
    return re.search(r"#(\d{6})\Z", message.body)[1]


def last_code() -> str:
    return code_in(Message.objects.order_by("pk").last())


def other(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def check(attempt, typed, *, now=NOW):
    return services.check_code(purpose=Purpose.SIGN_UP, attempt=attempt, typed=typed, visit=HOME, now=now)


@pytest.mark.django_db
def test_the_text_is_secret_and_binds_the_code_to_the_site():
    send()
    message = Message.objects.get()
    assert (message.recipient, message.is_secret, message.channel) == (MOBILE, True, "sms")
    assert re.fullmatch(r"رمز فتح الحساب في بوابة العمل المرن: (\d{6})\n.+\n\n@portal\.example #\1", message.body)


@pytest.mark.django_db
def test_the_text_is_in_the_language_of_the_person_before_that_of_the_page():
    send(user=factories.make_user(language="en"))
    assert "Code to open an account" in Message.objects.get().body


@pytest.mark.django_db
def test_the_table_keeps_neither_code_nor_id():
    send()
    kept = str(OneTimeCode.objects.values().get())
    assert last_code() not in kept
    assert "1012345672" not in kept
    assert "1012345672" not in str(list(SecurityEvent.objects.values()))
    assert MOBILE not in str(list(SecurityEvent.objects.values()))


@pytest.mark.django_db
def test_a_right_code_proves_the_person_for_a_while():
    attempt = send()
    assert selectors.proof_of(attempt, Purpose.SIGN_UP, now=NOW) is None
    check(attempt, last_code(), now=NOW + MINUTE)
    proof = selectors.proof_of(attempt, Purpose.SIGN_UP, now=NOW + 2 * MINUTE)
    assert proof.recipient == MOBILE
    assert selectors.proof_of(attempt, Purpose.MOBILE, now=NOW + 2 * MINUTE) is None
    assert selectors.proof_of(attempt, Purpose.SIGN_UP, now=NOW + 32 * MINUTE) is None


@pytest.mark.django_db
def test_a_code_is_right_for_its_own_attempt_alone():
    send()
    code = last_code()
    another = send(subject="1098765439", to="+966598765432")
    with pytest.raises(rules.CodeWrong):
        check(another, code)


@pytest.mark.django_db
def test_an_earlier_code_stays_valid_beside_a_newer_one_until_one_is_used():
    attempt = send()
    first = last_code()
    send(attempt, now=NOW + MINUTE)
    second = last_code()
    check(attempt, first, now=NOW + 2 * MINUTE)
    assert OneTimeCode.objects.exclude(void_at=None).count() == 1
    if second != first:
        with pytest.raises(rules.CodeTriesUsed):
            check(attempt, second, now=NOW + 2 * MINUTE)


@pytest.mark.django_db
def test_wrong_tries_count_down_and_the_fifth_ends_the_code():
    attempt = send()
    code = last_code()
    for left in (4, 3, 2, 1):
        with pytest.raises(rules.CodeWrong) as wrong:
            check(attempt, other(code))
        assert str(wrong.value) == f"رمز التحقق غير صحيح. المحاولات المتبقية: {left}"
    for typed in (other(code), code):
        with pytest.raises(rules.CodeTriesUsed):
            check(attempt, typed)
    assert OneTimeCode.objects.get().tries == rules.TRIES


@pytest.mark.django_db
def test_a_code_lives_fifteen_minutes():
    attempt = send()
    code = last_code()
    with pytest.raises(rules.CodeExpired):
        check(attempt, code, now=NOW + 15 * MINUTE)
    check(attempt, code, now=NOW + 15 * MINUTE - datetime.timedelta(seconds=1))


@pytest.mark.django_db
def test_a_new_code_waits_a_minute():
    attempt = send()
    with pytest.raises(rules.CodeTooSoon) as refusal:
        send(attempt, now=NOW + datetime.timedelta(seconds=18))
    assert refusal.value.values == {"seconds": 42}
    assert selectors.seconds_to_wait(attempt, now=NOW + datetime.timedelta(seconds=18)) == 42
    assert selectors.seconds_to_wait(attempt, now=NOW + MINUTE) == 0
    send(attempt, now=NOW + MINUTE)


@pytest.mark.django_db
@pytest.mark.parametrize("to", [MOBILE, ""])
def test_a_visitor_asks_for_a_person_five_times_an_hour_and_ten_a_day_known_or_not(to):
    sent, refused = 0, []
    for minute in range(0, 24 * 60 - 1, 10):
        try:
            send(to=to, now=NOW + minute * MINUTE)
            sent += 1
        except rules.CodesTooMany as refusal:
            refused.append(str(refusal))
    assert sent == 10
    assert refused[0] == "محاولات كثيرة. تمكن المحاولة مجددًا بعد 20 أكتوبر 2026، 11:00 ص"
    assert OneTimeCode.objects.count() == 10


def visitor(place: int) -> Visit:
    return HOME._replace(address=f"203.0.113.{place}")


@pytest.mark.django_db
def test_a_stranger_who_asks_for_a_person_all_day_keeps_nobody_out():
    for minute in range(0, 24 * 60, 10):
        with contextlib.suppress(rules.CodesTooMany):
            send(now=NOW + minute * MINUTE, visit=visitor(1))
    later = NOW + 24 * 60 * MINUTE - MINUTE
    attempt = send(now=later)
    check(attempt, last_code(), now=later)


@pytest.mark.django_db
@pytest.mark.parametrize("to", [MOBILE, ""])
def test_many_strangers_are_never_told_of_each_other_and_the_person_gets_thirty_messages_a_day(to):
    for minute in range(0, 24 * 60, 10):
        send(to=to, now=NOW + minute * MINUTE, visit=visitor(minute % 240))
    assert OneTimeCode.objects.count() == 144
    assert Message.objects.count() == (30 if to else 0)


@pytest.mark.django_db
def test_ten_messages_of_an_hour_are_enough_for_a_person_whoever_asks_and_whatever_number_is_given():
    for place in range(12):
        send(visit=visitor(place), to=f"+9665000000{place:02d}")
    assert Message.objects.count() == 10


@pytest.mark.django_db
def test_who_has_proven_himself_does_not_pay_for_what_strangers_ask_for_him():
    for place in range(12):
        send(visit=visitor(place))
    send(to="+966598765432", is_quiet=False)
    assert Message.objects.filter(recipient="+966598765432").count() == 1


@pytest.mark.django_db
def test_an_address_asks_twenty_times_an_hour_whomever_it_asks_for():
    for place in range(20):
        send(subject=f"person {place}", to="")
    with pytest.raises(rules.CodesTooMany):
        send(subject="one more", to=MOBILE)
    assert not Message.objects.exists()
    send(subject="one more", to=MOBILE, visit=HOME._replace(address="203.0.113.9"))


@pytest.mark.django_db
def test_a_number_that_several_people_share_falls_silent_without_a_word():
    for place in range(10):
        send(subject=f"person {place}")
    attempt = send(subject="another")
    assert Message.objects.count() == 10
    assert OneTimeCode.objects.get(attempt=attempt).is_decoy
    with pytest.raises(rules.CodesTooMany):
        send(subject="another yet", is_quiet=False)


@pytest.mark.django_db
def test_nothing_typed_is_right_where_nobody_was_written_to(monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda limit: 123456)
    attempt = send(to="")
    assert not Message.objects.exists()
    with pytest.raises(rules.CodeWrong) as wrong:
        check(attempt, "123456")
    assert wrong.value.values == {"left": 4}


@pytest.mark.django_db
def test_what_happens_to_codes_is_in_the_security_log():
    attempt = send()
    with pytest.raises(rules.CodeWrong):
        check(attempt, other(last_code()))
    with pytest.raises(rules.CodeTooSoon):
        send(attempt)
    events = SecurityEvent.objects.order_by("pk").values_list("kind", "details__reason", "address")
    assert list(events) == [
        (Event.CODE_SENT, None, HOME.address),
        (Event.CODE_REFUSED, "CodeWrong", HOME.address),
        (Event.CODE_REFUSED, "CodeTooSoon", HOME.address),
    ]


# What the database refuses


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"tries": 6, "void_at": NOW}, "code_five_tries"),
        ({"tries": 5}, "code_void_if_tried_out"),
        ({"used_at": NOW, "void_at": NOW}, "code_used_or_void"),
        ({"used_at": NOW, "is_decoy": True}, "code_decoy_proves_nothing"),
        ({"recipient": ""}, "code_went_somewhere"),
        ({"used_at": NOW + 15 * MINUTE}, "code_used_in_its_time"),
        ({"used_at": NOW - MINUTE}, "code_used_in_its_time"),
        ({"expires_at": NOW}, "code_used_in_its_time"),
    ],
)
def test_stamps_of_a_code_cannot_disagree(fields, constraint):
    send()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OneTimeCode.objects.update(**fields)


@pytest.mark.django_db
@pytest.mark.parametrize("act", [lambda rows: rows.update(version="0"), lambda rows: rows.delete()])
def test_an_acceptance_of_the_terms_is_final(act):
    TermsAcceptance.objects.create(user=factories.make_user(), version="1", accepted_at=NOW)
    with pytest.raises(Exception, match="Cannot update or delete"), transaction.atomic():
        act(TermsAcceptance.objects.all())


# At once


def at_once(act, count: int) -> list:
    """What each of so many threads got, value or refusal."""
    start, answers = threading.Barrier(count), []

    def run(place):
        try:
            start.wait()
            answers.append(act(place))
        except Exception as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_wrong_tries_at_once_never_exceed_the_limit():
    attempt = send()
    code = last_code()
    answers = at_once(lambda place: check(attempt, other(code)), 8)
    lefts = sorted(answer.values["left"] for answer in answers if isinstance(answer, rules.CodeWrong))
    assert lefts == [1, 2, 3, 4]
    assert sum(isinstance(answer, rules.CodeTriesUsed) for answer in answers) == 4
    assert OneTimeCode.objects.get().tries == rules.TRIES


@pytest.mark.django_db(transaction=True)
def test_codes_asked_for_at_once_never_exceed_the_limit():
    answers = at_once(lambda place: send(), 8)
    assert sum(isinstance(answer, uuid.UUID) for answer in answers) == 5
    assert Message.objects.count() == 5


# Forgetting


@pytest.mark.django_db
def test_what_is_over_is_forgotten_and_nothing_else():
    for age in (rules.CODE_KEPT + MINUTE, rules.CODE_KEPT - MINUTE):
        send(now=NOW - age)
    user = factories.make_user()
    for _visit in range(2):
        browser = Client()
        browser.post("/account/login/", {"login": user.national_id, "password": factories.PASSWORD})
    ended = UserSession.objects.latest("pk").session_key
    Session.objects.filter(session_key=ended).update(expire_date=NOW - MINUTE)
    assert services.forget_what_is_over(now=NOW) == 3
    assert OneTimeCode.objects.get().sent_at == NOW - rules.CODE_KEPT + MINUTE
    assert ended not in UserSession.objects.values_list("session_key", flat=True)
    assert services.forget_what_is_over(now=NOW) == 0
