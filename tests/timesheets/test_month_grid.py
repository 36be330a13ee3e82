"""The month's grid as a page: who sees it, what comes back, and how it saves."""

import pytest
from django.urls import reverse

from apps.common.periods import Month

pytestmark = pytest.mark.django_db
OCTOBER = Month(2026, 10)


def address(establishment, month=OCTOBER, name="month_grid"):
    return reverse(f"timesheets:{name}", args=[establishment.unified_number, month])


def test_the_owner_sees_the_month(client, noura, contract):
    client.force_login(noura)
    for name in ("month_grid", "month_attest"):
        assert client.get(address(contract.establishment, name=name)).status_code == 200
