"""Offering contracts and answering, documenting them, changing their wages, and ending them before their term."""

from apps.contracts.services.answering import (
    accept_offer,
    ask_change,
    check_acceptance,
    lapse_offers,
    refuse_offer,
    remind_of_ends,
    remind_of_offers,
)
from apps.contracts.services.changes import change_wages, check_termination, is_cut, set_wage, terminate_contract
from apps.contracts.services.documenting import Documented, check_contracts, document_contracts
from apps.contracts.services.offering import (
    Change,
    check_change,
    check_offers,
    offer_change,
    offer_contracts,
    withdraw,
)
from apps.contracts.services.papers import render_next_paper, render_paper, request_paper

__all__ = [
    "Change",
    "Documented",
    "accept_offer",
    "ask_change",
    "change_wages",
    "check_acceptance",
    "check_change",
    "check_contracts",
    "check_offers",
    "check_termination",
    "document_contracts",
    "is_cut",
    "lapse_offers",
    "offer_change",
    "offer_contracts",
    "refuse_offer",
    "remind_of_ends",
    "remind_of_offers",
    "render_next_paper",
    "render_paper",
    "request_paper",
    "set_wage",
    "terminate_contract",
    "withdraw",
]
