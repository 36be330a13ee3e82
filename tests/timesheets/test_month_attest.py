"""Review, declaration and confirmation of a month."""

import datetime

import pytest

from apps.common.periods import Month
from apps.timesheets import services
from apps.timesheets.models import Declaration, HoursEntry, MonthTotal, Timesheet
from apps.timesheets.pages import AttestPage
from apps.timesheets.rules.review import is_unusual
from tests import factories
from tests.timesheets.pages import address, form_of, said

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
GRACE = datetime.date(2026, 10, 3)


@pytest.fixture
def worked(contract, establishment, clock):
    """Forty hours in September; a second person has none; it is still time to attest."""
    clock.move_to(factories.at(GRACE))
    factories.make_month(contract, SEPTEMBER, 40)
    factories.make_contract(establishment=establishment)
    return contract


def review(client, contract, month=SEPTEMBER):
    return client.get(address(contract.establishment, month, "month_attest"))


def declare(client, contract, month=SEPTEMBER, **fields):
    fields = form_of(review(client, contract, month)) | {"declared": "yes"} | fields
    return client.post(address(contract.establishment, month, "month_attest"), fields)


@pytest.fixture
def desk(client, noura):
    client.force_login(noura)
    return client


def test_the_review_shows_every_person_and_who_has_nothing(desk, worked):
    factories.make_hours(worked, {datetime.date(2026, 8, 3): 480})
    page = said(review(desk, worked))
    assert "من دون ساعات هذا الشهر</a>: مشترك واحد" in page
    assert '<bdi dir="ltr">+400%</bdi>' in page
    assert "أُقرّ بأن الساعات المدخلة مطابقة للعمل المنجز فعليًّا" in page


def test_what_is_unlike_last_month_is_marked_and_leads_to_the_person(desk, worked, establishment):
    factories.make_month(worked, SEPTEMBER.previous, 8)
    page = said(review(desk, worked))
    assert '<bdi dir="ltr">+32</bdi>' in page
    assert f'<a href="#s{worked.pk}">ساعات أكثر أو أقل بكثير من الشهر السابق</a>: مشترك واحد' in page
    assert f'id="s{worked.pk}"' in page


def test_who_is_new_who_left_and_what_lapses_is_said(desk, worked, establishment):
    factories.make_contract(establishment=establishment, starts_on=datetime.date(2026, 9, 10))
    gone = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 8, 31))
    ending = factories.make_contract(establishment=establishment, ends_on=datetime.date(2026, 9, 20))
    factories.make_month(ending, SEPTEMBER, "9.5")
    page = said(review(desk, worked))
    assert page.count("جديد هذا الشهر") == 1
    assert f"ليس لهم عقد الآن: <bdi>{gone.subscriber.name}</bdi>" in " ".join(page.split())
    assert "تسقط 1.5 ساعة بانتهاء العقد" in page
    assert "آخر يوم في العقد: 20 سبتمبر 2026" in page


def test_two_people_of_one_name_stand_in_one_row_each_however_their_contracts_take_turns(desk, worked, establishment):
    one, other = (factories.make_subscriber(full_name_ar="سالم السالم") for _ in range(2))
    for person, last_day in ((one, 10), (other, 30), (one, 30)):
        starts_on = datetime.date(2026, 9, 1 if last_day == 10 or person is other else 11)
        factories.make_contract(
            establishment=establishment,
            subscriber=person,
            starts_on=starts_on,
            ends_on=datetime.date(2026, 9, last_day),
        )
    people = review(desk, worked).context["page"].people
    assert [each.subscriber for each in people].count(one) == 1
    assert len(people) == 4


@pytest.mark.parametrize(
    ("hours", "before", "unusual"), [(60, 40, True), (59, 40, False), (20, 40, True), (90, 70, False), (40, 0, False)]
)
def test_twenty_hours_and_half_as_much_are_unusual(hours, before, unusual):
    assert is_unusual(hours * 60, before * 60) is unusual


def test_two_who_declare_at_once_are_led_to_one_declaration(desk, worked, monkeypatch):
    path, fields = address(worked.establishment, SEPTEMBER, "month_attest"), form_of(review(desk, worked))
    monkeypatch.setattr(AttestPage, "is_declared", False)
    assert [desk.post(path, fields | {"declared": "yes"}).status_code for _ in range(2)] == [302, 302]
    assert Declaration.objects.count() == 1


def test_an_attested_month_is_confirmed_with_its_number(desk, worked, noura):
    response = declare(desk, worked)
    assert (response.status_code, response.url) == (302, address(worked.establishment, SEPTEMBER, "month_attested"))
    sheet = Timesheet.objects.get()
    page = said(desk.get(response.url))
    assert "اعتُمدت ساعات سبتمبر 2026" in page
    assert sheet.reference in page
    assert noura.full_name in page
    assert "تصدر الفاتورة آليًّا في 6 أكتوبر 2026" in page
    assert '<bdi dir="ltr">40</bdi>' in page


def test_without_the_tick_nothing_is_declared(desk, worked):
    response = declare(desk, worked, declared="")
    assert response.status_code == 422
    assert '<a href="#declared">' in said(response)
    assert not Timesheet.objects.filter(status="attested").exists()


def test_a_second_click_leads_to_the_same_confirmation(desk, worked):
    fields = form_of(review(desk, worked)) | {"declared": "yes"}
    path = address(worked.establishment, SEPTEMBER, "month_attest")
    assert [desk.post(path, fields).url for _ in range(2)] == [
        address(worked.establishment, SEPTEMBER, "month_attested")
    ] * 2
    assert Timesheet.objects.count() == 1


def test_hours_that_changed_meanwhile_are_shown_again(desk, worked):
    fields = form_of(review(desk, worked)) | {"declared": "yes"}
    factories.make_hours(worked, {datetime.date(2026, 9, 28): 60})
    response = desk.post(address(worked.establishment, SEPTEMBER, "month_attest"), fields)
    assert response.status_code == 409
    assert "تغيّرت ساعات سبتمبر 2026" in said(response)
    assert '<bdi dir="ltr">41</bdi>' in said(response)
    assert desk.post(
        address(worked.establishment, SEPTEMBER, "month_attest"), form_of(response) | {"declared": "yes"}
    ).url


def test_what_is_saved_while_the_page_is_made_is_not_attested_with_it(desk, worked):
    page = AttestPage(review(desk, worked).context["page"].desk, SEPTEMBER, GRACE, look_ahead=None)
    factories.make_hours(worked, {datetime.date(2026, 9, 28): 60})
    assert page.minutes == 41 * 60
    seen = {"declared": "yes", "seen": page.fingerprint}
    assert desk.post(address(worked.establishment, SEPTEMBER, "month_attest"), seen).status_code == 409


def test_hours_taken_back_meanwhile_never_become_a_month_without_work(desk, worked):
    fields = form_of(review(desk, worked)) | {"declared": "yes"}
    HoursEntry.objects.update(minutes=0)
    MonthTotal.objects.update(minutes=0)
    response = desk.post(address(worked.establishment, SEPTEMBER, "month_attest"), fields)
    assert response.status_code == 409
    assert "أُقرّ بأنه لم يعمل أحد" in said(response)
    assert not Timesheet.objects.filter(status="attested").exists()


def test_a_month_without_hours_is_declared_as_such(desk, contract, clock):
    clock.move_to(factories.at(GRACE))
    page = said(review(desk, contract))
    assert "أُقرّ بأنه لم يعمل أحد في سبتمبر 2026" in page
    response = declare(desk, contract)
    assert Timesheet.objects.get().is_nil
    assert "أُقرّ بعدم وجود عمل في سبتمبر 2026" in said(desk.get(response.url))


def test_a_running_month_says_from_when_it_can_be_attested(desk, contract):
    factories.make_month(contract, OCTOBER, 40)
    response = review(desk, contract, OCTOBER)
    assert "ابتداءً من 31 أكتوبر 2026" in said(response)
    assert form_of(response) == {}
    path = address(contract.establishment, OCTOBER, "month_attest")
    assert desk.post(path, {"declared": "yes", "seen": ""}).status_code in (409, 422)
    assert not Timesheet.objects.exists()


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("owner", 200, 302),
        ("supervisor", 200, 302),
        ("hours_clerk", 200, 403),
        ("viewer", 200, 403),
        ("accountant", 403, 403),
    ],
)
def test_each_role_reviews_and_declares_what_it_may(client, worked, role, reads, writes, noura):
    client.force_login(noura)
    fields = form_of(review(client, worked)) | {"declared": "yes"}
    client.force_login(factories.make_member("عضو", establishment=worked.establishment, role=role))
    assert review(client, worked).status_code == reads
    path = address(worked.establishment, SEPTEMBER, "month_attest")
    assert client.post(path, fields).status_code == writes
    assert Timesheet.objects.filter(status="attested").exists() is (writes == 302)


def test_a_clerk_is_told_who_declares(client, worked, badr, noura):
    client.force_login(badr)
    page = said(review(client, worked))
    assert noura.full_name in page
    assert form_of(review(client, worked)) == {}


def test_a_stranger_finds_nothing(client, worked, salem):
    client.force_login(salem)
    path = address(worked.establishment, SEPTEMBER, "month_attest")
    assert client.get(path).status_code == client.post(path).status_code == 404
    assert client.get(address(worked.establishment, SEPTEMBER, "month_attested")).status_code == 404


def test_a_month_that_is_not_declared_has_no_confirmation(desk, worked):
    assert desk.get(address(worked.establishment, SEPTEMBER, "month_attested")).status_code == 404


def test_what_the_system_attested_says_so(desk, worked):
    services.close_sheets(SEPTEMBER, now=factories.at(datetime.date(2026, 10, 6)))
    page = said(desk.get(address(worked.establishment, SEPTEMBER, "month_attested")))
    assert "اعتمد النظام ساعات سبتمبر 2026" in page
    assert review(desk, worked).status_code == 302


def test_the_number_of_queries_does_not_grow_with_the_people(desk, establishment, clock, django_assert_num_queries):
    clock.move_to(factories.at(GRACE))
    for people in (1, 30):
        for _ in range(people):
            factories.make_month(factories.make_contract(establishment=establishment), SEPTEMBER, 8)
        desk.get(address(establishment, SEPTEMBER, "month_attest"))
        with django_assert_num_queries(17):
            desk.get(address(establishment, SEPTEMBER, "month_attest"))
