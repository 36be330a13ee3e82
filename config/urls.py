"""Every address of the portal. An employer's pages carry the establishment, so that two tabs never mix."""

from django.contrib import admin
from django.urls import include, path

from apps.common import converters

converters.register()

handler400 = "apps.portal.views.bad_request"
handler403 = "apps.portal.views.permission_denied"
handler404 = "apps.portal.views.page_not_found"
handler429 = "apps.portal.views.too_many_requests"
handler500 = "apps.portal.views.server_error"

urlpatterns = [
    path("", include("apps.portal.urls")),
    path("", include("apps.registry.urls")),
    path("", include("apps.portal.contract_urls")),
    path("", include("apps.portal.own_urls")),
    path("", include("apps.portal.hours_urls")),
    path("", include("apps.exchange.urls")),
    path("", include("apps.invoices.urls")),
    path("", include("apps.certificates.urls")),
    path("account/", include("apps.portal.account_urls")),
    path("account/national/", include("apps.accounts.national_urls")),
    path("admin/", admin.site.urls),
]
