"""Sign-in with the national ID, in whatever digits it is typed."""

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _

from apps.common.digits import to_ascii


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("National ID number")

    def clean_login(self) -> str:
        return to_ascii(self.cleaned_data["login"])
