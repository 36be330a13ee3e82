from django.urls import path

from apps.registry import views

app_name = "registry"
urlpatterns = [path("establishments/", views.establishment_list, name="establishment_list")]
