"""The groups of staff and what each may do: a clerk reads cases, a billing officer also keeps the rules, an auditor reads all."""

from django.db import migrations

PEOPLE = [("registry", "establishment"), ("registry", "subscriber")]
ROLES = [("registry", "membership")]
WORK = [
    ("contracts", "contract"),
    ("contracts", "contract wage"),
    ("timesheets", "timesheet"),
    ("timesheets", "hours entry"),
    ("timesheets", "month total"),
    ("accruals", "accrual"),
    ("accruals", "subscriber month"),
    ("accruals", "parked subscriber"),
]
BILLS = [
    ("invoices", "invoice"),
    ("invoices", "invoice line"),
    ("invoices", "invoice document"),
    ("certificates", "statement"),
]
RUNS = [
    ("invoices", "billing run"),
    ("invoices", "billing chunk"),
    ("invoices", "billing outcome"),
    ("invoices", "invoice counter"),
]
RULES = [("regulations", "regulation"), ("regulations", "closed month"), ("regulations", "rule set record")]
BOOKS = [("accounts", "user"), ("auth", "group"), ("admin", "log entry")]

GROUPS = {
    "clerk": {"view": PEOPLE + ROLES + WORK + BILLS},
    "billing officer": {
        "view": PEOPLE + WORK + BILLS + RUNS + RULES,
        "add": [("regulations", "regulation")],
        "change": [("regulations", "regulation")],
    },
    "auditor": {"view": PEOPLE + ROLES + WORK + BILLS + RUNS + RULES + BOOKS},
}


def make(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    for name, rights in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for act, models in rights.items():
            for app_label, words in models:
                model = words.replace(" ", "")
                # Django writes these rows only after the last migration; it finds ours and leaves them alone.
                content_type, _ = content_types.get_or_create(app_label=app_label, model=model)
                permission, _ = permissions.get_or_create(
                    content_type=content_type, codename=f"{act}_{model}", defaults={"name": f"Can {act} {words}"}
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
