"""The switch between establishments."""

import datetime

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/establishments/"


def test_one_sees_the_establishments_that_one_acts_for_with_role_and_time(client, establishment, noura):
    other = factories.make_establishment(name_ar="مقهى ركن القهوة")
    factories.make_membership(user=noura, establishment=other, role="accountant", ends_on=datetime.date(2026, 12, 31))
    factories.make_establishment(name_ar="منشأة الغير")
    client.force_login(noura)
    html = client.get(ADDRESS).content.decode()
    for words in ("مخبز السنابل", "مالك", "منذ 1 يوليو 2024", "مقهى ركن القهوة", "محاسب", "إلى 31 ديسمبر 2026"):
        assert words in html
    assert "منشأة الغير" not in html
    assert reverse("portal:employer_home", args=[establishment.unified_number]) in html


@pytest.mark.parametrize("days", [{"ends_on": datetime.date(2026, 10, 19)}, {"starts_on": datetime.date(2026, 10, 21)}])
def test_a_role_that_is_over_or_still_to_come_is_not_there(client, establishment, days):
    user = factories.make_user()
    factories.make_membership(user=user, establishment=establishment, **days)
    client.force_login(user)
    assert "لا يمثل هذا الحساب أي منشأة" in client.get(ADDRESS).content.decode()
    assert client.get(reverse("portal:employer_home", args=[establishment.unified_number])).status_code == 404


def test_a_role_taken_away_is_gone_with_the_next_click(client, establishment, badr):
    home = reverse("portal:employer_home", args=[establishment.unified_number])
    client.force_login(badr)
    assert client.get(home).status_code == 200
    badr.memberships.update(ends_on=datetime.date(2026, 10, 19))
    assert client.get(home).status_code == 404


def test_the_page_costs_the_same_for_one_and_for_many(client, noura, django_assert_num_queries):
    client.force_login(noura)
    client.get(ADDRESS)
    with django_assert_num_queries(5):
        client.get(ADDRESS)
    for _ in range(5):
        factories.make_membership(user=noura)
    with django_assert_num_queries(5):
        client.get(ADDRESS)


def test_a_visitor_is_led_to_sign_in(client):
    assert client.get(ADDRESS)["Location"] == "/account/login/?next=/establishments/"
