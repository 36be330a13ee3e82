"""Pages of hours say what the hours come to, and that is computed above hours: here the two are joined."""

from django.urls import path

from apps.portal.selectors.hours_outlook import hours_outlook
from apps.timesheets import views

app_name = "timesheets"
_MONTHS = "e/<unified_number>/hours/"
urlpatterns = [
    path(_MONTHS, views.month_list, name="month_list"),
    path(f"{_MONTHS}current/", views.current_month, name="current_month"),
    path(f"{_MONTHS}<month:month>/", views.month_grid, {"look_ahead": hours_outlook}, name="month_grid"),
    path(f"{_MONTHS}<month:month>/attest/", views.month_attest, name="month_attest"),
    path(f"{_MONTHS}<month:month>/attested/", views.month_attested, name="month_attested"),
]
