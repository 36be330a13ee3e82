"""Documenting contracts, changing their wages, and ending them before their term."""

from apps.contracts.services.changes import change_wages, check_termination, terminate_contract
from apps.contracts.services.documenting import Documented, check_contracts, document_contracts

__all__ = [
    "Documented",
    "change_wages",
    "check_contracts",
    "check_termination",
    "document_contracts",
    "terminate_contract",
]
