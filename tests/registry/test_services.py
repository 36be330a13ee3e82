"""Recording establishments and subscribers by the thousand, roles and accounts."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from apps.accounts import rules as account_rules
from apps.common import scripts
from apps.common.errors import RowsRefused
from apps.registry import rules, selectors, services
from apps.registry.choices import Role
from apps.registry.models import Establishment, Membership, Subscriber
from apps.registry.rules import EstablishmentRow, SubscriberRow
from tests import factories
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

BAKERY = EstablishmentRow("7001234567", "مخبز السنابل", "Sanabel Bakery")
SALEH = SubscriberRow(
    "1012345672",
    "صالح بن عبد الله",
    "Saleh Abdullah",
    datetime.date(1990, 5, 1),
    datetime.date(2015, 2, 1),
    "0512345678",
)
JULY, TODAY = datetime.date(2026, 7, 1), datetime.date(2026, 10, 20)


def refusals(call, *rows) -> list[tuple[int, str, type]]:
    with pytest.raises(RowsRefused) as caught:
        call(rows)
    return [(fault.position, fault.field, type(fault.refusal)) for fault in caught.value.rows]


def test_establishments_are_recorded_and_found_by_name():
    found = services.register_establishments([BAKERY])
    bakery = Establishment.objects.get()
    assert found == services.Registered({"7001234567": bakery.pk}, 1, 0)
    assert "مخبز السنابل" in bakery.search_key
    assert "sanabelbakery" in bakery.search_key


def test_the_same_establishments_again_change_nothing_and_other_names_do():
    services.register_establishments([BAKERY])
    assert services.register_establishments([BAKERY])[1:] == (0, 0)
    assert services.register_establishments([BAKERY._replace(name_ar="مخبز السنبلة")])[1:] == (0, 1)
    bakery = Establishment.objects.get()
    assert bakery.name_ar == "مخبز السنبلة"
    assert "السنبله" in bakery.search_key


def test_every_fault_of_every_establishment_is_told():
    assert refusals(
        services.register_establishments,
        BAKERY,
        BAKERY,
        BAKERY._replace(unified_number="1001234567", name_ar=" "),
        BAKERY._replace(unified_number="700123456", name_ar="مخبز \u202e السنابل"),
    ) == [
        (1, "unified_number", rules.RowRepeated),
        (2, "unified_number", rules.UnifiedNumberNotValid),
        (2, "name_ar", rules.NameMissing),
        (3, "unified_number", rules.UnifiedNumberNotValid),
        (3, "name_ar", scripts.TextTurnsDirection),
    ]
    assert not Establishment.objects.exists()


def test_a_subscriber_is_recorded_in_the_stored_forms():
    arabic = SALEH.national_id.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    services.register_subscribers(
        [SALEH._replace(national_id=f"\u200f{arabic} ", full_name_ar=" صالح  بن\u00a0عبد الله ")]
    )
    saleh = Subscriber.objects.get()
    assert (saleh.national_id, saleh.full_name_ar, saleh.mobile) == ("1012345672", "صالح بن عبد الله", "+966512345678")
    assert "عبدالله" in saleh.search_key


def test_one_person_in_two_scripts_is_one_person():
    arabic = SALEH.national_id.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert refusals(services.register_subscribers, SALEH, SALEH._replace(national_id=arabic)) == [
        (1, "national_id", rules.RowRepeated)
    ]


def test_an_empty_field_keeps_what_is_known_and_a_new_name_is_taken():
    services.register_subscribers([SALEH])
    assert services.register_subscribers([SALEH._replace(mobile="", full_name_en="")])[1:] == (0, 0)
    assert services.register_subscribers([SALEH._replace(full_name_ar="صالح العلي")])[1:] == (0, 1)
    saleh = Subscriber.objects.get()
    assert (saleh.full_name_ar, saleh.full_name_en, saleh.mobile) == ("صالح العلي", "Saleh Abdullah", "+966512345678")


def test_a_file_cannot_change_the_dates_that_decide_over_age_and_law():
    services.register_subscribers([SALEH])
    other = SALEH._replace(birth_date=datetime.date(1991, 5, 1), first_insured_on=None)
    assert refusals(services.register_subscribers, other) == [
        (0, "birth_date", rules.RecordedOtherwise),
        (0, "first_insured_on", rules.RecordedOtherwise),
    ]


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("national_id", "2123456788", rules.NotSaudi),
        ("national_id", "1000000000", account_rules.IdNotValid),
        ("national_id", "101234567", account_rules.IdNotTenDigits),
        ("full_name_ar", "", rules.NameMissing),
        ("mobile", "0112345678", account_rules.MobileNotSaudi),
        ("birth_date", datetime.date(1890, 1, 1), rules.BirthDateNotPossible),
        ("first_insured_on", datetime.date(1980, 1, 1), rules.InsuredBeforeBirth),
    ],
)
def test_a_wrong_subscriber_is_refused_by_field(field, value, refusal):
    assert refusals(services.register_subscribers, SALEH._replace(**{field: value})) == [(0, field, refusal)]


def test_thousands_cost_as_many_queries_as_one(django_assert_max_num_queries):
    rows = [SALEH._replace(national_id=factories.national_id(serial)) for serial in range(2000)]
    with django_assert_max_num_queries(8):
        services.register_subscribers(rows)
    with django_assert_max_num_queries(4):
        assert services.register_subscribers(rows)[1:] == (0, 0)


# Roles


def test_a_granted_role_holds_from_its_first_day(establishment, noura):
    badr = factories.make_user()
    services.grant_membership(
        establishment=establishment, user=badr, role=Role.VIEWER, starts_on=JULY, now=NOW, by=noura
    )
    assert selectors.memberships_in_force(badr, on=JULY).get().granted_by == noura
    assert not selectors.memberships_in_force(badr, on=datetime.date(2026, 6, 30))


def test_another_role_ends_the_open_one_the_day_before(establishment, noura, badr):
    services.grant_membership(
        establishment=establishment, user=badr, role="supervisor", starts_on=TODAY, now=NOW, by=noura
    )
    before, after = Membership.objects.filter(user=badr).order_by("starts_on")
    assert (before.role, before.ends_on) == ("hours_clerk", datetime.date(2026, 10, 19))
    assert (after.role, after.ends_on) == ("supervisor", None)


def test_two_roles_at_one_time_are_refused(establishment, noura, badr):
    services.grant_membership(establishment=establishment, user=badr, role="supervisor", starts_on=TODAY, now=NOW)
    for starts_on, ends_on in [(TODAY, None), (JULY, JULY), (JULY, TODAY)]:
        with pytest.raises(rules.RoleHeld):
            services.grant_membership(
                establishment=establishment, user=badr, role="viewer", starts_on=starts_on, ends_on=ends_on, now=NOW
            )


def test_a_refused_role_leaves_the_present_one_as_it_was(establishment, badr):
    services.grant_membership(
        establishment=establishment, user=factories.make_user(), role="viewer", starts_on=JULY, ends_on=TODAY, now=NOW
    )
    with pytest.raises(rules.RoleDatesDisordered):
        services.grant_membership(
            establishment=establishment, user=badr, role="viewer", starts_on=TODAY, ends_on=JULY, now=NOW
        )
    assert Membership.objects.get(user=badr).ends_on is None


# Accounts


def test_an_account_belongs_to_the_subscriber_of_the_same_id():
    saleh = factories.make_subscriber()
    user = factories.make_user(national_id=saleh.national_id)
    services.link_user(subscriber=saleh, user=user)
    services.link_user(subscriber=saleh, user=user)
    assert selectors.subscriber_of(user) == saleh


def test_an_account_of_someone_else_is_refused():
    with pytest.raises(rules.NotTheSamePerson):
        services.link_user(subscriber=factories.make_subscriber(), user=factories.make_user())


def test_the_database_knows_a_saudi_id_and_a_unified_number():
    for make in (
        lambda: factories.make_subscriber(national_id="2123456788"),
        lambda: factories.make_establishment(unified_number="1123456788"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()
