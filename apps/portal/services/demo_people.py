"""Invented people and establishments of the demonstration: the same ones every time."""

import datetime
import random
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.accounts.choices import StaffRole
from apps.registry.choices import Role
from apps.registry.rules import EstablishmentRow, SubscriberRow

PASSWORD = "hours-and-days-2026"  # noqa: S105  of the demonstration alone, printed on its sign-in page

ESTABLISHMENTS = (
    EstablishmentRow("7001000016", "شركة روابي نجد للتجزئة", "Rawabi Najd Retail Company"),
    EstablishmentRow("7001000024", "مطاعم بيت الحنيذ", "Bait Al Haneeth Restaurants"),
    EstablishmentRow("7001000032", "مؤسسة سرعة الوصول للتوصيل", "Swift Arrival Delivery"),
    EstablishmentRow("7001000040", "مقهى ركن القهوة", "Coffee Corner Café"),
    EstablishmentRow("7001000057", "مكتبة آفاق المعرفة", "Horizons Bookshop"),
    EstablishmentRow("7001000065", "صيدليات العناية الأولى", "First Care Pharmacies"),
    EstablishmentRow("7001000073", "مخبز السنابل الذهبية", "Golden Spikes Bakery"),
    EstablishmentRow("7001000081", "مركز نبض للياقة", "Nabd Fitness Centre"),
    EstablishmentRow("7001000099", "استوديو ضوء للتصميم", "Daw Design Studio"),
    EstablishmentRow("7001000107", "زهور الواحة", "Oasis Flowers"),
    EstablishmentRow("7001000115", "مكتب الميزان للمحاسبة", "Al Mizan Accounting Office"),
    EstablishmentRow("7001000123", "ورشة الإتقان للنجارة", "Itqan Carpentry"),
)
WORKERS = (60, 34, 22, 15, 12, 9, 7, 5, 4, 3, 2, 1)

_MEN = (
    *(("أحمد", "Ahmad"), ("بدر", "Badr"), ("خالد", "Khalid"), ("سالم", "Salem"), ("عبد الله", "Abdullah")),
    *(("عبد الرحمن", "Abdulrahman"), ("فهد", "Fahad"), ("ماجد", "Majid"), ("ناصر", "Nasser"), ("يوسف", "Yousef")),
    *(("تركي", "Turki"), ("سعود", "Saud"), ("مؤيد", "Muayyad"), ("إبراهيم", "Ibrahim"), ("هشام", "Hisham")),
)
_WOMEN = (
    *(("نورة", "Noura"), ("أمل", "Amal"), ("ريم", "Reem"), ("هند", "Hind"), ("فاطمة", "Fatimah"), ("مريم", "Maryam")),
    *(("لمى", "Lama"), ("شهد", "Shahad"), ("غادة", "Ghada"), ("منيرة", "Munirah"), ("جواهر", "Jawaher")),
    *(("العنود", "Alanoud"), ("دانة", "Dana"), ("رهف", "Rahaf"), ("سلمى", "Salma")),
)
_FATHERS = (*_MEN[:10], ("محمد", "Mohammed"), ("علي", "Ali"), ("صالح", "Saleh"), ("حمد", "Hamad"))
_FAMILIES = (
    *(("الحربي", "Alharbi"), ("القحطاني", "Alqahtani"), ("الغامدي", "Alghamdi"), ("الزهراني", "Alzahrani")),
    *(("العتيبي", "Alotaibi"), ("الدوسري", "Aldosari"), ("الشهري", "Alshehri"), ("المطيري", "Almutairi")),
    *(("الشمري", "Alshammari"), ("السبيعي", "Alsubaie"), ("العنزي", "Alanazi"), ("البقمي", "Albuqami")),
    *(("الرشيدي", "Alrashidi"), ("المالكي", "Almalki"), ("الجهني", "Aljuhani"), ("الخالدي", "Alkhaldi")),
)


class Member(NamedTuple):
    """A person who signs in for establishments, by their places in `ESTABLISHMENTS`."""

    national_id: str
    name_ar: str
    role: Role
    establishments: tuple[int, ...]


class Account(NamedTuple):
    """One line of the demonstration's sign-in page."""

    label: Promise
    name: str
    national_id: str


def national_id(serial: int) -> str:
    """The Saudi ID of that serial, with its check digit."""
    body = f"1{serial:08d}"
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in body[0::2])
    return f"{body}{-(doubled + sum(map(int, body[1::2]))) % 10}"


MEMBERS = (
    Member(national_id(5_000_001), "سارة بنت علي الزهراني", Role.OWNER, (0,)),
    Member(national_id(5_000_002), "ماجد بن صالح القحطاني", Role.SUPERVISOR, (0,)),
    Member(national_id(5_000_003), "دانة بنت فهد الشمري", Role.HOURS_CLERK, (0,)),
    Member(national_id(5_000_004), "هشام بن خالد المالكي", Role.ACCOUNTANT, (0,)),
    Member(national_id(5_000_005), "غادة بنت حمد السبيعي", Role.VIEWER, (0,)),
    Member(national_id(5_000_006), "عبد الله بن ناصر العتيبي", Role.OWNER, (1, 3)),
    *(
        Member(national_id(5_000_005 + place), f"مالك المنشأة {place + 1}", Role.OWNER, (place,))
        for place in range(2, 12)
        if place != 3
    ),
)
# Of the first establishment: a second owner, an accountant of an outside office, and somebody who is invited.
SECOND_OWNER = (national_id(5_000_021), "خالد بن سعود الدوسري")
DELEGATE, OFFICE = (national_id(5_000_022), "ريم بنت يوسف الحربي"), "مكتب الدقة للمحاسبة"
INVITED = (national_id(5_000_023), "تركي بن فهد المطيري", "+966500000023")
STAFF = (
    (national_id(6_000_001), "لطيفة بنت سعد العنزي", StaffRole.CLERK),
    (national_id(6_000_002), "فيصل بن محمد الغامدي", StaffRole.BILLING_OFFICER),
    (national_id(6_000_003), "نوف بنت إبراهيم الجهني", StaffRole.AUDITOR),
)
SUPERUSER = (national_id(6_000_004), "مدير النظام")

PEOPLE = 150
# Subscribers with a story: by their place among the people.
AT_CEILING, PAST_THIRTY_DAYS, NEAR_MONTH, BOTH_SIDES = 0, 1, 2, 3
# Who has no account yet, and can be tried as the one who opens it.
NEWCOMER = 4


def accounts() -> list[Account]:
    """The accounts to try, by role."""
    names = {row.national_id: row.full_name_ar for row in subscribers()}
    stories = (
        (_("Subscriber at the wage ceiling, three employers"), AT_CEILING),
        (_("Subscriber with more than 30 days in a month"), PAST_THIRTY_DAYS),
        (_("Subscriber"), NEAR_MONTH),
        (_("Subscriber and hours clerk of a bakery"), BOTH_SIDES),
    )
    members = [Account(member.role.label, member.name_ar, member.national_id) for member in MEMBERS[:5]]
    second = Account(_("Second owner of that establishment"), SECOND_OWNER[1], SECOND_OWNER[0])
    delegate = Account(_("Accountant of an outside office"), DELEGATE[1], DELEGATE[0])
    two = Account(_("Owner of two establishments"), MEMBERS[5].name_ar, MEMBERS[5].national_id)
    people = [Account(label, names[national_id(1 + place)], national_id(1 + place)) for label, place in stories]
    staff = [Account(role.label, name, number) for number, name, role in STAFF]
    return [*members, second, delegate, two, *people, *staff, Account(_("Superuser"), SUPERUSER[1], SUPERUSER[0])]


def newcomer() -> SubscriberRow:
    """The subscriber without an account, whom a visitor can sign up as."""
    return subscribers()[NEWCOMER]


def subscribers() -> list[SubscriberRow]:
    """Everybody who works; about two of three were insured before the new law."""
    dice = random.Random("people")
    rows = []
    for place in range(PEOPLE):
        is_man = place % 2 == 0
        given = dice.choice(_MEN if is_man else _WOMEN)
        father, family = dice.choice(_FATHERS), dice.choice(_FAMILIES)
        between = ("بن", "bin") if is_man else ("بنت", "bint")
        rows.append(
            SubscriberRow(
                national_id(1 + place),
                f"{given[0]} {between[0]} {father[0]} {family[0]}",
                f"{given[1]} {between[1]} {father[1]} {family[1]}",
                datetime.date(dice.randint(1968, 2006), dice.randint(1, 12), dice.randint(1, 28)),
                datetime.date(dice.randint(2016, 2023), dice.randint(1, 12), 1) if dice.random() < 0.66 else None,
                f"05{dice.randint(10_000_000, 99_999_999)}",
            )
        )
    return rows
