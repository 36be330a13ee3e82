"""What a month's hours became: days per contract, and days credited per subscriber. Written once, at month end."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.common.db import MoneyField, MonthField, insert_only
from apps.common.errors import sentence
from apps.contracts.models import Contract
from apps.registry.models import Subscriber
from apps.regulations.models import RuleSetRecord


class Accrual(models.Model):
    """One contract and closed month in which minutes were worked or carried in. Amounts in riyals, times in minutes."""

    contract = models.ForeignKey(
        Contract, models.PROTECT, related_name="accruals", verbose_name=_("contract"), db_index=False
    )
    month = MonthField(_("month"))
    # Two rows a month, which a trigger keeps from vanishing: a foreign key would cost a look-up for every accrual.
    rule_set = models.ForeignKey(
        RuleSetRecord, models.PROTECT, related_name="+", verbose_name=_("rules"), db_constraint=False, db_index=False
    )
    worked_minutes = models.IntegerField(_("minutes worked"))
    carried_in_minutes = models.IntegerField(_("minutes carried in"))
    days = models.SmallIntegerField(_("days"))
    carried_out_minutes = models.IntegerField(_("minutes carried out"))
    lapsed_minutes = models.IntegerField(_("minutes lapsed"))
    hourly_wage = MoneyField(_("hourly wage"))
    daily_wage = MoneyField(_("daily wage"))
    contributory_wage = MoneyField(_("contributory wage"))
    annuities_employer = MoneyField(_("annuities, employer"))
    annuities_subscriber = MoneyField(_("annuities, subscriber"))
    hazards_employer = MoneyField(_("hazards, employer"))
    saned_employer = MoneyField(_("SANED, employer"))
    saned_subscriber = MoneyField(_("SANED, subscriber"))

    class Meta:
        verbose_name = _("accrual")
        verbose_name_plural = _("accruals")
        constraints = [
            models.UniqueConstraint(fields=["contract", "month"], name="accrual_once_a_month"),
            models.CheckConstraint(
                condition=Q(worked_minutes__gte=0, carried_in_minutes__gte=0, days__gte=0)
                & Q(carried_out_minutes__gte=0, lapsed_minutes__gte=0),
                name="accrual_not_negative",
            ),
        ]
        triggers = insert_only("accrual")

    def __str__(self):
        return f"{self.contract} {self.month}: {self.days}"


class SubscriberMonth(models.Model):
    """The days of one subscriber in a closed month over all contracts, and his totals up to and including it.

    All days are billed; at most 30 of a calendar month are credited (Implementing Regulation art. 34).
    """

    subscriber = models.ForeignKey(
        Subscriber, models.PROTECT, related_name="months", verbose_name=_("subscriber"), db_index=False
    )
    month = MonthField(_("month"))
    days = models.SmallIntegerField(_("days"))
    credited_days = models.SmallIntegerField(_("credited days"))
    total_days = models.IntegerField(_("days so far"))
    total_credited_days = models.IntegerField(_("credited days so far"))

    class Meta:
        verbose_name = _("days of a subscriber")
        verbose_name_plural = _("days of subscribers")
        constraints = [models.UniqueConstraint(fields=["subscriber", "month"], name="subscriber_month_once")]
        triggers = insert_only("subscriber_month")

    def __str__(self):
        return f"{self.subscriber} {self.month}: {self.credited_days}"


class ParkedSubscriber(models.Model):
    """A subscriber whose closed month could not be computed, and why; gone once a later run computes it."""

    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="+", verbose_name=_("subscriber"))
    month = MonthField(_("month"))
    reason = models.CharField(_("reason"), max_length=500)
    reason_values = models.JSONField(default=dict, editable=False)
    parked_at = models.DateTimeField(_("parked at"))

    class Meta:
        verbose_name = _("parked subscriber")
        verbose_name_plural = _("parked subscribers")
        constraints = [models.UniqueConstraint(fields=["month", "subscriber"], name="parked_subscriber_once")]

    def __str__(self):
        return f"{self.subscriber} {self.month}"

    @property
    def reason_text(self) -> str:
        return sentence(self.reason, self.reason_values)
