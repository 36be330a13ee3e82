"""Who else acts for the demonstration's first establishment, who is invited, and an establishment that asks."""

import datetime
import uuid

from apps.accounts.models import User
from apps.common.periods import Month
from apps.portal.services import demo_people as people
from apps.registry import services as registry
from apps.registry.choices import EstablishmentKind, Role
from apps.registry.models import Establishment
from apps.registry.services import Application, Offer

ASKING = Application(
    unified_number="7001000131",
    name_ar="حلويات ليالي الشام",
    name_en="Layali Sweets",
    kind=EstablishmentKind.SOLE,
    mobile="+966500000031",
    email="sweets@example.com",
    owner_national_id=people.national_id(5_000_031),
    owner_name="منيرة بنت صالح الشمري",
    owner_birth_date=datetime.date(1984, 6, 15),
)


def add_roles(
    *,
    establishment: Establishment,
    owner: User,
    second_owner: User,
    delegate: User,
    since: datetime.date,
    now: datetime.datetime,
    today: datetime.date,
    address: str,
) -> None:
    """A second owner, a delegation of half a year, an invitation that waits, and a request that waits."""
    common = {"establishment": establishment, "now": now, "by": owner}
    registry.grant_membership(user=second_owner, role=Role.OWNER, starts_on=since, **common)
    begun = Month.of(today).first_day
    registry.grant_membership(
        user=delegate,
        role=Role.ACCOUNTANT,
        office_name=people.OFFICE,
        starts_on=begun,
        ends_on=(Month.of(today) + 5).last_day,
        **common,
    )
    number, name, mobile = people.INVITED
    registry.invite_member(
        offer=Offer(number, name, Role.SUPERVISOR, mobile),
        today=today,
        link_for=lambda token: f"{address}/invitations/{token}/",
        **common,
    )
    registry.request_admission(key=uuid.uuid4(), application=ASKING, language="ar", now=now)
