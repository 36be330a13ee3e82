# The index of the offers that are still open, as those who look for them ask: by their state.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0005_contract_offers'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='contractoffer',
            name='offer_still_open',
        ),
        migrations.AddIndex(
            model_name='contractoffer',
            index=models.Index(condition=models.Q(('status__in', ('waiting', 'change_asked'))), fields=['expires_on'], name='offer_still_open'),
        ),
    ]
