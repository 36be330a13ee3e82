"""A person who signs in, known by the national ID, and the log of what happened at the door.

What a person may do follows from memberships and staff groups.
"""

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.choices import Event


class UserManager(BaseUserManager):
    def create_user(self, national_id: str, password: str | None = None, **fields) -> "User":
        user = self.model(national_id=national_id, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, national_id: str, password: str | None = None, **fields) -> "User":
        return self.create_user(national_id, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    national_id = models.CharField(_("national ID"), max_length=10, unique=True)
    full_name = models.CharField(_("full name"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    mobile = models.CharField(_("mobile number"), max_length=16, blank=True)
    language = models.CharField(_("language"), max_length=2, blank=True, choices=[("ar", "العربية"), ("en", "English")])
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    date_joined = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "national_id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(condition=Q(national_id__regex=r"^[12][0-9]{9}$"), name="user_national_id_form")
        ]

    def __str__(self):
        return self.full_name


class SecurityEvent(models.Model):
    """Something that happened at the door or to somebody's rights: written once, never changed, never deleted.

    `details` holds ids and names of things, and no national ID, number, address or code of a person.
    """

    at = models.DateTimeField(_("at"), db_index=True)
    kind = models.CharField(_("event"), max_length=24, choices=Event.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="security_events",
        verbose_name=_("user"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("done by")
    )
    address = models.GenericIPAddressField(_("IP address"), null=True, blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        verbose_name = _("security event")
        verbose_name_plural = _("security log")
        ordering = ["-at", "-pk"]
        triggers = [pgtrigger.Protect(name="security_event_is_final", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"
