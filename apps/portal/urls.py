from django.urls import path

from apps.portal.views import demonstration, employer, home, public, subscriber

app_name = "portal"
urlpatterns = [
    path("", public.landing, name="landing"),
    path("home/", home.home, name="home"),
    path("e/<unified_number>/", employer.employer_home, name="employer_home"),
    path("help/", public.help_page, name="help"),
    path("accessibility/", public.accessibility, name="accessibility"),
    path("privacy/", public.privacy, name="privacy"),
    path("terms/", public.terms, name="terms"),
    path("demo/messages/", demonstration.outbox, name="demo_outbox"),
    path("language/", public.set_language, name="set_language"),
    path("me/", subscriber.subscriber_home, name="subscriber_home"),
    path("me/hours/", subscriber.SubscriberHours.as_view(), name="subscriber_hours"),
    path("me/hours/<month:month>/", subscriber.subscriber_month, name="subscriber_month"),
]
