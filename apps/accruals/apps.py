from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccrualsConfig(AppConfig):
    name = "apps.accruals"
    verbose_name = _("Accruals")
