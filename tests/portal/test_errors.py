"""What a person sees when a page cannot be shown."""

import logging
import re

import pytest
from django.test import Client
from django.urls import path

from apps.portal import views
from apps.registry.access import desk_for
from config.urls import urlpatterns as pages
from tests import factories

pytestmark = pytest.mark.django_db


def _needs_attest(request, unified_number):
    desk_for(request, unified_number, act="attest_hours")


def _fails(request):
    raise RuntimeError("a fault nobody foresaw")


urlpatterns = [*pages, path("e/<unified_number>/attest-here/", _needs_attest), path("fails/", _fails)]
handler400, handler403 = views.bad_request, views.permission_denied
handler404, handler500 = views.page_not_found, views.server_error


@pytest.mark.parametrize(("language", "said"), [("ar", "الصفحة غير موجودة"), ("en", "Page not found")])
def test_an_unknown_page_says_so_in_the_visitors_language(client, noura, language, said):
    client.force_login(noura)
    client.cookies["language"] = language
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert said in response.content.decode()
    assert re.search(r"\b\d{4}-\d{4}\b", response.content.decode())


@pytest.mark.parametrize("address", ["/e/0/", "/e/7000000001;--/", "/e/..%2f/", f"/{'x' * 5000}/", "/e/٧٠٠/"])
def test_a_senseless_address_is_an_unknown_page(client, noura, address):
    client.force_login(noura)
    assert client.get(address).status_code == 404


@pytest.mark.urls(__name__)
def test_a_missing_right_says_which_roles_have_it_and_whom_to_ask(client, establishment, noura, badr):
    client.force_login(badr)
    response = client.get(f"/e/{establishment.unified_number}/attest-here/")
    html = response.content.decode()
    assert response.status_code == 403
    assert noura.full_name in html
    assert re.search(r"\d{4}-\d{4}", html)


@pytest.mark.urls(__name__)
def test_a_foreign_establishment_is_answered_like_an_unknown_one(client, establishment, noura, salem):
    client.force_login(salem)
    foreign = client.get(f"/e/{establishment.unified_number}/attest-here/")
    unknown = client.get("/e/7999999999/attest-here/")
    assert foreign.status_code == unknown.status_code == 404
    assert _without_address(foreign, establishment.unified_number) == _without_address(unknown, "7999999999")


def _without_address(response, number: str) -> str:
    html = re.sub(r"\b[0-9]{4}-[0-9]{4}\b", "", response.content.decode().replace(number, ""))
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", html)


@pytest.mark.urls(__name__)
def test_a_fault_is_a_page_in_both_languages_whose_number_is_in_the_log(noura, caplog):
    client = Client(raise_request_exception=False)
    client.force_login(noura)
    with caplog.at_level(logging.ERROR):
        response = client.get("/fails/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "حدث خطأ لدينا" in html
    assert "Something failed on our side" in html
    assert "nobody foresaw" not in html
    assert re.search(r"\d{4}-\d{4}", html)[0] in caplog.text


def test_a_form_without_its_token_is_refused_with_a_page_and_the_log_names_the_view(caplog):
    client = Client(enforce_csrf_checks=True)
    with caplog.at_level(logging.WARNING, logger="apps.common.logs"):
        response = client.post("/invitations/a-secret-link/", {"national_id": "1012345672"})
    html = response.content.decode()
    assert response.status_code == 403
    assert "لم يُقبل النموذج" in html
    line = next(record.getMessage() for record in caplog.records if record.name == "apps.common.logs")
    assert re.search(r"\d{4}-\d{4}", html)[0] in line
    assert "registry:invitation" in line
    assert "a-secret-link" not in line


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
@pytest.mark.parametrize(("language", "said"), [("ar", "لا يمكن فتح هذه الصفحة"), ("en", "cannot be opened this way")])
def test_other_methods_are_refused_with_a_page(client, method, language, said):
    client.cookies["language"] = language
    response = getattr(client, method)("/help/")
    assert response.status_code == 405
    assert said in response.content.decode()
    assert re.search(r"\d{4}-\d{4}", response.content.decode())
    assert "GET" in response["Allow"]


def test_no_page_tells_what_it_can_be_asked(client, noura, establishment):
    guest = Client()
    client.force_login(noura)
    for address in ("/", "/home/", "/account/login/", "/admin/", f"/e/{establishment.unified_number}/users/"):
        assert client.options(address).status_code == guest.options(address).status_code == 405


@pytest.mark.parametrize(
    ("role", "page", "who"),
    [
        ("billing officer", "/staff/establishments/", {"موظف خدمة", "مراجع"}),
        ("clerk", "/admin/invoices/billingrun/", {"مسؤول فوترة", "مراجع"}),
        ("clerk", "/admin/regulations/regulation/add/", {"مسؤول فوترة"}),
        ("auditor", "/admin/accounts/user/add/", set()),
    ],
)
def test_staff_are_told_which_of_their_roles_can(client, role, page, who):
    client.force_login(factories.make_staff(role))
    answer = client.get(page)
    assert answer.status_code == 403
    assert set(re.findall(r"<b>([^<]+)</b>", answer.content.decode())) == who
