"""Where django-allauth asks how this portal's second factors are named and kept."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is not correct"),
        "cannot_generate_recovery_codes": _("Recovery codes come with a second factor. Set one up first"),
    }

    def get_totp_issuer(self) -> str:
        return gettext("Flexible Work Portal")

    def get_totp_label(self, user) -> str:
        """The person's name: an ID number has no business on the screen of a telephone."""
        return user.full_name

    def generate_authenticator_name(self, user, type) -> str:
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": gettext("Flexible Work Portal")}

    def get_public_key_credential_user_entity(self, user) -> dict:
        return super().get_public_key_credential_user_entity(user) | {"name": user.full_name}

    # The database alone is not enough to make a person's codes.

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def close_anew(encrypted_text: str) -> str:
    """The same, closed with the present key; as it was when that has closed it already."""
    try:
        _lock(settings.SECRET_KEY).decrypt(encrypted_text.encode())
    except InvalidToken:
        return _box().rotate(encrypted_text.encode()).decode()
    return encrypted_text


def _box() -> MultiFernet:
    """Closes with the present key, opens with earlier ones too."""
    return MultiFernet([_lock(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _lock(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"second factor" + key.encode()).digest()))
