"""A refusal: something a person may meet, said in words. Anything else that goes wrong is a fault and reaches the log whole."""

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Subclasses are named as refusals, live beside what raises them, and carry a `message` with named placeholders."""

    message = _("This is not possible.")

    def __init__(self, **values):
        super().__init__(self.message)
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values if self.values else str(self.message)


class Fault(DomainError):
    """Stands for an error nobody foresaw where one record is set aside so that the others go on; the log has it whole."""

    message = _("An unexpected fault (%(fault)s) stopped this. The log has the details.")


def stored(error: Exception) -> tuple[str, dict[str, str]]:
    """A refusal as it is kept in the database: its English template and what stands in it."""
    refusal = error if isinstance(error, DomainError) else Fault(fault=type(error).__name__)
    with override(None):
        return str(refusal.message), {name: str(value) for name, value in refusal.values.items()}


def sentence(template: str, values: dict[str, str]) -> str:
    """A stored refusal in the reader's language."""
    return gettext(template) % values if template else ""
