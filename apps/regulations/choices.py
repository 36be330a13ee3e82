"""Which law a subscriber is under, the names of the rules, and how their values are read."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class Law(models.TextChoices):
    OLD = "old", _("Old law")
    NEW = "new", _("New law")


class Unit(models.TextChoices):
    MINUTES = "minutes", _("minutes")
    DAYS = "days", _("days")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")
    DAY_OF_MONTH = "day_of_month", _("day of the month")
    PERCENT = "percent", _("percent")
    RIYALS = "riyals", _("riyals")
    CHOICE = "choice", _("choice")
    DATE = "date", _("date")


class Rule(models.TextChoices):
    """The name of every rule that has a dated row."""

    FIRST_MONTH = "first_month", _("First month that the portal knows")
    NEW_LAW_FROM = "new_law_from", _("First day of the new law")
    MIN_MINUTES_MONTH = "min_minutes_month", _("Fewest hours in a month with one employer")
    QUOTA_MINUTES_MONTH = "quota_minutes_month", _("Quota of hours in a month")
    MINUTES_PER_DAY = "minutes_per_day", _("Hours of a contribution day")
    DAYS_PER_MONTH = "days_per_month", _("Days of a contribution month")
    MAX_MINUTES_MONTH = "max_minutes_month", _("Most hours in a month with one employer")
    MAX_MINUTES_DAY = "max_minutes_day", _("Most hours in a day with one employer")
    MAX_MINUTES_DAY_TOTAL = "max_minutes_day_total", _("Most hours in a day over all employers")
    ENTRY_STEP_MINUTES = "entry_step_minutes", _("Smallest step of entry")
    CAP_SCOPE = "cap_scope", _("What the monthly limit covers")
    OVER_CAP_POLICY = "over_cap_policy", _("Entry over the limit")
    CARRY_REMAINDER = "carry_remainder", _("Hours left over at the end of a month")
    END_REMAINDER = "end_remainder", _("Hours left over at the end of a contract")
    MAX_CREDIT_DAYS = "max_credit_days", _("Most days credited in a month")
    WAGE_FLOOR = "wage_floor", _("Floor of the monthly contributory wage")
    FLOOR_BASIS = "floor_basis", _("What the floor applies to")
    WAGE_CEILING = "wage_ceiling", _("Ceiling of the monthly contributory wage")
    ANNUITIES_RATE = "annuities_rate", _("Annuities, rate of each side")
    HAZARDS_RATE = "hazards_rate", _("Occupational hazards, rate of the employer")
    SANED_RATE = "saned_rate", _("SANED, rate of each side")
    SANED_FLEXIBLE = "saned_flexible", _("SANED for flexible work")
    ENTRY_GRACE_DAYS = "entry_grace_days", _("Days for entry after the end of the month")
    INVOICE_DAY = "invoice_day", _("Invoice day")
    DUE_DAY = "due_day", _("Due day")
    DUE_HOLIDAY_EXTENSION = "due_holiday_extension", _("Extension of the due day by holidays")
    LATE_FINE_RATE = "late_fine_rate", _("Late fine, rate of each month begun")
    PENALTY_MONTH_BASIS = "penalty_month_basis", _("Month of delay")
    PENALTY_CAP_RATE = "penalty_cap_rate", _("Late fines at most")
    WAIVER_DAYS = "waiver_days", _("Delay of which the fine may be waived whole")
    WAIVER_RATE = "waiver_rate", _("Part of a fine that may be waived")
    WARNING_DAYS = "warning_days", _("Days until the first warning")
    FINAL_WARNING_DAYS = "final_warning_days", _("Days until the final warning")
    ALLOCATION_ORDER = "allocation_order", _("Order in which payments settle")
    STOP_AFTER_UNPAID = "stop_after_unpaid", _("Unpaid months after which days stop counting")
    PETITION_MONTHS = "petition_months", _("Time for a petition")
    PETITION_REPLY_DAYS = "petition_reply_days", _("Time for the reply to a petition")
    OBJECTION_MONTHS = "objection_months", _("Time for an objection")
    BOARD_DAYS = "board_days", _("Time for the board")
    COURT_DAYS = "court_days", _("Time for the court")
    RETROACTIVE_MONTHS = "retroactive_months", _("Months that may be registered afterwards")
    CONTRACT_MAX_MONTHS = "contract_max_months", _("Longest term of a contract")
    OFFER_DAYS = "offer_days", _("Days for the answer to a contract offer")
    RENEWAL_DAYS = "renewal_days", _("Days before its end from which a contract can be renewed")
    MIN_AGE = "min_age", _("Youngest age")
    MAX_AGE = "max_age", _("Oldest age")
    SOCIAL_MINIMUM_HEAD = "social_minimum_head", _("Social minimum, head of the household")
    SOCIAL_MINIMUM_DEPENDANT = "social_minimum_dependant", _("Social minimum, dependant")


class RuleChoice(models.TextChoices):
    """What a rule of the unit `choice` may say."""

    ESTABLISHMENT = "establishment", _("each establishment alone")
    WORKER_TOTAL = "worker_total", _("all establishments of a person")
    REJECT = "reject", _("is refused")
    CONTRACT = "contract", _("are carried within the contract")
    NONE = "none", _("none")
    LAPSE = "lapse", _("lapse")
    MONTHLY_EQUIVALENT = "monthly_equivalent", _("the hourly wage as a full month")
    YES = "yes", _("yes")
    NO = "no", _("no")
    STARTED = "started", _("every month begun")
    OLDEST_PRINCIPAL_FIRST = "oldest_principal_first", _("oldest invoice, contributions first")


# The legal references that came with the portal, so that they can be read in Arabic; later ones stay as written.
LEGAL_REFERENCES = (
    gettext_noop("Social Insurance Law M/273 of 26/12/1445H"),
    gettext_noop("Social Insurance Law M/273 of 26/12/1445H, clauses 2 to 4 of the decree"),
    gettext_noop("Flexible-work rules of 2020"),
    gettext_noop("Flexible-work notice of 28 May 2024: hours counted as contribution days"),
    gettext_noop("Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/10"),
    gettext_noop("Flexible-work platform of the ministry"),
    gettext_noop("Decision of the portal, where the sources are silent"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 34"),
    gettext_noop("Regulation on registration and contributions under M/33, art. 19"),
    gettext_noop(
        "Social Insurance Law M/273 of 26/12/1445H, art. 8; Implementing Regulation of the Social "
        "Insurance Law, Resolution 230, art. 19"
    ),
    gettext_noop("Social Insurance Law M/33 of 3/9/1421H, art. 18"),
    gettext_noop("Royal Decree M/273 of 26/12/1445H, clause 3"),
    gettext_noop(
        "Social Insurance Law M/273 of 26/12/1445H, art. 29; Implementing Regulation of the Social "
        "Insurance Law, Resolution 230, art. 22"
    ),
    gettext_noop("Unemployment insurance law; first day not verified"),
    gettext_noop("Cabinet Resolution 1022"),
    gettext_noop("Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/7"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 24"),
    gettext_noop("Social Insurance Law M/273 of 26/12/1445H, art. 9(3)"),
    gettext_noop("Regulation on registration and contributions under M/33, art. 30"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 25"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 26"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 27"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 35"),
    gettext_noop("Regulation on registration and contributions under M/33, art. 60"),
    gettext_noop("Regulation on registration and contributions under M/33, art. 61"),
    gettext_noop("Regulation on registration and contributions under M/33, art. 61(4)"),
    gettext_noop("Implementing Regulation of the Social Insurance Law, Resolution 230, art. 21"),
    gettext_noop("Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/12"),
    gettext_noop("Labour Law Executive Regulation art. 33"),
    gettext_noop("Social Insurance Law M/273 of 26/12/1445H, art. 14"),
    gettext_noop("Developed social security"),
)
