"""The pages of offers: the employer's list and page of one, the changes he offers, and the subscriber's answers."""

import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from apps.common.periods import Month
from apps.contracts import selectors as contracts
from apps.contracts import services
from apps.contracts.choices import OfferKind
from apps.contracts.models import Contract, ContractOffer
from apps.outbox.models import Message
from tests import factories
from tests.sessions import sign_in_afresh

pytestmark = pytest.mark.django_db

DECEMBER = factories.at(datetime.date(2026, 12, 1), 10)


@pytest.fixture
def salma():
    user = factories.make_user(full_name="سلمى الشمري", mobile="+966511111111")
    return factories.make_subscriber(full_name_ar="سلمى الشمري", full_name_en="Salma Alshammari", user=user)


@pytest.fixture
def offer(establishment, salma, noura):
    return factories.make_offer(establishment=establishment, subscriber=salma, offered_by=noura)


@pytest.fixture
def employed(establishment, salma):
    return factories.make_contract(establishment=establishment, subscriber=salma)


@pytest.fixture
def owner(client, noura):
    client.force_login(noura)
    return client


@pytest.fixture
def worker(client, salma):
    sign_in_afresh(client, salma.user)
    return client


def here(offer, name="offer_detail") -> str:
    return reverse(f"contracts:{name}", args=[offer.establishment.unified_number, offer.public_id])


def own(offer, name="offer_detail") -> str:
    return reverse(f"own:{name}", args=[offer.public_id])


def about(contract, name) -> str:
    return reverse(f"contracts:{name}", args=[contract.establishment.unified_number, contract.public_id])


# The employer


def test_the_list_shows_offers_with_their_state_and_is_filtered(owner, establishment, offer):
    other = factories.make_offer(establishment=establishment)
    services.withdraw(other.pk, by=other.offered_by, now=timezone.now())
    strange = factories.make_offer()
    address = reverse("contracts:offer_list", args=[establishment.unified_number])
    html = owner.get(address).content.decode()
    assert "سلمى الشمري" in html
    assert other.subscriber.full_name_ar in html
    assert here(strange) not in html
    assert offer.subscriber.national_id not in html
    html = owner.get(address, {"status": "waiting"}).content.decode()
    assert here(offer) in html
    assert here(other) not in html


def test_the_list_costs_the_same_for_few_and_many(owner, establishment, offer, django_assert_num_queries):
    address = reverse("contracts:offer_list", args=[establishment.unified_number])
    owner.get(address)
    with django_assert_num_queries(7):
        owner.get(address)
    for _ in range(12):
        factories.make_offer(establishment=establishment)
    with django_assert_num_queries(7):
        owner.get(address)


def test_the_page_of_an_offer_tells_terms_daily_wage_and_history(owner, offer):
    html = owner.get(here(offer)).content.decode()
    for words in ("سلمى الشمري", "بانتظار الرد", "1 نوفمبر 2026", "31.25", "250.00", "نورة العتيبي"):
        assert words in html
    assert here(offer, "offer_withdraw") in html


@pytest.mark.parametrize("role", ["accountant", "viewer"])
def test_who_only_reads_is_offered_no_act(client, establishment, offer, role):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    html = client.get(here(offer)).content.decode()
    assert here(offer, "offer_withdraw") not in html
    assert client.post(here(offer, "offer_withdraw")).status_code == 403


def test_an_offer_is_withdrawn_after_a_look(owner, offer, noura):
    assert "31.25" in owner.get(here(offer, "offer_withdraw")).content.decode()
    assert owner.post(here(offer, "offer_withdraw"))["Location"] == here(offer)
    offer.refresh_from_db()
    assert (offer.status, offer.closed_by) == ("withdrawn", noura)
    assert owner.post(here(offer, "offer_withdraw")).status_code == 409


def test_a_wanted_change_is_shown_and_the_correction_comes_filled_in(owner, offer, salma):
    services.ask_change(offer_id=offer.pk, by=salma.user, now=timezone.now(), note="أرجو البدء في ديسمبر")
    assert "أرجو البدء في ديسمبر" in owner.get(here(offer)).content.decode()
    html = owner.get(here(offer, "offer_correct")).content.decode()
    assert "أرجو البدء في ديسمبر" in html
    assert 'value="01/11/2026"' in html
    assert 'value="31.25"' in html
    typed = {"starts_on": "01/12/2026", "ends_on": "30/11/2027", "hourly_wage": "31.25"}
    checked = owner.post(here(offer, "offer_correct"), typed | {"do": "check"}).content.decode()
    assert "1 ديسمبر 2026" in checked
    assert ContractOffer.objects.count() == 1
    sent = owner.post(here(offer, "offer_correct"), typed | {"do": "offer"})
    corrected = ContractOffer.objects.get(replaces=offer)
    assert sent["Location"] == here(corrected)
    assert here(corrected) in owner.get(here(offer)).content.decode()
    assert here(offer) in owner.get(here(corrected)).content.decode()
    assert owner.get(here(offer, "offer_correct"))["Location"] == here(offer)


def test_a_correction_that_cannot_be_says_why_and_keeps_what_was_typed(owner, offer):
    typed = {"starts_on": "01/12/2026", "ends_on": "30/11/2026", "hourly_wage": "0", "do": "check"}
    response = owner.post(here(offer, "offer_correct"), typed)
    assert response.status_code == 422
    assert 'value="30/11/2026"' in response.content.decode()
    offer.refresh_from_db()
    assert offer.status == "waiting"


def test_a_renewal_is_offered_in_the_last_sixty_days(owner, employed, noura, clock):
    assert about(employed, "contract_renew") not in owner.get(about(employed, "contract_detail")).content.decode()
    early = owner.post(about(employed, "contract_renew"), {"ends_on": "31/12/2027", "hourly_wage": "33", "do": "offer"})
    assert early.status_code == 422
    assert "1 نوفمبر 2026، والمدة قبل نهاية العقد: 60 يومًا" in early.content.decode()
    clock.move_to(DECEMBER)
    owner.force_login(noura)
    assert about(employed, "contract_renew") in owner.get(about(employed, "contract_detail")).content.decode()
    assert "1 يناير 2027" in owner.get(about(employed, "contract_renew")).content.decode()
    typed = {"ends_on": "31/12/2027", "hourly_wage": "33"}
    assert "264.00" in owner.post(about(employed, "contract_renew"), typed | {"do": "check"}).content.decode()
    owner.post(about(employed, "contract_renew"), typed | {"do": "offer"})
    offer = ContractOffer.objects.get()
    assert (offer.kind, offer.starts_on, offer.contract) == ("renewal", datetime.date(2027, 1, 1), employed)
    assert here(offer) in owner.get(about(employed, "contract_detail")).content.decode()
    by = offer.subscriber.user
    services.accept_offer(offer_id=offer.pk, by=by, now=timezone.now(), reopen_months=lambda terms, now: None)
    assert about(employed, "contract_renew") not in owner.get(about(employed, "contract_detail")).content.decode()


def test_an_extension_is_offered_where_the_year_has_room(owner, establishment, employed, salma):
    assert about(employed, "contract_extend") not in owner.get(about(employed, "contract_detail")).content.decode()
    short = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 11, 30))
    assert about(short, "contract_extend") in owner.get(about(short, "contract_detail")).content.decode()
    owner.post(about(short, "contract_extend"), {"ends_on": "31/12/2026", "do": "offer"})
    assert ContractOffer.objects.get().kind == "extension"


def test_while_an_offer_waits_nothing_else_is_offered_to_its_person(owner, establishment, salma, noura):
    contract = factories.make_contract(
        establishment=establishment, subscriber=salma, ends_on=datetime.date(2026, 11, 30), hourly_wage="40.00"
    )
    ways = [about(contract, f"contract_{name}") for name in ("renew", "extend", "wage", "end")]

    def offered() -> list[bool]:
        html = owner.get(about(contract, "contract_detail")).content.decode()
        return [f'href="{way}"' in html for way in ways]

    assert offered() == [True] * 4
    cut = services.Change(OfferKind.WAGE, hourly_wage=Decimal("35"), month=Month(2026, 11))
    offer = services.offer_change(contract_id=contract.pk, change=cut, by=noura, now=timezone.now())
    assert offered() == [False, False, False, True]
    waits = f'يوجد عرض لهذا الشخص بانتظار الرد. <a href="{here(offer)}">'
    assert all(waits in owner.get(way).content.decode() for way in ways[:3])
    assert waits not in owner.get(here(offer, "offer_correct")).content.decode()
    services.withdraw(offer.pk, by=noura, now=timezone.now())
    longer = services.Change(OfferKind.EXTENSION, ends_on=datetime.date(2026, 12, 31))
    services.offer_change(contract_id=contract.pk, change=longer, by=noura, now=timezone.now())
    assert offered() == [False, False, True, True]
    assert "لا يمكن إلا رفع الأجر" in owner.get(about(contract, "contract_wage")).content.decode()


def test_what_keeps_offers_back_is_shown_where_they_are_missed(owner, establishment, salma, noura, clock):
    """Another contract of the same person waits for him; of the present one only the wage can go up."""
    contract = factories.make_contract(establishment=establishment, subscriber=salma)
    clock.move_to(DECEMBER)
    owner.force_login(noura)
    next_year = factories.make_offer(
        establishment=establishment, subscriber=salma, offered_by=noura, starts_on=datetime.date(2027, 2, 1)
    )
    html = owner.get(about(contract, "contract_detail")).content.decode()
    assert here(next_year) in html
    assert about(contract, "contract_renew") not in html
    assert about(contract, "contract_end") in html


def test_an_extension_is_shown_with_the_wage_that_will_hold(owner, establishment):
    wages = {Month(2026, 11): "47.00"}
    short = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 11, 30), wages=wages)
    checked = owner.post(about(short, "contract_extend"), {"ends_on": "31/12/2026", "do": "check"})
    assert checked.context["terms"].hourly_wage == Decimal("47.00")


def test_only_the_page_of_a_new_contract_speaks_of_its_hours(owner, offer, employed, noura):
    assert "يمكن إدخال الساعات بعد قبوله" in owner.get(here(offer)).content.decode()
    services.withdraw(offer.pk, by=noura, now=timezone.now())
    cut = {"month": Month(2026, 12), "hourly_wage": Decimal(28)}
    lower = services.set_wage(contract_id=employed.pk, by=noura, now=timezone.now(), **cut)
    assert "يمكن إدخال الساعات بعد قبوله" not in owner.get(here(lower)).content.decode()


def test_the_filtered_list_is_had_as_a_workbook(owner, establishment, offer):
    other = factories.make_offer(establishment=establishment)
    services.withdraw(other.pk, by=other.offered_by, now=timezone.now())
    address = reverse("contracts:offer_list", args=[establishment.unified_number])
    answer = owner.get(address, {"status": "waiting", "export": "xlsx"})
    cells = [[cell.value for cell in each] for each in load_workbook(BytesIO(answer.getvalue())).active.iter_rows()]
    assert [each[0] for each in cells[1:]] == ["سلمى الشمري"]
    assert {"عقد جديد", "بانتظار الرد"} < set(cells[1])
    assert offer.subscriber.national_id not in str(cells)


def test_a_lower_wage_is_checked_and_offered_and_a_higher_one_holds(owner, employed):
    typed = {"month": "2026-12", "hourly_wage": "28"}
    checked = owner.post(about(employed, "contract_wage"), typed).content.decode()
    assert "ولا يسري إلا إذا قبله المشترك" in checked
    assert not ContractOffer.objects.exists()
    assert owner.post(about(employed, "contract_wage"), typed | {"do": "edit"}).status_code == 200
    sent = owner.post(about(employed, "contract_wage"), typed | {"do": "offer"})
    offer = ContractOffer.objects.get()
    assert sent["Location"] == here(offer)
    assert employed.wages.count() == 1
    services.withdraw(offer.pk, by=offer.offered_by, now=timezone.now())
    owner.post(about(employed, "contract_wage"), typed | {"hourly_wage": "32"})
    assert employed.wages.get(effective_from=Month(2026, 12)).hourly_wage == Decimal("32.00")
    assert Message.objects.filter(recipient="+966511111111").count() == 3
    again = owner.post(about(employed, "contract_wage"), typed | {"hourly_wage": "32"})
    assert again.status_code == 422
    assert "هذا هو أجر الشهر المختار" in again.content.decode()


# The subscriber


def test_a_waiting_offer_stands_on_his_home_and_in_his_list(worker, offer):
    for address in (reverse("portal:subscriber_home"), reverse("own:contract_list")):
        assert own(offer) in worker.get(address).content.decode()
    services.refuse_offer(offer_id=offer.pk, by=offer.subscriber.user, now=timezone.now())
    assert own(offer) not in worker.get(reverse("portal:subscriber_home")).content.decode()
    assert own(offer) in worker.get(reverse("own:contract_list")).content.decode()


def test_an_offer_whose_time_is_over_is_told_so_before_it_has_lapsed(client, establishment, salma, clock):
    late = factories.make_offer(establishment=establishment, subscriber=salma)
    clock.move_to(factories.at(late.expires_on + datetime.timedelta(days=1)))
    sign_in_afresh(client, salma.user)
    assert own(late) not in client.get(reverse("portal:subscriber_home")).content.decode()
    assert "بانتظار ردك" not in client.get(reverse("own:contract_list")).content.decode()
    html = client.get(own(late)).content.decode()
    assert "انتهت مهلة الرد" in html
    assert own(late, "offer_accept") not in html


def test_his_lists_cost_the_same_for_few_and_many(worker, salma, employed, django_assert_num_queries):
    address = reverse("own:contract_list")
    worker.get(address)
    with django_assert_num_queries(6):
        worker.get(address)
    for _ in range(8):
        factories.make_offer(subscriber=salma)
        factories.make_contract(subscriber=salma)
    with django_assert_num_queries(6):
        worker.get(address)


def test_he_reads_what_he_accepts_and_accepts_it(worker, offer, salma, noura):
    html = worker.get(own(offer)).content.decode()
    for words in ("مخبز السنابل", "31.25", "250.00", "لك قبول أي طلب للعمل أو رفضه دون جزاء"):
        assert words in html
    assert "31.25" in worker.get(own(offer, "offer_accept")).content.decode()
    assert not Contract.objects.exists()
    done = worker.post(own(offer, "offer_accept"))
    contract = Contract.objects.get()
    assert done["Location"] == reverse("own:contract_detail", args=[contract.public_id])
    html = worker.get(done["Location"]).content.decode()
    for words in (contract.contract_no, "سلمى الشمري", "نورة العتيبي", "قبول المشترك"):
        assert words in html
    for again in (worker.post, worker.get):
        assert again(own(offer, "offer_accept"))["Location"] == done["Location"]
    assert Contract.objects.count() == 1


def test_of_two_clicks_at_one_moment_both_lead_to_the_contract(worker, offer, monkeypatch):
    accept = services.accept_offer

    def accept_twice(**act):
        accept(**act)
        return accept(**act)

    monkeypatch.setattr(services, "accept_offer", accept_twice)
    answer = worker.post(own(offer, "offer_accept"))
    assert answer["Location"] == reverse("own:contract_detail", args=[Contract.objects.get().public_id])


def test_an_acceptance_asks_for_a_recent_proof_of_identity_and_only_its_own_subscriber(
    client, offer, salma, noura, clock
):
    client.force_login(salma.user)
    client.get("/me/")
    clock.shift(datetime.timedelta(minutes=6))
    assert "/account/reauthenticate/" in client.post(own(offer, "offer_accept"))["Location"]
    assert not Contract.objects.exists()
    client.force_login(noura)
    client.get("/")
    clock.shift(datetime.timedelta(minutes=6))
    assert client.post(own(offer, "offer_accept")).status_code == 404


@pytest.fixture
def cut(employed, noura):
    change = services.Change(OfferKind.WAGE, hourly_wage=Decimal("28.00"), month=Month(2026, 12))
    return services.offer_change(contract_id=employed.pk, change=change, by=noura, now=timezone.now())


@pytest.mark.parametrize("name", ["offer_detail", "offer_accept", "offer_ask", "offer_refuse"])
def test_a_lower_wage_stands_beside_the_agreed_one(worker, cut, name):
    html = worker.get(own(cut, name)).content.decode()
    for words in ("أجر الساعة المتفق عليه حتى الآن", "30.00", "أجر الساعة الجديد", "28.00"):
        assert words in html


def test_a_rise_agreed_for_the_month_is_what_a_wage_is_measured_against(worker, employed, noura, establishment):
    employed.wages.create(effective_from=Month(2026, 12), hourly_wage=Decimal("40.00"))
    change = services.Change(OfferKind.WAGE, hourly_wage=Decimal("35.00"), month=Month(2026, 12))
    offer = services.offer_change(contract_id=employed.pk, change=change, by=noura, now=timezone.now())
    html = worker.get(own(offer)).content.decode()
    assert "40.00" in html
    assert "30.00" not in html
    assert "عن المتفق عليه حتى الآن" in html


def test_an_extension_has_no_first_day_of_its_own(owner, noura, establishment):
    employed = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 11, 30))
    last = datetime.date(2026, 12, 31)
    change = services.Change(OfferKind.EXTENSION, ends_on=last)
    services.offer_change(contract_id=employed.pk, change=change, by=noura, now=timezone.now())
    (offer,) = contracts.offers_of(establishment).filter(kind=OfferKind.EXTENSION)
    assert offer.begins is None
    address = reverse("contracts:offer_list", args=[establishment.unified_number])
    assert "None" not in owner.get(address).content.decode()


def test_the_employer_sees_from_when_a_wage_would_hold(owner, cut, establishment):
    address = reverse("contracts:offer_list", args=[establishment.unified_number])
    assert "1 ديسمبر 2026" in owner.get(address).content.decode()
    html = owner.get(here(cut)).content.decode()
    assert "2.00" in html
    assert "30.00" in html


def test_an_accepted_wage_is_told_as_one_and_stands_with_the_contract(worker, cut, employed):
    html = worker.post(own(cut, "offer_accept"), follow=True).content.decode()
    assert "قُبل الأجر الجديد" in html
    assert "PDF أدناه" not in html
    for words in ("لم يُقبل في البوابة", "للساعة ابتداءً من ديسمبر 2026", "قبول المشترك"):
        assert words in html
    assert "أجر الساعة المتفق عليه حتى الآن" not in worker.get(own(cut)).content.decode()


@pytest.mark.parametrize(("wage", "is_less"), [("30.00", False), ("29.99", True)])
def test_a_renewal_stands_beside_the_agreed_wage(client, salma, employed, noura, clock, wage, is_less):
    clock.move_to(DECEMBER)
    renewal = services.Change(OfferKind.RENEWAL, datetime.date(2027, 6, 30), Decimal(wage))
    offer = services.offer_change(contract_id=employed.pk, change=renewal, by=noura, now=timezone.now())
    sign_in_afresh(client, salma.user)
    html = client.get(own(offer)).content.decode()
    assert "أجر الساعة المتفق عليه حتى الآن" in html
    assert ("سيقل الأجر" in html) is is_less


def test_a_wage_under_the_floor_is_told_to_him(worker, establishment, salma):
    low = factories.make_offer(establishment=establishment, subscriber=salma, hourly_wage=Decimal("5.00"))
    assert "دون الحد الأدنى" in worker.get(own(low)).content.decode()


def test_he_refuses_with_or_without_a_reason(worker, offer):
    assert worker.post(own(offer, "offer_refuse"), {"note": ""})["Location"] == own(offer)
    offer.refresh_from_db()
    assert offer.status == "refused"
    again = worker.post(own(offer, "offer_refuse"), {"note": "ما كُتب"})
    assert again.status_code == 409
    assert "ما كُتب" in again.content.decode()


@pytest.mark.parametrize("name", ["offer_accept", "offer_refuse", "offer_ask"])
def test_what_is_settled_opens_no_form(worker, offer, name):
    services.refuse_offer(offer_id=offer.pk, by=offer.subscriber.user, now=timezone.now())
    answer = worker.get(own(offer, name))
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "لم يعد العرض مفتوحًا" in html
    assert 'name="note"' not in html
    assert own(offer) in html


def test_a_settled_offer_is_withdrawn_no_more(owner, offer):
    services.refuse_offer(offer_id=offer.pk, by=offer.subscriber.user, now=timezone.now())
    answer = owner.get(here(offer, "offer_withdraw"))
    assert answer.status_code == 409
    assert "سحب العرض</button>" not in answer.content.decode()


def test_he_asks_for_a_change_in_his_own_words(worker, offer):
    empty = worker.post(own(offer, "offer_ask"), {"note": " "})
    assert empty.status_code == 422
    assert "يُرجى كتابة التعديل المطلوب" in empty.content.decode()
    worker.post(own(offer, "offer_ask"), {"note": "أجر 35 للساعة"})
    offer.refresh_from_db()
    assert (offer.status, offer.note) == ("change_asked", "أجر 35 للساعة")
    assert own(offer, "offer_accept") not in worker.get(own(offer)).content.decode()


def test_what_stands_against_the_acceptance_by_now_is_told(worker, offer, establishment, salma):
    factories.make_contract(establishment=establishment, subscriber=salma, starts_on=datetime.date(2026, 11, 15))
    response = worker.post(own(offer, "offer_accept"))
    assert response.status_code == 409
    assert "ولا يجوز أن يتداخل عقدان" in response.content.decode()


def test_nobody_else_sees_or_answers_it(client, offer, noura, salem):
    """The owner who made it is a subscriber as well, and finds nothing among her own."""
    factories.make_subscriber(user=noura)
    for stranger in (noura, salem):
        sign_in_afresh(client, stranger)
        for name in ("offer_detail", "offer_accept", "offer_refuse", "offer_ask"):
            assert client.get(own(offer, name)).status_code == 404
        for name in ("offer_accept", "offer_refuse", "offer_ask"):
            assert client.post(own(offer, name), {"note": "نعم"}).status_code == 404
    offer.refresh_from_db()
    assert offer.status == "waiting"


def test_his_contract_shows_terms_hours_and_why_it_ended(worker, employed, noura):
    factories.make_month(employed, Month(2026, 9), 40)
    services.terminate_contract(
        contract_id=employed.pk,
        last_day=datetime.date(2026, 10, 31),
        reason="انتهاء المشروع",
        by=noura,
        now=timezone.now(),
        months_worked_after=lambda contract, day: (),
    )
    html = worker.get(reverse("own:contract_detail", args=[employed.public_id])).content.decode()
    for words in ("مخبز السنابل", "سبتمبر 2026", "انتهاء المشروع", "لم يُقبل في البوابة"):
        assert words in html
    strange = factories.make_contract()
    assert worker.get(reverse("own:contract_detail", args=[strange.public_id])).status_code == 404
