"""The month's grid as a page: who sees it, what it shows, how it saves, and what comes back when it cannot."""

import datetime
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from apps.common.periods import Month
from apps.regulations.services import freeze_month
from apps.timesheets.models import HoursEntry, MonthTotal, Timesheet
from tests import factories
from tests.timesheets.pages import address, cell, form_of, said

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)


@pytest.fixture
def desk(client, noura):
    client.force_login(noura)
    return client


def open_form(client, establishment, month=OCTOBER, query=""):
    return form_of(client.get(address(establishment, month) + query))


def post(client, establishment, fields, month=OCTOBER, do="save", query=""):
    return client.post(address(establishment, month) + query, {**fields, "do": do})


def enter(client, contract, texts, month=OCTOBER, do="save"):
    """A person opens the month, types into some days, and sends the form."""
    fields = open_form(client, contract.establishment, month)
    return post(
        client, contract.establishment, fields | {cell(contract, day): text for day, text in texts.items()}, month, do
    )


def stored(contract=None):
    entries = HoursEntry.objects.filter(contract=contract) if contract else HoursEntry.objects.all()
    return {entry.work_date.day: entry.minutes / 60 for entry in entries}


# Who may


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("owner", 200, 303),
        ("supervisor", 200, 303),
        ("hours_clerk", 200, 303),
        ("viewer", 200, 403),
        ("accountant", 403, 403),
    ],
)
def test_each_role_reads_and_writes_what_it_may(client, contract, noura, role, reads, writes):
    client.force_login(noura)
    fields = open_form(client, contract.establishment) | {cell(contract, 1): "8"}
    client.force_login(factories.make_member("عضو", establishment=contract.establishment, role=role))
    assert client.get(address(contract.establishment, OCTOBER)).status_code == reads
    assert post(client, contract.establishment, fields).status_code == writes
    assert HoursEntry.objects.exists() is (writes == 303)


def test_a_viewer_gets_no_fields(client, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, 1): 480})
    client.force_login(factories.make_member("عضو", establishment=contract.establishment, role="viewer"))
    response = client.get(address(contract.establishment, OCTOBER))
    assert form_of(response) == {}
    assert ">8</td>" in response.content.decode()


def test_a_stranger_gets_what_an_unknown_number_gets(client, contract, salem):
    client.force_login(salem)
    for method in (client.get, client.post):
        assert method(address(contract.establishment, OCTOBER)).status_code == 404
    assert client.get(reverse("timesheets:month_grid", args=["7999999999", OCTOBER])).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, contract):
    response = client.get(address(contract.establishment, OCTOBER))
    assert response.status_code == 302
    assert "/account/login/" in response.url


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(desk, contract, method):
    assert getattr(desk, method)(address(contract.establishment, OCTOBER)).status_code == 405


@pytest.mark.parametrize(
    "path", ["2026-13", "2026-1", "2026-00", "0000-00", "9999-12", "2026-11", "2024-06", "١٤٤٨-٠٤"]
)
def test_b24_what_is_no_month_of_the_portal_is_no_page(desk, establishment, path):
    assert desk.get(f"/e/{establishment.unified_number}/hours/{path}/").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", str(2**63), "١٢", "1;--", "7" * 5000])
def test_b18_what_is_no_establishment_is_no_page(desk, number):
    assert desk.get(f"/e/{number}/hours/2026-10/").status_code == 404


@pytest.mark.parametrize("path", ["/e/%00/hours/2026-10/", "/e/7000000001/hours/2026-10/?q=%00"])
def test_b19_a_nul_is_refused(desk, path):
    assert desk.get(path).status_code in (400, 404)


# What it shows


def test_the_month_shows_its_people_days_and_totals(desk, contract, noura):
    factories.make_hours(contract, {datetime.date(2026, 10, 1): 480, datetime.date(2026, 10, 2): 450}, by=noura)
    page = said(desk.get(address(contract.establishment, OCTOBER)))
    assert "ساعات عمل أكتوبر 2026" in page
    assert 'value="7.5"' in page
    assert '<b><bdi dir="ltr">15.5</bdi></b> من 95 ساعة' in page
    assert "يوم واحد، مرحَّل 7.5 س" in page
    assert f"1••••••{contract.subscriber.national_id[-3:]}" in page
    assert contract.subscriber.national_id not in page


def test_days_to_come_and_days_outside_the_contract_take_no_hours(desk, establishment):
    contract = factories.make_contract(establishment=establishment, starts_on=datetime.date(2026, 10, 12))
    fields = open_form(desk, establishment)
    days = {int(name.split("-")[2]) for name in fields if name.startswith("h-")}
    assert days == set(range(12, 21))
    assert fields[f"rev-{contract.pk}"] == "12:0,0,0,0,0,0,0,0,0"


def test_the_english_page_is_whole(desk, contract):
    desk.cookies["language"] = "en"
    page = said(desk.get(address(contract.establishment, OCTOBER)))
    assert "Working hours of October 2026" in page
    assert 'dir="ltr"' in page


def test_an_establishment_without_contracts_sees_an_empty_month(desk, establishment):
    page = said(desk.get(address(establishment, OCTOBER)))
    assert "لا توجد عقود سارية في أكتوبر 2026" in page


@pytest.fixture
def many(establishment):
    return [factories.make_contract(establishment=establishment) for _ in range(45)]


def test_a_page_holds_twenty_people(desk, establishment, many):
    first = open_form(desk, establishment)
    assert first["rows"].count(",") == 19
    shown = [open_form(desk, establishment, query=f"?page={number}")["rows"].split(",") for number in (1, 2, 3)]
    assert sorted(pk for page in shown for pk in page) == sorted(str(contract.pk) for contract in many)


@pytest.mark.parametrize("number", ["0", "-1", "1000000000", "abc", "²", "1&page=2"])
def test_b39_a_page_that_does_not_exist_is_the_first(desk, establishment, many, number):
    expected = open_form(desk, establishment, query="?page=2" if "page=2" in number else "")
    assert open_form(desk, establishment, query=f"?page={number}")["rows"] == expected["rows"]


@pytest.mark.parametrize("word", ["فاطمه", "فَاطِمَة", "Fatimah", "ID", "١"])
def test_people_are_found_by_name_and_id(desk, establishment, many, word):
    fatimah = next(contract for contract in many if contract.subscriber.full_name_ar.startswith("فاطمة"))
    arabic_digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    word = {"ID": fatimah.subscriber.national_id, "١": fatimah.subscriber.national_id.translate(arabic_digits)}.get(
        word, word
    )
    rows = open_form(desk, establishment, query=f"?q={word}")["rows"].split(",")
    assert str(fatimah.pk) in rows
    assert len(rows) < 20


@pytest.mark.parametrize("part", [slice(0, 4), slice(0, 9), slice(-4, None), slice(3, 6)])
def test_a_part_of_an_id_finds_nobody_so_that_no_hidden_digit_is_found_out(desk, establishment, many, part):
    digits = many[0].subscriber.national_id[part]
    assert "لا توجد نتائج مطابقة" in said(desk.get(f"{address(establishment, OCTOBER)}?q={digits}"))


def test_the_last_digits_that_are_shown_find_their_person(desk, establishment, many):
    person = many[0].subscriber
    rows = open_form(desk, establishment, query=f"?q={person.national_id[-3:]}")["rows"].split(",")
    assert str(many[0].pk) in rows


def test_a_search_in_the_grid_is_limited_and_the_grid_itself_is_not(desk, establishment, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"search": "2/m/user"}
    page = address(establishment, OCTOBER)
    assert [desk.get(f"{page}?q=1").status_code for _ in range(3)] == [200, 200, 429]
    assert desk.get(page).status_code == 200


def test_nobody_found_is_said(desk, establishment, many):
    assert "لا توجد نتائج مطابقة" in said(desk.get(address(establishment, OCTOBER) + "?q=zzz"))


def test_the_number_of_queries_does_not_grow_with_the_people(desk, establishment, django_assert_num_queries):
    for people in (1, 19):
        for _ in range(people):
            factories.make_month(factories.make_contract(establishment=establishment), OCTOBER, 40)
        desk.get(address(establishment, OCTOBER))
        with django_assert_num_queries(13):
            desk.get(address(establishment, OCTOBER))


def test_the_script_of_the_grid_is_small_and_only_where_hours_can_be_entered(client, desk, contract):
    assert Path(finders.find("js/grid.js")).stat().st_size < 12_000
    page = address(contract.establishment, OCTOBER)
    assert "js/grid.js" in desk.get(page).content.decode()
    client.force_login(factories.make_member("عضو", establishment=contract.establishment, role="viewer"))
    assert "js/grid.js" not in client.get(page).content.decode()


def test_the_script_is_told_every_plural_form_and_the_limits(desk, contract):
    page = said(desk.get(address(contract.establishment, OCTOBER)))
    told = json.loads(page.partition('<script id="told" type="application/json">')[2].partition("</script>")[0])
    assert told["limits"] == {"day": 720, "month": 5700, "near": 569, "step": 15, "unit": 480}
    assert told["words"]["days"] == {
        "zero": "لا أيام",
        "one": "يوم واحد",
        "two": "يومان",
        "few": "{n} أيام",
        "many": "{n} يومًا",
        "other": "{n} يوم",
    }


# How it saves


def test_hours_are_saved_and_the_page_is_shown_again(desk, contract):
    response = enter(desk, contract, {1: "8", 2: "٧٫٥", 3: "7:30"})
    assert (response.status_code, response.url) == (303, address(contract.establishment, OCTOBER))
    assert stored(contract) == {1: 8, 2: 7.5, 3: 7.5}
    page = desk.get(response.url)
    assert "حُفظت الساعات" in said(page)
    assert form_of(page)[cell(contract, 3)] == "7.5"


def test_saving_may_lead_to_the_review(desk, contract):
    response = enter(desk, contract, {1: "8"}, do="review")
    assert (response.status_code, response.url) == (303, address(contract.establishment, OCTOBER, "month_attest"))
    assert stored() == {1: 8}


@pytest.mark.parametrize(
    ("do", "fields", "query"),
    [("page-2", {}, "?page=2"), ("find", {"q": "فاطمة"}, "?q=%D9%81%D8%A7%D8%B7%D9%85%D8%A9"), ("find", {"q": ""}, "")],
)
def test_turning_the_page_and_searching_save_first(desk, establishment, many, do, fields, query):
    form = open_form(desk, establishment)
    contract_id = form["rows"].split(",")[0]
    response = post(desk, establishment, form | {f"h-{contract_id}-1": "8"} | fields, do=do)
    assert response.url == address(establishment, OCTOBER) + query
    assert stored() == {1: 8}


def test_a_page_keeps_its_place_after_saving(desk, establishment, many):
    form = open_form(desk, establishment, query="?page=2")
    response = post(desk, establishment, form, query="?page=2")
    assert response.url.endswith("?page=2")


def test_the_number_of_queries_of_a_save_does_not_grow(desk, establishment, django_assert_num_queries):
    Timesheet.objects.create(establishment=establishment, month=OCTOBER)
    for people in (1, 19):
        for _ in range(people):
            factories.make_contract(establishment=establishment)
        fields = open_form(desk, establishment)
        fields |= {name: "2" for name in fields if name.startswith("h-")}
        with django_assert_num_queries(21):
            assert post(desk, establishment, fields).status_code == 303
        HoursEntry.objects.all().delete()
        MonthTotal.objects.all().delete()


def test_b10_fifty_rows_of_a_month_are_taken(desk, establishment, many):
    rows = [*many, *(factories.make_contract(establishment=establishment) for _ in range(5))]
    fields = {"rows": ",".join(str(contract.pk) for contract in rows)}
    for contract in rows:
        fields[f"rev-{contract.pk}"] = "1:" + ",".join("0" * 31)
        fields |= {cell(contract, day): "1" if day <= 20 else "" for day in range(1, 32)}
    assert len(fields) > 1550
    assert post(desk, establishment, fields).status_code == 303
    assert HoursEntry.objects.count() == 1000


def test_b10_a_hundred_thousand_fields_are_refused(desk, contract):
    fields = {f"x{number}": "" for number in range(100_001)}
    assert post(desk, contract.establishment, fields).status_code == 400


# What comes back


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8.333", "تُكتب الساعات بمضاعفات ربع الساعة، مثل 7.25"),
        ("8.1", "تُكتب الساعات بمضاعفات ربع الساعة، مثل 7.25"),
        ("-1", "القيمة «\u2068-1\u2069» غير مفهومة. تُكتب الساعات مثل 7.5 أو 7:30"),
        ("1e2", "القيمة «\u20681e2\u2069» غير مفهومة"),
        ("NaN", "القيمة «\u2068NaN\u2069» غير مفهومة"),
        ("Infinity", "القيمة «\u2068Infinity\u2069» غير مفهومة"),
        ("0x8", "القيمة «\u20680x8\u2069» غير مفهومة"),
        ("²", "القيمة «\u2068²\u2069» غير مفهومة"),
        ("1_0", "القيمة «\u20681_0\u2069» غير مفهومة"),
        ("８", "القيمة «\u2068８\u2069» غير مفهومة"),
        ("٨5", "القيمة «\u2068٨5\u2069» غير مفهومة"),
        ("٨٬٠٠٠", "لا يمكن أن تتجاوز ساعات اليوم الواحد 12 ساعة (المُدخل 8000)"),
        ("12.25", "لا يمكن أن تتجاوز ساعات اليوم الواحد 12 ساعة (المُدخل 12.25)"),
        ("75", "(المُدخل 75). هل المقصود 7.5؟"),
    ],
)
def test_b1_to_b8_a_bad_value_comes_back_with_its_reason(desk, contract, text, words):
    response = enter(desk, contract, {5: text, 6: "8"})
    page = said(response)
    assert response.status_code == 422
    assert words in page
    assert form_of(response)[cell(contract, 5)] == text
    assert form_of(response)[cell(contract, 6)] == "8"
    assert f'<a href="#h{contract.pk}-5">' in page
    assert 'aria-invalid="true" aria-describedby="m' in page
    assert "<title>خطأ:" in page
    assert stored() == {}


@pytest.mark.parametrize(
    ("text", "hours"),
    [("-0", None), ("٨", 8), ("٨٫٥", 8.5), ("۸", 8), ("8\u200f", 8), ("\u061c8", 8), ("8\u00a0", 8), ("8,5", 8.5)],
)
def test_b2_b5_to_b7_what_people_mean_is_read(desk, contract, text, hours):
    assert enter(desk, contract, {5: text}).status_code == 303
    assert stored() == ({5: hours} if hours else {})


def test_b8_95_hours_are_accepted_and_a_quarter_more_is_not(desk, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, day): 600 for day in range(1, 10)})
    response = enter(desk, contract, {10: "5.25"})
    assert response.status_code == 422
    assert "مجموع الشهر 95.25 ساعة، والحد الأعلى 95 ساعة. الزيادة: 0.25" in said(response)
    assert enter(desk, contract, {10: "5"}).status_code == 303
    assert "بلغ المجموع الحد الأعلى للشهر" in said(desk.get(address(contract.establishment, OCTOBER)))


def test_near_the_limit_the_page_says_how_much_is_left(desk, contract):
    factories.make_hours(contract, {datetime.date(2026, 10, day): 600 for day in range(1, 10)})
    factories.make_hours(contract, {datetime.date(2026, 10, 10): 60})
    page = said(desk.get(address(contract.establishment, OCTOBER)))
    assert 'قارب المجموع الحد الأعلى: يمكن إدخال <bdi dir="ltr">4</bdi> ساعات إضافية فقط' in page
    assert 'class="line is-near"' in page


def test_b9_a_day_to_come_and_days_outside_the_contract_name_the_rule(desk, establishment):
    contract = factories.make_contract(
        establishment=establishment, starts_on=datetime.date(2026, 10, 5), ends_on=datetime.date(2026, 10, 10)
    )
    other = factories.make_contract(establishment=establishment)
    response = post(
        desk,
        establishment,
        open_form(desk, establishment) | {cell(contract, 4): "8", cell(contract, 11): "8", cell(other, 21): "8"},
    )
    page = said(response)
    assert response.status_code == 422
    assert page.count("هذا اليوم خارج مدة العقد (5 أكتوبر 2026 – 10 أكتوبر 2026)") == 4
    assert "لا يمكن إدخال ساعات ليوم لم يحن بعد" in page
    assert form_of(response)[cell(other, 21)] == "8"


def test_b9_the_29th_of_a_common_february_does_not_fit(client, establishment, clock):
    contract = factories.make_contract(establishment=establishment, starts_on=datetime.date(2026, 1, 1))
    clock.move_to(factories.at(datetime.date(2026, 2, 20)))
    client.force_login(factories.make_member("عضو", establishment=establishment, role="owner"))
    response = enter(client, contract, {29: "8"}, month=Month(2026, 2))
    assert response.status_code == 422
    assert "لم يصل النموذج كاملًا" in said(response)


def test_good_rows_are_saved_and_both_are_counted(desk, contract, establishment):
    other = factories.make_contract(establishment=establishment)
    fields = open_form(desk, establishment) | {cell(contract, 1): "abc", cell(other, 1): "8"}
    page = said(post(desk, establishment, fields))
    assert 'حُفظت ساعاتهم: <bdi dir="ltr">1</bdi>، ومن لم تُحفظ' in page
    assert 'id="month-minutes" data-minutes="480"' in page
    assert stored(other) == {1: 8}


def test_typed_text_is_never_markup(desk, contract):
    text = '"><script>alert(1)</script>{{7*7}}'
    response = enter(desk, contract, {5: text})
    assert "<script>alert" not in response.content.decode()
    assert form_of(response)[cell(contract, 5)] == text


def test_a_name_is_never_markup(desk, establishment):
    person = factories.make_subscriber(full_name_ar="<script>x</script>", full_name_en="<b>x</b>")
    factories.make_contract(establishment=establishment, subscriber=person)
    assert "<script>x" not in desk.get(address(establishment, OCTOBER)).content.decode()


# B11: a form that is not whole


@pytest.mark.parametrize(
    "fault", ["row gone", "cell gone", "cell twice", "row twice", "extra row", "no rows", "bad rev"]
)
def test_b11_a_form_that_is_not_whole_saves_nothing(desk, contract, establishment, fault):
    other = factories.make_contract(establishment=establishment)
    fields = open_form(desk, establishment) | {cell(contract, 1): "8", cell(other, 1): "8"}
    if fault == "row gone":
        fields = {name: value for name, value in fields.items() if f"-{other.pk}" not in name}
    elif fault == "cell gone":
        del fields[cell(other, 5)]
    elif fault == "cell twice":
        fields[cell(other, 5)] = ["1", "2"]
    elif fault == "row twice":
        fields["rows"] += f",{other.pk}"
    elif fault == "extra row":
        extra = factories.make_contract(establishment=establishment)
        fields[cell(extra, 1)] = "8"
    elif fault == "no rows":
        del fields["rows"]
    else:
        fields[f"rev-{other.pk}"] = "1:x"
    response = post(desk, establishment, fields)
    assert response.status_code == 422
    assert stored() == {}
    assert form_of(response)[cell(contract, 1)] == "8"


def test_hours_that_nobody_ever_saved_are_no_value_to_choose(desk, contract, establishment):
    """A form that says it showed 8 hours where none were ever stored."""
    fields = open_form(desk, establishment) | {cell(contract, 1): "5"}
    fields[f"rev-{contract.pk}"] = fields[f"rev-{contract.pk}"].replace("1:0", "1:480", 1)
    assert post(desk, establishment, fields).status_code == 422
    assert stored() == {}


def test_b11_a_row_of_another_establishment_is_not_found(desk, contract, establishment):
    foreign = factories.make_contract()
    fields = open_form(desk, establishment)
    fields = {
        "rows": f"{fields['rows']},{foreign.pk}",
        f"rev-{foreign.pk}": "1:0",
        cell(foreign, 1): "8",
        **{name: value for name, value in fields.items() if name != "rows"},
    }
    assert post(desk, establishment, fields).status_code == 404
    assert stored() == {}


@pytest.mark.parametrize("rows", ["", "x", "1,,2", "-1", "9" * 30, "٣"])
def test_rows_that_are_no_rows_are_refused(desk, contract, rows):
    fields = open_form(desk, contract.establishment) | {"rows": rows}
    assert post(desk, contract.establishment, fields).status_code == 422


def test_a_contract_of_another_month_is_refused_whole(desk, contract, establishment):
    ended = factories.make_contract(
        establishment=establishment, starts_on=datetime.date(2026, 1, 1), ends_on=datetime.date(2026, 6, 30)
    )
    fields = open_form(desk, establishment) | {cell(contract, 1): "8", f"rev-{ended.pk}": "1:0", cell(ended, 1): "8"}
    fields["rows"] += f",{ended.pk}"
    assert post(desk, establishment, fields).status_code == 409
    assert stored() == {}


def test_what_was_typed_for_a_contract_ended_meanwhile_is_not_lost(desk, contract, establishment):
    ended = factories.make_contract(establishment=establishment)
    fields = open_form(desk, establishment) | {cell(contract, 1): "7:15", cell(ended, 2): "6:45"}
    ended.ends_on = datetime.date(2026, 9, 30)
    ended.save()
    response = post(desk, establishment, fields)
    page = said(response)
    assert response.status_code == 409
    assert ended.subscriber.name in page
    assert '2 أكتوبر: <bdi dir="ltr">6:45</bdi>' in page
    assert post(desk, establishment, form_of(response)).status_code == 303
    assert stored() == {1: 7.25}


# B12, B13: two people


@pytest.fixture
def both_opened(client, contract, noura, badr):
    """Noura and Badr have the same page open; Noura saves eight hours on the first."""
    client.force_login(noura)
    fields = open_form(client, contract.establishment)
    assert post(client, contract.establishment, fields | {cell(contract, 1): "8"}).status_code == 303
    client.force_login(badr)
    return fields


def test_different_cells_merge_and_it_is_said(client, contract, both_opened):
    response = post(client, contract.establishment, both_opened | {cell(contract, 2): "5"})
    assert response.status_code == 303
    assert stored() == {1: 8, 2: 5}
    assert "عدّل مستخدم آخر أيامًا أخرى" in said(client.get(response.url))


def test_b12_one_cell_with_two_values_asks_and_the_choice_is_saved_at_once(client, contract, noura, both_opened):
    response = post(client, contract.establishment, both_opened | {cell(contract, 1): "6", cell(contract, 2): "5"})
    page = said(response)
    assert response.status_code == 409
    assert "عدّل مستخدم آخر الساعات نفسها في أثناء التحرير" in page
    assert noura.full_name in page
    assert page.count(f'type="radio" name="{cell(contract, 1)}"') == 2
    fields = form_of(response)
    assert cell(contract, 1) not in fields
    assert fields[cell(contract, 2)] == "5"
    chosen = post(client, contract.establishment, fields | {cell(contract, 1): "6"})
    assert chosen.status_code == 303
    assert stored() == {1: 6, 2: 5}


def test_b12_the_saved_value_may_be_kept(client, contract, both_opened):
    response = post(client, contract.establishment, both_opened | {cell(contract, 1): "6"})
    assert post(client, contract.establishment, form_of(response) | {cell(contract, 1): "8"}).status_code == 303
    assert stored() == {1: 8}


def test_an_open_choice_saves_nothing(client, contract, both_opened):
    response = post(client, contract.establishment, both_opened | {cell(contract, 1): "6", cell(contract, 2): "5"})
    assert post(client, contract.establishment, form_of(response)).status_code == 422
    assert stored() == {1: 8}


def test_b13_the_same_form_again_is_answered_alike_and_another_is_asked_about(desk, contract):
    fields = open_form(desk, contract.establishment) | {cell(contract, 1): "8"}
    for _ in range(2):
        assert post(desk, contract.establishment, fields).status_code == 303
    assert stored() == {1: 8}
    assert post(desk, contract.establishment, fields | {cell(contract, 1): "6"}).status_code == 409
    assert stored() == {1: 8}


def test_a_correction_after_a_refusal_does_not_undo_what_others_saved(client, contract, badr, noura):
    client.force_login(noura)
    fields = open_form(client, contract.establishment)
    client.force_login(badr)
    enter(client, contract, {3: "4"})
    client.force_login(noura)
    refused = post(client, contract.establishment, fields | {cell(contract, 1): "99"})
    assert form_of(refused)[cell(contract, 3)] == "4"
    assert post(client, contract.establishment, form_of(refused) | {cell(contract, 1): "9"}).status_code == 303
    assert stored() == {1: 9, 3: 4}


# Months that take no hours


def test_a_month_attested_meanwhile_comes_back_read_only_with_what_was_typed(desk, contract):
    fields = open_form(desk, contract.establishment) | {cell(contract, 1): "7:30"}
    Timesheet.objects.create(
        establishment=contract.establishment,
        month=OCTOBER,
        status="attested",
        attested_at=factories.at(datetime.date(2026, 10, 20)),
    )
    response = post(desk, contract.establishment, fields)
    page = said(response)
    assert response.status_code == 409
    assert "هذا الشهر معتمد ولا يقبل التعديل" in page
    assert '1 أكتوبر: <bdi dir="ltr">7:30</bdi>' in page
    assert form_of(response) == {}
    assert stored() == {}


@pytest.mark.parametrize("reason", ["attested", "closed", "too late"])
def test_a_month_that_takes_no_hours_is_read_only(desk, contract, reason):
    factories.make_hours(contract, {datetime.date(2026, 9, 1): 480})
    if reason == "attested":
        Timesheet.objects.create(
            establishment=contract.establishment,
            month=SEPTEMBER,
            status="attested",
            attested_at=factories.at(datetime.date(2026, 10, 1)),
        )
    elif reason == "closed":
        freeze_month(month=SEPTEMBER, now=factories.at(datetime.date(2026, 10, 6)))
    response = desk.get(address(contract.establishment, SEPTEMBER))
    assert form_of(response) == {}
    assert ">8</td>" in response.content.decode()
    words = {
        "attested": "هذا الشهر معتمد",
        "closed": "سبتمبر 2026",
        "too late": "انتهت مهلة إدخال ساعات سبتمبر 2026 في 5 أكتوبر 2026",
    }
    assert words[reason] in said(response)


def test_b25_each_side_of_midnight_belongs_to_its_own_month(client, contract, noura, clock):
    clock.move_to(factories.at(datetime.date(2026, 10, 31), 23, 58))
    client.force_login(noura)
    assert enter(client, contract, {31: "8"}).status_code == 303
    assert client.get(address(contract.establishment, NOVEMBER)).status_code == 404
    clock.move_to(factories.at(datetime.date(2026, 11, 1), 0, 1))
    client.force_login(noura)
    assert enter(client, contract, {1: "7"}, month=NOVEMBER).status_code == 303
    assert {str(total.month): total.minutes for total in MonthTotal.objects.all()} == {"2026-10": 480, "2026-11": 420}


# Copying


def test_last_months_hours_are_offered_and_not_saved(desk, contract):
    factories.make_hours(contract, {datetime.date(2026, 9, 1): 480, datetime.date(2026, 9, 3): 300})
    before = HoursEntry.objects.count()
    response = enter(desk, contract, {1: "", 6: "4"}, do="copy")
    page = said(response)
    assert response.status_code == 200
    assert "نُسخت الساعات من سبتمبر 2026، ولم تُحفظ بعد" in page
    fields = form_of(response)
    assert (fields[cell(contract, 1)], fields[cell(contract, 6)]) == ("5", "4")
    assert HoursEntry.objects.count() == before
    assert post(desk, contract.establishment, fields).status_code == 303
    assert HoursEntry.objects.get(work_date="2026-10-01").minutes == 300


def test_hours_outside_the_contract_and_of_days_to_come_are_not_copied(desk, contract, establishment):
    factories.make_hours(contract, {datetime.date(2026, 9, 1): 480, datetime.date(2026, 9, 30): 480})
    contract.ends_on = contract.agreed_ends_on = datetime.date(2026, 10, 5)
    contract.save()
    late = factories.make_contract(establishment=establishment)
    factories.make_hours(late, {datetime.date(2026, 9, 28): 480})
    page = said(post(desk, establishment, open_form(desk, establishment), do="copy"))
    assert "لم تُنسخ ساعات خارج مدة العقد: يوم" in page
    assert "لم تُنسخ ساعات أيام لم تحن بعد: يوم واحد" in page


def test_a_copy_that_passes_the_limit_says_so(desk, contract):
    factories.make_hours(contract, {datetime.date(2026, 9, day): 600 for day in range(1, 10)})
    response = enter(desk, contract, dict.fromkeys(range(12, 16), "8"), do="copy")
    assert response.status_code == 200
    assert "والحد الأعلى 95 ساعة" in said(response)


# Going back


def test_what_stood_before_the_last_save_comes_back_and_is_not_saved(desk, contract):
    enter(desk, contract, {1: "8", 2: "6", 3: "4"})
    enter(desk, contract, {1: "7.5", 2: "", 5: "2"})
    stands = list(HoursEntry.objects.order_by("work_date").values_list("minutes", flat=True))
    response = enter(desk, contract, {}, do="undo")
    assert response.status_code == 200
    page = said(response).replace("<br>", " ")
    assert re.search("عادت القيم السابقة لآخر حفظ لك \\(اليوم .+\\)، وهي معلّمة: 3 أيام لم يُحفظ شيء بعد", page)
    fields = form_of(response)
    assert [fields[cell(contract, day)] for day in (1, 2, 3, 5)] == ["8", "6", "4", ""]
    assert list(HoursEntry.objects.order_by("work_date").values_list("minutes", flat=True)) == stands
    assert post(desk, contract.establishment, fields).status_code == 303
    assert form_of(enter(desk, contract, {}, do="undo"))[cell(contract, 1)] == "7.5", "what was undone comes back too"


def test_only_what_still_stands_of_ones_own_comes_back(desk, contract, noura, clock):
    enter(desk, contract, {1: "8", 2: "8"})
    clock.shift(60)
    desk.force_login(factories.make_member("هند", establishment=contract.establishment, role="supervisor"))
    enter(desk, contract, {2: "5"})
    desk.force_login(noura)
    fields = form_of(enter(desk, contract, {}, do="undo"))
    assert [fields[cell(contract, day)] for day in (1, 2)] == ["", "5"]


def test_what_others_wrote_over_stays_and_no_earlier_save_is_taken_for_the_last(desk, contract, noura, clock):
    enter(desk, contract, {1: "8"})
    clock.shift(60)
    enter(desk, contract, {2: "8"})
    clock.shift(60)
    desk.force_login(factories.make_member("هند", establishment=contract.establishment, role="supervisor"))
    enter(desk, contract, {2: "5"})
    desk.force_login(noura)
    fields = form_of(enter(desk, contract, {}, do="undo"))
    assert [fields[cell(contract, day)] for day in (1, 2)] == ["8", "5"]


def test_the_last_save_of_the_month_may_stand_on_another_page(desk, contract, establishment, clock):
    other = factories.make_contract(establishment=establishment)
    enter(desk, contract, {1: "8"})
    clock.shift(60)
    enter(desk, other, {2: "8"})
    fields = open_form(desk, establishment, query=f"?q={contract.subscriber.national_id}")
    assert cell(other, 2) not in fields
    response = post(desk, establishment, fields, do="undo")
    assert "لا شيء من آخر حفظ لك" in said(response)
    assert form_of(response)[cell(contract, 1)] == "8"


def test_a_page_from_before_the_save_goes_back_too(desk, contract):
    old = open_form(desk, contract.establishment)
    post(desk, contract.establishment, old | {cell(contract, 1): "8", cell(contract, 2): "8"})
    response = post(desk, contract.establishment, old | {cell(contract, 2): "8"}, do="undo")
    fields = form_of(response)
    assert [fields[cell(contract, day)] for day in (1, 2)] == ["", ""]
    assert response.content.decode().count("data-unsaved") == 2, "an emptied day is kept by the tab as well"
    assert post(desk, contract.establishment, fields).status_code == 303
    assert set(stored(contract).values()) == {0}


@pytest.mark.parametrize("do", ["undo", "copy"])
def test_a_month_that_was_attested_meanwhile_goes_nowhere(desk, contract, noura, do):
    enter(desk, contract, {1: "8"})
    fields = open_form(desk, contract.establishment)
    sheet = Timesheet.objects.get()
    sheet.status, sheet.attested_at, sheet.attested_by = "attested", factories.at(datetime.date(2026, 10, 20)), noura
    sheet.save()
    response = post(desk, contract.establishment, fields, do=do)
    assert response.status_code == 409
    assert "عادت القيم" not in said(response)


def test_who_saved_nothing_has_nothing_to_go_back_to(desk, contract):
    assert 'value="undo"' not in said(desk.get(address(contract.establishment, OCTOBER)))
    assert "لم تُحفظ أي من هذه الساعات بحسابك" in said(enter(desk, contract, {}, do="undo"))


# The months


def test_the_months_of_an_establishment_are_listed(desk, contract):
    factories.make_month(contract, SEPTEMBER, 40)
    page = said(desk.get(reverse("timesheets:month_list", args=[contract.establishment.unified_number])))
    assert "سبتمبر 2026" in page
    assert "أكتوبر 2026" in page


@pytest.mark.parametrize(
    ("day", "attested", "month"),
    [(3, False, SEPTEMBER), (3, True, OCTOBER), (6, False, OCTOBER), (20, False, OCTOBER)],
)
def test_the_way_to_the_hours_leads_to_the_month_that_waits(client, contract, noura, clock, day, attested, month):
    clock.move_to(factories.at(datetime.date(2026, 10, day)))
    client.force_login(noura)
    if attested:
        Timesheet.objects.create(
            establishment=contract.establishment,
            month=SEPTEMBER,
            status="attested",
            attested_at=factories.at(datetime.date(2026, 10, 1)),
        )
    response = client.get(reverse("timesheets:current_month", args=[contract.establishment.unified_number]))
    assert response.url == address(contract.establishment, month)


@pytest.mark.parametrize("name", ["month_list", "current_month"])
def test_the_months_are_for_members_who_may_see_hours(client, establishment, salem, name):
    path = reverse(f"timesheets:{name}", args=[establishment.unified_number])
    client.force_login(salem)
    assert client.get(path).status_code == 404
    client.force_login(factories.make_member("عضو", establishment=establishment, role="accountant"))
    assert client.get(path).status_code == 403


def test_a_month_before_any_contract_has_neither_state_nor_stages(desk, establishment):
    factories.make_contract(establishment=establishment)
    html = said(desk.get(address(establishment, Month(2025, 6))))
    assert "لا توجد عقود سارية في يونيو 2025" in html
    assert "المراجعة والإقرار" not in html
    assert "مقفل" not in html


def test_what_is_wrong_is_said_in_the_order_of_days_and_only_changed_rows_count(desk, establishment, contract):
    factories.make_contract(establishment=establishment)
    fields = open_form(desk, establishment) | {cell(contract, 9): "س", cell(contract, 5): "13"}
    html = said(post(desk, establishment, fields))
    assert html.index("5 أكتوبر: ") < html.index("9 أكتوبر: ")
    assert 'المشتركون الذين حُفظت ساعاتهم: <bdi dir="ltr">0</bdi>' in html
