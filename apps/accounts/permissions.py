"""Who of the staff may do what: one table of role and act. A superuser reads, and keeps accounts and rights."""

from django.core.exceptions import PermissionDenied

from apps.accounts.choices import StaffRole
from apps.accounts.models import User

ACTS = {
    "see_runs": {StaffRole.BILLING_OFFICER, StaffRole.AUDITOR},
    "start_run": {StaffRole.BILLING_OFFICER},
    "correct_mobile": {StaffRole.CLERK},
    "see_requests": {StaffRole.CLERK, StaffRole.AUDITOR},
    "admit_establishments": {StaffRole.CLERK},
}
READING = {"see_runs"}


class StaffActNotAllowed(PermissionDenied):
    """Known scope, missing right: the 403 page says which roles allow the act."""

    def __init__(self, act: str):
        super().__init__(act)
        self.roles = [role for role in StaffRole if role in ACTS[act]]


def staff_can(user: User, act: str) -> bool:
    """Whether one of the person's staff roles allows the act; an unknown act is a `KeyError`, never a yes."""
    allowed = ACTS[act]
    if not (user.is_active and user.is_staff):
        return False
    if user.is_superuser and act in READING:
        return True
    return user.groups.filter(name__in=allowed).exists()


def require_staff(user: User, act: str) -> None:
    """Refuses with `StaffActNotAllowed` unless the person may."""
    if not staff_can(user, act):
        raise StaffActNotAllowed(act)
