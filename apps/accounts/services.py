"""What changes in an account."""

from apps.accounts.models import User


def remember_language(*, user_id: int, language: str) -> None:
    """The person meets the portal in this language from now on, on every machine that has not chosen another."""
    User.objects.filter(pk=user_id).update(language=language)
