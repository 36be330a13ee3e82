"""A clerk may correct a subscriber's record; what of it, and how, is the registry's own form."""

from django.db import migrations


def grant(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="registry", model="subscriber"
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename="change_subscriber", defaults={"name": "Can change subscriber"}
    )
    apps.get_model("auth", "Group").objects.get(name="clerk").permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_accepted_terms")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
