from django.urls import path

from apps.invoices.views import documents, invoices, runs

app_name = "invoices"
urlpatterns = [
    path("e/<unified_number>/invoices/", invoices.InvoiceList.as_view(), name="invoice_list"),
    path("e/<unified_number>/invoices/<uuid:public_id>/", invoices.invoice_detail, name="invoice_detail"),
    path("e/<unified_number>/invoices/<uuid:public_id>/lines/", invoices.invoice_lines, name="invoice_lines"),
    path("e/<unified_number>/invoices/<uuid:public_id>/pdf/", documents.document_request, name="document_request"),
    path(
        "e/<unified_number>/invoices/<uuid:invoice_id>/pdf/<uuid:public_id>/",
        documents.document_detail,
        name="document_detail",
    ),
    path(
        "e/<unified_number>/invoices/<uuid:invoice_id>/pdf/<uuid:public_id>/file/",
        documents.document_download,
        name="document_download",
    ),
    path("e/<unified_number>/bill/<month:month>/", invoices.bill_preview, name="bill_preview"),
    path("staff/billing-runs/", runs.RunList.as_view(), name="run_list"),
    path("staff/billing-runs/start/<month:month>/", runs.run_start, name="run_start"),
    path("staff/billing-runs/dry/<month:month>/", runs.run_dry, name="run_dry"),
    path("staff/billing-runs/<uuid:public_id>/", runs.run_detail, name="run_detail"),
]
