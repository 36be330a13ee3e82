"""Signing in and out with the national ID."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.accounts.forms import NewPasswordForm
from apps.accounts.models import User
from apps.outbox.tasks import deliver
from tests import factories

pytestmark = pytest.mark.django_db

NOT_DIGITS = "يتكوّن رقم الهوية من أرقام فقط"


@pytest.fixture
def user():
    return factories.make_user(national_id="1012345672")


def sign_in(client, login="1012345672", password=factories.PASSWORD, **fields):
    return client.post("/account/login/", {"login": login, "password": password, **fields})


@pytest.mark.parametrize(
    "typed",
    ["1012345672", "١٠١٢٣٤٥٦٧٢", "۱۰۱۲۳۴۵۶۷۲", " 1012345672\n", "1012 345 672", "\u200f1012345672", "1012345672\u00a0"],
)
def test_the_id_is_understood_however_it_is_typed(client, user, typed):
    assert sign_in(client, typed)["Location"] == "/home/"


@pytest.mark.parametrize(
    ("login", "password"), [("1012345672", "wrong"), ("1098765439", factories.PASSWORD), ("2000000006", "wrong")]
)
def test_a_wrong_id_and_a_wrong_password_are_answered_alike(client, user, login, password):
    html = sign_in(client, login, password).content.decode()
    assert "رقم الهوية أو كلمة المرور غير صحيحة" in html
    assert "<title>خطأ:" in html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("101234567", "يتكوّن رقم الهوية من 10 أرقام، والمُدخل 9"),
        ("10123456721", "يتكوّن رقم الهوية من 10 أرقام، والمُدخل 11"),
        ("abc", NOT_DIGITS),
        ("10000a0008", NOT_DIGITS),
        ("10123٤5672", NOT_DIGITS),
        ("１０12345672", NOT_DIGITS),
        ("3000000004", "يبدأ رقم الهوية بـ 1 أو 2"),
        ("1012345671", "رقم الهوية غير صحيح. يُرجى التحقق من الأرقام"),
        ("1111111111", "رقم الهوية غير صحيح. يُرجى التحقق من الأرقام"),
    ],
)
def test_what_is_no_id_is_told_why_before_anybody_is_looked_for(client, typed, words):
    with CaptureQueriesContext(connection) as queries:
        html = sign_in(client, typed).content.decode()
    assert words in html
    assert not [query["sql"] for query in queries if "accounts_user" in query["sql"]]


def test_people_are_looked_up_by_their_indexes(client, user):
    with CaptureQueriesContext(connection) as queries:
        sign_in(client)
    assert not [query["sql"] for query in queries if "UPPER" in query["sql"].upper()]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "user_by_email" in User.objects.filter(email="noura@example.com").explain()


def test_empty_fields_are_named(client):
    html = sign_in(client, "", "").content.decode()
    assert 'href="#id_login">رقم الهوية مطلوب' in html
    assert 'href="#id_password">كلمة المرور مطلوبة' in html


def test_too_many_wrong_passwords_are_stopped_even_with_the_right_one(client, user):
    for _ in range(5):
        sign_in(client, password="wrong")
    assert "محاولات كثيرة" in sign_in(client).content.decode()


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_never_leads_off_site(client, user, address):
    assert sign_in(client, next=address)["Location"] == "/home/"


def test_signing_in_leads_where_the_person_was_going(client, user):
    assert client.get("/home/")["Location"] == "/account/login/?next=/home/"
    assert sign_in(client, next="/me/hours/")["Location"] == "/me/hours/"


def test_fields_can_be_filled_and_pasted(client):
    html = client.get("/account/login/").content.decode()
    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html
    assert "placeholder" not in html


def test_signing_out_takes_a_form(client, user):
    client.force_login(user)
    assert client.get("/account/logout/").status_code == 200
    assert client.post("/account/logout/")["Location"] == "/"
    assert client.get("/home/")["Location"].startswith("/account/login/")


def test_a_forgotten_password_is_answered_alike_for_every_address(client, user, mailoutbox):
    response = client.post("/account/password/reset/by-email/", {"email": "nobody@example.com"}, follow=True)
    assert "إذا كان هذا البريد مسجلًا" in response.content.decode()


def test_the_password_can_be_changed(client, user):
    client.force_login(user)
    new = "Nakhla-1449-wahat"
    fields = {"oldpassword": factories.PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/change/", fields).status_code == 302
    client.logout()
    assert sign_in(client, password=new)["Location"] == "/home/"


def test_a_forgotten_password_is_replaced_by_the_link_in_the_letter(client, mailoutbox):
    factories.make_user(national_id="1012345672", email="noura@example.com")
    client.post("/account/password/reset/by-email/", {"email": "noura@example.com"})
    deliver()
    assert mailoutbox[0].subject.endswith("كلمة المرور الجديدة")
    assert "مرة واحدة" in mailoutbox[0].body
    assert "1012345672" not in mailoutbox[0].body
    link = re.search(r"http://testserver(/\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)
    new = {"password1": "Nakhla-1449-wahat", "password2": "Nakhla-1449-wahat"}
    assert "12 حرفًا على الأقل" in page.content.decode()
    assert client.post(page.redirect_chain[-1][0], new)["Location"] == "/account/password/reset/key/done/"
    assert sign_in(client, password="Nakhla-1449-wahat")["Location"] == "/home/"
    assert "استُخدم هذا الرابط" in client.get(link, follow=True).content.decode()


def test_the_accounts_of_the_demonstration_are_not_listed_elsewhere(client):
    assert "entrance--two" not in client.get("/account/login/").content.decode()


def test_a_flood_from_one_address_is_answered_with_a_page(client, user):
    answers = [sign_in(client, f"10{number:08d}", "wrong") for number in range(31)]
    assert answers[-1].status_code == 429
    assert "محاولات كثيرة" in answers[-1].content.decode()


def test_no_password_is_longer_than_128_characters_wherever_it_is_set(client, user):
    fits, too_long = "Nakhla-1449-wahat-" * 7 + "ab", "Nakhla-1449-wahat-" * 7 + "abc"
    assert (len(fits), len(too_long)) == (128, 129)
    assert NewPasswordForm({"password": fits}, owner=user).is_valid()
    assert not NewPasswordForm({"password": too_long}, owner=user).is_valid()
    client.force_login(user)
    for new, status in ((too_long, 200), (fits, 302)):
        fields = {"oldpassword": factories.PASSWORD, "password1": new, "password2": new}
        assert client.post("/account/password/change/", fields).status_code == status


@pytest.mark.parametrize("page", ["confirm-email/", "confirm-email/a-key/", "login/code/confirm/"])
def test_pages_that_the_portal_does_not_use_are_not_there(client, page):
    assert client.get(f"/account/{page}").status_code == 404


def test_whoever_has_no_password_yet_comes_to_one_as_whoever_has_forgotten_his(client, user):
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    answer = client.get("/account/password/change/", follow=True)
    assert answer.redirect_chain[-1][0] == "/account/password/reset/"
    assert answer.status_code == 200
