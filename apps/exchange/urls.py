from django.urls import path

from apps.exchange import views
from apps.exchange.choices import Kind

app_name = "exchange"
_CONTRACTS, _OF_CONTRACTS = "e/<unified_number>/contracts/import/", {"kind": Kind.CONTRACTS}
_HOURS, _OF_HOURS = "e/<unified_number>/hours/", {"kind": Kind.HOURS}
urlpatterns = [
    path(f"{_HOURS}<month:month>/import/", views.start, _OF_HOURS, name="hours_start"),
    path(f"{_HOURS}<month:month>/template/", views.hours_template, name="hours_template"),
    path(f"{_HOURS}import/<uuid:public_id>/", views.upload_detail, _OF_HOURS, name="hours_upload"),
    path(f"{_HOURS}import/<uuid:public_id>/problems/", views.upload_problems, _OF_HOURS, name="hours_problems"),
    path(_CONTRACTS, views.start, _OF_CONTRACTS, name="contracts_start"),
    path(f"{_CONTRACTS}template/", views.contracts_template, name="contracts_template"),
    path(f"{_CONTRACTS}<uuid:public_id>/", views.upload_detail, _OF_CONTRACTS, name="contracts_upload"),
    path(f"{_CONTRACTS}<uuid:public_id>/problems/", views.upload_problems, _OF_CONTRACTS, name="contracts_problems"),
]
