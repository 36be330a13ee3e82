"""Staff read which files establishments have uploaded, and what came of them."""

from django.db import migrations

GROUPS = ("clerk", "billing officer", "auditor")


def grant(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="exchange", model="upload"
    )
    # Django writes these rows only after the last migration; it finds ours and leaves them alone.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename="view_upload", defaults={"name": "Can view uploaded file"}
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_uploads"), ("accounts", "0002_staff_groups")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
