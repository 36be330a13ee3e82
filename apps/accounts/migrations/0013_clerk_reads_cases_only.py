"""A clerk reads neither what month end has set aside, which a billing officer looks after, nor who accepted which terms."""

from django.db import migrations

TAKEN = {"accruals": "view_parkedsubscriber", "accounts": "view_termsacceptance"}


def revoke(apps, schema_editor):
    clerk = apps.get_model("auth", "Group").objects.get(name="clerk")
    for app_label, codename in TAKEN.items():
        clerk.permissions.remove(*clerk.permissions.filter(content_type__app_label=app_label, codename=codename))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0012_email_in_small_letters")]
    operations = [migrations.RunPython(revoke, migrations.RunPython.noop)]
