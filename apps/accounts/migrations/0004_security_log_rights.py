"""An auditor reads the security log."""

from django.db import migrations


def grant(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model="securityevent"
    )
    # Django writes this row only after the last migration; it finds ours and leaves it alone.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename="view_securityevent", defaults={"name": "Can view security event"}
    )
    apps.get_model("auth", "Group").objects.get(name="auditor").permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_security_log")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
