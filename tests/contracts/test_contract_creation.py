"""Offering a contract over three pages, and everything that people try on the way."""

import datetime

import pytest
from django.urls import reverse

from apps.contracts.models import Contract, ContractOffer
from tests import factories

pytestmark = pytest.mark.django_db

TERMS = {"starts_on": "01/11/2026", "ends_on": "31/10/2027", "hourly_wage": "31.25"}


@pytest.fixture
def person():
    return factories.make_subscriber(full_name_ar="سلمى الشمري", full_name_en="Salma Alshammari")


@pytest.fixture
def start(client, noura, establishment):
    client.force_login(noura)
    return reverse("contracts:contract_person", args=[establishment.unified_number])


@pytest.fixture
def terms(client, start, person):
    """The address of the second page for this person."""
    return client.post(start, {"national_id": person.national_id})["Location"]


def walk(client, start, national_id, **terms) -> str:
    """Through the first two pages to the address of the check."""
    return client.post(client.post(start, {"national_id": national_id})["Location"], TERMS | terms)["Location"]


def test_three_pages_make_an_offer_and_no_contract(client, start, person, noura):
    check = walk(client, start, person.national_id)
    html = client.get(check).content.decode()
    assert "سلمى الشمري" in html
    assert "1 نوفمبر 2026" in html
    assert "31.25" in html
    assert "250.00" in html  # eight hours
    assert not ContractOffer.objects.exists()
    done = client.post(check)["Location"]
    offer = ContractOffer.objects.get()
    assert done == reverse("contracts:offer_detail", args=[offer.establishment.unified_number, offer.public_id])
    assert "أُرسل العرض إلى سلمى الشمري" in client.get(done).content.decode()
    assert (offer.subscriber, offer.offered_by, offer.status) == (person, noura, "waiting")
    assert not Contract.objects.exists()


def test_everything_may_be_typed_in_the_digits_of_this_place(client, start, person):
    arabic = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
    typed = {name: text.translate(arabic) for name, text in TERMS.items()}
    check = walk(client, start, f" {person.national_id.translate(arabic)}\u200f\n", **typed)
    client.post(check)
    offer = ContractOffer.objects.get()
    assert (offer.starts_on, str(offer.hourly_wage)) == (datetime.date(2026, 11, 1), "31.25")


def test_no_address_holds_the_id(client, start, person):
    terms = client.post(start, {"national_id": person.national_id})["Location"]
    assert person.national_id not in terms
    assert person.national_id not in client.get(terms).content.decode()


# The person


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "رقم الهوية مطلوب"),
        ("101234567", "والمُدخل 9"),
        ("10123456721", "والمُدخل 11"),
        ("10123A5672", "من أرقام فقط"),
        ("3012345672", "يبدأ رقم الهوية الوطنية بـ 1 ("),
        ("1012345673", "رقم الهوية غير صحيح"),
        ("1111111111", "رقم الهوية غير صحيح"),
        ("2123456788", "للسعوديين فقط"),
        ("1098765439", "لا يوجد مسجل برقم الهوية هذا"),
    ],
)
def test_an_id_that_is_none_says_why_and_stays_typed(client, start, person, typed, message):
    response = client.post(start, {"national_id": typed})
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert f'value="{typed}"' in html or not typed
    assert "سلمى" not in html


def test_ids_cannot_be_tried_one_after_the_other(client, start):
    answers = [client.post(start, {"national_id": "1098765439"}).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]


@pytest.mark.parametrize("role", ["hours_clerk", "accountant", "viewer"])
def test_other_roles_are_told_who_can(client, establishment, noura, role):
    client.force_login(factories.make_member("عضو", establishment=establishment, role=role))
    response = client.get(reverse("contracts:contract_person", args=[establishment.unified_number]))
    assert response.status_code == 403
    assert "نورة العتيبي" in response.content.decode()


# The terms


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"starts_on": "2026-02-30"}, "لا يوجد هذا اليوم في التقويم"),
        ({"ends_on": "31/04"}, "ليس تاريخًا"),
        ({"starts_on": ""}, "اليوم الأول مطلوب"),
        ({"starts_on": "2026-13-01"}, "لا يوجد هذا اليوم في التقويم"),
        ({"starts_on": "1448-05-21"}, "تاريخ هجري؟ يوافقه بالميلادي 01/11/2026"),
        ({"ends_on": "9999-12-31"}, "يجب أن تقع السنة"),
        ({"starts_on": "0001-01-01"}, "يجب أن تقع السنة"),
        ({"ends_on": "31/10/2026"}, "اليوم الأخير يسبق اليوم الأول"),
        ({"ends_on": "01/11/2027"}, "لائحة نظام العمل 27/2/12"),
        ({"hourly_wage": "0"}, "أكبر من الصفر"),
        ({"hourly_wage": "-5"}, "أكبر من الصفر"),
        ({"hourly_wage": "0.001"}, "بخانتين عشريتين"),
        ({"hourly_wage": "1000000000000000"}, "لا يمكن أن يتجاوز المبلغ 99,999.99"),
        ({"hourly_wage": "1e3"}, "ليس مبلغًا"),
    ],
)
def test_terms_that_cannot_be_say_why_and_stay_typed(client, terms, typed, message):
    response = client.post(terms, TERMS | typed)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert "<title>خطأ:" in html
    assert all(f'value="{text}"' in html for text in (TERMS | typed).values() if text)


def test_groups_of_three_are_read(client, start, person):
    client.post(walk(client, start, person.national_id, hourly_wage="١٬٠٠٠٫٥٠"))
    assert str(ContractOffer.objects.get().hourly_wage) == "1000.50"


def test_a_person_too_young_or_too_old_is_refused_by_law(client, start):
    young = factories.make_subscriber(birth_date=datetime.date(2011, 11, 2))
    terms = client.post(start, {"national_id": young.national_id})["Location"]
    assert "المادة 33" in client.post(terms, TERMS).content.decode()


def test_a_present_contract_is_shown_and_the_next_day_offered(client, start, establishment, person):
    present = factories.make_contract(establishment=establishment, subscriber=person)
    terms = client.post(start, {"national_id": person.national_id})["Location"]
    html = client.get(terms).content.decode()
    assert present.contract_no in html
    assert 'value="01/01/2027"' in html
    assert "ولا يجوز أن يتداخل عقدان" in client.post(terms, TERMS).content.decode()


def test_a_contract_elsewhere_is_neither_shown_nor_in_the_way(client, start, person):
    elsewhere = factories.make_contract(subscriber=person)
    terms = client.post(start, {"national_id": person.national_id})["Location"]
    assert elsewhere.contract_no not in client.get(terms).content.decode()
    assert client.post(terms, TERMS).status_code == 302


def test_a_wage_under_the_floor_is_allowed_with_a_word(client, start, person):
    check = walk(client, start, person.national_id, hourly_wage="6.24")
    assert "دون الحد الأدنى البالغ" in client.get(check).content.decode()
    check = walk(client, start, person.national_id, hourly_wage="6.25")
    assert "دون الحد الأدنى البالغ" not in client.get(check).content.decode()


# The check, and attempts


def test_terms_can_be_changed_from_the_check(client, start, person):
    check = walk(client, start, person.national_id)
    terms = check.removesuffix("check/")
    assert 'value="31.25"' in client.get(terms).content.decode()
    client.post(terms, TERMS | {"hourly_wage": "40"})
    client.post(check)
    assert str(ContractOffer.objects.get().hourly_wage) == "40.00"


def test_sending_twice_makes_one_offer_and_leads_to_it_twice(client, start, person):
    check = walk(client, start, person.national_id)
    first, second = client.post(check)["Location"], client.post(check)["Location"]
    assert first == second
    assert ContractOffer.objects.count() == 1
    assert client.get(check.removesuffix("check/"))["Location"] == first


def test_what_changed_meanwhile_is_told_at_the_check(client, start, establishment, person):
    check = walk(client, start, person.national_id)
    factories.make_contract(establishment=establishment, subscriber=person, starts_on=datetime.date(2026, 12, 1))
    response = client.post(check)
    assert response.status_code == 409
    assert "ولا يجوز أن يتداخل عقدان" in response.content.decode()
    assert not ContractOffer.objects.exists()


def test_the_check_shows_nothing_before_there_are_terms(client, terms):
    assert client.get(f"{terms}check/")["Location"] == terms


def test_an_attempt_belongs_to_its_session_and_its_establishment(client, terms, noura, establishment):
    other = factories.make_establishment()
    factories.make_membership(user=noura, establishment=other)
    strange = terms.replace(establishment.unified_number, other.unified_number)
    assert client.get(strange)["Location"] == reverse("contracts:contract_person", args=[other.unified_number])
    client.logout()
    client.force_login(noura)
    start = reverse("contracts:contract_person", args=[establishment.unified_number])
    response = client.get(terms, follow=True)
    assert response.redirect_chain == [(start, 302)]
    assert "لم تعد هذه المحاولة محفوظة" in response.content.decode()


def test_two_attempts_in_two_tabs_do_not_mix(client, start):
    one, two = factories.make_subscriber(), factories.make_subscriber()
    first = walk(client, start, one.national_id, hourly_wage="11")
    second = walk(client, start, two.national_id, hourly_wage="22")
    client.post(first)
    client.post(second)
    made = {offer.subscriber: str(offer.hourly_wage) for offer in ContractOffer.objects.order_by("pk")}
    assert made == {one: "11.00", two: "22.00"}


def test_fields_that_no_page_has_change_nothing(client, start, person):
    check = walk(client, start, person.national_id, contract_no="X", establishment="1", status="terminated")
    client.post(check, {"hourly_wage": "1", "national_id": "1098765439", "starts_on": "2020-01-01"})
    offer = ContractOffer.objects.get()
    assert (str(offer.hourly_wage), offer.subscriber, offer.status) == ("31.25", person, "waiting")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, start, terms, method):
    assert [getattr(client, method)(address).status_code for address in (start, terms, f"{terms}check/")] == [405] * 3
