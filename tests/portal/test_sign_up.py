"""A subscriber opens his account; to a stranger known, unknown and registered people are alike."""

import datetime
import hashlib
import threading
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts import rules
from apps.accounts import services as accounts
from apps.accounts.choices import Event, Purpose
from apps.accounts.models import OneTimeCode, SecurityEvent, TermsAcceptance, User
from apps.common import dates
from apps.outbox.models import Message
from apps.portal.services import demo_people
from apps.portal.services import sign_up as services
from apps.registry.services import link_user
from tests import factories
from tests.conftest import NOW
from tests.portal.identity import PASSWORD, code_to, messages_to, other, page

pytestmark = pytest.mark.django_db

ON_FILE, GIVEN = "+966512345678", "+966598765432"
BORN = datetime.date(1995, 3, 14)


@pytest.fixture
def subscriber():
    return factories.make_subscriber(mobile=ON_FILE, full_name_ar="مريم الحربي")


def begin(client, national_id, *, birth_date="14/03/1995", mobile="0598765432", **options):
    fields = {"national_id": national_id, "birth_date": birth_date, "mobile": mobile}
    return client.post("/account/signup/", fields, **options)


def details(**overrides) -> dict:
    return {"email": "maryam@example.com", "password": PASSWORD, "terms": "on"} | overrides


def prove(client, national_id, recipient=ON_FILE) -> str:
    """The visitor has typed the right code; returns the address of the third page."""
    address = begin(client, national_id)["Location"]
    return client.post(address, {"code": code_to(recipient)})["Location"]


# The way through


def test_a_subscriber_opens_his_account_and_is_signed_in(client, subscriber):
    account = prove(client, subscriber.national_id)
    answer = client.post(account, details())
    user = User.objects.get(national_id=subscriber.national_id)
    subscriber.refresh_from_db()
    assert subscriber.user == user
    assert (user.full_name, user.mobile, user.language, user.email) == ("مريم الحربي", ON_FILE, "ar", "")
    assert client.get("/me/").status_code == 200
    assert answer["Location"].startswith("/account/email/")
    accepted = TermsAcceptance.objects.get(user=user)
    assert (accepted.version, accepted.accepted_at.date()) == (rules.TERMS_VERSION, NOW.date())
    assert SecurityEvent.objects.filter(kind=Event.ACCOUNT_OPENED, user=user, address="127.0.0.1").count() == 1


def test_a_browser_keeps_no_page_of_it(client, subscriber):
    code = begin(client, subscriber.national_id)["Location"]
    assert "no-store" in client.get(code)["Cache-Control"]
    account = client.post(code, {"code": code_to(ON_FILE)})["Location"]
    assert "no-store" in client.get(account)["Cache-Control"]


def test_the_email_address_counts_when_its_code_is_typed(client, subscriber):
    confirm = client.post(prove(client, subscriber.national_id), details())["Location"]
    assert "maryam@example.com" in client.get(confirm).content.decode()
    assert client.post(confirm, {"code": code_to("maryam@example.com")})["Location"] == "/account/email/"
    assert User.objects.get(national_id=subscriber.national_id).email == "maryam@example.com"


def test_the_new_account_signs_in_with_its_password(client, subscriber):
    client.post(prove(client, subscriber.national_id), details())
    fields = {"login": subscriber.national_id, "password": PASSWORD}
    assert Client().post("/account/login/", fields)["Location"] == "/home/"


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_everything_may_be_typed_in_other_digits_and_pasted_with_marks(client, subscriber, digits):
    table = {ord(str(value)): digit for value, digit in enumerate(digits)}
    national_id = f" {subscriber.national_id[:4]} {subscriber.national_id[4:]}\n".translate(table)
    address = begin(client, national_id, birth_date="١٤/٠٣/١٩٩٥", mobile="٠٥٩٨ ٧٦٥ ٤٣٢")["Location"]
    code = code_to(ON_FILE)
    assert client.post(address, {"code": f"\u200f{code[:3]} {code[3:]}".translate(table)}).status_code == 302


def test_the_code_goes_to_the_number_on_file_whatever_is_given(client, subscriber):
    begin(client, subscriber.national_id)
    assert len(messages_to(ON_FILE)) == 1
    assert not messages_to(GIVEN)


def test_where_no_number_is_on_file_the_given_one_gets_the_code_and_is_kept(client):
    subscriber = factories.make_subscriber()
    client.post(prove(client, subscriber.national_id, GIVEN), details())
    subscriber.refresh_from_db()
    assert subscriber.mobile == subscriber.user.mobile == GIVEN


def test_the_text_names_the_site_and_the_field_takes_it(client, subscriber):
    address = begin(client, subscriber.national_id)["Location"]
    assert messages_to(ON_FILE)[0].endswith(f"@testserver #{code_to(ON_FILE)}")
    assert 'autocomplete="one-time-code"' in client.get(address).content.decode()


# What is typed wrongly


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1000000000", "رقم الهوية غير صحيح. يُرجى التحقق من الأرقام"),
        ("1111111111", "رقم الهوية غير صحيح. يُرجى التحقق من الأرقام"),
        ("100000001", "يتكوّن رقم الهوية من 10 أرقام، والمُدخل 9"),
        ("10000000081", "يتكوّن رقم الهوية من 10 أرقام، والمُدخل 11"),
        ("10000a0008", "يتكوّن رقم الهوية من أرقام فقط"),
        ("3000000004", "العمل المرن للسعوديين فقط"),
        ("2123456788", "العمل المرن للسعوديين فقط"),
        ("", "رقم الهوية مطلوب"),
    ],
)
def test_an_id_that_is_none_is_told_why_and_nothing_is_sent(client, subscriber, typed, words):
    answer = begin(client, typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>خطأ:" in html
    assert f'href="#id_national_id">{words}' in html
    assert subscriber.full_name_ar not in html
    assert not OneTimeCode.objects.exists()


def test_a_hijri_birth_date_is_offered_in_the_gregorian_calendar(client, subscriber):
    html = begin(client, subscriber.national_id, birth_date="1415-10-13").content.decode()
    assert "تاريخ هجري؟" in html
    assert "14/03/1995" in html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0112345678", "تُقبل أرقام الجوال السعودية فقط"),
        ("051234567", "يتكوّن رقم الجوال من 10 أرقام"),
        ("0512\u202e345678", "يتكوّن رقم الجوال من أرقام فقط"),
    ],
)
def test_a_mobile_number_that_is_none_is_told_why(client, subscriber, typed, words):
    assert words in begin(client, subscriber.national_id, mobile=typed).content.decode()


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"email": ""}, "البريد الإلكتروني مطلوب"),
        ({"email": "maryam"}, "يُكتب البريد الإلكتروني مثل name@example.com"),
        ({"email": "a@exa\u202emple.com"}, "يُكتب البريد الإلكتروني|علامات خفية"),
        ({"email": "a@example.com\r\nBcc: b@example.com"}, "يُكتب البريد الإلكتروني مثل name@example.com"),
        ({"password": "short"}, "12"),
        ({"password": "password1234"}, "كلمة المرور"),
        ({"terms": ""}, "الموافقة على شروط الاستخدام مطلوبة"),
    ],
)
def test_details_that_do_not_do_are_told_why_and_no_account_is_opened(client, subscriber, overrides, words):
    answer = client.post(prove(client, subscriber.national_id), details(**overrides))
    assert answer.status_code == 422
    assert any(word in answer.content.decode() for word in words.split("|"))
    assert not User.objects.exists()


def test_the_id_is_no_password(client, subscriber):
    answer = client.post(prove(client, subscriber.national_id), details(password=f"{subscriber.national_id}00"))
    assert answer.status_code == 422


# The code


def test_a_wrong_code_counts_down_and_the_fifth_ends_it(client, subscriber):
    address = begin(client, subscriber.national_id)["Location"]
    wrong = other(code_to(ON_FILE))
    pages = [client.post(address, {"code": wrong}).content.decode() for _ in range(5)]
    for left, html in zip((4, 3, 2, 1), pages, strict=False):
        assert f"رمز التحقق غير صحيح. المحاولات المتبقية: {left}" in html
    assert "لم تبق محاولات" in pages[-1]
    assert client.post(address, {"code": code_to(ON_FILE)}).status_code == 422


def test_an_expired_code_says_so_and_a_new_one_is_sent(client, subscriber, clock):
    address = begin(client, subscriber.national_id)["Location"]
    code = code_to(ON_FILE)
    clock.move_to(NOW + datetime.timedelta(minutes=16))
    assert "انتهت صلاحية الرمز، وأُرسل رمز جديد" in client.post(address, {"code": code}).content.decode()
    assert len(messages_to(ON_FILE)) == 2
    assert client.post(address, {"code": code_to(ON_FILE)}).status_code == 302


def test_a_new_code_is_sent_after_a_minute_and_the_old_one_still_does(client, subscriber, clock):
    address = begin(client, subscriber.national_id)["Location"]
    first, resend = code_to(ON_FILE), address.replace("/code/", "/resend/")
    html = client.post(resend, follow=True).content.decode()
    assert "الثواني المتبقية حتى يمكن إرسال رمز جديد" in html
    assert len(messages_to(ON_FILE)) == 1
    clock.move_to(NOW + datetime.timedelta(seconds=61))
    assert "أُرسل رمز جديد" in client.post(resend, follow=True).content.decode()
    assert len(messages_to(ON_FILE)) == 2
    assert client.post(address, {"code": first}).status_code == 302


def test_limits_stop_it_before_anything_is_sent(client, subscriber):
    for _ in range(5):
        assert begin(client, subscriber.national_id).status_code == 302
    answer = begin(client, subscriber.national_id)
    assert answer.status_code == 422
    assert "محاولات كثيرة. تمكن المحاولة مجددًا بعد 20 أكتوبر 2026" in answer.content.decode()
    assert len(messages_to(ON_FILE)) == 5


# No step is skipped


def test_the_third_page_opens_to_a_right_code_alone(client, subscriber):
    address = begin(client, subscriber.national_id)["Location"]
    account = address.replace("/code/", "/account/")
    assert client.get(account)["Location"] == "/account/signup/"
    assert client.post(account, details())["Location"] == "/account/signup/"
    assert not User.objects.exists()


def test_another_visitor_cannot_go_on_where_one_stands(client, subscriber):
    account = prove(client, subscriber.national_id)
    assert Client().post(account, details())["Location"] == "/account/signup/"
    assert client.post(account, details()).status_code == 302


def test_the_proof_does_not_last(client, subscriber, clock):
    account = prove(client, subscriber.national_id)
    clock.move_to(NOW + datetime.timedelta(minutes=29))
    assert client.get(account).status_code == 200
    clock.move_to(NOW + datetime.timedelta(minutes=31))
    assert client.get(account)["Location"] == "/account/signup/"


def test_sent_twice_the_account_is_opened_once(client, subscriber):
    account = prove(client, subscriber.national_id)
    client.post(account, details())
    assert client.post(account, details()).status_code == 302
    assert User.objects.count() == 1


def test_who_is_signed_in_needs_no_account(client):
    client.force_login(factories.make_user())
    assert client.get("/account/signup/")["Location"] == "/home/"


# Alike to a stranger


@pytest.fixture
def people(subscriber):
    """What may be typed → the ID and birth date typed."""
    registered = factories.make_subscriber(mobile="+966511111111")
    link_user(
        subscriber=registered,
        user=factories.make_user(national_id=registered.national_id, mobile="+966511111111"),
    )
    owner = factories.make_user(mobile="+966522222222")
    return {
        "known": (subscriber.national_id, "14/03/1995"),
        "without number": (factories.make_subscriber().national_id, "14/03/1995"),
        "wrong birth date": (subscriber.national_id, "15/03/1995"),
        "registered": (registered.national_id, "14/03/1995"),
        "registered, wrong birth date": (registered.national_id, "15/03/1995"),
        "no subscriber, but an account": (owner.national_id, "14/03/1995"),
        "unknown": (factories.national_id(77_777_777), "14/03/1995"),
    }


def seen(national_id: str, birth_date: str, language: str) -> tuple:
    """Everything that a stranger can see of two pages and their answers, and how many queries each took."""
    client, queries = Client(), []
    client.cookies["language"] = language

    def ask(act, *arguments, **options):
        with CaptureQueriesContext(connection) as captured:
            answer = act(*arguments, **options)
        queries.append(len(captured))
        return answer

    sent = ask(begin, client, national_id, birth_date=birth_date)
    code = sent["Location"]
    shown = ask(client.get, code)
    wrong = [ask(client.post, code, {"code": "222222"}) for _ in range(5)]
    again = ask(client.post, code.replace("/code/", "/resend/"), follow=True)
    answers = [sent, shown, *wrong, again]
    headers = [sorted((name, value) for name, value in each.items() if name not in HEADERS) for each in answers]
    return [(each.status_code, page(each)) for each in answers], headers, queries


# An address with the attempt's key, and the length that follows from the tokens' escaping.
HEADERS = ("Location", "Content-Length")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_known_unknown_and_registered_people_are_alike_to_the_byte_and_the_query(people, monkeypatch, clock, language):
    monkeypatch.setattr("secrets.randbelow", lambda limit: 111111)
    clock.move_to(NOW, tick=False)
    first = seen(*people["known"], language)
    for case, typed in people.items():
        OneTimeCode.objects.all().delete()
        assert seen(*typed, language) == first, case


def test_whoever_has_an_account_is_told_so_where_only_he_reads_it(client, people):
    address = begin(client, people["registered"][0])["Location"]
    (text,) = messages_to("+966511111111")
    assert "لديك حساب من قبل" in text
    assert "#" not in text
    assert client.post(address, {"code": "123456"}).status_code == 422


def test_a_wrong_birth_date_and_an_unknown_id_reach_nobody(client, people):
    for case in ("wrong birth date", "registered, wrong birth date", "no subscriber, but an account", "unknown"):
        national_id, birth_date = people[case]
        begin(client, national_id, birth_date=birth_date)
    assert not Message.objects.exists()


# At once


VISIT = factories.VISIT


@pytest.mark.django_db(transaction=True)
def test_a_code_used_twice_at_once_opens_one_account():
    subscriber = factories.make_subscriber(mobile=ON_FILE)
    attempt, national_id = uuid.uuid4(), subscriber.national_id
    person = {"attempt": attempt, "national_id": national_id, "visit": VISIT, "now": NOW}
    services.send_code(birth_date=BORN, mobile=GIVEN, **person)
    typed, start, answers = code_to(ON_FILE), threading.Barrier(4), []

    def run():
        try:
            start.wait()
            accounts.check_code(purpose=Purpose.SIGN_UP, attempt=attempt, typed=typed, visit=VISIT, now=NOW)
            answers.append(services.open_account(password=PASSWORD, **person))
        except rules.AccountExists:
            answers.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(answer is not None for answer in answers) == 1
    assert len(answers) == 4
    assert User.objects.count() == TermsAcceptance.objects.count() == 1


# The terms


def test_a_changed_text_of_the_terms_is_a_new_version():
    """Whoever changes the page sets `rules.TERMS_VERSION` anew, and then this sum."""
    text = (Path(settings.BASE_DIR) / "templates" / "portal" / "terms.html").read_bytes()
    assert (rules.TERMS_VERSION, hashlib.sha256(text).hexdigest()[:16]) == ("2026-11", "b65a8f739cf0b07a")


def test_the_terms_say_their_version(client):
    assert rules.TERMS_VERSION in client.get("/terms/").content.decode()


# The demonstration


def test_the_demonstration_names_somebody_who_can_be_signed_up_as(client, settings):
    settings.PORTAL_DEMO = True
    html = client.get("/account/login/").content.decode()
    newcomer = demo_people.newcomer()
    assert newcomer.mobile
    assert newcomer.national_id in html
    assert dates.gregorian(newcomer.birth_date) in html
    assert newcomer.national_id not in {account.national_id for account in demo_people.accounts()}


def test_a_proof_that_runs_out_under_the_last_page_leads_to_the_beginning(client, subscriber, monkeypatch):
    account = prove(client, subscriber.national_id)
    monkeypatch.setattr(services, "open_account", _expired)
    assert client.post(account, details())["Location"] == "/account/signup/"


def _expired(**_):
    raise rules.CodeExpired
