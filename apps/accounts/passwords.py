"""What a password must not hold, besides being long, uncommon and unlike its owner."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.common.digits import to_ascii
from apps.common.names import fold

# The first words that somebody tries who wants into this portal and no other.
WORDS = tuple(map(fold, ("portal", "gosi", "taminat", "insurance", "بوابة", "تأمينات", "العمل المرن", "اشتراك")))


class NotOfThisPortal:
    def validate(self, password: str, user=None) -> None:
        if any(word in fold(password) for word in WORDS):
            raise ValidationError(self.get_help_text(), code="password_of_this_portal")

    def get_help_text(self) -> str:
        return _("A password holds no word that this portal brings to mind, such as its name")


class WithoutOwnId:
    """Django compares the whole password with the ID; this one looks for it inside, in whatever digits."""

    def validate(self, password: str, user=None) -> None:
        if user is not None and user.national_id and user.national_id in to_ascii(password):
            raise ValidationError(self.get_help_text(), code="password_holds_id")

    def get_help_text(self) -> str:
        return _("A password does not hold the ID number")
