"""A refusal: something a person may meet, said in words. Anything else that goes wrong is a fault and reaches the log whole."""

from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Subclasses are named as refusals, live beside what raises them, and carry a `message` with named placeholders."""

    message = _("This is not possible.")

    def __init__(self, **values):
        super().__init__(self.message)
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)
