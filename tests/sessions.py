"""Sessions as they are after somebody has just given his password once more."""

import time

from allauth.account.internal.flows import login
from allauth.account.internal.userkit import user_id_to_str
from django.test import Client

from apps.accounts.models import User


def sign_in_afresh(client: Client, user: User) -> None:
    """The person is signed in and may go on to acts that ask for a recent proof of identity."""
    client.force_login(user)
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(user)
    session.save()
