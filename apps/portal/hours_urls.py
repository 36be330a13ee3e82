"""Pages of hours say what the hours come to, and that is computed above hours: here the two are joined."""

from django.urls import path

from apps.portal.selectors.hours_outlook import hours_outlook
from apps.timesheets.views import declarations, months, papers

app_name = "timesheets"
_MONTHS = "e/<unified_number>/hours/"
_MONTH = f"{_MONTHS}<month:month>/"
_PAPERS = f"{_MONTH}declarations/<uuid:declaration_id>/pdf/"
_AHEAD = {"look_ahead": hours_outlook}
urlpatterns = [
    path(_MONTHS, months.month_list, name="month_list"),
    path(f"{_MONTHS}current/", months.current_month, name="current_month"),
    path(_MONTH, months.month_grid, _AHEAD, name="month_grid"),
    path(f"{_MONTH}estimate/", months.month_estimate, _AHEAD, name="month_estimate"),
    path(f"{_MONTH}attest/", declarations.month_attest, _AHEAD, name="month_attest"),
    path(f"{_MONTH}attested/", declarations.month_attested, name="month_attested"),
    path(f"{_MONTH}history/", declarations.month_history, name="month_history"),
    path(f"{_MONTH}reopen/", declarations.month_reopen, name="month_reopen"),
    path(f"{_MONTH}declarations/<uuid:public_id>/", declarations.declaration_detail, name="declaration_detail"),
    path(_PAPERS, papers.paper_request, name="paper_request"),
    path(f"{_PAPERS}<uuid:public_id>/", papers.paper_detail, name="paper_detail"),
    path(f"{_PAPERS}<uuid:public_id>/file/", papers.paper_download, name="paper_download"),
]
