"""A second factor for tests: an authenticator app that is set up, and the code it shows now."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time

from apps.accounts.models import User

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def set_up_app(user: User) -> None:
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def code(secret: str = SECRET) -> str:
    """What the app shows at this moment."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def recovery_codes(user: User) -> list[str]:
    return RecoveryCodes.activate(user).get_unused_codes()
