"""The groups that staff belong to (the names are those of `auth.Group`), what the security log records, and what a
one-time code is for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StaffRole(models.TextChoices):
    CLERK = "clerk", _("Clerk")
    BILLING_OFFICER = "billing officer", _("Billing officer")
    AUDITOR = "auditor", _("Auditor")


class Event(models.TextChoices):
    """What happened at the door, and to rights. A new kind is added here and nowhere else."""

    SIGNED_IN = "signed_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("Sign-in failed")
    SIGNED_OUT = "signed_out", _("Signed out")
    ACCOUNT_OPENED = "account_opened", _("Account opened")
    CODE_SENT = "code_sent", _("Code sent")
    CODE_REFUSED = "code_refused", _("Code refused")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    CONTACT_CHANGED = "contact_changed", _("Mobile number or e-mail changed")
    FACTOR_ADDED = "factor_added", _("Second factor added")
    FACTOR_REMOVED = "factor_removed", _("Second factor removed")
    SESSION_ENDED = "session_ended", _("Session ended")
    ROLE_INVITED = "role_invited", _("Invited to a role")
    ROLE_GRANTED = "role_granted", _("Role granted")
    ROLE_ENDED = "role_ended", _("Role ended")
    STAFF_RIGHTS_CHANGED = "staff_rights_changed", _("Staff rights changed")
    ESTABLISHMENT_ADMITTED = "establishment_admitted", _("Establishment admitted")
    ESTABLISHMENT_REFUSED = "establishment_refused", _("Establishment refused")
    ACCESS_DENIED = "access_denied", _("Access denied")
    EXPORTED = "exported", _("Exported")


class Purpose(models.TextChoices):
    """What a one-time code opens the way to."""

    SIGN_UP = "sign_up", _("New account")
    PASSWORD = "password", _("New password")
    MOBILE = "mobile", _("New mobile number")
    EMAIL = "email", _("New e-mail address")
