"""The guards of conftest catch what they are there to catch: a guard that never fails guards nothing."""

import datetime
import socket
from decimal import Decimal

import pgtrigger
import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.template import Context, engines
from django.template.base import Origin, Template
from django.urls import path
from stdnum import luhn

from apps.common import clock
from apps.common.periods import Month
from apps.contracts import services as contracts
from apps.contracts.models import Contract, ContractWage
from apps.contracts.rules import ContractRow
from apps.registry import services as registry
from apps.registry.models import Establishment, Subscriber
from apps.registry.rules import EstablishmentRow, SubscriberRow
from apps.regulations import selectors
from apps.timesheets import services as timesheets
from apps.timesheets.models import HoursEntry, MonthTotal
from tests import factories
from tests.conftest import NOW

Refused = pytest.fail.Exception


def renames(request):
    Establishment.objects.update(name_en="Renamed")
    return HttpResponse("done")


def reads(request):
    request.session["visited"] = True
    return HttpResponse(str(Establishment.objects.count()))


urlpatterns = [path("renames/", renames), path("reads/", reads)]


@pytest.fixture
def guest(client, settings):
    """A visitor of the two pages above."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
    return client


@pytest.mark.django_db
def test_a_page_that_writes_while_it_is_only_read_fails(guest):
    factories.make_establishment()
    with pytest.raises(Refused, match="only read"):
        guest.get("/renames/")


@pytest.mark.django_db
def test_a_page_may_write_when_it_is_posted_to_and_keep_a_session_when_it_is_read(guest):
    factories.make_establishment()
    assert guest.post("/renames/").status_code == 200
    assert guest.get("/reads/").content == b"1"


def render(name: str, source: str) -> str:
    place = Origin(name=str((settings.BASE_DIR / "templates" / name).resolve()), template_name=name)
    template = Template(source, origin=place, name=name, engine=engines["django"].engine)
    return template.render(Context({"known": "here"}))


def test_an_unknown_variable_fails_in_our_templates():
    with pytest.raises(Refused, match="unknown"):
        render("invoices/invoice_detail.html", "{{ known }} {{ unknown.name }}")


@pytest.mark.parametrize("source", ["{% if unknown %}x{% endif %}", "{{ unknown|default:'' }}", "{{ known }}"])
def test_a_variable_that_may_be_absent_says_so_and_passes(source):
    assert render("invoices/invoice_detail.html", source) in {"", "here"}


@pytest.mark.parametrize("name", ["admin/base_site.html", "../elsewhere/page.html"])
def test_templates_of_packages_keep_their_manners(name):
    assert render(name, "{{ unknown|default_if_none:'x' }}") == ""


@pytest.mark.parametrize("host", ["8.8.8.8", "portal.example", "2001:4860:4860::8888"])
def test_no_test_reaches_another_machine(host):
    with pytest.raises(Refused, match="reach"):
        socket.create_connection((host, 80), timeout=1)


@pytest.mark.django_db
def test_rows_asked_for_in_no_order_come_in_no_order():
    made = [factories.make_subscriber() for _ in range(40)]
    assert list(Subscriber.objects.all()) != made
    assert list(Subscriber.objects.order_by("pk")) == made


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_the_rows_of_migrations_are_there_again_after_a_test_with_real_transactions(turn):
    assert selectors.first_month() == Month(2024, 7)
    auditors = Group.objects.get(name="auditor")
    assert auditors.permissions.filter(codename="view_invoice").exists()


def test_the_clock_stands_at_the_moment_of_the_tests():
    assert clock.today() == NOW.date()


def test_the_ids_of_made_people_are_valid():
    assert all(luhn.is_valid(factories.national_id(serial)) for serial in range(1000))
    assert luhn.is_valid("1012345672")


@pytest.mark.django_db
def test_the_factories_write_what_the_services_write():
    day, moment = datetime.date(2026, 9, 1), factories.at(datetime.date(2026, 1, 1))
    made = factories.make_contract()
    factories.make_hours(made, {day: 480})
    rows = _rows()
    with transaction.atomic():
        _remove_all()
        _through_services(made, day, moment)
        assert _rows() == rows
        transaction.set_rollback(True)


def _rows() -> list[dict]:
    """What stands in the books, without keys and without the moments of entry."""
    tables = (Establishment, Subscriber, Contract, ContractWage, HoursEntry, MonthTotal)
    own = {"id", "public_id", "entered_at"}
    columns = [[field.name for field in table._meta.fields if not field.is_relation] for table in tables]
    return [table.objects.values(*set(names) - own).get() for table, names in zip(tables, columns, strict=True)]


def _remove_all() -> None:
    """As if they had never been: hours that are deleted would be kept otherwise."""
    with pgtrigger.ignore():
        for table in (HoursEntry, MonthTotal, ContractWage, Contract, Subscriber, Establishment):
            table.objects.all().delete()


def _through_services(made: Contract, day: datetime.date, moment: datetime.datetime) -> None:
    employer, person = made.establishment, made.subscriber
    names = (person.full_name_ar, person.full_name_en)
    registry.register_establishments([EstablishmentRow(employer.unified_number, employer.name_ar, employer.name_en)])
    registry.register_subscribers(
        [SubscriberRow(person.national_id, *names, person.birth_date, person.first_insured_on)]
    )
    keys = (made.contract_no, employer.unified_number, person.national_id)
    contracts.document_contracts(
        [ContractRow(*keys, made.starts_on, made.ends_on, Decimal("30.00"))],
        by=None,
        now=moment,
        reopen_months=timesheets.reopen_months,
    )
    timesheets.load_hours([(2, made.contract_no, person.national_id, day, 480, "")], now=factories.at(day))
