"""Where the links of earlier invitations went: to the number on file, or else to what was typed."""

from django.db import migrations
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf


def fill(apps, schema_editor):
    def on_file(model):
        known = model.objects.filter(national_id=OuterRef("national_id")).exclude(mobile="")
        return Subquery(known.values("mobile")[:1], output_field=CharField())

    accounts, subscribers = apps.get_model("accounts", "User"), apps.get_model("registry", "Subscriber")
    typed = (NullIf("mobile", Value("")), NullIf("email", Value("")))
    went = Coalesce(on_file(accounts), on_file(subscribers), *typed, output_field=CharField())
    apps.get_model("registry", "Invitation").objects.update(sent_to=went)


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_invitation_sent_to"), ("accounts", "0009_identity_rights")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
