"""Who takes part: establishments, subscribers, and who may act for whom, in which role, until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from apps.registry.choices import Role


class Establishment(models.Model):
    unified_number = models.CharField(_("unified number"), max_length=10, unique=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=150)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    search_key = models.CharField(max_length=700, editable=False)

    class Meta:
        verbose_name = _("establishment")
        verbose_name_plural = _("establishments")
        constraints = [
            models.CheckConstraint(condition=Q(unified_number__regex=r"^7[0-9]{9}$"), name="establishment_number_form")
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name_ar


class Subscriber(models.Model):
    """A Saudi who works by the hour. The law he is under follows from the first insured date."""

    national_id = models.CharField(_("national ID"), max_length=10, unique=True)
    full_name_ar = models.CharField(_("full name in Arabic"), max_length=150)
    full_name_en = models.CharField(_("full name in English"), max_length=150, blank=True)
    search_key = models.CharField(max_length=700, editable=False)
    birth_date = models.DateField(_("birth date"))
    first_insured_on = models.DateField(_("first insured on"), null=True, blank=True)
    mobile = models.CharField(_("mobile number"), max_length=16, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subscriber",
        verbose_name=_("user"),
    )

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        # The first page of an establishment's people by name must not sort all of them.
        indexes = [models.Index(fields=["search_key"], name="subscriber_search_key")]
        constraints = [
            # Flexible work is for Saudis only (labour decision 153307, 27/2/2).
            models.CheckConstraint(condition=Q(national_id__regex=r"^1[0-9]{9}$"), name="subscriber_is_saudi")
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.full_name_en if get_language() == "en" and self.full_name_en else self.full_name_ar


class Membership(models.Model):
    """One person's role in one establishment, from a day, perhaps until a day."""

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="memberships", verbose_name=_("establishment")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "user"], condition=Q(ends_on=None), name="membership_one_open_role"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_dates_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.get_role_display()} · {self.establishment}"
