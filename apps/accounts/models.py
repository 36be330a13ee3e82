"""A person who signs in, known by the national ID, the codes that prove him, and the log of what happened at the door.

What a person may do follows from memberships and staff groups.
"""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.choices import Event, Purpose
from apps.common.db import insert_only


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
        indexes = [models.Index(fields=["email"], name="user_by_email")]
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
        triggers = insert_only("security_event")

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"


class OneTimeCode(models.Model):
    """Six digits sent to a mobile number or an e-mail address; whoever types them has proven that he reads there.

    Codes of one attempt stay valid beside each other until one is used. A decoy is written where nobody is to be
    written to, so that the portal does for an unknown person what it does for a known one; nothing typed is ever right.
    """

    purpose = models.CharField(_("for"), max_length=8, choices=Purpose.choices)
    attempt = models.UUIDField(_("attempt"), db_index=True)
    subject = models.CharField(_("asked for"), max_length=64)
    recipient = models.CharField(_("recipient"), max_length=254, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("user")
    )
    digest = models.CharField(max_length=64)
    is_decoy = models.BooleanField(_("decoy"), default=False)
    network = models.GenericIPAddressField(_("IP address"))
    sent_at = models.DateTimeField(_("sent at"))
    expires_at = models.DateTimeField(_("valid until"))
    tries = models.PositiveSmallIntegerField(_("wrong attempts"), default=0)
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)
    void_at = models.DateTimeField(_("void since"), null=True, blank=True)

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        indexes = [
            models.Index(fields=["subject", "sent_at"], name="code_by_subject"),
            models.Index(fields=["recipient", "sent_at"], name="code_by_recipient"),
            models.Index(fields=["network", "sent_at"], name="code_by_network"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(tries__lte=5), name="code_five_tries"),
            models.CheckConstraint(condition=Q(tries__lt=5) | Q(void_at__isnull=False), name="code_void_if_tried_out"),
            models.CheckConstraint(condition=Q(used_at=None) | Q(void_at=None), name="code_used_or_void"),
            models.CheckConstraint(condition=Q(used_at=None) | Q(is_decoy=False), name="code_decoy_proves_nothing"),
            models.CheckConstraint(condition=Q(is_decoy=True) | ~Q(recipient=""), name="code_went_somewhere"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("sent_at"))
                & (Q(used_at=None) | Q(used_at__gte=F("sent_at"), used_at__lt=F("expires_at"))),
                name="code_used_in_its_time",
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()} {self.sent_at:%Y-%m-%d %H:%M}"

    def is_live(self, now) -> bool:
        return self.used_at is None and self.void_at is None and now < self.expires_at


class TermsAcceptance(models.Model):
    """A person has agreed to the terms of use in this version: written once, never changed, never deleted."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="terms_acceptances", verbose_name=_("user")
    )
    version = models.CharField(_("version"), max_length=20)
    accepted_at = models.DateTimeField(_("accepted at"))

    class Meta:
        verbose_name = _("accepted terms")
        verbose_name_plural = _("accepted terms")
        constraints = [models.UniqueConstraint(fields=["user", "version"], name="terms_accepted_once")]
        triggers = insert_only("acceptance")

    def __str__(self):
        return f"{self.version} {self.accepted_at:%Y-%m-%d %H:%M}"
