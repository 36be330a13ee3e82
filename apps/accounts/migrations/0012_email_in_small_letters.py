"""E-mail addresses are kept in small letters, as they are looked for."""

from django.db import migrations
from django.db.models.functions import Lower


def lower(apps, schema_editor):
    apps.get_model("accounts", "User").objects.exclude(email=Lower("email")).update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_logs_are_kept")]
    operations = [migrations.RunPython(lower, migrations.RunPython.noop)]
