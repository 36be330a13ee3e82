"""Staff read which hours stood on a day before."""

from django.db import migrations


def grant(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="timesheets", model="replacedhours"
    )
    # Django writes these rows only after the last migration; it finds ours and leaves them alone.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename="view_replacedhours",
        defaults={"name": "Can view replaced hours of a day"},
    )
    for name in ("clerk", "billing officer", "auditor"):
        apps.get_model("auth", "Group").objects.get(name=name).permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("timesheets", "0010_replaced_hours")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
