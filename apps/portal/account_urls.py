"""The addresses of the account, under the names that django-allauth asks for."""

from allauth.account.internal.decorators import login_not_required
from allauth.mfa.webauthn.views import (
    EditWebAuthnView,
    ListWebAuthnView,
    ReauthenticateWebAuthnView,
)
from django.urls import include, path

from apps.portal.views import account
from apps.portal.views import second_factor as factor

factors = [
    path("", account.second_factor, name="mfa_index"),
    path("authenticate/", factor.Authenticate.as_view(), name="mfa_authenticate"),
    path("reauthenticate/", factor.Reauthenticate.as_view(), name="mfa_reauthenticate"),
    path("app/activate/", factor.ActivateApp.as_view(), name="mfa_activate_totp"),
    path("app/deactivate/", factor.DeactivateApp.as_view(), name="mfa_deactivate_totp"),
    path("recovery-codes/", factor.recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/generate/", factor.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("passkeys/", ListWebAuthnView.as_view(), name="mfa_list_webauthn"),
    path("passkeys/add/", factor.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("passkeys/login/", login_not_required(factor.SignInWithPasskey.as_view()), name="mfa_login_webauthn"),
    path("passkeys/reauthenticate/", ReauthenticateWebAuthnView.as_view(), name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/edit/", EditWebAuthnView.as_view(), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", factor.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
urlpatterns = [
    path("", account.account_home, name="account_home"),
    path("logout/", factor.SignOut.as_view(), name="account_logout"),
    path("session/", account.session, name="account_session"),
    path("sessions/", account.session_list, name="usersessions_list"),
    path("kept/", account.kept_values, name="account_kept"),
    path("second-factor/", include(factors)),
]
