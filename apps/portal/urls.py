from django.urls import path

from apps.portal.views import public

app_name = "portal"
urlpatterns = [
    path("", public.landing, name="landing"),
    path("help/", public.help_page, name="help"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("privacy/", public.privacy, name="privacy"),
    path("language/", public.set_language, name="set_language"),
]
