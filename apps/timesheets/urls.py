from django.urls import path

from apps.timesheets import views

app_name = "timesheets"
urlpatterns = [
    path("e/<str:unified_number>/hours/", views.month_list, name="month_list"),
    path("e/<str:unified_number>/hours/current/", views.current_month, name="current_month"),
    path("e/<str:unified_number>/hours/<month:month>/", views.month_grid, name="month_grid"),
    path("e/<str:unified_number>/hours/<month:month>/attest/", views.month_attest, name="month_attest"),
    path("e/<str:unified_number>/hours/<month:month>/attested/", views.month_attested, name="month_attested"),
]
