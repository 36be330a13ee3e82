"""Contract pages show hours beside contracts, and hours lie above contracts: so these pages live up here."""

from django.urls import path

from apps.portal.views import (
    contract_changes,
    contract_creation,
    contract_offers,
    contract_papers,
    contract_proposals,
    contracts,
)

app_name = "contracts"
_LIST = "e/<unified_number>/contracts/"
_OFFERS = f"{_LIST}offers/"
_PAPERS = f"{_LIST}<uuid:contract_id>/papers/"
urlpatterns = [
    path(_LIST, contracts.ContractList.as_view(), name="contract_list"),
    path(f"{_LIST}new/", contract_creation.contract_person, name="contract_person"),
    path(f"{_LIST}new/<uuid:draft>/", contract_creation.contract_terms, name="contract_terms"),
    path(f"{_LIST}new/<uuid:draft>/check/", contract_creation.contract_check, name="contract_check"),
    path(_OFFERS, contract_offers.OfferList.as_view(), name="offer_list"),
    path(f"{_OFFERS}<uuid:public_id>/", contract_offers.offer_detail, name="offer_detail"),
    path(f"{_OFFERS}<uuid:public_id>/correct/", contract_proposals.offer_correct, name="offer_correct"),
    path(f"{_OFFERS}<uuid:public_id>/withdraw/", contract_offers.offer_withdraw, name="offer_withdraw"),
    path(f"{_LIST}<uuid:public_id>/renew/", contract_proposals.contract_renew, name="contract_renew"),
    path(f"{_LIST}<uuid:public_id>/extend/", contract_proposals.contract_extend, name="contract_extend"),
    path(_PAPERS, contract_papers.paper_request, name="paper_request"),
    path(f"{_PAPERS}<uuid:public_id>/", contract_papers.paper_detail, name="paper_detail"),
    path(f"{_PAPERS}<uuid:public_id>/file/", contract_papers.paper_download, name="paper_download"),
    path(f"{_LIST}<uuid:public_id>/", contracts.contract_detail, name="contract_detail"),
    path(f"{_LIST}<uuid:public_id>/wage/", contract_changes.contract_wage, name="contract_wage"),
    path(f"{_LIST}<uuid:public_id>/end/", contract_changes.contract_end, name="contract_end"),
]
