# Numbers of contracts that come without one; gaps do no harm.

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("contracts", "0002_wage_stamps")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE contracts_contract_number", "DROP SEQUENCE contracts_contract_number"),
    ]
