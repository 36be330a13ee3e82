"""Contract pages show hours beside contracts, and hours lie above contracts: so these pages live up here."""

from django.urls import path

from apps.portal.views import contract_changes, contract_creation, contracts

app_name = "contracts"
_LIST = "e/<unified_number>/contracts/"
urlpatterns = [
    path(_LIST, contracts.ContractList.as_view(), name="contract_list"),
    path(f"{_LIST}new/", contract_creation.contract_person, name="contract_person"),
    path(f"{_LIST}new/<uuid:draft>/", contract_creation.contract_terms, name="contract_terms"),
    path(f"{_LIST}new/<uuid:draft>/check/", contract_creation.contract_check, name="contract_check"),
    path(f"{_LIST}<uuid:public_id>/", contracts.contract_detail, name="contract_detail"),
    path(f"{_LIST}<uuid:public_id>/wage/", contract_changes.contract_wage, name="contract_wage"),
    path(f"{_LIST}<uuid:public_id>/end/", contract_changes.contract_end, name="contract_end"),
]
