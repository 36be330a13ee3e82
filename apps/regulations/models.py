"""The rules as dated rows, the months that were closed under them, and the values that each closed month used."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.common.db import MonthField, insert_only
from apps.regulations.choices import Law, Unit

# A rule that a closed month has used is history: it may be followed by a later row, never rewritten.
_IN_USE = """
    IF EXISTS (SELECT FROM regulations_closedmonth
               WHERE month + INTERVAL '1 month' > {row}.effective_from) THEN
        RAISE EXCEPTION 'regulation % of % was used by a closed month', {row}.key, {row}.effective_from;
    END IF;
"""


# The first day that still takes changes; nothing before the first month is closed, and no comparison with it holds.
FIRST_OPEN_DAY = "(SELECT max(month) + INTERVAL '1 month' FROM regulations_closedmonth)"


def refuse(name: str, *, operation, where: str, words: str) -> pgtrigger.Trigger:
    """A statement that leaves a row in `where`, which reads `old_rows` and `new_rows`, is refused with the words.

    One look per statement, not per row: a million rows arrive in one COPY.
    """
    rows = {
        pgtrigger.Insert: {"new": "new_rows"},
        pgtrigger.Update: {"old": "old_rows", "new": "new_rows"},
        pgtrigger.Delete: {"old": "old_rows"},
    }
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows[operation]),
        func=f"""
    IF EXISTS (SELECT FROM {where}) THEN
        RAISE EXCEPTION '{words}';
    END IF;
    RETURN NULL;
""",  # nosec # of words of the models
    )


def refuse_in_closed(what: str, *, column: str, operations: tuple) -> list[pgtrigger.Trigger]:
    """What stands on a day or month that is closed neither comes, changes nor goes, as far as the operations say."""
    both = f"(SELECT {column} FROM old_rows UNION ALL SELECT {column} FROM new_rows) AS changed"  # noqa: S608  # nosec # of words of the models
    kinds = {
        pgtrigger.Insert: ("added_to", "new_rows"),
        pgtrigger.Update: ("changed_in", both),
        pgtrigger.Delete: ("deleted_from", "old_rows"),
    }
    return [
        refuse(
            f"{what}_not_{kinds[operation][0]}_closed",
            operation=operation,
            where=f"{kinds[operation][1]} WHERE {column} <\n               {FIRST_OPEN_DAY}",
            words=f"the month of these {what} is closed",
        )
        for operation in operations
    ]


class Regulation(models.Model):
    """One value of one rule from a day on. A month is computed by the rows in force on its last day."""

    key = models.CharField(_("rule"), max_length=40)
    law = models.CharField(_("law"), max_length=3, choices=Law.choices, blank=True, help_text=_("Empty: both laws."))
    effective_from = models.DateField(_("in force from"))
    value = models.CharField(_("value"), max_length=40)
    unit = models.CharField(_("unit"), max_length=12, choices=Unit.choices)
    legal_reference = models.CharField(_("legal reference"), max_length=200)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
        ordering = ["key", "law", "effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["key", "law", "effective_from"], name="regulation_once_a_day"),
            models.CheckConstraint(condition=~Q(legal_reference=""), name="regulation_has_reference"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="regulation_added_in_time",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_IN_USE.format(row="NEW") + "RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="regulation_changed_in_time",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func=_IN_USE.format(row="OLD") + _IN_USE.format(row="NEW") + "RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="regulation_deleted_in_time",
                operation=pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_IN_USE.format(row="OLD") + "RETURN OLD;",
            ),
        ]

    def __str__(self):
        return f"{self.key} {self.law} {self.effective_from}: {self.value}".replace("  ", " ")

    @property
    def legal_reference_text(self) -> str:
        """In the reader's language where it came with the portal."""
        return gettext(self.legal_reference)


class ClosedMonth(models.Model):
    """A month that takes no more changes. Months close in order, and a closed one stays closed."""

    month = MonthField(_("month"), unique=True)
    closed_at = models.DateTimeField(_("closed at"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )

    class Meta:
        verbose_name = _("closed month")
        verbose_name_plural = _("closed months")
        ordering = ["-month"]
        triggers = insert_only("closed_month")

    def __str__(self):
        return str(self.month)


class RuleSetRecord(models.Model):
    """The values that a closed month used for one law: what accruals and invoices refer to."""

    month = MonthField(_("month"))
    law = models.CharField(_("law"), max_length=3, choices=Law.choices)
    values = models.JSONField(_("values"))

    class Meta:
        verbose_name = _("rules of a closed month")
        verbose_name_plural = _("rules of closed months")
        ordering = ["-month", "law"]
        constraints = [models.UniqueConstraint(fields=["month", "law"], name="rule_set_once_a_month")]
        triggers = insert_only("rule_set")

    def __str__(self):
        return f"{self.month} {self.get_law_display()}"
