"""Offers: made, answered, corrected, withdrawn, lapsed; a contract exists only once its offer is accepted."""

import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from apps.common.errors import RowsRefused
from apps.common.periods import Month, end_of_term
from apps.contracts import rules, services
from apps.contracts.choices import OPEN, OfferKind, OfferStatus
from apps.contracts.models import Contract, ContractOffer
from apps.contracts.rules import ContractRow
from apps.contracts.services import Change
from apps.outbox.models import Message
from apps.regulations.models import ClosedMonth, Regulation
from apps.regulations.rules import MonthClosed
from apps.timesheets import rules as hours
from apps.timesheets import services as timesheets
from apps.timesheets.models import HoursEntry, Timesheet
from apps.timesheets.services import reopen_months
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 10, 20)
NOW = factories.at(TODAY)
NOVEMBER = datetime.date(2026, 11, 1)


@pytest.fixture
def salma():
    """Salma is asked to work by the hour; she has an account."""
    user = factories.make_user(full_name="سلمى الشمري", mobile="+966511111111")
    return factories.make_subscriber(full_name_ar="سلمى الشمري", full_name_en="Salma Alshammari", user=user)


def row(establishment, subscriber, *, starts_on=NOVEMBER, **overrides) -> ContractRow:
    fields = {
        "contract_no": "",
        "unified_number": establishment.unified_number,
        "national_id": subscriber.national_id,
        "starts_on": starts_on,
        "ends_on": end_of_term(starts_on, months=12),
        "hourly_wage": Decimal("31.25"),
    }
    return ContractRow(**fields | overrides)


def offer(*rows, by, now=NOW, **options) -> list[ContractOffer]:
    return services.offer_contracts(rows, by=by, now=now, **options)


def accept(made, by, now=NOW):
    return services.accept_offer(offer_id=made.pk, by=by, now=now, reopen_months=reopen_months)


def propose(contract, kind, *, by, now=NOW, replaces=None, **terms) -> ContractOffer:
    change = Change(kind, **terms)
    return services.offer_change(contract_id=contract.pk, change=change, by=by, now=now, replaces=replaces)


def refusals(call, *arguments, **options) -> list[tuple[int, str, type]]:
    with pytest.raises(RowsRefused) as caught:
        call(*arguments, **options)
    return [(fault.position, fault.field, type(fault.refusal)) for fault in caught.value.rows]


@pytest.fixture
def employed(establishment, salma):
    """Her contract of the year, which ends in 72 days."""
    return factories.make_contract(establishment=establishment, subscriber=salma)


# From the offer to the contract


def test_an_offer_is_no_contract_and_its_acceptance_makes_one_with_the_very_terms(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    assert not Contract.objects.exists()
    assert (made.status, made.offered_by, made.expires_on) == ("waiting", noura, datetime.date(2026, 11, 19))
    later = factories.at(datetime.date(2026, 10, 22))
    contract = accept(made, salma.user, later)
    made.refresh_from_db()
    assert (made.status, made.answered_by, made.answered_at, made.made) == ("accepted", salma.user, later, contract)
    assert (contract.starts_on, contract.ends_on) == (NOVEMBER, datetime.date(2027, 10, 31))
    assert (contract.created_at, contract.created_by) == (later, salma.user)
    assert contract.wages.get().hourly_wage == Decimal("31.25")


def test_a_contract_is_numbered_in_the_year_of_riyadh(establishment, salma, noura):
    (made,) = offer(row(establishment, salma, starts_on=datetime.date(2026, 12, 15)), by=noura, now=NOW)
    ContractOffer.objects.update(expires_on=datetime.date(2027, 1, 5))
    an_hour_into_january = datetime.datetime(2026, 12, 31, 22, tzinfo=datetime.UTC)
    assert accept(made, salma.user, an_hour_into_january).contract_no.startswith("C-2027-")


def test_hours_of_days_before_the_acceptance_can_be_entered_once_it_is_accepted(establishment, salma, noura):
    october = Month(2026, 10)
    (made,) = offer(row(establishment, salma, starts_on=datetime.date(2026, 10, 5)), by=noura)
    contract = accept(made, salma.user)
    entry = hours.EnteredRow(contract.pk, {6: 480})
    timesheets.record_hours(establishment=establishment, month=october, rows=[entry], by=noura, now=NOW, today=TODAY)
    assert HoursEntry.objects.get().work_date == october.day(6)


def test_an_acceptance_opens_the_month_that_was_attested_without_it(establishment, contract, salma, noura):
    day = datetime.date(2026, 10, 2)
    moment = factories.at(day)
    factories.make_month(contract, Month(2026, 9), 16)
    timesheets.attest_timesheet(establishment=establishment, month=Month(2026, 9), by=noura, now=moment, today=day)
    (made,) = offer(row(establishment, salma, starts_on=datetime.date(2026, 9, 20)), by=noura, now=moment)
    assert Timesheet.objects.get().status == "attested"
    accept(made, salma.user, moment)
    assert Timesheet.objects.get().status == "open"


def test_only_the_persons_own_account_answers_whatever_roles_somebody_has(establishment, salma, noura, salem):
    """Noura is a subscriber herself, and still not this one."""
    factories.make_subscriber(user=noura)
    (made,) = offer(row(establishment, salma), by=noura)
    for stranger in (noura, salem):
        for answer in (services.refuse_offer, services.check_acceptance):
            with pytest.raises(rules.OfferOfAnother):
                answer(offer_id=made.pk, by=stranger, now=NOW)
        with pytest.raises(rules.OfferOfAnother):
            accept(made, stranger)
    assert not Contract.objects.exists()


def test_nobody_offers_himself_a_contract(establishment, noura):
    herself = factories.make_subscriber(user=noura)
    assert refusals(offer, row(establishment, herself), by=noura) == [(0, "national_id", rules.OfferToOneself)]


def test_one_offer_waits_for_two_at_a_time(establishment, salma, noura, salem):
    offer(row(establishment, salma), by=noura)
    assert refusals(offer, row(establishment, salma), by=noura) == [(0, "national_id", rules.OfferWaiting)]
    elsewhere = salem.memberships.get().establishment
    assert offer(row(elsewhere, salma), by=salem)


def test_an_establishment_sends_a_person_a_few_offers_a_day_and_no_more(establishment, salma, noura, salem):
    for _ in range(rules.OFFERS_A_DAY):
        (made,) = offer(row(establishment, salma), by=noura)
        services.withdraw(made.pk, by=noura, now=NOW)
    assert refusals(offer, row(establishment, salma), by=noura) == [(0, "national_id", rules.OfferedTooOften)]
    elsewhere = salem.memberships.get().establishment
    assert offer(row(elsewhere, salma), by=salem)
    assert offer(row(establishment, salma), by=noura, now=NOW + datetime.timedelta(days=1))


def test_so_it_is_with_what_is_offered_about_a_contract(employed, noura):
    terms = {"ends_on": datetime.date(2027, 12, 31), "hourly_wage": Decimal("33.00")}
    day = factories.at(employed.ends_on)
    for _ in range(rules.OFFERS_A_DAY):
        services.withdraw(propose(employed, OfferKind.RENEWAL, by=noura, now=day, **terms).pk, by=noura, now=day)
    assert refusals(propose, employed, OfferKind.RENEWAL, by=noura, now=day, **terms) == [
        (0, "", rules.OfferedTooOften)
    ]


def test_the_database_refuses_a_second_waiting_offer_too(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    made.pk = made.public_id = None
    with pytest.raises(IntegrityError, match="offer_one_waiting"), transaction.atomic():
        ContractOffer.objects.create(
            **{
                field.name: getattr(made, field.name)
                for field in made._meta.fields
                if field.name not in ("id", "public_id")
            }
        )


@pytest.mark.parametrize(
    "change",
    [
        {"status": "accepted"},
        {"status": "change_asked"},
        {"status": "withdrawn"},
        {"status": "lapsed"},
        {"status": "refused"},
        {"closed_at": NOW},
        {"kind": "renewal"},
    ],
)
def test_a_state_without_its_stamps_is_refused_by_the_database(establishment, salma, noura, change):
    (made,) = offer(row(establishment, salma), by=noura)
    with pytest.raises(DatabaseError), transaction.atomic():
        ContractOffer.objects.filter(pk=made.pk).update(**change)


@pytest.mark.parametrize("change", [{"hourly_wage": Decimal(1)}, {"starts_on": TODAY}, {"offered_at": NOW}])
def test_what_was_offered_is_never_rewritten(establishment, salma, noura, change):
    (made,) = offer(row(establishment, salma), by=noura, now=factories.at(TODAY, 8))
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        ContractOffer.objects.filter(pk=made.pk).update(**change)


def test_an_answer_is_final(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    services.refuse_offer(offer_id=made.pk, by=salma.user, now=NOW, note="بعيد عن السكن")
    for act in (
        lambda: accept(made, salma.user),
        lambda: services.ask_change(offer_id=made.pk, by=salma.user, now=NOW, note="أجر أعلى"),
        lambda: services.withdraw(made.pk, by=noura, now=NOW),
    ):
        with pytest.raises(rules.OfferClosed):
            act()
    with pytest.raises(DatabaseError), transaction.atomic():
        ContractOffer.objects.filter(pk=made.pk).update(status="waiting")


def test_what_stands_against_an_offer_is_what_stands_against_a_contract(establishment, salma, employed, noura):
    ClosedMonth.objects.create(month=Month(2026, 9), closed_at=NOW)
    young = factories.make_subscriber(birth_date=datetime.date(2013, 1, 1))
    september = row(establishment, factories.make_subscriber(), starts_on=datetime.date(2026, 9, 30))
    found = refusals(
        offer,
        row(establishment, salma),
        row(establishment, young),
        september._replace(ends_on=datetime.date(2026, 12, 31)),
        row(establishment, factories.make_subscriber(), hourly_wage=Decimal(0)),
        by=noura,
    )
    assert found == [
        (0, "starts_on", rules.ContractsOverlap),
        (1, "starts_on", rules.TooYoung),
        (2, "starts_on", MonthClosed),
        (3, "hourly_wage", rules.WageNotPositive),
    ]
    assert not ContractOffer.objects.exists()


def test_everything_is_checked_anew_when_the_offer_is_accepted(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    factories.make_contract(establishment=establishment, subscriber=salma, starts_on=datetime.date(2027, 2, 1))
    assert refusals(accept, made, salma.user) == [(0, "starts_on", rules.ContractsOverlap)]
    made.refresh_from_db()
    assert made.status == "waiting"


def test_an_offer_whose_first_month_is_closed_meanwhile_cannot_be_accepted(establishment, salma, noura):
    (made,) = offer(row(establishment, salma, starts_on=datetime.date(2026, 10, 5)), by=noura)
    ClosedMonth.objects.create(month=Month(2026, 10), closed_at=NOW)
    assert refusals(accept, made, salma.user, factories.at(datetime.date(2026, 11, 5))) == [
        (0, "starts_on", MonthClosed)
    ]


# Asking for a change, correcting, withdrawing


def test_a_change_is_asked_for_and_the_corrected_offer_takes_the_place_of_the_old(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    with pytest.raises(rules.NoteMissing):
        services.ask_change(offer_id=made.pk, by=salma.user, now=NOW, note="")
    services.ask_change(offer_id=made.pk, by=salma.user, now=NOW, note="أرجو أن يبدأ العقد في ديسمبر")
    with pytest.raises(rules.OfferClosed):
        accept(made, salma.user)
    december = row(establishment, salma, starts_on=datetime.date(2026, 12, 1))
    (corrected,) = offer(december, by=noura, replaces=made)
    made.refresh_from_db()
    assert (made.status, made.note, made.closed_by) == ("withdrawn", "أرجو أن يبدأ العقد في ديسمبر", noura)
    assert corrected.replaces == made
    assert accept(corrected, salma.user).starts_on == datetime.date(2026, 12, 1)


def test_a_correction_that_is_refused_leaves_the_old_offer_as_it_was(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    assert refusals(offer, row(establishment, salma, hourly_wage=Decimal(0)), by=noura, replaces=made)
    made.refresh_from_db()
    assert made.status == "waiting"


def test_a_withdrawn_offer_cannot_be_accepted(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    services.withdraw(made.pk, by=noura, now=NOW)
    with pytest.raises(rules.OfferClosed):
        accept(made, salma.user)


# Time


def test_an_offer_can_be_answered_on_its_last_day_and_lapses_after_it(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    last, after = (factories.at(datetime.date(2026, 11, day)) for day in (19, 20))
    services.check_acceptance(offer_id=made.pk, by=salma.user, now=last)
    assert services.lapse_offers(now=last) == 0
    with pytest.raises(rules.OfferLapsed):
        accept(made, salma.user, after)
    assert services.lapse_offers(now=after) == 1
    made.refresh_from_db()
    assert (made.status, made.closed_at, made.closed_by) == ("lapsed", after, None)
    assert services.lapse_offers(now=after) == 0


def test_an_offer_lapses_when_its_first_month_closes(establishment, salma, noura):
    (made,) = offer(row(establishment, salma, starts_on=datetime.date(2026, 10, 25)), by=noura)
    (other,) = offer(row(establishment, factories.make_subscriber()), by=noura)
    ClosedMonth.objects.create(month=Month(2026, 10), closed_at=NOW)
    assert services.lapse_offers(now=factories.at(datetime.date(2026, 11, 5))) == 1
    assert [ContractOffer.objects.get(pk=each.pk).status for each in (made, other)] == ["lapsed", "waiting"]


@pytest.mark.parametrize(
    ("starts_on", "offered_on", "last"),
    [
        (datetime.date(2026, 10, 25), TODAY, datetime.date(2026, 11, 5)),
        (datetime.date(2026, 12, 1), datetime.date(2026, 12, 20), datetime.date(2027, 1, 5)),
        (NOVEMBER, TODAY, datetime.date(2026, 11, 19)),
        # Hours of September could be entered until the 5th: it may close at any time.
        (datetime.date(2026, 9, 1), datetime.date(2026, 10, 6), datetime.date(2026, 11, 5)),
    ],
)
def test_an_answer_is_asked_for_before_the_first_month_closes(establishment, salma, noura, starts_on, offered_on, last):
    (made,) = offer(row(establishment, salma, starts_on=starts_on), by=noura, now=factories.at(offered_on))
    assert made.expires_on == last


def test_a_renewal_is_answered_before_its_first_month_closes(employed, noura):
    terms = {"ends_on": datetime.date(2027, 12, 31), "hourly_wage": Decimal("33.00")}
    made = propose(employed, OfferKind.RENEWAL, by=noura, now=factories.at(employed.ends_on), **terms)
    assert made.expires_on == datetime.date(2027, 1, 30)
    services.withdraw(made.pk, by=noura, now=factories.at(employed.ends_on))
    Regulation.objects.create(
        key="offer_days", effective_from=TODAY, value="90", unit="days", legal_reference="Decision of the portal"
    )
    made = propose(employed, OfferKind.RENEWAL, by=noura, now=factories.at(employed.ends_on), **terms)
    assert made.expires_on == datetime.date(2027, 2, 5)


def test_those_that_are_open_are_found_without_reading_the_others():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = ContractOffer.objects.filter(status__in=OPEN, expires_on__lt=TODAY).explain()
    assert "offer_still_open" in plan


def test_how_long_an_offer_waits_is_a_dated_rule(establishment, salma, noura):
    Regulation.objects.create(
        key="offer_days", effective_from=TODAY, value="7", unit="days", legal_reference="Decision of the portal"
    )
    (made,) = offer(row(establishment, salma), by=noura)
    assert made.expires_on == TODAY + datetime.timedelta(days=7)


# Renewal, extension, lower wage


def test_a_renewal_begins_the_day_after_and_is_offered_from_sixty_days_before(employed, noura, salma):
    terms = {"ends_on": datetime.date(2027, 12, 31), "hourly_wage": Decimal("33.00")}
    early, first = (factories.at(datetime.date(2026, *day)) for day in ((11, 1), (11, 1)))
    early = factories.at(datetime.date(2026, 10, 31))
    assert refusals(propose, employed, OfferKind.RENEWAL, by=noura, now=early, **terms) == [
        (0, "", rules.RenewalTooEarly)
    ]
    first = factories.at(datetime.date(2026, 11, 1))
    made = propose(employed, OfferKind.RENEWAL, by=noura, now=first, **terms)
    contract = accept(made, salma.user, first)
    employed.refresh_from_db()
    assert employed.ends_on == datetime.date(2026, 12, 31)
    assert (contract.starts_on, contract.ends_on) == (datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    assert ContractOffer.objects.get().contract == employed


def test_a_renewal_lasts_a_year_at_most(employed, noura):
    now = factories.at(datetime.date(2026, 12, 1))
    terms = {"ends_on": datetime.date(2028, 1, 1), "hourly_wage": Decimal("33.00")}
    assert refusals(propose, employed, OfferKind.RENEWAL, by=noura, now=now, **terms) == [
        (0, "ends_on", rules.TermTooLong)
    ]


@pytest.fixture
def short(establishment, salma):
    """A contract of six months that ends at the end of the year."""
    return factories.make_contract(
        establishment=establishment,
        subscriber=salma,
        starts_on=datetime.date(2026, 7, 1),
        ends_on=datetime.date(2026, 12, 31),
    )


def test_an_extension_moves_the_last_day_within_twelve_months_of_the_first(short, noura, salma):
    last = datetime.date(2027, 6, 30)
    day = datetime.timedelta(days=1)
    assert refusals(propose, short, OfferKind.EXTENSION, by=noura, ends_on=last + day) == [
        (0, "ends_on", rules.TermTooLong)
    ]
    assert refusals(propose, short, OfferKind.EXTENSION, by=noura, ends_on=short.ends_on) == [
        (0, "ends_on", rules.NotLater)
    ]
    made = propose(short, OfferKind.EXTENSION, by=noura, ends_on=last)
    short.refresh_from_db()
    assert short.ends_on == datetime.date(2026, 12, 31)
    accept(made, salma.user)
    short.refresh_from_db()
    assert (short.ends_on, short.agreed_ends_on) == (last, last)


def test_an_extension_into_another_contract_is_refused(establishment, short, salma, noura):
    factories.make_contract(establishment=establishment, subscriber=salma, starts_on=datetime.date(2027, 2, 1))
    found = refusals(propose, short, OfferKind.EXTENSION, by=noura, ends_on=datetime.date(2027, 3, 1))
    assert found == [(0, "ends_on", rules.ContractsOverlap)]


def test_an_extension_is_answered_before_the_contract_runs_out(short, noura, salma):
    now = factories.at(datetime.date(2026, 12, 20))
    made = propose(short, OfferKind.EXTENSION, by=noura, now=now, ends_on=datetime.date(2027, 1, 31))
    assert made.expires_on == short.ends_on
    with pytest.raises(rules.OfferLapsed):
        accept(made, salma.user, factories.at(datetime.date(2027, 1, 1)))


def test_a_rise_holds_at_once_and_is_told_and_a_cut_waits_for_consent(employed, noura, salma):
    december = Month(2026, 12)
    assert (
        services.set_wage(contract_id=employed.pk, month=december, hourly_wage=Decimal(32), by=noura, now=NOW) is None
    )
    assert employed.wages.count() == 2
    assert "رفعت" in Message.objects.get().body
    made = services.set_wage(contract_id=employed.pk, month=december, hourly_wage=Decimal(31), by=noura, now=NOW)
    assert (made.kind, made.effective_from, made.expires_on) == ("wage", december, datetime.date(2026, 11, 19))
    assert employed.wages.get(effective_from=december).hourly_wage == 32
    accept(made, salma.user)
    assert employed.wages.get(effective_from=december).hourly_wage == 31


def test_the_wage_that_a_month_has_is_not_set_again(employed, noura):
    same = {"month": Month(2026, 12), "hourly_wage": employed.wages.get().hourly_wage}
    found = refusals(services.set_wage, contract_id=employed.pk, by=noura, now=NOW, **same)
    assert found == [(0, "hourly_wage", rules.WageUnchanged)]
    assert not Message.objects.exists()


def test_a_cut_must_be_accepted_before_its_month(employed, noura, salma):
    november = Month(2026, 11)
    made = services.set_wage(contract_id=employed.pk, month=november, hourly_wage=Decimal(29), by=noura, now=NOW)
    assert made.expires_on == datetime.date(2026, 10, 31)
    with pytest.raises(rules.OfferLapsed):
        accept(made, salma.user, factories.at(NOVEMBER))
    found = refusals(propose, employed, OfferKind.WAGE, by=noura, hourly_wage=Decimal(20), month=Month(2026, 10))
    assert (0, "effective_from", rules.CutTooSoon) in found


def test_a_rise_is_refused_while_a_cut_waits(employed, noura):
    services.set_wage(contract_id=employed.pk, month=Month(2026, 11), hourly_wage=Decimal(29), by=noura, now=NOW)
    wage = {"month": Month(2026, 12), "hourly_wage": Decimal(40)}
    found = refusals(services.set_wage, contract_id=employed.pk, by=noura, now=NOW, **wage)
    assert found == [(0, "", rules.OfferWaiting)]


def test_an_early_end_takes_the_offers_about_the_contract_with_it_and_is_told(short, noura, salma):
    made = propose(short, OfferKind.EXTENSION, by=noura, ends_on=datetime.date(2027, 1, 31))
    Message.objects.all().delete()
    services.terminate_contract(
        contract_id=short.pk,
        last_day=datetime.date(2026, 10, 31),
        reason="انتهاء المشروع",
        by=noura,
        now=NOW,
        months_worked_after=lambda contract, day: (),
    )
    made.refresh_from_db()
    assert made.status == "withdrawn"
    assert Message.objects.get().recipient == salma.user.mobile


# Messages


def test_the_subscriber_is_told_in_his_language_without_id_or_wage(establishment, salma, noura):
    salma.user.language = "en"
    salma.user.save()
    offer(row(establishment, salma), by=noura)
    message = Message.objects.get()
    assert (message.channel, message.recipient) == ("sms", "+966511111111")
    assert message.body.startswith("Sanabel Bakery offers you a flexible-work contract.")
    assert "19 November 2026" in message.body
    assert salma.national_id not in message.body
    assert "31.25" not in message.body


def test_who_has_no_account_yet_is_asked_to_open_one(establishment, noura):
    person = factories.make_subscriber(mobile="+966522222222")
    offer(row(establishment, person), by=noura)
    message = Message.objects.get()
    assert message.recipient == "+966522222222"
    assert "حساب" in message.body


def test_who_offered_is_told_the_answer_or_else_who_manages_contracts_now(establishment, salma, noura):
    noura.mobile = "+966533333333"
    noura.save()
    majed = factories.make_member("ماجد", establishment=establishment, role="supervisor", mobile="+966544444444")
    (made,) = offer(row(establishment, salma), by=majed)
    Message.objects.all().delete()
    services.ask_change(offer_id=made.pk, by=salma.user, now=NOW, note="أجر أعلى")
    assert Message.objects.get().recipient == majed.mobile
    (corrected,) = offer(row(establishment, salma, hourly_wage=Decimal(40)), by=majed, replaces=made)
    majed.memberships.update(ends_on=datetime.date(2026, 10, 1))
    Message.objects.all().delete()
    accept(corrected, salma.user)
    assert Message.objects.get().recipient == noura.mobile


def test_a_withdrawal_is_told_and_a_correction_only_as_a_new_offer(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    Message.objects.all().delete()
    (corrected,) = offer(row(establishment, salma, hourly_wage=Decimal(40)), by=noura, replaces=made)
    assert "تعرض عليك" in Message.objects.get().body
    Message.objects.all().delete()
    services.withdraw(corrected.pk, by=noura, now=NOW)
    message = Message.objects.get()
    assert message.recipient == salma.user.mobile
    assert message.body.startswith("سحبت منشأة مخبز السنابل عرضها")


def test_who_manages_contracts_is_told_once_how_many_offers_lapsed(establishment, salma, noura, salem):
    noura.mobile = "+966533333333"
    noura.save()
    elsewhere = salem.memberships.get().establishment
    asked, _other = offer(row(establishment, salma), row(establishment, factories.make_subscriber()), by=noura)
    services.ask_change(offer_id=asked.pk, by=salma.user, now=NOW, note="أجر أعلى")
    offer(row(elsewhere, salma), by=salem, now=factories.at(datetime.date(2026, 10, 30)))
    Message.objects.all().delete()
    for _ in range(2):
        services.lapse_offers(now=factories.at(datetime.date(2026, 11, 20)))
    to_salma, to_noura = Message.objects.order_by("recipient")
    assert to_noura.recipient == noura.mobile
    assert "عرضان" in to_noura.body
    assert salma.full_name_ar not in to_noura.body
    assert to_salma.recipient == salma.user.mobile
    assert "لم تغيّر" in to_salma.body


def test_who_was_sent_another_offer_since_did_not_ask_in_vain(establishment, salma, noura):
    (asked,) = offer(row(establishment, salma), by=noura)
    services.ask_change(offer_id=asked.pk, by=salma.user, now=NOW, note="أجر أعلى")
    later = NOW + datetime.timedelta(hours=1)
    (better,) = offer(row(establishment, salma, hourly_wage=Decimal("45.00")), by=noura, now=later)
    accept(better, salma.user, later)
    Message.objects.all().delete()
    assert services.lapse_offers(now=factories.at(datetime.date(2026, 11, 20))) == 1
    assert not Message.objects.filter(recipient=salma.user.mobile).exists()


def test_nothing_is_told_of_what_was_not_done(establishment, salma, noura):
    refusals(offer, row(establishment, salma), row(establishment, salma, hourly_wage=Decimal(0)), by=noura)
    assert not Message.objects.exists()


def test_reminders_come_after_three_and_ten_days_each_once_and_stop_with_the_answer(establishment, salma, noura):
    (made,) = offer(row(establishment, salma), by=noura)
    (other,) = offer(row(establishment, factories.make_subscriber(mobile="+966522222222")), by=noura)
    Message.objects.all().delete()
    days = [TODAY + datetime.timedelta(days=count) for count in range(2, 13)]
    sent = {day: services.remind_of_offers(now=factories.at(day)) for day in days[:3]}
    assert sent == {days[0]: 0, days[1]: 2, days[2]: 0}
    services.refuse_offer(offer_id=made.pk, by=salma.user, now=factories.at(days[3]))
    sent = [services.remind_of_offers(now=factories.at(day)) for day in days[3:]]
    assert sum(sent) == sent[days[3:].index(TODAY + datetime.timedelta(days=10))] == 1
    assert ContractOffer.objects.get(pk=other.pk).reminders == 2


def test_reminders_that_were_missed_are_sent_as_one(establishment, salma, noura):
    offer(row(establishment, salma), by=noura)
    assert services.remind_of_offers(now=factories.at(TODAY + datetime.timedelta(days=15))) == 1
    assert services.remind_of_offers(now=factories.at(TODAY + datetime.timedelta(days=16))) == 0


def test_employers_are_reminded_once_of_ends_without_renewal_in_one_message(establishment, salma, employed, noura):
    noura.mobile = "+966533333333"
    noura.save()
    factories.make_contract(establishment=establishment)
    renewed = factories.make_contract(establishment=establishment)
    factories.make_contract(
        establishment=establishment, subscriber=renewed.subscriber, starts_on=datetime.date(2027, 1, 1)
    )
    offered = factories.make_contract(establishment=establishment)
    moment = factories.at(datetime.date(2026, 12, 2))
    propose(
        offered,
        OfferKind.RENEWAL,
        by=noura,
        now=moment,
        ends_on=datetime.date(2027, 6, 30),
        hourly_wage=Decimal(30),
    )
    Message.objects.all().delete()
    assert services.remind_of_ends(now=factories.at(datetime.date(2026, 11, 30))) == 0
    assert services.remind_of_ends(now=moment) == 2
    assert services.remind_of_ends(now=moment) == 0
    message = Message.objects.get()
    assert message.recipient == noura.mobile
    assert "عقدين" in message.body or "عقدان" in message.body


# Many at once


def test_many_offers_cost_as_many_queries_as_two(establishment, noura):
    def cost(count: int) -> int:
        people = [factories.make_subscriber(mobile="+966522222222") for _ in range(count)]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            made = offer(*(row(establishment, person) for person in people), by=noura)
        assert [each.subscriber for each in made] == people
        return len(queries)

    assert cost(2) == cost(40)


def test_all_faults_of_all_rows_come_together(establishment, salma, noura):
    offer(row(establishment, salma), by=noura)
    twice = factories.make_subscriber()
    later = {"starts_on": datetime.date(2027, 11, 1), "ends_on": datetime.date(2028, 1, 1)}
    found = refusals(
        offer,
        row(establishment, salma),
        row(establishment, twice),
        row(establishment, twice, **later),
        row(establishment, twice, national_id="1098765439"),
        by=noura,
    )
    assert found == [
        (0, "national_id", rules.OfferWaiting),
        (2, "national_id", rules.OfferRepeated),
        (3, "national_id", rules.SubscriberUnknown),
    ]
    assert ContractOffer.objects.count() == 1


def test_every_open_state_has_its_ways_on_and_every_other_none():
    ways = {status: rules.offer_actions(status) for status in OfferStatus}
    assert {status for status, actions in ways.items() if actions} == {OfferStatus.WAITING, OfferStatus.CHANGE_ASKED}
    assert "accept" not in ways[OfferStatus.CHANGE_ASKED]
