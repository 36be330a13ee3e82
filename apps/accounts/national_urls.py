"""The two addresses of national sign-in: the way to the provider, and the way back."""

from django.urls import path

from apps.accounts import national

urlpatterns = [
    path("", national.national_login, name="national_login"),
    path("callback/", national.national_callback, name="national_callback"),
]
