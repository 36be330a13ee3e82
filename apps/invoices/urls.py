from django.urls import path

from apps.invoices.views import runs

app_name = "invoices"
urlpatterns = [
    path("staff/billing-runs/", runs.RunList.as_view(), name="run_list"),
    path("staff/billing-runs/start/<month:month>/", runs.run_start, name="run_start"),
    path("staff/billing-runs/dry/<month:month>/", runs.run_dry, name="run_dry"),
    path("staff/billing-runs/<uuid:public_id>/", runs.run_detail, name="run_detail"),
]
