"""Staff read declarations, how they were opened again, their papers, and who was reminded."""

from django.db import migrations

MODELS = ("declaration", "reopening", "declarationpaper", "reminder")


def grant(apps, schema_editor):
    for model in MODELS:
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="timesheets", model=model
        )
        # Django writes these rows only after the last migration; it finds ours and leaves them alone.
        permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type, codename=f"view_{model}", defaults={"name": f"Can view {model}"}
        )
        for name in ("clerk", "billing officer", "auditor"):
            apps.get_model("auth", "Group").objects.get(name=name).permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("timesheets", "0005_declarations_and_reminders"), ("accounts", "0009_identity_rights")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
