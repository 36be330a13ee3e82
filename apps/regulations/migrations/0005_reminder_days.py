"""When establishments are reminded of hours: on the last day of the month, three days and one before entry ends."""

import datetime

from django.db import migrations

DAYS = {"reminder_first_days": 5, "reminder_second_days": 3, "reminder_last_days": 1}


def load(apps, schema_editor):
    regulation = apps.get_model("regulations", "Regulation")
    regulation.objects.bulk_create(
        regulation(
            key=key,
            effective_from=datetime.date(2024, 5, 28),
            value=str(days),
            unit="days",
            legal_reference="Decision of the portal, where the sources are silent",
            note="before the last day of entry",
        )
        for key, days in DAYS.items()
    )


class Migration(migrations.Migration):
    dependencies = [("regulations", "0004_offer_rules")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
