"""The pages of an account that are the portal's own; they come before django-allauth's and replace some of them."""

from allauth.account.views import password_reset
from django.urls import path

from apps.portal.views import contacts, passwords, sign_up

urlpatterns = [
    path("signup/", sign_up.sign_up, name="account_signup"),
    path("signup/<uuid:draft>/code/", sign_up.code, name="account_signup_code"),
    path("signup/<uuid:draft>/resend/", sign_up.resend, name="account_signup_resend"),
    path("signup/<uuid:draft>/account/", sign_up.account, name="account_signup_account"),
    path("password/reset/", passwords.forgotten, name="account_reset_password"),
    path("password/reset/by-email/", password_reset, name="account_reset_password_by_email"),
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
