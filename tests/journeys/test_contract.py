"""Journey 5: a contract is offered, its subscriber accepts it in his own browser, and it ends."""

import datetime
import re

import pytest

from apps.contracts import services as contracts
from apps.contracts.models import Contract
from apps.outbox.models import Message
from tests import factories
from tests.journeys.conftest import NARROW, WIDE

WORDS = {
    "ar": {
        "offer": "تقديم عرض عقد",
        "continue": "متابعة",
        "send": "إرسال العرض",
        "overlap": "ولا يجوز أن يتداخل عقدان",
        "waiting": "بانتظار الرد",
        "read": "الاطلاع والرد",
        "accept": "قبول",
        "accept it": "قبول العرض",
        "accepted by": "قبول المشترك",
        "paper": "PDF بالعربية",
        "end": "إنهاء العقد",
        "blocked": "توجد ساعات مدخلة بعد",
    },
    "en": {
        "offer": "Offer a contract",
        "continue": "Continue",
        "send": "Send the offer",
        "overlap": "cannot overlap",
        "waiting": "Awaiting the answer",
        "read": "Read and answer",
        "accept": "Accept",
        "accept it": "Accept the offer",
        "accepted by": "Accepted by the subscriber",
        "paper": "PDF in English",
        "end": "End the contract",
        "blocked": "Hours are entered after",
    },
}


def fill(visitor, **values) -> None:
    for name, value in values.items():
        visitor.field(name).fill(value)


@pytest.mark.parametrize(("language", "size"), [("ar", WIDE), ("en", NARROW)], ids=["ar-1280", "en-390"])
def test_from_the_offer_over_the_acceptance_to_the_end(walk, transactional_db, clock, language, size):
    words = WORDS[language]
    # Long enough to try the header.
    company = "Sanabel Bakery and Confectionery Company"
    establishment = factories.make_establishment(name_ar="مخبز السنابل", name_en=company)
    noura = factories.make_member("نورة بنت عبد الرحمن العتيبي", establishment=establishment, role="owner")
    salma = factories.make_user(full_name="سلمى الشمري", mobile="+966511111111")
    person = factories.make_subscriber(full_name_ar="سلمى الشمري", full_name_en="Salma Alshammari", user=salma)
    factories.make_contract(establishment=establishment, subscriber=person, starts_on=datetime.date(2025, 11, 1))
    pages = f"/e/{establishment.unified_number}/contracts/"

    owner = walk(noura, language=language, size=size)
    owner.go(pages).press(words["offer"], role="link")
    fill(owner, national_id=person.national_id)
    owner.press(words["continue"])
    assert owner.field("starts_on").input_value() == "01/11/2026"
    fill(owner, starts_on="31/10/2026", ends_on="30/04/2027", hourly_wage="٣١٫٢٥")
    owner.press(words["continue"], status=422)
    assert words["overlap"] in owner.text()
    fill(owner, starts_on="01/11/2026")
    owner.press(words["continue"])
    assert "31.25" in owner.text()
    assert "250.00" in owner.text()
    assert person.national_id not in owner.text()
    owner.press(words["send"])
    assert words["waiting"] in owner.text()
    assert Message.objects.get().recipient == salma.mobile
    assert Contract.objects.count() == 1

    worker = walk(salma, language=language, size=size)
    worker.go("/me/").press(re.compile(words["read"]), role="link")
    assert "250.00" in worker.text()
    worker.press(words["accept"], role="link")
    worker.press(words["accept it"])
    contract = Contract.objects.get(starts_on=datetime.date(2026, 11, 1))
    assert contract.contract_no in worker.text()
    worker.press(words["paper"])
    contracts.render_next_paper(now=factories.at(datetime.date(2026, 10, 20)))
    worker.go(worker.page.url.removeprefix(worker.origin))
    assert "SHA-256" in worker.text()

    clock.move_to(factories.at(datetime.date(2026, 11, 20)))
    factories.make_hours(contract, {datetime.date(2026, 11, 12): 480}, by=noura)
    owner.sign_in_as(noura)
    owner.go(f"{pages}{contract.public_id}/")
    assert words["accepted by"] in owner.text()
    owner.press(words["end"], role="link")
    fill(owner, last_day="10/11/2026", reason="انتهاء المشروع")
    owner.press(words["continue"], status=422)
    assert words["blocked"] in owner.text()
    fill(owner, last_day="30/11/2026")
    owner.press(words["continue"])
    owner.press(words["end"])
    worker.sign_in_as(salma)
    worker.go(f"/me/contracts/{contract.public_id}/")
    assert "انتهاء المشروع" in worker.text()
