"""Who takes part: establishments, subscribers, and who may act for whom, in which role, until when."""

import datetime

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from apps.common.names import KEY_LENGTH
from apps.registry.choices import DELEGABLE, EstablishmentKind, InvitationState, RequestState, Role

LONGEST_DELEGATION = datetime.timedelta(days=366)
# An outside office holds a limited role, and never without an end.
LIMITED_DELEGATION = Q(office_name="") | Q(role__in=DELEGABLE, ends_on__isnull=False)


class Establishment(models.Model):
    unified_number = models.CharField(_("unified number"), max_length=10, unique=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=150)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    search_key = models.CharField(max_length=KEY_LENGTH, editable=False)

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
    search_key = models.CharField(max_length=KEY_LENGTH, editable=False)
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
    """One person's role in one establishment, from a day, perhaps until a day.

    With `office_name` it is a delegation: the person works for an outside office. A role that is taken away ends at
    that very moment (`revoked_at`), not with its last day.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="memberships", verbose_name=_("establishment")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    office_name = models.CharField(_("outside office"), max_length=150, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted at"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("taken away at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken by")
    )

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
            models.CheckConstraint(
                condition=LIMITED_DELEGATION
                & (Q(office_name="") | Q(ends_on__lte=F("starts_on") + LONGEST_DELEGATION)),
                name="membership_delegation_is_limited",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False, ends_on__isnull=False),
                name="membership_revoked_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.get_role_display()} · {self.establishment}"


class Invitation(models.Model):
    """Somebody is asked to take a role. Who holds the link and is the person invited may take it once.

    Of the link only a digest is kept. Accepted and withdrawn are stamps; that it has run out is told by `expires_at`.
    `sent_to` is the number or address that the link went to last: what whoever holds it has proven.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="invitations", verbose_name=_("establishment")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    national_id = models.CharField(_("national ID"), max_length=10)
    full_name = models.CharField(_("full name"), max_length=150)
    mobile = models.CharField(_("mobile number"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    office_name = models.CharField(_("outside office"), max_length=150, blank=True)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    sent_at = models.DateTimeField(_("sent at"))
    expires_at = models.DateTimeField(_("open until"))
    sent_to = models.CharField(_("sent to"), max_length=254, editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    membership = models.OneToOneField(
        Membership, models.PROTECT, null=True, blank=True, related_name="invitation", verbose_name=_("membership")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "national_id"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invitation_one_waiting",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_accepted_or_withdrawn"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, membership=None) | Q(accepted_at__isnull=False, membership__isnull=False),
                name="invitation_accepted_gives_role",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="invitation_withdrawn_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(mobile="", email=""), name="invitation_goes_somewhere"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("sent_at")), name="invitation_dates_in_order"),
            models.CheckConstraint(condition=Q(national_id__regex=r"^[12][0-9]{9}$"), name="invitation_id_form"),
            models.CheckConstraint(condition=LIMITED_DELEGATION, name="invitation_delegation_is_limited"),
        ]

    def __str__(self):
        return f"{self.full_name} · {self.get_role_display()} · {self.establishment}"

    def state(self, now: datetime.datetime) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.OPEN if now < self.expires_at else InvitationState.EXPIRED


class EstablishmentRequest(models.Model):
    """An establishment that is not known yet, or an owner who is not, asks to be admitted; staff decide once."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    unified_number = models.CharField(_("unified number"), max_length=10)
    name_ar = models.CharField(_("name in Arabic"), max_length=150)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=EstablishmentKind.choices)
    mobile = models.CharField(_("mobile number"), max_length=16)
    email = models.EmailField(_("e-mail"))
    owner_national_id = models.CharField(_("owner's national ID"), max_length=10)
    owner_name = models.CharField(_("owner's name"), max_length=150)
    owner_birth_date = models.DateField(_("owner's birth date"), null=True, blank=True)
    search_key = models.CharField(max_length=KEY_LENGTH, editable=False)
    language = models.CharField(_("language"), max_length=2)
    received_at = models.DateTimeField(_("received at"), db_index=True)
    state = models.CharField(
        _("state"), max_length=8, choices=RequestState.choices, default=RequestState.PENDING, db_index=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, related_name="requests", verbose_name=_("establishment")
    )

    class Meta:
        verbose_name = _("registration request")
        verbose_name_plural = _("registration requests")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=RequestState.PENDING, decided_at=None, decided_by=None, reason="", establishment=None)
                | Q(
                    state=RequestState.ADMITTED,
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                    reason="",
                    establishment__isnull=False,
                )
                | (
                    Q(
                        state=RequestState.REFUSED,
                        decided_at__isnull=False,
                        decided_by__isnull=False,
                        establishment=None,
                    )
                    & ~Q(reason="")
                ),
                name="request_state_and_stamps_agree",
            ),
            models.CheckConstraint(condition=Q(unified_number__regex=r"^7[0-9]{9}$"), name="request_number_form"),
            models.CheckConstraint(
                condition=Q(owner_national_id__regex=r"^[12][0-9]{9}$"), name="request_owner_id_form"
            ),
        ]

    def __str__(self):
        return self.reference

    @property
    def reference(self) -> str:
        """What is quoted on the telephone."""
        return f"R-{self.received_at:%Y}-{self.pk:06d}"

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" and self.name_en else self.name_ar
