"""What changes in the registry: records, roles, invitations to roles, and establishments that ask to be admitted."""

from apps.registry.rules import EstablishmentRow, SubscriberRow
from apps.registry.services.admission import Application, admit_establishment, refuse_establishment, request_admission
from apps.registry.services.invitations import (
    Offer,
    accept_invitation,
    asks_birth_date,
    check_offer,
    invite,
    invite_member,
    is_open,
    open_account_with_invitation,
    resend_invitation,
    withdraw_invitation,
)
from apps.registry.services.records import (
    MANY,
    Registered,
    change_mobile,
    correct_first_insured,
    correct_mobile,
    hold_subscribers,
    link_user,
    register_establishments,
    register_subscribers,
)
from apps.registry.services.roles import change_role, end_membership, grant_membership, revoke_membership

__all__ = [
    "MANY",
    "Application",
    "EstablishmentRow",
    "Offer",
    "Registered",
    "SubscriberRow",
    "accept_invitation",
    "admit_establishment",
    "asks_birth_date",
    "change_mobile",
    "change_role",
    "check_offer",
    "correct_first_insured",
    "correct_mobile",
    "end_membership",
    "grant_membership",
    "hold_subscribers",
    "invite",
    "invite_member",
    "is_open",
    "link_user",
    "open_account_with_invitation",
    "refuse_establishment",
    "register_establishments",
    "register_subscribers",
    "request_admission",
    "resend_invitation",
    "revoke_membership",
    "withdraw_invitation",
]
