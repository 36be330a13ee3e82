"""A block from a spreadsheet on a page of its own: what it would change and what lands in the grid, never saved."""

import pytest

from apps.common.periods import Month
from apps.timesheets.models import HoursEntry
from tests import factories
from tests.timesheets.pages import address, cell, form_of, said

pytestmark = pytest.mark.django_db
OCTOBER = Month(2026, 10)


@pytest.fixture
def desk(client, noura):
    client.force_login(noura)
    return client


def send(client, contract, *, do="paste", typed=None, accept="text/html", **fields):
    page = address(contract.establishment, OCTOBER)
    form = form_of(client.get(page)) | (typed or {})
    return client.post(page, form | {"do": do} | fields, headers={"accept": accept})


def test_the_page_carries_what_is_typed_so_far(desk, contract):
    response = send(desk, contract, typed={cell(contract, 1): "7:15"})
    assert response.status_code == 200
    assert form_of(response)[cell(contract, 1)] == "7:15"
    assert "لصق ساعات أكتوبر 2026" in said(response)


def test_a_trial_shows_changes_problems_and_what_does_not_land(desk, contract):
    page = said(
        send(desk, contract, typed={cell(contract, 1): "8"}, block="8\t7.5\t75\nx", person=contract.pk, day="1")
    )
    assert "2 أكتوبر" in page
    assert "هل المقصود 7.5؟" in page
    assert "خارج صفوف هذه الصفحة وأيامها: 1" in page
    assert "<td>1 أكتوبر" not in page
    assert not HoursEntry.objects.exists()


def test_a_block_put_into_the_grid_is_marked_and_not_saved(desk, contract):
    response = send(desk, contract, do="put", block="8\tabc", person=contract.pk, day="3")
    fields = form_of(response)
    assert (fields[cell(contract, 3)], fields[cell(contract, 4)]) == ("8", "abc")
    assert "القيمة «\u2068abc\u2069» غير مفهومة" in said(response)
    assert "أُلصقت قيمتان" in said(response)
    assert not HoursEntry.objects.exists()


def test_the_grids_script_gets_the_cells_and_the_words(desk, contract):
    person = contract.subscriber.national_id
    answer = send(desk, contract, block=f"{person}\t٧٫٥\n1999999999\t4", day="2", accept="application/json").json()
    assert answer["cells"] == {cell(contract, 2): "7.5"}
    assert "أُلصقت قيمة واحدة" in answer["said"]
    assert "1999999999" in answer["said"]
    assert person not in answer["said"]


def test_a_block_too_large_is_refused(desk, contract):
    block = "8\t" * 60_000
    assert "هذا أكثر مما تتسع له صفحة واحدة" in said(send(desk, contract, block=block))
    assert send(desk, contract, block=block, accept="application/json").json()["cells"] == {}


def test_a_pasted_text_is_never_markup(desk, contract):
    text = '"><script>alert(1)</script>'
    for do in ("paste", "put"):
        response = send(desk, contract, do=do, block=f"{text}\t{text}")
        assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(("person", "day"), [("x", "-1"), ("9" * 30, "٣"), ("", "99")])
def test_a_place_that_does_not_exist_is_the_first(desk, contract, person, day):
    answer = send(desk, contract, block="8", person=person, day=day, accept="application/json").json()
    assert answer["cells"] == ({} if day == "99" else {cell(contract, 1): "8"})


def test_who_only_reads_pastes_nothing(client, contract, noura):
    client.force_login(noura)
    form = form_of(client.get(address(contract.establishment, OCTOBER)))
    client.force_login(factories.make_member("عضو", establishment=contract.establishment, role="viewer"))
    assert client.post(address(contract.establishment, OCTOBER), form | {"do": "paste"}).status_code == 403
