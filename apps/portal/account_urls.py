"""The pages of an account, under the names that django-allauth asks for: its own where the portal uses them."""

from allauth.account import views as allauth
from allauth.account.internal.decorators import login_not_required
from allauth.mfa.webauthn.views import EditWebAuthnView, ListWebAuthnView
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from apps.portal.views import account, contacts, passwords, sign_up
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
    path("passkeys/reauthenticate/", factor.ReauthenticateWithPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/edit/", EditWebAuthnView.as_view(), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", factor.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
urlpatterns = [
    path("", account.account_home, name="account_home"),
    path("login/", allauth.login, name="account_login"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("logout/", factor.SignOut.as_view(), name="account_logout"),
    path("messages/", account.digest, name="account_digest"),
    path("session/", account.session, name="account_session"),
    path("sessions/", account.session_list, name="usersessions_list"),
    path("kept/", account.kept_values, name="account_kept"),
    path("second-factor/", include(factors)),
    path("signup/", sign_up.sign_up, name="account_signup"),
    path("signup/<uuid:draft>/code/", sign_up.code, name="account_signup_code"),
    path("signup/<uuid:draft>/resend/", sign_up.resend, name="account_signup_resend"),
    path("signup/<uuid:draft>/account/", sign_up.account, name="account_signup_account"),
    path("signup/national/", sign_up.national, name="account_signup_national"),
    path("signup/national/<uuid:draft>/code/", sign_up.national_code, name="account_signup_national_code"),
    path("signup/national/<uuid:draft>/resend/", sign_up.national_resend, name="account_signup_national_resend"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    # Whoever has no password yet comes to one as whoever has forgotten his.
    path("password/set/", RedirectView.as_view(pattern_name="account_reset_password"), name="account_set_password"),
    path("password/reset/", passwords.forgotten, name="account_reset_password"),
    path("password/reset/by-email/", allauth.password_reset, name="account_reset_password_by_email"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/<uuid:draft>/code/", passwords.code, name="account_reset_password_code"),
    path("password/reset/<uuid:draft>/resend/", passwords.resend, name="account_reset_password_resend"),
    path("password/reset/<uuid:draft>/new/", passwords.new, name="account_reset_password_new"),
    path("mobile/", contacts.mobile, name="account_mobile"),
    path("mobile/<uuid:draft>/code/", contacts.mobile_code, name="account_mobile_code"),
    path("mobile/<uuid:draft>/resend/", contacts.mobile_resend, name="account_mobile_resend"),
    path("email/", contacts.email, name="account_email"),
    path("email/<uuid:draft>/code/", contacts.email_code, name="account_email_code"),
    path("email/<uuid:draft>/resend/", contacts.email_resend, name="account_email_resend"),
]
