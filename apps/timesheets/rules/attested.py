"""What exactly a declaration speaks of, and the digest by which anybody can see that it is unchanged."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from apps.common.periods import Month


class AttestedContract(NamedTuple):
    """One contract's month as it was declared: day of the month → minutes, days without hours left out."""

    contract_no: str
    national_id: str
    name_ar: str
    name_en: str
    days: Mapping[int, int]

    @property
    def minutes(self) -> int:
        return sum(self.days.values())


def stored(figures: Iterable[AttestedContract]) -> list:
    """The figures as a declaration keeps them."""
    return [[*each[:4], {str(day): minutes for day, minutes in each.days.items()}] for each in figures]


def read(kept: Iterable[list]) -> list[AttestedContract]:
    """The figures of a declaration, by contract number."""
    found = (AttestedContract(*each, {int(day): minutes for day, minutes in days.items()}) for *each, days in kept)
    return sorted(found, key=lambda each: each.contract_no)


def canonical(unified_number: str, month: Month, figures: Iterable[AttestedContract]) -> str:
    """The declared figures as one text, the same whoever writes it down.

    Lines end in a line feed, also the last one. The first three say `hours-declaration 1`, the unified number and the
    month (`2026-10`); then comes a line for each contract of the month, by number: the number, the national ID, and for
    each day with hours, in order, `day=minutes`, all parted by single spaces:
    `C-2026-000123 1012345678 1=480 2=450`. Names are no figures and stay out.
    """
    lines = ["hours-declaration 1", unified_number, str(month)]
    for each in sorted(figures, key=lambda contract: contract.contract_no):
        days = [f"{day}={minutes}" for day, minutes in sorted(each.days.items()) if minutes]
        lines.append(" ".join([each.contract_no, each.national_id, *days]))
    return "".join(f"{line}\n" for line in lines)


def digest_of(unified_number: str, month: Month, figures: Iterable[AttestedContract]) -> str:
    """SHA-256 of `canonical` in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(unified_number, month, figures).encode()).hexdigest()
