"""Users and permissions of an establishment: who sees the pages, what an owner does there, and what he cannot."""

import datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from apps.outbox.models import Message
from apps.registry.models import Invitation, Membership
from tests import factories
from tests.conftest import NOW
from tests.sessions import sign_in_afresh

pytestmark = pytest.mark.django_db

TOMORROW = "21/10/2026"


@pytest.fixture
def address(establishment):
    return reverse("registry:member_list", args=[establishment.unified_number])


def act(name, establishment, held, **more):
    return reverse(f"registry:{name}", args=[establishment.unified_number, held.public_id])


def pages(establishment, member, invitation) -> dict[str, str]:
    """The pages of an owner alone."""
    return {
        "invite": reverse("registry:member_invite", args=[establishment.unified_number]),
        "role": act("member_role", establishment, member),
        "end": act("member_end", establishment, member),
        "resend": act("invitation_resend", establishment, invitation),
        "withdraw": act("invitation_withdraw", establishment, invitation),
    }


@pytest.mark.parametrize(
    ("role", "seen", "managed"),
    [
        ("owner", 200, 200),
        ("supervisor", 403, 403),
        ("hours_clerk", 403, 403),
        ("accountant", 403, 403),
        ("viewer", 403, 403),
        (None, 404, 404),
    ],
)
def test_each_role_gets_its_pages_and_a_refusal_says_who_can(
    client, establishment, noura, salem, address, role, seen, managed
):
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura)
    user = factories.make_member("عضو", establishment=establishment, role=role) if role else salem
    sign_in_afresh(client, user)
    answer = client.get(address)
    assert answer.status_code == seen
    assert client.get(address, {"export": "xlsx"}).status_code == managed
    if seen == 403:
        assert "نورة العتيبي" in answer.content.decode()
    before = list(Membership.objects.order_by("pk").values()), list(Invitation.objects.values())
    for page in pages(establishment, noura.memberships.get(), invitation).values():
        assert client.get(page).status_code == managed
        if managed != 200:
            assert client.post(page, {"do": "change", "role": "viewer"}).status_code == managed
    assert before == (list(Membership.objects.order_by("pk").values()), list(Invitation.objects.values()))


def test_a_visitor_is_led_to_sign_in(client, establishment, noura, address):
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura)
    for page in (address, *pages(establishment, noura.memberships.get(), invitation).values()):
        assert client.get(page)["Location"] == f"/account/login/?next={page}"


def test_what_belongs_to_another_establishment_is_not_there(client, establishment, noura, salem):
    elsewhere = salem.memberships.get()
    invitation = factories.make_invitation(establishment=elsewhere.establishment, invited_by=salem)
    sign_in_afresh(client, noura)
    for page in list(pages(establishment, elsewhere, invitation).values())[1:]:
        assert client.get(page).status_code == client.post(page).status_code == 404


def test_the_list_shows_people_with_role_office_and_last_sign_in(client, establishment, noura, badr, salem, address):
    badr.last_login = NOW
    badr.save(update_fields=["last_login"])
    office = {"office_name": "مكتب الميزان", "starts_on": NOW.date(), "ends_on": datetime.date(2027, 1, 31)}
    factories.make_membership(establishment=establishment, role="accountant", **office)
    factories.make_membership(
        establishment=establishment, user=salem, revoked_at=NOW, revoked_by=noura, ends_on=NOW.date()
    )
    sign_in_afresh(client, noura)
    html = client.get(address).content.decode()
    for words in ("بدر الشهري", "مُدخل ساعات", "20 أكتوبر 2026", "مكتب الميزان", "31 يناير 2027"):
        assert words in html
    assert salem.full_name not in html
    assert badr.national_id not in html


@pytest.mark.parametrize(("search", "found"), [("بدر", 1), ("الشهرى", 1), ("نوره", 1), ("سالم", 0)])
def test_people_are_found_as_names_are_written(client, noura, badr, address, search, found):
    sign_in_afresh(client, noura)
    assert client.get(address, {"q": search}).context["table"].page.paginator.count == found


def test_the_workbook_holds_the_people_and_no_acts(client, noura, badr, address):
    sign_in_afresh(client, noura)
    sheet = load_workbook(BytesIO(client.get(address, {"export": "xlsx"}).getvalue())).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:2] == ["الاسم", "الصلاحية"]
    assert "الإجراءات" not in rows[0]
    assert [row[0] for row in rows[1:]] == ["بدر الشهري", "نورة العتيبي"]


def test_the_list_costs_the_same_for_one_and_for_many(client, establishment, noura, address, django_assert_num_queries):
    sign_in_afresh(client, noura)
    client.get(address)
    with django_assert_num_queries(8):
        client.get(address)
    for _ in range(5):
        factories.make_membership(establishment=establishment)
        factories.make_invitation(establishment=establishment, invited_by=noura, token=str(_))
    with django_assert_num_queries(8):
        client.get(address)


# Roles


def test_a_role_is_changed_after_a_check_and_fails_on_the_next_click(client, establishment, noura, badr):
    sign_in_afresh(client, noura)
    page = act("member_role", establishment, badr.memberships.get())
    check = client.post(page, {"do": "check", "role": "accountant"})
    assert (check.status_code, "محاسب" in check.content.decode()) == (200, True)
    assert badr.memberships.get().role == "hours_clerk"
    hours = reverse("timesheets:month_list", args=[establishment.unified_number])
    other = type(client)()
    other.force_login(badr)
    assert other.get(hours).status_code == 200
    assert client.post(page, {"do": "change", "role": "accountant"}).status_code == 302
    assert other.get(hours).status_code == 403
    now = badr.memberships.get(revoked_at=None)
    assert client.post(act("member_end", establishment, now)).status_code == 302
    assert other.get(hours).status_code == 404


@pytest.mark.parametrize("role", ["", "hours_clerk", "king", "OWNER"])
def test_no_role_or_the_same_or_an_unknown_one_is_refused(client, establishment, noura, badr, role):
    sign_in_afresh(client, noura)
    page = act("member_role", establishment, badr.memberships.get())
    assert client.post(page, {"do": "change", "role": role}).status_code == 422
    assert badr.memberships.get().role == "hours_clerk"


def test_the_last_owner_is_told_so_and_stays(client, establishment, noura):
    sign_in_afresh(client, noura)
    member = noura.memberships.get()
    for page, values, status in (("member_role", {"do": "change", "role": "viewer"}, 422), ("member_end", {}, 409)):
        answer = client.post(act(page, establishment, member), values)
        assert answer.status_code == status
        assert "لا بد أن يبقى للمنشأة مالك" in answer.content.decode()
    assert noura.memberships.get().revoked_at is None


def test_who_lowers_himself_is_warned_and_led_to_where_he_still_may_be(client, establishment, noura):
    factories.make_member("هند", establishment=establishment, role="owner")
    sign_in_afresh(client, noura)
    page = act("member_role", establishment, noura.memberships.get())
    assert "صلاحية الحساب المستخدم نفسه" in client.post(page, {"do": "check", "role": "viewer"}).content.decode()
    assert client.post(page, {"do": "change", "role": "viewer"})["Location"] == reverse("registry:establishment_list")


def test_what_is_sent_here_asks_for_a_recent_proof_of_identity(client, establishment, noura, badr, clock):
    client.force_login(noura)
    client.get(reverse("account_home"))
    clock.move_to(NOW + datetime.timedelta(minutes=6))
    invitation = factories.make_invitation(establishment=establishment, invited_by=noura)
    for page in pages(establishment, badr.memberships.get(), invitation).values():
        assert client.get(page).status_code == 200
        answer = client.post(page, {"do": "change", "role": "viewer"})
        assert answer["Location"].startswith(reverse("account_reauthenticate"))
    assert badr.memberships.get().role == "hours_clerk"


# Invitations

SALEH = {
    "national_id": "1012345672",
    "full_name": "صالح الحربي",
    "role": "viewer",
    "mobile": "0512345678",
    "email": "",
    "ends_on": "",
    "office_name": "",
}


@pytest.fixture
def invite(client, establishment, noura):
    sign_in_afresh(client, noura)
    address = reverse("registry:member_invite", args=[establishment.unified_number])
    return lambda do="send", **values: client.post(address, {"do": do, **SALEH, **values})


def test_an_invitation_is_checked_then_sent(invite, client, address):
    check = invite("check").content.decode()
    assert "1012345672" in check
    assert not Invitation.objects.exists()
    assert 'value="صالح الحربي"' in invite("edit").content.decode()
    assert invite()["Location"] == address
    assert "http://testserver/invitations/" in Message.objects.get().body
    assert "صالح الحربي" in client.get(address).content.decode()


@pytest.mark.parametrize("typed", ["١٠١٢٣٤٥٦٧٢", "۱۰۱۲۳۴۵۶۷۲", " 1012 345 672\n", "\u200f1012345672\u200b"])
def test_an_id_is_read_in_any_digits_and_spaces(invite, typed):
    assert invite(national_id=typed).status_code == 302
    assert Invitation.objects.get().national_id == "1012345672"
    assert invite(national_id="1012345672").status_code == 422


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *[
            ("national_id", text)
            for text in ("101234567", "10123456721", "abc", "3012345672", "1012345671", "1111111111", "")
        ],
        ("national_id", "١0١2345672"),
        *[("full_name", text) for text in ("", "صالح\u202eرتكد", "\u2067صالح", "😀", "ا" * 200)],
        ("mobile", "12345"),
        ("mobile", ""),
        ("email", "not-an-address"),
        ("email", "a@example.com\nBcc: b@example.com"),
        ("role", "king"),
        ("ends_on", "19/10/2026"),
        ("ends_on", "2026-02-30"),
        ("office_name", "مكتب الميزان"),
    ],
)
def test_bad_input_is_refused_in_words_and_what_was_typed_stays(invite, field, typed):
    answer = invite(**{field: typed})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert not Invitation.objects.exists()
    assert "توجد مشكلة" in html
    kept = {**SALEH, field: typed}
    assert all(answer.context["form"][name].value() == value for name, value in kept.items())


def test_line_ends_in_a_name_become_spaces(invite):
    invite(full_name="صالح\r\nالحربي")
    assert Invitation.objects.get().full_name == "صالح الحربي"


def test_a_delegation_has_office_and_end(invite):
    assert invite(office_name="مكتب الميزان", ends_on="20/10/2027").status_code == 422
    assert invite(office_name="مكتب الميزان", ends_on="31/01/2027", role="owner").status_code == 422
    assert invite(office_name="مكتب الميزان", ends_on="31/01/2027", role="accountant").status_code == 302


def test_only_listed_fields_are_taken(invite, establishment, noura, salem):
    more = {"invited_by": salem.pk, "accepted_at": "2026-01-01", "token_digest": "x", "establishment": 999}
    invite(**more)
    invitation = Invitation.objects.get()
    assert (invitation.invited_by, invitation.establishment, invitation.accepted_at) == (noura, establishment, None)


def test_invitations_are_sent_again_and_withdrawn(client, establishment, noura, invite, address):
    invite()
    invitation = Invitation.objects.get()
    assert client.post(act("invitation_resend", establishment, invitation))["Location"] == address
    assert Message.objects.count() == 2
    assert client.post(act("invitation_withdraw", establishment, invitation))["Location"] == address
    assert "مسحوبة" in client.get(address).content.decode()
    for name in ("invitation_resend", "invitation_withdraw"):
        assert client.post(act(name, establishment, invitation)).status_code == 404


def test_so_many_invitations_and_no_more(invite, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invite": "2/m/user"}
    assert invite().status_code == 302
    assert invite(national_id="1098765439").status_code == 302
    assert invite(national_id="1000000008").status_code == 429


def test_the_switch_shows_the_office_and_the_end_of_a_delegation(client, establishment, noura):
    office = factories.make_user()
    terms = {"office_name": "مكتب الميزان", "starts_on": NOW.date(), "ends_on": datetime.date(2027, 1, 31)}
    factories.make_membership(establishment=establishment, user=office, role="accountant", **terms)
    sign_in_afresh(client, office)
    html = client.get("/establishments/").content.decode()
    assert "مكتب الميزان" in html
    assert "إلى 31 يناير 2027" in html
