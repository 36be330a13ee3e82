"""Staff read declarations and their papers, how they were opened again, who was told what, and how bills came about."""

from django.db import migrations

MODELS = (
    *(("timesheets", model) for model in ("declaration", "reopening", "declarationpaper", "reminder", "hoursdigest")),
    ("invoices", "billsnapshot"),
)


def grant(apps, schema_editor):
    for app_label, model in MODELS:
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app_label, model=model
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
