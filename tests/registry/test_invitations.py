"""Invitations as the services keep them: sent once, open for a week, taken once, by the person invited."""

import datetime
import re

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from apps.accounts.choices import Event
from apps.accounts.models import SecurityEvent, User
from apps.accounts.rules import AccountExists
from apps.outbox.choices import Failure
from apps.outbox.models import Message
from apps.outbox.rules import Attempt
from apps.outbox.services import deliver_next
from apps.registry import rules, services
from apps.registry.choices import InvitationState
from apps.registry.models import Invitation, Membership, Subscriber
from apps.registry.services import Offer
from tests import factories
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 10, 20)
WEEK = datetime.timedelta(days=7)
OFFER = Offer("1012345672", "صالح الحربي", "viewer", "+966512345678")


def invite(establishment, by, now=NOW, **values):
    offer = OFFER._replace(**values)
    return services.invite_member(
        establishment=establishment,
        offer=offer,
        by=by,
        now=now,
        today=now.date(),
        link_for=lambda token: f"/i/{token}/",
    )


def last_token() -> str:
    return re.search(r"/i/([\w-]+)/", Message.objects.latest("pk").body)[1]


def accept(token, user, now=NOW):
    return services.accept_invitation(token=token, user=user, now=now, today=now.date())


def test_the_link_leaves_by_text_and_only_its_digest_stays(establishment, noura):
    invitation = invite(establishment, noura)
    message, token = Message.objects.get(), last_token()
    assert (message.recipient, message.is_secret) == ("+966512345678", True)
    assert len(token) >= 22
    assert invitation.token_digest == rules.digest(token)
    assert invitation.expires_at == NOW + WEEK
    event = SecurityEvent.objects.get(kind=Event.ROLE_INVITED)
    assert (event.by, event.user) == (noura, None)
    assert not {"1012345672", "+966512345678", token} & set(map(str, event.details.values()))


def test_without_a_mobile_number_it_leaves_by_e_mail(establishment, noura):
    invite(establishment, noura, mobile="", email="saleh@example.com")
    assert Message.objects.get().recipient == "saleh@example.com"


@pytest.mark.parametrize("typed", [{"mobile": "+966599999999"}, {"mobile": "", "email": "other@example.com"}])
def test_a_number_on_file_stands_before_whatever_was_typed(establishment, noura, typed):
    factories.make_subscriber(national_id="1012345672", mobile="+966500000001")
    invite(establishment, noura, **typed)
    assert [message.recipient for message in Message.objects.all()] == ["+966500000001"]
    user = open_account(last_token()).user
    assert (user.mobile, user.email) == ("+966500000001", "")


def open_account(token, national_id="1012345672", now=NOW, **more):
    return services.open_account_with_invitation(
        token=token,
        national_id=national_id,
        password=factories.PASSWORD,
        visit=factories.VISIT,
        now=now,
        today=now.date(),
        **more,
    )


def test_a_subscriber_whose_link_went_to_the_number_on_file_sees_his_own_pages(establishment, noura):
    subscriber = factories.make_subscriber(national_id="1012345672", mobile="+966500000001")
    invitation = invite(establishment, noura)
    assert not services.asks_birth_date(invitation)
    user = open_account(last_token()).user
    subscriber.refresh_from_db()
    assert subscriber.user == user
    assert user.full_name == subscriber.full_name_ar
    assert user.terms_acceptances.get().accepted_at == NOW


BORN = datetime.date(1995, 3, 14)


def test_a_link_to_any_other_number_opens_a_subscribers_account_with_his_birth_date_alone(establishment, noura):
    """ID and number beside it were typed by whoever invites: he could be both inviting and invited."""
    subscriber = factories.make_subscriber(national_id="1012345672", birth_date=BORN)
    invitation = invite(establishment, noura)
    assert services.asks_birth_date(invitation)
    for wrong in (None, datetime.date(1995, 3, 15)):
        with pytest.raises(rules.InvitationOfAnother):
            open_account(last_token(), birth_date=wrong)
    assert not User.objects.filter(national_id="1012345672").exists()
    user = open_account(last_token(), birth_date=BORN).user
    subscriber.refresh_from_db()
    assert (subscriber.user, user.full_name) == (user, subscriber.full_name_ar)


def test_a_number_that_came_on_file_after_the_link_had_left_proves_nothing(establishment, noura):
    factories.make_subscriber(national_id="1012345672", birth_date=BORN)
    invitation = invite(establishment, noura)
    Subscriber.objects.update(mobile="+966500000001")
    assert services.asks_birth_date(invitation)
    with pytest.raises(rules.InvitationOfAnother):
        open_account(last_token())
    assert open_account(last_token(), birth_date=BORN).user.mobile == "+966500000001"


@pytest.mark.parametrize("values", [{}, {"mobile": "", "email": "saleh@example.com"}])
def test_the_link_is_worth_sending_as_long_as_it_holds_and_keeps_its_words(establishment, noura, values):
    invitation = invite(establishment, noura, **values)
    tried = deliver_next(send=lambda message: Attempt(Failure.BUSY), now=NOW + datetime.timedelta(hours=2))
    message = Message.objects.get()
    assert (tried, message.expires_at, message.given_up_at) == (message, invitation.expires_at, None)
    assert last_token()


def lapse(establishment, noura, how):
    if how == "by date":
        noura.memberships.update(ends_on=TODAY - datetime.timedelta(days=1))
    elif how == "by a superuser":
        factories.make_membership(establishment=establishment)
        services.end_membership(
            membership=noura.memberships.get(), ends_on=None, by=factories.make_user(), now=NOW, today=TODAY
        )
    elif how == "another role":
        noura.memberships.update(role="supervisor")
    else:
        User.objects.filter(pk=noura.pk).update(is_active=False)


@pytest.mark.parametrize("how", ["by date", "by a superuser", "another role", "account"])
def test_nobody_gives_through_a_link_what_he_may_give_no_longer(establishment, noura, how):
    guest = factories.make_user(national_id="1012345672")
    invite(establishment, noura)
    lapse(establishment, noura, how)
    for act in (lambda: accept(last_token(), guest), lambda: open_account(last_token())):
        with pytest.raises(rules.InvitationGone):
            act()
    assert not Membership.objects.filter(user=guest).exists()


def test_a_clerks_invitation_of_an_owner_lasts_as_long_as_his_right(establishment):
    clerk, guest = factories.make_staff("clerk"), factories.make_user(national_id="1012345672")
    make = {"establishment": establishment, "invited_by": clerk, "national_id": guest.national_id, "role": "owner"}
    factories.make_invitation(**make)
    clerk.groups.clear()
    with pytest.raises(rules.InvitationGone):
        accept("a-link", guest)
    clerk.groups.add(Group.objects.get(name="clerk"))
    assert accept("a-link", guest).role == "owner"


def test_who_sends_a_link_again_stands_for_it(establishment, noura):
    guest = factories.make_user(national_id="1012345672")
    invitation = invite(establishment, noura)
    second = factories.make_member("هند", establishment=establishment, role="owner")
    noura.memberships.update(ends_on=TODAY - datetime.timedelta(days=1))
    services.resend_invitation(
        invitation=invitation, by=second, now=NOW, today=TODAY, link_for=lambda token: f"/i/{token}/"
    )
    assert accept(last_token(), guest).granted_by == second


def test_the_person_takes_the_role_and_the_link_is_used_up(establishment, noura):
    guest = factories.make_user(national_id="1012345672")
    invitation = invite(establishment, noura, ends_on=datetime.date(2026, 12, 31), office_name="مكتب الميزان")
    held = accept(last_token(), guest)
    assert (held.role, held.starts_on, held.ends_on) == ("viewer", TODAY, datetime.date(2026, 12, 31))
    assert (held.office_name, held.granted_by) == ("مكتب الميزان", noura)
    invitation.refresh_from_db()
    assert invitation.state(NOW) == InvitationState.ACCEPTED
    with pytest.raises(rules.InvitationGone):
        accept(last_token(), guest)


def test_another_person_takes_nothing_with_the_link(establishment, noura, salem):
    invite(establishment, noura)
    with pytest.raises(rules.InvitationOfAnother):
        accept(last_token(), salem)
    with pytest.raises(rules.InvitationOfAnother):
        open_account(last_token(), "1098765439")
    assert Invitation.objects.get().state(NOW) == InvitationState.OPEN


def test_who_has_no_account_gets_one_with_the_one_number_that_the_link_proved(establishment, noura):
    invite(establishment, noura, email="saleh@example.com")
    held = open_account(last_token())
    assert held.user.check_password(factories.PASSWORD)
    assert (held.user.mobile, held.user.email, held.user.full_name) == ("+966512345678", "", "صالح الحربي")
    assert SecurityEvent.objects.filter(kind=Event.ACCOUNT_OPENED, user=held.user).count() == 1


def test_who_has_an_account_opens_no_second_one_by_link(establishment, noura):
    known = factories.make_user(national_id="1012345672")
    invite(establishment, noura)
    with pytest.raises(AccountExists):
        open_account(last_token())
    known.refresh_from_db()
    assert known.check_password(factories.PASSWORD)
    assert not Membership.objects.filter(user=known).exists()


def test_after_a_week_or_a_withdrawal_or_a_new_link_the_old_one_is_dead(establishment, noura):
    guest = factories.make_user(national_id="1012345672")
    invitation = invite(establishment, noura)
    first = last_token()
    for act in (lambda: accept(first, guest, NOW + WEEK), lambda: accept("no-such-link", guest)):
        with pytest.raises(rules.InvitationGone):
            act()
    later = NOW + 2 * WEEK
    services.resend_invitation(
        invitation=invitation, by=noura, now=later, today=later.date(), link_for=lambda token: f"/i/{token}/"
    )
    second = last_token()
    with pytest.raises(rules.InvitationGone):
        accept(first, guest, later)
    services.withdraw_invitation(invitation=invitation, by=noura, now=later, today=later.date())
    with pytest.raises(rules.InvitationGone):
        accept(second, guest, later)
    with pytest.raises(rules.InvitationGone):
        services.withdraw_invitation(invitation=invitation, by=noura, now=later, today=later.date())


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"mobile": ""}, rules.ContactMissing),
        (
            {"role": "supervisor", "office_name": "مكتب", "ends_on": datetime.date(2026, 12, 31)},
            rules.DelegationNotLimited,
        ),
        ({"office_name": "مكتب"}, rules.DelegationNotEnding),
        ({"ends_on": datetime.date(2026, 10, 19)}, rules.LastDayPast),
    ],
)
def test_what_cannot_be_offered_is_refused(establishment, noura, values, refusal):
    with pytest.raises(refusal):
        invite(establishment, noura, **values)
    assert not Message.objects.exists()


def test_a_member_an_invited_person_and_oneself_are_not_invited(establishment, noura, badr):
    with pytest.raises(rules.RoleHeld):
        invite(establishment, noura, national_id=badr.national_id)
    with pytest.raises(rules.OwnGrant):
        invite(establishment, noura, national_id=noura.national_id)
    invite(establishment, noura)
    with pytest.raises(rules.InvitationWaiting):
        invite(establishment, noura)
    assert Message.objects.count() == 1


@pytest.mark.parametrize("role", ["supervisor", "hours_clerk", "accountant", "viewer", None])
def test_nobody_but_an_owner_invites(establishment, noura, salem, role):
    by = factories.make_member("عضو", establishment=establishment, role=role) if role else salem
    invitation = invite(establishment, noura)
    with pytest.raises(rules.NotGranted):
        invite(establishment, by, national_id="1098765439")
    with pytest.raises(rules.NotGranted):
        services.withdraw_invitation(invitation=invitation, by=by, now=NOW, today=TODAY)


@pytest.mark.parametrize(
    "fields",
    [
        {"accepted_at": NOW},
        {"withdrawn_at": NOW},
        {"mobile": "", "email": ""},
        {"expires_at": NOW},
        {"national_id": "3012345672"},
        {"office_name": "مكتب", "role": "owner"},
    ],
)
def test_the_database_refuses_an_invitation_whose_stamps_disagree(establishment, noura, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_invitation(establishment=establishment, invited_by=noura, **fields)


def test_the_database_keeps_one_waiting_invitation_of_a_person(establishment, noura):
    factories.make_invitation(establishment=establishment, invited_by=noura, national_id="1012345672")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_invitation(
            establishment=establishment, invited_by=noura, national_id="1012345672", token_digest="2" * 64
        )
    assert User.objects.filter(national_id="1012345672").count() == 0
