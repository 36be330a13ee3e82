"""What a form may change, and nothing beside it: every form is sent every field of every model as well.

Each case is a form filled in as its page offers it, by somebody who may. What stands in the tables afterwards may
differ from before in the columns named here alone.
"""

import datetime
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from apps.registry.models import Membership
from tests import factories
from tests.access.scene import addresses, furnish, person
from tests.access.table import DESK, OFFICER, OWNER, SUPERUSER, WORKER

pytestmark = pytest.mark.django_db

OURS = [model for model in apps.get_models() if model.__module__.startswith("apps.")]
# The portal's own books of what happened, and what Django keeps beside them.
BOOKS = {"accounts_securityevent", "django_session", "usersessions_usersession", "django_admin_log", "outbox_message"}


class Form(HTMLParser):
    """The values that a browser would send of the page's own form."""

    def __init__(self, page: str):
        super().__init__()
        self.values: dict[str, str] = {}
        self.select = ""
        self.feed(page[page.index("<main") :])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in given or self.select not in self.values):
            self.values[self.select] = given.get("value", "")
        elif tag == "textarea" and name:
            self.values.setdefault(name, "")
        elif tag == "input" and name and kind not in ("checkbox", "radio", "file", "submit"):
            self.values[name] = given.get("value") or ""
        elif tag == "input" and name and "checked" in given:
            self.values[name] = given.get("value", "on")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = ""


def hostile() -> dict[str, str]:
    """Every field of every model of ours, with a value that would hurt."""
    other = factories.make_member("غريب", establishment=factories.make_establishment(), role=OWNER)
    foreign = Membership.objects.get(user=other).establishment_id
    known = {"establishment": foreign, "establishment_id": foreign, "user": other.pk, "by": other.pk}
    return {field.name: str(known.get(field.name, _bad(field))) for model in OURS for field in model._meta.fields} | {
        "groups": "1",
        "user_permissions": "1",
        "establishment_id": str(foreign),
        "user_id": str(other.pk),
    }


def _bad(field: models.Field) -> object:
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.DateTimeField):
        return "2020-01-01 00:00"
    if isinstance(field, models.DateField):
        return "2020-01-01"
    if field.choices:
        return field.choices[0][0]
    return "1"


def tables() -> dict[tuple[str, int], dict]:
    """Every row of the portal by table and key."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table in BOOKS:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column.name for column in cursor.description]
            key = names.index(model._meta.pk.column)
            found |= {(table, row[key]): dict(zip(names, row, strict=True)) for row in cursor}
    return found


def changed(before: dict, after: dict) -> set[str]:
    """`table` for a new row, `table.column` for one that differs; a row that is gone has no place here."""
    assert set(before) <= set(after)
    new = {table for table, key in set(after) - set(before)}
    return new | {
        f"{table}.{name}"
        for (table, key), row in before.items()
        for name, value in row.items()
        if after[table, key][name] != value
    }


@pytest.fixture
def scene(db):
    return furnish()


CONTRACT_ENDED = {
    f"contracts_contract.{name}"
    for name in ("ends_on", "status", "terminated_at", "terminated_by_id", "termination_reason")
}
OFFER = "contracts_contractoffer"
ANSWERED = {f"{OFFER}.{name}" for name in ("status", "answered_at", "answered_by_id")}
GUEST = "guest"
TAKEN = {f"registry_membership.{name}" for name in ("ends_on", "revoked_at", "revoked_by_id")}
DECIDED = {f"registry_establishmentrequest.{name}" for name in ("state", "decided_at", "decided_by_id")}
CASES = {
    "timesheets:month_grid": (
        OWNER,
        {"do": "save"},
        {"timesheets_hoursentry", "timesheets_monthtotal", "timesheets_timesheet"},
    ),
    "timesheets:month_attest": (OWNER, {"declared": "yes"}, {"timesheets_timesheet", "timesheets_declaration"}),
    "contracts:contract_wage": (OWNER, {"hourly_wage": "41.00"}, {"contracts_contractwage"}),
    "contracts:contract_end": (
        OWNER,
        {"last_day": "2026-10-31", "reason": "انتهى العمل", "do": "end"},
        CONTRACT_ENDED,
    ),
    "contracts:offer_withdraw": (OWNER, {}, {f"{OFFER}.{name}" for name in ("status", "closed_at", "closed_by_id")}),
    "contracts:paper_request": (OWNER, {"language": "en"}, {"contracts_contractpaper"}),
    "own:paper_request": (WORKER, {"language": "en"}, {"contracts_contractpaper"}),
    "own:offer_accept": (WORKER, {}, {"contracts_contract", "contracts_contractwage", *ANSWERED, f"{OFFER}.made_id"}),
    "own:offer_refuse": (WORKER, {"note": "بعيد"}, {*ANSWERED, f"{OFFER}.note"}),
    "own:offer_ask": (WORKER, {"note": "أجر أعلى"}, {*ANSWERED, f"{OFFER}.note"}),
    "invoices:document_request": (OWNER, {"language": "en"}, {"invoices_invoicedocument"}),
    "invoices:run_start": (OFFICER, {}, {"invoices_billingrun"}),
    "invoices:run_dry": (OFFICER, {}, {"invoices_billingrun"}),
    "certificates:statement_request": (WORKER, {"language": "en"}, {"certificates_statement"}),
    "account_change_password": (
        WORKER,
        {"oldpassword": factories.PASSWORD, "password1": "Sidra-1448-bahr", "password2": "Sidra-1448-bahr"},
        {"accounts_user.password"},
    ),
    "account_mobile": (WORKER, {"contact": "0598765432"}, {"accounts_onetimecode"}),
    "account_email": (WORKER, {"contact": "new@example.com"}, {"accounts_onetimecode"}),
    "account_signup": (
        GUEST,
        {"national_id": "1012345672", "birth_date": "1995-03-14", "mobile": "0512345678"},
        {"accounts_onetimecode"},
    ),
    "registry:registration": (
        GUEST,
        {
            "do": "send",
            "unified_number": "7001234560",
            "name_ar": "مكتبة النخيل",
            "kind": "company",
            "mobile": "0512345678",
            "email": "office@example.com",
            "owner_national_id": "1012345672",
            "owner_name": "صالح الحربي",
        },
        {"registry_establishmentrequest"},
    ),
    "registry:invitation": (
        GUEST,
        {"national_id": "1098765439", "password": "Sidra-1448-bahr", "terms": "on"},
        {
            *("accounts_user", "accounts_termsacceptance", "registry_membership"),
            *("registry_invitation.accepted_at", "registry_invitation.membership_id"),
        },
    ),
    "registry:member_invite": (
        OWNER,
        {
            "do": "send",
            "national_id": "1012345672",
            "full_name": "صالح الحربي",
            "role": "viewer",
            "mobile": "0512345678",
        },
        {"registry_invitation"},
    ),
    "registry:member_role": (OWNER, {"do": "change", "role": "accountant"}, {"registry_membership", *TAKEN}),
    "registry:member_end": (OWNER, {"do": "end"}, TAKEN),
    "registry:invitation_resend": (
        OWNER,
        {},
        {f"registry_invitation.{name}" for name in ("token_digest", "sent_at", "expires_at", "invited_by_id")},
    ),
    "registry:invitation_withdraw": (
        OWNER,
        {},
        {f"registry_invitation.{name}" for name in ("withdrawn_at", "withdrawn_by_id")},
    ),
    "registry:request_admit": (
        DESK,
        {},
        {"registry_establishment", "registry_invitation", *DECIDED, "registry_establishmentrequest.establishment_id"},
    ),
    "registry:request_refuse": (
        DESK,
        {"reason": "الرقم غير صحيح"},
        {*DECIDED, "registry_establishmentrequest.reason"},
    ),
}


def open_addresses(scene) -> dict[str, str]:
    """Also those that are open to the world."""
    factories.make_invitation(establishment=scene.establishment, token="a-link", national_id="1098765439")
    public = {"account_signup": [], "registry:registration": [], "registry:invitation": ["a-link"]}
    return addresses(scene) | {view: reverse(view, args=arguments) for view, arguments in public.items()}


@pytest.mark.parametrize("view", CASES)
def test_a_form_changes_its_own_columns_and_no_other(scene, clock, view):
    who, values, expected = CASES[view]
    if view == "timesheets:month_attest":
        clock.move_to(factories.at(datetime.date(2026, 10, 3)))
    client, address = Client(), open_addresses(scene)[view]
    if who != GUEST:
        client.force_login(person(scene, who))
    page = client.get(address)
    offered = Form(page.content.decode()).values if page.status_code == 200 else {}
    if view == "timesheets:month_grid":
        empty = next(name for name, value in offered.items() if name.startswith("h-") and not value)
        values = {**values, empty: "4"}
    stuffing = {name: value for name, value in hostile().items() if name not in {**offered, **values}}
    before = tables()
    answer = client.post(address, {**stuffing, **offered, **values})
    assert answer.status_code in (302, 303), answer.content.decode()[:2000]
    assert changed(before, tables()) == expected


def test_what_a_new_row_belongs_to_is_not_for_the_form_to_say(scene):
    """A request for a paper names the invoice by its address; the form cannot put it elsewhere."""
    client, address = Client(), addresses(scene)["invoices:document_request"]
    client.force_login(person(scene, OWNER))
    client.post(address, {**hostile(), "language": "en"})
    assert scene.invoice.documents.filter(language="en", content=None).count() == 1


ACCOUNT = ("national_id", "full_name", "email", "mobile", "language")


def test_staff_change_of_an_account_what_the_page_offers(scene):
    client, user = Client(), factories.make_user()
    client.force_login(person(scene, SUPERUSER))
    address = reverse("admin:accounts_user_change", args=[user.pk])
    form = {name: str(getattr(user, name)) for name in ACCOUNT} | {"is_active": "on", "full_name": "اسم جديد"}
    stuffing = {name: value for name, value in hostile().items() if name not in (*ACCOUNT, "is_active")}
    for right in ("is_staff", "is_superuser", "groups"):
        stuffing.pop(right, None)
    before = tables()
    assert client.post(address, {**stuffing, **form}).status_code == 302
    assert changed(before, tables()) == {"accounts_user.full_name"}


def test_nobody_raises_himself(scene):
    client, superuser = Client(), person(scene, SUPERUSER)
    client.force_login(superuser)
    address = reverse("admin:accounts_user_change", args=[superuser.pk])
    form = {name: str(getattr(superuser, name)) for name in ACCOUNT}
    before = tables()
    client.post(address, {**form, "is_staff": "", "is_superuser": "", "groups": ["1", "2"]})
    assert changed(before, tables()) == set()


def test_an_end_of_a_role_ends_it_and_changes_nothing_else(scene):
    client = Client()
    client.force_login(person(scene, SUPERUSER))
    role = Membership.objects.get(user=person(scene, "viewer"))
    address = reverse("admin:registry_membership_change", args=[role.pk])
    stuffing = hostile()
    before = tables()
    form = {**stuffing, "ends_on": str(datetime.date(2026, 12, 31)), "reason": "انتقال"}
    assert client.post(address, form).status_code == 302
    assert changed(before, tables()) == {"registry_membership.ends_on"}
