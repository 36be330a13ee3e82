"""The rules known when the portal began, each with the day it came into force, its unit and its legal reference."""

import datetime

from django.db import migrations

_FLEXIBLE = "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024"
_MECHANISM = "Flexible-work notice of 28 May 2024: hours counted as contribution days"
_LAW = "Social Insurance Law M/273 of 26/12/1445H"
_DECREE = "Royal Decree M/273 of 26/12/1445H, clause 3"
_REGULATION = "Implementing Regulation of the Social Insurance Law, Resolution 230"
_LEGACY = "Social Insurance Law M/33 of 3/9/1421H"
_LEGACY_REGULATION = "Regulation on registration and contributions under M/33"
_PORTAL = "Decision of the portal, where the sources are silent"

# key, law ("" both), in force from, value, unit, legal reference, note
RULES = [
    ("first_month", "", "2001-01-01", "2024-07-01", "date", _LAW, "first month under both laws"),
    ("new_law_from", "", "2001-01-01", "2024-07-03", "date", _LAW + ", clauses 2 to 4 of the decree", ""),
    ("min_minutes_month", "", "2020-06-01", "3600", "minutes", "Flexible-work rules of 2020", "60 hours in an establishment"),
    ("min_minutes_month", "", "2024-05-28", "0", "minutes", _MECHANISM, "no minimum"),
    ("quota_minutes_month", "", "2020-06-01", "10080", "minutes", "Flexible-work rules of 2020", "quota of 168 hours"),
    ("quota_minutes_month", "", "2024-05-28", "0", "minutes", _MECHANISM, "every full day is registered"),
    ("minutes_per_day", "", "2024-05-28", "480", "minutes", _MECHANISM, "8 hours are a contribution day"),
    ("days_per_month", "", "2024-05-28", "30", "days", _MECHANISM, "30 days are a contribution month"),
    ("max_minutes_month", "", "2020-06-01", "5700", "minutes", _FLEXIBLE + ", 27/2/10", "95 hours"),
    ("max_minutes_day", "", "2020-06-01", "720", "minutes", "Flexible-work platform of the ministry", "12 hours"),
    ("max_minutes_day_total", "", "2020-06-01", "1440", "minutes", _PORTAL, "24 hours over all establishments"),
    ("entry_step_minutes", "", "2024-05-28", "15", "minutes", _PORTAL, "quarter hours"),
    ("cap_scope", "", "2024-05-28", "establishment", "choice", _FLEXIBLE + ", 27/2/10", "or worker_total"),
    ("over_cap_policy", "", "2024-05-28", "reject", "choice", _PORTAL, ""),
    ("carry_remainder", "", "2024-05-28", "contract", "choice", _PORTAL, "or none"),
    ("end_remainder", "", "2024-05-28", "lapse", "choice", _PORTAL, ""),
    ("max_credit_days", "", "2024-05-28", "30", "days", _REGULATION + ", art. 34", "of a calendar month over all contracts"),
    ("wage_floor", "", "2001-01-01", "1500.00", "riyals", _LEGACY_REGULATION + ", art. 19", "a month"),
    ("floor_basis", "", "2024-05-28", "monthly_equivalent", "choice", _PORTAL, "or none"),
    ("wage_ceiling", "", "2001-01-01", "45000.00", "riyals", _LAW + ", art. 8; " + _REGULATION + ", art. 19", "a month"),
    ("annuities_rate", "old", "2001-01-01", "9.00", "percent", _LEGACY + ", art. 18", "each side"),
    ("annuities_rate", "new", "2024-07-03", "9.00", "percent", _DECREE, "each side"),
    ("annuities_rate", "new", "2025-07-01", "9.50", "percent", _DECREE, "each side"),
    ("annuities_rate", "new", "2026-07-01", "10.00", "percent", _DECREE, "each side"),
    ("annuities_rate", "new", "2027-07-01", "10.50", "percent", _DECREE, "each side"),
    ("annuities_rate", "new", "2028-07-01", "11.00", "percent", _DECREE, "each side"),
    ("hazards_rate", "", "2024-05-19", "2.00", "percent", _LAW + ", art. 29; " + _REGULATION + ", art. 22", "employer"),
    ("saned_rate", "", "2014-09-01", "1.00", "percent", "Unemployment insurance law; first day not verified", "each side"),
    ("saned_rate", "", "2022-01-01", "0.75", "percent", "Cabinet Resolution 1022", "each side"),
    ("saned_flexible", "", "2024-05-28", "no", "choice", _FLEXIBLE + ", 27/2/7", "yes or no"),
    ("entry_grace_days", "", "2024-05-28", "5", "days", _PORTAL, "after the last day of the month"),
    ("invoice_day", "", "2024-05-28", "6", "day_of_month", _PORTAL, "of the following month"),
    ("due_day", "", "2001-01-01", "15", "day_of_month", _REGULATION + ", art. 24", "of the following month"),
    ("due_holiday_extension", "", "2024-05-28", "0", "days", _PORTAL, ""),
    ("late_fine_rate", "", "2001-01-01", "2.00", "percent", _LAW + ", art. 9(3)", "of the unpaid, each month begun"),
    ("penalty_month_basis", "", "2024-05-28", "started", "choice", _PORTAL, ""),
    ("penalty_cap_rate", "", "2001-01-01", "100.00", "percent", _LEGACY_REGULATION + ", art. 30", "of the contributions"),
    ("waiver_days", "", "2024-07-03", "10", "days", _REGULATION + ", art. 25", "a delay up to this may be waived whole"),
    ("waiver_rate", "", "2024-07-03", "50.00", "percent", _REGULATION + ", art. 25", "of a fine for a longer delay"),
    ("warning_days", "", "2024-07-03", "30", "days", _REGULATION + ", art. 26", "working days"),
    ("final_warning_days", "", "2024-07-03", "15", "days", _REGULATION + ", art. 27", "working days"),
    ("allocation_order", "", "2024-05-28", "oldest_principal_first", "choice", _PORTAL, ""),
    ("stop_after_unpaid", "", "2024-07-03", "6", "months", _REGULATION + ", art. 35", "unpaid invoices"),
    ("petition_months", "", "2001-01-01", "1", "months", _LEGACY_REGULATION + ", art. 60", ""),
    ("petition_reply_days", "", "2001-01-01", "15", "days", _LEGACY_REGULATION + ", art. 60", "silence is refusal"),
    ("objection_months", "", "2001-01-01", "2", "months", _LEGACY_REGULATION + ", art. 60", ""),
    ("board_days", "", "2001-01-01", "30", "days", _LEGACY_REGULATION + ", art. 61", ""),
    ("court_days", "", "2001-01-01", "30", "days", _LEGACY_REGULATION + ", art. 61(4)", ""),
    ("retroactive_months", "", "2024-07-03", "24", "months", _REGULATION + ", art. 21", ""),
    ("contract_max_months", "", "2020-06-01", "12", "months", _FLEXIBLE + ", 27/2/12", ""),
    ("min_age", "", "2001-01-01", "15", "years", "Labour Law Executive Regulation art. 33", ""),
    ("max_age", "", "2001-01-01", "64", "years", _LAW + ", art. 14", "completed years on the first day"),
    ("social_minimum_head", "", "2022-01-01", "1100.00", "riyals", "Developed social security", "a month"),
    ("social_minimum_head", "", "2023-11-01", "1320.00", "riyals", "Developed social security", "a month"),
    ("social_minimum_dependant", "", "2022-01-01", "550.00", "riyals", "Developed social security", "a month"),
    ("social_minimum_dependant", "", "2023-11-01", "660.00", "riyals", "Developed social security", "a month"),
]


def load(apps, schema_editor):
    regulation = apps.get_model("regulations", "Regulation")
    regulation.objects.bulk_create(
        regulation(
            key=key,
            law=law,
            effective_from=datetime.date.fromisoformat(day),
            value=value,
            unit=unit,
            legal_reference=reference,
            note=note,
        )
        for key, law, day, value, unit, reference, note in RULES
    )


class Migration(migrations.Migration):
    dependencies = [("regulations", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
