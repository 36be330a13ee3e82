"""A billing officer reads the outbox and has messages sent once more; an auditor reads it."""

from django.db import migrations

RIGHTS = {"billing officer": ("view", "change"), "auditor": ("view",)}


def grant(apps, schema_editor):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="outbox", model="message"
    )
    for name, acts in RIGHTS.items():
        group = apps.get_model("auth", "Group").objects.get(name=name)
        for act in acts:
            # Django writes these rows only after the last migration; it finds ours and leaves them alone.
            permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type, codename=f"{act}_message", defaults={"name": f"Can {act} message"}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_clerk_corrects_subscribers")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
