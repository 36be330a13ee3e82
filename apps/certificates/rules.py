"""When a statement can be made."""

from django.utils.translation import gettext_lazy as _

from apps.common.errors import DomainError


class NothingToState(DomainError):
    message = _("No month with hours of this subscriber is closed yet.")


class MonthNotComputed(DomainError):
    message = _("The days of %(month)s are not computed yet. The statement can be made once they are.")
