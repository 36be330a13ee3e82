"""A subscriber's own contracts and offers. No address names a person."""

from django.urls import path

from apps.portal.views import contract_papers, own_contracts

app_name = "own"
urlpatterns = [
    path("me/contracts/", own_contracts.contract_list, name="contract_list"),
    path("me/contracts/<uuid:contract_id>/", own_contracts.contract_detail, name="contract_detail"),
    path("me/contracts/<uuid:contract_id>/papers/", contract_papers.own_paper_request, name="paper_request"),
    path(
        "me/contracts/<uuid:contract_id>/papers/<uuid:public_id>/",
        contract_papers.own_paper_detail,
        name="paper_detail",
    ),
    path(
        "me/contracts/<uuid:contract_id>/papers/<uuid:public_id>/file/",
        contract_papers.own_paper_download,
        name="paper_download",
    ),
    path("me/offers/<uuid:public_id>/", own_contracts.offer_detail, name="offer_detail"),
    path("me/offers/<uuid:public_id>/accept/", own_contracts.offer_accept, name="offer_accept"),
    path("me/offers/<uuid:public_id>/refuse/", own_contracts.offer_refuse, name="offer_refuse"),
    path("me/offers/<uuid:public_id>/change/", own_contracts.offer_ask, name="offer_ask"),
]
