"""A new value of a rule, or a correction of one that no month has used: it must be one the calculation can read."""

import datetime
import re
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.common.digits import to_ascii
from apps.common.forms import DayField
from apps.regulations import selectors, services
from apps.regulations.choices import Rule, RuleChoice, Unit
from apps.regulations.models import Regulation

# The first month and the first day of the new law are where the portal begins; they have one row for good.
FIXED = {Rule.FIRST_MONTH, Rule.NEW_LAW_FROM}
LIMITS = {
    Unit.MINUTES: (0, 44_640),
    Unit.DAYS: (0, 366),
    Unit.MONTHS: (0, 1_200),
    Unit.YEARS: (0, 150),
    Unit.DAY_OF_MONTH: (1, 28),
    Unit.PERCENT: (0, 100),
    Unit.RIYALS: (0, 10_000_000),
}
# Where a calendar or the database leaves less room than the unit does.
MOST = {
    Rule.MINUTES_PER_DAY: 1_440,
    Rule.MAX_MINUTES_DAY: 1_440,
    Rule.MAX_MINUTES_DAY_TOTAL: 1_440,
    Rule.ENTRY_STEP_MINUTES: 1_440,
    Rule.MAX_CREDIT_DAYS: 31,
    Rule.REMINDER_FIRST_DAYS: 31,
    Rule.REMINDER_SECOND_DAYS: 31,
    Rule.REMINDER_LAST_DAYS: 31,
}
# Pairs in order on every day: the first is less than the second, or may equal it.
LESS = ((Rule.ENTRY_GRACE_DAYS, Rule.INVOICE_DAY), (Rule.INVOICE_DAY, Rule.DUE_DAY))
NOT_MORE = (
    (Rule.WAGE_FLOOR, Rule.WAGE_CEILING),
    (Rule.MAX_MINUTES_DAY, Rule.MAX_MINUTES_DAY_TOTAL),
    (Rule.MIN_AGE, Rule.MAX_AGE),
)
# What the calculation divides by.
NEVER_ZERO = {Rule.MINUTES_PER_DAY, Rule.DAYS_PER_MONTH, Rule.ENTRY_STEP_MINUTES}
CHOICES = {
    Rule.CAP_SCOPE: (RuleChoice.ESTABLISHMENT, RuleChoice.WORKER_TOTAL),
    Rule.OVER_CAP_POLICY: (RuleChoice.REJECT,),
    Rule.CARRY_REMAINDER: (RuleChoice.CONTRACT, RuleChoice.NONE),
    Rule.END_REMAINDER: (RuleChoice.LAPSE,),
    Rule.FLOOR_BASIS: (RuleChoice.MONTHLY_EQUIVALENT, RuleChoice.NONE),
    Rule.SANED_FLEXIBLE: (RuleChoice.YES, RuleChoice.NO),
    Rule.PENALTY_MONTH_BASIS: (RuleChoice.STARTED,),
    Rule.ALLOCATION_ORDER: (RuleChoice.OLDEST_PRINCIPAL_FIRST,),
}
WHOLE, AMOUNT = re.compile(r"[0-9]{1,9}"), re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
# Whether the rule is the lesser of its pair, whether both may be equal → what is said.
_ORDER = {
    (True, True): _("At most %(value)s: “%(rule)s” as in force on %(day)s."),
    (True, False): _("Less than %(value)s: “%(rule)s” as in force on %(day)s."),
    (False, True): _("At least %(value)s: “%(rule)s” as in force on %(day)s."),
    (False, False): _("More than %(value)s: “%(rule)s” as in force on %(day)s."),
}


class RegulationForm(forms.ModelForm):
    """The unit follows from the rule.

    Refused is a day inside a closed month, a value that nothing can read, and one that another rule leaves no room for.
    """

    key = forms.ChoiceField(label=_("rule"), choices=[pair for pair in Rule.choices if pair[0] not in FIXED])

    effective_from = DayField(label=_("in force from"))

    class Meta:
        model = Regulation
        fields = ("key", "law", "effective_from", "value", "legal_reference", "note")

    def clean_effective_from(self) -> datetime.date:
        day = self.cleaned_data["effective_from"]
        # From here on no month closes until the row is written.
        services.hold_calendar(shared=True)
        last = selectors.last_closed_month()
        if last and day <= last.last_day:
            words = _("Closed months keep their rules. A new value can begin on %(day)s or later.")
            raise forms.ValidationError(words, params={"day": last.next.first_day.isoformat()})
        return day

    def clean(self) -> dict:
        cleaned = super().clean()
        if "key" in self.errors:
            return cleaned
        key = cleaned.get("key") or self.instance.key
        rows = Regulation.objects.filter(key=key).exclude(pk=self.instance.pk)
        known = rows.order_by("-effective_from", "law").first() or self.instance
        self.instance.unit = known.unit
        if "law" in cleaned and bool(cleaned["law"]) != bool(known.law):
            by_law = _("This rule has a value of its own under each law.")
            self.add_error("law", by_law if known.law else _("This rule is the same under both laws."))
        if "value" in cleaned:
            cleaned["value"] = self._read(key, known.unit, to_ascii(cleaned["value"]))
        if not self.errors:
            self._check_order(key, cleaned["effective_from"], cleaned["value"])
        return cleaned

    def _check_order(self, key: str, first_day: datetime.date, value: str) -> None:
        """Looks at every day on which either rule of a pair changes, the ones to come included."""
        for pairs, may_equal in ((LESS, False), (NOT_MORE, True)):
            for least, most in pairs:
                if key not in (least, most):
                    continue
                other = most if key == least else least
                rows = {rule: self._timeline(rule) for rule in (least, most)}
                rows[key][first_day] = value
                for day in sorted({*rows[least], *rows[most]}):
                    low, high = (_in_force(rows[rule], day) for rule in (least, most))
                    if low is None or high is None or low < high or (may_equal and low == high):
                        continue
                    words = _ORDER[key == least, may_equal]
                    named = {"rule": other.label, "value": _in_force(rows[other], day), "day": day.isoformat()}
                    self.add_error("value", words % named)
                    return

    def _timeline(self, key: str) -> dict[datetime.date, str]:
        rows = Regulation.objects.filter(key=key).exclude(pk=self.instance.pk)
        return dict(rows.order_by("effective_from").values_list("effective_from", "value"))

    def _read(self, key: str, unit: str, text: str) -> str:
        if unit == Unit.CHOICE:
            allowed = CHOICES[key]
            if text not in allowed:
                self.add_error("value", _("Possible are: %(choices)s") % {"choices": ", ".join(allowed)})
            return text
        form = AMOUNT if unit in {Unit.PERCENT, Unit.RIYALS} else WHOLE
        least, most = LIMITS[unit]
        most = MOST.get(key, most)
        if not form.fullmatch(text) or not max(least, key in NEVER_ZERO) <= Decimal(text) <= most:
            self.add_error("value", _("A number from %(least)s to %(most)s.") % {"least": least, "most": most})
            return text
        return f"{Decimal(text):.2f}" if form is AMOUNT else str(int(text))


def _in_force(rows: dict[datetime.date, str], day: datetime.date) -> Decimal | None:
    begun = max((begins for begins in rows if begins <= day), default=None)
    return None if begun is None else Decimal(rows[begun])
