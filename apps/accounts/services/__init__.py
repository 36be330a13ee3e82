"""What changes in an account: it is opened, its contacts and factors change, codes prove it, the log keeps it."""

from apps.accounts.services.accounts import change_email, change_mobile, follow_mobile, open_account
from apps.accounts.services.cleaning import forget_what_is_over
from apps.accounts.services.codes import Letter, check_code, send_code
from apps.accounts.services.factors import reencrypt_factors, remove_factors
from apps.accounts.services.log import record, remember_language
from apps.accounts.services.rights import follow_rights, rights_of
from apps.accounts.services.sessions import end_sessions

__all__ = [
    "Letter",
    "change_email",
    "change_mobile",
    "check_code",
    "end_sessions",
    "follow_mobile",
    "follow_rights",
    "forget_what_is_over",
    "open_account",
    "record",
    "reencrypt_factors",
    "remember_language",
    "remove_factors",
    "rights_of",
    "send_code",
]
