"""Who reads contracts reads their offers and papers."""

from django.db import migrations

MODELS = ("contractoffer", "contractpaper")
READERS = ("clerk", "billing officer", "auditor")


def grant(apps, schema_editor):
    for model in MODELS:
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="contracts", model=model
        )
        # Django writes these rows only after the last migration; it finds ours and leaves them alone.
        permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type, codename=f"view_{model}", defaults={"name": f"Can view {model}"}
        )
        for name in READERS:
            apps.get_model("auth", "Group").objects.get(name=name).permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0013_clerk_reads_cases_only")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
