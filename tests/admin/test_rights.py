"""What the admin does write: roles in establishments, accounts and their rights, and rules of months to come."""

import datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from apps.accounts.choices import Event, StaffRole
from apps.accounts.models import SecurityEvent, User
from apps.accruals.models import Accrual
from apps.common.periods import Month
from apps.outbox.models import Message
from apps.registry.models import Membership, Subscriber
from apps.regulations import selectors as regulations
from apps.regulations.models import Regulation
from tests import factories, factors

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 10, 20)
GRANT, ROLES = "/admin/registry/membership/add/", "/admin/registry/membership/"
RULE = "/admin/regulations/regulation/add/"


@pytest.fixture
def superuser(client):
    user = factories.make_user(is_staff=True, is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def officer(client):
    user = factories.make_staff("billing officer")
    client.force_login(user)
    return user


def said(answer) -> str:
    return answer.content.decode()


# Roles in an establishment


def grant(client, user, establishment, **overrides):
    values = {
        "person": user.national_id,
        "establishment_number": establishment.unified_number,
        "role": "supervisor",
        "starts_on": "20/10/2026",
        "ends_on": "",
        "reason": "طلب المالك",
    }
    return client.post(GRANT, values | overrides)


def test_a_superuser_grants_a_role_and_the_reason_is_kept(client, superuser, establishment):
    person = factories.make_user()
    assert grant(client, person, establishment).status_code == 302
    role = Membership.objects.get(user=person)
    assert (role.role, role.starts_on, role.ends_on, role.granted_by) == ("supervisor", TODAY, None, superuser)
    assert LogEntry.objects.get(user=superuser).change_message == "طلب المالك"


def test_an_open_role_that_began_earlier_gives_way(client, superuser, establishment, badr):
    assert grant(client, badr, establishment).status_code == 302
    roles = Membership.objects.filter(user=badr).order_by("starts_on")
    assert [(role.role, role.ends_on) for role in roles] == [
        ("hours_clerk", datetime.date(2026, 10, 19)),
        ("supervisor", None),
    ]


def test_what_the_service_refuses_is_an_error_of_the_form_and_changes_nothing(client, superuser, establishment, badr):
    answer = grant(client, badr, establishment, starts_on="01/01/2020")
    assert answer.status_code == 200
    assert "errornote" in said(answer)
    assert Membership.objects.filter(user=badr, ends_on=None).count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("person", "1", "10"),
        ("person", "1000000000", "رقم الهوية غير صحيح"),
        ("person", factories.national_id(555), "لا يوجد حساب بهذا الرقم"),
        ("establishment_number", "7999999999", "لا توجد منشأة بهذا الرقم"),
        ("starts_on", "غدًا", "errorlist"),
        ("ends_on", "01/01/2020", "errornote"),
        ("reason", "", "errorlist"),
    ],
)
def test_a_role_wrongly_described_is_refused_in_words(client, superuser, establishment, field, value, words):
    person = factories.make_user()
    answer = grant(client, person, establishment, **{field: value})
    assert answer.status_code == 200
    assert words in said(answer)
    assert not Membership.objects.filter(user=person).exists()


def test_a_superuser_ends_a_role_by_a_day_then_earlier_then_at_once(client, superuser, badr):
    role = Membership.objects.get(user=badr)
    page = f"{ROLES}{role.pk}/change/"
    assert client.post(page, {"ends_on": "2026-10-31", "reason": "انتقال"}).status_code == 302
    role.refresh_from_db()
    assert role.ends_on == datetime.date(2026, 10, 31)
    later = client.post(page, {"ends_on": "2027-10-31", "reason": "تمديد"})
    assert (later.status_code, "errornote" in said(later)) == (200, True)
    assert client.post(page, {"ends_on": "2026-10-25", "reason": "انتقال"}).status_code == 302
    assert client.post(page, {"ends_on": "", "reason": "طلب المالك"}).status_code == 302
    role.refresh_from_db()
    assert (role.ends_on, role.revoked_by) == (TODAY, superuser)
    assert client.get(page).status_code == 200
    assert client.post(page, {"ends_on": "", "reason": "مرة أخرى"}).status_code == 403


def test_the_last_owner_is_ended_by_nobody(client, superuser, noura):
    role = noura.memberships.get()
    for day in ("", "31/10/2026"):
        assert "لا بد أن يبقى للمنشأة مالك" in said(
            client.post(f"{ROLES}{role.pk}/change/", {"ends_on": day, "reason": "س"})
        )
    role.refresh_from_db()
    assert role.ends_on is None


def test_roles_are_given_and_ended_after_saying_once_more_who_one_is(client, superuser, establishment, badr, clock):
    client.get("/admin/")
    clock.shift(datetime.timedelta(minutes=6))
    person, role = factories.make_user(), badr.memberships.get()
    for answer in (
        grant(client, person, establishment),
        client.post(f"{ROLES}{role.pk}/change/", {"ends_on": "", "reason": "انتقال"}),
        client.post("/admin/registry/subscriber/", {"action": "link_accounts", "_selected_action": ["1"]}),
    ):
        assert answer["Location"].startswith("/account/reauthenticate/?next=")
    assert not person.memberships.exists()
    role.refresh_from_db()
    assert role.ends_on is None


def test_a_reason_with_hidden_marks_gives_no_role(client, superuser, establishment):
    person = factories.make_user()
    assert grant(client, person, establishment, reason="طلب\u202e المالك").status_code == 200
    assert not person.memberships.exists()


def test_the_end_of_a_role_changes_nothing_else(client, superuser, badr, salem):
    role = Membership.objects.get(user=badr)
    values = {"ends_on": "2026-10-31", "reason": "x", "role": "owner", "user": salem.pk, "starts_on": "2020-01-01"}
    client.post(f"{ROLES}{role.pk}/change/", values)
    role.refresh_from_db()
    assert (role.role, role.user, role.starts_on) == ("hours_clerk", badr, datetime.date(2024, 7, 1))


@pytest.mark.parametrize("name", ["clerk", "billing officer", "auditor"])
def test_no_other_staff_grants_a_role(client, establishment, name):
    client.force_login(factories.make_staff(name))
    assert grant(client, factories.make_user(), establishment).status_code == 403


# The first insured date


def correct(client, subscriber, **overrides):
    values = {"first_insured_on": "03/07/2024", "reason": "شهادة من التأمينات"} | overrides
    return client.post(f"/admin/registry/subscriber/{subscriber.pk}/change/", values)


@pytest.fixture
def clerk(client):
    user = factories.make_staff("clerk")
    client.force_login(user)
    return user


def test_a_clerk_corrects_the_first_insured_date_and_the_log_keeps_both_days(client, clerk):
    subscriber = factories.make_subscriber()
    assert "سبب" in said(client.get(f"/admin/registry/subscriber/{subscriber.pk}/change/"))
    assert correct(client, subscriber, full_name_ar="آخر", birth_date="01/01/1990").status_code == 302
    before = (subscriber.full_name_ar, subscriber.birth_date)
    subscriber.refresh_from_db()
    assert subscriber.first_insured_on == datetime.date(2024, 7, 3)
    assert (subscriber.full_name_ar, subscriber.birth_date) == before
    entry = LogEntry.objects.get(user=clerk)
    assert entry.change_message == "2020-01-01 → 2024-07-03: شهادة من التأمينات"
    assert correct(client, subscriber, first_insured_on="").status_code == 302
    subscriber.refresh_from_db()
    assert subscriber.first_insured_on is None


def test_closed_months_keep_their_law_and_open_ones_follow_the_corrected_date(client, clerk, contract):
    factories.make_month(contract, Month(2026, 8), 80)
    factories.close_month(Month(2026, 8))
    correct(client, contract.subscriber)
    factories.make_month(contract, Month(2026, 9), 80)
    factories.close_month(Month(2026, 9))
    laws = Accrual.objects.order_by("month").values_list("rule_set__law", flat=True)
    assert list(laws) == ["old", "new"]


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"first_insured_on": "01/01/1980"}, "errornote"),
        ({"first_insured_on": "x"}, "errorlist"),
        ({"reason": ""}, "errorlist"),
    ],
)
def test_a_day_that_cannot_be_or_no_reason_changes_nothing(client, clerk, overrides, words):
    subscriber = factories.make_subscriber()
    answer = correct(client, subscriber, **overrides)
    assert answer.status_code == 200
    assert words in said(answer)
    subscriber.refresh_from_db()
    assert subscriber.first_insured_on == datetime.date(2020, 1, 1)


@pytest.mark.parametrize("name", ["billing officer", "auditor", ""])
def test_nobody_else_corrects_it(client, name):
    """A superuser neither: it decides over money."""
    user = factories.make_staff(name) if name else factories.make_user(is_staff=True, is_superuser=True)
    client.force_login(user)
    assert correct(client, factories.make_subscriber()).status_code == 403


def test_a_superuser_links_a_subscriber_with_the_account_of_the_same_id(client, superuser):
    subscriber = factories.make_subscriber()
    stranger = factories.make_subscriber()
    user = factories.make_user(national_id=subscriber.national_id)
    picked = {"action": "link_accounts", "_selected_action": [subscriber.pk, stranger.pk]}
    client.post("/admin/registry/subscriber/", picked)
    assert Subscriber.objects.get(user=user) == subscriber
    stranger.refresh_from_db()
    assert stranger.user is None
    assert LogEntry.objects.get().object_id == str(subscriber.pk)


def test_nobody_else_links(client):
    subscriber = factories.make_subscriber()
    factories.make_user(national_id=subscriber.national_id)
    client.force_login(factories.make_staff("clerk"))
    client.post("/admin/registry/subscriber/", {"action": "link_accounts", "_selected_action": [subscriber.pk]})
    subscriber.refresh_from_db()
    assert subscriber.user is None


# Accounts


def account(user: User, **overrides) -> dict:
    values = {
        "national_id": user.national_id,
        "full_name": user.full_name,
        "email": "",
        "mobile": "",
        "language": "",
        "is_active": "on",
    }
    return values | overrides


def test_a_superuser_makes_an_account_in_whatever_digits(client, superuser):
    number = factories.national_id(77)
    arabic = number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    password = "Wahat-Nakhl-1448"
    values = {"national_id": arabic, "full_name": "أمل الحربي", "password1": password, "password2": password}
    assert client.post("/admin/accounts/user/add/", values).status_code == 302
    user = User.objects.get(national_id=number)
    assert user.check_password(password)
    assert not user.is_staff


def test_a_weak_password_or_a_wrong_id_makes_no_account(client, superuser):
    values = {"national_id": "1000000000", "full_name": "س", "password1": "12345", "password2": "12345"}
    assert client.post("/admin/accounts/user/add/", values).status_code == 200
    assert User.objects.count() == 1


def test_a_superuser_gives_a_staff_role(client, superuser):
    user = factories.make_user()
    group = Group.objects.get(name="auditor")
    page = reverse("admin:accounts_user_change", args=[user.pk])
    assert client.post(page, account(user, is_staff="on", groups=[group.pk])).status_code == 302
    user.refresh_from_db()
    assert user.is_staff
    assert list(user.groups.all()) == [group]


def rights(user) -> list[tuple]:
    events = SecurityEvent.objects.filter(kind=Event.STAFF_RIGHTS_CHANGED, user=user).order_by("pk")
    return [(event.by, event.details["before"], event.details["after"]) for event in events]


def test_every_change_of_rights_is_in_the_security_log_with_before_and_after(client, superuser):
    user = factories.make_user()
    clerk, officer = (Group.objects.get(name=name).pk for name in ("clerk", "billing officer"))
    page = reverse("admin:accounts_user_change", args=[user.pk])
    client.post(page, account(user, is_staff="on", groups=[clerk, officer]))
    client.post(page, account(user, is_staff="on", groups=[clerk, officer], full_name="اسم آخر"))
    client.post(page, account(user, is_staff="on", is_superuser="on"))
    without = account(user)
    del without["is_active"]
    client.post(page, without)
    assert rights(user) == [
        (superuser, "active", "active staff: billing officer, clerk"),
        (superuser, "active staff: billing officer, clerk", "active staff superuser"),
        (superuser, "active staff superuser", ""),
    ]
    assert user.national_id not in str(list(SecurityEvent.objects.values()))


@pytest.mark.parametrize("name", ["clerk", "billing officer", "auditor"])
def test_no_other_staff_gives_rights_to_himself_or_anybody(client, name):
    staff = factories.make_staff(name)
    client.force_login(staff)
    for user in (staff, factories.make_user()):
        page = reverse("admin:accounts_user_change", args=[user.pk])
        values = account(user, is_staff="on", is_superuser="on", groups=[Group.objects.get(name="auditor").pk])
        assert client.post(page, values).status_code == 403
        user.refresh_from_db()
        assert not user.is_superuser
        assert not rights(user)


def test_a_superuser_gives_himself_no_role_in_an_establishment(client, superuser, establishment):
    answer = grant(client, superuser, establishment, role="owner")
    assert answer.status_code == 200
    assert "لا يمنح أحد نفسه صلاحية" in said(answer)
    assert not Membership.objects.exists()


def test_roles_given_and_ended_here_are_in_the_security_log_too(client, superuser, establishment):
    person = factories.make_user()
    grant(client, person, establishment)
    role = Membership.objects.get(user=person)
    client.post(f"{ROLES}{role.pk}/change/", {"ends_on": "2026-10-31", "reason": "انتقال"})
    events = SecurityEvent.objects.filter(user=person, by=superuser).order_by("pk")
    assert [event.kind for event in events] == [Event.ROLE_GRANTED, Event.ROLE_ENDED]


@pytest.mark.parametrize(
    ("superuser_too", "names", "words"),
    [
        (True, ["billing officer"], "لا تُجمع معه صلاحية موظف"),
        (False, ["auditor", "billing officer"], "لا تُجمع معه صلاحية أخرى"),
        (False, ["clerk", "auditor"], "لا تُجمع معه صلاحية أخرى"),
    ],
)
def test_roles_that_do_not_go_together_are_refused_with_the_reason(client, superuser, superuser_too, names, words):
    user = factories.make_user()
    groups = [Group.objects.get(name=name).pk for name in names]
    values = account(user, is_staff="on", groups=groups) | ({"is_superuser": "on"} if superuser_too else {})
    answer = client.post(reverse("admin:accounts_user_change", args=[user.pk]), values)
    assert (answer.status_code, words in said(answer)) == (200, True)
    assert not user.groups.exists()


def test_a_superuser_does_no_work_of_a_group_that_he_is_in(client, superuser):
    superuser.groups.set(Group.objects.all())
    for page in ("/staff/billing-runs/start/2026-09/", "/staff/billing-runs/", "/staff/establishments/"):
        assert client.get(page).status_code == 403
    assert client.post("/staff/billing-runs/start/2026-09/").status_code == 403


def test_an_account_keeps_its_id_its_address_and_its_number(client, superuser):
    user = factories.make_user(email="old@example.com", mobile="+966512345678")
    values = account(user, national_id=factories.national_id(66), email="x@example.com", mobile="1", full_name="اسم")
    assert client.post(reverse("admin:accounts_user_change", args=[user.pk]), values).status_code == 302
    before = (user.national_id, user.email, user.mobile)
    user.refresh_from_db()
    assert (user.national_id, user.email, user.mobile) == before
    assert user.full_name == "اسم"


def test_a_name_holds_no_marks_that_turn_the_text(client, superuser):
    user = factories.make_user()
    values = account(user, full_name="أمل\u202e الحربي")
    assert client.post(reverse("admin:accounts_user_change", args=[user.pk]), values).status_code == 200
    user.refresh_from_db()
    assert "\u202e" not in user.full_name


def test_a_new_account_is_made_after_asking_first_and_is_in_the_log(client, superuser, clock):
    client.get("/admin/")
    clock.shift(datetime.timedelta(minutes=6))
    page, ask = "/admin/accounts/user/add/", "/account/reauthenticate/"
    assert client.get(page)["Location"] == f"{ask}?next={page}"
    client.post(ask, {"password": factories.PASSWORD, "next": page})
    number, password = factories.national_id(77), "Wahat-Nakhl-1448"
    values = {"national_id": number, "full_name": "أمل الحربي", "password1": password, "password2": password}
    assert client.post(page, values).status_code == 302
    event = SecurityEvent.objects.get(kind=Event.ACCOUNT_OPENED)
    assert (event.user.national_id, event.by, event.address) == (number, superuser, "127.0.0.1")


def test_a_billing_officer_reads_how_people_are_reached_and_not_who_they_are(client, officer):
    subscriber = factories.make_subscriber(mobile="+966512345678", birth_date=datetime.date(1991, 7, 9))
    pages = ["/admin/registry/subscriber/", f"/admin/registry/subscriber/{subscriber.pk}/change/"]
    for page in pages:
        html = said(client.get(page))
        assert subscriber.full_name_ar in html
        assert subscriber.national_id not in html
        assert "1991" not in html
    assert "+966512345678" in html
    assert not client.get(pages[0], {"q": subscriber.national_id[:5]}).context["cl"].result_count


@pytest.mark.parametrize("model", ["contracts/contract", "timesheets/monthtotal", "accruals/subscribermonth"])
def test_no_part_of_an_id_is_found_out_by_searching_what_belongs_to_its_person(client, officer, contract, model):
    number = contract.subscriber.national_id
    factories.make_month(contract, Month(2026, 9), 8)
    factories.close_month(Month(2026, 9))
    found = [client.get(f"/admin/{model}/", {"q": q}).context["cl"].result_count for q in (number[:6], number)]
    assert found == [0, 1]


def test_nobody_changes_his_own_rights(client, superuser):
    page = reverse("admin:accounts_user_change", args=[superuser.pk])
    without = account(superuser, full_name="اسم جديد")
    del without["is_active"]
    assert client.post(page, without).status_code == 302
    superuser.refresh_from_db()
    assert superuser.full_name == "اسم جديد"
    assert (superuser.is_active, superuser.is_staff, superuser.is_superuser) == (True, True, True)


def test_a_superuser_sets_a_password_and_never_takes_it_away(client, superuser):
    user = factories.make_user()
    page = reverse("admin:auth_user_password_change", args=[user.pk])
    assert "كلمة مرور جديدة" in said(client.get(page))
    client.post(page, {"usable_password": "false", "unset-password": "1"})
    user.refresh_from_db()
    assert user.check_password(factories.PASSWORD)
    new = {"password1": "Wahat-Nakhl-1448", "password2": "Wahat-Nakhl-1448", "set-password": "1"}
    assert client.post(page, new).status_code == 302
    user.refresh_from_db()
    assert user.check_password("Wahat-Nakhl-1448")


def test_whose_password_is_set_is_told_and_wrong_ones_count_no_more(client, superuser):
    user = factories.make_user(mobile="+966512345678")
    login = {"login": user.national_id, "password": "wrong"}
    for _ in range(5):
        Client().post("/account/login/", login)
    new = {"password1": "Wahat-Nakhl-1448", "password2": "Wahat-Nakhl-1448", "set-password": "1"}
    client.post(reverse("admin:auth_user_password_change", args=[user.pk]), new)
    assert "تغيّرت كلمة المرور" in Message.objects.get(recipient=user.mobile).body
    assert Client().post("/account/login/", {**login, "password": new["password1"]})["Location"] == "/home/"
    event = SecurityEvent.objects.get(kind=Event.PASSWORD_CHANGED)
    assert (event.user, event.by) == (user, superuser)
    assert LogEntry.objects.get().object_id == str(user.pk)


# Second factors


def factors_page(user: User) -> str:
    return reverse("admin:accounts_user_factors", args=[user.pk])


@pytest.fixture
def protected():
    user = factories.make_user(email="noura@example.com")
    factors.set_up_app(user)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "جوال نورة", "credential": {}})
    return user


def test_the_page_of_an_account_says_what_is_set_up_and_no_secret(client, superuser, protected):
    page = said(client.get(reverse("admin:accounts_user_change", args=[protected.pk])))
    assert "رموز الاسترداد، تطبيق المصادقة، مفاتيح المرور" in page
    assert factors_page(protected) in page
    assert not [word for row in Authenticator.objects.all() for word in row.data.values() if word and str(word) in page]
    factors.set_up_app(superuser)
    for user in (superuser, factories.make_user()):
        page = said(client.get(reverse("admin:accounts_user_change", args=[user.pk])))
        assert factors_page(user) not in page
        assert "None" not in page


def test_a_superuser_removes_the_factors_of_who_has_lost_them(client, superuser, protected):
    elsewhere = Client()
    elsewhere.force_login(protected)
    UserSession.objects.create(user=protected, ip="127.0.0.1", session_key=elsewhere.session.session_key)
    assert "رموز الاسترداد، تطبيق المصادقة، مفاتيح المرور" in said(client.get(factors_page(protected)))
    answer = client.post(factors_page(protected), {"reason": "فقدت هاتفها وحضرت بهويتها"})
    assert answer["Location"] == reverse("admin:accounts_user_change", args=[protected.pk])
    assert not Authenticator.objects.exists()
    assert elsewhere.get("/home/")["Location"].startswith("/account/login/")
    event = SecurityEvent.objects.get(kind=Event.FACTOR_REMOVED)
    assert (event.user, event.by, event.details) == (protected, superuser, {"factor": "recovery_codes+totp+webauthn"})
    assert LogEntry.objects.get().change_message == "أُزيل العامل الثاني: فقدت هاتفها وحضرت بهويتها"
    letter = Message.objects.get(recipient=protected.email)
    assert letter.subject == "أُزيل العامل الثاني"
    assert "127.0.0.1" not in letter.body
    assert client.get(factors_page(protected)).status_code == 404


def test_factors_stay_without_a_reason(client, superuser, protected):
    assert "errorlist" in said(client.post(factors_page(protected), {"reason": " "}))
    assert Authenticator.objects.filter(user=protected).count() == 3


def test_factors_are_removed_after_asking_again(client, superuser, protected, clock):
    clock.shift(datetime.timedelta(minutes=6))
    address = factors_page(protected)
    assert client.post(address, {"reason": "x"})["Location"] == f"/account/reauthenticate/?next={address}"
    assert Authenticator.objects.filter(user=protected).exists()
    client.post("/account/reauthenticate/", {"password": factories.PASSWORD, "next": address})
    assert not Authenticator.objects.filter(user=protected).exists()


def test_nobody_removes_his_own_factors_here_and_no_other_staff_anybodys(client, superuser, protected):
    factors.set_up_app(superuser)
    for user, target in ((superuser, superuser), *((factories.make_staff(name), protected) for name in StaffRole)):
        client.force_login(user)
        assert client.get(factors_page(target)).status_code == 403
        assert client.post(factors_page(target), {"reason": "x"}).status_code == 403
    assert Authenticator.objects.filter(user=superuser).count() == 2
    assert Authenticator.objects.filter(user=protected).count() == 3


@pytest.mark.parametrize("name", ["clerk", "billing officer", "auditor"])
def test_no_other_staff_changes_an_account(client, name):
    user = factories.make_user()
    client.force_login(factories.make_staff(name))
    page = reverse("admin:accounts_user_change", args=[user.pk])
    assert client.post(page, account(user, is_superuser="on")).status_code == 403
    assert client.post(reverse("admin:auth_user_password_change", args=[user.pk]), {}).status_code == 403
    assert client.post("/admin/accounts/user/add/", {}).status_code == 403


# Rules


def rule(client, **overrides):
    values = {
        "key": "hazards_rate",
        "law": "",
        "effective_from": "01/01/2027",
        "value": "2.50",
        "legal_reference": "قرار مجلس الوزراء 99",
        "note": "",
    }
    return client.post(RULE, values | overrides)


def test_a_change_of_a_rule_is_a_new_row_from_a_day_on(client, officer):
    assert rule(client).status_code == 302
    added = Regulation.objects.get(key="hazards_rate", effective_from="2027-01-01")
    assert (added.value, added.unit) == ("2.50", "percent")
    assert regulations.rules_of(Month(2026, 12)).hazards_rate == 2000
    assert regulations.rules_of(Month(2027, 1)).hazards_rate == 2500
    assert LogEntry.objects.get().user == officer


def test_a_rule_leaves_room_for_what_is_decided_for_later(client, officer):
    assert rule(client, key="due_day", value="10", effective_from="01/03/2027").status_code == 302
    answer = rule(client, key="invoice_day", value="12", effective_from="01/01/2027")
    assert "2027-03-01" in said(answer)
    assert regulations.rules_of(Month(2027, 1)).invoice_day == 6


def test_arabic_digits_are_read(client, officer):
    assert rule(client, value="٢.٥").status_code == 302
    assert Regulation.objects.get(key="hazards_rate", effective_from="2027-01-01").value == "2.50"


def test_a_closed_month_keeps_its_rules(client, officer, contract):
    factories.make_month(contract, Month(2026, 9), 8)
    factories.close_month(Month(2026, 9))
    answer = rule(client, effective_from="30/09/2026")
    assert answer.status_code == 200
    assert "2026-10-01" in said(answer)
    assert rule(client, effective_from="01/10/2026").status_code == 302


def test_a_row_in_use_can_only_be_read_and_one_to_come_can_be_corrected(client, officer, contract):
    factories.make_month(contract, Month(2026, 9), 8)
    factories.close_month(Month(2026, 9))
    used = Regulation.objects.get(key="hazards_rate")
    coming = Regulation.objects.get(key="annuities_rate", law="new", effective_from="2027-07-01")
    page = "/admin/regulations/regulation/{}/change/"
    values = {"effective_from": "01/07/2027", "value": "10.75", "legal_reference": "مرسوم", "note": ""}
    assert client.get(page.format(used.pk)).status_code == 200
    assert client.post(page.format(used.pk), values | {"key": used.key, "law": ""}).status_code == 403
    assert client.post(page.format(coming.pk), values | {"key": used.key, "law": "old"}).status_code == 302
    coming.refresh_from_db()
    assert (coming.key, coming.law, coming.value) == ("annuities_rate", "new", "10.75")
    assert client.post(page.format(coming.pk), values | {"value": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"value": "abc"}, "رقم من 0 إلى 100"),
        ({"value": "101"}, "رقم من 0 إلى 100"),
        ({"value": "-1"}, "رقم من 0 إلى 100"),
        ({"value": "2.555"}, "رقم من 0 إلى 100"),
        ({"key": "minutes_per_day", "value": "0"}, "رقم من"),
        ({"key": "due_day", "value": "31"}, "رقم من 1 إلى 28"),
        ({"key": "cap_scope", "value": "lapse"}, "القيم الممكنة"),
        ({"key": "max_minutes_day", "value": "1441"}, "رقم من 0 إلى 1440"),
        ({"key": "max_credit_days", "value": "32"}, "رقم من 0 إلى 31"),
        ({"key": "entry_grace_days", "value": "6"}, "أقل من 6"),
        ({"key": "invoice_day", "value": "5"}, "أكبر من 5"),
        ({"key": "invoice_day", "value": "15"}, "أقل من 15"),
        ({"key": "due_day", "value": "6"}, "أكبر من 6"),
        ({"key": "wage_floor", "value": "45000.01"}, "لا يزيد على 45000.00"),
        ({"key": "wage_ceiling", "value": "1499.99"}, "لا يقل عن 1500.00"),
        ({"key": "max_minutes_day_total", "value": "719"}, "لا يقل عن 720"),
        ({"key": "min_age", "value": "65"}, "لا يزيد على 64"),
        ({"key": "first_month", "value": "2020-01-01"}, "errorlist"),
        ({"key": "annuities_rate", "law": ""}, "لكل نظام"),
        ({"law": "new"}, "واحدة في كلا النظامين"),
        ({"effective_from": "2026-02-30"}, "errorlist"),
        ({"effective_from": "19/05/2024", "value": "3"}, "errorlist"),
        ({"legal_reference": ""}, "errorlist"),
    ],
)
def test_a_value_that_nothing_could_read_is_refused(client, officer, overrides, words):
    before = Regulation.objects.count()
    answer = rule(client, **overrides)
    assert answer.status_code == 200
    assert words in said(answer)
    assert Regulation.objects.count() == before


def test_no_other_staff_writes_a_rule_and_a_superuser_neither(client):
    rows = list(Regulation.objects.order_by("pk").values())
    coming = Regulation.objects.get(key="annuities_rate", law="new", effective_from="2027-07-01")
    values = {"effective_from": "01/07/2027", "value": "1.00", "legal_reference": "مرسوم", "note": ""}
    superuser = factories.make_user(is_staff=True, is_superuser=True)
    for user in (factories.make_staff("clerk"), factories.make_staff("auditor"), superuser):
        client.force_login(user)
        assert client.get(RULE).status_code == 403
        assert rule(client).status_code == 403
        assert client.post(f"/admin/regulations/regulation/{coming.pk}/change/", values).status_code == 403
    assert rows == list(Regulation.objects.order_by("pk").values())
