"""Who may do what in an establishment: one table of role and act."""

from apps.registry.choices import Role

_ALL = frozenset(Role)
ACTS = {
    "see_hours": _ALL - {Role.ACCOUNTANT},
    "enter_hours": {Role.OWNER, Role.SUPERVISOR, Role.HOURS_CLERK},
    "attest_hours": {Role.OWNER, Role.SUPERVISOR},
    "see_contracts": _ALL - {Role.HOURS_CLERK},
    "manage_contracts": {Role.OWNER, Role.SUPERVISOR},
    "see_invoices": _ALL - {Role.HOURS_CLERK},
    "export_invoices": {Role.OWNER, Role.ACCOUNTANT},
    "pay_invoices": {Role.OWNER, Role.ACCOUNTANT},
    "export_contracts": {Role.OWNER, Role.SUPERVISOR},
    "manage_users": {Role.OWNER},
}


def can(act: str, role: Role | str) -> bool:
    """Whether the role allows the act; an unknown act is a `KeyError`, never a yes."""
    return role in ACTS[act]


def roles_for(act: str) -> list[Role]:
    """The roles that allow the act, in the order of `Role`: what a refusal tells."""
    return [role for role in Role if role in ACTS[act]]


def can_grant(role: Role | str, *, by: Role | str) -> bool:
    """Whether who holds `by` may give `role`: nobody gives more than he holds, and only who manages users gives."""
    return can("manage_users", by) and all(by in allowed for allowed in ACTS.values() if role in allowed)
