from django.urls import path

from apps.certificates import views

app_name = "certificates"
urlpatterns = [
    path("me/statements/", views.statement_list, name="statement_list"),
    path("me/statements/request/", views.statement_request, name="statement_request"),
    path("me/statements/<uuid:public_id>/", views.statement_detail, name="statement_detail"),
    path("me/statements/<uuid:public_id>/file/", views.statement_download, name="statement_download"),
]
