"""A flexible-work contract of one establishment and one subscriber, its hourly wage by date, and what is offered."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from apps.common.db import MoneyField, MonthField
from apps.common.models import StoredPdf
from apps.contracts.choices import MAKING, OPEN, ContractStatus, OfferKind, OfferStatus
from apps.registry.models import Establishment, Subscriber
from apps.regulations.models import FIRST_OPEN_DAY, refuse, refuse_in_closed


def _only(field: str) -> Func:
    """One number as a range, so that the overlap needs no extension of the server."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


_TERM = Func(
    F("starts_on"),
    F("ends_on"),
    RangeBoundary(inclusive_lower=True, inclusive_upper=True),
    function="DATERANGE",
    output_field=DateRangeField(),
)


# Which contracts a closed month had, whose, and until when, is what its days and bills were computed from.
_CHANGED_IN_CLOSED = f"""
    old_rows JOIN new_rows USING (id) WHERE
        LEAST(old_rows.starts_on, new_rows.starts_on) < {FIRST_OPEN_DAY}
        AND (old_rows.contract_no, old_rows.establishment_id, old_rows.subscriber_id, old_rows.starts_on)
            <> (new_rows.contract_no, new_rows.establishment_id, new_rows.subscriber_id, new_rows.starts_on)
        OR old_rows.ends_on <> new_rows.ends_on
        AND LEAST(old_rows.ends_on, new_rows.ends_on) < {FIRST_OPEN_DAY}
"""


class Contract(models.Model):
    """`ends_on` is the last day in force: the agreed one, or an earlier one after termination."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    contract_no = models.CharField(_("contract number"), max_length=30, unique=True)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="contracts", db_index=False, verbose_name=_("establishment")
    )
    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="contracts", verbose_name=_("subscriber"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    agreed_ends_on = models.DateField(_("agreed last day"))
    status = models.CharField(_("status"), max_length=12, choices=ContractStatus.choices, default=ContractStatus.ACTIVE)
    created_at = models.DateTimeField(_("created at"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("created by")
    )
    terminated_at = models.DateTimeField(_("terminated at"), null=True, blank=True)
    terminated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("terminated by"),
    )
    termination_reason = models.CharField(_("reason for termination"), max_length=300, blank=True)
    end_told_at = models.DateTimeField(_("employer reminded of the end at"), null=True, blank=True)

    class Meta:
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        # Which contracts a month has is asked by their last day; years of ended ones must not be read for it.
        indexes = [
            models.Index(fields=["ends_on"], name="contract_ends_on"),
            # An establishment's people of a month are counted in it alone, however many contracts it has.
            models.Index(
                fields=["establishment", "subscriber"],
                include=["starts_on", "ends_on"],
                name="contract_of_establishment",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="contract_dates_in_order"),
            models.CheckConstraint(condition=Q(ends_on__lte=F("agreed_ends_on")), name="contract_ends_within_term"),
            models.CheckConstraint(
                condition=Q(status=ContractStatus.TERMINATED, terminated_at__isnull=False)
                | (Q(terminated_at=None) & ~Q(status=ContractStatus.TERMINATED)),
                name="contract_terminated_with_stamp",
            ),
            ExclusionConstraint(
                name="contract_no_overlap",
                expressions=[(_only("establishment_id"), "&&"), (_only("subscriber_id"), "&&"), (_TERM, "&&")],
            ),
        ]
        triggers = [
            refuse(
                "contract_not_changed_in_closed",
                operation=pgtrigger.Update,
                where=_CHANGED_IN_CLOSED,
                words="a closed month of this contract would change",
            ),
            *refuse_in_closed("contracts", column="starts_on", operations=(pgtrigger.Delete,)),
        ]

    def __str__(self):
        return self.contract_no

    def is_in_force(self, day) -> bool:
        return self.starts_on <= day <= self.ends_on


class ContractWage(models.Model):
    """The hourly wage from a month on, in riyals. The first one takes effect in the month the contract begins."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="wages", verbose_name=_("contract"))
    effective_from = MonthField(_("from month"))
    hourly_wage = MoneyField(_("hourly wage"))
    set_at = models.DateTimeField(_("entered at"), null=True, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
        db_index=False,
    )

    class Meta:
        verbose_name = _("hourly wage")
        verbose_name_plural = _("hourly wages")
        ordering = ["contract", "effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "effective_from"], name="wage_once_a_month"),
            models.CheckConstraint(condition=Q(hourly_wage__gt=0), name="wage_is_positive"),
        ]
        triggers = refuse_in_closed("wages", column="effective_from", operations=(pgtrigger.Update, pgtrigger.Delete))

    def __str__(self):
        return f"{self.effective_from}: {self.hourly_wage}"


_ANSWERED = Q(answered_at__isnull=False, answered_by__isnull=False)
_UNANSWERED = Q(answered_at=None, answered_by=None, note="")
_OPEN = Q(closed_at=None, closed_by=None)


class ContractOffer(models.Model):
    """What an employer offers a subscriber. A contract, or a change of one, exists only once its offer is accepted.

    `contract` is the contract that a renewal, an extension or a wage is about; `made` the one that acceptance made.
    The terms are those that would hold: of an extension and a wage the contract's own with what changes. `expires_on`
    is the last day for the answer. `note` is what the subscriber wrote: the change he asks for, or why he refuses.
    Answered are the subscriber's stamps; closed are those of who withdrew it, and of nobody when it lapsed.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, related_name="offers", verbose_name=_("establishment")
    )
    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="offers", verbose_name=_("subscriber"))
    kind = models.CharField(_("kind"), max_length=9, choices=OfferKind.choices)
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="offers", verbose_name=_("contract")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    hourly_wage = MoneyField(_("hourly wage"))
    effective_from = MonthField(_("wage from month"), null=True, blank=True)
    expires_on = models.DateField(_("last day for the answer"))
    status = models.CharField(_("status"), max_length=12, choices=OfferStatus.choices, default=OfferStatus.WAITING)
    offered_at = models.DateTimeField(_("offered at"))
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("offered by")
    )
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    note = models.CharField(_("words of the subscriber"), max_length=500, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    made = models.OneToOneField(
        Contract, models.PROTECT, null=True, blank=True, related_name="origin", verbose_name=_("contract made")
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("offer it replaces")
    )

    class Meta:
        verbose_name = _("contract offer")
        verbose_name_plural = _("contract offers")
        indexes = [
            models.Index(fields=["expires_on"], condition=Q(status__in=OPEN), name="offer_still_open"),
            models.Index(fields=["establishment", "-offered_at"], name="offer_of_establishment"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "subscriber"],
                condition=Q(status=OfferStatus.WAITING),
                name="offer_one_waiting",
            ),
            models.CheckConstraint(
                condition=(Q(status=OfferStatus.WAITING) & _UNANSWERED & _OPEN)
                | (Q(status=OfferStatus.CHANGE_ASKED) & _ANSWERED & _OPEN & ~Q(note=""))
                | (Q(status=OfferStatus.ACCEPTED, note="") & _ANSWERED & _OPEN)
                | (Q(status=OfferStatus.REFUSED) & _ANSWERED & _OPEN)
                | (
                    Q(status=OfferStatus.WITHDRAWN, closed_at__isnull=False, closed_by__isnull=False)
                    & (_UNANSWERED | _ANSWERED)
                )
                | (Q(status=OfferStatus.LAPSED, closed_at__isnull=False, closed_by=None) & (_UNANSWERED | _ANSWERED)),
                name="offer_status_and_stamps_agree",
            ),
            models.CheckConstraint(
                condition=Q(kind=OfferKind.NEW, contract=None) | (Q(contract__isnull=False) & ~Q(kind=OfferKind.NEW)),
                name="offer_about_a_contract",
            ),
            models.CheckConstraint(
                condition=Q(kind=OfferKind.WAGE, effective_from__isnull=False)
                | (Q(effective_from=None) & ~Q(kind=OfferKind.WAGE)),
                name="offer_wage_has_month",
            ),
            models.CheckConstraint(
                condition=Q(made=None) ^ Q(kind__in=MAKING, status=OfferStatus.ACCEPTED),
                name="offer_accepted_makes_contract",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="offer_dates_in_order"),
            models.CheckConstraint(condition=Q(hourly_wage__gt=0), name="offer_wage_is_positive"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="offer_terms_are_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(
                    "establishment",
                    "subscriber",
                    "kind",
                    "contract",
                    "starts_on",
                    "ends_on",
                    "hourly_wage",
                    "effective_from",
                    "offered_at",
                    "offered_by",
                ),
            ),
            pgtrigger.Protect(
                name="offer_answer_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status__in=["accepted", "refused", "withdrawn", "lapsed"]),
            ),
            pgtrigger.Protect(name="offer_not_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.subscriber}, {self.establishment}"


class ContractPaper(StoredPdf):
    """The contract on paper, drawn from `terms` alone: what it was when the paper was asked for.

    Other terms are another paper beside it (`digest` tells them apart). With `shows_id` it is for the two parties'
    own hands; elsewhere the ID of the subscriber is masked in the terms themselves.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="papers", verbose_name=_("contract"))
    shows_id = models.BooleanField(_("shows the ID"))
    digest = models.CharField(_("digest of the terms"), max_length=64)
    terms = models.JSONField(_("terms"))

    class Meta(StoredPdf.Meta):
        verbose_name = _("contract paper")
        verbose_name_plural = _("contract papers")
        constraints = [
            *StoredPdf.Meta.constraints,
            models.UniqueConstraint(fields=["contract", "language", "digest"], name="contract_paper_once"),
        ]

    def __str__(self):
        return f"{self.contract} {self.language}"
