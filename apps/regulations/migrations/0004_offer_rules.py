"""How long a contract offer waits, and from when on a contract can be renewed."""

import datetime

from django.db import migrations

_PORTAL = "Decision of the portal, where the sources are silent"
_FLEXIBLE = "Labour Law Executive Regulation art. 27(2), as amended by Decision 153307 of 19 May 2024, 27/2/12"
FIRST_DAY = datetime.date(2024, 5, 28)

# key, value, legal reference, note
RULES = [
    ("offer_days", "30", _PORTAL, "after the day of the offer"),
    ("renewal_days", "60", _FLEXIBLE, "beyond the term the worker consents"),
]


def load(apps, schema_editor):
    """In force from the first flexible month on or, where months are closed, from the first open day: those stand."""
    last_closed = apps.get_model("regulations", "ClosedMonth").objects.order_by("-month").first()
    first_day = last_closed.month.next.first_day if last_closed else FIRST_DAY
    regulation = apps.get_model("regulations", "Regulation")
    regulation.objects.bulk_create(
        regulation(
            key=key,
            law="",
            effective_from=first_day,
            value=value,
            unit="days",
            legal_reference=reference,
            note=note,
        )
        for key, value, reference, note in RULES
    )


class Migration(migrations.Migration):
    dependencies = [("regulations", "0003_books_are_kept")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
