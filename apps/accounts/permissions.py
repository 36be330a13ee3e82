"""Who of the staff may do what: one table of role and act. A superuser keeps accounts and rights, and else reads."""

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied

from apps.accounts.choices import StaffRole
from apps.accounts.models import User

ACTS = {
    "see_runs": {StaffRole.BILLING_OFFICER, StaffRole.AUDITOR},
    "start_run": {StaffRole.BILLING_OFFICER},
    "see_identity": {StaffRole.CLERK, StaffRole.AUDITOR},
    "correct_mobile": {StaffRole.CLERK},
    "see_requests": {StaffRole.CLERK, StaffRole.AUDITOR},
    "admit_establishments": {StaffRole.CLERK},
}
READING = {"see_identity"}


class StaffActNotAllowed(PermissionDenied):
    """Known scope, missing right: the 403 page says which roles allow the act."""

    def __init__(self, act: str):
        super().__init__(act)
        self.roles = [role for role in StaffRole if role in ACTS[act]]


def staff_can(user: User, act: str) -> bool:
    """Whether one of the person's staff roles allows the act; an unknown act is a `KeyError`, never a yes.

    A superuser has no role besides, whatever groups he is in.
    """
    allowed = ACTS[act]
    if not (user.is_active and user.is_staff):
        return False
    if user.is_superuser:
        return act in READING
    return not allowed.isdisjoint(_roles_of(user))


def _roles_of(user: User) -> set[str]:
    """The groups of the person, asked once for as long as the object lives, as Django does with his permissions."""
    if not hasattr(user, "_group_names"):
        user._group_names = set(user.groups.order_by().values_list("name", flat=True))
    return user._group_names


def require_staff(user: User, act: str) -> None:
    """Refuses with `StaffActNotAllowed` unless the person may."""
    if not staff_can(user, act):
        raise StaffActNotAllowed(act)


def roles_with(permission: str) -> list[StaffRole]:
    """The staff roles that hold a permission of Django's, such as `registry.view_membership`."""
    app_label, codename = permission.split(".")
    held = Group.objects.filter(permissions__content_type__app_label=app_label, permissions__codename=codename)
    names = set(held.values_list("name", flat=True))
    return [role for role in StaffRole if role in names]
