"""The contract on paper: the parties, the terms, and who agreed to them when, in either language."""

import datetime
import hashlib
import json
from decimal import Decimal
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from apps.common import pdf, text
from apps.common.money import to_halalas, to_riyals
from apps.common.periods import Month
from apps.contracts import selectors
from apps.contracts.choices import OfferKind
from apps.contracts.models import Contract, ContractOffer, ContractPaper


class Party(NamedTuple):
    """One side of the contract, by the name of the paper's language."""

    name: str
    number: str


class PrintedWage(NamedTuple):
    """An hourly wage from a month on, in riyals, with what a day of contributions comes to."""

    month: Month
    hourly_wage: Decimal
    daily_wage: Decimal
    is_below_floor: bool


class Agreement(NamedTuple):
    """What was agreed, who offered it and who accepted it, and when."""

    kind: OfferKind
    ends_on: datetime.date
    hourly_wage: Decimal
    month: Month | None
    offered_at: datetime.datetime
    offered_by: str
    accepted_at: datetime.datetime
    accepted_by: str


class Ending(NamedTuple):
    """An end before the term."""

    at: datetime.datetime
    agreed_ends_on: datetime.date
    reason: str


def terms_of(contract: Contract, *, shows_id: bool) -> dict:
    """Everything that the paper says, as it is kept with it: text alone, in ISO form."""
    wages = selectors.wages_by_month([contract.pk])[contract.pk]
    number = contract.subscriber.national_id
    return {
        "contract_no": contract.contract_no,
        "establishment": {
            "number": contract.establishment.unified_number,
            "ar": contract.establishment.name_ar,
            "en": contract.establishment.name_en,
        },
        "subscriber": {
            "number": number if shows_id else text.masked_id(number),
            "ar": contract.subscriber.full_name_ar,
            "en": contract.subscriber.full_name_en,
        },
        "starts_on": contract.starts_on.isoformat(),
        "ends_on": contract.ends_on.isoformat(),
        "wages": [
            _wage(month, wage.hourly_wage) for month, wage in wages.items() if month <= Month.of(contract.ends_on)
        ],
        "agreements": [
            _agreement(offer) for offer in selectors.agreements_among(selectors.offers_about(contract), contract)
        ],
        "documented_at": contract.created_at.isoformat(),
        "hours_limit": selectors.rules_from(Month.of(contract.starts_on)).max_minutes_month,
        "ended": _ending(contract),
    }


def digest(terms: dict) -> str:
    return hashlib.sha256(json.dumps(terms, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _wage(month: Month, hourly_wage: Decimal) -> list[str]:
    """The month, the hourly wage, the wage of a contribution day, and a word when contributions are on the floor."""
    limits = selectors.rules_from(month)
    daily = to_riyals(to_halalas(hourly_wage) * limits.minutes_per_day // 60)
    is_below_floor = limits.is_below_floor(to_halalas(hourly_wage))
    return [str(month), str(hourly_wage), str(daily), "floor" if is_below_floor else ""]


def _agreement(offer: ContractOffer) -> dict:
    return {
        "kind": offer.kind,
        "ends_on": offer.ends_on.isoformat(),
        "hourly_wage": str(offer.hourly_wage),
        "month": str(offer.effective_from or ""),
        "offered_at": offer.offered_at.isoformat(),
        "offered_by": offer.offered_by.full_name,
        "accepted_at": offer.answered_at.isoformat(),
        "accepted_by": offer.answered_by.full_name,
    }


def _ending(contract: Contract) -> dict | None:
    if contract.terminated_at is None:
        return None
    return {
        "at": contract.terminated_at.isoformat(),
        "agreed_ends_on": contract.agreed_ends_on.isoformat(),
        "reason": contract.termination_reason,
    }


def _moment(written: str) -> datetime.datetime:
    return timezone.localtime(datetime.datetime.fromisoformat(written))


def _party(terms: dict, language: str) -> Party:
    return Party((language == "en" and terms["en"]) or terms["ar"], terms["number"])


def _printed_agreement(kept: dict, subscriber: dict, language: str) -> Agreement:
    """Who accepted is the subscriber; his account has one name, and where that is his he is called as a party is."""
    accepted_by = kept["accepted_by"]
    return Agreement(
        OfferKind(kept["kind"]),
        datetime.date.fromisoformat(kept["ends_on"]),
        Decimal(kept["hourly_wage"]),
        Month.parse(kept["month"]) if kept["month"] else None,
        _moment(kept["offered_at"]),
        kept["offered_by"],
        _moment(kept["accepted_at"]),
        _party(subscriber, language).name if accepted_by == subscriber["ar"] else accepted_by,
    )


def contract_html(paper: ContractPaper) -> str:
    """The contract in the language of the paper, as it is drawn."""
    terms, language = paper.terms, paper.language
    ended = terms["ended"]
    with translation.override(language):
        agreements = [_printed_agreement(kept, terms["subscriber"], language) for kept in terms["agreements"]]
        context = {
            "contract_no": terms["contract_no"],
            "establishment": _party(terms["establishment"], language),
            "subscriber": _party(terms["subscriber"], language),
            "starts_on": datetime.date.fromisoformat(terms["starts_on"]),
            "ends_on": datetime.date.fromisoformat(terms["ends_on"]),
            "wages": [
                PrintedWage(Month.parse(month), Decimal(wage), Decimal(daily), bool(floor))
                for month, wage, daily, floor in terms["wages"]
            ],
            "agreements": agreements,
            "is_from_file": selectors.came_from_records(each.kind for each in agreements),
            "documented_at": _moment(terms["documented_at"]),
            "ended": ended
            and Ending(_moment(ended["at"]), datetime.date.fromisoformat(ended["agreed_ends_on"]), ended["reason"]),
            "hours_limit": terms["hours_limit"],
            "made_at": timezone.localtime(paper.requested_at),
        }
        return render_to_string("contracts/documents/contract.html", context)


def contract_pdf(paper: ContractPaper) -> bytes:
    """The contract in the language of the paper. Raises `pdf.NotDrawn`."""
    return pdf.draw(contract_html(paper))


def file_name(paper: ContractPaper) -> str:
    """What the paper is called once downloaded; no person stands in it."""
    with translation.override(paper.language):
        return _("Contract %(number)s.pdf") % {"number": paper.terms["contract_no"]}
