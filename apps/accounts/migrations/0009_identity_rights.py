"""A clerk reads who was invited, who asked to be admitted and who accepted the terms; an auditor reads the codes too."""

from django.db import migrations

READERS = {
    ("registry", "invitation"): ("clerk", "auditor"),
    ("registry", "establishmentrequest"): ("clerk", "auditor"),
    ("accounts", "termsacceptance"): ("clerk", "auditor"),
    ("accounts", "onetimecode"): ("auditor",),
}


def grant(apps, schema_editor):
    for (app, model), groups in READERS.items():
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label=app, model=model
        )
        # Django writes these rows only after the last migration; it finds ours and leaves them alone.
        permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type, codename=f"view_{model}", defaults={"name": f"Can view {model}"}
        )
        for name in groups:
            apps.get_model("auth", "Group").objects.get(name=name).permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_outbox_rights")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
