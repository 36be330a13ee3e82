"""Many contracts from one file: every valid row becomes an offer to its person, the others say what is wrong."""

import pytest
from django.urls import reverse

from apps.common import clock as time_of_day
from apps.contracts.models import ContractOffer
from apps.exchange import services
from apps.exchange.choices import Stage
from tests import factories
from tests.exchange import sheets_of as files
from tests.exchange.test_upload_pages import book, page_of, sent, words

pytestmark = pytest.mark.django_db
HEAD = ("رقم الهوية", "الاسم", "أول يوم", "آخر يوم", "أجر الساعة")


@pytest.fixture
def people(db):
    return [factories.make_subscriber(mobile="+966512345678") for _ in range(3)]


@pytest.fixture
def start(establishment):
    return reverse("exchange:contracts_start", args=[establishment.unified_number])


@pytest.fixture
def owner(client, noura):
    client.force_login(noura)
    return client


def row(person, first="2026-11-01", last="2027-04-30", wage="31.25") -> tuple:
    return person.national_id, "كما كُتب", first, last, wage


def test_valid_rows_become_offers_and_the_others_are_told(owner, start, people):
    upload = sent(owner, start, files.workbook([HEAD, row(people[0]), row(people[1], wage="x"), row(people[2])]))
    assert (upload.rows, upload.added, upload.bad_rows, upload.month) == (3, 2, 1, None)
    assert not ContractOffer.objects.exists()
    page = words(owner.get(page_of(upload, "contracts_upload")))
    assert "«x» ليس مبلغًا" in page
    assert people[1].name not in page
    owner.post(page_of(upload, "contracts_upload"), {"do": "import"})
    offers = ContractOffer.objects.order_by("pk")
    assert [offer.subscriber for offer in offers] == [people[0], people[2]]
    assert str(offers[0].hourly_wage) == "31.25"
    upload.refresh_from_db()
    assert (upload.stage, upload.imported) == (Stage.APPLIED, 2)
    answer = owner.get(page_of(upload, "contracts_upload"))
    assert "العروض المرسلة: 2" in words(answer)
    assert reverse("contracts:offer_list", args=[upload.establishment.unified_number]) in answer.content.decode()


def test_what_the_books_refuse_is_told_by_row_and_column(owner, start, people):
    unknown = factories.national_id(777)
    rows = [row(people[0], last="2026-10-01"), row(people[1]), row(people[1]), (unknown, "", *row(people[2])[2:])]
    upload = sent(owner, start, files.workbook([HEAD, *rows]))
    assert set(upload.entries.exclude(problem="").values_list("row", flat=True)) == {2, 4, 5}
    back = book(owner.get(page_of(upload, "contracts_problems")))
    assert [bool(line[5]) for line in back] == [True, True, False, True, True]
    assert "في صف آخر الشخص نفسه" in back[3][5]


def test_the_same_file_twice_offers_nothing_twice(owner, start, people, noura):
    content = files.workbook([HEAD, row(people[0])])
    owner.post(page_of(sent(owner, start, content), "contracts_upload"), {"do": "import"})
    again = sent(owner, start, content)
    assert (again.added, again.bad_rows) == (0, 1)
    assert "استُورد هذا الملف نفسه من قبل" in words(owner.get(page_of(again, "contracts_upload")))
    assert ContractOffer.objects.count() == 1


def test_what_is_offered_meanwhile_is_told_and_the_rest_goes_on(owner, start, people, noura, establishment):
    upload = sent(owner, start, files.workbook([HEAD, row(people[0]), row(people[1])]))
    other = factories.make_upload(
        establishment=establishment,
        by=noura,
        rows=[(people[0].national_id, "2026-11-01", "2027-04-30", 40)],
        month=None,
    )
    services.request_import(upload_id=other.pk, by=noura, now=time_of_day.now())
    while services.work(upload_id=other.pk, clock=time_of_day.now):
        pass
    owner.post(page_of(upload, "contracts_upload"), {"do": "import"})
    upload.refresh_from_db()
    assert (upload.stage, upload.imported) == (Stage.APPLIED, 1)
    assert ContractOffer.objects.count() == 2


def test_hijri_days_of_a_term_are_a_question_too(owner, start, people):
    upload = sent(owner, start, files.workbook([HEAD, row(people[0], first="1448-06-01")]))
    assert upload.bad_rows == 1
    owner.post(page_of(upload, "contracts_upload"), {"do": "convert"})
    upload.refresh_from_db()
    assert (upload.bad_rows, upload.added) == (0, 1)


def test_the_template_names_its_columns_and_the_list_leads_here(owner, start, establishment):
    head = book(owner.get(reverse("exchange:contracts_template", args=[establishment.unified_number])))[0]
    assert head[2:] == ["اليوم الأول", "اليوم الأخير", "أجر الساعة"]
    contracts = owner.get(reverse("contracts:contract_list", args=[establishment.unified_number]))
    assert start in contracts.content.decode()


def test_whoever_only_enters_hours_offers_no_contracts(client, badr, start):
    client.force_login(badr)
    assert client.get(start).status_code == 403
