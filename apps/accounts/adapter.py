"""Where django-allauth asks how this portal signs people in."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request) -> bool:
        """Nobody makes an account by himself: whoever knows an ID could otherwise ask the portal whether it is known."""
        return False
