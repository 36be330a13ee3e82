"""Records for tests, one plain function for each: what is not said is believable and valid.

Rows are written as the services write them (a test of the guards compares), but without asking, so that tests of
constraints can write what no service would. Billing goes through its services, because only they make what they make.
"""

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from importlib import import_module

from django.contrib.auth.models import Group
from django.utils import timezone

from apps.accounts.models import User
from apps.accounts.rules import Visit
from apps.common.names import search_key
from apps.common.periods import Month, end_of_term
from apps.contracts.models import Contract, ContractOffer, ContractWage
from apps.exchange import services as exchange
from apps.exchange.choices import Kind
from apps.exchange.models import Upload
from apps.invoices import services as invoices
from apps.invoices.models import BillingRun, Invoice
from apps.registry import rules as registry
from apps.registry.models import Establishment, EstablishmentRequest, Invitation, Membership, Subscriber
from apps.regulations.choices import Law
from apps.regulations.rules import RuleSet
from apps.timesheets.models import HoursEntry, MonthTotal

PASSWORD = "Nakhla-1448-wahat"
VISIT = Visit("127.0.0.1", "testserver", "ar")
SEPTEMBER = Month(2026, 9)
RIYADH = datetime.timezone(datetime.timedelta(hours=3))

_GIVEN = [("أحمد", "Ahmad"), ("فاطمة", "Fatimah"), ("عبد الله", "Abdullah"), ("مريم", "Maryam"), ("مؤيد", "Muayyad")]
_FAMILY = [("الحربي", "Alharbi"), ("القحطاني", "Alqahtani"), ("الغامدي", "Alghamdi"), ("الزهراني", "Alzahrani")]
_serials: dict[str, itertools.count] = {}


def restart() -> None:
    """Numbers begin at one again."""
    _serials.clear()


def _next(kind: str) -> int:
    return next(_serials.setdefault(kind, itertools.count(1)))


def national_id(serial: int, prefix: str = "1") -> str:
    """A valid ID: ten digits, the last of them the check digit."""
    body = f"{prefix}{serial:08d}"
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in body[0::2])
    return f"{body}{-(sum(doubled) + sum(map(int, body[1::2]))) % 10}"


def at(day: datetime.date, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """A moment of that day in Riyadh."""
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=RIYADH)


def ruleset(month: Month, law: str = Law.OLD, **overrides) -> RuleSet:
    """The rules of a month as the portal begins with them, without a database; `overrides` changes single rules."""
    rows = import_module("apps.regulations.migrations.0002_load_rules").RULES
    in_force = sorted(row for row in rows if row[1] in ("", law) and row[2] <= str(month.last_day))
    return replace(RuleSet.read(month, Law(law), {key: value for key, _, _, value, *_ in in_force}), **overrides)


def make_user(**overrides) -> User:
    """A person who can sign in with `PASSWORD`."""
    serial = _next("user")
    fields = {"national_id": national_id(90_000_000 + serial), "full_name": f"مستخدم {serial}", "password": PASSWORD}
    return User.objects.create_user(**{**fields, **overrides})


def make_staff(role: str, **overrides) -> User:
    """One of the body's own people: a clerk, a billing officer or an auditor."""
    user = make_user(is_staff=True, **overrides)
    user.groups.add(Group.objects.get(name=role))
    return user


def make_establishment(**overrides) -> Establishment:
    serial = _next("establishment")
    fields = {
        "unified_number": f"7{serial:09d}",
        "name_ar": f"منشأة النخيل {serial}",
        "name_en": f"Palms Establishment {serial}",
    }
    fields |= overrides
    return Establishment.objects.create(search_key=search_key(fields["name_ar"], fields["name_en"]), **fields)


def make_subscriber(**overrides) -> Subscriber:
    """A Saudi under the old law: first insured before July 2024."""
    serial = _next("subscriber")
    given, family = _GIVEN[serial % len(_GIVEN)], _FAMILY[serial % len(_FAMILY)]
    fields = {
        "national_id": national_id(serial),
        "full_name_ar": f"{given[0]} {family[0]}",
        "full_name_en": f"{given[1]} {family[1]}",
        "birth_date": datetime.date(1995, 3, 14),
        "first_insured_on": datetime.date(2020, 1, 1),
    }
    fields |= overrides
    return Subscriber.objects.create(search_key=search_key(fields["full_name_ar"], fields["full_name_en"]), **fields)


def make_membership(**overrides) -> Membership:
    """An open role, the owner's unless another is named, since the first month that the portal knows."""
    fields = {"role": "owner", "starts_on": datetime.date(2024, 7, 1)} | overrides
    if "user" not in fields:
        fields["user"] = make_user()
    if "establishment" not in fields:
        fields["establishment"] = make_establishment()
    return Membership.objects.create(**fields)


def make_invitation(*, token: str = "a-link", **overrides) -> Invitation:
    """An invitation to read along, sent this moment, whose link is `/invitations/a-link/`."""
    now = timezone.localtime()
    fields = {
        "role": "viewer",
        "national_id": national_id(80_000_000 + _next("invitation")),
        "full_name": "مدعو إلى دور",
        "mobile": "+966512345678",
        "token_digest": registry.digest(token),
        "sent_at": now,
        "expires_at": now + datetime.timedelta(days=7),
    }
    fields |= overrides
    fields.setdefault("sent_to", fields["mobile"] or fields.get("email", ""))
    if "establishment" not in fields:
        fields["establishment"] = make_establishment()
    if "invited_by" not in fields:
        fields["invited_by"] = make_member("صاحب الدعوة", establishment=fields["establishment"], role="owner")
    return Invitation.objects.create(**fields)


def make_request(**overrides) -> EstablishmentRequest:
    """An establishment that asks to be registered, to be decided."""
    serial = _next("request")
    fields = {
        "unified_number": f"77{serial:08d}",
        "name_ar": "مخبز الواحة",
        "name_en": "Oasis Bakery",
        "kind": "company",
        "mobile": "+966512345678",
        "email": "bakery@example.com",
        "owner_national_id": national_id(70_000_000 + serial),
        "owner_name": "صالح بن عبد الله الحربي",
        "language": "ar",
        "received_at": timezone.localtime(),
    }
    fields |= overrides
    names = search_key(fields["name_ar"], fields["name_en"], fields["owner_name"])
    return EstablishmentRequest.objects.create(search_key=names, **fields)


def make_member(full_name: str, *, establishment: Establishment, role: str, **overrides) -> User:
    """A person with a role in the establishment."""
    user = make_user(full_name=full_name, **overrides)
    make_membership(user=user, establishment=establishment, role=role)
    return user


def make_contract(
    *,
    establishment: Establishment | None = None,
    subscriber: Subscriber | None = None,
    starts_on: datetime.date = datetime.date(2026, 1, 1),
    ends_on: datetime.date | None = None,
    hourly_wage: Decimal | str = "30.00",
    wages: dict[Month, str] | None = None,
    **overrides,
) -> Contract:
    """A documented contract of a year at 30.00 an hour; `wages` adds changes from later months on."""
    fields = {
        "contract_no": f"C-{starts_on.year}-{_next('contract'):06d}",
        "establishment": establishment or make_establishment(),
        "subscriber": subscriber or make_subscriber(),
        "starts_on": starts_on,
        "ends_on": ends_on or end_of_term(starts_on, months=12),
        "created_at": at(starts_on),
    }
    fields |= overrides
    fields.setdefault("agreed_ends_on", fields["ends_on"])
    contract = Contract.objects.create(**fields)
    for month, wage in {Month.of(starts_on): hourly_wage, **(wages or {})}.items():
        ContractWage.objects.create(
            contract=contract, effective_from=month, hourly_wage=Decimal(wage), set_at=at(starts_on)
        )
    return contract


def make_offer(**overrides) -> ContractOffer:
    """A new contract from November on at 31.25 an hour, offered this moment; it waits for its answer."""
    now = timezone.localtime()
    fields = {
        "kind": "new",
        "starts_on": datetime.date(2026, 11, 1),
        "hourly_wage": Decimal("31.25"),
        "expires_on": now.date() + datetime.timedelta(days=30),
        "offered_at": now,
    }
    fields |= overrides
    fields.setdefault("ends_on", end_of_term(fields["starts_on"], months=12))
    if "establishment" not in fields:
        fields["establishment"] = make_establishment()
    if "subscriber" not in fields:
        fields["subscriber"] = make_subscriber()
    if "offered_by" not in fields:
        fields["offered_by"] = make_member("صاحب العرض", establishment=fields["establishment"], role="owner")
    return ContractOffer.objects.create(**fields)


def make_hours(contract: Contract, minutes_by_day: dict[datetime.date, int], *, by: User | None = None) -> None:
    """The hours stand in the books, with the running total of their month."""
    HoursEntry.objects.bulk_create(
        HoursEntry(contract=contract, work_date=day, minutes=minutes, entered_by=by, entered_at=timezone.now())
        for day, minutes in minutes_by_day.items()
    )
    for month in {Month.of(day) for day in minutes_by_day}:
        total, _ = MonthTotal.objects.get_or_create(
            establishment_id=contract.establishment_id,
            subscriber_id=contract.subscriber_id,
            month=month,
            defaults={"minutes": 0, "limit_minutes": 5700},
        )
        total.minutes += sum(minutes for day, minutes in minutes_by_day.items() if day in month)
        total.save(update_fields=["minutes"])


def make_month(contract: Contract, month: Month, hours: Decimal | str | int, *, by: User | None = None) -> None:
    """So many hours of work in the month, from its first day in force on, at most eight a day."""
    left = int(Decimal(hours) * 60)
    days = {}
    for day in (day for day in month.days if contract.is_in_force(day)):
        if left:
            days[day] = min(left, 480)
            left -= days[day]
    if left:
        raise ValueError(f"{hours} hours do not fit into {month}")
    make_hours(contract, days, by=by)


def close_month(month: Month, *, is_dry: bool = False, today: datetime.date | None = None) -> BillingRun:
    """The month is closed and billed on its invoice day, by one worker who does every piece himself."""
    today = today or ruleset(month).invoice_date
    run = invoices.request_run(month=month, is_dry=is_dry, now=at(today), today=today)
    while invoices.work(run_id=run.pk, now=at(today), today=today) is not invoices.Work.NOTHING:
        pass
    run.refresh_from_db()
    return run


def make_upload(
    *, establishment: Establishment, by: User, rows: Iterable[Iterable], month: Month | None = SEPTEMBER
) -> Upload:
    """A file, checked: rows of ID, day and hours of the month; without one, of ID, first and last day and wage."""
    head = ("رقم الهوية", "اليوم", "الساعات") if month else ("رقم الهوية", "أول يوم", "آخر يوم", "أجر الساعة")
    kind, name = (Kind.HOURS, "ساعات.csv") if month else (Kind.CONTRACTS, "عقود.csv")
    upload = exchange.take_upload(
        establishment=establishment,
        kind=kind,
        month=month,
        name=name,
        content="\n".join(",".join(map(str, row)) for row in (head, *rows)).encode(),
        by=by,
        now=timezone.localtime(),
    )
    while exchange.work(upload_id=upload.pk, clock=timezone.localtime):
        pass
    upload.refresh_from_db()
    return upload


def make_invoice(
    *,
    establishment: Establishment | None = None,
    month: Month = SEPTEMBER,
    hours: Decimal | str | int = 80,
    hourly_wage: Decimal | str = "30.00",
) -> Invoice:
    """The invoice of a month in which one person worked for the establishment; the month is closed with it."""
    contract = make_contract(establishment=establishment, hourly_wage=hourly_wage)
    make_month(contract, month, hours)
    close_month(month)
    return Invoice.objects.get(establishment=contract.establishment, month=month)
