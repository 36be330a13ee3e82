"""What is typed is priced before it is saved, on the path of the save, and nothing of it stays."""

import datetime

import pytest
from django.urls import reverse

from apps.common.periods import Month
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories
from tests.timesheets.pages import address, cell, form_of

OCTOBER = Month(2026, 10)
pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, noura):
    client.force_login(noura)
    return client


def estimate(client, contract, texts):
    """The person types into some days of the open grid; the page asks what the month would come to."""
    fields = form_of(client.get(address(contract.establishment, OCTOBER)))
    typed = {cell(contract, day): text for day, text in texts.items()}
    return client.post(address(contract.establishment, OCTOBER, "month_estimate"), fields | typed)


def test_the_estimate_is_what_the_page_says_after_saving(desk, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, 1): 480})
    answer = estimate(desk, contract, {4: "8", 5: "٧٫٥"})
    assert "96.00" in answer.content.decode()
    fields = form_of(desk.get(address(contract.establishment, OCTOBER)))
    fields |= {cell(contract, 4): "8", cell(contract, 5): "7.5", "do": "save"}
    desk.post(address(contract.establishment, OCTOBER), fields)
    assert answer.content.decode() in desk.get(address(contract.establishment, OCTOBER)).content.decode()


def test_nothing_of_it_is_saved(desk, contract):
    estimate(desk, contract, {4: "8", 5: "8"})
    for model in (HoursEntry, MonthTotal, Timesheet):
        assert not model.objects.exists()


def test_rows_that_could_not_be_saved_do_not_count(desk, contract):
    assert "48.00" in estimate(desk, contract, {4: "8"}).content.decode()
    assert "0.00" in estimate(desk, contract, {4: "8", 5: "75"}).content.decode()


def test_where_nobody_can_say_yet_it_says_so(desk, contract):
    empty = desk.post(address(contract.establishment, OCTOBER, "month_estimate"))
    assert empty.content.decode() == "تُحسب بعد الحفظ"
    contract.wages.all().delete()
    assert estimate(desk, contract, {4: "8"}).content.decode() == "تُحسب بعد الحفظ"


def test_a_clerk_of_hours_is_told_no_amounts(client, badr, contract):
    client.force_login(badr)
    assert estimate(client, contract, {4: "8"}).status_code == 403
    assert "hx-post" not in client.get(address(contract.establishment, OCTOBER)).content.decode()


def test_a_guest_is_answered_nothing_and_what_he_typed_stays(client, contract):
    place = reverse("timesheets:month_estimate", args=[contract.establishment.unified_number, OCTOBER])
    answer = client.post(place, {"rows": str(contract.pk)}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (204, b"")


def test_the_number_of_queries_does_not_grow_with_the_people(desk, establishment, django_assert_num_queries):
    for people in (1, 6):
        for _ in range(people):
            contract = factories.make_contract(establishment=establishment)
        fields = form_of(desk.get(address(establishment, OCTOBER))) | {cell(contract, 4): "8"}
        with django_assert_num_queries(29):
            desk.post(address(establishment, OCTOBER, "month_estimate"), fields)
